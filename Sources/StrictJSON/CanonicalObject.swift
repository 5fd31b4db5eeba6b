/// An object as it is written where its bytes are its identity: on one line, keys in the order of
/// their bytes, no blanks, nothing escaped that need not be.
package struct CanonicalObject {
  private var fields: [(key: String, write: (inout JSONWriter) -> Void)] = []

  package init() {}

  /// Puts a text; nothing if it is nil.
  package mutating func put(_ key: some RawRepresentable<String>, _ text: String?) {
    guard let text else { return }
    put(key) { $0.text(text) }
  }

  /// Puts a whole number.
  package mutating func put(_ key: some RawRepresentable<String>, _ number: Int) {
    put(key) { $0.number(number) }
  }

  /// Puts true or false.
  package mutating func put(_ key: some RawRepresentable<String>, _ flag: Bool) {
    put(key) { $0.flag(flag) }
  }

  /// Puts a list of texts; nothing if it is nil.
  package mutating func put(_ key: some RawRepresentable<String>, _ texts: [String]?) {
    guard let texts else { return }
    put(key) { $0.list(texts.count) { $0.text(texts[$1]) } }
  }

  /// Puts an object.
  package mutating func put(_ key: some RawRepresentable<String>, _ object: CanonicalObject) {
    put(key) { object.write(into: &$0) }
  }

  /// Puts a list of objects.
  package mutating func put(_ key: some RawRepresentable<String>, _ objects: [CanonicalObject]) {
    put(key) { $0.list(objects.count) { objects[$1].write(into: &$0) } }
  }

  private mutating func put(
    _ key: some RawRepresentable<String>, _ write: @escaping (inout JSONWriter) -> Void
  ) {
    fields.append((key.rawValue, write))
  }

  /// The object as bytes.
  package var bytes: [UInt8] {
    var writer = JSONWriter(.canonical)
    write(into: &writer)
    return writer.bytes
  }

  private func write(into writer: inout JSONWriter) {
    let fields = fields.sorted { keysInOrder($0.key, $1.key) }
    writer.object(fields.count) { writer, place in
      writer.key(fields[place].key)
      fields[place].write(&writer)
    }
  }
}
