import CensusCore

extension QuarterRecord {
  static func firstAnnex(_ inspection: Inspection) -> PrettyJSON {
    guard let annex = inspection.annex1 else { return .null }
    let rows = inspection.rows.map { row in
      PrettyJSON.line([("prefecture", .text(row.prefecture))] + figures(row.figures))
    }
    return .object([
      ("title", .text(annex.title)), ("headings", .texts(annex.headings)), ("rows", .rows(rows)),
      (
        "total",
        annex.total.map { .line([("label", .text($0.label))] + figures($0.figures)) } ?? .null
      ),
    ])
  }

  static func secondAnnex(_ inspection: Inspection) -> PrettyJSON {
    guard let annex = inspection.annex2 else { return .null }
    let rows = inspection.findings.map { finding in
      PrettyJSON.line([
        ("row", .number(finding.id.row)), ("prefecture", .text(finding.prefecture)),
        ("name", .text(finding.siteName)), ("code", code(finding.code)),
        ("text", .text(finding.text)), ("issues", .texts(finding.issues)),
      ])
    }
    return .object([
      ("title", .text(annex.title)), ("headings", .texts(annex.headings)), ("rows", .rows(rows)),
    ])
  }

  static func mention(_ mention: Mention) -> PrettyJSON {
    .line([
      ("mention", .number(mention.number)), ("name", .text(mention.siteName)),
      ("prefecture", mention.prefecture.isEmpty ? .null : .text(mention.prefecture)),
      ("code", mention.code.map(code) ?? .null), ("text", .text(mention.text)),
      ("issues", .texts(mention.issues)),
    ])
  }

  static func platform(_ platform: Inspection.Platform) -> PrettyJSON {
    .line([
      ("name", .text(platform.name)), ("messages", .number(platform.messages)),
      ("done", .number(platform.done)), ("rate", .maybe(platform.publishedRate)),
      ("from", .maybe(platform.from)), ("to", .maybe(platform.to)),
    ])
  }

  static func campaign(_ campaign: Inspection.Campaign) -> PrettyJSON {
    .object([
      ("name", .text(campaign.name)), ("season", .maybe(campaign.season)),
      ("sites", .number(campaign.sites)), ("accounts", .number(campaign.accounts)),
    ])
  }

  static func metric(_ metric: Inspection.Metric) -> PrettyJSON {
    .line([
      ("name", .phrase(metric.name)), ("total", .maybe(metric.total)),
      ("failing", .maybe(metric.failing)), ("rate", .maybe(metric.publishedRate)),
    ])
  }

  static func previous(_ previous: Inspection.PreviousResult) -> PrettyJSON {
    .object([
      ("quarter", .maybe(previous.quarter?.description)),
      ("zh", .text(previous.summary.chinese)), ("en", .text(previous.summary.english)),
    ])
  }

  /// The empty code is one that the notice did not print.
  private static func code(_ code: SiteCode) -> PrettyJSON {
    code.text.isEmpty ? .null : .text(code.text)
  }

  private static func figures(_ figures: Inspection.Figures) -> [(String, PrettyJSON)] {
    [
      ("running", .maybe(figures.running)), ("failing", .maybe(figures.failing)),
      ("rate", .maybe(figures.publishedRate)),
    ]
  }
}
