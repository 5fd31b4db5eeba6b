package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct RedoCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "redo",
      abstract: Phrase("重做：取消本人最近一次撤销。", "Take back your last undo."),
      discussion: Phrase(
        """
        撤销之后又有登记的，不能再重做，与一般编辑软件相同；但仍可用 census undo 加批次号撤销那次撤销。

        示例：census redo
        """,
        """
        What was recorded since ends the redo, as in any editor; a batch of an undo can still be \
        taken back by its digits with census undo.

        Example: census redo
        """))
  }

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let actor = try session.actor(record, common, in: world)
    let day = try session.day(record.on, .behind) ?? session.asOf
    defer { warnOfDamage(session.problems, in: &world) }
    let returned = record.dryRun ? [] : try session.putBack()
    let redo: Redo
    do throws(Refusal) {
      guard day <= session.today else { throw .futureDay(day, today: session.today) }
      redo = try Redo(lastOf: actor, in: session.allEvents())
    } catch {
      throw .refused(error)
    }
    let count = redo.events.count
    let words = session.words(of: redo.records)
    // A retraction that counts again takes its records back.
    let what =
      Terms.act(redo.kind).map { act in
        Phrase("\(act.chinese)\(words.chinese)", "\(act.english) of \(words.english)")
      } ?? words
    var report = Report()
    report.sentences = returned
    report.sentences.append(
      record.dryRun
        ? Phrase(
          "将重做\(count)条记录：\(what.chinese)；未写入任何内容",
          "would redo \(counted(count, "record")): \(what.english); nothing was written")
        : UndoHint(record, common).after(
          Phrase(
            "已重做\(count)条记录：\(what.chinese)",
            "redid \(counted(count, "record")): \(what.english)") + Terms.held(redo.held)))
    report.sentences += session.resting(on: redo.records) { redo.resting(in: $0) }
    try session.checkReadable(redo.events)
    let drafts = redo.drafts(on: day, reason: remark.note)
    if record.dryRun {
      try session.check(drafts, by: actor)
    } else {
      report.batch = try session.record(drafts, by: actor, in: world)
    }
    world.announce(report, json: record.json)
    return .good
  }
}

extension Session {
  /// The later records that lose their ground where some are taken back, quarter by quarter.
  mutating func resting(
    on records: [Event], _ resting: (Projection) -> [Event]
  ) -> [Phrase] {
    let own = distinct(records.compactMap(\.quarter))
    let quarters = own.isEmpty ? [try? quarter()].compactMap(\.self) : own
    return quarters.compactMap { quarter in
      guard let projection = try? projection(of: quarter) else { return nil }
      return Terms.resting(resting(projection), in: projection)
    }
  }

  /// What some events say: 昆明的纸质版、电子版.
  mutating func words(of events: [Event]) -> Phrase {
    var units: [UnitID] = []
    var parts: [Phrase] = []
    for event in events {
      for unit in self.units(of: event) where !units.contains(unit) { units.append(unit) }
      let word = event.receipt.map { Terms.part($0.part) } ?? Terms.eventType(event.payload)
      if !parts.contains(word) { parts.append(word) }
    }
    let what = parts.joined()
    guard !units.isEmpty else { return what }
    let directory = store.knownDirectory
    let names = units.map { directory.unit($0)?.name ?? Phrase($0) }.joined()
    return Phrase("\(names.chinese)的\(what.chinese)", "\(what.english) of \(names.english)")
  }

  /// The units that an event is about, in its quarter or else in the one looked at.
  private mutating func units(of event: Event) -> [UnitID] {
    if case .unit(let unit) = event.subject { return [unit] }
    guard let quarter = event.quarter ?? (try? quarter()),
      let inspection = store.inspection(of: quarter).inspection
    else { return [] }
    let directory = store.knownDirectory
    switch event.subject {
    case .unit(let unit): return [unit]
    case .findings(let ids):
      return inspection.findings.filter { ids.contains($0.id) }.map { directory.unit(for: $0).id }
    case .site(let code):
      return inspection.findings.filter { $0.code == code }.map { directory.unit(for: $0).id }
    case .event, .check, .notice: return []
    }
  }
}
