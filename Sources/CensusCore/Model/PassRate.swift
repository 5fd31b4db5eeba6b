/// A pass rate (合格率): two whole numbers that become text only at the edge.
public struct PassRate: Hashable, Sendable {
  /// Passing sites.
  public let passed: Int
  /// Running sites, at least 1.
  public let total: Int

  /// A rate of so many passing sites among all; nil where there is no site or the parts are absurd.
  public init?(passed: Int, of total: Int) {
    guard (1...Inspection.Figures.most).contains(total), (0...total).contains(passed) else {
      return nil
    }
    self.passed = passed
    self.total = total
  }

  /// The rate of an inspection that found so many failing among the running sites.
  public init?(failing: Int, of running: Int) {
    guard (0...Inspection.Figures.most).contains(failing), running >= failing else { return nil }
    self.init(passed: running - failing, of: running)
  }

  /// The rate as notices print it, rounded half up, with 0 to 4 decimals: `71%`, `98.3%`.
  public func text(decimals: Int = 0) -> String {
    Portion(passed, of: total)?.text(decimals: decimals) ?? ""
  }

  /// The rate in the rounding of a printed figure: as many decimals as that has.
  public func text(like printed: String?) -> String {
    if let printed, let share = PassRate.share(printed) { return text(decimals: share.decimals) }
    guard let printed, let point = printed.firstIndex(where: { $0 == "." || $0 == "．" }) else {
      return text()
    }
    let digits = printed[printed.index(after: point)...].prefix(while: \.isNumber).count
    return text(decimals: digits)
  }
}

extension PassRate {
  /// A share of 1 as a percentage: `95%` of `0.95`, as a sheet keeps it in a cell of no format; nil where
  /// a rate is printed as anything else.
  static func percent(ofShare printed: String) -> String? {
    guard let (value, decimals) = share(printed) else { return nil }
    let whole = (0..<(2 + decimals)).reduce(1) { product, _ in product * 10 }
    return Portion(value, of: whole)?.text(decimals: decimals)
  }

  /// The digits of a share behind its point, rounded half up, and how many of them are decimals of its
  /// percentage, 0 to 4.
  private static func share(_ printed: String) -> (value: Int, decimals: Int)? {
    let parts = searchKey(printed).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "0" || parts[0] == "1",
      (1...40).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let digits = parts[1].utf8.map { Int($0) - 0x30 }
    let decimals = min(4, max(0, digits.count - 2))
    var value = parts[0] == "1" ? 1 : 0
    for place in 0..<(2 + decimals) {
      value = value * 10 + (place < digits.count ? digits[place] : 0)
    }
    if digits.count > 2 + decimals, digits[2 + decimals] >= 5 { value += 1 }
    return (value, decimals)
  }
}

extension PassRate {
  /// Whether this rate is the lower one, compared exactly.
  public func isLower(than other: PassRate) -> Bool {
    passed * other.total < other.passed * total
  }
}
