package import ArgumentParser
package import CensusCore

package struct ChaseCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "chase",
      abstract: Phrase("登记催办、对方答复和承诺日期。", "Record a reminder, the answer and the promise."),
      discussion: Phrase(
        """
        承诺日期列为该单位的下一步。填写网站时，只催办该网站。

        示例：census chase 怒江 --channel phone --to 李主任 --answer 24日报 --promised 2018-10-24 --on 2018-10-22
        """,
        """
        A promised day becomes the next action of the unit. A site is reminded itself.

        Example: census chase 怒江 --channel phone --to 李主任 --answer 24日报 --promised 2018-10-24 --on 2018-10-22
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码或问题编号。", "A prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase(
        "方式：phone（电话）、letter（发函）、message（短信）或 visit（上门）。",
        "How: phone, letter, message or visit."),
      valueName: Phrase("方式", "channel")))
  package var channel: Chase.Channel?

  @Option(
    help: ArgumentHelp(
      Phrase("接话人。", "Who answered."),
      valueName: Phrase("姓名", "name")))
  package var to: String?

  @Option(
    help: ArgumentHelp(
      Phrase("对方的答复。", "What they said."),
      valueName: Phrase("文字", "text")))
  package var answer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("承诺报送的日期。", "The day they promised to report by."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var promised: TypedDay?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = ChaseRequest(on: occasion.on, channel: channel)
      request.to = to
      request.answer = answer
      request.promised = try occasion.day(promised, .ahead)
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct OrderCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "order",
      abstract: Phrase("复查不到位后，限期再整改。", "Order rectification anew after a failed re-check."),
      discussion: Phrase(
        """
        由此开始下一轮报送，涵盖复查不到位的问题。

        示例：census order 临沧 --on 2018-11-06 --until 2018-11-30 --reference 督办函〔2018〕3号
        """,
        """
        It opens the next round of the report, which covers what failed.

        Example: census order 临沧 --on 2018-11-06 --until 2018-11-30 --reference 督办函〔2018〕3号
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码或问题编号。", "A prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("再次报送的时限。", "By when the new report is due."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var until: TypedDay

  @Option(
    help: ArgumentHelp(
      Phrase("督办函文号。", "The number of the order."),
      valueName: Phrase("文号", "number")))
  package var reference: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    try act(on: ids, record, common, in: &world) { occasion throws(Refusal) in
      var request = OrderRequest(until: try occasion.day(until, .ahead), on: occasion.on)
      request.reference = reference
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct ContactCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "contact",
      abstract: Phrase("登记单位的联络员。", "Record whom to call at a unit."),
      discussion: Phrase(
        """
        未填写的项目保持不变。对所有季度有效。

        示例：census contact 怒江 --name 李主任 --post 办公室主任 --phone 0886-3620000
        """,
        """
        What is left out stays as it was. It holds for all quarters.

        Example: census contact 怒江 --name 李主任 --post 办公室主任 --phone 0886-3620000
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("单位。", "The unit."),
      valueName: Phrase("编号", "id")), completion: .store(.ids))
  package var id: String

  @Option(
    help: ArgumentHelp(
      Phrase("联络员姓名。", "The contact's name."),
      valueName: Phrase("姓名", "name")))
  package var name: String?

  @Option(
    help: ArgumentHelp(
      Phrase("职务。", "The post."),
      valueName: Phrase("文字", "text")))
  package var post: String?

  @Option(
    help: ArgumentHelp(
      Phrase("电话。", "The telephone number."),
      valueName: Phrase("号码", "number")))
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
