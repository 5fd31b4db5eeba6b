import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// The form that units fill in (整改情况反馈表), out and back.
struct AnswersTests {
  private static let heading = "编号,网站名称,网站标识码,存在问题,整改措施,完成时间,责任人\n"

  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.now = "2018-11-05T01:00:00Z"
    desk.folders["files"] = InMemoryFileSystem()
    desk.folders["files/"] = desk.folders["files"]
    return desk
  }

  private func put(_ text: String, _ desk: Desk) throws {
    let files = try #require(desk.folders["files"])
    try? files.remove("表.csv")
    try Desk.put(Array(text.utf8), at: "表.csv", in: files)
  }

  private func file(_ name: String, _ desk: Desk) throws -> String {
    String(
      decoding: try #require(desk.folders["files"]).read(name, limit: 1 << 20), as: UTF8.self)
  }

  @Test func theFormHasARowForEachFindingThatIsOpen() throws {
    let desk = try desk()
    try desk.does("void 2018Q3-18 --reason 误列")
    let said = try desk.run("answers", "临沧", "--output", "files/表.csv", "--lang", "zh")
    #expect(said.answer == "已写出：files/表.csv\n")
    let rows = fieldsOfCSV(try file("表.csv", desk))
    #expect(rows.first?.joined(separator: ",") == String(Self.heading.dropLast()))
    #expect(rows.dropFirst().map { $0[0] } == ["2018Q3-16", "2018Q3-17", "2018Q3-19", "2018Q3-20"])
    #expect(rows.dropFirst().allSatisfy { $0[4...] == ["", "", ""] })
  }

  /// A spreadsheet keeps a day that was typed into a cell as a number.
  @Test func aDayThatASpreadsheetTurnedIntoANumberIsADay() throws {
    let desk = try desk()
    try put(Self.heading + "2018Q3-17,,5309260040,,首页已更新,43424,张三\n", desk)
    let shown = try desk.run("answers", "files/表.csv", "--lang", "zh")
    #expect(shown.answer.contains("完成时间2018-11-20"), "\(shown.answer)")
  }

  /// Two findings of one site have one code: their rows are told apart by what was found.
  @Test func exchangedRowsOfOneSiteAreNamed() throws {
    let desk = try desk()
    try desk.does("answers 临沧 --output files/表.csv")
    var rows = fieldsOfCSV(try file("表.csv", desk))
    let places = rows.indices.filter { ["2018Q3-17", "2018Q3-20"].contains(rows[$0][0]) }
    for place in places { rows[place][4] = "首页已更新" }
    func lines() -> String { rows.map { $0.joined(separator: ",") + "\n" }.joined() }
    try put(lines(), desk)
    #expect(try desk.run("answers", "files/表.csv").status == 0)
    (rows[places[0]][0], rows[places[1]][0]) = (rows[places[1]][0], rows[places[0]][0])
    try put(lines(), desk)
    let said = try desk.run("answers", "files/表.csv", "--accept", "--lang", "zh")
    #expect(said.status == 2)
    #expect(said.warnings.contains("2018Q3-20 一行的存在问题是“"), "\(said.warnings)")
    #expect(said.warnings.contains("属同一网站的另一条问题，可能串行；请核对编号。"))
    #expect(try desk.eventCount() == 0)
  }

  @Test func whatIsFilledInIsShownSearchedAndWrittenIntoTheNextForm() throws {
    let desk = try desk()
    try put(
      Self.heading + "2018Q3-17,,5309260040,,首页已更新,10月30日,政府办　张三\n2018Q3-20,,,,,,\n", desk)
    let shown = try desk.run("answers", "files/表.csv", "--lang", "zh")
    #expect(
      shown.answer
        == "2018Q3-17  首页已更新，完成时间10月30日，责任人政府办　张三\n将登记1条：临沧（1个网站）；未写入任何内容\n"
        + "尚未登记；要登记，加 --accept。\n")
    #expect(try desk.eventCount() == 0)
    let said = try desk.run("answers", "files/表.csv", "--accept", "--lang", "zh")
    #expect(said.answer == "已登记1条：临沧（1个网站）；撤销用：census undo\n")
    #expect(said.warnings == "census: 没有填的1行不算：2018Q3-20。\n")
    let row = try desk.json("findings", "--search", "张三").rows
    #expect(row.count == 1)
    #expect(row.first?["measures"] == "首页已更新")
    #expect(row.first?["completion"] == "10月30日")
    #expect(try desk.json("findings", "--where", "measures=首页已更新").rows.count == 1)
    let page = try desk.run("show", "2018Q3-17", "--lang", "zh").answer
    #expect(page.contains("首页已更新"))
    #expect(page.contains("整改措施（首页已更新，完成时间10月30日，责任人政府办　张三）"))
    // It is a statement and settles nothing.
    #expect(row.first?["state"] == "outstanding")
    try desk.does("answers 2018Q3-17 --output files/又.md")
    #expect(try file("又.md", desk).contains("首页已更新"))
    // The same again changes nothing; an undo takes it back.
    #expect(
      try desk.run("answers", "files/表.csv", "--accept").answer
        == "skipped: 2018Q3-17 (recorded before)\n")
    try desk.does("undo")
    #expect(try desk.json("findings", "--search", "张三").rows.isEmpty)
  }

  @Test(arguments: [
    ("2018Q3-17,,5309260040,,已改,,\n2018Q3-17,,5309260040,,未改,,\n", "has two rows that differ"),
    ("2018Q3-17,,5301000001,,已改,,\n", "rows may have been mixed up"),
    ("十七,,,,已改,,\n", "“十七” is not the ID of a finding"),
    (",,,,已改,,\n", "a remedy without the ID of its finding"),
    ("2018Q3-17,,,,,立行立改,\n", "has a time or a person and no remedy"),
  ])
  func aRowThatIsNotUnderstoodRecordsNothing(row: String, why: String) throws {
    let desk = try desk()
    try put(Self.heading + "2018Q3-16,,,,已改,,\n" + row, desk)
    let refused = try desk.run("answers", "files/表.csv", "--accept")
    #expect(refused.status == 2)
    #expect(refused.warnings.contains(why), "\(refused.warnings)")
    #expect(try desk.eventCount() == 0)
  }

  @Test func whatIsNoFormIsSaid() throws {
    let desk = try desk()
    try put("甲,乙\n丙,丁\n", desk)
    let refused = try desk.run("answers", "files/表.csv", "--accept", "--lang", "zh")
    #expect(refused.status == 2)
    #expect(refused.warnings.hasPrefix("census: “表.csv”：没有带“编号”“整改措施”表头的表格；"))
    try put(Self.heading + "2018Q3-99,,,,已改,,\n", desk)
    let unknown = try desk.run("answers", "files/表.csv", "--accept", "--lang", "zh")
    #expect(unknown.status == 2)
    #expect(unknown.warnings == "census: “表.csv”表1第2行：没有问题 2018Q3-99；请改回原来的编号。\n")
    #expect(try desk.run("answers", "files/无.csv").status == 1)
    let form = try desk.run("answers", "昆明", "--output", "files/a.pdf", "--lang", "zh")
    #expect(form.status == 64)
    #expect(
      form.warnings
        == "census: 不能写成“files/a.pdf”这样的格式；后缀可用 .docx、.xlsx、.csv、.md、.html；未写出任何文件。\n")
    #expect(try desk.run("answers", "昆明", "--output", "files/a.md", "--accept").status == 64)
    #expect(try desk.run("answers", "files/表.csv", "--accept", "--read-only").status == 1)
  }

  /// What a spreadsheet would take for a formula is guarded on the way out, and the same on the way back.
  @Test(arguments: ["csv", "md"])
  func theFormThatComesBackAsItWentSaysNothingNew(_ ending: String) throws {
    let desk = try desk()
    try put(Self.heading + "2018Q3-17,,,,-关闭栏目；+新增,+10天,=李四\n", desk)
    try desk.does("answers files/表.csv --accept")
    try desk.does("answers 临沧 --output files/又.\(ending)")
    let again = try desk.run("answers", "files/又.\(ending)", "--accept", "--lang", "zh")
    #expect(again.answer == "已跳过：2018Q3-17（此前已登记）\n", "\(again.warnings)")
    let row = try desk.json("findings", "--where", "id=2018Q3-17").rows.first
    #expect(row?["measures"] == "-关闭栏目；+新增")
    #expect(row?["completion"] == "+10天" && row?["responsible"] == "=李四")
  }

  @Test func aColumnThatAUnitHasAddedIsNotDroppedSilently() throws {
    let desk = try desk()
    try put(
      Self.heading.dropLast() + ",备注,附件\n2018Q3-16,,,,已改,,,,\n2018Q3-17,,,,已改,,,见函,\n", desk)
    let said = try desk.run("answers", "files/表.csv", "--accept", "--lang", "zh")
    #expect(said.status == 0)
    #expect(
      said.warnings
        == "census: “表.csv”表1第3行：“备注”一列不在反馈表中，没有读取；要留存的，用 census note 登记。\n")
  }

  /// What a unit wrote is its own statement: it is kept, and asked about.
  @Test(arguments: [
    ("2018年2月30日前", "2018年2月30日"), ("２０１８－１３－０１", nil), ("2018-13-01", "2018-13-01"),
    ("2018.11.31", "2018.11.31"), ("拟于十一月三十一日完成", "十一月三十一日"), ("2月29日", nil), ("13月5日", "13月5日"),
    ("2018年11月30日", nil), ("11月底", nil), ("3.5个工作日", nil), ("2019年2月29号", "2019年2月29号"),
  ])
  func aDayThatDoesNotExistIsAskedAbout(_ completion: String, _ day: String?) throws {
    let desk = try desk()
    try put(Self.heading + "2018Q3-17,,,,已改,\(completion),\n", desk)
    let said = try desk.run("answers", "files/表.csv", "--accept", "--lang", "zh")
    #expect(said.status == 0)
    let asked = day.map { "census: “表.csv”表1第2行：没有“\($0)”这一天，完成时间照单位所写登记；请向单位核实。\n" }
    #expect(said.warnings == asked ?? "")
    let row = try desk.json("findings", "--where", "id=2018Q3-17").rows.first
    #expect(row?["completion"]?.string == completion)
  }

  @Test func eachUnitGetsItsOwnPaperInAFolder() throws {
    let desk = try desk()
    let said = try desk.run("answers", "2018Q3", "--output", "files/", "--lang", "zh")
    let names = try #require(desk.folders["files"]).list("").map(\.name).sorted()
    #expect(names.count == 7)
    #expect(names.contains("整改情况反馈表-临沧市.docx"))
    #expect(said.answer.split(separator: "\n").count == 7)
    let archive = try StoredArchive(
      try #require(desk.folders["files"]).read("整改情况反馈表-临沧市.docx", limit: 1 << 20))
    let text = try archive.text("word/document.xml")
    #expect(text.contains("填报单位：临沧市"))
    #expect(text.contains("2018Q3-17"))
    #expect(!text.contains("2018Q3-1<"))
  }
}
