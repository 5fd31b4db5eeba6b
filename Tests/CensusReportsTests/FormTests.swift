import CensusCore
import CensusReports
import Testing

/// Lists of hostile texts in every form.
struct FormTests {
  private func listing(_ texts: [String], numbers: [Int?] = []) -> Listing<Int> {
    Listing(
      columns: [
        Column("name", Phrase("名称", "Name")) { .text(texts[$0]) },
        Column("count", Phrase("数", "Count"), .right) {
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
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("\0x", "'\0x"), ("＝1", "'＝1"), ("＋1", "'＋1"),
    ("－1", "'－1"), ("＠x", "'＠x"), ("a=1", "a=1"), ("a,b", "\"a,b\""),
    ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""),
    ("=\u{301}x", "'=\u{301}x"), (",\u{301}x", "\",\u{301}x\""), ("", ""),
  ])
  func csvFieldsAreQuotedAndNeverFormulas(text: String, field: String) {
    let csv = listing([text], numbers: [-5]).csv(.english, bom: false)
    #expect(Array(csv.utf8) == Array("Name,Count\r\n\(field),-5\r\n".utf8))
  }

  @Test func csvMark() {
    #expect(listing([]).csv(.chinese, bom: true) == "\u{FEFF}名称,数\r\n")
  }

  // MARK: - Markdown and tables

  @Test func markdownCellsStayWithin() {
    let text = listing(["a|b\nc`<i>\\", "[x](y)*_&"], numbers: [1]).markdown(.english)
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
      listing(texts, numbers: [5, 12, nil, 100]).table(.chinese, colour: false) == """
        名称              数
        昆明               5
        a                 12
        x^[[31m<U+202E>    –
        线<U+200B>       100

        """)
    #expect(listing([]).table(.english, colour: false) == "Nothing.\n")
  }

  // MARK: - Order

  /// `check` of a notice with thousands of rows and one text of 240,000 characters took 22 GB: it
  /// was padded to that text in every row.
  @Test func oneLongTextWidensItsColumnOnlySoFar() {
    let long = String(repeating: "x", count: 1_000)
    let lines = listing(["a", long], numbers: [1, 2]).table(.english, colour: false)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "a" + String(repeating: " ", count: 239 + 2 + 4) + "1")
    #expect(lines[2] == long + "      2")
  }

  @Test func whatIsMissingSortsLast() throws {
    let sorted = try #require(
      listing(["a", "b", "c", "d"], numbers: [3, nil, 1, 3]).sorted(by: "count"))
    #expect(sorted.rows == [2, 0, 3, 1])
    #expect(sorted.reversed.rows == [1, 3, 0, 2])
    #expect(listing([]).sorted(by: "colour") == nil)
  }
}
