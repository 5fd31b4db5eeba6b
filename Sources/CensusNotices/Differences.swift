package import CensusCore

/// How facts that were read differ from those that a store has of the same quarter.
package struct Differences: Sendable {
  /// Each difference in a sentence without its end; none where the facts are the same.
  package private(set) var all: [Phrase] = []

  package init(read: Inspection, held: Inspection) {
    note(Draft.Sought.document, read.notice.document, held.notice.document)
    note(.title, read.notice.title, held.notice.title)
    note(.issued, read.notice.issued?.description, held.notice.issued?.description)
    note(.due, read.notice.deadline?.day.description, held.notice.deadline?.day.description)
    note(.sampledTo, read.sampling.to?.description, held.sampling.to?.description)
    if read.totals != held.totals {
      note(.totals, Differences.text(read.totals), Differences.text(held.totals))
    }
    compareRows(read, held)
    compareFindings(read, held)
  }

  /// What the text does not say is no difference from what is known.
  private mutating func note(_ fact: Draft.Sought, _ read: String?, _ held: String?) {
    guard let read, read != held else { return }
    let was = held ?? "—"
    all.append(
      Phrase(
        "\(fact.words.chinese)：库中“\(was)”，读到“\(read)”",
        "\(fact.words.english): “\(was)” in the store, “\(read)” here"))
  }

  private static func text(_ figures: Inspection.Figures) -> String {
    [figures.running.map(String.init), figures.failing.map(String.init), figures.publishedRate]
      .map { $0 ?? "—" }.joined(separator: "/")
  }

  private mutating func compareRows(_ read: Inspection, _ held: Inspection) {
    guard !read.rows.isEmpty else { return }
    let known = Dictionary(
      held.rows.map { ($0.prefecture, $0.figures) }, uniquingKeysWith: { first, _ in first })
    for row in read.rows where known[row.prefecture] != row.figures {
      let was = known[row.prefecture].map(Differences.text) ?? "—"
      let now = Differences.text(row.figures)
      all.append(
        Phrase(
          "附件1 \(row.prefecture)：库中\(was)，读到\(now)",
          "annex 1, \(row.prefecture): \(was) in the store, \(now) here"))
    }
    let here = Set(read.rows.map(\.prefecture))
    for row in held.rows where !here.contains(row.prefecture) {
      all.append(
        Phrase("附件1没有读到\(row.prefecture)", "annex 1 lacks \(row.prefecture)"))
    }
  }

  private mutating func compareFindings(_ read: Inspection, _ held: Inspection) {
    guard !read.findings.isEmpty else { return }
    let known = Dictionary(
      held.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in read.findings where known[finding.id] != finding {
      let row = finding.id.row
      all.append(
        known[finding.id] == nil
          ? Phrase(
            "附件2第\(row)行是新的：\(finding.siteName)", "annex 2, row \(row) is new: \(finding.siteName)")
          : Phrase(
            "附件2第\(row)行不同：\(finding.siteName)", "annex 2, row \(row) differs: \(finding.siteName)")
      )
    }
    let here = Set(read.findings.map(\.id))
    for finding in held.findings where !here.contains(finding.id) {
      all.append(
        Phrase(
          "附件2没有读到第\(finding.id.row)行：\(finding.siteName)",
          "annex 2 lacks row \(finding.id.row): \(finding.siteName)"))
    }
  }
}
