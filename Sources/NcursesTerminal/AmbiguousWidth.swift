/// How many columns the terminal gives to the characters whose width Unicode leaves open.
package enum AmbiguousWidth: String, CaseIterable, Sendable {
  /// The terminal is asked; one column if it does not say.
  case automatic = "auto"
  case narrow
  case wide
}
