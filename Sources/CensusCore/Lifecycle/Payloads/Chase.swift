/// A reminder (催办), with the answer and the promise it brought.
public struct Chase: Hashable, Sendable {
  /// How a unit was reminded.
  public enum Channel: String, CaseIterable, Sendable {
    /// By telephone (电话).
    case phone
    /// By letter (发函).
    case letter
    /// By message (短信).
    case message
    /// In person (上门).
    case visit
  }

  /// How it was reminded.
  public let channel: Channel?
  /// Who answered (接话人).
  public let to: String?
  /// What they said (答复).
  public let answer: String?
  /// The day they promised to report by (承诺日期).
  public let promised: Day?
  /// A remark.
  public let note: String?

  /// One reminder.
  public init(
    channel: Channel? = nil, to: String? = nil, answer: String? = nil, promised: Day? = nil,
    note: String? = nil
  ) {
    self.channel = channel
    self.to = to
    self.answer = answer
    self.promised = promised
    self.note = note
  }
}

extension Chase: EventContent {
  package static let eventKind = EventKind(
    "chase", Phrase("催办", "chase"), Event.Payload.chase, Chase.init,
    FieldSlot("channel", Phrase("催办方式", "How"), \.channel),
    FieldSlot(
      "to", Phrase("接话人", "Who answered"), \.to, told: Phrase("接话人…", "answered by …")),
    FieldSlot("answer", Phrase("答复", "Answer"), \.answer, told: Phrase("答复：…", "answer: …")),
    FieldSlot(
      "promised", Phrase("承诺日期", "Promised"), \.promised,
      told: Phrase("承诺…报送", "promised for …")),
    FieldSlot("note", .note, \.note, told: .plain))
}

extension Chase.Channel: FieldWord {
  var word: Phrase { Terms.channel(self) }
}

/// Whom to call at a unit (联络员); it outlives quarters.
public struct Contact: Equatable, Sendable {
  /// The liaison's name.
  public let name: String?
  /// The post.
  public let post: String?
  /// The telephone number.
  public let phone: String?

  /// One liaison.
  public init(name: String? = nil, post: String? = nil, phone: String? = nil) {
    self.name = name
    self.post = post
    self.phone = phone
  }

  /// Whether it says nothing.
  public var isEmpty: Bool { name == nil && post == nil && phone == nil }
}

extension Contact: EventContent {
  package static let eventKind = EventKind(
    "contact", Phrase("联络员", "contact"), Event.Payload.contact, Contact.init,
    FieldSlot("name", Phrase("联络员", "Contact"), \.name, told: .plain),
    FieldSlot("post", .post, \.post, told: .plain),
    FieldSlot("phone", Phrase("电话", "Telephone"), \.phone, told: .plain))
}
