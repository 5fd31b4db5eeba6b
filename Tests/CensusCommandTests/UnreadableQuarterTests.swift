import CensusCommand
import CensusCore
import CensusStore
import Testing

/// A quarter whose file cannot be read is that quarter, unreadable: never silently another.
struct UnreadableQuarterTests {
  /// A desk whose quarter of findings has a conflict marker in it.
  private func desk() throws -> Desk {
    let desk = try Desk()
    _ = try Self.damage(try #require(desk.folders["store"]))
    return desk
  }

  private static let path = "quarters/2018Q3.json"

  /// Puts the marker in; what was there before.
  private static func damage(_ folder: any FileSystem) throws -> [UInt8] {
    let whole = try folder.read(path, limit: 1 << 24)
    try folder.remove(path)
    try Desk.put(Array("<<<<<<< HEAD\n".utf8) + whole, at: path, in: folder)
    return whole
  }

  private static let english =
    "census: 2018Q3 cannot be read: quarters/2018Q3.json, line 1, column 1, expected a value; "
    + "mend it or restore it from a copy, or name another quarter with --quarter.\n"

  @Test(
    arguments: [
      "units --overdue --fail-overdue", "overview", "sites", "report --brief", "show 临沧",
      "receive 临沧 --part paper", "note 临沧 好", "trends --quarter 2018Q3",
      "units --quarter 2018Q3",
    ])
  func whatAsksAboutItFails(_ line: String) throws {
    let outcome = try desk().run(line.split(separator: " ").map(String.init))
    #expect(outcome == .init(status: 1, answer: "", warnings: Self.english))
  }

  /// Nobody sees what taking back and doing again come to, so neither records.
  @Test func nothingIsTakenBack() throws {
    let desk = try Desk()
    #expect(try desk.run("receive", "怒江", "--part", "paper").status == 0)
    let folder = try #require(desk.folders["store"])
    let whole = try Self.damage(folder)
    let count = try desk.eventCount()
    let undone = try desk.run("undo")
    #expect(undone.status == 1 && undone.answer == "")
    #expect(undone.warnings.contains(Self.english))
    try folder.remove(Self.path)
    try Desk.put(whole, at: Self.path, in: folder)
    #expect(try desk.run("undo").status == 0)
    _ = try Self.damage(folder)
    let redone = try desk.run("redo")
    #expect(redone.status == 1 && redone.answer == "")
    #expect(redone.warnings.contains(Self.english))
    #expect(try desk.eventCount() == count + 1)
  }

  @Test func inChinese() throws {
    #expect(
      try desk().run("units", "--lang", "zh").warnings
        == "census: 2018Q3 无法读取：quarters/2018Q3.json 第1行第1列，应为一个值；"
        + "请改正或从备份恢复，看别的季度用 --quarter。\n")
  }

  @Test func anotherIsShownOnlyWhereItIsNamed() throws {
    let outcome = try desk().run("overview", "--quarter", "2022Q3")
    #expect(outcome.status == 0)
    #expect(outcome.answer.contains("2022"))
  }

