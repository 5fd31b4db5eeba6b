import CensusCore
import Testing

/// The words that a supervisor reads of an obligation.
private func words(_ obligation: Obligation?, on day: Day) -> [String] {
  guard let obligation else { return [] }
  var words = [Terms.submission(obligation.submission)[.chinese]]
  if obligation.submission == .partial {
    words.append("\(obligation.settledCount)/\(obligation.findings.count)")
  }
  if let left = obligation.daysLeft(on: day) { words.append(Terms.daysLeft(left)[.chinese]) }
  if let late = obligation.daysLate { words.append(Terms.daysLate(late)[.chinese]) }
  return words
}

@Suite("Worked examples of the domain")
struct WorkedExampleTests {
  /// Kunming's reports: rows 3 to 6 in two parts, then a second pair for row 7.
  private static let kunming: [Event] = {
    var journal = Journal()
    let first = (3...6).map { finding($0) }
    journal.receive(Receipt(part: .electronic, covers: first), from: "昆明", on: "2018-10-15")
    journal.receive(Receipt(part: .paper, covers: first), from: "昆明", on: "2018-10-22")
    journal.receive(
      Receipt(part: .electronic, covers: [finding(7)]), from: "昆明", on: "2018-10-24")
    journal.receive(Receipt(part: .paper, covers: [finding(7)]), from: "昆明", on: "2018-10-25")
    return journal.events
  }()

  @Test(
    "Example 1: what the desk says of Kunming, day by day",
    arguments: [
      ("2018-10-14", ["未报", "剩 6天"], "还没有", "还没有"),
      ("2018-10-15", ["部分报送", "0/5", "剩 5天"], "还没有", "4/5"),
      ("2018-10-20", ["部分报送", "0/5", "今天到期"], "还没有", "4/5"),
      ("2018-10-21", ["部分报送", "0/5", "逾期 1天"], "还没有", "4/5"),
      ("2018-10-22", ["部分报送", "4/5", "逾期 2天"], "4/5", "4/5"),
      ("2018-10-23", ["部分报送", "4/5", "逾期 3天"], "4/5", "4/5"),
      ("2018-10-24", ["部分报送", "4/5", "逾期 4天"], "4/5", "2018-10-24"),
      ("2018-10-25", ["已报齐", "迟报 5天"], "2018-10-25", "2018-10-24"),
      ("2018-12-31", ["已报齐", "迟报 5天"], "2018-10-25", "2018-10-24"),
    ])
  func kunming(asOf: String, said: [String], paper: String, electronic: String) {
    let obligation = yunnan(Self.kunming, asOf: asOf).obligation(of: "昆明")
    #expect(words(obligation, on: day(asOf)) == said)
    #expect(obligation.map { text($0.paper) } == paper)
    #expect(obligation.map { text($0.electronic) } == electronic)
  }

  private func text(_ part: Obligation.PartSummary) -> String {
    switch part {
    case .missing: "还没有"
    case .toReturn(let day): "\(day) 待退回"
    case .returned(let day, let arrived): "\(arrived)，\(day) 已退回"
    case .some(let count, let all): "\(count)/\(all)"
    case .valid(let day): day.description
    case .unasked: "未要求"
    }
  }

  @Test("Example 1: rows 3 to 6 await the re-check, late 2 days; row 7 is left out and overdue")
  func kunmingRows() throws {
    let projection = yunnan(Self.kunming, asOf: "2018-10-23")
    for row in 3...6 {
      let state = try #require(projection.finding(finding(row)))
      #expect(state.headline == .awaitingRecheck)
      #expect(Terms.headline(state.headline) == Phrase("待复查", "awaiting re-check"))
      #expect(state.daysLate == 2)
      #expect(state.completeOn == day("2018-10-22"))
      #expect(state.daysLeft(on: projection.asOf) == nil)
      #expect(!state.isLeftOut)
      #expect(!state.isOverdue(on: projection.asOf))
    }
    let seven = try #require(projection.finding(finding(7)))
    #expect(seven.headline == .outstanding)
    #expect(seven.isLeftOut)
    #expect(seven.isOverdue(on: projection.asOf))
    #expect(
      Terms.daysLeft(try #require(seven.daysLeft(on: projection.asOf))).english == "overdue 3 d")
    #expect(seven.daysLate == nil)
    let obligation = try #require(projection.obligation(of: "昆明"))
    #expect(obligation.submission == .partial)
    #expect(obligation.isOverdue(on: projection.asOf))
    #expect(obligation.completeOn == nil)
    #expect(obligation.next == NextAction(on: projection.asOf, what: .chase))
    #expect(obligation.receipts.count == 2)
  }

  @Test("Example 1: on 15 October rows 3 to 6 lack the paper copy")
  func kunmingBeforeThePaper() {
    let findings = yunnan(Self.kunming, asOf: "2018-10-15").obligation(of: "昆明")?.findings ?? []
    #expect(
      findings.map(\.headline)
        == [.paperMissing, .paperMissing, .paperMissing, .paperMissing, .outstanding])
  }

  @Test("Example 1: the second pair completes Kunming, and the re-check is next")
  func kunmingComplete() throws {
    let obligation = try #require(yunnan(Self.kunming, asOf: "2018-10-26").obligation(of: "昆明"))
    #expect(obligation.submission == .complete)
    #expect(obligation.completeOn == day("2018-10-25"))
    #expect(obligation.daysLate == 5)
    #expect(obligation.findings.map(\.daysLate) == [2, 2, 2, 2, 5])
    #expect(obligation.next == NextAction(on: day("2018-10-26"), what: .recheck))
    #expect(obligation.findings.allSatisfy { !$0.isLeftOut })
  }

