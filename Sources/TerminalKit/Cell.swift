/// One place of the screen.
package struct Cell: Hashable, Sendable {
  /// A base and its combining marks; empty in the second half of a wide character.
  package internal(set) var glyph: String
  /// 1, 2 for the first half of a wide character, 0 for its second half.
  package internal(set) var width: Int8
  package internal(set) var style: Style

  package static let blank = Cell(glyph: " ", width: 1, style: .text)
}
