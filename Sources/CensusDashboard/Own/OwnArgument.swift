/// An argument of a program of the person's own: text, and fields of a row in braces: `{unit}：{name}`.
///
/// Doubled braces stand for themselves.
package struct OwnArgument: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case text(String)
    case field(String)
  }

  /// As it was written.
  package let written: String
  private let parts: [Part]

  /// Reads one; nil where a brace is not closed, closes nothing, or holds no name.
  package init?(_ written: String) {
    self.written = written
    var parts: [Part] = []
    var text = ""
    var rest = Substring(written)
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        text.append(character)
        rest.removeFirst()
      case "{":
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let name = rest[..<end]
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
          return nil
        }
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        parts.append(.field(String(name)))
        rest = rest[rest.index(after: end)...]
      case "}": return nil
      default: text.append(character)
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    self.parts = parts
  }

  /// The fields of a row that it names.
  package var fields: [String] {
    parts.compactMap { if case .field(let name) = $0 { name } else { nil } }
  }

  /// The argument for a row.
  ///
  /// - Parameter value: the text of a field.
  /// - Returns: one argument, whatever stands in it.
  package func filled(_ value: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let name): value(name)
      }
    }.joined()
  }
}
