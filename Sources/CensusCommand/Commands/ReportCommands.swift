package import ArgumentParser
package import CensusCore

package struct ReturnCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "return",
      abstract: Phrase("登记退回的材料。", "Record that parts of a report were sent back."),
      discussion: Phrase(
        """
        退回待退回的材料；没有待退回的，退回此前有效的材料。当日已退回过的，跳过并列出。

        示例：census return 迪庆 --part paper --reason 未签字 --on 2018-10-19
        """,
        """
        What waits to be returned is returned; where nothing waits, what counted until now. What \
        was returned that day before is skipped and named.

        Example: census return 迪庆 --part paper --reason 未签字 --on 2018-10-19
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码或问题编号。", "A prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase(
        "退回的材料：paper（纸质版）、electronic（电子版）或 both（两者）。",
        "What is sent back: paper, electronic or both."),
      valueName: Phrase("材料", "part")))
  package var part: PartChoice

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
      var request = ReturnRequest(parts: part.parts, on: occasion.on, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct WaiveCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "waive",
      abstract: Phrase("登记单位免报。", "Record that units are excused from reporting."),
      discussion: Phrase(
        """
        须写明批准机关。填写网站或问题，只免报该网站或该问题。

        示例：census waive 怒江 --authority 省政府办公厅 --reason 网站已整体迁移
        """,
        """
        The name of who excused them is needed. A site or a finding stands for itself.

        Example: census waive 怒江 --authority 省政府办公厅 --reason 网站已整体迁移
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码或问题编号。", "A prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase("免报的批准机关。", "Who excused them."),
      valueName: Phrase("姓名", "name")))
  package var authority: String

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
      var request = WaiveRequest(on: occasion.on, authority: authority, reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ExtendCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "extend",
      abstract: Phrase(
        "登记延期；原时限仍然显示。",
        "Record a later due day; the original one stays on show."),
      discussion: Phrase(
        """
        只有延期能改变时限，且只能推后。

        示例：census extend 临沧 --until 2018-10-31 --authority 省政府办公厅 --reason 机构改革
        """,
        """
        Only an extension moves a deadline, and never to an earlier day.

        Example: census extend 临沧 --until 2018-10-31 --authority 省政府办公厅 --reason 机构改革
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码或问题编号。", "A prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("新的时限。", "The new due day."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var until: TypedDay

  @Option(
    help: ArgumentHelp(
      Phrase("延期的批准机关。", "Who granted it."),
      valueName: Phrase("姓名", "name")))
  package var authority: String

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
      var request = ExtendRequest(
        until: try occasion.day(until, .ahead), on: occasion.on, authority: authority,
        reason: reason)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}
