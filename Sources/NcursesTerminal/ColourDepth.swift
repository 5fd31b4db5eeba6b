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
  /// The same colours, told to the terminal as red, green and blue: it has no palette.
  case direct

  /// The depth to use on a terminal with so many colours.
  package func limited(to colours: Int) -> ColourDepth {
    let most: ColourDepth =
      colours > 256
      ? .direct : colours == 256 ? .full : colours >= 16 ? .sixteen : colours >= 8 ? .eight : .mono
    switch self {
    case .automatic: return variable("NO_COLOR")?.isEmpty == false ? .mono : most
    case .mono: return .mono
    case .eight: return most == .mono ? .mono : .eight
    case .sixteen: return most == .full ? .sixteen : most == .direct ? .eight : most
    case .full, .direct: return most
    }
  }

  /// The number by which a terminal of this depth knows a colour of the palette of 256.
  package func code(of colour: Int) -> Int {
    // The first eight have their numbers everywhere.
    guard self == .direct, colour >= 8 else { return colour }
    let value = Self.redGreenBlue(of: colour)
    // Some keep numbers up to 255 for their palette: there, a trace of red makes it a colour.
    return value > 255 ? value : value | 0x01_0000
  }

  /// The palette as xterm has it: sixteen named colours, a cube of six steps, 24 greys.
  private static func redGreenBlue(of colour: Int) -> Int {
    if colour < 16 {
      return [
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ][colour - 8]
    }
    if colour >= 232 { return (8 + 10 * (colour - 232)) * 0x01_0101 }
    let steps = [0, 95, 135, 175, 215, 255]
    let place = colour - 16
    return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6]
  }
}

/// A variable of the environment.
func variable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
