import CensusCore
import StrictJSON

extension Notice {
  /// The notice as a quarter's file has it; problems and requirements stand beside it.
  var json: PrettyJSON {
    .object([
      ("document", PrettyJSON(document)), ("series", PrettyJSON(series)),
      ("title", PrettyJSON(title)), ("issuer", PrettyJSON(issuer)),
      ("addressees", PrettyJSON(addressees)), ("issued", PrettyJSON(issued)),
      ("due", PrettyJSON(deadline?.day)),
      ("dueInclusive", deadline.map { .flag($0.isInclusive) } ?? .null),
      ("dueText", PrettyJSON(dueText)),
      (
        "parts",
        .rows(
          parts.map { part in
            let copies = part.copies.map { [("copies", PrettyJSON.number($0))] } ?? []
            let signature = part.signature.map { [("signature", PrettyJSON.text($0.rawValue))] }
            return .row([("part", .text(part.part.rawValue))] + copies + (signature ?? []))
          })
      ),
      ("sendTo", PrettyJSON(sendTo)),
      (
        "telephones",
        .rows(telephones.map { .row([("number", .text($0.number)), ("fax", .flag($0.isFax))]) })
      ),
      ("email", PrettyJSON(email)),
      (
        "legalBases",
        .rows(
          legalBases.map { .row([("document", .text($0.document)), ("title", .text($0.title))]) })
      ),
      ("copiedTo", PrettyJSON(copiedTo)), ("followUp", followUp.map(PrettyJSON.sentences) ?? .null),
      ("annexes", PrettyJSON(annexes)),
    ])
  }
}
