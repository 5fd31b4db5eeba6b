package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct AttachCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attach",
      abstract: Phrase("将文件存为佐证材料。", "Keep files as evidence."),
      discussion: Phrase(
        """
        文件内容存入数据目录的 attachments/，以内容的 SHA-256 命名，原文件不动；文件名、大小和类型记入办理记录。\
        每个文件至多\(Terms.fileSize(kilobytes: Attachment.kilobytes))。同一文件不重复登记。保存的文件从不执行。

        receive、recheck、account 的 --file 同样保存文件。

        示例：
          census attach 昆明 整改报告.pdf 截图.png
          census attach 2018Q3-7 修复后.png --note 首页已更新
        """,
        """
        The bytes go into attachments/ of the store, named by their SHA-256, and the file itself \
        stays where it is; its name, size and form are recorded. A file has at most \
        \(Terms.fileSize(kilobytes: Attachment.kilobytes)). The same file is not recorded twice. What is kept is never executed.

        The --file of receive, recheck and account keeps files in the same way.

        Examples:
          census attach 昆明 report.pdf screenshot.png
          census attach 2018Q3-7 mended.png --note 首页已更新
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "佐证的对象：州市、单位、网站标识码、问题编号、记录编号或季度。",
        "What it is evidence of: a prefecture, unit, site code, finding, event or quarter."),
      valueName: Phrase("编号", "id")), completion: .store(.ids))
  package var id: String

  @Argument(
    help: ArgumentHelp(
      Phrase("要保存的文件。", "The files to be kept."),
      valueName: Phrase("文件", "file")), completion: .file())
  package var files: [String]

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let files = try attachments(files, in: world)
    return try act(
      on: [id], record, common, in: &world, keeping: files, note: remark.note
    ) { occasion throws(Refusal) in
      try occasion.projection.plan(
        EvidenceRequest(on: occasion.on, files: occasion.files), for: occasion.references,
        today: occasion.today)
    }
  }
}
