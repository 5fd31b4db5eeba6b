/// The run sheet of a re-check (复查清单): what is to be looked at, in the order of annex 2.
public struct RecheckSheet: Equatable, Sendable {
  /// How many findings stand how.
  public struct Tally: Equatable, Sendable {
    /// Not re-checked yet.
    public let notYet: Int
    /// Passed.
    public let passed: Int
    /// Failed.
    public let failed: Int
    /// Could not be tested.
    public let untestable: Int

    /// All findings.
    public var total: Int { notYet + passed + failed + untestable }

    /// All that were re-checked.
    public var rechecked: Int { total - notYet }

    /// Counts the states.
    init(_ states: [Recheck.State]) {
      let count = { (state: Recheck.State) in states.count { $0 == state } }
      notYet = count(.notYet)
      passed = count(.passed)
      failed = count(.failed)
      untestable = count(.untestable)
    }
  }

  /// The findings in the follow-up.
  public let findings: [FindingState]

  /// How they stand by their latest re-check.
  public var tally: Tally { Tally(findings.map(\.recheck)) }

  /// The rounds that have been begun.
  public var rounds: [Int] { Set(findings.flatMap { $0.rechecks.map(\.round) }).sorted() }

  /// What was found in one round; findings that were not in it count as not re-checked.
  public func tally(ofRound round: Int) -> Tally {
    Tally(
      findings.map { state in
        let entry = state.rechecks.last { $0.round == round }
        return entry.map { Recheck.State($0.recheck.verdict) } ?? .notYet
      })
  }

  /// What is still to be looked at: not re-checked, untestable, failed and reported anew, or of a
  /// site that went dark and is back.
  ///
  /// A re-check may be recorded whatever the report says; findings whose report is here come first.
  public var open: [FindingState] {
    let open = findings.filter { state in
      // Nothing is left to look at.
      if state.isRetired { return false }
      switch state.recheck {
      case .notYet, .untestable: return true
      case .failed:
        return state.headline == .awaitingRecheck
          || state.darkOn != nil && state.availability != .dark
      case .passed: return false
      }
    }
    return open.filter(\.submission.isSettled) + open.filter { !$0.submission.isSettled }
  }
}

extension RecheckSheet {
  /// What would still have to be looked at, if its site were not closed for good.
  public var retired: [FindingState] {
    findings.filter { $0.isRetired && $0.recheck != .passed }
  }
}

extension FindingState {
  /// Whether its site is closed for good, as filed.
  package var isRetired: Bool { availability == .retired || headline == .closedRetired }
}

extension Projection {
  /// The run sheet of a unit, a prefecture, a site or a finding; nil means the whole quarter.
  public func recheckSheet(of reference: Reference? = nil) -> RecheckSheet {
    let followed = findings.filter { !$0.isVoid }
    switch reference {
    case nil: return RecheckSheet(findings: followed)
    case .unit(let id): return RecheckSheet(findings: followed.filter { $0.unit == id })
    case .prefecture(let id):
      return RecheckSheet(findings: followed.filter { $0.finding.prefecture == id })
    case .site(let code):
      return RecheckSheet(findings: findings(of: code).filter { !$0.isVoid })
    case .finding(let id):
      return RecheckSheet(findings: followed.filter { $0.finding.id == id })
    case .event, .batch, .check, .notice: return RecheckSheet(findings: [])
    }
  }
}

extension Terms {
  /// The tally of a run sheet: 共20条，整改到位15条，整改不到位3条，未复查2条.
  public static func tally(_ tally: RecheckSheet.Tally) -> Phrase {
    let counts: [(Int, Recheck.State)] = [
      (tally.passed, .passed), (tally.failed, .failed), (tally.untestable, .untestable),
      (tally.notYet, .notYet),
    ]
    let words = counts.filter { $0.0 > 0 }.map { count, state in
      Phrase("\(recheck(state).chinese)\(count)条", "\(count) \(recheck(state).english)")
    }
    return Phrase(
      (["共\(tally.total)条"] + words.map(\.chinese)).joined(separator: "，"),
      ([counted(tally.total, "finding", "findings")] + words.map(\.english))
        .joined(separator: ", "))
  }
}
