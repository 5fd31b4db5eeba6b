package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports

/// The options of every command that answers with a list.
package struct AnswerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        "输出格式：table（表格）、json、csv、markdown 或 html（网页）。",
        "The form of the answer: table, json, csv, markdown or html."),
      valueName: Phrase("格式", "format")))
  package var format: Format = .table

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      Phrase(
        "CSV 开头加字节顺序标记，供 Excel 和 WPS 识别；未给出时只在新文件中加。",
        "Begin CSV with a byte order mark for Excel and WPS; else only in a new file.")))
  package var bom: Bool?

  package init() {}
}

extension AnswerOptions {
  /// Says under the answer that later records were left out; beside it where a program reads it.
  func say(_ knownAt: Instant?, _ language: Language, in world: inout World) {
    guard let knownAt else { return }
    let sentence = Phrase(
      "只含\(knownAt)以前登记的内容。", "Only what was recorded until \(knownAt).")
    switch format {
    case .table, .markdown: world.answer += "\n" + sentence[language] + "\n"
    case .json, .csv: world.warn(sentence)
    // A page says it above its table.
    case .html: break
    }
  }

  /// Writes a list in the form asked for.
  func write<Row>(
    _ roll: Roll<Row>, _ common: CommonOptions, _ session: Session, in world: inout World
  ) {
    let language = session.language
    switch format {
    case .table:
      world.answer += roll.table(language, colour: common.color.isOn(in: world))
    case .json: world.answer += roll.json
    case .csv: world.answer += roll.csv(language, bom: bom ?? (world.output == .file))
    case .markdown: world.answer += roll.markdown(language)
    case .html:
      world.answer += roll.html(language, beside: Terms.dataDate(session.asOf, common.knownAt))
    }
    say(common.knownAt, language, in: &world)
  }

  /// Writes a sheet about one thing: for people, or as JSON.
  func write(
    _ sheet: Sheet, _ value: Value, _ common: CommonOptions, _ language: Language,
    in world: inout World
  ) throws(CommandError) {
    switch format {
    case .table: world.answer += sheet.text(language, colour: common.color.isOn(in: world))
    case .json: world.answer += value.json
    case .csv, .markdown, .html: throw .formatNotOffered(format)
    }
    say(common.knownAt, language, in: &world)
  }
}
