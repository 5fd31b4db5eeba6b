package import ArgumentParser
internal import CensusCore

package struct VoidCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Strike findings off the follow-up (剔除).",
    discussion: """
      They stay in the printed totals of the quarter. A site stands for all of its findings.

      Example: census void 2018Q3-20 --reason 与第17行为同一网站，误列
      """)

  @Argument(help: "A finding or site code (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "Why (原因).", valueName: "text"))
  package var reason: String

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = VoidRequest(on: occasion.on, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ReinstateCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "reinstate",
    abstract: "Take findings back into the follow-up (恢复).",
    discussion: """
      What was never struck off is refused.

      Example: census reinstate 2018Q3-20 --reason 经核实并非误列
      """)

  @Argument(help: "A finding or site code (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "Why (原因).", valueName: "text"))
  package var reason: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = ReinstateRequest(on: occasion.on, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}
