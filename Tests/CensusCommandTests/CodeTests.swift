import CensusCommand
import CensusStore
import Testing

/// A corrected code stands in every list, with the printed one beside it; no two sites share one.
struct CodeTests {
  @Test(arguments: [("2018Q3-20", "2018Q3-17"), ("2018Q3-17", "2018Q3-20")])
  func oneOfTwoRowsGetsACodeOfItsOwn(corrected: String, other: String) throws {
    let desk = try ActTests.desk(after: [
      "correct \(corrected) --field code --to 5309260041 --reason 误印"
    ])
    let sites = try desk.json("sites")
    #expect(sites.rows.count == 20 && Set(sites.column("code")).count == 20)
    let site = sites.rows.first { $0["code"] == "5309260041" }
    #expect(site?["printedCode"] == "5309260040")
    let rows = try desk.json("findings").rows
    let row = rows.first { $0["id"] == .text(corrected) }
    #expect(row?["code"] == "5309260041" && row?["printedCode"] == "5309260040")
    #expect(rows.first { $0["id"] == .text(other) }?["code"] == "5309260040")
    #expect(try desk.json("show", "5309260041")["findings"] == [.text(corrected)])
    #expect(try desk.json("show", "5309260040")["findings"] == [.text(other)])
    #expect(try desk.json("sites", "--search", "5309260041").rows.count == 1)
    // By the code that is printed in both, both are found.
    #expect(try desk.json("sites", "--search", "5309260040").rows.count == 2)
  }

  @Test func theTableAndThePageSayBoth() throws {
    let desk = try ActTests.desk(after: [
      "correct 53000000006 --field code --to 5300000006 --reason 多印一位"
    ])
    for list in ["sites", "findings"] {
      let table = try desk.run(list, "--lang", "zh").answer
      #expect(table.contains("公布的标识码"))
      #expect(try !ActTests.desk().run(list, "--lang", "zh").answer.contains("公布的标识码"))
    }
    for id in ["2018Q3-2", "5300000006", "53000000006"] {
      let page = try desk.run("show", id, "--lang", "zh").answer
      #expect(page.contains("标识码        5300000006\n公布的标识码  53000000006\n"))
      let english = try desk.run("show", id).answer
      #expect(english.contains("Printed code  53000000006\n"))
      #expect(try desk.json("show", id)["code"] == "5300000006")
    }
  }

