package import TerminalKit

/// What the terminal was asked at the start, and what is known of it until it answers.
///
/// Nobody waits for an answer, and a terminal need not give any.
package struct Questions {
  /// The milliseconds after the first frame in which answers are kept from the shell.
  private static let patience: Int64 = 1000

  /// What the terminal has answered, now or the last time.
  package private(set) var traits: TerminalTraits
  /// What its background is taken for.
  package private(set) var background: Shade
  /// Whether ambiguous characters are taken to have two columns.
  package private(set) var isWide: Bool
  private let asksBackground: Bool
  private let asksWidth: Bool
  /// Whether the last answer may still come.
  private(set) var isOpen = false
  /// When answers were first listened to.
  private var listened: Int64?

  /// What is known before anything was asked.
  ///
  /// - Parameters:
  ///   - traits: what such a terminal answered the last time.
  ///   - background: what it is taken for if it does not matter; nil where it does.
  ///   - isWide: what is known of ambiguous characters; nil if nothing is.
  ///   - environment: the value of a variable.
  package init(
    _ traits: TerminalTraits, background: Shade?, isWide: Bool?,
    environment: (String) -> String?
  ) {
    self.traits = traits
    self.background =
      background ?? Shade(answer: traits.background, variable: environment("COLORFGBG"))
    self.isWide = isWide ?? traits.isWide ?? false
    asksBackground = background == nil && Self.tellsBackground(environment)
    asksWidth = isWide == nil
  }

  /// Whether there is no harm in the question: the console of Linux has no answer, and GNU Screen
  /// asks its own terminal again whenever that comes back, whichever window has the keys then.
  private static func tellsBackground(_ environment: (String) -> String?) -> Bool {
    func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
    let name = environment("TERM") ?? ""
    let isInScreen = isSet("STY") || name.hasPrefix("screen") && !isSet("TMUX")
    return !name.hasPrefix("linux") && !isInScreen
  }

  /// Asks, if there is something to ask.
  ///
  /// - Parameter write: writes the questions; whether it could.
  package mutating func ask(_ write: (_ background: Bool, _ width: Bool) -> Bool) {
    isOpen = (asksBackground || asksWidth) && write(asksBackground, asksWidth)
  }

  /// Begins to listen: the first frame is there.
  package mutating func listen(at now: Int64) { listened = listened ?? now }

  /// How many milliseconds an answer that has not come is waited for; nil if none is.
  package func left(at now: Int64) -> Int64? {
    let left = (listened ?? now) + Self.patience - now
    return isOpen && left > 0 ? left : nil
  }

  /// Takes an answer in; whether it is another one than was expected.
  package mutating func take(_ answer: TerminalAnswer) -> Bool {
    switch answer {
    case .background(let shade):
      guard asksBackground else { return false }
      defer { background = shade }
      traits.background = shade
      return shade != background
    case .columns(let columns):
      isOpen = false
      guard asksWidth, (1...2).contains(columns) else { return false }
      defer { isWide = columns == 2 }
      traits.isWide = columns == 2
      return (columns == 2) != isWide
    }
  }
}
