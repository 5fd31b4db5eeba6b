internal import ArgumentParser

/// The form of an answer.
package enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
  case table
  case json
  case csv
  case markdown
  case html
}

/// When escape sequences for colours are used.
package enum ColourChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case auto
  case always
  case never

  /// Whether colours are used.
  package func isOn(in world: World) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      world.output == .terminal && world.variable("NO_COLOR") == nil
        && world.environment["TERM"] != "dumb"
    }
  }
}
