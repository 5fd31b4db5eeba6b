internal import CensusCore
internal import CensusLists
internal import CensusNotices
internal import CensusStore

extension ImportReport {
  /// The draft for programs: the object of the contract.
  func value(_ session: Session) -> Value {
    let inspection = draft.inspection
    let notice = inspection?.notice
    return .object([
      .init("quarter", Value(draft.quarter?.description)),
      .init("document", Value(notice?.document)), .init("title", Value(notice?.title)),
      .init("issued", Value(notice?.issued)), .init("sampledTo", Value(inspection?.sampling.to)),
      .init("due", Value(notice?.deadline?.day)),
      .init("dueInclusive", notice?.deadline.map { .flag($0.isInclusive) } ?? .none),
      .init("parts", .list((notice?.parts ?? []).map(ImportReport.part))),
      .init("prefectures", projection?.prefecturesRoll.value ?? .list([])),
      .init("findings", projection.map { $0.findingsRoll($0.findings).value } ?? .list([])),
      .init("mentions", .list((inspection?.mentions ?? []).map(ImportReport.mention))),
      .init("platforms", .list((inspection?.platforms ?? []).map(ImportReport.platform))),
      .init("notFound", Value(draft.notFound.map(\.rawValue))),
      .init("notUnderstood", .list(notUnderstood.map { point($0, session.language) })),
      .init(
        "problems",
        checksRoll(discrepancies, quarter: draft.quarter, language: session.language).value),
      .init("tables", .list(draft.tables.map(ImportReport.table))),
      .init("additions", additionsValue), .init("digest", Value(digest)),
    ])
  }

  private static func part(_ part: Notice.RequiredPart) -> Value {
    .object([
      .init("part", .text(part.part.rawValue)), .init("copies", Value(part.copies)),
      .init("signature", Value(part.signature?.rawValue)),
    ])
  }

  private static func mention(_ mention: Mention) -> Value {
    .object([
      .init("mention", .integer(mention.number)), .init("name", .text(mention.siteName)),
      .init("prefecture", Value(mention.prefecture.text)), .init("text", .text(mention.text)),
      .init("issues", Value(mention.issues)),
    ])
  }

  private static func platform(_ platform: Inspection.Platform) -> Value {
    .object([
      .init("name", .text(platform.name)), .init("messages", .integer(platform.messages)),
      .init("done", .integer(platform.done)), .init("rate", Value(platform.publishedRate)),
    ])
  }

  private func point(_ point: NotUnderstood, _ language: Language) -> Value {
    let place = point.place
    let account = place.table.flatMap { number in draft.tables.first { $0.number == number } }
    return .object([
      .init("file", .text(place.file)), .init("line", Value(place.line ?? account?.line)),
      .init("table", Value(place.table)), .init("row", Value(place.row)),
      .init("cell", Value(place.cell)), .init("text", .text(point.text)),
      .init("why", .text(point.why.sentence[language])),
    ])
  }

  private static func table(_ table: TableAccount) -> Value {
    let place = table.sheet.map { "\($0):\(table.line)" } ?? String(table.line)
    return .object([
      .init("file", .text(table.file)), .init("place", .text(place)),
      .init("rows", .integer(table.rows)), .init("title", .integer(table.title)),
      .init("heading", .integer(table.heading)), .init("taken", .integer(table.taken)),
      .init("total", .integer(table.total)), .init("notes", .integer(table.notes)),
      .init("listed", .integer(table.listed)), .init("meaning", .text(table.meaning.rawValue)),
      .init("columns", .integer(table.columns)),
      .init("columnsRead", .integer(table.columnsRead)),
      .init("columnsLeftOut", .integer(table.columnsLeftOut)),
      .init("columnsListed", .integer(table.columnsListed)),
    ])
  }
}
