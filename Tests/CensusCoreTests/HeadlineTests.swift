import CensusCore
import Testing

@Suite("The headline, over the full product of the axes")
struct HeadlineTests {
  /// The table of the domain, row by row, in words of its own.
  private static let table: [(headline: Headline, holds: @Sendable (Axes) -> Bool)] = [
    (.void, { $0.isVoid }),
    (.escalated, { [.opened, .measured].contains($0.accountability) }),
    (.recheckFailed, { $0.recheck == .failed && !($0.isReordered && $0.isSettled) }),
    (.closed, { $0.recheck == .passed && $0.isSettled }),
    (.closedRetired, { $0.availability == .retired && $0.isSettled }),
    (.fixedReportOwed, { $0.recheck == .passed }),
    (.toReturn, { $0.submission == .toReturn }),
    (.returned, { $0.submission == .returned }),
    (.awaitingRecheck, { $0.isSettled }),
    (.paperMissing, { $0.submission == .paperMissing }),
    (.electronicMissing, { $0.submission == .electronicMissing }),
    (.outstanding, { _ in true }),
  ]

  struct Axes {
    let isVoid: Bool
    let accountability: Accountability.State
    let recheck: Recheck.State
    let isReordered: Bool
    let submission: Submission
    let availability: Availability.Status

    var isSettled: Bool { [.complete, .waived].contains(submission) }
  }

  @Test("The first that fits wins", arguments: Submission.allCases, Recheck.State.allCases)
  func product(submission: Submission, recheck: Recheck.State) {
    var count = 0
    for isVoid in [false, true] {
      for accountability in Accountability.State.allCases {
        for isReordered in [false, true] {
          for availability in Availability.Status.allCases {
            let axes = Axes(
              isVoid: isVoid, accountability: accountability, recheck: recheck,
              isReordered: isReordered, submission: submission, availability: availability)
            let expected = Self.table.first { $0.holds(axes) }?.headline
            let headline = Headline(
              isVoid: isVoid, accountability: accountability, recheck: recheck,
              isReordered: isReordered, submission: submission, availability: availability)
            #expect(headline == expected)
            count += 1
          }
        }
      }
    }
    #expect(count == 100)
  }

  @Test(
    "The submission and the re-check alone, as a table to read",
    arguments: zip(
      Submission.allCases,
      [
        [Headline.outstanding, .fixedReportOwed, .recheckFailed, .outstanding],
        [.toReturn, .fixedReportOwed, .recheckFailed, .toReturn],
        [.returned, .fixedReportOwed, .recheckFailed, .returned],
        [.paperMissing, .fixedReportOwed, .recheckFailed, .paperMissing],
        [.electronicMissing, .fixedReportOwed, .recheckFailed, .electronicMissing],
        [.outstanding, .fixedReportOwed, .recheckFailed, .outstanding],
        [.awaitingRecheck, .closed, .recheckFailed, .awaitingRecheck],
        [.awaitingRecheck, .closed, .recheckFailed, .awaitingRecheck],
      ]))
  func plain(submission: Submission, headlines: [Headline]) {
    #expect(
      Recheck.State.allCases.map { Headline(recheck: $0, submission: submission) } == headlines)
  }

  @Test func aUnitShowsWhatIsGoingOnFirst() {
    #expect(Accountability.State.ofUnit([]) == .none)
    #expect(Accountability.State.ofUnit([.none, .concluded]) == .concluded)
    #expect(Accountability.State.ofUnit([.concluded, .toBeConsidered]) == .toBeConsidered)
    #expect(Accountability.State.ofUnit([.toBeConsidered, .opened]) == .opened)
    #expect(Accountability.State.ofUnit([.opened, .measured]) == .measured)
  }
}

@Suite("What is said beside the headline")
struct ModifierTests {
  @Test(
    "Due, due today, overdue",
    arguments: [
      ("2018-10-17", Modifier.due(days: 3), "剩 3天", "due in 3 d"),
      ("2018-10-20", .due(days: 0), "今天到期", "due today"),
      ("2018-10-25", .overdue(days: 5), "逾期 5天", "overdue 5 d"),
    ])
  func due(date: String, modifier: Modifier, chinese: String, english: String) {
    let state = yunnan(asOf: date).finding(finding(3))
    #expect(state?.modifiers(on: day(date)) == [modifier])
    #expect(Terms.modifier(modifier) == Phrase(chinese, english))
  }

