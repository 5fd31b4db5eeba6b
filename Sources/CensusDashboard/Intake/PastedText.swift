/// A text that comes as keys, kept in pieces, so that a long one is not copied for each of them.
struct PastedText: Equatable, Sendable {
  private var pieces: [String] = []
  private var last = ""
  /// How many lines have anything in them.
  private(set) var lines = 0
  /// How many bytes of UTF-8 there are.
  private(set) var bytes = 0

  /// The bytes of a piece that is full.
  private static let fullPiece = 1024

  /// All of it.
  var whole: String { pieces.joined() + last }

  private var isAtLineStart: Bool { (last.last ?? pieces.last?.last)?.isNewline ?? true }

  /// Adds what came next.
  mutating func append(_ text: String) {
    var isAtStart = isAtLineStart
    for character in text {
      if isAtStart, !character.isNewline { lines += 1 }
      isAtStart = character.isNewline
    }
    bytes += text.utf8.count
    last += text
    guard last.utf8.count >= Self.fullPiece else { return }
    pieces.append(last)
    last = ""
  }

  /// Takes the last character back.
  mutating func removeLast() {
    if last.isEmpty { last = pieces.popLast() ?? "" }
    guard let gone = last.popLast() else { return }
    bytes -= gone.utf8.count
    if !gone.isNewline, isAtLineStart { lines -= 1 }
  }
}