  @Test func whatIsRecordedUnderEitherCodeIsOfOneSite() throws {
    let desk = try ActTests.desk(after: [
      "correct 53000000006 --field name --to 省文旅厅网站 --reason 更名 --on 2018-10-20",
      "correct 53000000006 --field code --to 5300000006 --reason 多印一位",
      "availability 5300000006 --status offline --until 2018-12-10",
    ])
    let site = try desk.json("show", "53000000006")
    #expect(site["currentName"] == "省文旅厅网站" && site["availability"] == "offline")
    let again = try desk.run(
      ActTests.words("availability 53000000006 --status offline --until 2018-12-10"))
    #expect(again.answer.hasPrefix("skipped: "))
    #expect(
      try desk.run("correct", "5300000006", "--field", "name", "--to", "乙", "--reason", "丙").status
        == 0)
    #expect(try desk.json("show", "5300000006")["currentName"] == "乙")
    #expect(try desk.json("show", "5300000006")["history"]?.rows.count == 4)
  }

  @Test(arguments: ["5301000045", "2018Q3-7"])
  func aCodeThatWasGivenAwayIsTakenAllTheSame(id: String) throws {
    let desk = try ActTests.desk(after: [
      "correct 53000000006 --field code --to 5300000006 --reason 多印一位"
    ])
    let outcome = try desk.run(
      "correct", id, "--field", "code", "--to", "5300000006", "--reason", "误", "--lang", "zh")
    #expect(
      outcome.warnings == "census: “5300000006”是另一个网站（云南省文化厅）的标识码；请核对标识码。\n")
    #expect(outcome.status == 1)
  }

  /// Two desks correct two sites to one code, each by itself in order.
  @Test func ofTwoStoresWithOneCodeOneCountsAndBothAreFlagged() throws {
    let desk = try ActTests.desk(after: [
      "correct 5301000045 --field code --to 5301000099 --reason 甲"
    ])
    let other = try ActTests.desk()
    other.drawn = 100
    _ = try other.run(
      ActTests.words("correct 5309260040 --field code --to 5301000099 --reason 乙"))
    try desk.take(from: other)
    let codes = try desk.json("sites").column("code")
    #expect(Set(codes).count == codes.count)
    #expect(codes.count { $0 == "5301000099" } == 1)
    let check = try desk.run("check", "--lang", "zh")
    #expect(check.answer.contains("2条更正相互矛盾"))
  }

  @Test func aCircleIsNamed() throws {
    let first = "correct 5301000045 --field successor --to 5309260040 --reason 合并"
    let second = "correct 5309260040 --field successor --to 5301000045 --reason 合并"
    let desk = try ActTests.desk(after: [first])
    #expect(
      try desk.run(ActTests.words(second + " --lang zh")).warnings
        == "census: 承接关系会形成循环：5309260040→5301000045→5309260040；请核对承接方。\n")
    let other = try ActTests.desk()
    other.drawn = 100
    _ = try other.run(ActTests.words(second))
    try desk.take(from: other)
    let chinese = try desk.run("check", "--lang", "zh").answer
    #expect(chinese.contains("2条更正使承接关系形成循环（"))
    #expect(
      chinese.contains("5301000045→5309260040→5301000045")
        || chinese.contains("5309260040→5301000045→5309260040"))
    #expect(try desk.run("check").answer.contains("2 corrections make a circle of successors"))
  }

  @Test func aCircleOfUnitsIsNamed() throws {
    let first = "correct 昆明 --field successor --to 怒江 --reason 合并"
    let second = "correct 怒江 --field successor --to 昆明 --reason 合并"
    let desk = try ActTests.desk(after: [first])
    #expect(
      try desk.run(ActTests.words(second)).warnings
        == "census: the successors would form a circle: Nujiang → Kunming → Nujiang; check the "
        + "successor.\n")
    let other = try ActTests.desk()
    other.drawn = 100
    _ = try other.run(ActTests.words(second))
    try desk.take(from: other)
    #expect(try desk.run("check", "--lang", "zh").answer.contains("使承接关系形成循环"))
    #expect(try desk.json("overview")["conflicts"] == 2)
    // One of the two counts on, so that one of the units has a successor.
    let successors = try ["昆明", "怒江"].map { try desk.json("show", $0)["successor"] }
    #expect(successors.count { $0 != .null } == 1)
  }

  @Test func redoOfARetractionSaysWhatItDoes() throws {
    let desk = try ActTests.desk()
    let receipt = try JSON(
      try desk.run(
        "receive", "昆明", "--part", "paper", "--on", "2018-10-18", "--json"
      ).answer)
    let id = try #require(receipt["events"]?.rows.first?.string)
    _ = try desk.run("retract", id, "--reason", "登记错了")
    _ = try desk.run("undo")
    #expect(
      try desk.run("redo", "--lang", "zh").answer == "已重做1条记录：撤回昆明的纸质版；撤销用：census undo\n")
    let unit = try desk.json("units").rows.first { $0["unit"] == "昆明" }
    #expect(unit?["paperOn"] == .null)
    _ = try desk.run("undo")
    #expect(
      try desk.run("redo").answer
        == "redid 1 record: retraction of paper of Kunming; undo with: census undo\n")
  }
}

extension Desk {
  /// Copies the records of another desk's store beside its own, contacts too.
  func take(from other: Desk) throws {
    let source = try #require(other.folders["store"])
    let target = try #require(folders["store"])
    for folder in ["events", "private"] where (try? source.list(folder)) != nil {
      try Self.copy(folder, of: source, to: target)
    }
  }

  private static func copy(
    _ folder: String, of source: any FileSystem, to target: any FileSystem
  ) throws {
    _ = try? target.makeDirectory(folder)
    for entry in try source.list(folder) {
      let path = "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        try copy(path, of: source, to: target)
      } else if (try? target.read(path, limit: 1 << 20)) == nil {
        try Desk.put(try source.read(path, limit: 1 << 20), at: path, in: target)
      }
    }
  }
}
