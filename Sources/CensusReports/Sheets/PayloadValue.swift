internal import CensusCore
internal import CensusLists

extension Event.Payload {
  /// What it says, with the keys of its file.
  var value: Value { content?.value ?? .none }
}

extension EventContent {
  /// What it says, with the keys of its file.
  var value: Value { Value(said) }
}

extension Value {
  fileprivate init(_ said: [(field: PayloadField, value: FieldValue?)]) {
    self = .object(said.map { .init($0.key, $1.map { Value($0) } ?? .none) })
  }

  private init(_ value: FieldValue) {
    self =
      switch value {
      case .text(let text), .word(let text, _): .text(text)
      case .day(let day): .day(day)
      case .number(let number): .integer(number)
      case .flag(let flag): .flag(flag)
      case .findings(let ids): Value(ids)
      case .event(let id): .text(id.text)
      case .events(let ids): Value(ids.map(\.text))
      case .lines(let lines): .list(lines.map { Value(Detail.Line.table.said(by: $0)) })
      }
  }
}
