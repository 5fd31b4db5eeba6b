import CensusCore
import Testing

@Suite("Rules of the life of a rectification")
struct LifeTests {
  @Test("The next action: a promise, the promise broken, the policy after the last reminder")
  func nextAction() throws {
    var story = Story()
    let next = { (date: String) in story.at(date).obligation(of: "怒江")?.next }
    #expect(next("2018-09-27") == NextAction(on: day("2018-10-08"), what: .chase))
    for (date, promised) in [("2018-10-08", nil), ("2018-10-19", "2018-10-22")] {
      try story.act(date) { projection, today in
        var request = ChaseRequest(on: today, channel: .phone)
        request.promised = promised.map(day)
        return try projection.plan(request, for: [.unit("怒江")], today: today)
      }
    }
    #expect(next("2018-10-08") == NextAction(on: day("2018-10-19"), what: .chase))
    #expect(next("2018-10-19") == NextAction(on: day("2018-10-22"), what: .promise))
    #expect(next("2018-10-22") == NextAction(on: day("2018-10-22"), what: .promise))
    #expect(next("2018-10-23") == NextAction(on: day("2018-10-23"), what: .chase))
    #expect(story.at("2018-10-19").obligation(of: "怒江")?.chases.promised == day("2018-10-22"))
  }

  @Test(
    "The first policy date after the last reminder, for ever",
    arguments: [
      ("2018-10-18", "2018-10-19"), ("2018-10-19", "2018-10-22"), ("2018-10-22", "2018-10-29"),
      ("2018-10-29", "2018-11-05"), ("2018-11-05", "2018-11-12"), ("2018-12-24", "2018-12-31"),
    ])
  func policy(last: String, next: String) throws {
    var story = Story()
    try story.act(last) { projection, today in
      try projection.plan(ChaseRequest(on: today), for: [.unit("怒江")], today: today)
    }
    #expect(
      story.at(last).obligation(of: "怒江")?.next == NextAction(on: day(next), what: .chase))
  }

  @Test("An extension moves the day, and the original stays on show")
  func extensions() throws {
    var story = Story()
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ExtendRequest(until: day("2018-11-02"), on: today, authority: "分管领导", reason: "迁移"),
        for: [.unit("怒江")], today: today)
    }
    try story.act("2018-10-20") { projection, today in
      try projection.plan(
        ExtendRequest(until: day("2018-11-09"), on: today, authority: "分管领导", reason: "迁移"),
        for: [.finding(finding(3))], today: today)
    }
    let projection = story.at("2018-11-01")
    let nujiang = try #require(projection.obligation(of: "怒江"))
    #expect(nujiang.deadline == Deadline(day("2018-11-02")))
    #expect(nujiang.originalDeadline == Deadline(day("2018-10-20")))
    #expect(nujiang.isExtended && !nujiang.isOverdue(on: day("2018-11-02")))
    #expect(nujiang.isOverdue(on: day("2018-11-03")))
    let kunming = try #require(projection.obligation(of: "昆明"))
    #expect(
      kunming.findings.map { $0.deadline?.day.monthAndDay } == [
        "11-09", "10-20", "10-20", "10-20", "10-20",
      ])
    #expect(kunming.deadline == Deadline(day("2018-10-20")))
    #expect(
      projection.deadlines.map { "\($0.deadline.day) \($0.units.count)" }
        == ["2018-10-20 6", "2018-11-02 1", "2018-11-09 1"])
    // Taken back, the old day holds again.
    try story.undo("2018-11-01")
    try story.undo("2018-11-01")
    #expect(story.at("2018-11-01").obligation(of: "怒江")?.isExtended == false)
  }

  @Test("A waiver settles the report; the re-check closes it")
  func waived() throws {
    var story = Story()
    try story.act("2018-10-25") { projection, today in
      try projection.plan(
        WaiveRequest(on: today, authority: "省政府办公厅", reason: "机构改革"),
        for: [.prefecture("省直")], today: today)
    }
    let projection = story.at("2018-10-25")
    #expect(projection.obligation(of: "云南省文化厅")?.submission == .waived)
    #expect(projection.overview.complete == 0 && projection.overview.waived == 2)
    #expect(projection.brief.chinese.contains("已报齐0家；免报2家（云南省文史研究馆、云南省文化厅）；未报齐5家，均逾期5天："))
    try story.recheck(.passed, rows: 1, on: "2018-10-26")
    #expect(story.at("2018-10-26").finding(finding(1))?.headline == .closed)
  }

  @Test("A re-check that could not be tested is none")
  func untestable() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-18")
    try story.recheck(.untestable, rows: 10, on: "2018-11-05", reason: .connection)
    let state = try #require(story.at("2018-11-05").finding(finding(10)))
    #expect(state.headline == .awaitingRecheck)
    #expect(state.nextRecheckRound == 2)
    #expect(state.accountability == Accountability.State.none)
  }

  @Test("A site that went dark has failed, and stays so when its retirement is filed")
  func dark() throws {
    var story = Story()
    try story.receive(from: "怒江", on: "2018-10-18")
    try story.act("2018-11-05") { projection, today in
      try projection.plan(
        AvailabilityRequest(.dark, on: today), for: [.finding(finding(10))], today: today)
    }
    let dark = try #require(story.at("2018-11-05").finding(finding(10)))
    #expect(dark.headline == .recheckFailed)
    #expect(dark.accountability == .toBeConsidered)
    try story.act("2018-11-07") { projection, today in
      var request = AvailabilityRequest(.retired, on: today)
      request.isFiled = true
      request.reference = "示例备案2号"
      return try projection.plan(request, for: [.finding(finding(10))], today: today)
    }
    #expect(story.at("2018-11-07").finding(finding(10))?.headline == .recheckFailed)
    #expect(story.at("2018-11-07").overview.closedSites == 0)
    // A passed re-check stands, whatever becomes of the site.
    try story.recheck(.passed, rows: 11, on: "2018-11-05")
    try story.act("2018-11-20") { projection, today in
      try projection.plan(
        AvailabilityRequest(.dark, on: today), for: [.finding(finding(11))], today: today)
    }
    #expect(story.at("2018-11-20").finding(finding(11))?.headline == .closed)
  }

  @Test("A retirement that nobody filed does not count")
  func unfiled() {
    var story = Story()
    story.record(
      [
        EventDraft(
          on: day("2018-11-05"), quarter: nil, subject: .site(Yunnan.findings[9].code),
          payload: .availability(Availability(status: .retired)))
      ], at: "2018-11-05T01:00:00Z")
    #expect(story.at("2018-11-05").finding(finding(10))?.availability == .operating)
  }

  @Test("Struck off and taken back")
  func void() throws {
    var story = Story()
    try story.act("2018-10-25") { projection, today in
      try projection.plan(
        VoidRequest(on: today, reason: "申诉成立"),
        for: [.finding(finding(8)), .finding(finding(9)), .finding(finding(17))], today: today)
    }
    let projection = story.at("2018-10-25")
    let overview = projection.overview
    #expect(overview.findings == 20 && overview.sites == 19)
    #expect(overview.units == 6 && overview.voidFindings == 3)
    #expect(overview.outstandingSites == 17 && overview.closedSites == 0)
    #expect(projection.obligation(of: "保山")?.isVoid == true)
    #expect(projection.obligation(of: "保山")?.next == nil)
    #expect(projection.prefectures.map { $0.owing.count }.reduce(0, +) == 6)
    #expect(projection.site(SiteCode("5309260040"))?.headline == .outstanding)
    #expect(
      refusal { () throws(Refusal) in
        try projection.plan(
          ReceiptRequest(parts: [.paper], on: day("2018-10-25")), for: [.unit("保山")],
          today: day("2018-10-25"))
      } == .isVoid(.unit("保山")))
    try story.act("2018-10-26") { projection, today in
      try projection.plan(
        ReinstateRequest(on: today), for: [.finding(finding(8))], today: today)
    }
    let back = story.at("2018-10-26")
    #expect(
      refusal { () throws(Refusal) in
        try back.plan(
          ReinstateRequest(on: day("2018-10-26")), for: [.finding(finding(3))],
          today: day("2018-10-26"))
      } == .notVoid(finding(3)))
    #expect(story.at("2018-10-26").overview.units == 7)
    #expect(story.events.count == 4)
  }

  @Test("Accountability from the failed re-check to the tally")
  func accountability() throws {
    var story = Story()
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    let step = { (date: String, change: (inout AccountRequest) -> Void) in
      _ = try story.act(date) { projection, today in
        var request = AccountRequest(.measure, on: today)
        change(&request)
        return try projection.plan(request, for: [.unit("临沧")], today: today)
      }
    }
    #expect(story.at("2018-11-05").accountability.rows.map(\.state) == [.toBeConsidered])
    try step("2018-11-06") {
      $0.stage = .opened
      $0.approvedBy = "示例领导"
    }
    #expect(story.at("2018-11-06").finding(finding(17))?.headline == .escalated)
    try step("2018-11-08") {
      $0.measure = .interview
      $0.person = "分管副县长"
    }
    try step("2018-11-09") {
      $0.measure = .interview
      $0.person = "信息中心主任"
    }
    try step("2018-11-09") {
      $0.measure = .selfCriticism
      $0.person = "信息中心主任"
    }
    let ledger = story.at("2018-11-10").accountability
    let row = try #require(ledger.rows.first)
    #expect(row.state == .measured)
    #expect(row.opening?.step.approvedBy == "示例领导")
    #expect(row.failed.map(\.finding.row) == [17])
    #expect(
      Terms.tally(of: ledger)
        == Phrase(
          "共问责3人次：约谈2人次、书面检查1人次。", "3 measures: interview 2, written self-criticism 1."))
    #expect(
      Terms.grounds(row).map(\.chinese) == ["第17行 耿马政府公众信息网（扣分大于 40）：2018-11-05第1轮复查整改不到位"])
    try step("2018-11-20") { $0.stage = .concluded }
    // Accountability does not close a defect.
    let concluded = story.at("2018-11-20")
    #expect(concluded.finding(finding(17))?.headline == .recheckFailed)
    #expect(concluded.obligation(of: "临沧")?.accountability == .concluded)
    try story.recheck(.failed, rows: 17, on: "2018-12-01")
    #expect(story.at("2018-12-01").obligation(of: "临沧")?.accountability == .toBeConsidered)
    #expect(Terms.tally(of: yunnan(asOf: "2018-10-01").accountability).chinese == "尚无问责处理。")
  }

  @Test("A conflict is settled by a resolution, and is back when that is taken back")
  func conflicts() throws {
    var story = Story()
    var ids: [EventID] = []
    for (date, actor) in [("2018-10-15", "li"), ("2018-10-17", "wang")] {
      let draft = EventDraft(
        on: day(date), quarter: Yunnan.quarter, subject: .unit("保山"),
        payload: .receipt(Receipt(part: .paper)))
      ids += story.record(
        [draft], at: "2018-10-18T01:00:00Z", by: actor, seeing: false
      ).map(\.id)
    }
    #expect(
      story.at("2018-10-18").obligation(of: "保山")?.conflicts.map { Set($0.events) } == [Set(ids)])
    try story.act("2018-10-19") { projection, today in
      try projection.plan(ResolveRequest(keep: ids[1], on: today), today: today)
    }
    let settled = story.at("2018-10-19")
    #expect(settled.obligation(of: "保山")?.paper == .valid(on: day("2018-10-17")))
    #expect(settled.obligation(of: "保山")?.conflicts == [])
    try story.undo("2018-10-19")
    #expect(story.at("2018-10-19").obligation(of: "保山")?.conflicts.first?.events.count == 2)
  }

  @Test("A later receipt whose writer saw the first is a further report, no conflict")
  func furtherReport() throws {
    var story = Story()
    try story.receive([.paper], from: "保山", on: "2018-10-15")
    try story.receive([.paper], from: "保山", on: "2018-10-17") { $0.again = true }
    #expect(story.at("2018-10-18").obligation(of: "保山")?.conflicts == [])
    #expect(story.at("2018-10-18").obligation(of: "保山")?.paper == .valid(on: day("2018-10-15")))
  }

  @Test("A copy that arrived before a return, and was recorded after it, stands")
  func backdatedBehindAReturn() throws {
    var story = Story()
    try story.receive([.paper], from: "保山", on: "2018-10-16") { $0.signature = .none }
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ReturnRequest(parts: [.paper], on: today, reason: "未签字"), for: [.unit("保山")],
        today: today)
    }
    try story.act("2018-10-22") { projection, today in
      try projection.plan(
        ReceiptRequest(parts: [.paper], on: day("2018-10-18")), for: [.unit("保山")], today: today)
    }
    #expect(story.at("2018-10-22").obligation(of: "保山")?.paper == .valid(on: day("2018-10-18")))
  }

  @Test("What seemed in order can be returned as well, and its retraction restores it")
  func returnOfAValidPart() throws {
    var story = Story()
    try story.receive(from: "保山", on: "2018-10-16")
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ReturnRequest(parts: [.electronic], on: today, reason: "内容为空"), for: [.unit("保山")],
        today: today)
    }
    #expect(story.at("2018-10-19").obligation(of: "保山")?.submission == .returned)
    try story.undo("2018-10-20")
    #expect(story.at("2018-10-20").obligation(of: "保山")?.submission == .complete)
  }

  @Test("What has to be mended")
  func detail() throws {
    var story = Story()
    try story.act("2018-10-08") { projection, today in
      try projection.plan(
        DetailRequest(on: today, pasted: "示列\t示例\n按装\t安装"), for: finding(3), today: today)
    }
    #expect(story.at("2018-10-08").finding(finding(3))?.openLines.count == 2)
    try story.act("2018-10-30") { projection, today in
      let lines = known(projection.finding(finding(3))).detail
      return try projection.plan(
        DetailRequest(on: today, lines: [lines[0].marked(done: true), lines[1]]), for: finding(3),
        today: today)
    }
    #expect(story.at("2018-10-30").finding(finding(3))?.openLines.map(\.found) == ["按装"])
    try story.recheck(.passed, rows: 3, on: "2018-11-05")
    #expect(story.at("2018-11-05").finding(finding(3))?.openLines == [])
    #expect(story.at("2018-11-05").finding(finding(3))?.detail.count == 2)
  }

  @Test("Known at: what the records said then")
  func knownAt() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    #expect(
      story.at("2018-11-10", knownAt: "2018-11-05T00:59:59Z").finding(finding(17))?.headline
        == .awaitingRecheck)
    #expect(story.at("2018-11-04").finding(finding(17))?.headline == .awaitingRecheck)
  }

  @Test("The run sheet and its tally")
  func runSheet() throws {
    var story = Story()
    try story.receive(from: "临沧", on: "2018-10-19")
    try story.recheck(.failed, rows: 17, on: "2018-11-05")
    try story.recheck(.passed, rows: 16, 18, on: "2018-11-05")
    try story.recheck(.untestable, rows: 19, on: "2018-11-05", reason: .offline)
    let sheet = story.at("2018-11-05").recheckSheet(of: .unit("临沧"))
    #expect(
      Terms.tally(sheet.tally)
        == Phrase(
          "共5条，整改到位2条，整改不到位1条，无法复查1条，未复查1条",
          "5 findings, 2 passed, 1 failed, 1 untestable, 1 not re-checked"))
    #expect(sheet.open.map(\.finding.row) == [19, 20])
    #expect(sheet.rounds == [1])
    #expect(sheet.tally(ofRound: 1) == sheet.tally)
    #expect(sheet.tally(ofRound: 2).notYet == 5)
    let all = story.at("2018-11-05").recheckSheet()
    #expect(all.findings.count == 20)
    #expect(all.open.map(\.finding.row).prefix(3) == [19, 20, 1])
    #expect(
      story.at("2018-11-05").brief.chinese.hasSuffix(
        "已复查4条问题，整改到位2条，整改不到位1条，无法复查1条；已办结2个网站。待研究问责1家（临沧市）。"))
  }
}
