internal import ArgumentParser
internal import CensusCore
package import CensusLists
internal import CensusReports

/// A command that answers with a list, which can be narrowed.
protocol ListAnswer: WorldCommand {
  associatedtype Row: Sendable
  var filters: FilterOptions { get set }
  var answer: AnswerOptions { get set }
  var common: CommonOptions { get set }
  /// Makes the list as it was asked for.
  func list(in world: inout World) throws(CommandError) -> Listed<Row>
}

/// A list as a command makes it.
struct Listed<Row: Sendable> {
  let roll: Roll<Row>
  /// What it was read from.
  let session: Session
  /// Whether the answer is good.
  var verdict = Verdict.good
}

extension ListAnswer {
  /// The fields that rows may be chosen and ordered by.
  fileprivate func fieldNames(in world: inout World) throws(CommandError) -> [String] {
    try list(in: &world).roll.fields.map(\.id)
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let listed = try list(in: &world)
    answer.write(listed.roll, common, listed.session, in: &world)
    return listed.verdict
  }

  /// The list for any form, what it was read from, and whether the answer is good.
  func printed(
    in world: inout World
  ) throws(CommandError) -> (list: PrintedList, session: Session, verdict: Verdict) {
    let listed = try list(in: &world)
    return (
      PrintedList(listed.roll.name?.title ?? .empty, listed.roll), listed.session, listed.verdict
    )
  }
}

extension ListAnswer {
  /// The command with some options, and all others as they are by default.
  fileprivate static func called(
    _ filters: FilterOptions?, _ answer: AnswerOptions?, _ common: CommonOptions, of words: [String]
  ) -> (any ListAnswer)? {
    guard var command = try? parse(words) else { return nil }
    if let filters { command.filters = filters }
    if let answer { command.answer = answer }
    command.common = common
    return command
  }
}

extension ListCommand: ListAnswer {}
extension CheckCommand: ListAnswer {}
extension TrendsCommand: ListAnswer {}

extension RollName {
  /// Writes the list as its command does.
  ///
  /// - Parameters:
  ///   - filters: what is left of it, and how.
  ///   - answer: in which form.
  ///   - common: the options given.
  ///   - world: where the answer goes.
  /// - Returns: whether the answer is good.
  /// - Throws: as that command.
  package func write(
    _ filters: FilterOptions? = nil, _ answer: AnswerOptions? = nil, _ common: CommonOptions,
    in world: inout World
  ) throws(CommandError) -> Verdict {
    guard let command = command(filters, answer, common) else { return .failed }
    return try command.run(in: &world)
  }

  /// The names of its fields.
  ///
  /// - Throws: as its command.
  func fieldNames(
    _ common: CommonOptions, in world: inout World
  ) throws(CommandError) -> [String] {
    try command(nil, nil, common)?.fieldNames(in: &world) ?? []
  }

  /// The list for any form, as its command makes it.
  ///
  /// - Parameters:
  ///   - filters: what is left of it, and how.
  ///   - common: the options given.
  ///   - words: what stands behind the name of its command, as the periods to compare.
  ///   - world: what is around.
  /// - Returns: the list, what it was read from and whether the answer is good; nil where such words are none
  ///   of its command's.
  /// - Throws: as that command.
  func printed(
    _ filters: FilterOptions? = nil, _ common: CommonOptions, of words: [String] = [],
    in world: inout World
  ) throws(CommandError) -> (list: PrintedList, session: Session, verdict: Verdict)? {
    try command(filters, nil, common, of: words)?.printed(in: &world)
  }

  /// Its command with some options, each of which has a default, and words that were looked at before: so
  /// nothing is parsed that could be wrong.
  private func command(
    _ filters: FilterOptions?, _ answer: AnswerOptions?, _ common: CommonOptions,
    of words: [String] = []
  ) -> (any ListAnswer)? {
    command.called(filters, answer, common, of: words)
  }

  /// The command that answers with it.
  var command: any ListAnswer.Type {
    switch self {
    case .quarters: ListCommand<QuartersList>.self
    case .prefectures: ListCommand<PrefecturesList>.self
    case .sites: ListCommand<SitesList>.self
    case .findings: ListCommand<FindingsList>.self
    case .issues: ListCommand<IssuesList>.self
    case .units: ListCommand<UnitsList>.self
    case .deadlines: ListCommand<DeadlinesList>.self
    case .rechecks: ListCommand<RechecksList>.self
    case .ledger: ListCommand<LedgerList>.self
    case .worklist: ListCommand<WorklistList>.self
    case .trends: TrendsCommand.self
    case .compare: ListCommand<CompareList>.self
    case .review: ListCommand<ReviewList>.self
    case .checks: CheckCommand.self
    case .history: ListCommand<HistoryList>.self
    }
  }
}

/// Writes what the command line says of a quarter as a whole.
package func writeOverview(
  _ common: CommonOptions, in world: inout World
) throws(CommandError) -> Verdict {
  guard var command = try? OverviewCommand.parse([]) else { return .failed }
  command.common = common
  return try command.run(in: &world)
}
