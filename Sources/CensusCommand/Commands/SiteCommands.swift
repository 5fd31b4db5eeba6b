package import ArgumentParser
package import CensusCore

package struct AvailabilityCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "availability",
    abstract: "Record whether sites can be reached (网站状态).",
    discussion: """
      A retirement counts only as filed under a number. A site that went dark without filing \
      has failed its re-check.

      Example: census availability 5301000045 --status offline --until 2018-11-10
      """)

  @Argument(help: "A site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "How they stand (状态): operating, offline, retired, merged or dark.", valueName: "status"))
  package var status: Availability.Status

  @Option(
    help: ArgumentHelp(
      "Since when (起始日期); else the day of the record.", valueName: "date"),
    transform: Reading.day)
  package var from: Day?

  @Option(
    help: ArgumentHelp(
      "The day of return (恢复日期), of a site that is offline.", valueName: "date"),
    transform: Reading.day)
  package var until: Day?

  @Option(
    help: ArgumentHelp(
      "The code of the site it was merged into (并入网站).", valueName: "code"))
  package var successor: String?

  @Flag(help: "It was filed (已备案).")
  package var filed = false

  @Option(
    help: ArgumentHelp(
      "The number under which it was filed (备案文号).", valueName: "number"))
  package var reference: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = AvailabilityRequest(status, on: occasion.on)
      request.from = from
      request.until = until
      request.successor = successor.map { SiteCode($0) }
      request.isFiled = filed
      request.reference = reference
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct CorrectCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct what was imported (更正); the printed text stays.",
    discussion: """
      A site has a code, a name and a successor; a unit a name and a successor (承接单位); a \
      finding the code printed in it.

      Example: census correct 云南省文化厅 --field successor --to 云南省文化和旅游厅 --reason 机构改革
      """)

  @Argument(help: "A unit, site code or finding (编号).")
  package var id: String

  @Option(
    help: ArgumentHelp(
      "What is corrected (字段): code, name or successor.", valueName: "field"))
  package var field: Correct.Field

  @Option(
    help: ArgumentHelp(
      "What it is (更正为).", valueName: "value"))
  package var to: String

  @Option(
    help: ArgumentHelp(
      "Why (原因).", valueName: "text"))
  package var reason: String

  @Option(
    help: ArgumentHelp(
      "From when it holds (起始日期); else the day of the record.", valueName: "date"),
    transform: Reading.day)
  package var from: Day?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: [id], record, common, in: &world) { occasion throws(Refusal) in
      var request = CorrectRequest(field, to: to, reason: reason, on: occasion.on)
      request.from = from
      request.note = remark.note
      guard let reference = occasion.references.first else { throw .unknownID(id, nearest: []) }
      return try occasion.projection.plan(request, for: reference, today: occasion.today)
    }
  }
}
