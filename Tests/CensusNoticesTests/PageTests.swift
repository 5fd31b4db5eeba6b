import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// Facts out of words and where they stand on pages, as of a PDF.
@Suite struct PageTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private func draft(_ words: [UInt8], _ answers: Answers = Answers()) throws -> Draft {
    Draft([try Source(name: "a.pdf", placedWords: words)], directory, answers)
  }

  /// The rows of annex 2 that were taken: prefecture, name, code and text of each.
  private func rows(_ draft: Draft) throws -> [[String]] {
    try #require(draft.inspection).findings.map {
      [String($0.row), $0.prefecture.text, $0.siteName, $0.code.text, $0.text]
    }
  }

  /// The sample's rows as they are read: between Chinese and digits nobody can see a blank.
  private var sample: [[String]] {
    SampleNotice.second.dropFirst().map { row in
      row.map { $0.replacing("大于 40", with: "大于40") }
    }
  }

  /// What of a draft waits for an answer: table, row, cell, text and why.
  private func open(_ draft: Draft) -> [String] {
    draft.notUnderstood.map { point in
      let place = [point.place.table, point.place.row, point.place.cell]
        .map { $0.map(String.init) ?? "-" }.joined(separator: ":")
      return "\(place) \(point.text) \(point.why)"
    }
  }

  /// Without merged cells, and with prefectures merged in the middle of their rows; in both a row goes on
  /// on the next page and headings stand in two lines.
  @Test(arguments: ["plain", "merged"])
  func theSampleGivesItsFacts(name: String) throws {
    let draft = try draft(SamplePages.words(name))
    #expect(open(draft) == [])
    #expect(try rows(draft) == sample)
    let read = try #require(draft.inspection)
    #expect(read.findings.map { $0.issues.map(\.text) } == SampleNotice.categories)
    let figures = read.rows.map { row -> [String] in
      let counts = [row.figures.running, row.figures.failing].map { $0.map(String.init) ?? "" }
      return [row.prefecture.text] + counts + [row.figures.publishedRate ?? ""]
    }
    #expect(figures == Array(SampleNotice.first.dropFirst().dropLast()))
    #expect(read.totals == Inspection.Figures(running: 61, failing: 8, publishedRate: "87%"))
    #expect(read.notice.title == SampleNotice.body[1])
    #expect(read.notice.issued == Day("2019-01-10"))
    #expect(read.notice.deadline?.day == Day(SampleNotice.due))
    #expect(read.sampling.to == Day("2018-12-20"))
    #expect(read.notice.parts.map(\.copies) == [2, nil])
    #expect(draft.tables.map(\.meaning) == [.figures, .findings])
    #expect(draft.tables.map(\.taken) == [5, 8])
    #expect(draft.tables.map(\.total) == [1, 0])
    for table in draft.tables { #expect(table.isAccounted) }
  }

  /// That it was read by where words stand is always said, and so is what was put together.
  @Test func whatWasReadIsDoubted() throws {
    let plain = try draft(SamplePages.words("plain"))
    #expect(plain.isPlaced)
    #expect(plain.doubts.first?.doubt == .remark(.placedWords))
    #expect(plain.doubts.contains { $0.doubt == .splitRows([7]) })
    let merged = try draft(SamplePages.words("merged"))
    #expect(merged.doubts.contains { $0.doubt == .splitRows([7]) })
    #expect(merged.doubts.contains { $0.doubt == .filled(rows: [3, 5, 6]) })
    #expect(!Draft([Source(name: "a", text: Form.tabs.text)], directory).isPlaced)
  }

  /// A code in two lines, or on two pages, is said to be put together; one of which too much is there waits
  /// for an answer.
  @Test func aBrokenCodeIsNeverReadUnsaid() throws {
    let draft = try draft(SamplePages.words("narrow-code"))
    #expect(open(draft) == ["2:3:4 53000000102 uncertain"])
    let broken = draft.doubts.compactMap { placed -> String? in
      if case .brokenCode(let code) = placed.doubt { code } else { nil }
    }
    let codes = SampleNotice.second.dropFirst().map { $0[3] }
    #expect(broken == codes.filter { $0 != "53000000102" })
    #expect(try rows(draft).map { $0[3] } == broken)
    #expect(draft.tables[1].isAccounted)
    #expect(draft.tables[1].listed == 1)
  }

  /// What a person says of a cell is certain.
  @Test func anAnswerSettlesACell() throws {
    var answers = Answers()
    answers.cells[Answers.Spot(table: 2, row: 3, column: 4)] = "53000000102"
    let draft = try draft(SamplePages.words("narrow-code"), answers)
    #expect(open(draft) == [])
    #expect(try rows(draft) == sample)
  }

  /// A table over two pages without headings on the second, its prefectures merged over the page's end.
  @Test func aLongTableGoesOn() throws {
    let draft = try draft(SamplePages.words("long"))
    #expect(open(draft) == [])
    let groups = [
      ("省直", "5300", 3), ("昆明", "5301", 13), ("曲靖", "5303", 1), ("怒江", "5333", 4),
      ("临沧", "5309", 2),
    ]
    let names = Array("甲乙丙丁戊己庚辛壬癸子丑寅")
    let issues = ["首页不更新", "错字漏字", "站点无法访问"]
    var expected: [[String]] = []
    for (prefecture, code, count) in groups {
      for place in 0..<count {
        let number = expected.count + 1
        let name = number % 4 == 0 ? "名称特别长的单位" : String(names[place])
        expected.append([
          String(number), prefecture, "\(prefecture)试验\(name)网站",
          code + String(repeating: "0", count: number < 10 ? 5 : 4) + String(number),
          issues[number % 3],
        ])
      }
    }
    #expect(try rows(draft) == expected)
    #expect(draft.tables[1].rows == 24)
    #expect(draft.tables[1].isAccounted)
  }
}
