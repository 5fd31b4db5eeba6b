import Glibc
import NcursesTerminal
import TerminalKit
import Testing

struct PaletteTests {
  private static let depths: [ColourDepth] = [.mono, .eight, .sixteen, .full, .direct]

  @Test func numbersTheSameColoursAlike() {
    var numbers = PairNumbers(last: 2)
    let red = Palette.Pair(foreground: 1, background: -1)
    let blue = Palette.Pair(foreground: 4, background: -1)
    #expect(numbers.number(of: red) == (1, true))
    #expect(numbers.number(of: blue) == (2, true))
    var bold = red
    bold.isBold = true
    #expect(numbers.number(of: bold) == (1, false))
    #expect(numbers.number(of: Palette.Pair(foreground: -1, background: -1)) == (0, false))
    // A third one has no room: it is shown in the terminal's own colours.
    #expect(numbers.number(of: Palette.Pair(foreground: 2, background: -1)) == (0, false))
    #expect(numbers.number(of: blue) == (2, false))
  }

  @Test(arguments: Theme.allCases)
  func findsRoomForAllColoursOnTheConsoleOfLinux(_ theme: Theme) {
    for depth in Self.depths {
      let palette = Palette(depth: depth, theme: theme)
      var numbers = PairNumbers(last: 63)
      var colours: Set<Int> = []
      for ground in Ground.allCases {
        for role in Role.allCases {
          let pair = palette.pair(role, ground)
          let number = numbers.number(of: pair).number
          #expect((number == 0) == (pair.foreground < 0 && pair.background < 0))
          colours.formUnion([pair.foreground, pair.background])
        }
      }
      switch theme == .mono ? .mono : depth {
      case .mono: #expect(colours == [-1])
      case .eight: #expect(colours.allSatisfy { (-1...7).contains($0) })
      case .sixteen: #expect(colours.allSatisfy { (-1...15).contains($0) })
      default: #expect(theme == .default ? colours.max() ?? 0 <= 15 : colours.max() ?? 0 > 15)
      }
    }
  }

  /// The 256 colours as every terminal has them, from 16 on.
  private static func luminance(_ colour: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = colour - 16
    let parts =
      colour >= 232
      ? Array(repeating: 8 + 10 * (colour - 232), count: 3)
      : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// Both themes paint their ground, so that each style is read on any terminal.
  @Test(arguments: [Theme.dark, .light])
  func everyStyleIsReadOnTheThemesOwnGround(_ theme: Theme) {
    let palette = Palette(depth: .full, theme: theme)
    for ground in Ground.allCases where ground != .fill {
      for role in Role.allCases {
        let pair = palette.pair(role, ground)
        let (one, other) = (
          Self.luminance(pair.foreground) + 0.05, Self.luminance(pair.background) + 0.05
        )
        let contrast = max(one, other) / min(one, other)
        let isBody = role == .text && [.plain, .panel, .track].contains(ground)
        #expect(contrast >= (isBody ? 7 : 4.5), "\(role) on \(ground): \(contrast)")
      }
    }
    #expect(palette.pair(.text, .plain).background == (theme == .dark ? 234 : 231))
  }

  /// With few colours the ground is painted as well: the terminal's own may be black or white.
  @Test(arguments: [Theme.dark, .light], [ColourDepth.eight, .sixteen])
  func fewColoursAreReadOnAnyTerminal(_ theme: Theme, _ depth: ColourDepth) {
    let palette = Palette(depth: depth, theme: theme)
    for ground in Ground.allCases {
      for role in Role.allCases {
        let pair = palette.pair(role, ground)
        #expect(pair.background >= 0 && pair.foreground >= 0, "\(role) on \(ground)")
        guard ground != .fill else { continue }
        // Solarized means something else by its bright colours; its people have the theme `default`.
        for scheme in TerminalScheme.all where !scheme.name.hasPrefix("Solarized") {
          let contrast = scheme.contrast(of: pair)
          #expect(contrast >= 2.6, "\(role) on \(ground) in \(scheme): \(contrast)")
        }
      }
    }
  }

  @Test func withoutColoursEveryGroundIsStillToldApart() {
    let palette = Palette(depth: .full, theme: .mono)
    #expect(palette.pair(.text, .selection).isReversed)
    #expect(palette.pair(.text, .band).isReversed)
    #expect(!palette.pair(.text, .plain).isReversed)
    #expect(palette.pair(.bad, .plain).isBold)
  }

  /// The terminal's own colours, whatever they are, on its own background.
  @Test(arguments: TerminalScheme.all)
  func ownColoursCanBeReadOnDarkAndOnLight(_ scheme: TerminalScheme) {
    for depth in [ColourDepth.eight, .sixteen, .full, .direct] {
      let palette = Palette(depth: depth, theme: .default)
      for ground in Ground.allCases {
        for role in Role.allCases {
          let contrast = scheme.contrast(of: palette.pair(role, ground))
          #expect(contrast >= 2.6, "\(role) on \(ground) with \(depth): \(contrast)")
        }
      }
    }
  }

  /// Without a palette its numbers would be read as shades of black and blue.
  @Test(arguments: [
    (-1, -1), (0, 0), (7, 7), (9, 0xFF0000), (16, 0x010000), (17, 0x01005F), (24, 0x005F87),
    (75, 0x5FAFFF), (203, 0xFF5F5F), (231, 0xFFFFFF), (232, 0x080808), (253, 0xDADADA),
  ])
  func coloursHaveTheirRedGreenAndBlueWhereThereIsNoPalette(_ colour: Int, _ code: Int) {
    #expect(ColourDepth.direct.code(of: colour) == code)
    #expect(ColourDepth.full.code(of: colour) == colour)
  }

  @Test(arguments: [
    (1 << 24, ColourDepth.direct), (256, .full), (88, .sixteen), (16, .sixteen), (8, .eight),
    (0, .mono),
  ])
  func theDepthIsTheTerminals(_ colours: Int, _ depth: ColourDepth) {
    #expect(ColourDepth.full.limited(to: colours) == depth)
    #expect(ColourDepth.mono.limited(to: colours) == .mono)
  }

  /// The measure is able to fail: yellow on white.
  @Test func yellowCannotBeReadOnWhite() {
    let light = TerminalScheme.all.filter { $0.background == 0xFFFFFF }
    #expect(!light.isEmpty)
    for scheme in light {
      #expect(scheme.contrast(of: Palette.Pair(foreground: 11, background: -1)) < 2.6)
    }
  }
}
