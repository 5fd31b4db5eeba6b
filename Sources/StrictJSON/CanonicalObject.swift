/// An object as it is written where its bytes are its identity: on one line, keys in the order of
/// their bytes, no blanks, nothing escaped that need not be.
package struct CanonicalObject {
  private var fields: [(key: String, value: [UInt8])] = []

  package init() {}

  /// Puts a text; nothing if it is nil.
  package mutating func put(_ key: some RawRepresentable<String>, _ text: String?) {
    guard let text else { return }
    put(key) { $0.append(quoted: text) }
  }

  /// Puts a whole number.
  package mutating func put(_ key: some RawRepresentable<String>, _ number: Int) {
    put(key) { $0 += String(number).utf8 }
  }

  /// Puts true or false.
  package mutating func put(_ key: some RawRepresentable<String>, _ flag: Bool) {
    put(key) { $0 += (flag ? "true" : "false").utf8 }
  }

  /// Puts a list of texts; nothing if it is nil.
  package mutating func put(_ key: some RawRepresentable<String>, _ texts: [String]?) {
    guard let texts else { return }
    put(key) { bytes in bytes.append(list: texts) { $0.append(quoted: $1) } }
  }

  /// Puts an object.
  package mutating func put(_ key: some RawRepresentable<String>, _ object: CanonicalObject) {
    put(key) { $0 += object.bytes }
  }

  /// Puts a list of objects.
  package mutating func put(_ key: some RawRepresentable<String>, _ objects: [CanonicalObject]) {
    put(key) { bytes in bytes.append(list: objects) { $0 += $1.bytes } }
  }

  private mutating func put(
    _ key: some RawRepresentable<String>, _ write: (inout [UInt8]) -> Void
  ) {
    var value: [UInt8] = []
    write(&value)
    fields.append((key.rawValue, value))
  }

  /// The object as bytes.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (place, field) in sorted.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(quoted: field.key)
      bytes.append(UInt8(ascii: ":"))
      bytes += field.value
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append<Item>(
    list items: [Item], _ write: (inout [UInt8], Item) -> Void
  ) {
    append(UInt8(ascii: "["))
    for (place, item) in items.enumerated() {
      if place > 0 { append(UInt8(ascii: ",")) }
      write(&self, item)
    }
    append(UInt8(ascii: "]"))
  }
}
