package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct UndoCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: Phrase("撤销一次办理登记的全部内容。", "Take back what was recorded in one act."),
      discussion: Phrase(
        """
        未给出批次时，撤销本人在此数据目录中最近一次办理，不论哪个季度；按名称撤回的办理和重做也可撤销。载入和撤回通报不是登记，不能这样撤销：载入的用 census withdraw 撤回，撤回的重新载入。不删除任何内容：已撤销的记录仍留在办理记录中。

        示例：census undo
        """,
        """
        Without a batch, the last act that you recorded in this store, in whichever quarter; a \
        retraction by name or a redo is taken back as well. A notice taken in or withdrawn is no \
        record and is not taken back so: withdraw the one, take the other in anew. Nothing is \
        deleted: what is undone stays in the history.

        Example: census undo
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "批次号，至少写前六位；未给出时为本人最近一次办理。",
        "A batch, by at least six of its first digits; else your last one."),
      valueName: Phrase("批次号", "batch")))
  package var batch: String?

  @Option(
    help: ArgumentHelp(
      Phrase("原因。", "Why."),
      valueName: Phrase("原因", "text")))
  package var note: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let actor = try session.actor(record, common, in: world)
    let day = try session.day(record.on, .behind) ?? session.asOf
    // What had gone belongs to its batch again before that is taken back.
    let returned = record.dryRun ? [] : try session.putBack()
    let events = session.allEvents()
    defer { warnOfDamage(session.problems, in: &world) }
    let undo: Undo
    do throws(Refusal) {
      guard day <= session.today else { throw .futureDay(day, today: session.today) }
      undo =
        if let batch { try Undo(batch: batch, in: events) } else {
          try session.undo(lastOf: actor)
        }
    } catch {
      // Who took it back may not have seen it reach the disk.
      if case .alreadyUndone(let batch) = error, !record.dryRun {
        try session.confirm(retractions(of: batch, in: events))
      }
      throw .refused(error)
    }
    var report = Report()
    report.sentences = returned + sentences(undo, &session)
    try session.checkReadable(undo.events)
    let drafts = undo.drafts(on: day, reason: note)
    if record.dryRun {
      try session.check(drafts, by: actor)
    } else {
      report.batch = try session.record(drafts, by: actor, in: world)
    }
    world.announce(report, json: record.json)
    return .good
  }

  private func retractions(of batch: BatchID, in events: [Event]) -> [Event] {
    let taken = Set(events.filter { $0.batch == batch }.map(\.id))
    return events.filter { event in
      guard case .retract(let retract) = event.payload else { return false }
      return retract.targets.contains(where: taken.contains)
    }
  }

  private func sentences(_ undo: Undo, _ session: inout Session) -> [Phrase] {
    let count = undo.events.count
    let id = undo.batch.text.prefix(8)
    let records = session.words(of: undo.records)
    let what =
      Terms.act(undo.kind).map { act in
        Phrase(
          "\(act.chinese)（\(records.chinese)）", "the \(act.english) (\(records.english))")
      } ?? records
    let done =
      record.dryRun
      ? Phrase(
        "将撤销\(count)条记录（批次\(id)）：\(what.chinese)；未写入任何内容",
        "would undo \(counted(count, "record")) of batch \(id): \(what.english); "
          + "nothing was written")
      : Phrase(
        "已撤销\(count)条记录（批次\(id)）：\(what.chinese)",
        "undid \(counted(count, "record")) of batch \(id): \(what.english)")
        + Terms.elsewhere(undo, than: try? session.quarter()) + Terms.held(undo.held)
    let said = [done] + session.resting(on: undo.records) { undo.resting(in: $0) }
    guard undo.changedSince > 0 else { return said }
    return said + [
      Phrase(
        "此后另有\(undo.changedSince)条记录，保持不变",
        "\(counted(undo.changedSince, "record")) made since "
          + "\(undo.changedSince == 1 ? "stays as it is" : "stay as they are")")
    ]
  }
}
