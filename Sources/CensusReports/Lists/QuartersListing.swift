package import CensusCore

/// One quarter of the store.
package struct QuarterRow {
  /// The quarter as published.
  package let inspection: Inspection

  private var findings: [Finding]? {
    inspection.coverage == .full ? inspection.findings : nil
  }

  fileprivate var figures: Inspection.Figures { inspection.publishedTotals }

  fileprivate var findingCount: Int? { findings?.count }

  fileprivate var siteCount: Int? { findings.map { Set($0.map(\.code)).count } }
}

/// The answer of `census quarters`: every quarter of the store, the newest first.
package func quartersListing(_ inspections: [Inspection]) -> Listing<QuarterRow> {
  let rows = inspections.sorted { $0.quarter > $1.quarter }.map(QuarterRow.init)
  return Listing(
    columns: QuarterRow.columns, rows: rows,
    empty: Phrase("库中还没有季度。", "The store has no quarter yet."))
}

extension QuarterRow {
  fileprivate static var columns: [Column<QuarterRow>] {
    [
      Column("quarter", Heading.quarter) { .text($0.inspection.quarter.description) },
      Column("document", Heading.document) { Value($0.inspection.notice.document) },
      Column("issued", Heading.issued) { Value($0.inspection.notice.issued) },
      Column("due", Heading.due) { Value($0.inspection.notice.deadline?.day) },
      Column("running", Heading.running, .right) { Value($0.figures.running) },
      Column("failingPublished", Heading.failing, .right) { Value($0.figures.failing) },
      Column("findings", Heading.findings, .right) { Value($0.findingCount) },
      Column("sites", Heading.sites, .right) { Value($0.siteCount) },
      Column("publishedRate", Heading.published, .right) { Value($0.figures.publishedRate) },
      Column("computedRate", Heading.computed, .right) { Value($0.figures.computedRate) },
      Column(
        "coverage", Phrase("资料", "Coverage"),
        text: { Terms.coverage($0.inspection.coverage)[$1] },
        value: { .text($0.inspection.coverage.rawValue) }),
    ]
  }
}
