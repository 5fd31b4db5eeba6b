package import ArgumentParser
package import CensusCore

/// The options of every command that records.
package struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day it happened (日期), as 2018-10-18; else the day looked at.", valueName: "date"),
    transform: Reading.day)
  package var on: Day?

  @Option(
    help: ArgumentHelp(
      "Who records (登记人); else CENSUS_ACTOR, else the login name.", valueName: "name"))
  package var by: String?

  @Flag(help: "Say what would be recorded, and record nothing (试运行).")
  package var dryRun = false

  @Flag(help: "Answer with one JSON object: batch, events, skipped, message.")
  package var json = false

  package init() {}
}
