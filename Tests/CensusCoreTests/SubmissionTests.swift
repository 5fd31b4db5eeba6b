import CensusCore
import Testing

private let d18 = day("2018-10-18")
private let states: [PartState] = [
  .missing, .toReturn(on: d18), .returned(on: d18, arrived: d18), .valid(on: d18),
]

@Suite("How a report stands")
struct SubmissionTests {
  // Rows: the paper copy missing, to return, returned, valid; columns: the electronic document.
  private static let table: [[Submission]] = [
    [.outstanding, .toReturn, .returned, .paperMissing],
    [.toReturn, .toReturn, .toReturn, .toReturn],
    [.returned, .toReturn, .returned, .returned],
    [.electronicMissing, .toReturn, .returned, .complete],
  ]

  @Test("Every pair of part states", arguments: 0..<4, 0..<4)
  func pairs(paper: Int, electronic: Int) {
    let paperState = states[paper]
    let electronicState = states[electronic]
    #expect(
      Submission(paper: paperState, electronic: electronicState) == Self.table[paper][electronic])
    #expect(
      Submission(paper: paperState, electronic: electronicState, isWaived: true) == .waived)
  }

  @Test(
    "A unit over the reports on its findings",
    arguments: [
      ([], .complete),
      ([.complete], .complete), ([.complete, .complete], .complete),
      ([.waived], .waived), ([.waived, .waived], .waived), ([.waived, .complete], .complete),
      ([.complete, .outstanding], .partial),
      // What was excused owes nothing, and is no half of anything.
      ([.waived, .paperMissing], .paperMissing), ([.waived, .outstanding], .outstanding),
      ([.waived, .complete, .outstanding], .partial),
      ([.complete, .toReturn], .partial), ([.complete, .returned, .outstanding], .partial),
      ([.outstanding], .outstanding), ([.outstanding, .outstanding], .outstanding),
      ([.paperMissing], .paperMissing), ([.electronicMissing], .electronicMissing),
      ([.paperMissing, .electronicMissing], .partial),
      ([.electronicMissing, .outstanding], .partial), ([.paperMissing, .outstanding], .partial),
      ([.outstanding, .toReturn], .toReturn), ([.returned, .toReturn], .toReturn),
      ([.returned, .outstanding], .returned), ([.paperMissing, .returned], .returned),
    ] as [([Submission], Submission)])
  func units(findings: [Submission], unit: Submission) {
    #expect(Submission(of: findings) == unit)
    #expect(Submission(of: findings.reversed()) == unit)
  }

  @Test func onlyCompleteAndWaivedAreSettled() {
    #expect(Submission.allCases.filter(\.isSettled) == [.waived, .complete])
  }

  @Test(
    "The headline of every submission",
    arguments: zip(
      Submission.allCases,
      [
        Headline.outstanding, .toReturn, .returned, .paperMissing, .electronicMissing,
        .outstanding, .awaitingRecheck, .awaitingRecheck,
      ]))
  func headlines(submission: Submission, headline: Headline) {
    #expect(Headline(submission) == headline)
  }

  @Test func headlinesAreListedWorstFirst() {
    #expect(
      Headline.allCases.map(\.rawValue) == [
        "escalated", "recheckFailed", "outstanding", "toReturn", "returned", "paperMissing",
        "electronicMissing", "fixedReportOwed", "awaitingRecheck", "closedRetired", "closed",
        "void",
      ])
    #expect(Headline.allCases.filter(\.isClosed) == [.closedRetired, .closed, .void])
  }

  @Test("The worst of two is the earlier one", arguments: Headline.allCases)
  func worst(headline: Headline) {
    let index = Headline.allCases.firstIndex(of: headline) ?? 0
    for (other, word) in Headline.allCases.enumerated() {
      #expect(Headline.worst(of: [word, headline]) == (other < index ? word : headline))
    }
  }

  @Test func theWorstOfNothingIsNothing() {
    #expect(Headline.worst(of: [Headline]()) == nil)
  }

  @Test(
    "What a receipt is worth",
    arguments: Signature.allCases, [nil] + Receipt.Channel.allCases.map(Optional.some))
  func validity(signature: Signature, channel: Receipt.Channel?) {
    let paper = Receipt(part: .paper, signature: signature, channel: channel)
    #expect(paper.isValid == (signature == .principal && channel != .fax))
    #expect(Receipt(part: .electronic, signature: signature, channel: channel).isValid)
  }
}

@Suite("Deadlines")
struct DeadlineTests {
  @Test(
    "The due day itself is on time",
    arguments: [
      ("2018-10-19", 1, 0, false), ("2018-10-20", 0, 0, false), ("2018-10-21", -1, 1, true),
      ("2018-11-20", -31, 31, true), ("2018-10-08", 12, 0, false),
    ])
  func inclusive(text: String, left: Int, late: Int, isOverdue: Bool) {
    let deadline = Deadline(day("2018-10-20"))
    #expect(deadline.lastDayOnTime == day("2018-10-20"))
    #expect(deadline.daysLeft(on: day(text)) == left)
    #expect(deadline.daysLate(on: day(text)) == late)
    #expect(deadline.isOverdue(on: day(text)) == isOverdue)
  }

