/// JSON as it is being written, straight into bytes.
///
/// Values follow each other as they stand in the text; whoever writes an object gives each field's
/// key and then its value. What is empty is closed at once, in every form.
package struct JSONWriter {
  /// What the text is for, which says how it looks.
  package enum Form {
    /// Bytes that are an identity: on one line, no blanks.
    case canonical
    /// A file that people read and edit.
    case file
    /// An answer: each value on a line of its own, and whatever a reader cannot see is escaped, so
    /// that the text is safe to show.
    case answer
  }

  /// How the items of one list or object stand in a file.
  package enum Layout {
    /// Beside each other.
    case line
    /// Below each other, two blanks deeper.
    case lines
  }

  /// What was written.
  package private(set) var bytes: [UInt8] = []

  private let form: Form
  private var depth = 0

  package init(_ form: Form) {
    self.form = form
  }

  // MARK: - Values

  package mutating func text(_ text: String) {
    bytes.append(quoted: text, escapesHidden: form == .answer)
  }

  package mutating func number(_ number: Int) {
    bytes += String(number).utf8
  }

  package mutating func flag(_ flag: Bool) {
    append(flag ? "true" : "false")
  }

  package mutating func null() {
    append("null")
  }

  /// Writes a list of so many items; `write` is given their places, one after the other.
  package mutating func list(
    _ count: Int, _ layout: Layout = .lines, _ write: (inout JSONWriter, Int) -> Void
  ) {
    append("[")
    let isOpen = put(count, layout, blank: "", write)
    if isOpen { newLine() }
    append("]")
  }

  /// Writes an object of so many fields; `write` is given their places, and writes `key` and value.
  package mutating func object(
    _ count: Int, _ layout: Layout = .lines, _ write: (inout JSONWriter, Int) -> Void
  ) {
    append("{")
    let isOpen = put(count, layout, blank: " ", write)
    if isOpen { newLine() }
    append("}")
  }

  /// Writes the key of a field; its value must be next.
  package mutating func key(_ name: String) {
    text(name)
    switch form {
    case .canonical: append(":")
    case .file: append(": ")
    case .answer: append(" : ")
    }
  }

  // MARK: - Between values

  /// Ends a file or an answer with a line end.
  package mutating func endLine() {
    append("\n")
  }

  /// Writes items with what parts them; whether the closing bracket belongs on a new line.
  private mutating func put(
    _ count: Int, _ layout: Layout, blank: StaticString, _ write: (inout JSONWriter, Int) -> Void
  ) -> Bool {
    guard count > 0 else { return false }
    let isTight = form == .canonical
    let isOpen = !isTight && (form == .answer || layout == .lines)
    if isOpen { depth += 1 }
    for place in 0..<count {
      if place > 0 { append(isTight || isOpen ? "," : ", ") }
      if isOpen { newLine() } else if place == 0, !isTight { append(blank) }
      write(&self, place)
    }
    if isOpen { depth -= 1 } else if !isTight { append(blank) }
    return isOpen
  }

  private mutating func newLine() {
    append("\n")
    for _ in 0..<depth { append("  ") }
  }

  private mutating func append(_ text: StaticString) {
    bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

/// Whether a key stands before another where keys are in the order of their bytes.
package func keysInOrder(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
