import CensusCore
import CensusLists
import CensusReports
import CensusTestSupport
import DisplayText
import Testing

/// Lists of hostile texts in every form.
struct FormTests {
  private func roll(_ texts: [String], numbers: [Int?] = []) -> Roll<Int> {
    Roll(
      fields: [
        Field("name", Phrase("名称", "Name")) { .text(texts[$0]) },
        Field("count", Phrase("数", "Count"), .right) {
          Value($0 < numbers.count ? numbers[$0] : nil)
        },
      ], rows: Array(texts.indices), empty: Phrase("没有。", "Nothing."))
  }

  // MARK: - JSON

  @Test(arguments: [
    ("\u{7F}", #"\u007f"#), ("\u{85}", #"\u0085"#), ("\u{9B}31m", #"\u009b31m"#),
    ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("a\u{202E}b", #"a\u202eb"#),
    ("\u{2066}\u{200B}\u{FEFF}", #"\u2066\u200b\ufeff"#), ("\u{061C}", #"\u061c"#),
    ("\u{E0041}", #"\udb40\udc41"#), ("\u{FFFF}", #"\uffff"#), ("\u{A0}", #"\u00a0"#),
    ("\u{1B}[0m", #"\u001b[0m"#), ("昆明、“a/b”", "昆明、“a/b”"), ("\u{3000}", "\u{3000}"),
    ("é𠮷😀", "é𠮷😀"), ("\"\\", #"\"\\"#),
  ])
  func jsonEscapesWhatCannotBeSeen(text: String, expected: String) {
    #expect(Array(Value.text(text).json.utf8) == Array("\"\(expected)\"\n".utf8))
  }

  @Test func jsonLayout() {
    #expect(Value.list([]).json == "[]\n")
    let value = Value.object([
      .init("b", .list([])), .init("a", .none), .init("c", .list([.object([]), .flag(true)])),
      .init("d", .text("[\n]")),
    ])
    #expect(
      value.json == """
        {
          "a" : null,
          "b" : [],
          "c" : [
            {},
            true
          ],
          "d" : "[\\n]"
        }

        """)
  }

  // MARK: - CSV

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "\"\tx\""),
    ("\rx", "\"\nx\""), ("\n=x", "\"\n'=x\""), ("\0x", "^@x"), ("＝1", "'＝1"), ("＋1", "'＋1"),
    ("－1", "'－1"), ("＠x", "'＠x"), ("a=1", "a=1"), ("a,b", "\"a,b\""),
    ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\nb\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""),
    ("=\u{301}x", "'=\u{301}x"), (",\u{301}x", "\",\u{301}x\""), ("", ""),
    ("x;=1+1", "\"x;'=1+1\""), ("x\t-1", "\"x\t'-1\""), ("x| +1", "\"x| '+1\""),
    ("x, ＝1", "\"x, '＝1\""), (" =1", " '=1"), ("a;b", "\"a;b\""), ("a-b = c", "\"a-b = c\""),
    ("x -1", "\"x -1\""), ("x:=1+1", "\"x:=1+1\""), ("10:30 - 11", "\"10:30 - 11\""),
    ("x: y z", "x: y z"),
    ("\u{1B}]0;=1\u{7}", "\"^[]0;'=1^G\""), ("\u{9B}31m", "<U+009B>31m"),
    ("a\u{202E}b\u{200B}", "a<U+202E>b<U+200B>"),
  ])
  func csvFieldsAreQuotedAndNeverFormulas(text: String, field: String) {
    let csv = roll([text], numbers: [-5]).csv(.english, bom: false)
    #expect(Array(csv.utf8) == Array("Name,Count\r\n\(field),-5\r\n".utf8))
  }

  /// Whatever a text holds: it comes back whole but for what is shown instead of a control, nothing
  /// in the file moves a terminal, and no program finds a formula, by whichever separator it goes.
  @Test func csvOfHostileTextsComesBackAndIsHarmless() {
    let alphabet: [String] = [
      "=", "+", "-", "@", "＝", ";", ",", "|", "\t", "\n", "\r", "\"", "'", " ", "x", "昆明", "1",
      "\u{1B}[31m", "\u{7}", "\u{85}", "\u{202E}", "\u{FEFF}", "\u{A0}", "\u{301}",
    ]
    var random = SplitMix64(seed: 27)
    for _ in 0..<3_000 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...7, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? ""
        }.joined()
      }
      let csv = Roll(
        fields: [
          Field("a", Phrase("a", "a")) { (row: [String]) in .text(row[0]) },
          Field("b", Phrase("b", "b")) { (row: [String]) in .text(row[1]) },
        ], rows: [texts], empty: Phrase("", "")
      ).csv(.english, bom: false)
      #expect(
        csv.unicodeScalars.allSatisfy { scalar in
          ["\r", "\n", "\t"].contains(scalar)
            || ![.control, .format].contains(scalar.properties.generalCategory)
        }, "\(texts)")
      let cells = fields(of: csv).last ?? []
      for (cell, text) in zip(cells, texts) {
        #expect(plain(cell) == plain(shown(text)), "\(texts)")
      }
      #expect(cells.count == 2, "\(texts)")
      for separator in [",", ";", "\t", "|"] as [Character] {
        for part in csv.split(whereSeparator: { $0 == separator || $0.isNewline }) {
          let start = part.unicodeScalars.first {
            !$0.properties.isWhitespace && $0 != "\""
          }
          #expect(start.map { "=+-@＝".unicodeScalars.contains($0) } != true, "\(texts): \(part)")
        }
      }
    }
  }

  /// A reader of RFC 4180.
  private func fields(of csv: String) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var rest = Array(csv.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if rest.first == "\"" {
          field.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        line.append(String(field))
        field.removeAll()
        if scalar == "\n" {
          lines.append(line)
          line = []
        }
      } else if scalar != "\r" {
        field.append(scalar)
      }
    }
    return lines
  }

  /// A text as CSV shows it: one kind of line break, other controls made visible.
  private func shown(_ text: String) -> String {
    var result = ""
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      let part = rest.prefix { !["\r", "\n", "\t"].contains($0) }
      result += neutralised(String(String.UnicodeScalarView(part)))
      rest = rest.dropFirst(part.count)
      guard let scalar = rest.popFirst() else { break }
      result += scalar == "\t" ? "\t" : "\n"
      if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
    }
    return result
  }

  /// Without the apostrophes, which stand only before formulas.
  private func plain(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != "'" }
  }

  @Test func csvMark() {
    #expect(roll([]).csv(.chinese, bom: true) == "\u{FEFF}名称,数\r\n")
  }

  // MARK: - Markdown and tables

  @Test func markdownCellsStayWithin() {
    let text = roll(["a|b\nc`<i>\\", "[x](y)*_&"], numbers: [1]).markdown(.english)
    #expect(
      text == """
        | Name | Count |
        | --- | ---: |
        | a\\|b c\\`&lt;i>\\\\ | 1 |
        | \\[x\\](y)\\*\\_&amp; | – |

        """)
  }

  @Test func tablesKeepTheirColumns() {
    let texts = ["昆明", "a", "x\u{1B}[31m\u{202E}", "线\u{200B}"]
    #expect(
      roll(texts, numbers: [5, 12, nil, 100]).table(.chinese, colour: false) == """
        名称              数
        昆明               5
        a                 12
        x^[[31m<U+202E>    –
        线<U+200B>       100

        """)
    #expect(roll([]).table(.english, colour: false) == "Nothing.\n")
  }

  // MARK: - Order

  /// `check` of a notice with thousands of rows and one text of 240,000 characters took 22 GB: it
  /// was padded to that text in every row.
  @Test func oneLongTextWidensItsColumnOnlySoFar() {
    let long = String(repeating: "x", count: 1_000)
    let lines = roll(["a", long], numbers: [1, 2]).table(.english, colour: false)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "a" + String(repeating: " ", count: 239 + 2 + 4) + "1")
    #expect(lines[2] == long + "      2")
  }

  @Test func whatIsMissingSortsLast() throws {
    let sorted = try #require(
      roll(["a", "b", "c", "d"], numbers: [3, nil, 1, 3]).sorted(by: "count"))
    #expect(sorted.rows == [2, 0, 3, 1])
    #expect(sorted.reversed.rows == [1, 3, 0, 2])
    #expect(roll([]).sorted(by: "colour") == nil)
  }
}
