/// So many of so many (占比): two whole numbers that become text only at the edge.
public struct Portion: Hashable, Sendable {
  /// The part, of the same unit as the whole; it may be the greater of the two where it is a change.
  public let part: Int
  /// What it is a part of, at least 1.
  public let whole: Int

  /// A part of a whole; nil where the whole is nothing or the numbers are no possible counts.
  public init?(_ part: Int, of whole: Int) {
    guard (0...Inspection.Figures.most).contains(part),
      (1...Inspection.Figures.most).contains(whole)
    else { return nil }
    self.part = part
    self.whole = whole
  }

  /// The portion in percent, rounded half up, with 0 to 4 decimals: `47%`, `35.3%`.
  public func text(decimals: Int = 0) -> String {
    let digits = min(max(decimals, 0), 4)
    let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
    // Half up in whole numbers: twice the numerator plus the denominator, over twice it.
    let scaled = (2 * part * 100 * scale + whole) / (2 * whole)
    guard digits > 0 else { return "\(scaled)%" }
    return "\(scaled / scale).\(padded(scaled % scale, to: digits))%"
  }
}
