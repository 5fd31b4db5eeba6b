package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusStore

package struct TrendsCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trends",
      abstract: Phrase(
        "趋势：各季度的在运行网站、不合格网站和合格率。",
        "Running and failing sites and the pass rate, quarter by quarter."),
      discussion: Phrase(
        """
        最新的季度在前；每个季度先列全省（JSON 中为 null，CSV 中为空），再列附件1各行。\
        合格率按公布的数量核算，便于各季度比较；通报公布的合格率列在旁边。在运行网站的增减，\
        与此前最近一个有此数的季度相比。仅有总数的季度没有州市和问题；数据目录中缺少的季度不列，在表下注明。

        --quarter 指所列的最后一个季度。--recurrences 列出多个季度不合格的网站（屡查屡犯），包括后来再次出现的类别（不必连续）和最多连续几个季度。

        示例：
          census trends --province
          census trends --prefecture 临沧 --quarters 8
          census trends --recurrences --format csv
        """,
        """
        Quarters come newest first; in each the whole province (null in JSON, empty in CSV), then \
        the rows of annex 1. The rate is computed from the published counts, so that quarters \
        compare; what the notice printed stands beside it. The change of the running sites is \
        against the last quarter before that has them. Of a quarter known by its totals only \
        there is no prefecture and no finding; a quarter that the store does not have is left out \
        and named below.

        --quarter names the last quarter listed. --recurrences lists the sites that failed in \
        several quarters, with the categories that came back later, in the next quarter or not, and \
        the most quarters running.

        Examples:
          census trends --province
          census trends --prefecture 临沧 --quarters 8
          census trends --recurrences --format csv
        """))
  }

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "只列全省；与 --prefecture 同用时，一并列出全省。",
        "Only the whole province, or with --prefecture also the province.")))
  package var province = false

  @Option(
    help: ArgumentHelp(
      Phrase("只列最近几个季度。", "Only the latest quarters, so many."),
      valueName: Phrase("数目", "count")))
  package var quarters: Int?

  @Flag(
    help: ArgumentHelp(
      Phrase("列出多个季度不合格的网站（屡查屡犯）。", "The sites that failed in several quarters.")))
  package var recurrences = false

  @OptionGroup(title: "Filters") package var filters: FilterOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func validate() throws {
    if let quarters, quarters < 1 {
      throw ValidationError(Phrase("--quarters 至少为1。", "--quarters is at least 1."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    guard !recurrences || !province else { throw .contradiction("--recurrences", "--province") }
    if recurrences {
      let listed = try listRecurrences(in: &world)
      answer.write(listed.roll, common, listed.session, in: &world)
    } else {
      let listed = try list(in: &world)
      answer.write(listed.roll, common, listed.session, in: &world)
    }
    return .good
  }

  /// The quarters asked for, newest first, and whose figures.
  private func asked(
    of session: inout Session
  ) throws(CommandError) -> (known: [Quarter], prefectures: Set<PrefectureID>) {
    let known = try session.quartersUpToChosen()
    for quarter in known { _ = session.store.inspection(of: quarter) }
    return (
      known,
      Set(try filters.prefectures(in: session.store.knownDirectory, session.language))
    )
  }

  func list(in world: inout World) throws(CommandError) -> Listed<TrendRow> {
    var session = try Session(common, in: &world)
    let (known, prefectures) = try asked(of: &session)
    var trends = Trends()
    var unreadable: [Quarter] = []
    var problems = session.store.problems
    for (place, quarter) in known.enumerated() {
      let file = session.store.inspection(of: quarter)
      problems += file.problems
      if let inspection = file.inspection {
        trends.insert(inspection)
      } else if place < quarters ?? .max {
        unreadable.append(quarter)
      }
    }
    warnOfDamage(problems, in: &world)
    let isAll = prefectures.isEmpty && !province
    let roll = trendsRoll(
      trends, latest: quarters ?? .max, leavingOut: unreadable,
      directory: session.store.knownDirectory
    ) { subject in
      switch subject {
      case .province: isAll || province
      case .prefecture(let id): isAll || prefectures.contains(id)
      }
    }
    return try left(of: roll, session)
  }

  /// What is left of a list; whose rows it has is settled already.
  private func left<Row>(
    of roll: Roll<Row>, _ session: Session
  ) throws(CommandError) -> Listed<Row> {
    var filters = filters
    filters.prefecture = []
    return Listed(roll: try filters.applied(to: roll, session), session: session)
  }

  private func listRecurrences(
    in world: inout World
  ) throws(CommandError) -> Listed<RepeatOffenders.Site> {
    var session = try Session(common, in: &world)
    let (known, prefectures) = try asked(of: &session)
    var projections: [Projection] = []
    var unreadable: [Quarter] = []
    var problems = session.store.problems
    for quarter in known.prefix(quarters ?? .max) {
      let file = session.store.inspection(of: quarter)
      problems += file.problems
      if file.inspection == nil { unreadable.append(quarter) }
      guard file.inspection?.coverage == .full else { continue }
      problems += session.store.events(of: quarter).problems
      projections.append(try session.projection(of: quarter))
    }
    warnOfDamage(problems, in: &world)
    let roll = recurrencesRoll(
      RepeatOffenders(projections), over: projections.count, leavingOut: unreadable,
      directory: session.store.knownDirectory
    ) { prefectures.isEmpty || prefectures.contains($0) }
    return try left(of: roll, session)
  }
}

extension Session {
  /// The quarters of the store up to the one that was chosen, newest first.
  fileprivate mutating func quartersUpToChosen() throws(CommandError) -> [Quarter] {
    let all = store.quarters()
    guard let chosenQuarter else {
      if all.isEmpty, let failure = store.quartersFailure { throw .store(.file(failure)) }
      return all
    }
    _ = try inspection(of: try quarter())
    return all.filter { $0 <= chosenQuarter }
  }
}
