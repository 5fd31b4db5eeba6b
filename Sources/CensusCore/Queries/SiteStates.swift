/// How one failing site stands: the worst of its findings.
public struct SiteState: Equatable, Sendable {
  /// The identification code.
  public let code: SiteCode
  /// The name as printed first.
  public let name: String
  /// The row of annex 1 it is printed under.
  public let prefecture: String
  /// The unit that owes the report.
  public let unit: String
  /// Its findings, in the order of annex 2.
  public let findings: [FindingState]

  /// The one word for it: the worst of its findings.
  public var headline: Headline { Headline.worst(of: findings.map(\.headline)) ?? .outstanding }

  /// The categories of its issues, in the order of their first appearance.
  public var issues: [String] { distinct(findings.flatMap(\.finding.issues)) }

  /// By when the report is due.
  public var deadline: Deadline? { findings.first?.deadline }

  /// Days left for the most urgent finding; nil once all are settled.
  public func daysLeft(on day: Day) -> Int? { findings.compactMap { $0.daysLeft(on: day) }.min() }

  /// Whether any of its findings is overdue.
  public func isOverdue(on day: Day) -> Bool { findings.contains { $0.isOverdue(on: day) } }
}

extension Projection {
  /// The distinct failing sites, in the order of their first row in annex 2.
  ///
  /// Twenty findings may be nineteen sites: a site printed twice counts once here.
  public var sites: [SiteState] { Self.sites(of: findings) }

  /// The distinct sites among some findings.
  public static func sites(of findings: some Sequence<FindingState>) -> [SiteState] {
    var order: [SiteCode] = []
    var grouped: [SiteCode: [FindingState]] = [:]
    for state in findings {
      if grouped[state.finding.code] == nil { order.append(state.finding.code) }
      grouped[state.finding.code, default: []].append(state)
    }
    return order.compactMap { code in
      guard let states = grouped[code], let first = states.first else { return nil }
      return SiteState(
        code: code, name: first.finding.siteName, prefecture: first.finding.prefecture,
        unit: first.unit, findings: states)
    }
  }

  /// The site of a code, if it fails in this quarter.
  public func site(_ code: SiteCode) -> SiteState? {
    Self.sites(of: findings(of: code)).first
  }
}
