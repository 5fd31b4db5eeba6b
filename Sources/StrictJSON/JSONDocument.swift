/// A text that is JSON as RFC 8259 has it, ready to be read without building its values.
///
/// Refused is what other readers let pass: broken UTF-8, lone surrogates, raw control bytes, a byte
/// order mark, trailing commas, leading zeros, numbers beyond measure, keys that come twice; and what
/// passes a limit. The first fault is named with its place.
///
/// One walk over the bytes leaves a flat tape of 16 bytes a value; texts become strings and digits
/// numbers when somebody asks for them.
package final class JSONDocument: Sendable {
  let bytes: [UInt8]
  let tape: [Entry]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: a whole file.
  ///   - limits: how much is accepted.
  ///   - allowsComments: whether comments, `//` and `/* */`, count as blanks, in a file that people
  ///     write.
  /// - Throws: the first fault, at its place in the file.
  package init(
    _ bytes: [UInt8], limits: JSONLimits = .store, allowsComments: Bool = false
  ) throws(JSONFault) {
    guard bytes.count <= limits.file else {
      throw JSONFault(.fileSize(limit: limits.file), at: limits.file, in: bytes)
    }
    let bytes = allowsComments ? withoutComments(bytes) : bytes
    self.bytes = bytes
    do {
      tape = try bytes.withUnsafeBufferPointer { (buffer) throws(Scanner.Stop) -> [Entry] in
        var scanner = Scanner(buffer, limits)
        try scanner.document()
        return scanner.tape
      }
    } catch {
      throw JSONFault(error.expectation, at: error.offset, in: bytes)
    }
  }

  /// The outermost value.
  package var root: JSONValue { JSONValue(self, 0) }
}
