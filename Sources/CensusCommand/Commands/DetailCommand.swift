package import ArgumentParser
internal import CensusCore

package struct DetailCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "detail",
    abstract: "Record what exactly has to be mended in a finding (问题明细).",
    discussion: """
      Lines as pasted from a table, with tabs or | between the cells: found (原文), should be \
      (应为), page (页面), address (网址). A first line of headings names the columns in another \
      order; 扣分项 and 扣分 are known too. They replace earlier lines. Without --from they are \
      read from standard input.

      Example: census detail 2018Q3-7 --from 错字.tsv
      """)

  @Argument(help: "The finding (问题编号).")
  package var id: String

  @Option(help: ArgumentHelp("A text file (文件), or - for standard input.", valueName: "file"))
  package var from = "-"

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let text = try pastedText(from, in: world)
    return try act(on: [id], record, common, in: &world) { occasion throws(Refusal) in
      guard case .finding(let finding)? = occasion.references.first else {
        throw .notAFinding(id)
      }
      var request = try DetailRequest(on: occasion.on, pasted: text)
      request.note = remark.note
      return try occasion.projection.plan(request, for: finding, today: occasion.today)
    }
  }
}
