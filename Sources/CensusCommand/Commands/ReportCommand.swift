package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports

package struct ReportCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: Phrase("供领导阅看的简报。", "What to put before the leader."),
      discussion: Phrase(
        """
        目前只有 --brief 一种形式，必须给出：用一段话说明哪些单位已报送、哪些未报齐、复查结果如何。数字与各列表一致。

        示例：census report --brief --as-of 2018-10-23
        """,
        """
        --brief is the one form there is, and has to be given: one paragraph that says who has \
        reported, who owes what, and what the re-checks came to. Its numbers are those of the \
        lists.

        Example: census report --brief --as-of 2018-10-23
        """))
  }

  @Flag(
    help: ArgumentHelp(Phrase("一段话简报。", "One paragraph for the leader.")))
  package var brief = false

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func validate() throws {
    guard brief else {
      throw ValidationError(Phrase("请说明要哪种报告：--brief。", "say which report: --brief."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let projection = try session.projection()
    let left = session.unfinished()
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    let text = safe(projection.brief(beside: left.worklist)[session.language])
    switch answer.format {
    case .table, .markdown: world.answer += text + "\n"
    case .json:
      world.answer +=
        Value.object([
          .init("quarter", .text(projection.quarter.description)),
          .init("asOf", .day(projection.asOf)),
          .init("knownAt", Value(projection.knownAt?.description)), .init("brief", .text(text)),
        ]).json
    case .csv: throw .formatNotOffered(.csv)
    }
    answer.say(common.knownAt, session.language, in: &world)
    return .good
  }
}
