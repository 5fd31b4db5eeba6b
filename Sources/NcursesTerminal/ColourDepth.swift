internal import Glibc

/// How many colours are used.
package enum ColourDepth: Equatable, Sendable {
  /// As many as the terminal has; none if the variable `NO_COLOR` is set.
  case automatic
  /// Bold, underline and reverse only.
  case mono
  /// The eight named colours; bold makes them bright.
  case eight
  /// The sixteen named colours.
  case sixteen
  /// The palette of 256.
  case full

  /// The depth to use on a terminal with so many colours.
  func limited(to colours: Int) -> ColourDepth {
    let most: ColourDepth =
      colours >= 256 ? .full : colours >= 16 ? .sixteen : colours >= 8 ? .eight : .mono
    switch self {
    case .automatic: return variable("NO_COLOR")?.isEmpty == false ? .mono : most
    case .mono: return .mono
    case .eight: return most == .mono ? .mono : .eight
    case .sixteen: return most == .full ? .sixteen : most
    case .full: return most
    }
  }
}

/// A variable of the environment.
func variable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
