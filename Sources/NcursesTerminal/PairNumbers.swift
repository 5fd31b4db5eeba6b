/// Numbers for pairs of colours: the same for the same colours, and none above the terminal's last.
package struct PairNumbers {
  private struct Colours: Hashable {
    let foreground: Int
    let background: Int
  }

  private let last: Int
  private var numbers: [Colours: Int] = [:]

  package init(last: Int) {
    self.last = last
  }

  /// The number of a pair, and whether it is to be defined.
  ///
  /// It is 0, the terminal's own colours, for those, and once no more pairs are left.
  package mutating func number(of pair: Palette.Pair) -> (number: Int, isNew: Bool) {
    guard pair.foreground >= 0 || pair.background >= 0 else { return (0, false) }
    let colours = Colours(foreground: pair.foreground, background: pair.background)
    if let number = numbers[colours] { return (number, false) }
    guard numbers.count < last else { return (0, false) }
    let number = numbers.count + 1
    numbers[colours] = number
    return (number, true)
  }
}
