extension Trends {
  /// Periods running in which a row of annex 1 had no failing site (连续无不合格).
  public struct Streak: Equatable, Sendable {
    /// The row of annex 1.
    public let prefecture: PrefectureID
    /// The first period of the run.
    public let first: Quarter
    /// The last period of the run.
    public let last: Quarter

    /// How many periods it lasts, at least 1.
    public var count: Int { last.position - first.position + 1 }
  }

  /// The run of periods without failing sites that a row of annex 1 has at a period.
  ///
  /// A period counts if the notice prints no failing site in the row, does not print that no site is
  /// running, and lists no site of it; new-media accounts are no sites. Only periods of one kind run on (notices.md 4); one that is
  /// missing, or of which only totals are known, ends the run, since nobody knows.
  ///
  /// - Parameters:
  ///   - prefecture: the row.
  ///   - quarter: the last period of the run.
  /// - Returns: nil where the row has failing sites in that period, or is not known.
  public func streak(of prefecture: PrefectureID, until quarter: Quarter) -> Streak? {
    var first: Quarter?
    var next: Quarter? = quarter
    while let current = next, self[current]?.isClean(prefecture) == true {
      first = current
      next = current.previous
    }
    return first.map { Streak(prefecture: prefecture, first: $0, last: quarter) }
  }

  /// The runs of all rows of annex 1 at a period, the longest first; of equals in published order.
  public func streaks(until quarter: Quarter) -> [Streak] {
    let found = (self[quarter]?.prefectures ?? []).compactMap { streak(of: $0, until: quarter) }
    return found.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}

extension Trends.Point {
  /// Whether a row of annex 1 is known to have no failing site.
  fileprivate func isClean(_ prefecture: PrefectureID) -> Bool {
    guard coverage == .full, let entry = self[.prefecture(prefecture)] else { return false }
    return entry.figures.failing == 0 && entry.figures.running != 0 && entry.sites == 0
  }
}
