package import ArgumentParser
package import CensusCore

package struct ChaseCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "chase",
    abstract: "Record a reminder (催办), the answer and the promise.",
    discussion: """
      A promised day becomes the next action of the unit. A site is reminded itself.

      Example: census chase 怒江 --channel phone --to 李主任 --answer 24日报 --promised 2018-10-24
      """)

  @Argument(help: "A prefecture, unit, site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "How (方式): phone, letter, message or visit.", valueName: "channel"))
  package var channel: Chase.Channel?

  @Option(
    help: ArgumentHelp(
      "Who answered (接话人).", valueName: "name"))
  package var to: String?

  @Option(
    help: ArgumentHelp(
      "What they said (答复).", valueName: "text"))
  package var answer: String?

  @Option(
    help: ArgumentHelp(
      "The day they promised to report by (承诺日期).", valueName: "date"),
    transform: Reading.day)
  package var promised: Day?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = ChaseRequest(on: occasion.on, channel: channel)
      request.to = to
      request.answer = answer
      request.promised = promised
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct OrderCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Order rectification anew after a failed re-check (限期再整改).",
    discussion: """
      It opens the next round of the report, which covers what failed.

      Example: census order 临沧 --until 2018-11-30 --reference 督办函〔2018〕3号
      """)

  @Argument(help: "A prefecture, unit, site code or finding (编号).")
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      "By when the new report is due (时限).", valueName: "date"),
    transform: Reading.day)
  package var until: Day

  @Option(
    help: ArgumentHelp(
      "The number of the order (督办函).", valueName: "number"))
  package var reference: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = OrderRequest(until: until, on: occasion.on)
      request.reference = reference
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ContactCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "Record whom to call at a unit (联络员).",
    discussion: """
      What is left out stays as it was. It holds for all quarters.

      Example: census contact 怒江 --name 李主任 --post 办公室主任 --phone 0886-3620000
      """)

  @Argument(help: "The unit (单位).")
  package var id: String

  @Option(
    help: ArgumentHelp(
      "The liaison's name (姓名).", valueName: "name"))
  package var name: String?

  @Option(
    help: ArgumentHelp(
      "The post (职务).", valueName: "text"))
  package var post: String?

  @Option(
    help: ArgumentHelp(
      "The telephone number (电话).", valueName: "number"))
  package var phone: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: [id], record, common, in: &world) { occasion throws(Refusal) in
      var request = ContactRequest(on: occasion.on, name: name, post: post, phone: phone)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}
