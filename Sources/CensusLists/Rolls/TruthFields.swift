internal import CensusCore

/// What a finding or a site says of itself at once: reported, fixed, accountable.
struct Truths {
  let submission: Submission
  let recheck: Recheck.State
  let accountability: Accountability.State
  let isVoid: Bool
}

/// Three truths at once, in narrow columns.
func truthColumns<Row>(_ truths: @escaping @Sendable (Row) -> Truths?) -> [Field<Row>] {
  [
    Field(
      "reported", Phrase("报送", "Reported"), rank: { truths($0)?.submission.rank ?? .max },
      tone: { truths($0)?.submission.isSettled == true ? .good : .text },
      text: { row, language in
        guard let truths = truths(row), !truths.isVoid else { return "" }
        return truths.submission.mark[language]
      }, value: { Value(truths($0)?.submission.rawValue) }),
    Field(
      "fixed", Phrase("整改", "Fixed"), rank: { truths($0)?.recheck.rank ?? .max },
      tone: { truths($0)?.recheck == .failed ? .bad : .text },
      text: { row, language in
        guard let truths = truths(row), !truths.isVoid else { return "" }
        return truths.recheck.mark[language]
      }, value: { Value(truths($0)?.recheck.rawValue) }),
    Field(
      "accountable", Phrase("问责", "Accountable"), rank: { truths($0)?.accountability.rank ?? .max },
      tone: { truths($0)?.accountability == .toBeConsidered ? .bad : .text },
      text: { row, language in
        guard let truths = truths(row), !truths.isVoid else { return "" }
        return truths.accountability.mark[language]
      }, value: { Value(truths($0)?.accountability.rawValue) }),
  ]
}

extension FindingState {
  var truths: Truths {
    Truths(
      submission: submission, recheck: recheck, accountability: accountability, isVoid: isVoid)
  }
}

extension SiteState {
  var truths: Truths {
    let counting = followed.isEmpty ? findings : followed
    return Truths(
      submission: Submission(of: counting.map(\.submission)), recheck: recheck,
      accountability: accountability, isVoid: followed.isEmpty)
  }
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
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  fileprivate var mark: Phrase {
    switch self {
    case .passed: Phrase("✓", "✓")
    case .failed: Phrase("✗", "✗")
    case .untestable: Phrase("?", "?")
    case .notYet: Phrase("", "")
    }
  }
}

extension Accountability.State {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  fileprivate var mark: Phrase {
    switch self {
    case .none: Phrase("", "")
    case .toBeConsidered: Phrase("待研究", "consider")
    case .opened: Phrase("已启动", "opened")
    case .measured: Phrase("已处理", "measures")
    case .concluded: Phrase("已办结", "concluded")
    }
  }
}
