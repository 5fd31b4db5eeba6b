internal import CensusCore

extension Quarter {
  /// Whether what is of the other period cannot be of this one: another of its kind, or one that has no
  /// month in common with it.
  func excludes(_ other: Quarter) -> Bool {
    if kind == other.kind { return self != other }
    guard year == other.year, let own = months, let others = other.months else {
      return year != other.year
    }
    return !own.overlaps(others)
  }

  /// Its months, 1 to 12; nil where nothing is known of its time.
  private var months: ClosedRange<Int>? {
    switch kind {
    case .month: number...number
    case .quarter: (number * 3 - 2)...(number * 3)
    case .half: (number * 6 - 5)...(number * 6)
    case .special: nil
    }
  }
}
