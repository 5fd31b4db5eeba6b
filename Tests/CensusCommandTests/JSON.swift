import FoundationEssentials
import StrictJSON
import Testing

/// Any JSON value, read back from an answer.
enum JSON: Hashable, Decodable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Reads an answer, strictly first: a key that stands twice in an object is no answer.
  init(_ text: String) throws {
    _ = try JSONDocument(Array(text.utf8), limits: .store)
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// The rows of a list.
  var rows: [JSON] {
    guard case .list(let rows) = self else { return [] }
    return rows
  }

  /// The text, if it is one.
  var string: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The number, if it is one.
  var number: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The names of an object's fields, ordered.
  var fields: [String] {
    guard case .object(let object) = self else { return [] }
    return object.keys.sorted()
  }

  subscript(_ field: String) -> JSON? {
    guard case .object(let object) = self else { return nil }
    return object[field]
  }

  /// One field of every row.
  func column(_ field: String) -> [JSON?] { rows.map { $0[field] } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral values: JSON...) { self = .list(values) }
  init(dictionaryLiteral fields: (String, JSON)...) {
    self = .object(Dictionary(fields, uniquingKeysWith: { first, _ in first }))
  }
}
