/// How many columns the terminal gives to the characters whose width Unicode leaves open.
package enum AmbiguousWidth: String, CaseIterable, Sendable {
  /// The terminal is asked; until it says, what it said last, else one column.
  case automatic = "auto"
  case narrow
  case wide
}
