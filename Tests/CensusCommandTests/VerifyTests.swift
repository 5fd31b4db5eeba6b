import CensusCommand
import CensusCore
import CensusStore
import Testing

/// Rows of `check` that somebody looked into and confirmed (已核实).
struct VerifyTests {
  private static let warnings = [
    "rateMismatch/临沧", "duplicateSite/17+20", "codeLength/1", "codeLength/2", "notInAnnex/m1",
    "notInAnnex/m2", "impossibleFigure",
  ]

  @Test func everyRowHasAName() throws {
    let outcome = try Desk().run("check", "--format", "json")
    let ids = try JSON(outcome.answer).column("id")
    #expect(
      ids
        == (Self.warnings + ["formerDivision/9", "formerDivision/15", "dueOnWeekend"])
        .map { .text($0) })
  }

  @Test func checkBecomesGreenAndStaysSo() throws {
    let desk = try Desk()
    #expect(try desk.run("check").status == 2)
    let outcome = try desk.run(["verify"] + Self.warnings + ["--note", "已与印发稿核对"])
    #expect(
      outcome.answer
        == "recorded 7 events for \(Self.warnings.joined(separator: ", ")); undo with: census undo\n"
    )
    // It is read from the disk, as after a restart.
    let check = try desk.run("check", "--format", "json")
    #expect(check.status == 0)
    let rows = try JSON(check.answer)
    #expect(rows.rows.count == 10)
    #expect(
      rows.column("verified") == Array(repeating: .flag(true), count: 7)
        + Array(repeating: .flag(false), count: 3))
    #expect(rows.rows.first?["verifiedBy"] == "desk-2")
    #expect(rows.rows.first?["verifiedOn"] == "2018-10-19")
    let table = try desk.run("check", "--lang", "zh").answer
    #expect(table.contains("已核实（desk-2，2018-10-19）"))
    #expect(table.contains("警告7条，提示3条，其中已核实7条。"))
    // Once more is harmless; one undo opens all of them again.
    let again = try desk.run("verify", "rateMismatch")
    #expect(again.answer == "skipped: rateMismatch/临沧 (recorded before)\n")
    #expect(try desk.run("undo").status == 0)
    #expect(try desk.run("check").status == 2)
    #expect(try desk.run("redo").status == 0)
    #expect(try desk.run("check").status == 0)
  }

  @Test func theHistorySaysWhatWasSeen() throws {
    let desk = try Desk()
    _ = try desk.run("verify", "rateMismatch", "--note", "已核对")
    let entry = try #require(try desk.json("history").rows.first)
    #expect(entry["type"] == "verify")
    #expect(entry["note"] == "已核对")
    #expect(
      try desk.run("history", "--lang", "zh").answer
        .contains("核对项rateMismatch/临沧已核实（公布70%，核算71%，已核对）"))
    #expect(
      try desk.run("history", "--lang", "en").answer
        .contains("check rateMismatch/临沧 verified (published 70%, computed 71%, 已核对)"))
    guard case .text(let id) = entry["id"] else { return }
    let event = try desk.json("show", id)
    #expect(event["subject"] == ["check": "rateMismatch/临沧"])
    #expect(event["payload"] == ["published": "70%", "computed": "71%", "note": "已核对"])
  }

  /// What was seen no longer stands there: the row is open again.
  @Test func anotherFigureIsAnotherQuestion() throws {
    let desk = try Desk()
    _ = try desk.run("verify", "rateMismatch")
    let folder = try #require(desk.folders["store"])
    let path = "quarters/2018Q3.json"
    let text = String(decoding: try folder.read(path, limit: 1 << 20), as: UTF8.self)
    try folder.remove(path)
    try Desk.put(
      Array(text.replacing("\"rate\": \"70%\"", with: "\"rate\": \"69%\"").utf8), at: path,
      in: folder)
    let rows = try JSON(try desk.run("check", "--format", "json").answer).rows
    let row = rows.first { $0["id"] == "rateMismatch/临沧" }
    #expect(row?["published"] == "69%")
    #expect(row?["verified"] == .flag(false))
  }

  @Test func onlyWhatCheckListsIsVerified() throws {
    let desk = try Desk()
    #expect(
      try desk.run("verify", "codeLength").warnings
        == "census: check has no row “codeLength”; there are codeLength/1, codeLength/2.\n")
    #expect(
      try desk.run("verify", "昆明", "--lang", "zh").warnings.hasPrefix(
        "census: 没有核对项“昆明”；有rateMismatch/临沧、duplicateSite/17+20、codeLength/1、"))
    #expect(try desk.run("verify", "rateMismatch", "--on", "2018-10-20").status == 1)
    #expect(try desk.run("verify", "rateMismatch", "--read-only").status == 1)
    #expect(try desk.run("verify", "rateMismatch", "--dry-run").status == 0)
    #expect(try desk.eventCount() == 0)
  }
}
