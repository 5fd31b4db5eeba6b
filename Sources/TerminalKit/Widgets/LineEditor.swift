/// A line of text that is being typed, with its caret.
package struct LineEditor: Equatable, Sendable {
  package private(set) var text: String
  /// How many characters stand before the caret.
  package private(set) var caret: Int

  /// Starts with the caret behind the text.
  package init(_ text: String = "") {
    self.text = text
    caret = text.count
  }

  /// The text before the caret.
  package var head: String { String(text.prefix(caret)) }
  /// The text from the caret on.
  package var tail: String { String(text.dropFirst(caret)) }

  /// Does what a key means while one types.
  ///
  /// - Returns: False if the key means nothing here, as Enter, Escape and Tab do.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): caret = max(0, caret - 1)
    case .right, .control("f"): caret = min(text.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("w"): deleteWord()
    case .control("u"): set("")
    case .control("k"): set(head)
    default: return false
    }
    return true
  }

  package mutating func set(_ text: String) {
    self.text = text
    caret = text.count
  }

  package mutating func insert(_ addition: String) {
    let (before, after) = (head + addition, tail)
    text = before + after
    // A combining mark joins what stood before, so the characters are counted anew.
    caret = min(before.count, text.count)
  }

  package mutating func deleteBackward() {
    guard caret > 0 else { return }
    replace(head: head.dropLast())
  }

  package mutating func deleteForward() {
    let rest = tail.dropFirst()
    text = head + rest
    caret = min(caret, text.count)
  }

  /// Deletes blanks before the caret and the word before them.
  package mutating func deleteWord() {
    var before = Substring(head)
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
    replace(head: before)
  }

  private mutating func replace(head: Substring) {
    text = head + tail
    caret = min(head.count, text.count)
  }
}
