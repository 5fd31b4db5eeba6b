import CensusCore
import Testing

/// A quarter in which much has happened: a failed and a passed re-check, a waiver, parts to return.
private func busy() throws -> Story {
  var story = Story()
  try story.receive(from: "临沧", on: "2018-10-19")
  try story.receive([.paper], from: "保山", on: "2018-10-18") { $0.signature = .none }
  try story.receive([.electronic], from: "昆明", on: "2018-10-18")
  try story.receive(from: "怒江", on: "2018-10-18")
  try story.recheck(.failed, rows: 17, on: "2018-11-05")
  try story.recheck(.passed, rows: 20, on: "2018-11-05")
  try story.recheck(.passed, rows: 10, 11, 12, on: "2018-11-05")
  try story.act("2018-11-06") { projection, today in
    try projection.plan(
      WaiveRequest(on: today, authority: "省政府办公厅", reason: "机构改革"),
      for: [.unit("云南省文化厅")], today: today)
  }
  try story.act("2018-11-06") { projection, today in
    try projection.plan(
      VoidRequest(on: today, reason: "申诉成立"), for: [.finding(finding(15))], today: today)
  }
  return story
}

private let today = day("2018-11-10")

@Suite("Plans of every act, and what refuses them")
struct LifePlanTests {
  typealias Planning = @Sendable (Projection) throws(Refusal) -> Plan

  private static func recheck(
    _ verdict: Recheck.Verdict, _ row: Int, round: Int? = nil, reason: Recheck.Reason? = nil
  ) -> Planning {
    { projection throws(Refusal) in
      var request = RecheckRequest(verdict, on: today, reason: reason)
      request.round = round
      return try projection.plan(request, for: [.finding(finding(row))], today: today)
    }
  }

  private static func account(
    _ stage: Accountability.Stage, _ unit: UnitID,
    _ change: @escaping @Sendable (inout AccountRequest) -> Void = { _ in }
  ) -> Planning {
    { projection throws(Refusal) in
      var request = AccountRequest(stage, on: today)
      change(&request)
      return try projection.plan(request, for: [.unit(unit)], today: today)
    }
  }

  private static func availability(
    _ status: Availability.Status, _ reference: Reference = .site(SiteCode("5309260040")),
    _ change: @escaping @Sendable (inout AvailabilityRequest) -> Void = { _ in }
  ) -> Planning {
    { projection throws(Refusal) in
      var request = AvailabilityRequest(status, on: today)
      change(&request)
      return try projection.plan(request, for: [reference], today: today)
    }
  }

  private static func extend(_ until: String, authority: String = "分管领导", reason: String = "迁移")
    -> Planning
  {
    { projection throws(Refusal) in
      try projection.plan(
        ExtendRequest(until: day(until), on: today, authority: authority, reason: reason),
        for: [.unit("昆明")], today: today)
    }
  }

  private static func send(_ unit: UnitID, _ parts: [Part] = Part.allCases, reason: String = "未签字")
    -> Planning
  {
    { projection throws(Refusal) in
      try projection.plan(
        ReturnRequest(parts: parts, on: today, reason: reason), for: [.unit(unit)], today: today)
    }
  }

  private static func correct(_ field: Correct.Field, _ new: String, _ reference: Reference)
    -> Planning
  {
    { projection throws(Refusal) in
      try projection.plan(
        CorrectRequest(field, to: new, reason: "更正", on: today), for: reference, today: today)
    }
  }

