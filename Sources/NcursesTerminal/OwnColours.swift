internal import TerminalKit

/// The theme that uses the terminal's own colours on its own background, be it dark or light.
///
/// Of the sixteen colours only bright red, bright blue and bright magenta can be read on both
/// kinds of background in every usual palette; all others stand on a ground of their own.
enum OwnColours {
  private static let (black, red, blue, magenta, cyan, white) = (0, 1, 4, 5, 6, 7)

  static func pair(_ role: Role, _ ground: Ground, hasBright: Bool) -> Palette.Pair {
    /// With eight colours, bold makes them bright.
    func bright(_ colour: Int, on background: Int = -1) -> Palette.Pair {
      Palette.Pair(
        foreground: hasBright ? colour + 8 : colour, background: background, isBold: !hasBright)
    }
    switch ground {
    case .plain, .track:
      switch role {
      case .text: return Palette.Pair(foreground: -1, background: -1)
      case .muted: return Palette.Pair(foreground: -1, background: -1, isDim: true)
      case .accent, .good: return bright(blue)
      case .caution: return bright(magenta)
      case .bad: return bright(red)
      }
    case .band: return bright(white, on: blue)
    case .chip, .selection: return Palette.Pair(foreground: black, background: cyan)
    case .panel:
      return Palette.Pair(foreground: role == .bad ? red : black, background: white)
    case .fill:
      switch role {
      case .text, .muted: return Palette.Pair(foreground: black, background: white)
      case .accent, .good: return bright(white, on: blue)
      case .caution: return bright(white, on: magenta)
      case .bad: return bright(white, on: red)
      }
    }
  }
}
