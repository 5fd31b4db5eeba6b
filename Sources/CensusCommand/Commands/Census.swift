package import ArgumentParser

/// The root of the command line.
package struct Census: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "census",
    abstract: "Government websites that failed a census, and who has reported (政府网站普查).",
    discussion: """
      Reads the notice of a quarter and keeps the receipt desk of what it demands: who owes a \
      report, by when, and which parts have arrived.

      Exit codes: 0 done; 1 failed or refused; 2 done, and the answer is bad; 64 wrong usage.

      Examples:
        census overview
        census units --overdue
        census receive 昆明 --part both --on 2018-10-18
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Reading (查看)",
        subcommands: [
          OverviewCommand.self, QuartersCommand.self, PrefecturesCommand.self, SitesCommand.self,
          FindingsCommand.self, IssuesCommand.self, UnitsCommand.self, DeadlinesCommand.self,
          TrendsCommand.self, ShowCommand.self, CheckCommand.self, HistoryCommand.self,
          ReportCommand.self,
        ]),
      CommandGroup(
        name: "Recording (登记)",
        subcommands: [
          ReceiveCommand.self, ReturnCommand.self, WaiveCommand.self, ExtendCommand.self,
          ChaseCommand.self, ContactCommand.self, DetailCommand.self, RecheckCommand.self,
          OrderCommand.self, AccountCommand.self, AvailabilityCommand.self, VoidCommand.self,
          ReinstateCommand.self, CorrectCommand.self, NoteCommand.self, UndoCommand.self,
          RedoCommand.self, RetractCommand.self, ResolveCommand.self, VerifyCommand.self,
        ]),
      CommandGroup(name: "Stores (数据)", subcommands: [InitCommand.self, DemoCommand.self]),
    ])

  package init() {}
}