  /// Whether it has findings cannot be known, so that an older one with findings is not taken.
  @Test func aNewerOneStandsInTheWay() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    try folder.remove("quarters/2022Q3.json")
    let outcome = try desk.run("overview")
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: 2022Q3 cannot be read: quarters/2022Q3.json, it does not exist; mend it or "
        + "restore it from a copy, or name another quarter with --quarter.\n")
    #expect(try desk.run("overview", "--quarter", "2018Q3").status == 0)
  }

  private static let damage =
    "census: “quarters/2018Q3.json” cannot be read or is damaged; this may be incomplete, see "
    + "census check.\n"

  @Test func quartersListsIt() throws {
    let outcome = try desk().run("quarters", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.warnings == Self.damage)
    let rows = try JSON(outcome.answer).rows
    #expect(rows.map { $0["quarter"] } == ["2022Q3", "2020Q2", "2018Q3"])
    #expect(rows.map { $0["coverage"] } == ["headline", "headline", "unreadable"])
    #expect(rows[2]["findings"] == .some(nil))
    #expect(try desk().run("quarters", "--lang", "zh").answer.contains("无法读取"))
  }

  @Test func listsOfQuartersSayThatItIsLeftOut() throws {
    let remark = "Cannot be read and left out: 2018Q3."
    for command in [["trends"], ["trends", "--recurrences"]] {
      let outcome = try desk().run(command)
      #expect(outcome.status == 0)
      #expect(outcome.warnings == Self.damage)
      #expect(outcome.answer.contains(remark))
    }
    let latest = try desk().run("trends", "--quarters", "2")
    #expect(!latest.answer.contains(remark))
    #expect(try desk().run("trends", "--lang", "zh").answer.contains("无法读取，未列入：2018Q3。"))
  }

  @Test func checkNamesIt() throws {
    let outcome = try desk().run("check", "--format", "json")
    #expect(outcome.status == 2)
    let rows = try JSON(outcome.answer).rows
    #expect(rows.map { $0["code"] } == ["damagedFile"])
    #expect(rows.map { $0["where"] } == ["quarters/2018Q3.json"])
  }

  /// Something else in the place of the folder is not “no quarter yet”.
  @Test func quartersThatCannotBeListed() throws {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    let settings = Settings(
      id: "1", title: Phrase("甲", "A"), province: Phrase("甲", "A"), language: nil)
    try Store.initialise(folder, settings: settings)
    try Desk.put([], at: "quarters", in: folder)
    desk.folders["store"] = folder
    for command in [["units"], ["quarters"], ["trends"], ["units", "--quarter", "2018Q3"]] {
      let outcome = try desk.run(command)
      #expect(outcome.status == 1)
      #expect(
        outcome.warnings
          == "census: listing failed: “quarters”: it is not a folder; check the store's folder.\n")
    }
    let check = try desk.run("check", "--format", "json")
    #expect(check.status == 2)
    #expect(try JSON(check.answer).rows.map { $0["where"] } == ["quarters"])
  }

  /// Whatever is read for an answer, what is wrong with it is said beside it.
  @Test(
    arguments: [
      "units", "overview", "history", "show 昆明", "chase 昆明 --channel phone",
      "receive 昆明 --part paper",
      "note 昆明 好", "undo", "redo",
    ])
  func aDamagedRecordIsSaidWithEveryAnswer(_ line: String) throws {
    let desk = try Desk()
    for unit in ["临沧", "怒江"] { _ = try desk.run("receive", unit, "--part", "paper") }
    if line == "redo" { _ = try desk.run("undo") }
    let folder = try #require(desk.folders["store"])
    let day = "events/2018Q3/2018-10-19"
    let name = try #require(
      try folder.list(day).first { entry in
        String(decoding: try folder.read("\(day)/\(entry.name)", limit: 1 << 20), as: UTF8.self)
          .contains("临沧")
      }?.name)
    try folder.remove("\(day)/\(name)")
    try Desk.put(Array("{}\n".utf8), at: "\(day)/\(name)", in: folder)
    let outcome = try desk.run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 0)
    #expect(
      outcome.warnings
        == "census: 1 record is damaged and does not count; this may be incomplete, see census "
        + "check.\n")
  }

  @Test func confirmingAnEdit() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    let units = try folder.read("units.json", limit: 1 << 20)
    try folder.remove("units.json")
    try Desk.put(units + Array("\n".utf8), at: "units.json", in: folder)
    #expect(
      try desk.run("units").warnings
        == "census: “units.json” was edited and not confirmed; this may be incomplete, see census "
        + "check.\n")
    let row = try #require(try JSON(try desk.run("check", "--format", "json").answer).rows.first)
    #expect(row["code"] == "editedFacts")
    #expect(row["where"] == "units.json")
    #expect(row["severity"] == "warning")
    #expect(try desk.run("check", "--confirm-facts", "--read-only").status == 1)
    let confirmed = try desk.run("check", "--confirm-facts", "--lang", "zh")
    #expect(confirmed.warnings == "census: 已确认1个文件：units.json。\n")
    #expect(
      try desk.run("check", "--confirm-facts").warnings == "census: there is no edit to confirm.\n")
    #expect(try desk.run("units").warnings == "")
  }
}
