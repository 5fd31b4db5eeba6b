/// A value of a document, at its place; what it is is read when asked for.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  init(_ document: JSONDocument, _ index: Int) {
    self.document = document
    self.index = index
  }

  var entry: Entry { document.tape[index] }

  private var content: ArraySlice<UInt8> {
    document.bytes[Int(entry.start)..<Int(entry.end)]
  }

  /// The line on which it begins, from 1.
  package var line: Int { JSONFault.line(at: offset, in: document.bytes) }

  /// Bytes before it.
  package var offset: Int {
    Int(entry.start) - (entry.kind == .text || entry.kind == .key ? 1 : 0)
  }

  package var isNull: Bool { entry.kind == .null }

  package var isObject: Bool { entry.kind == .object }

  /// True or false; nil for anything else.
  package var flag: Bool? {
    switch entry.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// A whole number that an `Int` holds; nil for anything else, `1.0` and `1e2` among it.
  package var number: Int? {
    guard entry.kind == .integer else { return nil }
    let isNegative = content.first == UInt8(ascii: "-")
    var value = 0
    for digit in content.dropFirst(isNegative ? 1 : 0) {
      let (tenfold, isTooGreat) = value.multipliedReportingOverflow(by: 10)
      let unit = Int(digit) - 0x30
      let (next, isBeyond) = tenfold.addingReportingOverflow(isNegative ? -unit : unit)
      guard !isTooGreat, !isBeyond else { return nil }
      value = next
    }
    return value
  }

  /// A text; nil for anything else.
  package var text: String? { entry.kind == .text ? string : nil }

  private var string: String {
    let content = content
    guard entry.hasEscapes else { return String(decoding: content, as: UTF8.self) }
    return String(
      decoding: content.withUnsafeBufferPointer { bytesWithoutEscapes($0) }, as: UTF8.self)
  }

  // MARK: - What it holds

  /// The items of a list; nil for anything else.
  package var items: Items? {
    entry.kind == .list ? Items(document, index + 1..<Int(entry.next)) : nil
  }

  /// The fields of an object in the order of the text; nil for anything else.
  package var fields: Fields? {
    entry.kind == .object ? Fields(document, index + 1..<Int(entry.next)) : nil
  }

  /// The value of a field; nil if there is none, or this is no object.
  package subscript(_ key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { value(of: $0) }
  }

  private func value(of key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard isObject else { return nil }
    var place = index + 1
    let end = Int(entry.next)
    return document.bytes.withUnsafeBufferPointer { bytes in
      while place < end {
        if document.tape[place].isKey(key, in: bytes) { return JSONValue(document, place + 1) }
        place = Int(document.tape[place + 1].next)
      }
      return nil
    }
  }

  /// The items of a list.
  package struct Items: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var rest: Range<Int>

    init(_ document: JSONDocument, _ rest: Range<Int>) {
      self.document = document
      self.rest = rest
    }

    package var isEmpty: Bool { rest.isEmpty }

    package mutating func next() -> JSONValue? {
      guard !rest.isEmpty else { return nil }
      let item = rest.lowerBound
      rest = Int(document.tape[item].next)..<rest.upperBound
      return JSONValue(document, item)
    }
  }

  /// The fields of an object.
  package struct Fields: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var rest: Range<Int>

    init(_ document: JSONDocument, _ rest: Range<Int>) {
      self.document = document
      self.rest = rest
    }

    package var isEmpty: Bool { rest.isEmpty }

    package mutating func next() -> Field? {
      guard !rest.isEmpty else { return nil }
      let key = rest.lowerBound
      rest = Int(document.tape[key + 1].next)..<rest.upperBound
      return Field(key: JSONValue(document, key), value: JSONValue(document, key + 1))
    }
  }

  /// A field of an object.
  package struct Field: Sendable {
    fileprivate let key: JSONValue
    package let value: JSONValue

    package var name: String { key.string }

    /// The line of the name, from 1.
    package var line: Int { key.line }
  }
}

extension Entry {
  /// Whether it is a key of these bytes, however it is written.
  fileprivate func isKey(
    _ key: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let written = UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)])
    if hasEscapes { return bytesWithoutEscapes(written).elementsEqual(key) }
    guard written.count == key.count else { return false }
    for place in 0..<key.count where written[place] != key[place] { return false }
    return true
  }
}
