package import CensusCore

/// One value of an answer, before it becomes JSON, CSV or a cell of a table.
package enum Value: Equatable, Sendable {
  /// Not known, or not there: `null`.
  case none
  /// Words, names and codes.
  case text(String)
  /// A count.
  case integer(Int)
  /// A day, `2018-10-20`.
  case day(Day)
  /// Yes or no.
  case flag(Bool)
  /// Several values.
  case list([Value])
  /// Named values in their order.
  case object([Field])

  /// A named value.
  package struct Field: Equatable, Sendable {
    /// The name.
    package let name: String
    /// What it is.
    package let value: Value

    /// Names a value.
    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A text that may be missing.
  package init(_ text: String?) {
    self = text.map(Value.text) ?? .none
  }

  /// A number that may be missing.
  package init(_ number: Int?) {
    self = number.map(Value.integer) ?? .none
  }

  /// A day that may be missing.
  package init(_ day: Day?) {
    self = day.map(Value.day) ?? .none
  }

  /// Some texts.
  package init(_ texts: [String]) {
    self = .list(texts.map(Value.text))
  }

  /// Some identities.
  package init(_ ids: [some TextID]) {
    self = .list(ids.map { .text($0.text) })
  }

  /// Some identities of findings.
  package init(_ findings: [FindingID]) {
    self = .list(findings.map { .text($0.description) })
  }
}

extension Value {
  /// The value as a person reads it where a field has no words of its own.
  package func words(_ manner: Manner) -> String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .day(let day): manner(day)
    case .flag(let flag): manner(flag ? Phrase("是", "yes") : Phrase("否", "no"))
    case .list(let values):
      values.map { $0.words(manner) }.joined(separator: manner(Phrase("、", ", ")))
    case .object(let fields):
      fields.map { $0.value.words(manner) }.joined(separator: " ")
    }
  }

  /// The values that rows are chosen by: those of a list one by one.
  package var choices: [String] {
    switch self {
    case .none: []
    case .list(let values): values.flatMap(\.choices)
    case .text, .integer, .day, .flag, .object: [words(.full(.chinese))]
    }
  }
}
