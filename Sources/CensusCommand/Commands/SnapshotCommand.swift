package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

package struct SnapshotCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "snapshot",
      abstract: Phrase(
        "归档：把本季度的报告定稿存档。", "Freeze the report of a quarter."),
      discussion: Phrase(
        """
        把 census report 的网页按截至日期存入数据目录的 snapshots/，并记下截至日期、计入的记录数、通报版次、归档人和时间。\
        文件以内容的校验和命名，从不改动，也从不覆盖；census check 逐个核对。内容与已归档的一份相同的，不重复归档。\
        归档报告随 merge、sync、backup 一并保存。

        --list 列出已归档的报告。各项状态始终由通报和记录推算，不读归档报告。

        示例：
          census snapshot --as-of 2018-10-24
          census snapshot --list
        """,
        """
        Keeps the page of census report under snapshots/ of the store, with its data date, the number of \
        records that counted, the revision of the notice, who froze it, and when. The files are named by the \
        hashes of their bytes; they are never altered and never written over, and census check reads each of \
        them. What was frozen before just so is not frozen twice. merge, sync and backup keep frozen reports.

        --list says which there are. Every state is read off notice and records as ever, never off a frozen \
        report.

        Examples:
          census snapshot --as-of 2018-10-24
          census snapshot --list
        """))
  }

  @Flag(help: ArgumentHelp(Phrase("列出已归档的报告。", "List the reports that were frozen.")))
  package var list = false

  @OptionGroup(title: "Recording") package var actor: ActorOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    if list { return try listFrozen(in: &world) }
    guard [.table, .json].contains(answer.format) else { throw .formatNotOffered(answer.format) }
    if common.readOnly { throw .writes("snapshot", against: "--read-only") }
    var session = try Session(common, in: &world)
    let name = try world.actor(actor.by)
    let frozen = try session.freeze(by: name, origin: "cli", at: world.now, in: world)
    warnOfDamage(session.problems, in: &world)
    say(frozen, session, in: &world)
    return .good
  }

  private func say(_ frozen: Frozen, _ session: Session, in world: inout World) {
    guard answer.format == .json else {
      world.answer += safe(frozen.sentence[session.language]) + "\n"
      return
    }
    let row = (report: frozen.report, isWhole: true)
    let fields = frozenRoll([row], session).fields.map { Value.Field($0.id, $0.value(row)) }
    world.answer +=
      Value.object(
        fields + [
          .init("isNew", .flag(frozen.isNew)),
          .init("message", .text(frozen.sentence[session.language])),
        ]
      ).json
  }

  private func listFrozen(in world: inout World) throws(CommandError) -> Verdict {
    let session = try Session(common, in: &world)
    var reports = session.store.frozenReports()
    if let quarter = common.quarter { reports.removeAll { $0.report.content.quarter != quarter } }
    answer.write(frozenRoll(reports, session), common, session, in: &world)
    return reports.allSatisfy(\.isWhole) ? .good : .bad
  }
}

/// The reports that were frozen, as a list.
private func frozenRoll(
  _ reports: [(report: FrozenReport, isWhole: Bool)], _ session: Session
) -> Roll<(report: FrozenReport, isWhole: Bool)> {
  let offset = session.store.settings.offset
  return Roll(
    fields: [
      Field("quarter", Phrase("季度", "Quarter")) {
        .text($0.report.content.quarter.description)
      },
      Field("asOf", Phrase("截至", "As of")) { .day($0.report.content.asOf) },
      Field(
        "knownAt", Phrase("登记截至", "Known at"), when: { $0.report.content.knownAt != nil }
      ) { Value($0.report.content.knownAt?.description) },
      Field("events", Phrase("记录", "Records"), .right) { .integer($0.report.content.events) },
      Field("revision", Phrase("版次", "Revision"), .right) {
        .integer($0.report.content.revisionNumber)
      },
      Field("frozenBy", Phrase("归档人", "By")) { .text($0.report.acceptance.by) },
      Field(
        "frozenAt", Phrase("归档时间", "Frozen"),
        text: { row, _ in row.report.acceptance.at.text(at: offset) }
      ) { .text($0.report.acceptance.at.description) },
      Field(
        "whole", Phrase("核对", "Check"),
        text: { row, language in
          (row.isWhole ? Phrase("完好", "whole") : Phrase("已损坏", "damaged"))[language]
        },
        value: { .flag($0.isWhole) }),
      Field("page", Phrase("网页", "Page")) { .text($0.report.pagePath) },
    ], rows: reports, empty: Phrase("还没有归档的报告。", "No report was frozen yet."))
}
