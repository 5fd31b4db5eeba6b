/// The arrival of one part of a report (收件), in order or not.
public struct Receipt: Hashable, Sendable {
  /// How a part arrived.
  public enum Channel: String, CaseIterable, Sendable {
    /// By e-mail.
    case email
    /// By confidential post (机要).
    case confidential
    /// By post.
    case post
    /// Handed over.
    case hand
    /// By fax: never the paper copy.
    case fax
  }

  /// What keeps a paper copy from counting.
  public enum Defect: String, CaseIterable, Sendable {
    /// The principal leader did not sign it.
    case unsigned
    /// It is a fax, not the original.
    case fax
  }

  /// Which part.
  public let part: Part
  /// Whose signature it bears.
  public let signature: Signature
  /// Who signed it.
  public let signer: String?
  /// The signer's post.
  public let post: String?
  /// Our incoming number (收文号).
  public let incoming: String?
  /// The sender's document number (来文文号).
  public let document: String?
  /// The date of the document (成文日期).
  public let dated: Day?
  /// How it arrived.
  public let channel: Channel?
  /// The name of the electronic document's file.
  public let file: String?
  /// SHA-256 of that file.
  public let sha256: String?
  /// The findings it covers; nil means all of the unit's.
  public internal(set) var covers: [FindingID]?
  /// A remark.
  public let note: String?

  /// One arrival; all but the part may be left out.
  public init(
    part: Part, signature: Signature = .principal, signer: String? = nil, post: String? = nil,
    incoming: String? = nil, document: String? = nil, dated: Day? = nil, channel: Channel? = nil,
    file: String? = nil, sha256: String? = nil, covers: [FindingID]? = nil, note: String? = nil
  ) {
    self.part = part
    self.signature = signature
    self.signer = signer
    self.post = post
    self.incoming = incoming
    self.document = document
    self.dated = dated
    self.channel = channel
    self.file = file
    self.sha256 = sha256
    self.covers = covers
    self.note = note
  }

  /// Whether it counts: a paper copy must be the original, signed by the principal leader.
  public var isValid: Bool { defect == nil }

  /// What keeps it from counting.
  public var defect: Defect? {
    guard part == .paper else { return nil }
    if signature != .principal { return .unsigned }
    return channel == .fax ? .fax : nil
  }

  /// Whether another record of the arrival says something else of the same part, and not only more.
  func contradicts(_ other: Receipt) -> Bool {
    func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
      left.flatMap { left in right.map { left != $0 } } ?? false
    }
    return part == .paper && signature != other.signature || differ(signer, other.signer)
      || differ(post, other.post) || differ(incoming, other.incoming)
      || differ(document, other.document) || differ(dated, other.dated)
      || differ(channel, other.channel) || differ(sha256, other.sha256)
  }

  /// Whether it covers a finding of its unit.
  public func covers(_ finding: FindingID) -> Bool { covers?.contains(finding) ?? true }
}

extension Receipt: EventContent {
  package static let eventKind = EventKind(
    "receipt", Phrase("收件", "receipt"), Event.Payload.receipt, Receipt.init,
    FieldSlot("part", .part, \.part),
    FieldSlot(
      "signature", Phrase("签字", "Signature"), \.signature, standard: .principal,
      when: { $0.part == .paper }),
    FieldSlot("signer", Phrase("签字人", "Signer"), \.signer),
    FieldSlot("post", .post, \.post),
    FieldSlot(
      "incoming", Phrase("收文号", "Incoming no."), \.incoming,
      told: Phrase("收文号…", "incoming no. …")),
    FieldSlot(
      "document", Phrase("来文文号", "Document no."), \.document,
      told: Phrase("来文…", "document …")),
    FieldSlot("dated", Phrase("成文日期", "Dated"), \.dated, told: Phrase("成文…", "dated …")),
    FieldSlot("channel", Phrase("来件方式", "Channel"), \.channel),
    FieldSlot("file", Phrase("文件", "File"), \.file, told: Phrase("文件…", "file …")),
    FieldSlot("sha256", Phrase("SHA-256", "SHA-256"), \.sha256, isTyped: false),
    FieldSlot("covers", .covers, \.covers, absent: .allFindings),
    FieldSlot("note", .note, \.note, told: .plain))
}

extension Part: FieldWord {
  var word: Phrase { Terms.part(self) }
}

extension Signature: FieldWord {
  var word: Phrase { Terms.signature(self) }
}

extension Receipt.Channel: FieldWord {
  var word: Phrase { Terms.channel(self) }
}
