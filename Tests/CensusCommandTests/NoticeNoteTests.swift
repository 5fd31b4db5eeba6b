import CensusCommand
import CensusCore
import Testing

/// Notes on a notice as a whole, which no unit answers for (备注：任何对象).
struct NoticeNoteTests {
  @Test func aLeadersInstructionOnTheNoticeIsRecordedAndShown() throws {
    let desk = try Desk()
    let outcome = try desk.run(
      "note", "2018Q3", "按季通报整改情况", "--kind", "instruction", "--due", "2018-10-31", "--lang", "zh")
    #expect(outcome.warnings == "")
    #expect(outcome.answer == "已登记领导批示1条：2018Q3；撤销用：census undo\n")
    let entry = try desk.json("show", "2018Q3")
    #expect(entry["entity"] == "notice")
    #expect(entry["document"] == "云府办明电〔2018〕55号")
    let row = try #require(entry["history"]?.rows.first)
    #expect(row["type"] == "note" && row["note"] == "按季通报整改情况" && row["unit"] == .null)
    let line = try desk.run("show", "2018Q3", "--lang", "zh").answer.split(separator: "\n").last
    #expect(line?.contains("整份通报") == true)
    #expect(line?.hasSuffix("领导批示：按季通报整改情况（限2018-10-31前答复）") == true)
    // It is no unit's: neither the unit nor the site says it.
    #expect(try desk.json("show", "昆明")["history"]?.rows.count == 0)
    #expect(try desk.json("history").rows.count == 1)
    let again = try desk.run(
      "note", "2018q3", "按季通报整改情况", "--kind", "instruction", "--due", "2018-10-31", "--lang", "zh")
    #expect(again.answer == "已跳过：2018q3（此前已登记）\n")
    #expect(try desk.run("undo").status == 0)
    let undone = try #require(try desk.json("show", "2018Q3")["history"])
    #expect(undone.rows.map { $0["type"] } == ["retract", "note"])
    #expect(undone.rows.last?["retracted"] == .flag(true))
  }

  @Test func aNoticeOfTotalsTakesANoteAndIsLookedForInItsOwnQuarter() throws {
    let desk = try Desk()
    #expect(try desk.run("note", "2022Q3", "与公报核对").status == 0)
    #expect(
      try desk.json("history", "--quarter", "2022Q3").rows.first?["note"] == "与公报核对")
    #expect(try desk.json("history", "--quarter", "2018Q3").rows.isEmpty)
  }

  @Test(
    "Nothing else is about a whole notice",
    arguments: [
      ["receive", "--part", "both"], ["chase"], ["void", "--reason", "甲"],
      ["contact", "--name", "甲"],
      ["recheck", "--passed"], ["waive", "--authority", "甲", "--reason", "乙"],
    ])
  func othersAreRefused(_ act: [String]) throws {
    let outcome = try Desk().run([act[0], "2018Q3"] + act.dropFirst())
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: “2018Q3” is the whole notice, which takes notes (census note), files (census "
        + "attach) and who handles its units (census assign); name a unit, site or finding.\n")
  }
}

/// What looks back records nothing, and what is done again is told as it is.
struct LookingBackTests {
  @Test("--known-at looks back, and records nothing", arguments: ["receive", "undo", "note"])
  func knownAt(_ act: String) throws {
    let desk = try Desk()
    let more =
      switch act {
      case "receive": ["昆明", "--part", "both"]
      case "note": ["昆明", "备注"]
      default: [String]()
      }
    let outcome = try desk.run([act] + more + ["--known-at", "2018-10-18T01:00:00Z"])
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: --known-at looks back at what was recorded by then, and nothing is recorded "
        + "with it; leave it out to record.\n")
    #expect(try desk.eventCount() == 0)
  }

  @Test func theRedoOfARetractionSaysThatItTakesBack() throws {
    let desk = try Desk()
    let outcome = try desk.run("receive", "昆明", "--part", "paper", "--json")
    let id = try #require(try JSON(outcome.answer)["events"]?.rows.first?.string)
    _ = try desk.run("retract", id, "--reason", "登记错了")
    _ = try desk.run("undo")
    #expect(
      try desk.run("redo", "--lang", "zh").answer.hasPrefix("已重做1条记录：撤回昆明的纸质版"))
    #expect(try desk.json("units", "--prefecture", "昆明").rows.first?["paperOn"] == .null)
  }
}
