package import CensusCore

/// One quarter of the store.
package struct QuarterRow {
  fileprivate let quarter: Quarter
  /// The quarter as published; nil if its file cannot be read.
  fileprivate let inspection: Inspection?

  /// A quarter and what could be read of it.
  package init(_ quarter: Quarter, _ inspection: Inspection?) {
    self.quarter = quarter
    self.inspection = inspection
  }

  private var findings: [Finding]? {
    inspection?.coverage == .full ? inspection?.findings : nil
  }

  fileprivate var figures: Inspection.Figures? { inspection?.publishedTotals }

  fileprivate var findingCount: Int? { findings?.count }

  fileprivate var siteCount: Int? { findings?.failingSites }

  fileprivate var accountCount: Int? { findings?.failingAccounts }
}

/// The answer of `census quarters`: every quarter of the store, the newest first.
package func quartersRoll(_ rows: [QuarterRow]) -> Roll<QuarterRow> {
  Roll(
    .quarters, fields: QuarterRow.columns, rows: rows.sorted { $0.quarter > $1.quarter },
    identity: { .quarter($0.quarter) },
    searched: { row in
      row.quarter.searchedWords + [row.inspection?.notice.document].compactMap(\.self)
    },
    empty: Phrase("数据目录中还没有季度。", "The store has no quarter yet."))
}

extension QuarterRow {
  fileprivate static var columns: [Field<QuarterRow>] {
    [
      Field("quarter", Heading.quarter) { .text($0.quarter.description) },
      Field("document", Heading.document) { Value($0.inspection?.notice.document) },
      Field("issued", Heading.issued, form: .days) { Value($0.inspection?.notice.issued) },
      Field("due", Heading.due, form: .days) { Value($0.inspection?.notice.deadline?.day) },
      Field("running", Heading.running, .right) { Value($0.figures?.running) },
      Field("failingPublished", Heading.failing, .right) { Value($0.figures?.failing) },
      Field("findings", Heading.findings, .right) { Value($0.findingCount) },
      Field("sites", Heading.sites, .right) { Value($0.siteCount) },
      Field(
        "accounts", Heading.accounts, .right, when: { $0.accountCount ?? 0 > 0 },
        value: { Value($0.accountCount) }),
      Field("publishedRate", Heading.published, .right, form: .any) {
        Value($0.figures?.publishedRate)
      },
      Field("computedRate", Heading.computed, .right, form: .any) {
        Value($0.figures?.computedRate)
      },
      Field(
        "coverage", Phrase("资料", "Coverage"),
        text: { ($0.inspection.map { Terms.coverage($0.coverage) } ?? Terms.unreadable)[$1] },
        value: { .text($0.inspection?.coverage.rawValue ?? "unreadable") }),
    ]
  }
}
