package import ArgumentParser
internal import CensusCore

package struct RetractCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retract",
      abstract: Phrase("按编号撤回记录，须写明原因。", "Take single records back, with a reason."),
      discussion: Phrase(
        """
        不删除任何内容：撤回的记录仍留在办理记录中。批次号代表该批次中所有有效的记录；census undo 撤销本人最近一次办理，撤回本身也包括在内。

        示例：census retract 3fa94c --reason 登记错了单位
        """,
        """
        Nothing is deleted: what is taken back stays in the history. A batch stands for all of \
        its records that count; census undo takes back your last act, this one included.

        Example: census retract 3fa94c --reason 登记错了单位
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("记录或批次的编号，至少写前六位。", "An event or batch, by at least six of its first digits."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase("原因。", "Why."),
      valueName: Phrase("原因", "text")))
  package var reason: String

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world, resolving: resolveRecords) {
      occasion throws(Refusal) in
      let request = RetractRequest(on: occasion.on, reason: reason)
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ResolveCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resolve",
      abstract: Phrase("裁定几条相互矛盾的记录以哪条为准。", "Settle which of several records counts."),
      discussion: Phrase(
        """
        两人可能在互不知情时对同一事项作了不同的登记，如收件日期、复查结果、延期、网站状态、更正。以保留的一条为准；未列出其他记录时，与它矛盾的记录都不再算数。

        示例：census resolve 3fa94c 81b2d0 --keep 81b2d0
        """,
        """
        Two people may have recorded the same fact differently without knowing of each other: the \
        day a part arrived, a verdict, an extension, the state of a site, a correction. The one \
        kept counts; without further events it is kept against all that contradict it.

        Example: census resolve 3fa94c 81b2d0 --keep 81b2d0
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "相互矛盾的记录编号，至少写前六位。",
        "The events in conflict, by at least six of their first digits."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase("以哪条记录为准。", "The event that counts."),
      valueName: Phrase("记录编号", "event")))
  package var keep: String

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids + [keep], record, common, in: &world, resolving: resolveRecords) {
      occasion throws(Refusal) in
      let events = try occasion.references.map { reference throws(Refusal) in
        guard case .event(let id) = reference else {
          throw .notAnEvent(reference)
        }
        return id
      }
      guard let kept = events.last else { throw .unknownID(keep, nearest: []) }
      var request = ResolveRequest(keep: kept, on: occasion.on)
      request.note = remark.note
      let others = events.dropLast().filter { $0 != kept }
      return try occasion.projection.plan(request, against: others, today: occasion.today)
    }
  }
}
