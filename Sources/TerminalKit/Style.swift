/// What a piece of text means to its reader; the terminal decides on the colour.
package enum Role: String, CaseIterable, Sendable {
  case text
  case muted
  case accent
  case good
  case caution
  case bad
}

/// What a piece of text stands on.
package enum Ground: String, CaseIterable, Sendable {
  /// The terminal's own background.
  case plain
  /// The bars at the head and the foot of the screen.
  case band
  /// The label of the view that is open.
  case chip
  /// The row under the cursor.
  case selection
  /// A dialog.
  case panel
  /// The part of a bar that is still empty.
  case track
  /// The role's own colour, with text that contrasts with it.
  case fill
}

/// What is added to the colour.
package struct Emphasis: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = Emphasis(rawValue: 1)
  package static let underline = Emphasis(rawValue: 2)
  /// No longer holding; curses knows no line through text, so the terminal dims it.
  package static let struck = Emphasis(rawValue: 4)
}

/// How a cell looks, in words of meaning.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var ground: Ground
  package var emphasis: Emphasis

  package init(_ role: Role = .text, on ground: Ground = .plain, emphasis: Emphasis = []) {
    self.role = role
    self.ground = ground
    self.emphasis = emphasis
  }

  package static let text = Style(.text)
  package static let muted = Style(.muted)
  package static let accent = Style(.accent)
  package static let good = Style(.good)
  package static let caution = Style(.caution)
  package static let bad = Style(.bad)

  package var bold: Style { adding(.bold) }
  package var underlined: Style { adding(.underline) }
  package var struck: Style { adding(.struck) }

  package func on(_ ground: Ground) -> Style {
    Style(role, on: ground, emphasis: emphasis)
  }

  package func adding(_ more: Emphasis) -> Style {
    Style(role, on: ground, emphasis: emphasis.union(more))
  }
}

extension Style: CustomStringConvertible {
  /// The form of golden frames: `bad/selection/bold+underline`.
  package var description: String {
    let names: [(Emphasis, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.struck, "struck"),
    ]
    let marks = names.filter { emphasis.contains($0.0) }.map(\.1).joined(separator: "+")
    return "\(role.rawValue)/\(ground.rawValue)" + (marks.isEmpty ? "" : "/" + marks)
  }
}
