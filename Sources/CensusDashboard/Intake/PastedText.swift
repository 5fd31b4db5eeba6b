/// A text that comes as keys, kept in pieces, so that a long one is not copied for each of them.
struct PastedText: Equatable, Sendable {
  private var pieces: [String] = []
  private var last = ""
  private var lineEnds = 0
  /// How many bytes of UTF-8 there are.
  private(set) var bytes = 0

  /// The bytes of a piece that is full.
  private static let fullPiece = 1024

  /// How many lines there are.
  var lines: Int {
    let end = last.last ?? pieces.last?.last
    return lineEnds + (end.map(\.isNewline) == false ? 1 : 0)
  }

  /// All of it.
  var whole: String { pieces.joined() + last }

  /// Adds what came next.
  mutating func append(_ text: String) {
    count(text, by: 1)
    last += text
    guard last.utf8.count >= Self.fullPiece else { return }
    pieces.append(last)
    last = ""
  }

  /// Takes the last character back.
  mutating func removeLast() {
    if last.isEmpty { last = pieces.popLast() ?? "" }
    if let gone = last.popLast() { count(String(gone), by: -1) }
  }

  private mutating func count(_ text: String, by sign: Int) {
    bytes += sign * text.utf8.count
    lineEnds += sign * text.count(where: \.isNewline)
  }
}
