package import ArgumentParser
internal import CensusCore

package struct VoidCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "void",
      abstract: Phrase("剔除问题，不再督办。", "Strike findings off the follow-up."),
      discussion: Phrase(
        """
        剔除的问题仍计入本季度公布的总数。填写网站即指其全部问题。

        示例：census void 2018Q3-20 --reason 与第17行为同一网站，误列
        """,
        """
        They stay in the printed totals of the quarter. A site stands for all of its findings.

        Example: census void 2018Q3-20 --reason 与第17行为同一网站，误列
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("问题编号或网站标识码。", "A finding or site code."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase("原因。", "Why."),
      valueName: Phrase("原因", "text")))
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
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reinstate",
      abstract: Phrase("恢复已剔除的问题，继续督办。", "Take findings back into the follow-up."),
      discussion: Phrase(
        """
        从未剔除的问题不予办理。

        示例：census reinstate 2018Q3-20 --reason 经核实并非误列
        """,
        """
        What was never struck off is refused.

        Example: census reinstate 2018Q3-20 --reason 经核实并非误列
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("问题编号或网站标识码。", "A finding or site code."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase("原因。", "Why."),
      valueName: Phrase("原因", "text")))
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
