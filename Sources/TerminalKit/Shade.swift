/// Whether the background of a terminal is dark or light.
package enum Shade: String, CaseIterable, Sendable {
  case dark
  case light
}

extension Shade {
  /// What the background is taken for: what the terminal answered, else what the environment says,
  /// else dark.
  ///
  /// - Parameters:
  ///   - answer: of the terminal, now or the last time.
  ///   - variable: the value of `COLORFGBG`, nil if it is not set.
  package init(answer: Shade?, variable: String?) {
    self = answer ?? variable.flatMap(Shade.init(variable:)) ?? .dark
  }

  /// Reads `COLORFGBG`: the numbers of the foreground and, last, of the background among the sixteen
  /// named colours, as in `15;0` and `0;default;15`.
  package init?(variable: String) {
    guard let last = variable.split(separator: ";", omittingEmptySubsequences: false).last,
      let number = Int(last), (0...15).contains(number)
    else { return nil }
    self = number == 7 || number > 8 ? .light : .dark
  }

  /// Reads a colour as terminals answer it: `rgb:` and three hexadecimal numbers of one to four
  /// digits, or `rgba:` and four.
  package init?(colour: some StringProtocol) {
    let halves = colour.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let count = ["rgb": 3, "rgba": 4][String(halves[0])] else {
      return nil
    }
    let parts = halves[1].split(separator: "/", omittingEmptySubsequences: false).map {
      Self.part(String($0))
    }
    guard parts.count == count, case .some(let red) = parts[0], case .some(let green) = parts[1],
      case .some(let blue) = parts[2], !parts.contains(nil)
    else { return nil }
    // How bright the eye finds the three, as television has it.
    self = 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? .light : .dark
  }

  /// A number of as many digits as it has, from 0 to 1.
  private static func part(_ digits: String) -> Double? {
    guard (1...4).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit),
      let number = Int(digits, radix: 16)
    else { return nil }
    return Double(number) / Double((1 << (4 * digits.utf8.count)) - 1)
  }
}

/// What a terminal answers about itself, once it was asked.
package enum TerminalAnswer: Equatable, Sendable {
  /// Its own background is dark or light.
  case background(Shade)
  /// The cursor is so many columns from the left edge of the second row, where an ambiguous
  /// character was written.
  case columns(Int)
}

/// What is known of a kind of terminal by its answers; nil where it gave none.
package struct TerminalTraits: Equatable, Sendable {
  package var background: Shade?
  /// Whether it gives ambiguous characters two columns.
  package var isWide: Bool?

  package init(background: Shade? = nil, isWide: Bool? = nil) {
    self.background = background
    self.isWide = isWide
  }
}
