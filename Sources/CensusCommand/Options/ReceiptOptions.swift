package import ArgumentParser
package import CensusCore
internal import CensusStore

/// Which parts of a report arrived.
package enum PartChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case paper
  case electronic
  case both

  var parts: [Part] {
    switch self {
    case .paper: [.paper]
    case .electronic: [.electronic]
    case .both: [.paper, .electronic]
    }
  }
}

/// What `census receive` is told about the report.
package struct ReceiptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        "收到的材料：paper（纸质版）、electronic（电子版）或 both（两者）。",
        "What arrived: paper, electronic or both."),
      valueName: Phrase("材料", "part")))
  package var part: PartChoice

  @Option(
    help: ArgumentHelp(
      Phrase(
        "纸质版由谁签字：principal（主要负责同志）、other（其他人）或 none（未签字）；未给出时为 principal。",
        "Whose signature the paper copy bears: principal, other or none; else principal."),
      valueName: Phrase("签字情况", "who")))
  package var signature: Signature?

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "纸质版未签字，等同于 --signature none。",
        "The paper copy is not signed: the same as --signature none.")))
  package var unsigned = false

  @Option(
    help: ArgumentHelp(
      Phrase("签字人。", "Who signed it."),
      valueName: Phrase("姓名", "name")))
  package var signer: String?

  @Option(
    help: ArgumentHelp(
      Phrase("收文号。", "Our incoming number."),
      valueName: Phrase("文号", "number")))
  package var incoming: String?

  @Option(
    help: ArgumentHelp(
      Phrase("来文文号。", "The sender's document number."),
      valueName: Phrase("文号", "number")))
  package var document: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("成文日期。", "The date of the document."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var dated: TypedDay?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "来件方式：email（电子邮件）、confidential（机要）、post（邮寄）、hand（专人送达）或 fax（传真）。",
        "How it arrived: email, confidential, post, hand or fax."),
      valueName: Phrase("方式", "channel")))
  package var channel: Receipt.Channel?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "电子文件：记其名称和 SHA-256，并作为佐证材料保存。",
        "The electronic document: its name and SHA-256 are recorded, and it is kept as evidence."),
      valueName: Phrase("路径", "path")), completion: .file())
  package var file: String?

  @Flag(
    help: ArgumentHelp(
      Phrase("仅限所列的网站或问题，不是整个单位。", "Only the sites or findings named, not the whole unit.")))
  package var only = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Phrase("报告未涵盖的问题。", "Findings that the report leaves out."),
      valueName: Phrase("问题编号", "finding")),
    transform: Reading.finding)
  package var except: [FindingID] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "计入第几轮；未给出时为各问题当前的一轮。",
        "The round it counts for; else the open round of each finding."),
      valueName: Phrase("轮次", "number")))
  package var round: Int?

  @Flag(
    help: ArgumentHelp(
      Phrase("材料已收到时，仍登记再次来件。", "Record a further report although the part is here already.")))
  package var again = false

  @Option(
    help: ArgumentHelp(
      Phrase("备注。", "A remark."),
      valueName: Phrase("文字", "text")))
  package var note: String?

  package init() {}

  /// The wish as the core takes it.
  func request(on day: Day, _ kept: Attachment?) throws(CommandError) -> ReceiptRequest {
    if unsigned, let signature, signature != .none {
      throw .contradiction("--unsigned", "--signature \(signature.rawValue)")
    }
    var request = ReceiptRequest(parts: part.parts, on: day)
    request.signature = unsigned ? .none : signature ?? .principal
    request.signer = signer
    request.incoming = incoming
    request.document = document
    request.dated = try dated.map { typed throws(CommandError) in
      try typed.resolved(near: day, .behind)
    }
    request.channel = channel
    request.note = note
    request.onlyNamed = only
    request.except = except
    request.again = again
    request.round = round
    request.file = kept?.name
    request.sha256 = kept?.sha256
    return request
  }
}
