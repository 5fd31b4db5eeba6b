extension Trends {
  /// A count that is followed from quarter to quarter.
  public enum Measure: CaseIterable, Sendable {
    /// Running sites, the base of the rate.
    case running
    /// Failing sites as published.
    case failing
    /// Findings in annex 2.
    case findings
    /// Distinct failing sites.
    case sites
  }

  /// A figure against the last period of its kind before that has it.
  public struct Change<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The quarter of the figure.
    public let quarter: Quarter
    /// The period it is compared with: the last of its kind before that has the figure.
    public let since: Quarter
    /// The figure then.
    public let before: Value
    /// The figure now.
    public let after: Value
    /// Whether one of the two was a spot check and the other not, so far as is known.
    public let mixesScopes: Bool

    /// How many quarters lie from the one to the other; 1 if they are neighbours.
    public var quartersApart: Int { quarter.index - since.index }
  }

  /// The change of a count against the last period of its kind before that has it.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - subject: whose count.
  ///   - quarter: the quarter looked at.
  /// - Returns: nil where that quarter, or every one before it, lacks the figure.
  public func change(
    of measure: Measure, for subject: Subject = .province, at quarter: Quarter
  ) -> Change<Int>? {
    change(at: quarter) { $0[subject]?.count(of: measure) }
  }

  /// The change of the computed pass rate against the last period of its kind before that has it.
  public func rateChange(
    for subject: Subject = .province, at quarter: Quarter
  ) -> Change<PassRate>? {
    change(at: quarter) { $0[subject]?.rate }
  }

  /// Where the number of running sites changed: rates before and after stand on different bases.
  public func baseChanges(of subject: Subject = .province) -> [Change<Int>] {
    points.compactMap { point in
      change(of: .running, for: subject, at: point.quarter).flatMap {
        $0.difference == 0 ? nil : $0
      }
    }
  }

  private func change<Value: Equatable & Sendable>(
    at quarter: Quarter, _ figure: (Point) -> Value?
  ) -> Change<Value>? {
    guard let index = points.firstIndex(where: { $0.quarter == quarter }),
      let after = figure(points[index])
    else { return nil }
    // Between a month and a quarter nothing is more or fewer.
    for point in points[..<index].reversed() where point.quarter.kind == quarter.kind {
      guard let before = figure(point) else { continue }
      return Change(
        quarter: quarter, since: point.quarter, before: before, after: after,
        mixesScopes: (point.scope == .sample) != (points[index].scope == .sample))
    }
    return nil
  }
}

extension Trends.Entry {
  /// One of its counts; nil where it is not known.
  public func count(of measure: Trends.Measure) -> Int? {
    switch measure {
    case .running: figures.running
    case .failing: figures.failing
    case .findings: findings
    case .sites: sites
    }
  }
}

extension Trends.Change where Value == Int {
  /// By how much the count rose; below 0 if it fell.
  public var difference: Int { after - before }

  /// The difference with its sign: +8, −104, ±0.
  public var text: String { signed(difference, String(abs(difference))) }
}

extension Trends.Change where Value == PassRate {
  /// By how many tenths of a percentage point the rate rose, rounded half away from zero.
  public var tenthsOfPoints: Int {
    let numerator = after.passed * before.total - before.passed * after.total
    let denominator = after.total * before.total
    let size = (2 * abs(numerator) * 1000 + denominator) / (2 * denominator)
    return numerator < 0 ? -size : size
  }

  /// The difference in percentage points with its sign: +1.1, −0.7, ±0.0.
  public var text: String {
    let size = abs(tenthsOfPoints)
    return signed(tenthsOfPoints, "\(size / 10).\(size % 10)")
  }
}

private func signed(_ number: Int, _ size: String) -> String {
  (number == 0 ? "±" : number < 0 ? "−" : "+") + size
}
