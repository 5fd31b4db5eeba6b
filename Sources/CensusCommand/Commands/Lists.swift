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
  package static let configuration = CommandConfiguration(
    commandName: "quarters",
    abstract: "The quarters of the store (季度), newest first.",
    discussion: """
      A quarter of which only the totals are known has the coverage headline; one whose file \
      cannot be read has the coverage unreadable, and no figures.

      Example: census quarters --format json
      """)

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
  package static let configuration = CommandConfiguration(
    commandName: "prefectures",
    abstract: "Annex 1 (附件1): every prefecture with its sites, rate and reports.",
    discussion: """
      In published order. 省直 stands for the provincial departments together.

      Example: census prefectures --quarter 2018Q3 --lang en
      """)

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
  package static let configuration = CommandConfiguration(
    commandName: "issues",
    abstract: "The categories of issues (问题类别) and how often they occur.",
    discussion: """
      Vetoes come first. A finding may carry two categories.

      Example: census issues
      """)

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
  package static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "The days on which reports are due (整改时限).",
    discussion: """
      Example: census deadlines --fail-overdue
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  @Flag(help: "Exit with 2 if something listed is overdue (逾期).")
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
  package static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What was recorded (办理记录), newest first.",
    discussion: """
      What was undone stays in the history and says so. Telephone numbers are left out, so that \
      the list can be handed on.

      Example: census history --known-at 2018-10-19T01:00:00Z
      """)

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  @Flag(help: "With the telephone numbers of contacts (含电话).")
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
