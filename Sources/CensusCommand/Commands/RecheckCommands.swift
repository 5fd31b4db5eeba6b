package import ArgumentParser
package import CensusCore

package struct RecheckCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "Record what a re-check came to (复查).",
    discussion: """
      Exactly one of --passed, --failed and --untestable is needed. A re-check may be recorded \
      whether or not the report is here. Without --round it is the next of each finding.

      Example: census recheck 2018Q3-17 --failed --on 2018-11-05
      """)

  @Argument(help: "A finding or site code (编号).")
  package var ids: [String]

  @Flag(help: "The defect is gone (整改到位).")
  package var passed = false

  @Flag(help: "The defect is still there (整改不到位).")
  package var failed = false

  @Option(
    help: ArgumentHelp(
      "It could not be tested (暂无法复查): offline, connection, migrated or other.",
      valueName: "reason"))
  package var untestable: Recheck.Reason?

  @Option(help: ArgumentHelp("The round of the re-check (轮次).", valueName: "number"))
  package var round: Int?

  @Option(help: ArgumentHelp("Where the evidence is kept (佐证).", valueName: "text"))
  package var evidence: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func validate() throws {
    guard [passed, failed, untestable != nil].count(where: \.self) == 1 else {
      throw ValidationError(
        Phrase(
          "--passed、--failed、--untestable 须且只能给一个。",
          "give exactly one of --passed, --failed and --untestable."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = RecheckRequest(
        passed ? .passed : failed ? .failed : .untestable, on: occasion.on, reason: untestable)
      request.round = round
      request.evidence = evidence
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct AccountCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Record a step of accountability (问责).",
    discussion: """
      An opening needs somebody's approval, and a note where no re-check failed; a measure and the \
      conclusion need the opening.

      Example: census account 临沧 --stage opened --approved-by 分管副秘书长
      """)

  @Argument(help: "A prefecture, unit, site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "The step (阶段): opened, measure or concluded.", valueName: "stage"))
  package var stage: Accountability.Stage

  @Option(
    help: ArgumentHelp(
      "Who approved the opening (批准人).", valueName: "name"))
  package var approvedBy: String?

  @Option(
    help: ArgumentHelp(
      """
      What was done (处理方式): interview, selfCriticism, publicCriticism, transfer, removal, \
      warning, suspension or other.
      """, valueName: "kind"))
  package var measure: Accountability.Measure?

  @Option(
    help: ArgumentHelp(
      "To whom (对象): a person or a role.", valueName: "text"))
  package var personRole: String?

  @Option(
    help: ArgumentHelp(
      "The document of it (文件).", valueName: "text"))
  package var document: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = AccountRequest(stage, on: occasion.on)
      request.approvedBy = approvedBy
      request.measure = measure
      request.person = personRole
      request.document = document
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}
