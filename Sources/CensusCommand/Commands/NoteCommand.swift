package import ArgumentParser
package import CensusCore

package struct NoteCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "note",
      abstract: Phrase("为任何事项登记备注。", "Record a remark on anything."),
      discussion: Phrase(
        """
        领导批示可注明答复期限。编号填写季度即指整份通报。

        示例：
          census note 临沧 "已电话联系，下周报送"
          census note 临沧 "请于月底前报结果" --kind instruction --due 2018-10-31
          census note 2018Q3 "按季通报整改情况" --kind instruction
        """,
        """
        An instruction of a leader may have a day by which it is to be answered. A quarter as the \
        ID is its notice as a whole.

        Examples:
          census note 临沧 "已电话联系，下周报送"
          census note 临沧 "请于月底前报结果" --kind instruction --due 2018-10-31
          census note 2018Q3 "按季通报整改情况" --kind instruction
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "备注的对象：州市、单位、网站标识码、问题编号、记录编号或季度。",
        "What it is about: a prefecture, unit, site code, finding, event or quarter."),
      valueName: Phrase("编号", "id")), completion: .store(.ids))
  package var id: String

  @Argument(
    help: ArgumentHelp(
      Phrase("备注内容。", "The remark."),
      valueName: Phrase("内容", "text")))
  package var text: String

  @Option(
    help: ArgumentHelp(
      Phrase(
        "类型：note（备注）、instruction（领导批示）或 remark（来文阅批）。",
        "What sort of remark: note, instruction or remark."),
      valueName: Phrase("类型", "kind")))
  package var kind: Note.Kind = .note

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("答复期限。", "By when it is to be answered."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var due: TypedDay?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let actor = try session.actor(record, common, in: world)
    _ = try session.inspection(of: session.quarter())
    defer { warnOfDamage(session.problems, in: &world) }
    let (projection, references) = try resolve([id], &session)
    let on = try session.day(record.on, .behind) ?? session.asOf
    let answerBy = try session.day(due, .ahead)
    let drafts: [EventDraft]
    do throws(Refusal) {
      guard let reference = references.first else { throw .unknownID(id, nearest: []) }
      drafts = try projection.plan(
        Note(kind: kind, text: text, due: answerBy), on: reference, day: on, today: session.today)
    } catch {
      throw .refused(error.named(in: projection, session.language))
    }
    let before = projection.liveEvents.filter { event in drafts.contains { $0.says(event) } }
    let known = Set(before.map(\.subject))
    let new = drafts.filter { !known.contains($0.subject) }
    if !record.dryRun { try session.confirm(before) }
    var report = Report(skipped: new.isEmpty ? [id] : [])
    report.sentences = groups(references, in: projection)
    if new.isEmpty {
      report.sentences.append(
        Phrase("已跳过：\(id)（此前已登记）", "skipped: \(id) (recorded before)"))
    } else {
      if record.dryRun {
        try session.check(new, by: actor)
      } else {
        report.batch = try session.record(new, by: actor, in: world)
      }
      report.sentences.append(sentence(new, projection))
    }
    world.announce(report, json: record.json)
    return .good
  }

  private func sentence(_ drafts: [EventDraft], _ projection: Projection) -> Phrase {
    let units = drafts.compactMap { draft -> UnitID? in
      guard case .unit(let unit) = draft.subject else { return nil }
      return unit
    }
    let about = units.isEmpty ? Phrase(id, id) : names(units, in: projection)
    let word = Terms.noteKind(kind)
    guard record.dryRun else {
      return UndoHint(record, common).after(
        Phrase(
          "已登记\(word.chinese)\(drafts.count)条：\(about.chinese)",
          "recorded \(counted(drafts.count, "event")) for \(about.english)"))
    }
    return Phrase(
      "将登记\(word.chinese)\(drafts.count)条：\(about.chinese)；未写入任何内容",
      "would record \(counted(drafts.count, "event")) for \(about.english); nothing was written")
  }
}
