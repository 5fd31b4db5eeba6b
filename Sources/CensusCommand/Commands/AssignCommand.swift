package import ArgumentParser
internal import CensusCore

package struct AssignCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assign",
      abstract: Phrase("指定单位由谁承办。", "Record who in the office handles a unit."),
      discussion: Phrase(
        """
        对所有季度有效，直到改由他人承办。各列表加 --mine 只列由本人承办的，--where assignee=姓名 只列某人的；\
        填写 2018Q3 这样的季度，指定其全部应报单位。

        示例：census assign 昆明 临沧 --to 李四
        """,
        """
        It holds for all quarters, until somebody else handles the unit. Every list takes --mine, for what \
        you handle yourself, and --where assignee=NAME; a quarter such as 2018Q3 stands for all units of it.

        Example: census assign 昆明 临沧 --to 李四
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("单位、州市，或一个季度的全部单位。", "Units, prefectures, or a quarter for all of its units."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase("承办人。", "Who handles it."),
      valueName: Phrase("姓名", "name")))
  package var to: String?

  @Flag(
    help: ArgumentHelp(Phrase("不再指定承办人。", "Nobody handles it any more.")))
  package var nobody = false

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    guard nobody != (to?.something != nil) else { throw .assignsNobody }
    return try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = AssignRequest(on: occasion.on, to: nobody ? nil : to)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}
