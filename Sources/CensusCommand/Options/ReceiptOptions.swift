package import ArgumentParser
package import CensusCore

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
  @Option(help: ArgumentHelp("What arrived (材料): paper, electronic or both.", valueName: "part"))
  package var part: PartChoice

  @Option(
    help: ArgumentHelp(
      "Whose signature the paper copy bears (签字): principal, other or none; else principal.",
      valueName: "who"))
  package var signature: Signature?

  @Flag(help: "The paper copy is not signed (未签字): the same as --signature none.")
  package var unsigned = false

  @Option(help: ArgumentHelp("Who signed it (签字人).", valueName: "name"))
  package var signer: String?

  @Option(help: ArgumentHelp("Our incoming number (收文号).", valueName: "number"))
  package var incoming: String?

  @Option(help: ArgumentHelp("The sender's document number (来文文号).", valueName: "number"))
  package var document: String?

  @Option(
    help: ArgumentHelp("The date of the document (成文日期).", valueName: "date"),
    transform: Reading.day)
  package var dated: Day?

  @Option(
    help: ArgumentHelp(
      "How it arrived (方式): email, confidential, post, hand or fax.", valueName: "channel"))
  package var channel: Receipt.Channel?

  @Option(
    help: ArgumentHelp(
      "The electronic document (电子文件): its name and SHA-256 are kept, not the file.",
      valueName: "path"))
  package var file: String?

  @Flag(help: "Only the sites or findings named, not the whole unit (仅此).")
  package var only = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Findings that the report leaves out (除外).", valueName: "finding"),
    transform: Reading.finding)
  package var except: [FindingID] = []

  @Option(
    help: ArgumentHelp(
      "The round it counts for (轮次); else the open round of each finding.", valueName: "number"))
  package var round: Int?

  @Flag(help: "Record a further report although the part is here already (再次来件).")
  package var again = false

  @Option(help: ArgumentHelp("A remark (备注).", valueName: "text"))
  package var note: String?

  package init() {}

  /// The wish as the core takes it.
  func request(on day: Day, in world: World) throws(CommandError) -> ReceiptRequest {
    if unsigned, let signature, signature != .none {
      throw .contradiction("--unsigned", "--signature \(signature.rawValue)")
    }
    var request = ReceiptRequest(parts: part.parts, on: day)
    request.signature = unsigned ? .none : signature ?? .principal
    request.signer = signer
    request.incoming = incoming
    request.document = document
    request.dated = dated
    request.channel = channel
    request.note = note
    request.onlyNamed = only
    request.except = except
    request.again = again
    request.round = round
    if let file {
      let document = try Document(file, in: world)
      request.file = document.name
      request.sha256 = document.sha256
    }
    return request
  }
}
