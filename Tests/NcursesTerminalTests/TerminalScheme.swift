import Glibc
import NcursesTerminal

/// The sixteen colours of a terminal program as people have them, and what it shows without any.
struct TerminalScheme: Sendable, CustomStringConvertible {
  let name: String
  let foreground: Int
  let background: Int
  private let colours: [Int]

  var description: String { name }

  /// How clearly a pair can be read: from 1 to 21, after the web's accessibility guidelines.
  func contrast(of pair: Palette.Pair) -> Double {
    // Bold is what makes the eight colours bright.
    let isBright = pair.isBold && (0...7).contains(pair.foreground)
    let text = colour(pair.foreground + (isBright ? 8 : 0), else: foreground)
    let ground = colour(pair.background, else: background)
    let (one, other) = (Self.luminance(text) + 0.05, Self.luminance(ground) + 0.05)
    return max(one, other) / min(one, other)
  }

  private func colour(_ number: Int, else own: Int) -> Int { number < 0 ? own : colours[number] }

  private static func luminance(_ colour: Int) -> Double {
    let parts = [colour >> 16 & 255, colour >> 8 & 255, colour & 255].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  static let all: [TerminalScheme] =
    [("xterm", xterm), ("Linux", linux), ("Windows", windows), ("Tango", tango)].flatMap {
      (name, colours) in
      [
        TerminalScheme(name: name + " dark", foreground: 0xD0D0D0, background: 0, colours: colours),
        TerminalScheme(
          name: name + " light", foreground: 0x202020, background: 0xFFFFFF, colours: colours),
      ]
    } + [
      TerminalScheme(
        name: "Solarized dark", foreground: 0x839496, background: 0x002B36, colours: solarized),
      TerminalScheme(
        name: "Solarized light", foreground: 0x657B83, background: 0xFDF6E3, colours: solarized),
    ]

  private static let xterm = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  private static let linux = [
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
    0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
  ]
  private static let windows = [
    0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676,
    0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
  ]
  private static let tango = [
    0x2E3436, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF, 0x555753,
    0xEF2929, 0x8AE234, 0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC,
  ]
  private static let solarized = [
    0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36,
    0xCB4B16, 0x586E75, 0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3,
  ]
}
