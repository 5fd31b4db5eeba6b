package import ArgumentParser
internal import CensusCore

package struct RetractCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take single records back (撤销记录), with a reason.",
    discussion: """
      Nothing is deleted: what is taken back stays in the history. A batch stands for all of its \
      records that count; census undo takes back your last act, this one included.

      Example: census retract 3fa94c --reason 登记错了单位
      """)

  @Argument(help: "An event or batch, by at least six of its first digits (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "Why (原因).", valueName: "text"))
  package var reason: String

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      let request = RetractRequest(on: occasion.on, reason: reason)
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ResolveCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Settle which of several records counts (裁定).",
    discussion: """
      Two people may have recorded the same fact differently without knowing of each other: the day \
      a part arrived, a verdict, an extension, the state of a site, a correction. The one kept \
      counts; without further events it is kept against all that contradict it.

      Example: census resolve 3fa94c 81b2d0 --keep 81b2d0
      """)

  @Argument(help: "The events in conflict, by at least six of their first digits (编号).")
  package var ids: [String] = []

  @Option(
    help: ArgumentHelp(
      "The event that counts (为准).", valueName: "event"))
  package var keep: String

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids + [keep], record, common, in: &world) { occasion throws(Refusal) in
      let events = try occasion.references.map { reference throws(Refusal) in
        guard case .event(let id) = reference else {
          throw .notAnEvent(keep)
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
