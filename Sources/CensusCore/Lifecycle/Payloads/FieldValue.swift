/// What a field of an event holds.
package enum FieldValue: Equatable, Sendable {
  /// A text, a site code, the name of a word in files.
  case text(String)
  /// One of a few words: its name in files, and as people read it.
  case word(String, Phrase)
  /// A day.
  case day(Day)
  /// A count from 1.
  case number(Int)
  /// Yes or no.
  case flag(Bool)
  /// Findings.
  case findings([FindingID])
  /// An event.
  case event(EventID)
  /// Events.
  case events([EventID])
  /// What has to be mended.
  case lines([Detail.Line])
}

/// What a file holds where a field stands.
package enum FieldForm: Equatable, Sendable {
  /// Any text.
  case text
  /// One of some texts.
  case word([String])
  /// A day.
  case day
  /// A count from 1.
  case number
  /// True or false.
  case flag
  /// A list of findings, which may be empty.
  case findings
  /// An event.
  case event
  /// A list of events.
  case events
  /// A list of objects with the fields of `Detail.Line`.
  case lines
}

/// A type of which a field of an event can be.
protocol FieldContent: Equatable, Sendable {
  static var form: FieldForm { get }

  /// From what a file holds; what can be made of nil may be left out there.
  init?(field value: FieldValue?)

  var fieldValue: FieldValue? { get }
}

extension Optional: FieldContent where Wrapped: FieldContent {
  static var form: FieldForm { Wrapped.form }

  init?(field value: FieldValue?) { self = value.flatMap(Wrapped.init(field:)) }

  var fieldValue: FieldValue? { flatMap(\.fieldValue) }
}

extension String: FieldContent {
  static let form = FieldForm.text

  init?(field value: FieldValue?) {
    guard case .text(let text)? = value else { return nil }
    self = text
  }

  var fieldValue: FieldValue? { .text(self) }
}

extension SiteCode: FieldContent {
  static let form = FieldForm.text

  init?(field value: FieldValue?) {
    guard case .text(let text)? = value else { return nil }
    self.init(text)
  }

  var fieldValue: FieldValue? { .text(text) }
}

extension Day: FieldContent {
  static let form = FieldForm.day

  init?(field value: FieldValue?) {
    guard case .day(let day)? = value else { return nil }
    self = day
  }

  var fieldValue: FieldValue? { .day(self) }
}

extension Int: FieldContent {
  static let form = FieldForm.number

  init?(field value: FieldValue?) {
    guard case .number(let number)? = value else { return nil }
    self = number
  }

  var fieldValue: FieldValue? { .number(self) }
}

extension Bool: FieldContent {
  static let form = FieldForm.flag

  init?(field value: FieldValue?) { self = value == .flag(true) }

  var fieldValue: FieldValue? { .flag(self) }
}

extension EventID: FieldContent {
  static let form = FieldForm.event

  init?(field value: FieldValue?) {
    guard case .event(let id)? = value else { return nil }
    self = id
  }

  var fieldValue: FieldValue? { .event(self) }
}

// MARK: - Lists and words

/// What stands in a list of its own kind.
protocol FieldItem: Equatable, Sendable {
  static var listForm: FieldForm { get }

  static func list(_ items: [Self]) -> FieldValue

  static func items(of value: FieldValue) -> [Self]?
}

extension Array: FieldContent where Element: FieldItem {
  static var form: FieldForm { Element.listForm }

  init?(field value: FieldValue?) {
    guard let items = value.flatMap(Element.items) else { return nil }
    self = items
  }

  var fieldValue: FieldValue? { Element.list(self) }
}

extension FindingID: FieldItem {
  static let listForm = FieldForm.findings

  static func list(_ items: [FindingID]) -> FieldValue { .findings(items) }

  static func items(of value: FieldValue) -> [FindingID]? {
    if case .findings(let ids) = value { ids } else { nil }
  }
}

extension EventID: FieldItem {
  static let listForm = FieldForm.events

  static func list(_ items: [EventID]) -> FieldValue { .events(items) }

  static func items(of value: FieldValue) -> [EventID]? {
    if case .events(let ids) = value { ids } else { nil }
  }
}

/// One of a few words.
protocol FieldWord: FieldContent, CaseIterable, RawRepresentable<String> {
  var word: Phrase { get }
}

extension FieldWord {
  static var form: FieldForm { .word(allCases.map(\.rawValue)) }

  init?(field value: FieldValue?) {
    guard case .text(let name)? = value else { return nil }
    self.init(rawValue: name)
  }

  var fieldValue: FieldValue? { .word(rawValue, word) }
}
