package import ArgumentParser
package import CensusCore

package struct ReturnCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: "Record that parts of a report were sent back (退回).",
    discussion: """
      What waits to be returned is returned; where nothing waits, what counted until now. What was \
      returned that day before is skipped and named.

      Example: census return 迪庆 --part paper --reason 未签字 --on 2018-10-19
      """)

  @Argument(help: "A prefecture, unit, site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "What is sent back (材料): paper, electronic or both.", valueName: "part"))
  package var part: PartChoice

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
      var request = ReturnRequest(parts: part.parts, on: occasion.on, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct WaiveCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "Record that units are excused from reporting (免报).",
    discussion: """
      The name of who excused them is needed. A site or a finding stands for itself.

      Example: census waive 怒江 --authority 省政府办公厅 --reason 网站已整体迁移
      """)

  @Argument(help: "A prefecture, unit, site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "Who excused them (批准人).", valueName: "name"))
  package var authority: String

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
      var request = WaiveRequest(on: occasion.on, authority: authority, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ExtendCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: "Record a later due day (延期); the original one stays on show.",
    discussion: """
      Only an extension moves a deadline, and never to an earlier day.

      Example: census extend 临沧 --until 2018-10-31 --authority 省政府办公厅 --reason 机构改革
      """)

  @Argument(help: "A prefecture, unit, site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "The new due day (新时限).", valueName: "date"),
    transform: Reading.day)
  package var until: Day

  @Option(
    help: ArgumentHelp(
      "Who granted it (批准人).", valueName: "name"))
  package var authority: String

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
      var request = ExtendRequest(
        until: until, on: occasion.on, authority: authority, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}
