import CensusCore
import Testing

/// The words a supervisor reads of a unit: submission, how many, days, re-checks.
private func words(_ obligation: Obligation?, on date: String) -> [String] {
  guard let obligation else { return [] }
  var words = [Terms.submission(obligation.submission)[.chinese]]
  if obligation.submission == .partial {
    words.append("\(obligation.settledCount)/\(obligation.owedCount)")
  }
  if let left = obligation.daysLeft(on: day(date)) { words.append(Terms.daysLeft(left)[.chinese]) }
  if let late = obligation.daysLate { words.append(Terms.daysLate(late)[.chinese]) }
  words.append("复查 \(obligation.passedCount)/\(obligation.recheckedCount)")
  if let next = obligation.next { words.append("\(next.on) \(Terms.action(next.what)[.chinese])") }
  return words
}

@Suite("The worked examples, from the notice to the end")
struct LifeExampleTests {
  @Test("1: Kunming reports rows 3 to 6; row 7 is left out, and closed last")
  func kunming() throws {
    var story = Story()
    try story.receive([.electronic], from: "昆明", on: "2018-10-15") { $0.except = [finding(7)] }
    try story.receive([.paper], from: "昆明", on: "2018-10-22") { $0.except = [finding(7)] }
    let projection = story.at("2018-10-23")
    for row in 3...6 {
      #expect(words(projection.finding(finding(row)), on: "2018-10-23") == ["待复查", "迟报 2天"])
    }
    #expect(words(projection.finding(finding(7)), on: "2018-10-23") == ["未报", "逾期 3天", "报告未涵盖"])
    #expect(
      words(projection.obligation(of: "昆明"), on: "2018-10-23")
        == ["部分报送", "4/5", "逾期 3天", "复查 0/0", "2018-10-23 催办"])
    try story.receive(from: "2018Q3-7", on: "2018-10-25") { $0.onlyNamed = true }
    #expect(
      words(story.at("2018-10-26").obligation(of: "昆明"), on: "2018-10-26")
        == ["已报齐", "迟报 5天", "复查 0/0", "2018-10-26 复查"])
    try story.recheck(.passed, rows: 3, 4, 5, 6, 7, on: "2018-11-05")
    #expect(
      words(story.at("2018-11-05").obligation(of: "昆明"), on: "2018-11-05")
        == ["已报齐", "迟报 5天", "复查 5/5"])
    #expect(story.at("2018-11-05").overview.closedSites == 5)
  }

  @Test("2: Gengma has two findings; one passes, one fails, and is ordered anew")
  func gengma() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.passed, rows: 20, on: "2018-11-05")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    let failed = story.at("2018-11-05")
    #expect(words(failed.finding(finding(20)), on: "2018-11-05") == ["办结"])
    #expect(words(failed.finding(finding(17)), on: "2018-11-05") == ["整改不到位"])
    let site = try #require(failed.site(SiteCode("5309260040")))
    #expect(site.headline == .recheckFailed)
    #expect(site.recheck == .failed)
    #expect(failed.obligation(of: "临沧")?.accountability == .toBeConsidered)
    #expect(failed.overview.findings == 20 && failed.overview.sites == 19)
    #expect(failed.overview.toBeConsidered == 1)
    #expect(failed.overview.failedSites == 1)
    #expect(
      words(failed.obligation(of: "临沧"), on: "2018-11-05")
        == ["已报齐", "按时", "复查 1/2", "2018-11-05 复查"])

    // Ordered anew: a second round with a day of its own, for row 17 only.
    try story.act("2018-11-06") { projection, today in
      var request = OrderRequest(until: day("2018-11-20"), on: today)
      request.reference = "示例督办函〔2018〕3号"
      return try projection.plan(request, for: [.unit("临沧")], today: today)
    }
    let ordered = story.at("2018-11-15")
    let unit = try #require(ordered.obligation(of: "临沧"))
    #expect(unit.round == 2)
    #expect(unit.rounds.map(\.number) == [1, 2])
    #expect(unit.rounds.map(\.reports.count) == [5, 1])
    #expect(unit.rounds[0].submission == .complete)
    #expect(unit.rounds[0].daysLate == 0)
    #expect(unit.rounds[1].reference == "示例督办函〔2018〕3号")
    #expect(unit.rounds[1].orderedOn == day("2018-11-06"))
    #expect(unit.rounds[1].deadline == Deadline(day("2018-11-20")))
    #expect(words(unit, on: "2018-11-15") == ["未报", "剩 5天", "复查 1/2", "2018-11-20 再整改到期"])
    #expect(words(ordered.finding(finding(17)), on: "2018-11-15") == ["整改不到位", "剩 5天"])
    #expect(words(ordered.finding(finding(20)), on: "2018-11-15") == ["办结"])

    // The new report is here: the re-check is next; a new failure, then a pass.
    try story.receive(from: "临沧", on: "2018-11-21")
    let reported = story.at("2018-11-21")
    #expect(reported.obligation(of: "临沧")?.receipts.map(\.round) == [1, 1, 2, 2])
    #expect(words(reported.finding(finding(17)), on: "2018-11-21") == ["待复查", "迟报 1天"])
    #expect(
      words(reported.obligation(of: "临沧"), on: "2018-11-21")
        == ["已报齐", "迟报 1天", "复查 1/2", "2018-11-21 复查"])
    try story.recheck(.failed, rows: 17, on: "2018-12-01")
    #expect(
      words(story.at("2018-12-01").finding(finding(17)), on: "2018-12-01") == ["整改不到位", "迟报 1天"])
    try story.recheck(.passed, rows: 17, on: "2018-12-10")
    let closed = try #require(story.at("2018-12-10").finding(finding(17)))
    #expect(closed.headline == .closed)
    #expect(closed.rechecks.map(\.round) == [1, 2, 3])
    #expect(closed.rechecks.map(\.recheck.verdict) == [.failed, .failed, .passed])
    #expect(story.at("2018-12-10").site(SiteCode("5309260040"))?.headline == .closed)
    #expect(
      story.at("2018-12-10").obligation(of: "临沧")?.accountability == Accountability.State.none)
  }

  @Test("3: the Department of Culture reports nothing, and its re-check passes")
  func culture() throws {
    var story = Story()
    try story.recheck(.passed, rows: 2, on: "2018-10-30")
    #expect(
      words(story.at("2018-10-30").finding(finding(2)), on: "2018-10-30") == ["已改未报", "逾期 10天"])
    #expect(
      words(story.at("2018-10-30").obligation(of: "云南省文化厅"), on: "2018-10-30")
        == ["未报", "逾期 10天", "复查 1/1", "2018-10-30 催办"])
    #expect(story.at("2018-10-30").overview.fixedReportOwedSites == 1)
    try story.receive(from: "云南省文化厅", on: "2018-11-02")
    #expect(
      words(story.at("2018-11-02").finding(finding(2)), on: "2018-11-02") == ["办结", "迟报 13天"])
  }

  @Test("4: Baoshan's paper copy comes unsigned, is returned, and comes signed")
  func baoshan() throws {
    var story = Story()
    try story.receive([.electronic], from: "保山", on: "2018-10-18")
    try story.receive([.paper], from: "保山", on: "2018-10-18") { $0.signature = .none }
    #expect(
      words(story.at("2018-10-18").obligation(of: "保山"), on: "2018-10-18")
        == ["待退回", "剩 2天", "复查 0/0", "2018-10-18 退回"])
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ReturnRequest(parts: Part.allCases, on: today, reason: "未经主要负责同志签字"),
        for: [.unit("保山")], today: today)
    }
    let returned = story.at("2018-10-19")
    #expect(returned.obligation(of: "保山")?.paper == .returned(on: day("2018-10-19")))
    #expect(returned.obligation(of: "保山")?.electronic == .valid(on: day("2018-10-18")))
    #expect(
      words(returned.obligation(of: "保山"), on: "2018-10-19")
        == ["已退回", "剩 1天", "复查 0/0", "2018-10-19 催办"])
    try story.receive([.paper], from: "保山", on: "2018-10-24")
    let complete = story.at("2018-10-24")
    #expect(complete.obligation(of: "保山")?.paper == .valid(on: day("2018-10-24")))
    #expect(
      words(complete.obligation(of: "保山"), on: "2018-10-24")
        == ["已报齐", "迟报 4天", "复查 0/0", "2018-10-24 复查"])
    #expect(
      complete.history(of: .unit("保山")).map { Terms.summary(of: $0.event, in: complete).chinese }
        == [
          "收到纸质版（主要负责同志签字）", "退回纸质版（未经主要负责同志签字）", "收到纸质版（未签字）", "收到电子版",
        ])
  }
}
