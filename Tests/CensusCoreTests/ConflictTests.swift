import CensusCore
import Testing

/// Two people who record the same fact differently, without knowing of each other.
@Suite("Conflicts of every kind")
struct ConflictKindTests {
  /// One kind of fact, as two people state it; the first is what counts for the time being.
  struct Case: CustomTestStringConvertible, Sendable {
    let kind: Conflict.Kind
    let worse: @Sendable (inout Story) throws -> Void
    let better: @Sendable (inout Story) throws -> Void
    /// What is read of it.
    let reading: @Sendable (Projection) -> String
    let expected: (worse: String, better: String)

    var testDescription: String { "\(kind)" }
  }

  private static func extend(
    _ until: String, _ reference: Reference = .unit("昆明")
  ) -> @Sendable (inout Story) throws -> Void {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          ExtendRequest(until: day(until), on: today, authority: "甲", reason: "乙"),
          for: [reference], today: today)
      }
    }
  }

  private static func site(
    _ status: Availability.Status
  ) -> @Sendable (inout Story) throws -> Void {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          AvailabilityRequest(status, on: today), for: [.finding(finding(3))], today: today)
      }
    }
  }

  private static func rename(_ name: String) -> @Sendable (inout Story) throws -> Void {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          CorrectRequest(.name, to: name, reason: "更名", on: today), for: .unit("昆明"), today: today)
      }
    }
  }

  static let cases = [
    Case(
      kind: .receipts,
      worse: { try $0.receive([.paper], from: "昆明", on: "2018-10-15") },
      better: { try $0.receive([.paper], from: "昆明", on: "2018-10-17") },
      reading: { $0.obligation(of: "昆明")?.paper == .valid(on: day("2018-10-15")) ? "15" : "17" },
      expected: ("15", "17")),
    Case(
      kind: .verdicts,
      worse: { try $0.recheck(.failed, rows: 3, on: "2018-10-18") },
      better: { try $0.recheck(.passed, rows: 3, on: "2018-10-18") },
      reading: { $0.finding(finding(3))?.recheck.rawValue ?? "" }, expected: ("failed", "passed")),
    Case(
      kind: .verdicts,
      worse: { try $0.recheck(.untestable, rows: 3, on: "2018-10-19", reason: .connection) },
      better: { try $0.recheck(.passed, rows: 3, on: "2018-10-20") },
      reading: { $0.finding(finding(3))?.recheck.rawValue ?? "" },
      expected: ("untestable", "passed")),
    Case(
      kind: .extensions, worse: extend("2018-10-25"), better: extend("2018-11-01"),
      reading: { $0.finding(finding(3))?.deadline?.day.description ?? "" },
      expected: ("2018-10-25", "2018-11-01")),
    Case(
      kind: .extensions, worse: extend("2018-10-25", .finding(finding(3))),
      better: extend("2018-11-01"),
      reading: { $0.finding(finding(3))?.deadline?.day.description ?? "" },
      expected: ("2018-10-25", "2018-11-01")),
    Case(
      kind: .availability, worse: site(.dark), better: site(.operating),
      reading: { $0.finding(finding(3))?.availability.rawValue ?? "" },
      expected: ("dark", "operating")),
    Case(
      kind: .availability, worse: site(.operating), better: site(.offline),
      reading: { $0.finding(finding(3))?.availability.rawValue ?? "" },
      expected: ("operating", "offline")),
  ]

  @Test(
    "Until one is kept the worse counts, on every machine; the rows say so", arguments: cases,
    [false, true])
  func kinds(_ one: Case, isSwapped: Bool) throws {
    let base = Story()
    let first = try base.apart(seed: 5, isSwapped ? one.better : one.worse)
    let second = try base.apart(seed: 6, isSwapped ? one.worse : one.better)
    let merged = yunnan(first.merged(with: second), asOf: "2018-10-23")
    #expect(merged == yunnan(second.merged(with: first), asOf: "2018-10-23"))
    #expect(one.reading(merged) == one.expected.worse)

    let conflict = try #require(merged.conflicts.first)
    #expect(merged.conflicts.count == 1 && conflict.kind == one.kind)
    let (worse, better) = isSwapped ? (second, first) : (first, second)
    #expect(conflict.counting == worse.events.last?.id)
    #expect(Set(conflict.events) == Set((first.events + second.events).map(\.id)))
    // Flagged: the finding, its site, its unit, the counts, the history and the check.
    #expect(merged.finding(finding(3))?.conflicts == [conflict])
    let word = Modifier.of([conflict])
    #expect(merged.finding(finding(3))?.modifiers(on: merged.asOf).contains(word[0]) == true)
    #expect(merged.obligation(of: "昆明")?.conflicts == [conflict])
    #expect(merged.overview.conflicts == 1)
    #expect(merged.history.filter(\.isInConflict).count == 2)
    #expect(merged.conflictDiscrepancies.map(\.code) == ["conflict"])

    // Either may be kept; what was decided against counts no longer, and nothing is flagged.
    for (kept, expected) in [(worse, one.expected.worse), (better, one.expected.better)] {
      let keep = try #require(kept.events.last?.id)
      var settled = base.apart(seed: 7) { _ in }
      settled.adopt(first.merged(with: second))
      try settled.act("2018-10-23") { projection, today in
        try projection.plan(ResolveRequest(keep: keep, on: today), today: today)
      }
      #expect(one.reading(settled.at("2018-10-23")) == expected)
      #expect(settled.at("2018-10-23").conflicts == [])
      #expect(settled.at("2018-10-23").obligation(of: "昆明")?.conflicts == [])
      try settled.undo("2018-10-23")
      #expect(settled.at("2018-10-23").conflicts == [conflict])
    }
  }

  @Test("Corrections of one field: neither is worse, so the first in order counts")
  func corrections() throws {
    let base = Story()
    let first = try base.apart(seed: 5, Self.rename("昆明甲"))
    let second = try base.apart(seed: 6, Self.rename("昆明乙"))
    let merged = yunnan(first.merged(with: second), asOf: "2018-10-23")
    let earliest = (first.events + second.events).min(by: Event.inOrder)
    #expect(merged == yunnan(second.merged(with: first), asOf: "2018-10-23"))
    #expect(merged.conflicts.map(\.kind) == [.corrections])
    #expect(merged.conflicts.first?.counting == earliest?.id)
    #expect(
      merged.aliases.name(ofUnit: "昆明") == (earliest == first.events.last ? "昆明甲" : "昆明乙"))
    #expect(merged.obligation(of: "昆明")?.conflicts.count == 1)
  }

  @Test(
    "Who knew the first record contradicts nobody, also under another subject", arguments: cases)
  func knowing(_ one: Case) throws {
    guard one.kind != .receipts, one.kind != .verdicts else { return }
    var story = Story()
    // In this order, since an extension to an earlier day is refused.
    try one.worse(&story)
    try one.better(&story)
    #expect(story.at("2018-10-23").conflicts == [])
  }

  @Test("An extension of one finding after that of its unit, and of a unit after one finding")
  func narrower() throws {
    var story = Story()
    try Self.extend("2018-10-25")(&story)
    try Self.extend("2018-11-01", .finding(finding(3)))(&story)
    let projection = story.at("2018-10-23")
    #expect(projection.conflicts == [])
    #expect(projection.finding(finding(3))?.deadline == Deadline(day("2018-11-01")))
    #expect(projection.finding(finding(4))?.deadline == Deadline(day("2018-10-25")))
  }

  @Test("What both say alike is no conflict", arguments: cases)
  func agreement(_ one: Case) throws {
    let base = Story()
    let first = try base.apart(seed: 5, one.worse)
    let second = try base.apart(seed: 6, one.worse)
    #expect(yunnan(first.merged(with: second), asOf: "2018-10-23").conflicts == [])
  }

  @Test("Two resolutions against each other settle nothing; a third that knew both does")
  func contradictingResolutions() throws {
    let base = Story()
    let first = try base.apart(seed: 5) { try $0.recheck(.failed, rows: 3, on: "2018-10-18") }
    let second = try base.apart(seed: 6) { try $0.recheck(.passed, rows: 3, on: "2018-10-18") }
    var merged = Story()
    merged.adopt(first.merged(with: second))
    let ids = [first, second].compactMap(\.events.last?.id)
    let resolve = { (keep: EventID) in
      { (story: inout Story) in
        _ = try story.act("2018-10-20") { projection, today in
          try projection.plan(ResolveRequest(keep: keep, on: today), today: today)
        }
      }
    }
    let left = try merged.apart(seed: 7, resolve(ids[0]))
    let right = try merged.apart(seed: 8, resolve(ids[1]))
    var both = Story()
    both.adopt(left.merged(with: right))
    #expect(both.at("2018-10-23").conflicts.count == 1)
    #expect(both.at("2018-10-23").finding(finding(3))?.recheck == .failed)
    try resolve(ids[1])(&both)
    #expect(both.at("2018-10-23").conflicts == [])
    #expect(both.at("2018-10-23").finding(finding(3))?.recheck == .passed)
  }
}
