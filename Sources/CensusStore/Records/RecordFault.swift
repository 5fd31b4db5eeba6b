/// A value of a file that is not what its place asks for.
public struct RecordFault: Error, Equatable, Sendable {
  /// What the place asks for.
  public enum Expectation: Equatable, Sendable {
    /// The field must be there.
    case field
    /// A text.
    case text
    /// A text that is not empty.
    case someText
    /// A whole number.
    case wholeNumber
    /// A whole number not below a limit.
    case atLeast(Int)
    /// A whole number not above this.
    case atMost(Int)
    /// True or false.
    case trueOrFalse
    /// An object.
    case object
    /// A list.
    case list
    /// A day, `2018-10-20`.
    case day
    /// An instant, `2018-10-19T01:00:00Z`.
    case instant
    /// A quarter, `2018Q3`.
    case quarter
    /// The quarter that the file's name or folder says.
    case thisQuarter(String)
    /// The number of a finding, `2018Q3-7`.
    case finding
    /// 32 lower-case hex digits.
    case identity
    /// A distance from UTC, `+08:00`.
    case offset
    /// One of some words.
    case oneOf([String])
    /// A value that no entry before it has.
    case unique
    /// What an event is about: one of `unit`, `findings`, `site`, `event`.
    case subject
    /// A value that the decoder accepts.
    case value
  }

  /// The place as a JSON pointer (RFC 6901): `/annex2/rows/3/code`.
  public let pointer: String
  /// What the place asks for.
  public let expectation: Expectation

  /// A place and what it asks for.
  public init(pointer: String, expectation: Expectation) {
    self.pointer = pointer
    self.expectation = expectation
  }

  init(_ expectation: Expectation, at path: [any CodingKey], _ key: (any CodingKey)? = nil) {
    let keys = key.map { path + [$0] } ?? path
    self.init(pointer: keys.map { "/" + escaped($0) }.joined(), expectation: expectation)
  }

  /// Takes what a decoder throws.
  init(_ error: any Error) {
    switch error {
    case let fault as RecordFault: self = fault
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      self.init(expected(of: type), at: context.codingPath)
    case DecodingError.keyNotFound(let key, let context):
      self.init(.field, at: context.codingPath, key)
    case DecodingError.dataCorrupted(let context): self.init(.value, at: context.codingPath)
    default: self.init(.value, at: [])
    }
  }
}

private func expected(of type: any Any.Type) -> RecordFault.Expectation {
  switch type {
  case is String.Type: .text
  case is Int.Type: .wholeNumber
  case is Bool.Type: .trueOrFalse
  case is [any Sendable].Type: .list
  case is any UnkeyedList.Type: .list
  default: .object
  }
}

/// Marks the types that stand in a file as lists, for the message about something else there.
private protocol UnkeyedList {}
extension Array: UnkeyedList {}

private func escaped(_ key: any CodingKey) -> String {
  if let index = key.intValue { return String(index) }
  var text = ""
  for scalar in key.stringValue.unicodeScalars {
    switch scalar {
    case "~": text += "~0"
    case "/": text += "~1"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}
