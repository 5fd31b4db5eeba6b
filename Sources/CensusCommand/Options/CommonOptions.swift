package import ArgumentParser
package import CensusCore

/// The options that both programs share.
package struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the store (数据目录).",
      discussion:
        "Else CENSUS_STORE, else ./data if it holds a store.json, else $XDG_DATA_HOME/site-census.",
      valueName: "dir"))
  package var store: String?

  @Option(
    help: ArgumentHelp(
      "The quarter (季度), as 2018Q3; else the newest with findings.", valueName: "quarter"),
    transform: Reading.quarter)
  package var quarter: Quarter?

  @Option(
    help: ArgumentHelp(
      "The day looked at (截至日期), as 2018-10-20; else today in the store's time zone.",
      valueName: "date"),
    transform: Reading.day)
  package var asOf: Day?

  @Option(
    help: ArgumentHelp(
      "Only what was recorded until then (登记截至), as 2018-10-19T09:00:00+08:00; the answer says so.",
      valueName: "instant"),
    transform: Reading.instant)
  package var knownAt: Instant?

  @Option(
    help: ArgumentHelp(
      "The language (语言): zh or en; else CENSUS_LANG, the store's, the locale's.",
      valueName: "lang"))
  package var lang: Language?

  @Option(
    help: ArgumentHelp(
      "Colours (颜色): auto, always or never; NO_COLOR is honoured.", valueName: "when"))
  package var color: ColourChoice = .auto

  @Flag(help: "Record nothing (只读).")
  package var readOnly = false

  package init() {}
}
