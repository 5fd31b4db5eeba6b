/// A field of what events of a kind say: its key in files and answers, its word, and what it holds.
///
/// Thousands of events are read by it, so it is passed by reference.
package final class PayloadField: Sendable {
  /// Its key.
  package let key: String
  /// Its word; nil where the name of the record says it already.
  package let word: Phrase?
  /// What a file holds there.
  package let form: FieldForm
  /// Whether a file must have it.
  package let isRequired: Bool
  /// Whether a text that must be there may be empty.
  package let mayBeEmpty: Bool
  /// Whether a person typed it.
  package let isTyped: Bool
  /// What stands for true and for false.
  let flags: (yes: Phrase, no: Phrase)
  /// What stands for a field that says nothing.
  let absent: Phrase?
  /// How the value stands beside the word, with … in its place.
  let shown: Phrase
  /// How the value stands in a sentence about the record, with … in its place; nil if it is no
  /// detail of one.
  let told: Phrase?
  /// What stands for a text that the program itself wrote there.
  let known: @Sendable (String) -> Phrase?

  init(
    key: String, word: Phrase?, form: FieldForm, isRequired: Bool, mayBeEmpty: Bool,
    isTyped: Bool, flags: (yes: Phrase, no: Phrase), absent: Phrase?, shown: Phrase,
    told: Phrase?, known: @escaping @Sendable (String) -> Phrase?
  ) {
    self.key = key
    self.word = word
    self.form = form
    self.isRequired = isRequired
    self.mayBeEmpty = mayBeEmpty
    self.isTyped = isTyped
    self.flags = flags
    self.absent = absent
    self.shown = shown
    self.told = told
    self.known = known
  }

  /// The value as it stands beside the word; nil where a value has no words of its own.
  package func words(_ value: FieldValue?, in projection: Projection) -> Phrase? {
    switch value {
    case .day(let day): Terms.dated(day)
    case .flag(let flag): words(flag)
    case nil: absent
    default: value.flatMap { brief($0, projection) }.map(shown.filled)
    }
  }

  /// Yes or no, as it stands beside the word.
  package func words(_ flag: Bool) -> Phrase { flag ? shown.filled(with: flags.yes) : flags.no }

  /// The value as a detail of the sentence about the record.
  func detail(_ value: FieldValue?, in projection: Projection) -> Phrase? {
    told.flatMap { told in value.flatMap { brief($0, projection) }.map(told.filled) }
  }

  private func brief(_ value: FieldValue, _ projection: Projection) -> Phrase? {
    switch value {
    case .text(let text): known(text) ?? Phrase(text, text)
    case .word(_, let word): word
    case .day(let day): Phrase("\(day)", "\(day)")
    case .number(let number): Phrase("\(number)", "\(number)")
    case .flag(let flag): flag ? flags.yes : nil
    case .findings(let ids): Terms.confined(to: ids, in: projection)
    case .event, .events, .lines: nil
    }
  }
}

/// All fields of a value, in order, and how it is made of what they hold.
package final class FieldTable<Whole: Sendable>: Sendable {
  /// The fields.
  package let fields: [PayloadField]
  private let getters: [@Sendable (Whole) -> FieldValue?]
  private let isShown: [@Sendable (Whole) -> Bool]
  private let make: @Sendable ([FieldValue?]) -> Whole?

  /// The fields in the order in which the initialiser takes them.
  init<each Content: FieldContent>(
    _ make: @escaping @Sendable (repeat each Content) -> Whole,
    _ slots: repeat FieldSlot<Whole, each Content>
  ) {
    var fields: [PayloadField] = []
    var getters: [@Sendable (Whole) -> FieldValue?] = []
    var isShown: [@Sendable (Whole) -> Bool] = []
    for slot in repeat each slots {
      fields.append(slot.field)
      let get = slot.get
      getters.append { get($0).fieldValue }
      isShown.append(slot.isShown)
    }
    self.fields = fields
    self.getters = getters
    self.isShown = isShown
    let standards = (repeat (each slots).standard)
    self.make = { values in
      var place = 0
      func next<One: FieldContent>(_ standard: One?) throws(Missing) -> One {
        defer { place += 1 }
        if values[place] == nil, let standard { return standard }
        guard let content = One(field: values[place]) else { throw Missing() }
        return content
      }
      return try? make(repeat next(each standards))
    }
  }

  /// What each field holds, in order.
  package func values(of whole: Whole) -> [FieldValue?] { getters.map { $0(whole) } }

  /// What each field says to a reader, in order: nothing where it does not apply.
  package func said(by whole: Whole) -> [(field: PayloadField, value: FieldValue?)] {
    fields.indices.map { (fields[$0], isShown[$0](whole) ? getters[$0](whole) : nil) }
  }

  /// The texts that a person typed, with their keys, also those in lines.
  func typed(in whole: Whole) -> [(key: String, text: String)] {
    var typed: [(key: String, text: String)] = []
    for (field, get) in zip(fields, getters) where field.isTyped {
      switch get(whole) {
      case .text(let text): typed.append((field.key, text))
      case .lines(let lines): for line in lines { typed += Detail.Line.table.typed(in: line) }
      default: break
      }
    }
    return typed
  }

  /// The value of which the fields hold this; nil if something is missing or of another form.
  package func whole(of values: [FieldValue?]) -> Whole? { make(values) }
}

