import CensusCore

/// One wording in both languages, `{"zh": …, "en": …}`.
struct PhraseRecord: Readable {
  let phrase: Phrase

  enum CodingKeys: String {
    case zh
    case en
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    phrase = Phrase(try fields.text(.zh), try fields.text(.en))
  }
}

// MARK: - Texts that have a form

extension TextID where Self: Readable {
  init(_ node: Node) throws(RecordFault) { self.init(try node.text()) }
}

extension SiteCode: Readable {}
extension CategoryID: Readable {}

extension FindingID: Readable {
  init(_ node: Node) throws(RecordFault) {
    guard let id = FindingID(try node.text()) else { throw node.fault(.finding) }
    self = id
  }
}

extension EventID: Readable {
  init(_ node: Node) throws(RecordFault) {
    guard let id = EventID(try node.text()) else { throw node.fault(.identity) }
    self = id
  }
}