  static let refused: [(Planning, Refusal)] = [
    (send("迪庆"), .nothingToReturn(unit: "迪庆")),
    (send("保山", reason: " 　"), .reasonNeeded),
    (extend("2018-11-20", authority: ""), .authorityNeeded),
    (extend("2018-11-20", reason: ""), .reasonNeeded),
    (extend("2018-10-20"), .notLater(day("2018-10-20"), due: day("2018-10-20"))),
    (
      { projection throws(Refusal) in
        try projection.plan(
          WaiveRequest(on: today, authority: "甲", reason: "乙"), for: [.unit("怒江")], today: today)
      }, .nothingOwed(.unit("怒江"))
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(
          OrderRequest(until: day("2018-11-30"), on: today), for: [.unit("昆明")], today: today)
      }, .nothingFailed("昆明")
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(
          OrderRequest(until: day("2018-11-09"), on: today), for: [.unit("临沧")], today: today)
      }, .untilBefore(day("2018-11-09"), on: today)
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(ChaseRequest(on: today), for: [.unit("怒江")], today: today)
      }, .nothingOwed(.unit("怒江"))
    ),
    (
      { projection throws(Refusal) in
        var request = ChaseRequest(on: today)
        request.promised = day("2018-11-09")
        return try projection.plan(request, for: [.unit("昆明")], today: today)
      }, .untilBefore(day("2018-11-09"), on: today)
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(
          ContactRequest(on: today, name: " "), for: [.unit("昆明")], today: today)
      }, .emptyContact
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(DetailRequest(on: today, lines: []), for: finding(3), today: today)
      }, .emptyDetail
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(
          DetailRequest(on: today, pasted: "a\tb\tc\td\te"), for: finding(3), today: today)
      }, .tooManyCells(line: 1, expected: 4)
    ),
    (recheck(.passed, 15), .isVoid(.finding(finding(15)))),
    (recheck(.untestable, 3), .reasonNeeded),
    (recheck(.passed, 3, round: 2), .noSuchRound(finding(3), next: 1)),
    (recheck(.passed, 3, round: 0), .noSuchRound(finding(3), next: 1)),
    (recheck(.passed, 17, round: 1), .alreadyRechecked(finding(17), round: 1, .failed)),
    (recheck(.failed, 20), .alreadyClosed(finding(20))),
    (account(.opened, "临沧"), .approvalNeeded),
    (account(.measure, "临沧") { $0.measure = .interview }, .notOpened("临沧")),
    (account(.measure, "临沧"), .measureNeeded),
    (account(.concluded, "临沧"), .notOpened("临沧")),
    (account(.opened, "昆明") { $0.approvedBy = "甲" }, .nothingCallsForAccountability("昆明")),
    (availability(.retired), .filingNeeded),
    (availability(.retired) { $0.isFiled = true }, .filingNeeded),
    (availability(.merged), .successorNeeded),
    (availability(.merged) { $0.successor = SiteCode("5309260040") }, .successorNeeded),
    (availability(.dark, .unit("昆明")), .notASite(.unit("昆明"))),
    (
      availability(.offline) { $0.until = day("2018-11-09") },
      .untilBefore(day("2018-11-09"), on: today)
    ),
    (correct(.code, "12345", .site(SiteCode("5309260040"))), .malformedCode("12345")),
    (correct(.code, " ", .site(SiteCode("5309260040"))), .valueNeeded),
    (correct(.code, "5300000001", .unit("昆明")), .notCorrectable(.unit("昆明"), .code)),
    (
      { projection throws(Refusal) in
        try projection.plan(
          VoidRequest(on: today, reason: ""), for: [.finding(finding(3))], today: today)
      }, .reasonNeeded
    ),
    (
      { projection throws(Refusal) in
        try projection.plan(
          RetractRequest(on: today, reason: "有误"), for: [.unit("昆明")], today: today)
      }, .notAnEvent(.unit("昆明"))
    ),
    (
      { projection throws(Refusal) in
        let keep = known(projection.events.first).id
        return try projection.plan(ResolveRequest(keep: keep, on: today), today: today)
      }, .noConflict(known(EventID(String(repeating: "0", count: 32))))
    ),
  ]

  @Test("Every refusal", arguments: 0..<refused.count)
  func refusals(index: Int) throws {
    let projection = try busy().at("2018-11-10")
    let (planning, expected) = Self.refused[index]
    let said = refusal { () throws(Refusal) in try planning(projection) }
    if case .noConflict = expected {
      #expect(said == .noConflict(known(projection.events.first).id))
    } else {
      #expect(said == expected)
    }
    guard let said else { return }
    let sentence = Terms.refusal(said)
    #expect(sentence.chinese.hasSuffix("。") && sentence.english.hasSuffix("."))
    #expect(!sentence.chinese.contains { ",;:!?()".contains($0) })
  }

  @Test(
    "A day that has not come, or came before the notice, is refused by all alike", arguments: 0..<9)
  func days(index: Int) throws {
    let projection = try busy().at("2018-11-10")
    let plan = { (on: Day, note: String?) throws(Refusal) -> Plan in
      let baoshan = [Reference.unit("保山")]
      switch index {
      case 0:
        var request = ReturnRequest(parts: [.paper], on: on, reason: "未签字")
        request.note = note
        return try projection.plan(request, for: baoshan, today: today)
      case 1:
        var request = WaiveRequest(on: on, authority: "甲", reason: "乙")
        request.note = note
        return try projection.plan(request, for: baoshan, today: today)
      case 2:
        var request = ExtendRequest(
          until: day("2018-12-01"), on: on, authority: "甲", reason: "乙")
        request.note = note
        return try projection.plan(request, for: baoshan, today: today)
      case 3:
        var request = ChaseRequest(on: on)
        request.note = note
        return try projection.plan(request, for: baoshan, today: today)
      case 4:
        var request = OrderRequest(until: day("2018-12-01"), on: on)
        request.note = note
        return try projection.plan(request, for: [.unit("临沧")], today: today)
      case 5:
        var request = RecheckRequest(.passed, on: on)
        request.note = note
        return try projection.plan(request, for: [.finding(finding(8))], today: today)
      case 6:
        var request = AccountRequest(.opened, on: on)
        request.approvedBy = "甲"
        request.note = note
        return try projection.plan(request, for: [.unit("临沧")], today: today)
      case 7:
        var request = DetailRequest(on: on, lines: [Detail.Line(found: "甲")])
        request.note = note
        return try projection.plan(request, for: finding(3), today: today)
      default:
        var request = VoidRequest(on: on, reason: "甲")
        request.note = note
        return try projection.plan(request, for: [.finding(finding(3))], today: today)
      }
    }
    let tomorrow = today + 1
    #expect(
      refusal { () throws(Refusal) in try plan(tomorrow, "确有其事") }
        == .futureDay(tomorrow, today: today))
    let early = day("2018-09-25")
    #expect(
      refusal { () throws(Refusal) in try plan(early, "　") }
        == .beforeNotice(early, issued: day("2018-09-26")))
    // What answers something that came later would have no effect, whatever is said of it.
    let effectless: [Int: Refusal] = [
      0: .beforeReceipt(unit: "保山", part: .paper, on: day("2018-10-18")),
      4: .beforeFailure(.finding(finding(17)), on: day("2018-11-05")),
    ]
    #expect(refusal { () throws(Refusal) in try plan(early, "确有其事") } == effectless[index])
  }

  @Test("The same again is skipped", arguments: 0..<11)
  func again(index: Int) throws {
    var story = try busy()
    let act: @Sendable (Projection, Day) throws -> Plan = { projection, today in
      switch index {
      case 0: try Self.send("保山")(projection)
      case 1: try Self.extend("2018-11-20")(projection)
      case 2:
        try projection.plan(
          OrderRequest(until: day("2018-11-30"), on: today), for: [.unit("临沧")], today: today)
      case 3:
        try projection.plan(
          ChaseRequest(on: today, channel: .phone), for: [.unit("昆明")], today: today)
      case 4:
        try projection.plan(
          ContactRequest(on: today, phone: "0000"), for: [.unit("昆明")], today: today)
      case 5:
        try projection.plan(
          DetailRequest(on: today, pasted: "示列|示例"), for: finding(3), today: today)
      case 6: try Self.recheck(.untestable, 3, reason: .offline)(projection)
      case 7: try Self.account(.opened, "临沧") { $0.approvedBy = "甲" }(projection)
      case 8: try Self.availability(.dark)(projection)
      case 9: try Self.correct(.code, "5309260041", .site(SiteCode("5309260040")))(projection)
      default:
        try projection.plan(
          VoidRequest(on: today, reason: "甲"), for: [.finding(finding(3))], today: today)
      }
    }
    let first = try story.act("2018-11-10", act)
    #expect(first.drafts.count == 1)
    #expect(first.skipped == [])
    let before = story.at("2018-11-10")
    let second = try story.act("2018-11-10", act)
    #expect(second.drafts == [])
    #expect(second.skipped.count == 1)
    #expect(story.at("2018-11-10") == before)
  }

  @Test("A note goes beside events that have no room for one, and in those that have")
  func notes() throws {
    let projection = try busy().at("2018-11-10")
    var order = OrderRequest(until: day("2018-11-30"), on: today)
    order.note = " 按领导批示 "
    let drafts = try projection.plan(order, for: [.unit("临沧")], today: today).drafts
    #expect(drafts.map(\.payload.typeName) == ["order", "note"])
    #expect(drafts.map(\.round) == [2, 2])
    #expect(drafts[1].payload == .note(Note(text: "按领导批示")))
    var chase = ChaseRequest(on: today, channel: .letter)
    chase.note = "附清单"
    #expect(
      try projection.plan(chase, for: [.unit("临沧")], today: today).drafts.map(\.payload)
        == [.chase(Chase(channel: .letter, note: "附清单"))])
  }

  @Test("A contact keeps what is left out")
  func contacts() throws {
    var story = Story()
    for change: @Sendable (inout ContactRequest) -> Void in [
      { $0.name = "甲" }, { $0.phone = "0000" }, { $0.name = "乙" },
    ] {
      try story.act("2018-10-08") { projection, today in
        var request = ContactRequest(on: today)
        change(&request)
        return try projection.plan(request, for: [.finding(finding(3))], today: today)
      }
    }
    #expect(
      story.at("2018-10-08").obligation(of: "昆明")?.contact == Contact(name: "乙", phone: "0000"))
    #expect(story.events.map(\.quarter) == [nil, nil, nil])
  }

  @Test(
    "Lines pasted from a table",
    arguments: [
      (
        "示列\t示例\t首页\thttp://a.cn",
        [Detail.Line(found: "示列", expected: "示例", page: "首页", address: "http://a.cn")]
      ),
      (
        "示列|示例\n\n  \n按装｜安装",
        [
          Detail.Line(found: "示列", expected: "示例"), Detail.Line(found: "按装", expected: "安装"),
        ]
      ),
      ("| 应为 | 原文 |\n| --- | :--: |\n| 示例 | 示列 |", [Detail.Line(found: "示列", expected: "示例")]),
      ("扣分项\t扣分\n互动交流\t2.5\n", [Detail.Line(item: "互动交流", points: "2.5")]),
      ("只有原文", [Detail.Line(found: "只有原文")]),
      (
        "Found\tShould be\tPage\tURL\r\na\tb\t\td",
        [Detail.Line(found: "a", expected: "b", address: "d")]
      ),
    ] as [(String, [Detail.Line])])
  func pasted(text: String, lines: [Detail.Line]) throws {
    #expect(try DetailRequest(on: today, pasted: text).lines == lines)
  }

  @Test func nothingPasted() {
    for text in ["", " \n\t\n", "原文\t应为\n", "| - | - |"] {
      #expect(
        refusal { () throws(Refusal) in try DetailRequest(on: today, pasted: text) } == .emptyDetail
      )
    }
  }
}