  @Test func lateAndRecordedLater() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-23")
    #expect(
      words(story.at("2018-11-01").finding(finding(3)), on: "2018-11-01") == ["待复查", "迟报 3天"])
    let backdated = EventDraft(
      on: day("2018-10-19"), quarter: Yunnan.quarter, subject: .unit("怒江"),
      payload: .receipt(Receipt(part: .paper)))
    story.record([backdated], at: "2018-10-22T01:00:00Z")
    #expect(
      words(story.at("2018-10-23").finding(finding(10)), on: "2018-10-23")
        == ["缺电子版", "逾期 3天", "补录"])
    #expect(Terms.modifier(.recordedLater).english == "entered late")
    #expect(Terms.modifier(.late(days: 3)).english == "late 3 d")
  }

  @Test func chased() throws {
    var story = Story()
    for date in ["2018-10-08", "2018-10-19"] {
      try story.act(date) { projection, today in
        try projection.plan(
          ChaseRequest(on: today, channel: .phone), for: [.unit("怒江")], today: today)
      }
    }
    try story.act("2018-10-19") { projection, today in
      try projection.plan(
        ChaseRequest(on: today), for: [.site(SiteCode("5309260040"))], today: today)
    }
    let projection = story.at("2018-10-19")
    #expect(words(projection.finding(finding(10)), on: "2018-10-19") == ["未报", "剩 1天", "催办 2次"])
    #expect(Terms.modifier(.chased(2)).english == "chased ×2")
    // A reminder of a site is counted with the site and with its unit, not with other sites.
    #expect(projection.finding(finding(17))?.chases.count == 1)
    #expect(projection.finding(finding(16))?.chases.count == 0)
    #expect(projection.obligation(of: "临沧")?.chases.count == 1)
  }

  @Test func offlineUntil() throws {
    var story = Story()
    try story.act("2018-10-10") { projection, today in
      var request = AvailabilityRequest(.offline, on: today)
      request.until = day("2018-10-15")
      request.isFiled = true
      return try projection.plan(request, for: [.finding(finding(8))], today: today)
    }
    let said = { (date: String) in words(story.at(date).finding(finding(8)), on: date) }
    #expect(said("2018-10-09") == ["未报", "剩 11天"])
    #expect(said("2018-10-15") == ["未报", "剩 5天", "临时下线至 2018-10-15"])
    #expect(said("2018-10-18") == ["未报", "剩 2天", "临时下线至 2018-10-15", "逾期未恢复 3天"])
    #expect(Terms.modifier(.offlineUntil(nil)) == Phrase("临时下线", "offline"))
    #expect(
      Terms.modifier(.offlineUntil(day("2018-10-15"))).english == "offline until 2018-10-15")
    #expect(Terms.modifier(.restorationOverdue(days: 3)).english == "not restored for 3 d")
  }

  @Test func notCovered() throws {
    var story = Story()
    try story.receive(from: "昆明", on: "2018-10-15") { $0.except = [finding(7)] }
    #expect(
      words(story.at("2018-10-18").finding(finding(7)), on: "2018-10-18") == [
        "未报", "剩 2天", "报告未涵盖",
      ])
    #expect(Terms.modifier(.notCovered).english == "not covered by the report")
  }

  @Test func conflictingReceipts() throws {
    var story = Story()
    for (date, actor) in [("2018-10-15", "li"), ("2018-10-17", "wang")] {
      let draft = EventDraft(
        on: day(date), quarter: Yunnan.quarter, subject: .unit("保山"),
        payload: .receipt(Receipt(part: .paper)))
      story.record([draft], at: "2018-10-18T01:00:00Z", by: actor, seeing: false)
    }
    let projection = story.at("2018-10-18")
    #expect(
      words(projection.finding(finding(8)), on: "2018-10-18")
        == ["缺电子版", "剩 2天", "2条收件相互矛盾"])
    // The earliest counts provisionally.
    #expect(projection.finding(finding(8))?.paper == .valid(on: day("2018-10-15")))
    #expect(projection.overview.conflicts == 1)
    #expect(Terms.modifier(.conflictingReceipts(2)).english == "2 conflicting receipts")
  }

  @Test func recurrenceAndCarriedOver() {
    let state = yunnan(asOf: "2018-10-17").finding(finding(3))
    #expect(
      words(state, on: "2018-10-17", past: PastFailures(recurrence: 3, carriedOver: 2))
        == ["未报", "剩 3天", "同类问题连续3个季度", "遗留2个季度"])
    #expect(words(state, on: "2018-10-17", past: PastFailures()) == ["未报", "剩 3天"])
    #expect(Terms.modifier(.recurrence(3)).english == "recurrence ×3")
    #expect(Terms.modifier(.carriedOver(quarters: 1)).english == "carried over 1 quarter")
  }

  @Test func nothingBesideWhatWasStruckOff() throws {
    var story = Story()
    try story.act("2018-10-25") { projection, today in
      try projection.plan(
        VoidRequest(on: today, reason: "申诉成立"), for: [.finding(finding(3))], today: today)
    }
    #expect(words(story.at("2018-10-26").finding(finding(3)), on: "2018-10-26") == ["剔除"])
  }
}
