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
        location: location, message: Terms.conflict(conflict),
        command: Terms.settleConflict)
    }
  }

  /// Corrections that would give a site the code of another, as rows of `check`.
  public var takenCodeDiscrepancies: [Discrepancy] {
    takenCodes.compactMap { taken in
      guard let other = finding(taken.finding) else { return nil }
      let row = row(of: taken.finding)
      let id = taken.event.text.prefix(8)
      return Discrepancy(
        severity: .warning, code: "takenCode", place: .findings([taken.finding]),
        location: Phrase("附件2第\(row)行", "annex 2, row \(row)"),
        message: Phrase(
          "更正\(id)改成的标识码\(taken.code)是\(other.finding.siteName)的，未采用",
          "correction \(id) gives another site the code \(taken.code) of "
            + "\(other.finding.siteName) and does not count"),
        command: Phrase(
          "；请核对后用 census retract \(id) 撤回",
          "; check it and take it back with census retract \(id)"))
    }
  }

  /// That the office wishes reports of the sites which the text names, as a row of `check`: they have no
  /// row in annex 2, so that nothing can be recorded of them.
  var owedMentions: [Discrepancy] {
    guard policy.mentionsOwe, !inspection.mentions.isEmpty else { return [] }
    let names = inspection.mentions.map { Phrase($0.siteName, $0.siteName) }.joined()
    return [
      Discrepancy(
        severity: .warning, code: "mentionsOwe", place: .notice,
        location: Phrase("正文", "the text"),
        message: Phrase(
          "设置（mentionsOwe）要求正文点名的网站也报送，但附件2没有其序号，不能登记：\(names.chinese)；请另行跟踪",
          "the settings (mentionsOwe) ask for reports of the sites that the text names, but annex 2 has "
            + "no rows of them, so that nothing can be recorded: \(names.english); follow them up "
            + "elsewhere"))
    ]
  }

  /// What `check` and the screen list, the gravest first: records that contradict each other or do
  /// not count, what is wrong with files, and what is doubtful about the notice.
  ///
  /// - Parameter files: what is wrong with files.
  /// - Returns: equally grave ones in that order.
  public func allDiscrepancies(with files: [Discrepancy]) -> [Discrepancy] {
    Discrepancy.gravestFirst(
      conflictDiscrepancies + takenCodeDiscrepancies + lostGrounds + files + owedMentions
        + discrepancies)
  }
}

extension Discrepancy {
  /// The gravest first, equally grave ones as they are.
  public static func gravestFirst(_ all: [Discrepancy]) -> [Discrepancy] {
    all.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
  }
}
