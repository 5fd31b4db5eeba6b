import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Papers about orders: each order has a day, a number, findings and a deadline of its own.
struct OrdersOnPaperTests {
  private func expect(_ text: String, has sentences: [String], lacks others: [String] = []) {
    for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
    for sentence in others { #expect(!text.contains(sentence), "\(sentence)\n\(text)") }
  }

  private static let failed = [
    "receive 昆明 --part both --on 2018-10-18",
    "recheck 2018Q3-3 2018Q3-4 --failed --on 2018-11-01",
    "order 2018Q3-3 --until 2018-11-15 --reference 督办函1号 --on 2018-11-02",
  ]

  @Test func anOrderIsWrittenAsItWasIssued() throws {
    let desk = try Desk.after(
      [
        "receive 昆明 --part both --on 2018-10-18",
        "recheck 2018Q3-3 2018Q3-4 --failed --on 2018-11-01",
        "order 2018Q3-3 2018Q3-4 --until 2018-11-15 --reference 督办函1号 --on 2018-11-02",
        "receive 2018Q3-3 --only --part both --on 2018-11-12",
        "recheck 2018Q3-3 --passed --on 2018-11-13",
      ], now: "2018-12-10T01:00:00Z")
    // Not a paper of 10 December that demands something by 15 November.
    expect(
      try desk.does("letter order 昆明 --lang zh"),
      has: ["2个网站的2个问题整改不到位", "于2018年11月15日前完成", "2018年11月2日\n"],
      lacks: ["2018年12月10日"])
    expect(
      try desk.does("letter order 昆明 --lang en"), has: ["2 November 2018\n"],
      lacks: ["December"])
  }

  @Test func everyOrderHasALetterOfItsOwn() throws {
    let desk = try Desk.after(
      Self.failed + [
        "order 2018Q3-4 --until 2018-11-30 --reference 督办函2号 --on 2018-11-09"
      ], now: "2018-11-20T01:00:00Z")
    let reminders = try desk.does("letter chase 昆明 --lang zh").components(by: "———")
    #expect(reminders.count == 2)
    expect(
      reminders[0], has: ["2018年11月2日责令", "督办函1号", "2018年11月15日前", "已逾期5天", "石林"],
      lacks: ["旅游发展"])
    expect(
      reminders[1], has: ["2018年11月9日责令", "督办函2号", "2018年11月30日前", "还有10天", "旅游发展"],
      lacks: ["石林"])
    let orders = try desk.does("letter order 昆明 --lang zh").components(by: "———")
    #expect(orders.count == 2)
    expect(orders[0], has: ["督办函1号", "2018年11月15日前完成", "2018年11月2日\n"], lacks: ["旅游发展"])
    expect(orders[1], has: ["督办函2号", "2018年11月30日前完成", "2018年11月9日\n"], lacks: ["石林"])
    expect(
      try desk.does("letter order 2018Q3-4 --lang zh"), has: ["督办函2号"], lacks: ["督办函1号"])
    // Two letters, and one reminder on record.
    desk.folders["/out/"] = InMemoryFileSystem()
    let logged = try desk.does("letter chase 昆明 --output /out/ --log --lang zh")
    expect(logged, has: ["/out/催办函-昆明.txt", "/out/催办函-昆明-2.txt", "已登记1条"])
  }

  @Test func aMemberWithoutADayIsLeftOutAndNamed() throws {
    let desk = try Desk.after(
      Self.failed + ["recheck 2018Q3-10 --failed --on 2018-11-01"], now: "2018-11-20T01:00:00Z")
    let outcome = try desk.run(line: "letter order 2018Q3 --lang zh")
    #expect(outcome.status == 0)
    expect(outcome.answer, has: ["昆明市人民政府："], lacks: ["怒江"])
    expect(outcome.warnings, has: ["没有期限可写，未写：怒江；用 --until 写明期限"])
    // By itself it is refused, as one that lacks a day.
    let refused = try desk.run(line: "letter order 怒江 --lang zh")
    #expect(refused.status == 1)
    expect(refused.warnings, has: ["怒江尚未登记限期再整改"])
  }

  @Test func whatWasOrderedIsRemindedOfSinceThen() throws {
    let desk = try Desk.after(
      ["chase 昆明 --on 2018-10-12"] + Self.failed, now: "2018-11-20T01:00:00Z")
    // The reminder of 12 October was for the first report.
    expect(try desk.does("letter chase 昆明 --lang zh"), has: ["责令"], lacks: ["此前"])
    try desk.does("chase 昆明 --on 2018-11-16")
    expect(
      try desk.does("letter chase 昆明 --lang zh"), has: ["此前已于2018年11月16日催办1次。"],
      lacks: ["最近一次"])
    expect(
      try desk.does("letter chase 昆明 --lang en"),
      has: ["You have been reminded once, on 16 November 2018."])
    try desk.does("chase 昆明 --on 2018-11-19")
    expect(
      try desk.does("letter chase 昆明 --lang zh"), has: ["此前已催办2次，最近一次为2018年11月19日。"])
    expect(
      try desk.does("letter chase 昆明 --lang en"),
      has: ["You have been reminded twice, most recently on 19 November 2018."])
  }

  @Test func theAnnexesTellWhatIsOwedOfAnOrder() throws {
    let desk = try Desk.after(Self.failed, now: "2018-11-20T01:00:00Z")
    let page = try desk.does("report --next --lang zh")
    expect(
      page,
      has: [
        "| 按时报齐，限期再整改未报（已逾期） |", "整改不到位（2018-11-01复查） | 已报齐，限期再整改未报（已逾期） |",
      ])
    expect(
      try desk.does("report --next --lang en"),
      has: ["| in time, ordered anew: outstanding (overdue) |"])
    let report = try desk.does("report --lang zh")
    expect(
      report,
      has: [
        "逾期未报齐：**6**（家；限期再整改逾期未报齐1家）", "| 应报单位 | 已报齐 | 逾期 | 再整改逾期 |",
        "| 昆明 | 60 | 5 | 92% | 92% | 5 | 1 | 1 | 0 | 1 |",
      ])
  }

  @Test func theLaneTellsEachRoundApart() throws {
    let desk = try Desk.after(
      [
        "recheck 2018Q3-10 --failed --on 2018-11-01",
        "order 2018Q3-10 --until 2018-11-25 --on 2018-11-10",
      ], now: "2018-11-20T01:00:00Z")
    // What is 31 days overdue is round 1, and not round 2, which has five days left.
    expect(
      try desk.does("report --lang zh"),
      has: ["怒江州：11月10日责令限期再整改（时限11月25日），第1轮未报，逾期31天；第2轮未报。"], lacks: ["第2轮未报，逾期"])
    expect(
      try desk.does("report --lang en"),
      has: ["the report of round 1 is outstanding and 31 days overdue; the report of round 2 is"])
  }
}

extension String {
  /// The parts between lines that are a rule.
  fileprivate func components(by rule: String) -> [String] {
    var parts: [String] = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line == rule { parts.append("") } else { parts[parts.count - 1] += line + "\n" }
    }
    return parts
  }
}
