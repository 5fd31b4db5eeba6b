package import CensusCore

/// How a piece of text is meant; what it says is in its words.
///
/// The command line makes colours of it, and so does the screen.
package enum Tone: Hashable, Sendable {
  /// Nothing special.
  case text
  /// A heading, a total.
  case heading
  /// Of less weight: what nobody has to look at.
  case quiet
  /// Something under way.
  case accent
  case good
  case caution
  case bad
}

/// What a person reads in a cell: pieces of text, each with its tone.
package struct Words: Equatable, Sendable {
  /// A piece of text in one tone.
  package struct Piece: Equatable, Sendable {
    package let text: String
    package let tone: Tone
    /// Whether it stands out within its tone.
    package let isStrong: Bool
    /// Whether it no longer counts.
    package let isStruck: Bool
  }

  /// The pieces, in order.
  package private(set) var pieces: [Piece]

  /// One piece; none where there is no text.
  package init(_ text: String, _ tone: Tone = .text, strong: Bool = false, struck: Bool = false) {
    pieces =
      text.isEmpty ? [] : [Piece(text: text, tone: tone, isStrong: strong, isStruck: struck)]
  }

  /// Nothing to say.
  package static let none = Words("")

  /// What stands where nothing is known.
  static func dash(_ manner: Manner) -> Words {
    manner.isBrief ? Words("-", .quiet) : Words("–")
  }

  /// The text alone.
  package var text: String { pieces.map(\.text).joined() }

  /// Whether there is nothing to read.
  package var isEmpty: Bool { pieces.isEmpty }

  package static func + (left: Words, right: Words) -> Words {
    var words = left
    words.pieces += right.pieces
    return words
  }
}

/// How words are wanted: in which language, with which signs, and how much room they have.
package struct Manner: Equatable, Sendable {
  package let language: Language
  /// Whether a screen asks, whose cells are narrow: a day goes without its year, a name is short.
  package let isBrief: Bool
  /// What stands for done.
  package let check: String
  /// What stands for failed.
  package let cross: String

  /// Words for a table, a file, a page.
  package static func full(_ language: Language) -> Manner {
    Manner(language: language, isBrief: false, check: "✓", cross: "✗")
  }

  /// Words for a screen.
  package static func brief(_ language: Language, check: String, cross: String) -> Manner {
    Manner(language: language, isBrief: true, check: check, cross: cross)
  }

  /// The tone of what a screen has for orientation alone.
  package var quiet: Tone { isBrief ? .quiet : .text }

  /// A phrase in the language wanted.
  package func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }

  /// A day with as much of it as there is room for.
  package func callAsFunction(_ day: Day) -> String {
    isBrief ? day.monthAndDay : day.description
  }
}
