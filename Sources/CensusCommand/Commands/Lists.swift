package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

extension WorldCommand {
  /// Opens the store and reads the quarter; says in one line if files are damaged.
  func open(
    _ common: CommonOptions, in world: inout World
  ) throws(CommandError) -> (Session, Projection) {
    var session = try Session(common, in: &world)
    let projection = try session.projection()
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    return (session, projection)
  }
}

/// Says that an act was recorded in part, and what to do; what is wrong with the files behind an
/// answer, and where to read more.
func warnOfDamage(_ problems: [Problem], in world: inout World) {
  let partial = problems.compactMap { problem in
    if case .partialBatch(let batch) = problem.kind { batch } else { nil }
  }
  if let first = partial.first { world.warn(Messages.sentence(first)) }
  if partial.count > 1 {
    world.warn(
      Phrase(
        "另有\(partial.count - 1)个批次同样只登记了一部分；详见 census check。",
        "\(partial.count - 1) more \(partial.count == 2 ? "batch is" : "batches are") recorded in "
          + "part as well; see census check."))
  }
  guard let damage = Damage(problems)?.sentence else { return }
  world.warn(
    Phrase(
      "\(damage.chinese)；结果可能不完整，详见 census check。",
      "\(damage.english); this may be incomplete, see census check."))
}

package struct QuartersCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quarters",
      abstract: Phrase("数据目录中的各季度，最新的在前。", "The quarters of the store, newest first."),
      discussion: Phrase(
        """
        仅有总数的季度，资料一项为 headline；文件无法读取的季度，资料一项为 unreadable，没有数字。

        示例：census quarters --format json
        """,
        """
        A quarter of which only the totals are known has the coverage headline; one whose file \
        cannot be read has the coverage unreadable, and no figures.

        Example: census quarters --format json
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    var rows: [QuarterRow] = []
    var problems = session.store.problems
    for quarter in session.store.quarters() {
      let file = session.store.inspection(of: quarter)
      rows.append(QuarterRow(quarter, file.inspection))
      problems += file.problems
    }
    if rows.isEmpty, let failure = session.store.quartersFailure { throw .store(.file(failure)) }
    warnOfDamage(problems, in: &world)
    answer.write(quartersRoll(rows), common, session.language, in: &world)
    return .good
  }
}

package struct PrefecturesCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prefectures",
      abstract: Phrase(
        "附件1：各州市的网站数、合格率和报送情况。",
        "Annex 1: every prefecture with its sites, rate and reports."),
      discussion: Phrase(
        """
        按公布的顺序排列。“省直”代表全部省直部门。

        示例：census prefectures --quarter 2018Q3 --lang en
        """,
        """
        In published order. 省直 stands for the provincial departments together.

        Example: census prefectures --quarter 2018Q3 --lang en
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    answer.write(projection.prefecturesRoll, common, session.language, in: &world)
    return .good
  }
}

package struct IssuesCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "issues",
      abstract: Phrase("问题类别及其出现次数。", "The categories of issues and how often they occur."),
      discussion: Phrase(
        """
        单项否决在前。一条问题可能属于两个类别。

        示例：census issues
        """,
        """
        Vetoes come first. A finding may carry two categories.

        Example: census issues
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    answer.write(projection.issuesRoll, common, session.language, in: &world)
    return .good
  }
}

package struct DeadlinesCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "deadlines",
      abstract: Phrase("整改时限：各日到期的报告。", "The days on which reports are due."),
      discussion: Phrase(
        "示例：census deadlines --fail-overdue",
        "Example: census deadlines --fail-overdue"))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  @Flag(
    help: ArgumentHelp(Phrase("所列内容有逾期的，退出码为2。", "Exit with 2 if something listed is overdue.")))
  package var failOverdue = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    let roll = projection.deadlinesRoll
    answer.write(roll, common, session.language, in: &world)
    let isOverdue = roll.rows.contains { $0.overdueCount(on: projection.asOf) > 0 }
    return failOverdue && isOverdue ? .bad : .good
  }
}

package struct HistoryCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: Phrase("办理记录，最新的在前。", "What was recorded, newest first."),
      discussion: Phrase(
        """
        已撤销的记录仍然保留，并予注明。不含电话号码，以便转发。

        示例：census history --known-at 2018-10-19T01:00:00Z
        """,
        """
        What was undone stays in the history and says so. Telephone numbers are left out, so that \
        the list can be handed on.

        Example: census history --known-at 2018-10-19T01:00:00Z
        """))
  }

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  @Flag(
    help: ArgumentHelp(Phrase("包括联络员的电话号码。", "With the telephone numbers of contacts.")))
  package var telephones = false

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let (session, projection) = try open(common, in: &world)
    let offset = session.store.settings.offset
    answer.write(
      projection.historyRoll(projection.history, offset: offset, telephones: telephones),
      common, session.language, in: &world)
    return .good
  }
}
