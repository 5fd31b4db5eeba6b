package import CensusCore

/// The quarter in one row: what was published, and what has become of it.
package struct OverviewRow {
  /// The quarter as it stands.
  package let projection: Projection
  /// Its numbers; nil where only totals are known.
  package let counts: Overview?
}

extension Projection {
  /// The answer of `census overview`: one row.
  package var overviewListing: Listing<OverviewRow> {
    let row = OverviewRow(
      projection: self, counts: inspection.coverage == .full ? overview : nil)
    return Listing(
      columns: OverviewRow.columns, rows: [row], empty: Phrase("", ""), remarks: [brief])
  }
}

extension OverviewRow {
  static var columns: [Column<OverviewRow>] { noticeColumns + figureColumns + countColumns }

  private var inspection: Inspection { projection.inspection }
  private var figures: Inspection.Figures { projection.publishedTotals }

  private static var noticeColumns: [Column<OverviewRow>] {
    [
      Column("quarter", Heading.quarter) { .text($0.projection.quarter.description) },
      Column("title", Phrase("标题", "Title")) { Value($0.inspection.notice.title) },
      Column("document", Heading.document) { Value($0.inspection.notice.document) },
      Column("issued", Heading.issued) { Value($0.inspection.notice.issued) },
      Column("sampledTo", Phrase("采样截至", "Sampled to")) { Value($0.inspection.sampling.to) },
      Column("due", Heading.due) { Value($0.inspection.notice.deadline?.day) },
      Column("dueInclusive", Phrase("含当日", "Day included")) {
        $0.inspection.notice.deadline.map { .flag($0.isInclusive) } ?? .none
      },
      Column("asOf", Phrase("截至", "As of")) { .day($0.projection.asOf) },
      Column("knownAt", Phrase("登记截至", "Known at")) {
        Value($0.projection.knownAt?.description)
      },
      Column(
        "coverage", Phrase("资料", "Coverage"),
        text: { Terms.coverage($0.inspection.coverage)[$1] },
        value: { .text($0.inspection.coverage.rawValue) }),
    ]
  }

  private static var figureColumns: [Column<OverviewRow>] {
    [
      Column("running", Heading.running, .right) { Value($0.figures.running) },
      Column("failingPublished", Heading.failing, .right) { Value($0.figures.failing) },
      Column("publishedRate", Heading.published, .right) { Value($0.figures.publishedRate) },
      Column("computedRate", Heading.computed, .right) { Value($0.figures.computedRate) },
    ]
  }

  private static var countColumns: [Column<OverviewRow>] {
    [
      Column("findings", Heading.findings, .right) { Value($0.counts?.findings) },
      Column("sites", Heading.sites, .right) { Value($0.counts?.sites) },
      Column("units", Heading.units, .right) { Value($0.counts?.units) },
      Column("complete", Heading.complete, .right) { Value($0.counts?.complete) },
      Column("partial", Phrase("部分报送", "Partial"), .right) { Value($0.counts?.partial) },
      Column("overdue", Heading.overdue, .right) { Value($0.counts?.overdue) },
      Column("outstandingSites", Phrase("未报网站", "Outstanding sites"), .right) {
        Value($0.counts?.outstandingSites)
      },
      Column("closed", Phrase("办结网站", "Closed sites"), .right) { Value($0.counts?.closedSites) },
      Column("toReturn", Phrase("待退回", "To return"), .right, isShown: false) {
        Value($0.counts?.toReturn)
      },
      Column("rechecked", Phrase("已复查", "Re-checked"), .right) {
        Value($0.counts?.recheckedFindings)
      },
      Column("passed", Phrase("整改到位", "Passed"), .right) { Value($0.counts?.passedFindings) },
      Column("failedSites", Phrase("整改不到位网站", "Failed sites"), .right) {
        Value($0.counts?.failedSites)
      },
      Column("fixedReportOwedSites", Phrase("已改未报网站", "Fixed, report owed"), .right) {
        Value($0.counts?.fixedReportOwedSites)
      },
      Column("void", Phrase("剔除", "Void"), .right) { Value($0.counts?.voidFindings) },
      Column("toBeConsidered", Phrase("待研究问责", "To be considered"), .right) {
        Value($0.counts?.toBeConsidered)
      },
      Column("escalated", Phrase("已启动问责", "Escalated"), .right) { Value($0.counts?.escalated) },
      Column("conflicts", Phrase("记录矛盾", "Conflicts"), .right) { Value($0.counts?.conflicts) },
      Column("events", Phrase("记录", "Events"), .right) { .integer($0.projection.overview.events) },
      Column("waived", Phrase("免报", "Excused"), .right, isShown: false) {
        Value($0.counts?.waived)
      },
      Column("behind", Phrase("未报齐", "Incomplete"), .right, isShown: false) {
        Value($0.counts?.behind)
      },
      Column("extended", Phrase("延期", "Extended"), .right, isShown: false) {
        Value($0.counts?.extended)
      },
      Column("ordered", Phrase("责令再整改", "Ordered anew"), .right, isShown: false) {
        Value($0.counts?.ordered)
      },
      Column("orderedComplete", Phrase("再次报齐", "Complete anew"), .right, isShown: false) {
        Value($0.counts?.orderedComplete)
      },
      Column("orderedOverdue", Phrase("再整改逾期", "Orders overdue"), .right, isShown: false) {
        Value($0.counts?.orderedOverdue)
      },
    ]
  }
}
