import Testing

/// What is recorded already is skipped, and what somebody says with it is not lost.
struct RepeatedRemarkTests {
  static let acts = [
    "extend 临沧 --until 2018-11-25 --authority 省府办 --reason 机构改革",
    "verify dueOnWeekend",
    "availability 5301000045 --status dark",
    "waive 怒江 --authority 省府办 --reason 整体迁移",
    "void 2018Q3-8 --reason 申诉成立",
  ]

  @Test(arguments: acts)
  func theRemarkIsKept(act: String) throws {
    let desk = try Desk()
    let words = act.split(separator: " ").map(String.init)
    #expect(try desk.run(words).status == 0)
    let before = try desk.json("history").rows.count
    let again = try desk.run(words + ["--note", "已电话核实"])
    #expect(again.status == 0, "\(again.warnings)")
    #expect(again.answer.contains("recorded 1 event"), "\(again.answer)")
    #expect(try desk.json("history").rows.count == before + 1)
    #expect(try desk.json("history", "--type", "note").column("note") == ["已电话核实"])
    // Once more says nothing new.
    let third = try desk.run(words + ["--note", "已电话核实"])
    #expect(third.status == 0 && third.answer.contains("skipped"), "\(third.answer)")
    #expect(try desk.json("history").rows.count == before + 1)
  }
}
