/// One key press, as the terminal tells it.
package enum Key: Hashable, Sendable {
  /// A typed character, the space among them.
  case character(Character)
  case enter
  case escape
  case tab
  /// Shift and Tab.
  case backTab
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case shiftUp
  case shiftDown
  case shiftPageUp
  case shiftPageDown
  case controlUp
  case controlDown
  case insert
  case delete
  case backspace
  /// F1 is 1; Shift and F1 arrive as 13.
  case function(Int)
  /// Control and a lower-case letter.
  case control(Character)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A typed character.
  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}

extension Key {
  /// What stands for bytes that are no character; nobody means to type it.
  package static let undecodable: Character = "\u{FFFD}"
}

/// What a terminal reports.
package enum Event: Equatable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// A text that was pasted, as it came.
  case paste(String)
  /// More was pasted than is taken, the limit in bytes; none of it is kept.
  case pasteTooLong(limit: Int)
  case resized(Size)
  /// The terminal answered what it was asked about itself, otherwise than was taken for granted.
  case answer(TerminalAnswer)
  /// Nothing happened within the time given.
  case tick
  /// Someone asked the program to end: save what is to be kept and leave at once.
  case interrupted
}

extension Key {
  /// The key as it is meant while an input method for Chinese is on.
  ///
  /// Full-width letters, digits and signs become the keys that type them; all other keys stay.
  /// Not for text that is being typed.
  package var normalised: Key {
    guard case .character(let character) = self else { return self }
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return self }
    if (0xFF01...0xFF5E).contains(scalar.value),
      let plain = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return .character(Character(plain))
    }
    return .character(Self.plainSigns[character] ?? character)
  }

  private static let plainSigns: [Character: Character] = [
    "　": " ", "【": "[", "】": "]", "、": "/", "《": "<", "》": ">", "。": ".", "￥": "$", "…": "^",
    "「": "[", "」": "]", "·": "`",
  ]
}
