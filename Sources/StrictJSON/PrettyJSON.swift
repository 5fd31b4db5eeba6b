/// A value as it is written into a file that people read and edit: fields in the order given.
package indirect enum PrettyJSON {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  /// On one line.
  case list([PrettyJSON])
  /// One item a line.
  case rows([PrettyJSON])
  /// One field a line.
  case object([(String, PrettyJSON)])
  /// On one line.
  case row([(String, PrettyJSON)])

  /// The whole file, with a newline at its end.
  package var file: [UInt8] { Array((written(at: 0) + "\n").utf8) }

  private func written(at depth: Int) -> String {
    switch self {
    case .text(let text): return quoted(text)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .null: return "null"
    case .list(let items):
      return "[" + items.map { $0.written(at: depth) }.joined(separator: ", ") + "]"
    case .rows(let items):
      guard !items.isEmpty else { return "[]" }
      let inner = String(repeating: "  ", count: depth + 1)
      let lines = items.map { inner + $0.written(at: depth + 1) }
      let outer = String(repeating: "  ", count: depth)
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .row(let fields):
      let texts = fields.map { "\(quoted($0)): \($1.written(at: depth))" }
      return texts.isEmpty ? "{}" : "{ " + texts.joined(separator: ", ") + " }"
    case .object(let fields):
      guard !fields.isEmpty else { return "{}" }
      let inner = String(repeating: "  ", count: depth + 1)
      let lines = fields.map { "\(inner)\(quoted($0)): \($1.written(at: depth + 1))" }
      let outer = String(repeating: "  ", count: depth)
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }
}

private func quoted(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.append(quoted: text)
  return String(decoding: bytes, as: UTF8.self)
}