  @Test(
    "Example 4: Baoshan's paper copy arrives unsigned, and later signed",
    arguments: [
      ("2018-10-17", Submission.outstanding, nil), ("2018-10-18", .toReturn, nil),
      ("2018-10-23", .toReturn, nil), ("2018-10-24", .complete, 4), ("2018-10-30", .complete, 4),
    ] as [(String, Submission, Int?)])
  func baoshan(asOf: String, submission: Submission, late: Int?) {
    var journal = Journal()
    journal.receive(Receipt(part: .electronic), from: "保山", on: "2018-10-18")
    journal.receive(Receipt(part: .paper, signature: .none), from: "保山", on: "2018-10-18")
    journal.receive(Receipt(part: .paper), from: "保山", on: "2018-10-24")
    let projection = yunnan(journal.events, asOf: asOf)
    let obligation = projection.obligation(of: "保山")
    #expect(obligation?.submission == submission)
    #expect(obligation?.daysLate == late)
    if submission == .toReturn {
      #expect(obligation?.paper == .toReturn(on: day("2018-10-18")))
      #expect(obligation?.next == NextAction(on: day(asOf), what: .return))
      #expect(Terms.submission(.toReturn) == Phrase("待退回", "to return"))
      #expect(Terms.action(.return) == Phrase("退回", "return"))
    }
    // The first arrival stays in the history.
    let arrivals = projection.history(of: .unit("保山")).filter {
      $0.event.receipt?.signature == Signature.none
    }
    #expect(arrivals.count == (asOf >= "2018-10-18" ? 1 : 0))
  }

  @Test("A fax is never the paper copy, and a valid copy is never displaced")
  func fax() {
    var journal = Journal()
    journal.receive(Receipt(part: .paper, channel: .fax), from: "保山", on: "2018-10-16")
    #expect(
      yunnan(journal.events, asOf: "2018-10-20").obligation(of: "保山")?.paper
        == .toReturn(on: day("2018-10-16")))
    journal.receive(Receipt(part: .paper), from: "保山", on: "2018-10-18")
    journal.receive(Receipt(part: .paper, signature: .other), from: "保山", on: "2018-10-19")
    #expect(
      yunnan(journal.events, asOf: "2018-10-20").obligation(of: "保山")?.paper
        == .valid(on: day("2018-10-18")))
  }

  @Test("Example 3: half of Gengma's findings reported leaves the site outstanding")
  func gengma() {
    var journal = Journal()
    for part in Part.allCases {
      journal.receive(
        Receipt(part: part, covers: [finding(20)]), from: "临沧", on: "2018-10-19")
    }
    let projection = yunnan(journal.events, asOf: "2018-10-21")
    let site = projection.site(SiteCode("5309260040"))
    #expect(site?.findings.map(\.headline) == [.outstanding, .awaitingRecheck])
    #expect(site?.headline == .outstanding)
    #expect(site?.isOverdue(on: projection.asOf) == true)
    #expect(site?.daysLeft(on: projection.asOf) == -1)
    #expect(site?.issues == ["score_fail", "text_errors"])
  }

  @Test(
    "A report on time that was recorded after the deadline bears the badge",
    arguments: [
      ("2018-10-19", "2018-10-20T15:59:59Z", false), ("2018-10-19", "2018-10-20T16:00:00Z", true),
      ("2018-10-20", "2018-10-22T01:00:00Z", true), ("2018-10-21", "2018-10-22T01:00:00Z", false),
    ])
  func recordedLater(on date: String, at time: String, isLater: Bool) {
    var journal = Journal()
    journal.receive(Receipt(part: .paper), from: "怒江", on: date, at: time)
    let obligation = yunnan(journal.events, asOf: "2018-10-25").obligation(of: "怒江")
    #expect(obligation?.isRecordedLater == isLater)
    #expect(obligation?.paper == .valid(on: day(date)))
  }

  @Test("Known at: what the records said then")
  func knownAt() {
    var journal = Journal()
    let event = journal.receive(
      Receipt(part: .paper), from: "怒江", on: "2018-10-18", at: "2018-10-22T01:00:00Z")
    journal.retract([event.id], on: "2018-10-18", at: "2018-10-23T01:00:00Z")
    let paper = { (time: String?) in
      yunnan(journal.events, asOf: "2018-10-25", knownAt: time).obligation(of: "怒江")?.paper
    }
    #expect(paper("2018-10-22T00:59:59Z") == .missing)
    #expect(paper("2018-10-22T01:00:00Z") == .valid(on: day("2018-10-18")))
    #expect(paper("2018-10-23T01:00:00Z") == .missing)
    #expect(paper(nil) == .missing)
  }

  @Test("As of: a retraction of a later day still counts, since an error was never true")
  func retractionsOfLaterDays() {
    var journal = Journal()
    let event = journal.receive(Receipt(part: .paper), from: "怒江", on: "2018-10-18")
    journal.retract([event.id], on: "2018-10-23")
    #expect(yunnan(journal.events, asOf: "2018-10-19").obligation(of: "怒江")?.paper == .missing)
  }
}
