package import ArgumentParser
package import CensusCore
internal import CensusLists
internal import CensusReports

package struct ReportCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: Phrase("供领导阅看的报告、简报、下期通报段落。", "What to put before the leader."),
      discussion: Phrase(
        """
        不带其他选项时为本季度的督办情况报告：先是简报，然后是主要数字、各单位时间线、报送进度、地区分布图、问题类别、历次变化、\
        佐证材料、待核对事项。HTML 是自成一体的网页，不引用任何外部资源，可直接打印成 A4，加 --pictures 时嵌入佐证图片；Markdown 是同样内容的文字。

        --next 为下期通报中“上期通报问题整改情况”一段和两个附件，按登记的事实写成；--since 为自某日以来的变化；\
        --handover 为交接单：各期未办结的事项、承诺、未办结的问责、记录矛盾和未保存的内容，以及由谁登记；--brief 为一段话简报。数字与各列表一致。

        未给出 --output 时输出到屏幕；给出时按文件名的后缀（.html、.md）写成文件，不覆盖已有文件。

        示例：
          census report --output 三季度督办报告.html
          census report --brief --as-of 2018-10-23
          census report --next
          census report --since 周一
        """,
        """
        Without an option it is the report of the quarter: the brief first, then the key figures, \
        the days of each unit, reports against the deadline, the map, the categories, the \
        change from period to period, the evidence that is kept, and open checks. As HTML it is one page \
        that needs nothing from outside and prints on A4, with the pictures among the evidence in it if \
        --pictures asks for them; as Markdown it is the same in text.

        --next is the paragraph on the last period's rectification with both annexes, for the \
        next notice; --since is what changed since a day; --handover is what is open, promised, held to \
        account, in conflict or not saved over all periods, and by whom; --brief is one paragraph. Its numbers \
        are those of the lists.

        Without --output it is printed; with it the ending of the name (.html, .md) decides, and \
        no file is ever overwritten.

        Examples:
          census report --output report.html
          census report --brief --as-of 2018-10-23
          census report --next
          census report --since mon
        """))
  }

  @Flag(
    help: ArgumentHelp(Phrase("一段话简报。", "One paragraph for the leader.")))
  package var brief = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "下期通报中说明本期整改情况的段落和附件。",
        "The paragraph and annexes on this period for the next notice.")))
  package var next = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("自该日以来（含当日）的变化。", "What changed since this day, which counts."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var since: TypedDay?

  @Flag(
    help: ArgumentHelp(Phrase("交接单。", "What whoever takes over has to know.")))
  package var handover = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "把佐证材料中的图片（PNG、JPEG）嵌入 HTML 报告，合计至多16 MB。",
        "Put the pictures among the evidence (PNG, JPEG) into the HTML report, 16 MB at most.")))
  package var pictures = false

  @Option(
    help: ArgumentHelp(
      Phrase("写到哪个文件。", "The file to write."), valueName: Phrase("文件", "file")), completion: .file()
  )
  package var output: String?

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let asked: [String] = [
      brief ? "--brief" : nil, next ? "--next" : nil, since == nil ? nil : "--since",
      handover ? "--handover" : nil,
    ].compactMap(\.self)
    if asked.count > 1 { throw .contradiction(asked[0], asked[1]) }
    if pictures, let other = asked.first { throw .contradiction("--pictures", other) }
    if brief { return try writeBrief(in: &world) }
    let form = try form()
    if pictures, form != .html { throw .picturesNeedAPage }
    var session = try Session(common, in: &world)
    let page = try page(&session)
    warnOfDamage(session.problems, in: &world)
    let language = session.language
    let text = form == .html ? page.html(language) : page.markdown(language)
    try write(text, language, in: &world)
    // What is open over all periods is not all of it where one cannot be read.
    return handover && !session.unfinished().unreadable.isEmpty ? .failed : .good
  }

  /// The page that was asked for.
  private func page(_ session: inout Session) throws(CommandError) -> Page {
    if next { return try session.nextNoticePage() }
    if let day = try session.day(since, .behind) { return try session.sincePage(day) }
    return handover ? try session.handoverPage() : try session.reportPage(withPictures: pictures)
  }

  /// Markdown or HTML: as asked for, else by the ending of the file.
  private func form() throws(CommandError) -> ExportForm {
    let asked: ExportForm?
    switch answer.format {
    case .table: asked = nil
    case .markdown: asked = .markdown
    case .html: asked = .html
    case .json, .csv: throw .pageFormNotOffered(answer.format)
    }
    guard let output else { return asked ?? .markdown }
    return try OutputFile.form(asked, of: output, among: [.markdown, .html])
  }

  private func write(
    _ text: String, _ language: Language, in world: inout World
  ) throws(CommandError) {
    guard let output else {
      world.answer += text
      return
    }
    let path = try OutputFile.write(Array(text.utf8), to: output, in: world)
    world.answer += safe(Messages.written(path)[language]) + "\n"
  }

  private func writeBrief(in world: inout World) throws(CommandError) -> Verdict {
    if let output, answer.format != .table {
      throw .contradiction("--output \(output)", "--format")
    }
    var session = try Session(common, in: &world)
    let projection = try session.projection()
    let left = session.unfinished()
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    let text = safe(
      projection.brief(beside: left.worklist, leavingOut: left.unreadable)[session.language])
    switch answer.format {
    case .table, .markdown: try write(text + "\n", session.language, in: &world)
    case .json:
      world.answer +=
        Value.object([
          .init("quarter", .text(projection.quarter.description)),
          .init("asOf", .day(projection.asOf)),
          .init("knownAt", Value(projection.knownAt?.description)), .init("brief", .text(text)),
        ]).json
    case .csv, .html: throw .formatNotOffered(answer.format)
    }
    answer.say(common.knownAt, session.language, in: &world)
    return .good
  }
}
