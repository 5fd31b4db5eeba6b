extension FindingState {
  /// Whether the notice as last corrected lists it no more, and a person has struck it off.
  package var isDropped: Bool { finding.isGone && isVoid }
}

extension Projection {
  /// What the notice names: its rows, and those that a correction dropped until they are struck off.
  package var namedFindings: [FindingState] { findings.filter { !$0.isDropped } }
}

extension PrefectureState {
  /// What the notice names there: its rows, and those that a correction dropped until they are struck off.
  package var namedFindings: [FindingState] { findings.filter { !$0.isDropped } }
}
