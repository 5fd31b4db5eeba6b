import CensusCore
import CensusLists
import CensusReports
import CensusTestSupport
import Testing

/// Lists as workbooks, and the archives that they are.
struct WorkbookTests {
  private struct Row {
    var text: String
    var count: Int? = nil
    var day: Day? = nil
  }

  private func roll(_ rows: [Row]) -> Roll<Row> {
    Roll(
      fields: [
        Field("code", Phrase("网站标识码", "Code")) { .text($0.text) },
        Field("count", Phrase("数", "Count"), .right) { Value($0.count) },
        Field("on", Phrase("日期", "Day")) { Value($0.day) },
      ], rows: rows, empty: Phrase("没有。", "Nothing."))
  }

  private static let rows: [Row] = [
    Row(text: "5309260040", count: -5, day: Day("2018-10-20")),
    Row(text: "=1+1", count: 0, day: Day("1900-02-28")),
    Row(text: "“耿马”<a&b>\u{1B}[31m\u{FFFE}", day: Day("1900-03-01")),
    Row(text: "一\r\n二\t三_x0041_ _x004_ \u{202E}"), Row(text: "007"), Row(text: ""),
  ]

  @Test(arguments: Language.allCases)
  func partsAreAsWritten(_ language: Language) throws {
    let archive = try StoredArchive(roll(Self.rows).xlsx(language))
    expectGolden(archive.text, named: "workbook-\(language.rawValue)")
  }

  @Test func theSameListGivesTheSameBytes() {
    #expect(roll(Self.rows).xlsx(.chinese) == roll(Self.rows).xlsx(.chinese))
  }

  @Test func codesAreTextsNumbersNumbersAndDaysDays() throws {
    let sheet = try StoredArchive(roll(Self.rows).xlsx(.chinese))
      .text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is>"))
    #expect(sheet.contains("<c r=\"B2\" s=\"4\"><v>-5</v></c>"))
    // What every spreadsheet calls 2018-10-20.
    #expect(sheet.contains("<c r=\"C2\" s=\"5\"><v>43393</v></c>"))
    #expect(sheet.contains("<c r=\"C4\" s=\"5\"><v>61</v></c>"))
    #expect(!sheet.contains("<f>"))
  }

  /// What is typed into an empty cell among texts stays what was typed, also a day.
  @Test func emptyCellsAmongTextsAreTexts() throws {
    let rows = [Row(text: "2018Q3-17", count: 1), Row(text: "", count: nil)]
    let sheet = try StoredArchive(
      Roll(
        fields: [
          Field("id", Phrase("编号", "ID")) { (row: Row) in .text(row.text) },
          Field("count", Phrase("数", "Count"), .right) { Value($0.count) },
          Field("completion", Phrase("完成时间", "By when")) { _ in .none },
        ], rows: rows, empty: Phrase("没有。", "Nothing.")
      ).xlsx(.chinese)
    ).text("xl/worksheets/sheet1.xml")
    #expect(
      sheet.contains("<c r=\"C2\" s=\"3\"></c>") && sheet.contains("<c r=\"C3\" s=\"3\"></c>"))
    #expect(!sheet.contains("<c r=\"B3\""))
  }

  /// On paper all columns are on one page, and each page has the headings.
  @Test func sheetsArePrintedAcross() throws {
    let archive = try StoredArchive(roll(Self.rows).xlsx(.chinese))
    let sheet = try archive.text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    #expect(sheet.contains("fitToHeight=\"0\" orientation=\"landscape\"/>"))
    #expect(try archive.text("xl/workbook.xml").contains(">'列表'!$1:$1</definedName>"))
  }

  @Test func cellsHoldTheTexts() throws {
    let cells = try StoredArchive(roll(Self.rows).xlsx(.english)).cells()
    #expect(
      cells.map(\.first) == [
        "Code", "5309260040", "=1+1", "“耿马”<a&b>^[[31m<U+FFFE>",
        "一\n二\t三_x005F_x0041_ _x004_ <U+202E>", "007", "",
      ])
  }

  @Test func anEmptyListIsItsHeadings() throws {
    let cells = try StoredArchive(roll([]).xlsx(.chinese)).cells()
    #expect(cells == [["网站标识码", "数", "日期"]])
  }

  /// What one sheet cannot hold is on the next, below the same headings.
  @Test func aListThatNoSheetHoldsGoesOnInTheNext() throws {
    let archive = try StoredArchive(roll(Self.rows).xlsx(.chinese, rowsOfSheet: 4))
    #expect(try archive.cells("xl/worksheets/sheet1.xml").count == 5)
    #expect(
      try archive.cells("xl/worksheets/sheet2.xml").map(\.first) == ["网站标识码", "007", ""])
    let workbook = try archive.text("xl/workbook.xml")
    #expect(workbook.contains("<sheet name=\"列表 2\" sheetId=\"2\" r:id=\"rId2\"/>"))
    #expect(workbook.contains("'列表 2'!$A$1:$C$3"))
  }

  /// A cell of Excel ends at 32,767 characters; what does not fit is said.
  @Test func aTextThatNoCellHoldsSaysWhatItLacks() throws {
    let cells = try StoredArchive(
      roll([Row(text: String(repeating: "错", count: 40_000))]).xlsx(.chinese)
    ).cells()
    #expect(cells[1][0].utf16.count <= 32_767)
    #expect(cells[1][0].hasSuffix("错 … [7293 / 40000: CSV, JSON]"))
  }

  @Test func archivesHoldEveryByte() throws {
    var random = SplitMix64(seed: 12)
    for count in 0..<20 {
      var archive = ZipArchive()
      var expected: [(String, [UInt8])] = []
      for index in 0..<count {
        let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        expected.append(("附件/\(index).bin", bytes))
        archive.add("附件/\(index).bin", bytes)
      }
      let read = try StoredArchive(archive.bytes).files
      #expect(read.map(\.name) == expected.map(\.0) && read.map(\.bytes) == expected.map(\.1))
    }
  }

  @Test func theSumIsThatOfTheStandard() {
    #expect(checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
