package import ArgumentParser
package import CensusCore

/// Who does what a command does to a store without recording an event.
package struct ActorOptions: ParsableArguments {
  @Option(help: .actor) package var by: String?

  package init() {}
}

extension ArgumentHelp {
  /// The help of `--by`.
  fileprivate static var actor: ArgumentHelp {
    ArgumentHelp(
      Phrase(
        "登记人；未给出时依次用 CENSUS_ACTOR、登录名。",
        "Who records; else CENSUS_ACTOR, else the login name."),
      valueName: Phrase("姓名", "name"))
  }
}

/// The options of every command that records.
package struct RecordOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase(
        "发生的日期，写作 2018-10-18；未给出时为截至日期。",
        "The day it happened, as 2018-10-18; else the day looked at."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var on: TypedDay?

  @Option(help: .actor) package var by: String?

  @Flag(
    help: ArgumentHelp(
      Phrase("试运行：只说明将登记什么，不作登记。", "Say what would be recorded, and record nothing.")))
  package var dryRun = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "输出一个 JSON 对象：batch、events、skipped、message。",
        "Answer with one JSON object: batch, events, skipped, message.")))
  package var json = false

  package init() {}
}
