package import TerminalKit

/// The colours of every role on every ground.
///
/// Grounds with a colour always come with a colour for the text: the terminal's own might be
/// unreadable on them.
package struct Palette {
  /// Colour numbers of the terminal, -1 for its own.
  package struct Pair: Equatable {
    package var foreground: Int
    package var background: Int
    package var isBold = false
    package var isReversed = false
    package var isDim = false
    package var isUnderlined = false

    package init(
      foreground: Int, background: Int, isBold: Bool = false, isReversed: Bool = false,
      isDim: Bool = false, isUnderlined: Bool = false
    ) {
      self.foreground = foreground
      self.background = background
      self.isBold = isBold
      self.isReversed = isReversed
      self.isDim = isDim
      self.isUnderlined = isUnderlined
    }
  }

  private let depth: ColourDepth
  private let theme: Theme

  package init(depth: ColourDepth, theme: Theme) {
    self.depth = depth
    self.theme = theme
  }

  /// The number of a look: from 1, one for each role on each ground.
  static func number(_ role: Role, _ ground: Ground) -> Int {
    ground.index * Role.allCases.count + role.index + 1
  }

  /// The colours of a role on a ground.
  package func pair(_ role: Role, _ ground: Ground) -> Pair {
    switch (depth, theme) {
    case (.mono, _), (_, .mono): Self.mono(role, ground)
    // Its own bright colours have no numbers of their own where it has no palette.
    case (_, .default):
      OwnColours.pair(role, ground, hasBright: depth != .eight && depth != .direct)
    case (.eight, _), (.sixteen, _): sixteen(role, ground)
    case (.full, _), (.direct, _), (.automatic, _): full(role, ground)
    }
  }

  // MARK: - 256 colours

  private func full(_ role: Role, _ ground: Ground) -> Pair {
    let colours = theme == .light ? Self.light : Self.dark
    guard ground != .fill else {
      let colour = colours.fills[role.index]
      return Pair(foreground: colour, background: colour)
    }
    return Pair(
      foreground: colours.texts[ground.index][role.index],
      background: colours.grounds[ground.index])
  }

  /// One theme: rows are grounds, columns are roles, both in the order of their cases.
  private struct Colours {
    /// Backgrounds of plain, band, chip, selection, panel, track; fill has its own.
    let grounds: [Int]
    /// text, muted, accent, good, caution, bad on each of them.
    let texts: [[Int]]
    /// What figures and bars are made of, sign and ground alike, so that they look solid.
    let fills: [Int]
  }

  // The contrast of every text is at least 4.5, of body text at least 7, on the theme's own ground, which
  // is painted: a dark theme on a white terminal could not be read. What is whole is cyan and not
  // green, which some cannot tell from red.

  private static let dark = Colours(
    grounds: [234, 24, 117, 25, 236, 237],
    texts: [
      [253, 246, 75, 80, 215, 203],  // plain
      [255, 152, 159, 159, 222, 224],  // band
      [17, 18, 18, 17, 52, 52],  // chip
      [255, 195, 195, 159, 229, 224],  // selection
      [254, 248, 117, 80, 215, 210],  // panel
      [254, 248, 117, 80, 215, 210],  // track
    ],
    fills: [253, 246, 75, 30, 215, 203])

  private static let light = Colours(
    grounds: [231, 24, 25, 25, 254, 253],
    texts: [
      [235, 241, 25, 23, 130, 124],  // plain
      [255, 152, 159, 159, 222, 224],  // band
      [255, 195, 195, 159, 229, 224],  // chip
      [255, 195, 195, 159, 229, 224],  // selection
      [234, 240, 25, 23, 94, 124],  // panel
      [234, 240, 25, 23, 58, 124],  // track
    ],
    fills: [238, 240, 25, 23, 130, 124])

  // MARK: - 16 and 8 colours

  /// Red, green … by their numbers; bright ones only through bold, which eight colours have too.
  ///
  /// The ground is painted here, too: yellow could not be read on white, nor blue on black.
  private func sixteen(_ role: Role, _ ground: Ground) -> Pair {
    let (black, red, yellow, blue, magenta, cyan, white) = (0, 1, 3, 4, 5, 6, 7)
    let isLight = theme == .light
    let (ink, calm, caution) = isLight ? (black, blue, magenta) : (white, cyan, yellow)
    let colours = [ink, ink, calm, calm, caution, red]
    switch ground {
    case .plain:
      let paper = isLight ? (depth == .eight ? white : white + 8) : black
      return Pair(
        foreground: colours[role.index], background: paper, isBold: role == .bad && !isLight,
        isDim: role == .muted)
    case .band:
      return Pair(
        foreground: role == .caution ? yellow : white, background: blue,
        isBold: role != .muted && role != .text)
    case .chip, .selection:
      return Pair(foreground: black, background: cyan)
    case .panel:
      return Pair(foreground: role == .bad ? red : black, background: white)
    case .track:
      return Pair(
        foreground: colours[role.index], background: isLight ? white : black,
        isBold: role == .bad && !isLight)
    case .fill:
      return Pair(foreground: colours[role.index], background: colours[role.index])
    }
  }

  // MARK: - No colours

  private static func mono(_ role: Role, _ ground: Ground) -> Pair {
    var pair = Pair(foreground: -1, background: -1)
    pair.isBold = role == .bad || role == .caution || role == .accent
    pair.isReversed = [.band, .chip, .selection, .fill].contains(ground)
    if ground == .chip {
      pair.isReversed = false
      pair.isUnderlined = true
      pair.isBold = true
    }
    return pair
  }
}

extension Ground {
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Role {
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
