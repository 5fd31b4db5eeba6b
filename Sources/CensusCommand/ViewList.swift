import ArgumentParser

/// The lists of the command line that stand for the dashboard's views where there is no screen.
package enum ViewList: CaseIterable, Sendable {
  case overview
  case prefectures
  case sites
  case findings
  case issues
  case units
  case checks
  case history

  /// Writes the list as `census` does.
  ///
  /// - Parameters:
  ///   - common: the options given.
  ///   - world: where the answer goes.
  /// - Returns: whether the answer is good.
  /// - Throws: as that command.
  package func write(
    _ common: CommonOptions, in world: inout World
  ) throws(CommandError) -> Verdict {
    switch self {
    case .overview: try run(OverviewCommand.self, \.common, common, in: &world)
    case .prefectures: try run(PrefecturesCommand.self, \.common, common, in: &world)
    case .sites: try run(SitesCommand.self, \.common, common, in: &world)
    case .findings: try run(FindingsCommand.self, \.common, common, in: &world)
    case .issues: try run(IssuesCommand.self, \.common, common, in: &world)
    case .units: try run(UnitsCommand.self, \.common, common, in: &world)
    case .checks: try run(CheckCommand.self, \.common, common, in: &world)
    case .history: try run(HistoryCommand.self, \.common, common, in: &world)
    }
  }

  private func run<Command: WorldCommand>(
    _ type: Command.Type, _ options: WritableKeyPath<Command, CommonOptions>,
    _ common: CommonOptions, in world: inout World
  ) throws(CommandError) -> Verdict {
    // Each option of these commands has a default, so that nothing is parsed that could be wrong.
    guard var command = try? Command.parse([]) else { return .failed }
    command[keyPath: options] = common
    return try command.run(in: &world)
  }
}
