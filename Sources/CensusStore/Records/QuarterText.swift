import CensusCore

extension QuarterRecord {
  static let format = "site-census-quarter"

  /// The bytes of a quarter's file: fields in a fixed order, a row of an annex on a line.
  static func file(_ inspection: Inspection) -> [UInt8] {
    PrettyJSON.object([
      ("format", .text(format)),
      ("version", .number(1)),
      ("revision", .number(inspection.revision)),
      ("quarter", .text(inspection.quarter.description)),
      ("coverage", .text(inspection.coverage.rawValue)),
      ("scope", .maybe(inspection.scope?.rawValue)),
      ("criteria", .maybe(inspection.criteria)),
      ("source", source(inspection.source)),
      ("notice", notice(inspection.notice)),
      ("sampling", sampling(inspection.sampling)),
      ("totals", totals(inspection.totals)),
      ("annex1", firstAnnex(inspection)),
      ("annex2", secondAnnex(inspection)),
      ("wordings", wordings(inspection.wordings)),
      ("mentions", .rows(inspection.mentions.map(mention))),
      ("platforms", .rows(inspection.platforms.map(platform))),
      ("campaign", inspection.campaign.map(campaign) ?? .null),
      ("problems", .rows(inspection.notice.problems.map { .tallPhrase($0) })),
      ("requirements", .rows(inspection.notice.requirements.map(requirement))),
      ("metrics", .rows(inspection.metrics.map(metric))),
      ("previous", inspection.previous.map(previous) ?? .null),
      ("notes", .rows(inspection.notes.map { .phrase($0) })),
    ]).file
  }

  private static func source(_ source: Inspection.Source?) -> PrettyJSON {
    guard let source else { return .null }
    return .object([
      ("title", .phrase(source.title)), ("sha256", .maybe(source.sha256)),
      ("readIn", source.readIn.map { .phrase($0) } ?? .null),
    ])
  }

  private static func notice(_ notice: Notice) -> PrettyJSON {
    .object([
      ("document", .maybe(notice.document)),
      ("series", .maybe(notice.series)),
      ("title", .maybe(notice.title)),
      ("issuer", .maybe(notice.issuer)),
      ("addressees", .texts(notice.addressees)),
      ("issued", .maybe(notice.issued)),
      ("due", .maybe(notice.deadline?.day)),
      ("dueInclusive", notice.deadline.map { .flag($0.isInclusive) } ?? .null),
      ("dueText", .maybe(notice.dueText)),
      ("parts", .rows(notice.parts.map(part))),
      ("sendTo", .maybe(notice.sendTo)),
      (
        "telephones",
        .rows(
          notice.telephones.map { .line([("number", .text($0.number)), ("fax", .flag($0.isFax))]) })
      ),
      ("email", .maybe(notice.email)),
      (
        "legalBases",
        .rows(
          notice.legalBases.map {
            .line([("document", .text($0.document)), ("title", .text($0.title))])
          })
      ),
      ("copiedTo", .texts(notice.copiedTo)),
      ("followUp", notice.followUp.map { .tallPhrase($0) } ?? .null),
      ("annexes", .texts(notice.annexes)),
    ])
  }

  private static func part(_ part: Notice.RequiredPart) -> PrettyJSON {
    var fields: [(String, PrettyJSON)] = [("part", .text(part.part.rawValue))]
    if let copies = part.copies { fields.append(("copies", .number(copies))) }
    if let signature = part.signature { fields.append(("signature", .text(signature.rawValue))) }
    return .line(fields)
  }

  private static func sampling(_ sampling: Inspection.Sampling) -> PrettyJSON {
    .object([
      ("from", .maybe(sampling.from)), ("to", .maybe(sampling.to)),
      ("covers", sampling.covers.map { .phrase($0) } ?? .null),
      ("rounds", .maybe(sampling.rounds)), ("footnote", .maybe(sampling.footnote)),
    ])
  }

  private static func totals(_ figures: Inspection.Figures) -> PrettyJSON {
    .object([
      ("running", .maybe(figures.running)), ("failing", .maybe(figures.failing)),
      ("publishedRate", .maybe(figures.publishedRate)),
    ])
  }

  private static func requirement(_ requirement: Notice.Requirement) -> PrettyJSON {
    .object([
      ("title", .phrase(requirement.title)), ("summary", .tallPhrase(requirement.summary)),
    ])
  }

  private static func wordings(_ wordings: [String: String]) -> PrettyJSON {
    .object(wordings.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
  }
}
