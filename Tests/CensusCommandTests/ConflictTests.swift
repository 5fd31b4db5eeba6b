import CensusCommand
import CensusStore
import Testing

/// Two people who recorded the same part without knowing of each other.
struct ConflictTests {
  /// A desk with the records of another one copied into its store.
  private func merged() throws -> (desk: Desk, early: String, late: String) {
    let desk = try ActTests.desk()
    let other = try ActTests.desk()
    other.drawn = 100
    let early = try desk.run(
      "receive", "保山", "--part", "paper", "--on", "2018-10-18", "--json")
    let late = try other.run(
      "receive", "保山", "--part", "paper", "--on", "2018-10-23", "--by", "desk-3", "--json")
    try Self.copyEvents(of: other, to: desk)
    return (
      desk, try #require(try JSON(early.answer)["events"]?.rows.first?.string),
      try #require(try JSON(late.answer)["events"]?.rows.first?.string)
    )
  }

  /// Copies the events of one desk's store into another's, as a shared folder does.
  private static func copyEvents(of other: Desk, to desk: Desk) throws {
    let source = try #require(other.folders["store"])
    let target = try #require(desk.folders["store"])
    for folder in ["events", "events/2018Q3"] { _ = try? target.makeDirectory(folder) }
    for day in try source.list("events/2018Q3") {
      let folder = "events/2018Q3/\(day.name)"
      _ = try? target.makeDirectory(folder)
      for file in try source.list(folder)
      where (try? target.stamp(of: "\(folder)/\(file.name)")) == nil {
        let path = "\(folder)/\(file.name)"
        try Desk.put(try source.read(path, limit: 1 << 20), at: path, in: target)
      }
    }
  }

  /// What two people took back counts again only once both retractions are gone.
  @Test func whatTwoTookBackStaysSo() throws {
    let desk = try ActTests.desk(after: ["receive 昆明 --part paper --on 2018-10-18"])
    let other = try ActTests.desk()
    other.drawn = 100
    try Self.copyEvents(of: desk, to: other)
    let receipt = try #require(desk.json("history").column("id").first??.string).prefix(12)
    let retract = { (desk: Desk, actor: String) in
      try desk.run("retract", String(receipt), "--reason", "误", "--by", actor).status
    }
    #expect(try retract(desk, "desk-2") == 0 && retract(other, "李四") == 0)
    try Self.copyEvents(of: other, to: desk)
    #expect(
      try desk.run("undo", "--lang", "zh").answer.contains("；其中1条另有撤回，仍不计入\n"))
    let submission = { try desk.json("units", "--prefecture", "昆明").column("submission") }
    #expect(try submission() == ["outstanding"])
    #expect(try !desk.run("undo", "--by", "李四", "--lang", "zh").answer.contains("仍不计入"))
    #expect(try submission() == ["electronicMissing"])
  }

  @Test func theEarliestCountsUntilOneIsKept() throws {
    let (desk, early, late) = try merged()
    let unit = try desk.json("units", "--prefecture", "保山").rows.first
    #expect(unit?["paperOn"] == "2018-10-18")
    #expect(try desk.json("overview")["conflicts"] == 1)
    #expect(
      try desk.run("sites", "--prefecture", "保山", "--lang", "zh").answer.contains("2条收件相互矛盾"))
    #expect(
      try desk.run("rechecks", "--where", "prefecture=保山", "--lang", "zh").answer
        .contains("2条收件相互矛盾"))
    let outcome = try desk.run(
      "resolve", String(early.prefix(12)), String(late.prefix(12)), "--keep",
      String(late.prefix(12)))
    #expect(
      outcome
        == .init(
          status: 0, answer: "recorded 1 event for Baoshan (2 sites); undo with: census undo\n",
          warnings: ""))
    #expect(
      try desk.json("units", "--prefecture", "保山").rows.first?["paperOn"] == "2018-10-23")
    #expect(try desk.json("overview")["conflicts"] == 0)
    #expect(try desk.run("undo").status == 0)
    #expect(try desk.json("overview")["conflicts"] == 1)
    #expect(try desk.run("resolve", "--keep", String(early.prefix(12))).status == 0)
    #expect(
      try desk.json("units", "--prefecture", "保山").rows.first?["paperOn"] == "2018-10-18")
  }

  @Test func aSingleRecordIsTakenBack() throws {
    let (desk, early, late) = try merged()
    let outcome = try desk.run("retract", String(early.prefix(12)), "--reason", "登记错了")
    #expect(outcome.answer == "recorded 1 event for Baoshan (2 sites); undo with: census undo\n")
    #expect(
      try desk.json("units", "--prefecture", "保山").rows.first?["paperOn"] == "2018-10-23")
    let again = try desk.run("retract", String(early.prefix(12)), "--reason", "登记错了")
    #expect(again.status == 1)
    #expect(
      again.warnings == "census: event \(early.prefix(8)) was undone before.\n")
    #expect(try desk.run("resolve", "--keep", late).status == 1)
  }
}
