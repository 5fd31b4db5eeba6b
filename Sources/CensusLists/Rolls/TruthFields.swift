package import CensusCore

/// What findings say of themselves at once: reported, fixed, accountable.
struct Truths {
  private let followed: [FindingState]
  /// The state of each as a whole, for machines.
  let submission: Submission
  let recheck: Recheck.State
  let accountability: Accountability.State

  private var isVoid: Bool { followed.isEmpty }

  init(_ state: FindingState) {
    followed = state.isVoid ? [] : [state]
    submission = state.submission
    recheck = state.recheck
    accountability = state.accountability
  }

  init(_ site: SiteState) {
    followed = site.followed
    let counting = followed.isEmpty ? site.findings : followed
    submission = Submission(of: counting.map(\.submission))
    recheck = site.recheck
    accountability = site.accountability
  }

  fileprivate func reported(_ manner: Manner) -> Words {
    guard !isVoid else { return .none }
    guard manner.isBrief else {
      return Words(manner(submission.mark), submission.isSettled ? .good : .text)
    }
    let settled = followed.count { $0.submission.isSettled }
    guard settled == 0 else { return share(of: settled, manner) }
    switch submission {
    case .paperMissing, .electronicMissing, .partial:
      return Words(manner(submission.mark), .caution)
    case .toReturn, .returned: return Words(manner(submission.mark), .accent)
    case .outstanding, .complete, .waived: return .none
    }
  }

  fileprivate func fixed(_ manner: Manner) -> Words {
    guard !isVoid else { return .none }
    if followed.contains(where: { $0.recheck == .failed }) {
      return Words(manner.cross, .bad, strong: manner.isBrief)
    }
    guard manner.isBrief else {
      return Words(recheck == .passed ? manner.check : recheck == .untestable ? "?" : "")
    }
    return share(of: followed.count { $0.recheck == .passed }, manner)
  }

  fileprivate func accountable(_ manner: Manner) -> Words {
    guard !isVoid else { return .none }
    guard manner.isBrief else {
      let tone: Tone = accountability == .toBeConsidered ? .bad : .text
      return Words(manner(accountability.mark), tone)
    }
    switch Accountability.State.ofUnit(followed.map(\.accountability)) {
    case .none: return .none
    case .toBeConsidered: return Words("?", .caution, strong: true)
    case .opened, .measured: return Words("!", .bad, strong: true)
    case .concluded: return Words(manner.check, .good)
    }
  }

  private func share(of count: Int, _ manner: Manner) -> Words {
    if count == followed.count { return Words(manner.check, .good) }
    return count == 0 ? .none : Words("\(count)/\(followed.count)", .caution)
  }
}

/// Three truths at once, in narrow columns.
func truthFields<Row>(_ truths: @escaping @Sendable (Row) -> Truths?) -> [Field<Row>] {
  [
    Field(
      "reported", Phrase("报送", "Report"), short: Phrase("报", "Rept"),
      room: .fixed(3, 4, importance: 5),
      choice: .all(Submission.self, Terms.submission).unoffered,
      rank: { truths($0)?.submission.rank },
      words: { truths($0)?.reported($1) ?? .none },
      value: { Value(truths($0)?.submission.rawValue) }),
    Field(
      "fixed", Phrase("整改", "Fixed"), short: Phrase("改", "Fixed"),
      room: .fixed(3, 5, importance: 5),
      choice: .all(Recheck.State.self, Terms.recheck).unoffered,
      rank: { truths($0)?.recheck.rank },
      words: { truths($0)?.fixed($1) ?? .none }, value: { Value(truths($0)?.recheck.rawValue) }),
    Field(
      "accountable", Phrase("问责", "Accountable"), short: Phrase("责", "Acct"),
      room: .fixed(2, 4, importance: 5),
      choice: .all(Accountability.State.self, Terms.accountability).unoffered,
      rank: { truths($0)?.accountability.rank },
      words: { truths($0)?.accountable($1) ?? .none },
      value: { Value(truths($0)?.accountability.rawValue) }),
  ]
}

extension Submission {
  /// A mark for a narrow column: done, half of it, or sent back.
  fileprivate var mark: Phrase {
    switch self {
    case .complete: Phrase("✓", "✓")
    case .waived: Phrase("免", "waived")
    case .paperMissing, .electronicMissing, .partial: Phrase("1/2", "1/2")
    case .toReturn, .returned: Phrase("退", "back")
    case .outstanding: Phrase("", "")
    }
  }
}

extension Recheck.State {
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

extension Accountability.State {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  fileprivate var mark: Phrase { self == .none ? .empty : Terms.accountability(self) }
}
