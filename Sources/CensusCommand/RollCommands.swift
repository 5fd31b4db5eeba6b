import ArgumentParser
package import CensusLists

/// A command that answers with a list, which can be narrowed.
protocol ListAnswer: WorldCommand {
  var filters: FilterOptions { get set }
  var answer: AnswerOptions { get set }
  var common: CommonOptions { get set }
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
    // Each option of these commands has a default, so that nothing is parsed that could be wrong.
    guard var command = try? command.parse([]) else { return .failed }
    if let filters { command.filters = filters }
    if let answer { command.answer = answer }
    command.common = common
    return try command.run(in: &world)
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
