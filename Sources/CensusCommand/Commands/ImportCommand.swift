package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusNotices
internal import CensusReports
internal import CensusStore

package struct ImportCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Phrase(
        "载入通报：读出附件和正文，核对后写入。",
        "Read a notice and its annexes, look at it, and take it in."),
      discussion: Phrase(
        """
        可读 .docx、.xlsx、网页、文本、CSV、制表符分隔的文本、Markdown 表格，以及从 WPS 或浏览器复制的表格\
        （UTF-8 或 GB18030）；- 为标准输入。文件格式按内容识别，不看文件名。通报和附件可以是几个文件，一并给出。\
        季度从标题推断，也可用 --quarter 指定。

        每张表逐行交代：行数 = 标题 + 表头 + 读入 + 合计 + 说明 + 未取。看不懂的列为待处理，用 --category、\
        --column、--row 或 --answers 答复；还有待处理的，退出码为2。不给 --accept 时不写入。数据目录中已有的季度，\
        更正的通报另存为新的一版：登记过的内容随网站走，不动、不销、不重开。两期通报不混在一起载入：\
        表题写的是另一期的，整张表列为待处理，用 --row 表:0=skip 略过，或用 --quarter 说明都记入哪一期。

        .pdf 由 pdftotext 读出（--convert），行和列凭文字的位置判断：看不准的列为待处理，写入时必须给出 \
        --expect，即先看过、与原件核对过。

        答复文件示例：
          {"categories": {"栏目像空房子": "blank_columns"}, "rows": {"2:7": "skip"},
           "cells": {"2:9:4": "5309260040"}}

        示例：
          census import 通报.docx
          census import 通报.txt 附件2.xlsx --quarter 2018Q4 --accept
        """,
        """
        Reads .docx, .xlsx, pages, text, CSV, text with tabs, Markdown tables, and tables copied out \
        of an office program or a browser, in UTF-8 or GB18030; - is standard input. A file is what \
        its bytes are, not what its name says. A notice and its annexes may be several files, given \
        together. The quarter is read in the title, or named with --quarter.

        Every row of a table is accounted for: rows = title + headings + taken + total + notes + \
        listed. What is not understood is open until it is answered with --category, --column, \
        --row or --answers; while something is open the exit code is 2. Nothing is written without \
        --accept. A corrected notice of a quarter that the store has becomes its next revision: what \
        was recorded stays with its site, and is neither moved nor closed nor opened again. Two periods \
        are not mixed: a table whose title names another one is open as a whole, until it is left out \
        with --row TABLE:0=skip or --quarter says which period all of it is of.

        A .pdf is read by pdftotext (--convert), rows and columns by where words stand: what that does \
        not tell is open, and it is written only with --expect, once it was compared with the original.

        Example of answers:
          {"categories": {"栏目像空房子": "blank_columns"}, "rows": {"2:7": "skip"},
           "cells": {"2:9:4": "5309260040"}}

        Examples:
          census import notice.docx
          census import notice.txt annex2.xlsx --quarter 2018Q4 --accept
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("通报和附件；- 为标准输入。", "The notice and its annexes; - is standard input."),
      valueName: Phrase("文件", "file")), completion: .file())
  package var files: [String]

  @OptionGroup(title: "Answers") package var options: ImportOptions
  @OptionGroup(title: "Recording") package var actor: ActorOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    if options.accept {
      if common.readOnly { throw .writes("--accept", against: "--read-only") }
      if common.knownAt != nil { throw .writes("--accept", against: "--known-at") }
    }
    guard answer.format == .table || answer.format == .json else {
      throw .formatNotOffered(answer.format)
    }
    var session = try Session(common, in: &world)
    var answers = try options.all(quarter: common.quarter, in: world)
    let directory = session.store.directory
    for (wording, id) in answers.categories.sorted(by: { $0.key < $1.key })
    where !directory.knowsCategory(id) {
      // A category may be called by its name.
      let named = directory.categories.first {
        [$0.name.chinese, $0.name.english, $0.short.chinese].contains(id.text)
      }
      guard let named else { throw .importing(.unknownCategory(id.text)) }
      answers.categories[wording] = named.id
    }
    let report = try ImportReport(
      files, answers, &session, converting: options.convert, in: world)
    let issued = report.draft.inspection?.notice.issued
    if let fault = answers.fault(of: report.draft.tables, issued: issued)
      ?? answers.fault(of: report.notUnderstood)
    {
      throw .importing(.answer(fault))
    }
    switch answer.format {
    case .json: world.answer += report.value(session).json
    default:
      world.answer += report.text(
        session, isAccepting: options.accept, colour: common.color.isOn(in: world))
    }
    if options.accept { return try accept(report, &session, in: &world) }
    return !report.notUnderstood.isEmpty || report.revision == nil ? .bad : .good
  }

  private func accept(
    _ report: ImportReport, _ session: inout Session, in world: inout World
  ) throws(CommandError) -> Verdict {
    let open = report.notUnderstood.count
    guard open == 0 else {
      world.warn(
        Phrase(
          "还有\(open)处待处理，未写入。",
          "\(counted(open, "point is", "points are")) open, so nothing was written."))
      return .bad
    }
    guard let facts = report.revision?.facts, let digest = report.digest else {
      throw .importing(.nothing)
    }
    if let expected = options.expect, expected != digest {
      throw .importing(.digest(expected: expected, found: digest))
    }
    if report.draft.isPlaced, options.expect == nil { throw .importing(.unseen(digest)) }
    if report.differences?.all.isEmpty == true {
      world.warn(
        Phrase("数据目录中已是这些内容，没有变化。", "nothing changed: the store has these facts already."))
      return .good
    }
    let recorder = Recorder(
      actor: try world.actor(actor.by), origin: "import", at: world.now,
      randomHex: world.randomHex)
    let revision: Revision?
    do {
      revision = try session.store.accept(facts, after: report.shown, by: recorder)
    } catch {
      throw .store(error)
    }
    world.noteRecord()
    let (name, quarter) = (facts.quarter.name, facts.quarter)
    let number = revision?.number ?? 1
    let version = number > 1 ? Phrase("（第\(number)版）", " (revision \(number))") : .empty
    world.warn(
      Phrase(
        "已写入\(name.chinese)\(version.chinese)：用 census overview --quarter \(quarter) 查看，"
          + "census withdraw \(quarter) --reason 原因 撤回。",
        "took in \(name.english)\(version.english); look at it with census overview --quarter "
          + "\(quarter), take it back with census withdraw \(quarter) --reason TEXT"))
    return .good
  }
}
