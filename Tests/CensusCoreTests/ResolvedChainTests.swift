import CensusCore
import Testing

/// One person replaces what he recorded by what he records later; another, who knows nothing of it,
/// records something else, which is then kept.
@Suite("What was decided against does not bring back what it had replaced")
struct ResolvedChainTests {
  /// The acts of the one, that of the other, and what is read of both.
  struct Case: CustomTestStringConvertible, Sendable {
    let kind: Conflict.Kind
    let replacing: [@Sendable (inout Story) throws -> Void]
    let other: @Sendable (inout Story) throws -> Void
    let reading: @Sendable (Projection) -> String?
    let expected: String

    var testDescription: String { "\(kind)" }
  }

  private typealias Act = @Sendable (inout Story) throws -> Void

  private static func extend(_ until: String) -> Act {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          ExtendRequest(until: day(until), on: today, authority: "甲", reason: "乙"),
          for: [.unit("昆明")], today: today)
      }
    }
  }

  private static func assign(_ name: String) -> Act {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          AssignRequest(on: today, to: name), for: [.unit("昆明")], today: today)
      }
    }
  }

  private static func site(_ status: Availability.Status) -> Act {
    { story in
      try story.act("2018-10-18") { projection, today in
        try projection.plan(
          AvailabilityRequest(status, on: today), for: [.finding(finding(3))], today: today)
      }
    }
  }

  static let cases = [
    Case(
      kind: .assignees, replacing: [assign("李四"), assign("张五"), assign("赵六")],
      other: assign("王五"), reading: { $0.obligation(of: "昆明")?.assignee }, expected: "王五"),
    Case(
      kind: .extensions, replacing: [extend("2018-10-25"), extend("2018-11-01")],
      other: extend("2018-10-28"),
      reading: { $0.finding(finding(3))?.deadline?.day.description }, expected: "2018-10-28"),
    Case(
      kind: .availability, replacing: [site(.dark), site(.operating)], other: site(.offline),
      reading: { $0.finding(finding(3))?.availability.rawValue }, expected: "offline"),
  ]

  @Test("One decision settles it", arguments: cases)
  func settled(_ one: Case) throws {
    let base = Story()
    let first = try base.apart(seed: 5) { story in
      for act in one.replacing { try act(&story) }
    }
    let second = try base.apart(seed: 6, one.other)
    var merged = base.apart(seed: 7) { _ in }
    merged.adopt(first.merged(with: second))
    #expect(Set(merged.at("2018-10-23").conflicts.map(\.kind)) == [one.kind])

    let keep = try #require(second.events.last?.id)
    try merged.act("2018-10-23") { projection, today in
      try projection.plan(ResolveRequest(keep: keep, on: today), today: today)
    }
    #expect(merged.at("2018-10-23").conflicts == [])
    #expect(one.reading(merged.at("2018-10-23")) == one.expected)
  }
}
