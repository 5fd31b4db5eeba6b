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
    guard let printed, let point = printed.firstIndex(where: { $0 == "." || $0 == "．" }) else {
      return text()
    }
    let digits = printed[printed.index(after: point)...].prefix(while: \.isNumber).count
    return text(decimals: digits)
  }
}

extension PassRate {
  /// Whether this rate is the lower one, compared exactly.
  public func isLower(than other: PassRate) -> Bool {
    passed * other.total < other.passed * total
  }
}
