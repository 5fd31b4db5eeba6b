import CensusConversion
import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import CharacterSets
import Testing

/// The sample's facts come out of every container, the same from all.
@Suite struct ContainerTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  @Test func aWordDocument() async throws {
    let source = try await Converter.source(Documents.word)
    #expect(source.remarks == [.deletions(9)])
    try check(source)
  }

  @Test func aWorkbook() async throws {
    try check(try await Converter.source(Documents.workbook))
  }

  @Test func aPage() async throws {
    try check(try await Converter.source(Array(Documents.page.utf8)))
  }

  @Test func aPageInGB18030() async throws {
    let bytes = try #require(converted(Array(Documents.page.utf8), from: "UTF-8", to: "GB18030"))
    try check(try await Converter.source(bytes))
  }

  /// What the text form gives, from every container.
  private func check(_ source: Source) throws {
    let text = Draft([Source(name: "text", text: SampleNotice.markdown)], directory)
    let draft = Draft([source], directory)
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(draft.notFound.isEmpty, "\(draft.notFound)")
    let (read, known) = (try #require(draft.inspection), try #require(text.inspection))
    #expect(read.findings == known.findings)
    #expect(read.rows == known.rows)
    #expect(read.totals == known.totals)
    #expect(read.notice.document == known.notice.document)
    #expect(read.notice.issued == known.notice.issued)
    #expect(read.notice.deadline == known.notice.deadline)
    #expect(read.notice.parts == known.notice.parts)
    #expect(read.sampling.to == known.sampling.to)
    for table in draft.tables {
      #expect(
        table.rows == table.title + table.heading + table.taken + table.total + table.notes
          + table.listed)
    }
  }

  /// A formula whose value is not there is named; hidden sheets and rows are read and said.
  @Test func whatSheetsHide() async throws {
    let head = ["网站名称", "网站标识码", "存在问题"].enumerated().map {
      Documents.inline("\(Array("ABC")[$0])1", $1)
    }
    let rows =
      "<row r=\"1\">\(head.joined())</row><row r=\"2\" hidden=\"1\">\(Documents.inline("A2", "甲网"))"
      + "<c r=\"B2\"><v>5301000001</v></c>\(Documents.inline("C2", "错字漏字"))</row>"
      + "<row r=\"3\">\(Documents.inline("A3", "乙网"))<c r=\"B3\"><f>X1</f></c>"
      + "\(Documents.inline("C3", "错字漏字"))</row>"
    let source = try await Converter.source(
      Documents.workbook(["<sheetData>\(rows)</sheetData>"], hidden: 0))
    #expect(source.remarks == [.hiddenSheet("表1")])
    var answers = Answers()
    answers.quarter = Quarter(year: 2018, number: 4)
    let draft = Draft([source], directory, answers)
    #expect(draft.notUnderstood.map(\.why) == [.formula])
    #expect(draft.doubts.map(\.doubt).contains(.hiddenRows(1)))
    #expect(draft.inspection?.findings.map(\.code.text) == ["5301000001"])
  }

  /// Hidden text is read and said, and so is none that is shown again.
  @Test func whatDocumentsHide() async throws {
    let run = { (properties: String, text: String) in
      "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
    }
    let source = try await Converter.source(
      Documents.word(
        "<w:p>\(run("<w:b/>", "甲"))\(run("<w:b/><w:vanish/>", "（内部）"))</w:p>"
          + "<w:p>\(run("<w:vanish w:val=\"0\"/>", "乙"))</w:p>"))
    #expect(source.remarks == [.hiddenText(1)])
    #expect(
      source.blocks == [
        .paragraph(Paragraph("甲（内部）", line: 1)), .paragraph(Paragraph("乙", line: 2)),
      ])
  }
}
