package import CensusCore
package import CensusLists
package import TerminalKit

/// What the screen is drawn with, and which keys it understands.
struct ScreenLooks: Sendable {
  var language: Language
  var alphabet: Alphabet
  var nameOrder = NameOrder.official
  var keys: KeyMap
  var appearance: Appearance
  var size: Size

  /// Whether lists have the same words in the same order, and the same fields.
  func makesSameLists(as other: ScreenLooks) -> Bool {
    (language, alphabet, nameOrder) == (other.language, other.alphabet, other.nameOrder)
      && ReceiptDesk.prefersLanes(size) == ReceiptDesk.prefersLanes(other.size)
  }
}

extension State {
  /// The language shown.
  package var language: Language {
    get { looks.language }
    set { looks.language = newValue }
  }

  /// The signs drawn with.
  package var alphabet: Alphabet {
    get { looks.alphabet }
    set { looks.alphabet = newValue }
  }

  /// How names sort.
  package var nameOrder: NameOrder {
    get { looks.nameOrder }
    set { looks.nameOrder = newValue }
  }

  /// Which keys mean what.
  package var keys: KeyMap {
    get { looks.keys }
    set { looks.keys = newValue }
  }

  /// Colours, and whose the mouse is.
  package var appearance: Appearance {
    get { looks.appearance }
    set { looks.appearance = newValue }
  }

  /// The size of the screen.
  package var size: Size {
    get { looks.size }
    set { looks.size = newValue }
  }
}
