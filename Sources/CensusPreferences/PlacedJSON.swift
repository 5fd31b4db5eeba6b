import CensusStore

/// A value of a JSON file with the line on which it begins, so that a complaint can name it.
struct PlacedJSON {
  indirect enum Value {
    case object([Field])
    case list([PlacedJSON])
    case text(String)
    /// Nil for a number that is not whole, or too great.
    case number(Int?)
    case flag(Bool)
    case null
  }

  struct Field {
    let name: String
    /// The line of the name.
    let line: Int
    let value: PlacedJSON
  }

  let value: Value
  let line: Int
  /// Bytes before it.
  let offset: Int

  /// Reads a file that people write: JSON in which comments, `//` and `/* */`, count as blanks.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - limits: how much is accepted.
  /// - Throws: the first fault, at its place in the file.
  init(_ bytes: [UInt8], limits: StrictJSON.Limits) throws(JSONFault) {
    let blanked = bytes.count <= limits.file ? withoutComments(bytes) : bytes
    try StrictJSON.check(blanked, limits: limits)
    var reader = Reader(bytes: blanked)
    self = reader.value()
  }

  fileprivate init(_ value: Value, line: Int, offset: Int) {
    self.value = value
    self.line = line
    self.offset = offset
  }

  /// The fields of an object; nil for anything else.
  var fields: [Field]? {
    if case .object(let fields) = value { fields } else { nil }
  }

  /// The items of a list; nil for anything else.
  var items: [PlacedJSON]? {
    if case .list(let items) = value { items } else { nil }
  }

  var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  var number: Int? {
    if case .number(let number) = value { number } else { nil }
  }

  var flag: Bool? {
    if case .flag(let flag) = value { flag } else { nil }
  }

  var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// The field of a name; nil if there is none, or this is no object.
  subscript(name: String) -> PlacedJSON? {
    fields?.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }
}

/// The bytes with blanks in place of comments; lines and columns stay.
///
/// A comment that is not closed is left, so that the fault is at its place.
func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\""): index = endOfText(bytes, from: index)
    case UInt8(ascii: "/") where index + 1 < bytes.count:
      guard let end = endOfComment(bytes, from: index) else { return bytes }
      for place in index..<end where bytes[place] != UInt8(ascii: "\n") {
        bytes[place] = UInt8(ascii: " ")
      }
      index = end
    default: index += 1
    }
  }
  return bytes
}

private func endOfText(_ bytes: [UInt8], from start: Int) -> Int {
  var index = start + 1
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "\""), UInt8(ascii: "\n"): return index + 1
    default: index += 1
    }
  }
  return bytes.count
}

private func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
  switch bytes[start + 1] {
  case UInt8(ascii: "/"):
    return bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  case UInt8(ascii: "*"):
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return nil
  default: return nil
  }
}

/// Reads what `StrictJSON` has accepted; on anything else it gives some value and never traps.
private struct Reader {
  let bytes: [UInt8]
  var position = 0
  var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  /// Takes a sign if it is next, and the blanks behind it.
  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: sign) else { return false }
    position += 1
    skipSpace()
    return true
  }

  mutating func value() -> PlacedJSON {
    skipSpace()
    let (line, offset) = (line, position)
    let value: PlacedJSON.Value
    switch current {
    case UInt8(ascii: "{"): value = object()
    case UInt8(ascii: "["): value = list()
    case UInt8(ascii: "\""): value = .text(text())
    default: value = word()
    }
    skipSpace()
    return PlacedJSON(value, line: line, offset: offset)
  }

  private mutating func object() -> PlacedJSON.Value {
    var fields: [PlacedJSON.Field] = []
    _ = takes("{")
    while current == UInt8(ascii: "\"") {
      let line = line
      let name = text()
      skipSpace()
      _ = takes(":")
      fields.append(PlacedJSON.Field(name: name, line: line, value: value()))
      guard takes(",") else { break }
    }
    position += 1
    return .object(fields)
  }

  private mutating func list() -> PlacedJSON.Value {
    var items: [PlacedJSON] = []
    _ = takes("[")
    while let byte = current, byte != UInt8(ascii: "]") {
      items.append(value())
      guard takes(",") else { break }
    }
    position += 1
    return .list(items)
  }

  private mutating func word() -> PlacedJSON.Value {
    let start = position
    while let byte = current, !",]} \n\r\t".utf8.contains(byte) { position += 1 }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    case let digits: return .number(Int(digits))
    }
  }

  private mutating func text() -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      escape(into: &text)
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard let byte = current else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var value = hexDigits()
      if (0xD800...0xDBFF).contains(value) {
        position += 2
        value = 0x10000 + ((value - 0xD800) << 10) + (hexDigits() & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(value) else { return }
      text += Array(String(Character(scalar)).utf8)
    default: text.append(byte)
    }
  }

  private mutating func hexDigits() -> UInt32 {
    let end = min(position + 4, bytes.count)
    let digits = String(decoding: bytes[min(position, end)..<end], as: UTF8.self)
    position = end
    return UInt32(digits, radix: 16) ?? 0
  }
}
