package import ArgumentParser
internal import CensusCore
package import CensusLists
internal import CensusReports

extension ExportForm: ExpressibleByArgument {}

package struct ExportCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Phrase(
        "导出：把一个列表或整个季度写成文件。", "Write a list, or a whole quarter, into a file."),
      discussion: Phrase(
        """
        列表用其命令的名称，也可写中文；内容与该命令一致，筛选选项也相同。quarter 为整个季度：总览、州市、问题、网站等各列表，\
        合在一个文件里，CSV 和 xlsx 除外。compare 后可写要对比的一期或两期，review 后可写年份，同其命令。

        未给出 --format 时按文件名的后缀；已有同名文件时不覆盖，另起一个名字，如 名单-2.csv。写出后说明文件所在位置。

        示例：
          census export units --output 报送登记.csv
          census export findings --output 问题.html --prefecture 临沧
          census export compare 2018Q3 2018Q4 --output 两期对比.xlsx
          census export quarter --output 2018Q3.json
        """,
        """
        A list is called by the name of its command, and is what that command answers, with the \
        same filters. quarter is all of a quarter: overview, prefectures, findings, sites and the \
        rest in one file, in any form but CSV and xlsx. compare takes one or two periods, and review a \
        year, as their commands do.

        Without --format the ending of the name decides. A file of that name is never overwritten: \
        the next free number is taken, as list-2.csv. Where it went is said once it is there.

        Examples:
          census export units --output units.csv
          census export findings --output findings.html --prefecture Lincang
          census export compare 2018Q3 2018Q4 --output compared.xlsx
          census export quarter --output 2018Q3.json
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "列表的名称，如 units、findings；或 quarter。",
        "The name of a list, as units or findings; or quarter."),
      valueName: Phrase("列表", "what")), completion: .store(.lists))
  package var what: String

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "compare 的一期或两期，review 的年份；未给出时同该命令。",
        "One or two periods of compare, or the year of review; else as their commands have it."),
      valueName: Phrase("时期", "periods")))
  package var periods: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase("写到哪个文件。", "The file to write."), valueName: Phrase("文件", "file")), completion: .file()
  )
  package var output: String

  @Option(
    help: ArgumentHelp(
      Phrase(
        "格式；未给出时按文件名的后缀。",
        "The form; else by the ending of the file's name."),
      valueName: Phrase("格式", "format")))
  package var format: ExportForm?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      Phrase(
        "CSV 开头加字节顺序标记，供 Excel 和 WPS 识别。",
        "Begin CSV with a byte order mark for Excel and WPS.")))
  package var bom = true

  @OptionGroup(title: "Filters") package var filters: FilterOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func validate() throws {
    guard !periods.isEmpty else { return }
    switch named {
    case .compare where periods.count < 3:
      for period in periods { _ = try Reading.quarter(period) }
    case .review where periods.count == 1: _ = try Reading.year(periods[0])
    default:
      throw ValidationError(
        Phrase(
          "“\(what)”之后不能写“\(periods.joined(separator: " "))”；只有 compare 可写一期或两期、review 可写年份，"
            + "其他列表用 --quarter 选择季度。",
          "“\(what)” takes no “\(periods.joined(separator: " "))”; only compare takes one or two periods and "
            + "review a year, and the quarter of any other list is chosen with --quarter."))
    }
  }

  /// The list that was named.
  private var named: RollName? {
    RollName.allCases.first { name in
      [name.rawValue, name.title.chinese, name.title.english].contains {
        searchKey($0) == searchKey(what)
      }
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let form = try OutputFile.form(format, of: output)
    guard searchKey(what) != "quarter" else { return try writeQuarter(form, in: &world) }
    guard let named,
      let (list, session, verdict) = try named.printed(filters, common, of: periods, in: &world)
    else {
      throw .unknownList(what)
    }
    let bytes = list.bytes(
      form, session.language, beside: Terms.dataDate(session.asOf, common.knownAt), bom: bom)
    let path = try OutputFile.write(bytes, to: output, in: world)
    say(list.count, path, session.language, in: &world)
    // What was written may be all that was asked for, and bad; that is the status where it was asked for.
    return verdict == .failed || filters.failOverdue ? verdict : .good
  }

  /// Where it went, and that later records are not in it.
  private func say(_ count: Int, _ path: String, _ language: Language, in world: inout World) {
    world.answer += safe(Messages.exported(count, to: path)[language]) + "\n"
    if let knownAt = common.knownAt {
      world.warn(Phrase("只含\(knownAt)以前登记的内容。", "Only what was recorded until \(knownAt)."))
    }
  }

  /// Writes all lists of a quarter into one file.
  private func writeQuarter(
    _ form: ExportForm, in world: inout World
  ) throws(CommandError) -> Verdict {
    if form == .csv || form == .xlsx { throw .oneListOnly(form) }
    if let option = filters.firstGiven { throw .contradiction("quarter", option) }
    let (session, projection) = try open(common, in: &world)
    // What is doubtful about the quarter is said once.
    let warnings = world.warnings
    var lists = [PrintedList(Phrase("总览", "overview"), projection.overviewRoll)]
    var counted = 0
    for name in PrintedQuarter.lists {
      guard let (list, _, _) = try name.printed(nil, common, in: &world) else { continue }
      lists.append(list)
      counted += list.count
    }
    world.warnings = warnings
    let quarter = PrintedQuarter(
      projection.quarter, lists, beside: Terms.dataDate(session.asOf, common.knownAt))
    let path = try OutputFile.write(
      Array(quarter.text(form, session.language).utf8), to: output, in: world)
    say(counted, path, session.language, in: &world)
    return .good
  }
}

extension FilterOptions {
  /// The first of the options that somebody gave; nil where nobody narrows anything.
  fileprivate var firstGiven: String? {
    let given: [(Bool, String)] = [
      (!conditions.isEmpty, "--where"), (!prefecture.isEmpty, "--prefecture"),
      (!issue.isEmpty, "--issue"), (!state.isEmpty, "--state"), (overdue, "--overdue"),
      (failOverdue, "--fail-overdue"), (!search.isEmpty, "--search"), (sort != nil, "--sort"),
      (reverse, "--reverse"), (columns != nil, "--columns"),
    ]
    return given.first { $0.0 }?.1
  }
}
