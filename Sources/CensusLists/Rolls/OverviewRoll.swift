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
  package var overviewRoll: Roll<OverviewRow> {
    let row = OverviewRow(
      projection: self, counts: inspection.coverage == .full ? overview : nil)
    return Roll(
      fields: OverviewRow.columns, rows: [row], empty: Phrase("", ""), remarks: { _ in [brief] })
  }
}

extension OverviewRow {
  static var columns: [Field<OverviewRow>] { noticeColumns + figureColumns + countColumns }

  private var inspection: Inspection { projection.inspection }
  private var figures: Inspection.Figures { projection.publishedTotals }

  private static var noticeColumns: [Field<OverviewRow>] {
    [
      Field("quarter", Heading.quarter) { .text($0.projection.quarter.description) },
      Field("title", Phrase("标题", "Title")) { Value($0.inspection.notice.title) },
      Field("document", Heading.document) { Value($0.inspection.notice.document) },
      Field("issued", Heading.issued, form: .days) { Value($0.inspection.notice.issued) },
      Field("sampledTo", Phrase("采样截至", "Sampled to"), form: .days) {
        Value($0.inspection.sampling.to)
      },
      Field("due", Heading.due, form: .days) { Value($0.inspection.notice.deadline?.day) },
      Field("dueInclusive", Phrase("含当日", "Day included")) {
        $0.inspection.notice.deadline.map { .flag($0.isInclusive) } ?? .none
      },
      Field("asOf", Phrase("截至", "As of"), form: .days) { .day($0.projection.asOf) },
      Field("knownAt", Phrase("登记截至", "Known at")) {
        Value($0.projection.knownAt?.description)
      },
      Field(
        "coverage", Phrase("资料", "Coverage"),
        text: { Terms.coverage($0.inspection.coverage)[$1] },
        value: { .text($0.inspection.coverage.rawValue) }),
    ]
  }

  private static var figureColumns: [Field<OverviewRow>] {
    [
      Field("running", Heading.running, .right) { Value($0.figures.running) },
      Field("failingPublished", Heading.failing, .right) { Value($0.figures.failing) },
      Field("publishedRate", Heading.published, .right, form: .any) {
        Value($0.figures.publishedRate)
      },
      Field("computedRate", Heading.computed, .right, form: .any) {
        Value($0.figures.computedRate)
      },
    ]
  }

  private static var countColumns: [Field<OverviewRow>] {
    [
      Field("findings", Heading.findings, .right) { Value($0.counts?.findings) },
      Field("sites", Heading.sites, .right) { Value($0.counts?.sites) },
      Field("units", Heading.units, .right) { Value($0.counts?.units) },
      Field("complete", Heading.complete, .right) { Value($0.counts?.complete) },
      Field("partial", Phrase("部分报送", "Partial"), .right) { Value($0.counts?.partial) },
      Field("overdue", Heading.overdue, .right) { Value($0.counts?.overdue) },
      Field("outstandingSites", Phrase("未报网站", "Outstanding sites"), .right) {
        Value($0.counts?.outstandingSites)
      },
      Field("closed", Phrase("办结网站", "Closed sites"), .right) { Value($0.counts?.closedSites) },
      Field("toReturn", Phrase("待退回", "To return"), .right, shows: .machines) {
        Value($0.counts?.toReturn)
      },
      Field("rechecked", Phrase("已复查", "Re-checked"), .right) {
        Value($0.counts?.recheckedFindings)
      },
      Field("passed", Phrase("整改到位", "Passed"), .right) { Value($0.counts?.passedFindings) },
      Field("awaitingRecheckSites", Phrase("待复查网站", "Sites to re-check"), .right) {
        Value($0.counts?.awaitingRecheckSites)
      },
      Field("failedSites", Phrase("整改不到位网站", "Failed sites"), .right) {
        Value($0.counts?.failedSites)
      },
      Field("fixedReportOwedSites", Phrase("已改未报网站", "Fixed, report owed"), .right) {
        Value($0.counts?.fixedReportOwedSites)
      },
      Field("void", Phrase("剔除", "Struck off"), .right) { Value($0.counts?.voidFindings) },
      Field("toBeConsidered", Phrase("待研究问责", "To be considered"), .right) {
        Value($0.counts?.toBeConsidered)
      },
      Field("escalated", Phrase("已启动问责", "Escalated"), .right) { Value($0.counts?.escalated) },
      Field("conflicts", Phrase("记录矛盾", "Conflicts"), .right) { Value($0.counts?.conflicts) },
      Field("events", Phrase("记录", "Events"), .right) { .integer($0.projection.overview.events) },
      Field("waived", Phrase("免报", "Excused"), .right, shows: .machines) {
        Value($0.counts?.waived)
      },
      Field("behind", Phrase("未报齐", "Incomplete"), .right, shows: .machines) {
        Value($0.counts?.behind)
      },
      Field("extended", Phrase("延期", "Extended"), .right, shows: .machines) {
        Value($0.counts?.extended)
      },
      Field("ordered", Phrase("责令再整改", "Ordered anew"), .right, shows: .machines) {
        Value($0.counts?.ordered)
      },
      Field("orderedComplete", Phrase("再次报齐", "Complete anew"), .right, shows: .machines) {
        Value($0.counts?.orderedComplete)
      },
      Field("orderedWaived", Phrase("再整改免报", "Orders excused"), .right, shows: .machines) {
        Value($0.counts?.orderedWaived)
      },
      Field("orderedOverdue", Heading.orderedOverdue, .right, shows: .machines) {
        Value($0.counts?.orderedOverdue)
      },
    ]
  }
}
