/// Which colours are used.
package enum Theme: String, CaseIterable, Sendable {
  /// For a dark background.
  case dark
  /// For a light background.
  case light
  /// The terminal's own sixteen colours on its own background.
  case `default`
  /// No colours: bold, underline and reverse only.
  case mono
}

/// What a person may change of the terminal while the program runs.
package struct Appearance: Equatable, Sendable {
  package var theme: Theme
  /// Whether the mouse is the program's; else the terminal selects text with it.
  package var capturesMouse: Bool

  package init(theme: Theme = .dark, capturesMouse: Bool = false) {
    self.theme = theme
    self.capturesMouse = capturesMouse
  }
}
