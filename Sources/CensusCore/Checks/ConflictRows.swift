extension Projection {
  /// Records of the quarter that contradict each other, as rows of `check`.
  public var conflictDiscrepancies: [Discrepancy] {
    conflicts.map { conflict in
      let owner = obligations.first { $0.conflicts.contains(conflict) }
      let findings = owner?.findings.filter { $0.conflicts.contains(conflict) } ?? []
      let events = conflict.events.map { String($0.text.prefix(8)) }
      let location =
        owner.map { Terms.unit($0.unit.id, in: self) }
        ?? Phrase("记录\(events.first ?? "")", "event \(events.first ?? "")")
      return Discrepancy(
        severity: .warning, code: "conflict",
        place: findings.isEmpty ? .notice : .findings(findings.map(\.finding.id)),
        location: location, message: Terms.conflict(conflict))
    }
  }
}
