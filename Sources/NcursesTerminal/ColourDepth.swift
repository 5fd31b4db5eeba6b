/// How many colours are used.
package enum ColourDepth: Equatable, Sendable {
  /// As many as the terminal has; none if the variable `NO_COLOR` is set.
  case automatic
  /// Bold, underline and reverse only.
  case mono
  /// The eight or sixteen named colours.
  case sixteen
  /// The palette of 256.
  case full
}
