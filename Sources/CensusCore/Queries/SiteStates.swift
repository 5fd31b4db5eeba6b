/// How one failing site stands: the worst of its findings.
public struct SiteState: Equatable, Sendable {
  /// The site's identity: its code after corrections and recodings, which no other site has.
  public let code: SiteCode
  /// The identification code as printed first.
  public let printedCode: SiteCode
  /// The name as printed first.
  public let name: String
  /// The row of annex 1 it is printed under.
  public let prefecture: PrefectureID
  /// The unit that owes the report.
  public let unit: UnitID
  /// Its findings, in the order of annex 2.
  public let findings: [FindingState]

  /// The one word for it: the worst of its findings.
  public var headline: Headline { Headline.worst(of: findings.map(\.headline)) ?? .outstanding }

  /// Its findings in the follow-up: all but those struck off.
  public var followed: [FindingState] { findings.filter { !$0.isVoid } }

  /// Its re-check: failed if any finding failed, passed only if all passed.
  public var recheck: Recheck.State {
    let states = Set(followed.map(\.recheck))
    if states.contains(.failed) { return .failed }
    if states == [.passed] { return .passed }
    return states == [.untestable] ? .untestable : .notYet
  }

  /// How far its unit has been held accountable for it.
  public var accountability: Accountability.State { .ofUnit(findings.map(\.accountability)) }

  /// Whether it can be reached; nil where nothing was recorded.
  public var status: SiteStatus? { findings.first?.siteStatus }

  /// What is to be said beside the headline on a day: the modifiers of its findings, each once.
  public func modifiers(on day: Day, past: RepeatOffenders? = nil) -> [Modifier] {
    distinct(findings.flatMap { $0.modifiers(on: day, past: past?.past(of: $0.finding.id)) })
  }

  /// The categories of its issues, in the order of their first appearance.
  public var issues: [CategoryID] { distinct(findings.flatMap(\.finding.issues)) }

  /// By when the report is due: the most urgent of its findings.
  public var deadline: Deadline? {
    (followed.isEmpty ? findings : followed).map(\.report).mostUrgent(\.deadline)
  }

  /// By when that was due before any extension.
  public var originalDeadline: Deadline? {
    (followed.isEmpty ? findings : followed).map(\.report).mostUrgent(\.originalDeadline)
  }

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
      if grouped[state.site] == nil { order.append(state.site) }
      grouped[state.site, default: []].append(state)
    }
    return order.compactMap { site in
      guard let states = grouped[site], let first = states.first else { return nil }
      return SiteState(
        code: site, printedCode: first.finding.code, name: first.finding.siteName,
        prefecture: first.finding.prefecture, unit: first.unit, findings: states)
    }
  }

  /// The site of a code, if it fails in this quarter: the one that has it now, else one that had it
  /// or is printed with it.
  public func site(_ code: SiteCode) -> SiteState? {
    var called = findings(called: code)
    // A code that a site had for a time.
    if called.isEmpty { called = findings(called: aliases.identity(of: code)) }
    let named = distinct(called.map(\.site))
    let meant = [code, aliases.identity(of: code)].first(where: named.contains) ?? named.first
    return meant.flatMap { meant in
      Self.sites(of: findings(called: meant).filter { $0.site == meant }).first
    }
  }

  /// The findings of a site, in the order of annex 2.
  func findings(of site: SiteCode) -> [FindingState] { self.site(site)?.findings ?? [] }
}
