package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusNotices
internal import CensusReports
internal import CensusStore

package struct AnswersCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "answers",
      abstract: Phrase(
        "整改情况反馈表：写出交单位填写，填好后读回。",
        "The form that units fill in: write it, and read it back."),
      discussion: Phrase(
        """
        --output 写出反馈表：每条问题一行，整改措施、完成时间、责任人三栏待填，编号一栏不要改动。\
        单位可写州市、单位、网站、问题，写季度（如 2018Q3）即全部单位；已办结和剔除的问题不列。\
        格式由后缀决定：.docx、.xlsx、.csv、.md、.html；以 / 结尾的是目录，每家单位一份 Word 文件。

        不带 --output 时读回填好的表（格式同 census import），说明将登记什么；加 --accept 才登记。\
        每行按编号对应问题，并核对网站标识码；有看不懂的行，全部不登记，退出码为2。没有填的行不算。\
        单位填的是其自述，不改变报送和复查的状态；报告本身仍用 census receive 登记，可用 --file 附上此表。

        示例：
          census answers 昆明 --output 反馈表.docx
          census answers 2018Q3 --output 反馈表/
          census answers 反馈表.docx --accept
        """,
        """
        With --output it writes the form: a row for each finding, in which the remedy, the time and the person \
        responsible are to be filled in; the IDs have to stay as they are. A unit may be named by its \
        prefecture, a site or a finding; a quarter, as 2018Q3, stands for all. What is closed or struck off is \
        left out. The ending decides: .docx, .xlsx, .csv, .md, .html; a folder, which ends with /, gets one \
        Word document a unit.

        Without --output it reads forms that were filled in, in any container that census import reads, and \
        says what it would record; with --accept it records it. Each row is known by its ID and held against \
        the site's code; if a row is not understood nothing is recorded, and it exits with 2. Rows left empty \
        do not count. What a unit says there changes no state: the report itself is recorded by census receive, \
        which may keep the form with --file.

        Examples:
          census answers 昆明 --output form.docx
          census answers 2018Q3 --output forms/
          census answers form.docx --accept
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "写出时为州市、单位、网站标识码、问题编号或季度；读回时为填好的文件，- 为标准输入。",
        """
        To write: a prefecture, unit, site code, finding or quarter. To read: the files that were filled in, \
        or - for standard input.
        """),
      valueName: Phrase("单位或文件", "units-or-files")), completion: .store(.ids))
  package var names: [String]

  @Option(
    help: ArgumentHelp(
      Phrase(
        "写出反馈表的文件，已有的不覆盖；以 / 结尾为目录。",
        "Write the form into this file, never over one that is there; a folder if it ends with /."),
      valueName: Phrase("路径", "path")), completion: .file())
  package var output: String?

  @Flag(help: ArgumentHelp(Phrase("登记读到的内容。", "Record what was read.")))
  package var accept = false

  @Flag(help: .convert) package var convert = false

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    guard let output else { return try read(in: &world) }
    if accept { throw .contradiction("--output \(output)", "--accept") }
    return try write(to: output, in: &world)
  }
}

// MARK: - Out

extension AnswersCommand {
  private func write(to output: String, in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let projection = try session.projection(of: try quarterNamed(by: names, &session))
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    let forms = try RemedyForms(
      of: try references(in: projection, session.language), in: projection, session.language)
    let written =
      output.hasSuffix("/")
      ? try forms.write(into: output, in: world)
      : [try OutputFile.write(try bytes(forms, output), to: output, in: world)]
    for path in written { world.answer += safe(Messages.written(path)[session.language]) + "\n" }
    return .good
  }

  private func bytes(_ forms: RemedyForms, _ output: String) throws(CommandError) -> [UInt8] {
    if output.lowercased().hasSuffix(".docx") { return forms.paper.docx }
    let lists: [ExportForm] = [.xlsx, .csv, .markdown, .html]
    guard let form = ExportForm(endingOf: output), lists.contains(form) else {
      throw .noForm(path: output, known: [".docx"] + lists.map(\.ending), isOption: false)
    }
    return forms.list(form)
  }

  private func references(
    in projection: Projection, _ language: Language
  ) throws(CommandError) -> [Reference] {
    do throws(Refusal) {
      return try names.map { name throws(Refusal) in try projection.resolve(name) }
    } catch {
      throw .refused(error.named(in: projection, language))
    }
  }
}

// MARK: - In

extension AnswersCommand {
  private func read(in world: inout World) throws(CommandError) -> Verdict {
    if accept, common.readOnly { throw .writes("--accept", against: "--read-only") }
    let sources = try names.map { name throws(CommandError) in
      try ReadSource(file: name, converting: convert, in: world).source
    }
    var form = FilledForm(sources, written: unguarded)
    let (session, projection) = try open(in: &world, of: form.rows.first?.id.quarter)
    form.check { id in
      projection.finding(id).map { state in
        FilledForm.Known(
          codes: [state.finding.code.printed, state.site.printed].compactMap(\.self),
          problem: state.finding.text,
          others: projection.findings.filter {
            $0.site == state.site && $0.finding.id != state.finding.id
          }.map(\.finding.text))
      }
    }
    let language = session.language
    for (place, fault) in form.faults {
      let sentence = place.words + Phrase("：", ": ") + fault.sentence
      world.warn(sentence)
    }
    guard form.faults.isEmpty, !form.rows.isEmpty else {
      if form.faults.isEmpty {
        world.warn(
          Phrase(
            "反馈表一行都没有填，没有可登记的内容。",
            "no row of the form was filled in, so there is nothing to record.")
        )
      }
      return .bad
    }
    if !form.blank.isEmpty {
      let ids = form.blank.map(\.description)
      world.warn(
        Phrase(
          "没有填的\(ids.count)行不算：\(ids.joined(separator: "、"))。",
          "\(counted(ids.count, "row was", "rows were")) left empty: \(ids.joined(separator: ", "))."
        ))
    }
    for (place, heading) in form.added {
      world.warn(
        place.words
          + Phrase(
            "：“\(heading)”一列不在反馈表中，没有读取；要留存的，用 census note 登记。",
            ": the column “\(heading)” is none of the form and was not read; what is to be kept of it is "
              + "recorded by census note."))
    }
    for (place, day) in form.impossibleDays {
      world.warn(
        place.words
          + Phrase(
            "：没有“\(day)”这一天，完成时间照单位所写登记；请向单位核实。",
            ": there is no such day as “\(day)”; the time is kept as the unit wrote it, please ask the unit."
          ))
    }
    var record = record
    let isTrial = record.dryRun || !accept
    record.dryRun = isTrial
    let remedies = Dictionary(
      form.rows.map { ($0.id, $0.remedy) }, uniquingKeysWith: { first, _ in first })
    let ids = form.rows.map(\.id.description)
    if isTrial, !record.json {
      for row in form.rows {
        let said = row.remedy.details(in: projection).joined(Phrase("，", ", "))[language]
        world.answer += safe("\(row.id)  \(said)") + "\n"
      }
    }
    let verdict = try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      try occasion.projection.plan(
        RemedyRequest(on: occasion.on, remedies: remedies), today: occasion.today)
    }
    if isTrial, !record.json {
      world.answer +=
        safe(
          Phrase("尚未登记；要登记，加 --accept。", "Nothing was recorded; to record it, add --accept.")[
            language]) + "\n"
    }
    return verdict
  }

  /// The quarter that the rows are of; else the one looked at.
  private func open(
    in world: inout World, of quarter: Quarter?
  ) throws(CommandError) -> (Session, Projection) {
    var session = try Session(common, in: &world)
    let known = session.store.quarters()
    guard let quarter, session.chosenQuarter == nil, known.contains(quarter) else {
      return (session, try session.projection())
    }
    return (session, try session.projection(of: quarter))
  }
}
