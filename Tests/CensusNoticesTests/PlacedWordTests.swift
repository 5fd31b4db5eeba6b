import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// Tables of words at places that were made up: what cannot be told by them is never guessed.
@Suite struct PlacedWordTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private typealias Words = [(text: String, left: Int, middle: Int)]

  private func draft(_ pages: Words...) throws -> Draft {
    let words = Array(
      String(decoding: SamplePages.document(), as: UTF8.self)
        .replacing("</doc>", with: pages.map(SamplePages.page).joined() + "</doc>").utf8)
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 4)
    return Draft([try Source(name: "a.pdf", placedWords: words)], directory, answers)
  }

  private func names(_ draft: Draft) throws -> [String] {
    try #require(draft.inspection).findings.map { "\($0.prefecture.text) \($0.siteName)" }
  }

  private func open(_ draft: Draft) -> [String] {
    draft.notUnderstood.map { point in
      "\(point.place.row ?? 0):\(point.place.cell ?? 0) \(point.text) \(point.why)"
    }
  }

  private static let headings: Words = [
    ("序号", 50, 100), ("州市", 100, 100), ("网站名称", 180, 100), ("网站标识码", 300, 100), ("存在问题", 450, 100),
  ]

  /// A row without its prefecture.
  private func row(_ number: Int, _ middle: Int, _ name: String, _ code: String) -> Words {
    [
      (String(number), 55, middle), (name, 160, middle), (code, 280, middle),
      ("首页不更新", 440, middle),
    ]
  }

  private func rows(_ codes: [String], step: Int = 20) -> Words {
    codes.enumerated().flatMap { place, code in
      row(place + 1, 130 + step * place, "网\(place + 1)", code)
    }
  }

  /// The same prefecture in every row.
  private func same(step: Int = 20) -> Words {
    var words: Words = []
    for place in 0..<5 { words.append(("昆明", 105, 130 + step * place)) }
    return words
  }

  private static let codes = ["5301000001", "5301000002", "5301000003", "5333000004", "5333000005"]

  /// A numbered line goes on below the margin, under its own text, or on the next page.
  @Test(arguments: [[50, 116], [70, 116], [50, 60], [70, 60]])
  func aLineOfProseGoesOn(place: [Int]) throws {
    let (left, middle) = (place[0], place[1])
    let first = "1.多个栏目长期不更新，其中政策法规、人事信息、通知公告等八个栏目超过一年"
    let before: Words = [("（一）昆明市乙局网站", 50, 84), (first, 50, 100)]
    let after: Words = [("未更新。", left, middle), ("2.错字漏字。", 50, middle + 16)]
    let draft = try middle > 100 ? draft(before + after) : draft(before, after)
    #expect(open(draft) == [])
    let findings = try #require(draft.inspection).findings
    #expect(findings.map { $0.issues.map(\.text) } == [["columns_not_updated", "text_errors"]])
    #expect(findings[0].text.contains("超过一年未更新"))
  }

  /// Prefectures of merged cells stand in the middle of their rows, or level with the first.
  @Test(arguments: [(150, 200), (130, 190)])
  func mergedPrefectures(first: Int, second: Int) throws {
    let draft = try draft(
      Self.headings + rows(Self.codes) + [("昆明", 105, first), ("怒江", 105, second)])
    #expect(open(draft) == [])
    #expect(try names(draft) == ["昆明 网1", "昆明 网2", "昆明 网3", "怒江 网4", "怒江 网5"])
  }

  /// Labels that stand where they may be for other rows, and codes that do not tell, leave rows open.
  @Test func aPrefectureThatCannotBeToldIsOpen() throws {
    let mixed = ["5301000001", "5333000002", "5301000003", "5333000004", "5301000005"]
    let draft = try draft(Self.headings + rows(mixed) + [("昆明", 105, 150), ("怒江", 105, 200)])
    #expect(open(draft) == [3, 5, 6].map { "\($0):2  noPrefecture" })
    #expect(draft.tables[0].isAccounted)
    #expect(draft.tables[0].listed == 3)
  }

  /// One code that is odd among others is that row's matter.
  @Test func anOddCodeOpensItsRow() throws {
    var codes = Self.codes
    codes[1] = "5303000002"
    let draft = try draft(Self.headings + rows(codes) + [("昆明", 105, 150), ("怒江", 105, 200)])
    #expect(open(draft) == ["3:2  noPrefecture"])
    #expect(try names(draft) == ["昆明 网1", "昆明 网3", "怒江 网4", "怒江 网5"])
  }

  /// Part of a name is no prefecture.
  @Test func anUnknownPrefectureIsOpen() throws {
    let draft = try draft(
      Self.headings + rows(Self.codes) + [("昆明", 105, 150), ("江", 105, 200)])
    #expect(open(draft) == ["5:2 江 noPrefecture", "6:2 江 noPrefecture"])
  }

  /// A name in two lines, in the middle of its row and on top of it.
  @Test(arguments: [(124, 136), (130, 142)])
  func namesInTwoLines(first: Int, second: Int) throws {
    var words = Self.headings
    for (place, code) in Self.codes.enumerated() {
      let middle = 130 + 40 * place
      words += row(place + 1, middle, "网", code).filter { $0.text != "网" }
      words += [("昆明", 105, middle)]
      words += [("某某单位", 160, first + 40 * place), ("网站\(place)", 160, second + 40 * place)]
    }
    let draft = try draft(words)
    #expect(open(draft) == [])
    #expect(try names(draft) == (0..<5).map { "昆明 某某单位网站\($0)" })
  }

  /// Lines half-way between two rows may be of either, and both wait.
  @Test func aLineBetweenRowsOpensBoth() throws {
    var words = Self.headings + rows(Self.codes, step: 40)
    words += same(step: 40)
    words += [("分站", 160, 150)]
    let draft = try draft(words)
    #expect(
      open(draft) == ["2:3 网1分站 uncertain", "3:3 网2 uncertain"])
    #expect(draft.tables[0].isAccounted)
  }

  /// A word over the edge of two columns may belong to both.
  @Test func aWordOverAnEdgeIsUncertain() throws {
    var words = Self.headings + rows(Self.codes)
    words += same()
    words.removeAll { $0.text == "网3" }
    words += [("很长很长的名称一直写到了下一列", 160, 170)]
    let draft = try draft(words)
    #expect(draft.notUnderstood.map(\.why) == [.uncertain])
    #expect(draft.notUnderstood.first?.place.row == 4)
  }

  /// The number of a page, and what is printed on top of each, are no rows.
  @Test func whatStandsOnEveryPageIsLeftOut() throws {
    let head: Words = [("试验省文件", 250, 40)]
    let first = head + Self.headings + rows(Self.codes) + same()
    var more: Words = []
    for number in 6...8 {
      let middle = 90 + 20 * (number - 5)
      more += row(number, middle, "网\(number)", "530100000\(number)")
      more.append(("昆明", 105, middle))
    }
    let foot: Words = [("—", 280, 800), ("1", 300, 800), ("—", 320, 800)]
    let draft = try draft(first + foot, head + more + [("2", 300, 800)])
    #expect(open(draft) == [])
    #expect(try names(draft) == (1...8).map { "昆明 网\($0)" })
    #expect(draft.tables.map(\.rows) == [9])
  }

  /// Of a line alone on the next page nobody can tell whether it goes on the last row.
  @Test func aLineBehindTheLastPageIsUncertain() throws {
    let first = Self.headings + rows(Self.codes) + same()
    let draft = try draft(first, [("分站", 160, 50)])
    #expect(open(draft) == ["6:3 网5分站 uncertain"])
    let other = try self.draft(first, [("附件3", 50, 50)])
    #expect(open(other) == [])
  }

  /// Rows on a page of which nothing says that they go on a table are not lost: their codes are open.
  @Test func codesOutsideTablesAreOpen() throws {
    let first = Self.headings + rows(Self.codes) + same()
    let draft = try draft(first, row(9, 50, "网9", "5301000009"))
    #expect(draft.notUnderstood.map(\.why) == [.strayCode("5301000009")])
  }

  /// What is not as `pdftotext` writes it is refused, and so are pages without any word.
  @Test(
    arguments: [
      ("", .notPlaced), ("<doc>", .notPlaced), ("<doc></doc>", .onlyPictures),
      ("<doc><page width=\"1.0\" height=\"1.0\"></page></doc>", .onlyPictures),
      ("<doc><page width=\"1.0\" height=\"1.0\"></doc>", .notPlaced),
      ("<doc><page width=\"1\"><word xMin=\"1\">a</word></page></doc>", .notPlaced),
      (
        "<doc><page width=\"1\"><word xMin=\"x\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a</word></page></doc>",
        .notPlaced
      ),
      (
        "<doc><page width=\"1\"><word xMin=\"3\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a</word></page></doc>",
        .notPlaced
      ),
      (
        "<doc><page width=\"1\"><word xMin=\"1\" yMin=\"1\" xMax=\"99999999999999999999\" yMax=\"2\">a"
          + "</word></page></doc>", .notPlaced
      ),
    ] as [(String, ContainerFault)])
  func otherBytesAreRefused(text: String, fault: ContainerFault) {
    #expect(throws: fault) { try Source(name: "a.pdf", placedWords: Array(text.utf8)) }
  }

  /// Words keep what stands for signs of the form.
  @Test func signsAreRead() throws {
    let page = SamplePages.page([("a&lt;b&amp;lt;&gt;&quot;&apos;", 50, 50)])
    let source = try Source(name: "a.pdf", placedWords: SamplePages.document(page))
    #expect(source.blocks == [.paragraph(Paragraph("a<b&lt;>\"'", line: 1))])
    #expect(source.remarks == [.placedWords])
  }
}
