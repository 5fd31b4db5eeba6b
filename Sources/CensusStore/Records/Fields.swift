import CensusCore
import Synchronization

/// The fields of an object, read as words of the field and refused with their place.
struct Fields<Key: CodingKey> {
  let container: KeyedDecodingContainer<Key>
  private let decoder: any Decoder

  init(_ decoder: any Decoder, _ keys: Key.Type) throws {
    container = try decoder.container(keyedBy: keys)
    self.decoder = decoder
  }

  func fault(_ expectation: RecordFault.Expectation, _ key: Key) -> RecordFault {
    RecordFault(expectation, at: container.codingPath, key)
  }

  /// Takes the rows that are left out.
  private var faults: FaultList? { FaultList.of(decoder) }

  // MARK: - What must be there

  func required<Value>(_ key: Key, _ value: Value?) throws -> Value {
    guard let value else { throw fault(.field, key) }
    return value
  }

  func text(_ key: Key) throws -> String { try container.decode(String.self, forKey: key) }

  /// A text that is not empty: a name, an identity.
  func someText(_ key: Key) throws -> String {
    let text = try text(key)
    guard !text.isEmpty else { throw fault(.someText, key) }
    return text
  }

  func number(
    _ key: Key, atLeast minimum: Int = 0, atMost maximum: Int = Inspection.Figures.most
  ) throws -> Int {
    try required(key, optionalNumber(key, atLeast: minimum, atMost: maximum))
  }

  func day(_ key: Key) throws -> Day { try required(key, optionalDay(key)) }

  func quarter(_ key: Key) throws -> Quarter { try required(key, optionalQuarter(key)) }

  func phrase(_ key: Key) throws -> Phrase { try required(key, optionalPhrase(key)) }

  func word<Word: RawRepresentable & CaseIterable>(_ key: Key, _ words: Word.Type) throws -> Word
  where Word.RawValue == String {
    try required(key, optionalWord(key, words))
  }

  // MARK: - What may be absent or null

  func optionalText(_ key: Key) throws -> String? {
    try container.decodeIfPresent(String.self, forKey: key)
  }

  func optionalNumber(
    _ key: Key, atLeast minimum: Int = 0, atMost maximum: Int = Inspection.Figures.most
  ) throws -> Int? {
    let found: Int?
    do {
      found = try container.decodeIfPresent(Int.self, forKey: key)
    } catch {
      // Of a fraction or an overflow the decoder does not say where it stands.
      throw fault(.wholeNumber, key)
    }
    guard let number = found else { return nil }
    guard number >= minimum else { throw fault(.atLeast(minimum), key) }
    guard number <= maximum else { throw fault(.atMost(maximum), key) }
    return number
  }

  func optionalDay(_ key: Key) throws -> Day? {
    try checked(key, .day) { Day($0) }
  }

  func optionalQuarter(_ key: Key) throws -> Quarter? {
    try checked(key, .quarter) { Quarter($0) }
  }

  func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ key: Key, _ words: Word.Type
  ) throws -> Word? where Word.RawValue == String {
    try checked(key, .oneOf(words.allCases.map(\.rawValue))) { Word(rawValue: $0) }
  }

  func optionalPhrase(_ key: Key) throws -> Phrase? {
    try container.decodeIfPresent(PhraseRecord.self, forKey: key)?.phrase
  }

  /// A text that has to have a form.
  func checked<Value>(
    _ key: Key, _ expectation: @autoclosure () -> RecordFault.Expectation,
    _ make: (String) -> Value?
  ) throws -> Value? {
    guard let text = try optionalText(key) else { return nil }
    guard let value = make(text) else { throw fault(expectation(), key) }
    return value
  }

  func object<Value: Decodable>(_ key: Key, _ type: Value.Type) throws -> Value? {
    try container.decodeIfPresent(type, forKey: key)
  }

  // MARK: - Lists

  /// A list all of whose entries must be right; empty if it is absent.
  func list<Value: Decodable>(_ key: Key, of type: Value.Type) throws -> [Value] {
    try container.decodeIfPresent([Value].self, forKey: key) ?? []
  }

  /// A list that leaves out the entries that are wrong and notes them; empty if it is absent.
  func rows<Value: Decodable>(_ key: Key, of type: Value.Type) throws -> [Value] {
    let rows = try container.decodeIfPresent([Row<Value>].self, forKey: key) ?? []
    return rows.compactMap { row in
      switch row.content {
      case .success(let value): return value
      case .failure(let fault):
        faults?.note(fault)
        return nil
      }
    }
  }

  /// The same where of two entries with one identity the first counts; identities are compared
  /// by their bytes.
  func rows<Value: Decodable>(
    _ key: Key, of type: Value.Type, identity name: String, _ identity: (Value) -> String
  ) throws -> [Value] {
    var known: Set<[UInt8]> = []
    let rows = try container.decodeIfPresent([Row<Value>].self, forKey: key) ?? []
    return rows.enumerated().compactMap { index, row in
      switch row.content {
      case .success(let value) where known.insert(Array(identity(value).utf8)).inserted:
        return value
      case .success:
        let place = fault(.unique, key)
        faults?.note(
          RecordFault(pointer: "\(place.pointer)/\(index)/\(name)", expectation: .unique))
      case .failure(let fault): faults?.note(fault)
      }
      return nil
    }
  }
}

/// The faults of single rows, gathered while a file is decoded.
///
/// A decoder takes along only what is `Sendable`, hence the mutex; nothing runs beside it.
final class FaultList: Sendable {
  private static let key = CodingUserInfoKey(rawValue: "faults")

  private let faults = Mutex<[RecordFault]>([])

  static func of(_ decoder: any Decoder) -> FaultList? {
    key.flatMap { decoder.userInfo[$0] } as? FaultList
  }

  /// What to hand to a decoder, so that `rows` notes here what it leaves out.
  var userInfo: [CodingUserInfoKey: any Sendable] {
    FaultList.key.map { [$0: self] } ?? [:]
  }

  var all: [RecordFault] { faults.withLock { $0 } }

  func note(_ fault: RecordFault) {
    faults.withLock { $0.append(fault) }
  }
}

/// An entry of a list, or why it is none.
private struct Row<Value: Decodable>: Decodable {
  let content: Result<Value, RecordFault>

  init(from decoder: any Decoder) throws {
    do {
      content = .success(try Value(from: decoder))
    } catch {
      content = .failure(RecordFault(error))
    }
  }
}
