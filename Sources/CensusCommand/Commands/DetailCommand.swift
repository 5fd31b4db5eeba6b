package import ArgumentParser
internal import CensusCore

package struct DetailCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "detail",
      abstract: Phrase("登记一条问题的明细：究竟要改什么。", "Record what exactly has to be mended in a finding."),
      discussion: Phrase(
        """
        从表格粘贴的各行，单元格之间用制表符或 | 分开，依次为原文、应为、页面、网址。第一行可写列标题，\
        以另定各列顺序；也可有“扣分项”“扣分”两列。新明细取代原有明细。未给出 --from 时从标准输入读取。

        示例：census detail 2018Q3-7 --from 错字.tsv
        """,
        """
        Lines as pasted from a table, with tabs or | between the cells: found, should be, page, \
        address. A first line of headings names the columns in another order; 扣分项 and 扣分 are \
        known too. They replace earlier lines. Without --from they are read from standard input.

        Example: census detail 2018Q3-7 --from 错字.tsv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("问题编号。", "The finding."),
      valueName: Phrase("编号", "id")), completion: .store(.ids))
  package var id: String

  @Option(
    help: ArgumentHelp(
      Phrase("文本文件；- 为标准输入。", "A text file, or - for standard input."),
      valueName: Phrase("文件", "file")), completion: .file())
  package var from = "-"

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let text = try pastedText(from, in: world)
    return try act(on: [id], record, common, in: &world) { occasion throws(Refusal) in
      let reference = occasion.references[0]
      guard case .finding(let finding) = reference else { throw .notAFinding(reference) }
      var request = try DetailRequest(on: occasion.on, pasted: text)
      request.note = remark.note
      return try occasion.projection.plan(request, for: finding, today: occasion.today)
    }
  }
}
