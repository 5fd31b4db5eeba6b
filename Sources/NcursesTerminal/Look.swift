internal import CNcurses
internal import TerminalKit

/// A role on a ground as curses takes it.
struct Look {
  let pair: Int32
  private let base: Int32
  /// Many terminals make bold black bright, which is a grey that nobody reads on cyan.
  private let canBeBold: Bool

  /// All looks by their number; defines the pairs on the way.
  ///
  /// Roles that look alike share a pair: the console of Linux has 64. Number 0 stands for nothing
  /// and is not used.
  static func all(of palette: Palette, depth: ColourDepth) -> [Look] {
    var looks = [Look(pair: 0, base: 0, canBeBold: true)]
    var pairs = PairNumbers(last: Int(cn_last_pair()))
    for ground in Ground.allCases {
      for role in Role.allCases {
        let colours = palette.pair(role, ground)
        let (number, isNew) = pairs.number(of: colours)
        if isNew {
          cn_define_pair(
            Int32(number), Int32(depth.code(of: colours.foreground)),
            Int32(depth.code(of: colours.background)))
        }
        looks.append(
          Look(
            pair: Int32(number), base: attributes(of: colours),
            canBeBold: colours.foreground != 0))
      }
    }
    return looks
  }

  func attributes(with emphasis: Emphasis, isSolid: Bool) -> Int32 {
    // On a ground that is reversed already, exchanging once more is right.
    if isSolid { return (base ^ Int32(CN_REVERSE)) & ~Int32(CN_BOLD | CN_UNDERLINE) }
    var result = base
    if emphasis.contains(.bold), canBeBold { result |= Int32(CN_BOLD) }
    if emphasis.contains(.underline) { result |= Int32(CN_UNDERLINE) }
    if emphasis.contains(.struck) { result |= Int32(CN_DIM) }
    return result
  }

  private static func attributes(of colours: Palette.Pair) -> Int32 {
    var result: Int32 = 0
    if colours.isBold { result |= Int32(CN_BOLD) }
    if colours.isReversed { result |= Int32(CN_REVERSE) }
    if colours.isDim { result |= Int32(CN_DIM) }
    if colours.isUnderlined { result |= Int32(CN_UNDERLINE) }
    return result
  }
}
