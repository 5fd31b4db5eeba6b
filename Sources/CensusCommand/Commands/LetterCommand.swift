package import ArgumentParser
package import CensusCore
package import CensusLists
internal import CensusReports
internal import CensusStore

package struct LetterCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "letter",
      abstract: Phrase(
        "催办函、限期整改通知、移送函和复查单，每家单位一份。",
        "Letters, one a unit: a reminder, an order, a transfer, and the run sheet of a re-check."),
      discussion: Phrase(
        """
        种类：chase（催办函）、order（限期整改通知）、transfer（移送函，一案一函）、recheck（供打印的复查单）。\
        内容全部取自通报和登记。单位可写州市、单位、网站或问题；写季度（如 2018Q3）即所有需要的单位。\
        有一家不需要的，全部不写。

        措辞取自数据目录中的 letters/chase.zh.md 等文件；没有的用自带模板：--template 显示模板，可存为该文件后修改，\
        --fields 列出可用的字段。

        示例：
          census letter chase 昆明 --output 催办函.docx --log
          census letter chase 2018Q3 --output 函件/ --format docx
          census letter transfer 临沧 --to 驻厅纪检监察组 --output 移送函.docx
          mkdir -p data/letters
          census letter chase --template > data/letters/chase.zh.md
        """,
        """
        The kinds are chase (a reminder), order (rectify by a day), transfer (a case handed to the body that \
        holds to account, one a letter) and recheck (the run sheet, to be printed). All they say is from the \
        notice and the records. A unit may be named by its prefecture, a site or a finding; a quarter, as \
        2018Q3, stands for all that are concerned. If one of those named needs none, none is written.

        The wording comes from letters/chase.en.md and the like in the store; where there is none, from the \
        template that ships. --template shows it, so that it can be saved there and edited; --fields lists \
        what it can use.

        Examples:
          census letter chase 昆明 --output reminder.docx --log
          census letter chase 2018Q3 --output letters/ --format docx
          census letter transfer 临沧 --to 驻厅纪检监察组 --output transfer.docx
          mkdir -p data/letters
          census letter chase --template > data/letters/chase.en.md
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("种类：chase、order、transfer 或 recheck。", "The kind: chase, order, transfer or recheck."),
      valueName: Phrase("种类", "kind")))
  package var kind: LetterKind

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码、问题编号或季度。", "A prefecture, unit, site code, finding or quarter."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "格式：text（文本）、markdown、html 或 docx（Word、WPS）；未给出时依文件后缀，否则为 text。",
        "The form: text, markdown, html or docx (Word, WPS); else that of the file's ending, else text."
      ),
      valueName: Phrase("格式", "format")))
  package var format: LetterForm?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "写入的文件，已有的不覆盖；以 / 结尾为目录；几份时，文件名各加单位名。",
        "The file to write, never over one that is there; a folder if it ends with /. Of several letters each "
          + "has its unit in its name."),
      valueName: Phrase("路径", "path")), completion: .file())
  package var output: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "主送机关；移送函必须写明，其他函件未给出时为责任单位。",
        "Whom it addresses: needed for a transfer, else the unit."),
      valueName: Phrase("机关", "body")))
  package var to: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase(
        "尚未登记限期再整改时，整改通知的期限。",
        "By when an order is due that was not recorded yet."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var until: TypedDay?

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "催办函写入文件后，登记为发函催办。", "Record the reminder once its letter is in its file.")))
  package var log = false

  @Flag(help: ArgumentHelp(Phrase("显示所用的模板。", "Show the template in use.")))
  package var template = false

  @Flag(help: ArgumentHelp(Phrase("列出模板可用的字段。", "List what templates can use.")))
  package var fields = false

  @OptionGroup(title: "Recording") package var actor: ActorOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func validate() throws {
    guard template || fields || !ids.isEmpty else {
      throw ValidationError(
        Phrase(
          "请写明单位，或写季度即所有需要的单位。",
          "name a unit, or a quarter for all that are concerned."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    if fields { return try listFields(in: &world) }
    let form = try form()
    var session = try Session(common, in: &world)
    let quarter = try quarterNamed(by: ids, &session)
    let projection = try session.projection(of: quarter)
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    guard !template else {
      world.answer += try session.wording(of: kind, isShown: true).text
      return .good
    }
    try check(form)
    let day = try session.day(until, .ahead)
    if let day, day < session.asOf { throw .refused(.untilBefore(day, on: session.asOf)) }
    let letters = try Letters(
      kind, to: try references(in: projection, session.language), in: projection, session,
      addressing: to, until: day)
    // Pages one behind the other are none.
    if output == nil, form == .html, letters.written.count > 1 {
      throw .letter(.needsFile(form))
    }
    if let output {
      var trial = world
      // Nothing is written that could not be recorded then.
      if log { _ = try remind(letters.units, in: &trial, isTrial: true) }
      for path in try letters.write(to: output, form, in: world) {
        world.answer += safe(Messages.written(path)[session.language]) + "\n"
      }
      if log { _ = try remind(letters.units, in: &world, isTrial: false) }
    } else {
      world.answer += letters.text(form)
    }
    if let day { warn(of: letters, asked: day, in: &world) }
    if !letters.leftOut.isEmpty {
      let names = letters.leftOut.joined()
      world.warn(
        Phrase(
          "不需要\(kind.name.chinese)，未写：\(names.chinese)。",
          "no \(kind.name.english) is needed for \(names.english)."))
    }
    if let conflict = letters.conflictWords {
      world.warn(
        conflict
          + Phrase("；用 census resolve 裁定。", "; settle them with census resolve."))
    }
    if let undated = letters.undatedWords {
      world.warn(
        undated
          + Phrase(
            "；用 --until 写明期限，或先用 census order 登记。",
            "; give one with --until, or record the order first with census order."))
    }
    if let knownAt = common.knownAt {
      world.warn(Phrase("只含\(knownAt)以前登记的内容。", "Only what was recorded until \(knownAt)."))
    }
    return .good
  }
}

// MARK: - What was asked

extension LetterCommand {
  private func form() throws(CommandError) -> LetterForm {
    guard let output, !output.hasSuffix("/") else { return format ?? .text }
    let promised = LetterForm(ofFile: output)
    if promised == nil, ExportForm.ending(promisedBy: output) != nil {
      throw .letter(.ending(path: output, format ?? .text))
    }
    guard let format else { return promised ?? .text }
    if let promised, promised != format { throw .letter(.ending(path: output, format)) }
    return format
  }

  private func check(_ form: LetterForm) throws(CommandError) {
    if output == nil, form == .docx { throw .letter(.needsFile(form)) }
    if log, kind != .chase { throw .letter(.notLogged(kind)) }
    if log, output == nil { throw .letter(.logNeedsFile) }
    if until != nil, kind != .order { throw .letter(.noDayNeeded(kind)) }
    if kind == .transfer, to?.contains(where: { !$0.isWhitespace }) != true {
      throw .letter(.noBody)
    }
  }

  private func listFields(in world: inout World) throws(CommandError) -> Verdict {
    world.settle(common.lang ?? world.chosenLanguage ?? world.language)
    let roll = Roll(
      fields: [
        Field("name", Phrase("字段", "Field")) { (row: (name: String, meaning: Phrase)) in
          .text(row.name)
        },
        Field(
          "meaning", Phrase("含义", "Meaning"), text: { $0.meaning[$1] },
          value: { .text($0.meaning.chinese) }),
      ], rows: LetterFields.meanings, empty: .empty)
    world.answer += roll.table(world.language, colour: common.color.isOn(in: world))
    return .good
  }
}

// MARK: - To whom

extension LetterCommand {
  /// What the IDs stand for.
  private func references(
    in projection: Projection, _ language: Language
  ) throws(CommandError) -> [Reference] {
    do throws(Refusal) {
      guard projection.inspection.coverage == .full else {
        throw .noFindings(projection.quarter)
      }
      return try ids.map { id throws(Refusal) in try projection.resolve(id) }
    } catch {
      throw .refused(error.named(in: projection, language))
    }
  }

  /// Says where an order stands already, whose day the letter has instead of the one asked for.
  private func warn(of letters: Letters, asked: Day, in world: inout World) {
    for (unit, facts) in letters.written {
      guard let day = facts.standing else { continue }
      world.warn(
        Phrase(
          "\(unit.name.chinese)已责令限期再整改，期限为\(day)，函件以此为准，未采用 --until \(asked)；"
            + "要改期限，请先用 census extend 延期，或撤回原来的登记后再用 census order 登记。",
          "rectification by \(unit.name.english) was ordered before, and \(day) stands: that is the day in "
            + "the letter, and not that of --until \(asked); to change it, record an extension with "
            + "census extend, or retract the order and record it anew with census order."))
    }
  }
}

// MARK: - Recording

extension LetterCommand {
  /// Records the reminders, as `census chase --channel letter` does.
  private func remind(
    _ units: [Unit], in world: inout World, isTrial: Bool
  ) throws(CommandError) -> Verdict {
    // All of these options have defaults.
    guard var record = try? RecordOptions.parse([]) else { return .failed }
    record.by = actor.by
    record.dryRun = isTrial
    return try act(on: units.map(\.id.text), record, common, in: &world) {
      occasion throws(Refusal) in
      try occasion.projection.plan(
        ChaseRequest(on: occasion.on, channel: .letter), for: occasion.references,
        today: occasion.today)
    }
  }
}
