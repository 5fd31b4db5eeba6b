/// Which colours are used.
package enum Theme: String, CaseIterable, Sendable {
  /// Dark or light, as the terminal's own background is.
  case auto
  /// Dark, on a ground of its own.
  case dark
  /// Light, on a ground of its own.
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
  /// What the terminal's own background is taken for; nobody changes it but the terminal.
  package var background: Shade

  package init(theme: Theme = .dark, capturesMouse: Bool = false, background: Shade = .dark) {
    self.theme = theme
    self.capturesMouse = capturesMouse
    self.background = background
  }

  /// The theme that is seen: never `auto`.
  package var shownTheme: Theme {
    guard theme == .auto else { return theme }
    return background == .light ? .light : .dark
  }
}
