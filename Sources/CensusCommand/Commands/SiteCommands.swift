package import ArgumentParser
package import CensusCore

package struct AvailabilityCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "availability",
      abstract: Phrase("登记网站状态：网站能否访问。", "Record whether sites can be reached."),
      discussion: Phrase(
        """
        永久下线须有备案文号方为有效。未经备案擅自下线的，视为复查整改不到位。

        示例：census availability 5301000045 --status offline --until 2018-11-10 --on 2018-10-20
        """,
        """
        A retirement counts only as filed under a number. A site that went dark without filing \
        has failed its re-check.

        Example: census availability 5301000045 --status offline --until 2018-11-10 --on 2018-10-20
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("网站标识码或问题编号。", "A site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase(
        "网站状态：operating（正常运行）、offline（临时下线）、retired（永久下线）、merged（整合）或 dark（擅自下线）。",
        "How they stand: operating, offline, retired, merged or dark."),
      valueName: Phrase("状态", "status")))
  package var status: Availability.Status

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("起始日期；未给出时为登记的日期。", "Since when; else the day of the record."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var from: TypedDay?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("临时下线网站的恢复日期。", "The day of return, of a site that is offline."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var until: TypedDay?

  @Option(
    help: ArgumentHelp(
      Phrase("并入网站的标识码。", "The code of the site it was merged into."),
      valueName: Phrase("标识码", "code")))
  package var successor: String?

  @Flag(
    help: ArgumentHelp(Phrase("已备案。", "It was filed.")))
  package var filed = false

  @Option(
    help: ArgumentHelp(
      Phrase("备案文号。", "The number under which it was filed."),
      valueName: Phrase("文号", "number")))
  package var reference: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = AvailabilityRequest(status, on: occasion.on)
      request.from = try occasion.day(from)
      request.until = try occasion.day(until, .ahead)
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
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "correct",
      abstract: Phrase("更正载入的内容；公布的原文保留。", "Correct what was imported; the printed text stays."),
      discussion: Phrase(
        """
        网站可更正标识码、名称和承接单位；单位可更正名称和承接单位；问题可更正其中公布的标识码。

        示例：census correct 云南省文化厅 --field successor --to 云南省文化和旅游厅 --reason 机构改革
        """,
        """
        A site has a code, a name and a successor; a unit a name and a successor; a finding the \
        code printed in it.

        Example: census correct 云南省文化厅 --field successor --to 云南省文化和旅游厅 --reason 机构改革
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("单位、网站标识码或问题编号。", "A unit, site code or finding."),
      valueName: Phrase("编号", "id")), completion: .store(.ids))
  package var id: String

  @Option(
    help: ArgumentHelp(
      Phrase(
        "更正的项目：code（网站标识码）、name（名称）或 successor（承接单位）。",
        "What is corrected: code, name or successor."),
      valueName: Phrase("字段", "field")))
  package var field: Correct.Field

  @Option(
    help: ArgumentHelp(
      Phrase("更正后的内容。", "What it is."),
      valueName: Phrase("内容", "value")))
  package var to: String

  @Option(
    help: ArgumentHelp(
      Phrase("原因。", "Why."),
      valueName: Phrase("原因", "text")))
  package var reason: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("生效日期；未给出时为登记的日期。", "From when it holds; else the day of the record."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var from: TypedDay?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: [id], record, common, in: &world) { occasion throws(Refusal) in
      var request = CorrectRequest(field, to: to, reason: reason, on: occasion.on)
      request.from = try occasion.day(from)
      if field == .code { request.elsewhere = occasion.codesElsewhere() }
      request.note = remark.note
      guard let reference = occasion.references.first else { throw .unknownID(id, nearest: []) }
      return try occasion.projection.plan(request, for: reference, today: occasion.today)
    }
  }
}