/// A field as it is declared: where its value stands, and what it is.
struct FieldSlot<Whole, Content: FieldContent>: Sendable {
  let field: PayloadField
  let get: @Sendable (Whole) -> Content
  let isShown: @Sendable (Whole) -> Bool
  let standard: Content?

  init(
    _ key: String, _ word: Phrase?, _ get: @escaping @Sendable (Whole) -> Content,
    standard: Content? = nil, mayBeEmpty: Bool = false, isTyped: Bool = true,
    flags: (yes: Phrase, no: Phrase) = (Phrase("是", "yes"), Phrase("否", "no")),
    absent: Phrase? = nil, shown: Phrase = .plain, told: Phrase? = nil,
    known: @escaping @Sendable (String) -> Phrase? = { _ in nil },
    when isShown: @escaping @Sendable (Whole) -> Bool = { _ in true }
  ) {
    field = PayloadField(
      key: key, word: word, form: Content.form,
      isRequired: standard == nil && Content(field: nil) == nil, mayBeEmpty: mayBeEmpty,
      isTyped: isTyped && (Content.form == .text || Content.form == .lines), flags: flags,
      absent: absent, shown: shown, told: told, known: known)
    self.get = get
    self.isShown = isShown
    self.standard = standard
  }
}

private struct Missing: Error {}

/// What an event of a kind says.
package protocol EventContent: Equatable, Sendable {
  /// The kind, declared once.
  static var eventKind: EventKind<Self> { get }

  /// The key of a field that must be there, given the others, and is not.
  var missing: String? { get }
}

extension EventContent {
  /// The word of a field.
  package static func word(of key: String) -> Phrase {
    eventKind.table.fields.first { $0.key == key }?.word ?? eventKind.word
  }
}

/// A kind of event: its name, its word, its fields.
package final class EventKind<Content: EventContent>: Sendable {
  /// Its name in files and in outputs.
  package let name: String
  /// What it is called.
  package let word: Phrase
  /// What its events say.
  package let table: FieldTable<Content>
  /// What makes an event's payload of it.
  package let payload: @Sendable (Content) -> Event.Payload

  init<each Field: FieldContent>(
    _ name: String, _ word: Phrase, _ payload: @escaping @Sendable (Content) -> Event.Payload,
    _ make: @escaping @Sendable (repeat each Field) -> Content,
    _ slots: repeat FieldSlot<Content, each Field>
  ) {
    self.name = name
    self.word = word
    self.payload = payload
    table = FieldTable(make, repeat each slots)
  }
}

extension EventContent {
  /// Nothing, as most fields stand for themselves.
  package var missing: String? { nil }

  /// The name of its kind in files and in outputs.
  package static var name: String { eventKind.name }

  /// What its kind is called.
  package static var word: Phrase { eventKind.word }

  /// The fields of its kind.
  package static var fields: [PayloadField] { eventKind.table.fields }

  /// What each field says to a reader, in order.
  package var said: [(field: PayloadField, value: FieldValue?)] {
    Self.eventKind.table.said(by: self)
  }

  /// The texts that a person typed, with their keys.
  var typed: [(key: String, text: String)] { Self.eventKind.table.typed(in: self) }

  /// The details of the sentence about it.
  package func details(in projection: Projection) -> [Phrase] {
    said.compactMap { $0.detail($1, in: projection) }
  }
}

extension Phrase {
  /// A value alone, where one stands in place of ….
  static let plain = Phrase("…", "…")

  /// With a value in place of ….
  package func filled(with value: Phrase) -> Phrase {
    func filled(_ text: String, _ value: String) -> String {
      text.split(separator: "…", maxSplits: 1, omittingEmptySubsequences: false)
        .joined(separator: value)
    }
    return self == .plain
      ? value : Phrase(filled(chinese, value.chinese), filled(english, value.english))
  }
}

extension Phrase {
  // Words of fields that several kinds have.
  static let part = Phrase("材料", "Part")
  static let reason = Phrase("原因", "Reason")
  static let authority = Phrase("批准机关", "Authority")
  static let reference = Phrase("文号", "Reference")
  static let post = Phrase("职务", "Post")
  static let note = Phrase("备注", "Note")
  static let covers = Phrase("范围", "Covers")
  static let allFindings = Phrase("本单位全部问题", "all findings of the unit")

  // How they stand in a sentence.
  static let approved = Phrase("…批准", "approved by …")
  static let since = Phrase("自…起", "from …")
}
