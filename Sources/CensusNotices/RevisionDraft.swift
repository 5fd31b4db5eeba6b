package import CensusCore

/// What a draft comes to beside what the store has of the same quarter: the next revision.
package struct RevisionDraft: Sendable {
  /// The facts to be taken in: the findings under the identities that they keep, and what the documents
  /// do not say as it was.
  package let facts: Inspection
  /// Where the rows of its findings stand, by the identities that they keep.
  package let places: [FindingID: Place]
  /// Rows of which only a person can tell which finding they are.
  package let open: [NotUnderstood]
  /// How it differs from what the store has; nil where the store has nothing.
  package let differences: Differences?

  /// Compares a draft with what counts in the store; nil where no quarter is known.
  ///
  /// - Parameters:
  ///   - draft: what was read.
  ///   - held: what counts; nil where the store has nothing of the quarter.
  ///   - withdrawn: every finding that a revision ever had, those of the latest first.
  ///   - highest: the highest number that a finding of the quarter ever had.
  ///   - answers: what a person said.
  ///   - directory: all that was known when it was read.
  ///   - lists: the lists of the store alone; what they lack comes with the notice.
  package init?(
    _ draft: Draft, held: Inspection?, withdrawn: [Finding] = [], highest: Int, answers: Answers,
    _ directory: Directory,
    beyond lists: Directory
  ) {
    guard let read = draft.inspection else { return nil }
    var told: [Int: FindingID] = [:]
    var rows: [Int: Place] = [:]
    for (id, place) in draft.findingPlaces {
      rows[id.number] = place
      // Table 0 is the text, whose rows are its lines.
      guard let row = place.table == nil ? place.line : place.row else { continue }
      told[id.number] = answers.findings[Answers.Spot(table: place.table ?? 0, row: row)]
    }
    let additions = { (facts: Inspection) in
      facts.with(
        additions: Additions(of: facts, draft, directory, beyond: lists, answers)
          .joined(with: held?.additions ?? .none))
    }
    let match = RevisionMatch(
      read.findings, after: held?.findings ?? [], withdrawn: withdrawn, highest: highest,
      answers: told)
    // Of a quarter that was taken back as a whole the numbers are known still.
    let saysFindings = !read.findings.isEmpty || read.coverage == .full
    if let held {
      let findings = saysFindings ? match.findings : held.findings
      facts = additions(
        read.completed(by: held).with(findings: findings, revision: held.revision))
      differences = Differences(
        read: facts, held: held, changes: saysFindings ? match.changes : [])
    } else {
      facts = additions(read.with(findings: match.findings))
      differences = nil
    }
    // What is gone has a row of the notice before, and what was not read has no place here.
    let taken = saysFindings ? facts.findings.filter { !$0.isGone } : []
    places = Dictionary(
      taken.compactMap { finding in rows[finding.row].map { (finding.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let due =
      facts.findings.isEmpty ? nil : draft.openDue.flatMap { $0.isAsked(beside: held) ? $0 : nil }
    open =
      [due].compactMap(\.self)
      + (saysFindings ? match.doubts : []).map { doubt in
        let text = read.findings.first { $0.row == doubt.row }?.text ?? ""
        return NotUnderstood(
          place: rows[doubt.row] ?? Place(file: ""), text: text,
          why: .whichFinding(doubt.candidates))
      }
  }
}

extension NotUnderstood {
  /// Whether the day that reports are due is asked for, where the store has the quarter or not: it was
  /// when that came in, unless its deadline has other words now.
  fileprivate func isAsked(beside held: Inspection?) -> Bool {
    guard let held else { return true }
    guard case .undatedDue = why, let known = held.notice.dueText else { return false }
    return known != text
  }
}

extension Inspection {
  /// The same quarter with what these documents do not say as it was known before.
  fileprivate func completed(by held: Inspection) -> Inspection {
    let hasText = notice.title != nil || notice.document != nil
    return Inspection(
      quarter: quarter,
      coverage: findings.isEmpty && coverage != .full ? held.coverage : coverage,
      scope: scope ?? held.scope,
      criteria: held.criteria ?? criteria, source: source ?? held.source,
      notice: notice.completed(by: held.notice), sampling: sampling.completed(by: held.sampling),
      totals: totals.completed(by: held.totals), annex1: rows.isEmpty ? held.annex1 : annex1,
      rows: rows.isEmpty ? held.rows : rows,
      annex2: findings.isEmpty && coverage != .full ? held.annex2 : annex2 ?? held.annex2,
      findings: findings, wordings: held.wordings.merging(wordings) { _, new in new },
      mentions: hasText ? mentions.map { $0.known(among: held.mentions) } : held.mentions,
      platforms: platforms.isEmpty ? held.platforms : platforms,
      campaign: campaign ?? held.campaign, metrics: metrics.isEmpty ? held.metrics : metrics,
      previous: previous ?? held.previous,
      notes: held.notes + notes.filter { !held.notes.contains($0) })
  }
}

extension Mention {
  /// The same mention in the words in which the store has it, where it is known there.
  fileprivate func known(among held: [Mention]) -> Mention {
    held.first { $0.siteName == siteName && $0.prefecture == prefecture && $0.issues == issues }
      ?? self
  }
}

extension Inspection.Sampling {
  fileprivate func completed(by held: Inspection.Sampling) -> Inspection.Sampling {
    Inspection.Sampling(
      from: from ?? held.from, to: to ?? held.to, covers: held.covers ?? covers,
      rounds: rounds ?? held.rounds, footnote: footnote ?? held.footnote)
  }
}

extension Inspection.Figures {
  fileprivate func completed(by held: Inspection.Figures) -> Inspection.Figures {
    Inspection.Figures(
      running: running ?? held.running, failing: failing ?? held.failing,
      publishedRate: publishedRate ?? held.publishedRate)
  }
}

extension Notice {
  fileprivate func completed(by held: Notice) -> Notice {
    func either<Item>(_ own: [Item], _ other: [Item]) -> [Item] { own.isEmpty ? other : own }
    return Notice(
      document: document ?? held.document, series: series ?? held.series,
      title: title ?? held.title, issuer: issuer ?? held.issuer,
      addressees: either(addressees, held.addressees), issued: issued ?? held.issued,
      deadline: deadline ?? held.deadline, dueText: dueText ?? held.dueText,
      parts: either(parts, held.parts), sendTo: sendTo ?? held.sendTo,
      telephones: either(telephones, held.telephones), email: email ?? held.email,
      legalBases: either(legalBases, held.legalBases), copiedTo: either(copiedTo, held.copiedTo),
      followUp: followUp ?? held.followUp, problems: either(problems, held.problems),
      requirements: either(requirements, held.requirements), annexes: either(annexes, held.annexes))
  }
}
