import CensusCore
import StrictJSON

/// The fields of an object, read as words of the field and refused with their place.
struct Fields<Key: RawRepresentable<String>> {
  private let node: Node

  init(_ node: Node, _ keys: Key.Type) throws(RecordFault) {
    guard node.value.isObject else { throw node.fault(.object) }
    self.node = node
  }

  func fault(_ expectation: RecordFault.Expectation, _ key: Key) -> RecordFault {
    RecordFault(pointer: node.value.pointer(to: key.rawValue), expectation: expectation)
  }

  func fault(
    _ expectation: RecordFault.Expectation, _ key: Key, at index: Int
  ) -> RecordFault {
    RecordFault(pointer: "\(fault(expectation, key).pointer)/\(index)", expectation: expectation)
  }

  /// Whether the field is there, be it null.
  func has(_ key: Key) -> Bool { node.value[key.rawValue] != nil }

  // MARK: - What must be there

  func required<Value>(_ key: Key, _ value: Value?) throws(RecordFault) -> Value {
    guard let value else { throw fault(.field, key) }
    return value
  }

  func text(_ key: Key) throws(RecordFault) -> String {
    if has(key), node.field(key.rawValue) == nil { throw fault(.text, key) }
    return try required(key, optionalText(key))
  }

  /// A text that is not empty: a name, an identity.
  func someText(_ key: Key) throws(RecordFault) -> String {
    let text = try text(key)
    guard !text.isEmpty else { throw fault(.someText, key) }
    return text
  }

  /// An identity, which is not empty.
  func id<ID: TextID>(_ key: Key) throws(RecordFault) -> ID { ID(try someText(key)) }

  func number(
    _ key: Key, atLeast minimum: Int = 0, atMost maximum: Int = Inspection.Figures.most
  ) throws(RecordFault) -> Int {
    try required(key, optionalNumber(key, atLeast: minimum, atMost: maximum))
  }

  func day(_ key: Key) throws(RecordFault) -> Day { try required(key, optionalDay(key)) }

  func quarter(_ key: Key) throws(RecordFault) -> Quarter {
    try required(key, optionalQuarter(key))
  }

  func phrase(_ key: Key) throws(RecordFault) -> Phrase { try required(key, optionalPhrase(key)) }

  func word<Word: RawRepresentable & CaseIterable>(_ key: Key, _ words: Word.Type)
    throws(RecordFault) -> Word
  where Word.RawValue == String {
    try required(key, optionalWord(key, words))
  }

  // MARK: - What may be absent or null

  func optionalText(_ key: Key) throws(RecordFault) -> String? {
    try node.field(key.rawValue)?.text()
  }

  func optionalNumber(
    _ key: Key, atLeast minimum: Int = 0, atMost maximum: Int = Inspection.Figures.most
  ) throws(RecordFault) -> Int? {
    guard let number = try object(key, Int.self) else { return nil }
    guard number >= minimum else { throw fault(.atLeast(minimum), key) }
    guard number <= maximum else { throw fault(.atMost(maximum), key) }
    return number
  }

  func optionalDay(_ key: Key) throws(RecordFault) -> Day? {
    try checked(key, .day) { Day($0) }
  }

  func optionalQuarter(_ key: Key) throws(RecordFault) -> Quarter? {
    try checked(key, .quarter) { Quarter($0) }
  }

  func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ key: Key, _ words: Word.Type
  ) throws(RecordFault) -> Word? where Word.RawValue == String {
    try checked(key, .oneOf(words.allCases.map(\.rawValue))) { Word(rawValue: $0) }
  }

  func optionalPhrase(_ key: Key) throws(RecordFault) -> Phrase? {
    try object(key, PhraseRecord.self)?.phrase
  }

  /// A text that has to have a form.
  func checked<Value>(
    _ key: Key, _ expectation: @autoclosure () -> RecordFault.Expectation,
    _ make: (String) -> Value?
  ) throws(RecordFault) -> Value? {
    guard let text = try optionalText(key) else { return nil }
    guard let value = make(text) else { throw fault(expectation(), key) }
    return value
  }

  func object<Value: Readable>(_ key: Key, _ type: Value.Type) throws(RecordFault) -> Value? {
    guard let field = node.field(key.rawValue) else { return nil }
    return try type.init(field)
  }

  // MARK: - Lists

  /// A list all of whose entries must be right; empty if it is absent.
  func list<Value: Readable>(_ key: Key, of type: Value.Type) throws(RecordFault) -> [Value] {
    try object(key, [Value].self) ?? []
  }

  /// A list that leaves out the entries that are wrong and notes them; empty if it is absent.
  func rows<Value: Readable>(_ key: Key, of type: Value.Type) throws(RecordFault) -> [Value] {
    try rows(key) { _, _ in nil }
  }

  /// The same where of two entries with one identity the first counts; identities are compared
  /// by their bytes.
  func rows<Value: Readable>(
    _ key: Key, of type: Value.Type, identity name: String, _ identity: (Value) -> String
  ) throws(RecordFault) -> [Value] {
    try rows(key, of: type) { (name, identity($0)) }
  }

  /// The same where entries have their identities under names of their own.
  func rows<Value: Readable>(
    _ key: Key, of type: Value.Type, identity: (Value) -> (name: String, text: String)
  ) throws(RecordFault) -> [Value] {
    var known: Set<[UInt8]> = []
    return try rows(key) { item, value in
      let (name, text) = identity(value)
      return known.insert(Array(text.utf8)).inserted
        ? nil : RecordFault(pointer: item.value.pointer(to: name), expectation: .unique)
    }
  }

  private func rows<Value: Readable>(
    _ key: Key, besides fault: (Node, Value) -> RecordFault?
  ) throws(RecordFault) -> [Value] {
    var rows: [Value] = []
    for item in try node.field(key.rawValue)?.items() ?? [] {
      do throws(RecordFault) {
        let value = try Value(item)
        if let fault = fault(item, value) { throw fault }
        rows.append(value)
      } catch {
        // Where thousands are wrong, the list is none.
        guard node.faults.note(error) else {
          throw self.fault(.fewerFaults(limit: FaultList.limit), key)
        }
      }
    }
    return rows
  }
}