  @Test(
    "Before the day: the day itself is late",
    arguments: [
      ("2018-10-18", 1, 0, false), ("2018-10-19", 0, 0, false), ("2018-10-20", -1, 1, true),
      ("2018-10-21", -2, 2, true),
    ])
  func exclusive(text: String, left: Int, late: Int, isOverdue: Bool) {
    let deadline = Deadline(day("2018-10-20"), isInclusive: false)
    #expect(deadline.lastDayOnTime == day("2018-10-19"))
    #expect(deadline.daysLeft(on: day(text)) == left)
    #expect(deadline.daysLate(on: day(text)) == late)
    #expect(deadline.isOverdue(on: day(text)) == isOverdue)
  }

  @Test func anExclusiveDeadlineReachesTheProjection() {
    let strict = Yunnan.inspection.with(
      notice: Yunnan.notice(deadline: Deadline(day("2018-10-20"), isInclusive: false)))
    var journal = Journal()
    journal.record(bothParts(from: ["昆明"], on: "2018-10-20"))
    let projection = yunnan(journal.events, asOf: "2018-10-20", inspection: strict)
    #expect(projection.obligation(of: "昆明")?.daysLate == 1)
    #expect(projection.obligation(of: "临沧")?.isOverdue(on: day("2018-10-20")) == true)
    #expect(projection.overview.overdue == 6)
  }

  @Test func withoutADeadlineNothingIsLate() {
    let open = Yunnan.inspection.with(notice: Yunnan.notice(deadline: nil))
    var journal = Journal()
    journal.record(bothParts(from: ["昆明"], on: "2019-10-20"))
    let projection = yunnan(journal.events, asOf: "2019-12-31", inspection: open)
    #expect(projection.overview.overdue == 0)
    #expect(projection.deadlines.isEmpty)
    #expect(projection.obligation(of: "昆明")?.daysLate == nil)
    #expect(projection.obligation(of: "临沧")?.daysLeft(on: day("2019-12-31")) == nil)
    #expect(
      projection.obligation(of: "临沧")?.next == NextAction(on: day("2019-12-31"), what: .chase))
  }
}

@Suite("The next action")
struct NextActionTests {
  private static let deadline = Deadline(day("2018-10-20"))

  @Test(
    "By submission, on a day before the first date of the policy",
    arguments: zip(
      Submission.allCases,
      [
        NextAction(on: day("2018-10-08"), what: .chase),
        NextAction(on: day("2018-10-01"), what: .return),
        NextAction(on: day("2018-10-08"), what: .chase),
        NextAction(on: day("2018-10-08"), what: .chase),
        NextAction(on: day("2018-10-08"), what: .chase),
        NextAction(on: day("2018-10-08"), what: .chase),
        NextAction(on: day("2018-10-01"), what: .recheck),
        NextAction(on: day("2018-10-01"), what: .recheck),
      ]))
  func bySubmission(submission: Submission, action: NextAction) {
    #expect(
      NextAction.of(
        submission, deadline: Self.deadline, policy: Settings.Policy(), today: day("2018-10-01"))
        == action)
  }

  @Test(
    "A chase moves to a weekday, and to today once its day has passed",
    arguments: [
      ([-12], "2018-10-01", "2018-10-08"), ([-14], "2018-10-01", "2018-10-08"),
      ([-13], "2018-10-01", "2018-10-08"), ([-12], "2018-10-08", "2018-10-08"),
      ([-12], "2018-10-09", "2018-10-09"), ([], "2018-10-01", "2018-10-29"),
    ])
  func chases(chaseDays: [Int], today: String, expected: String) {
    let action = NextAction.of(
      .outstanding, deadline: Self.deadline, policy: Settings.Policy(chaseDays: chaseDays),
      today: day(today))
    #expect(action == NextAction(on: day(expected), what: .chase))
  }

  @Test("A part to return comes first, also when the rest of the unit has reported")
  func returnsFirst() {
    var journal = Journal()
    let others = (3...6).map { finding($0) }
    for part in Part.allCases {
      journal.receive(Receipt(part: part, covers: others), from: "昆明", on: "2018-10-15")
    }
    journal.receive(
      Receipt(part: .paper, signature: .none, covers: [finding(7)]), from: "昆明", on: "2018-10-16")
    let projection = yunnan(journal.events, asOf: "2018-10-17")
    let kunming = projection.obligation(of: "昆明")
    #expect(kunming?.submission == .partial)
    #expect(kunming?.next == NextAction(on: day("2018-10-17"), what: .return))
    #expect(projection.overview.toReturn == 1)
    #expect(projection.overview.partial == 1)
  }
}
