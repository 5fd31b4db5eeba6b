import CensusCore

/// Which days a lane shows, one a column: about a week before the deadline to two weeks after the day
/// looked at, as many as fit.
struct LaneScale {
  enum Column: Equatable {
    case day(Day)
    /// The notice's deadline, between the due day and the next.
    case deadline
    /// Days are left out.
    case gap
  }

  let columns: [Column]

  /// Fewer columns than these say nothing.
  static let least = 12
  private static let before = 7
  private static let after = 14
  /// What stays of the days around the deadline, and of those around the day looked at.
  private static let kept = 3

  /// - Parameters:
  ///   - due: the deadline that the notice prints.
  ///   - asOf: the day looked at.
  ///   - marked: days at which something stands in one of the lanes; they are left out last.
  ///   - width: the columns there are.
  init(due: Day?, asOf: Day, marked: Set<Day> = [], width: Int) {
    let middle = due ?? asOf
    let (early, late) = (min(middle, asOf), max(middle, asOf))
    var first = early - (early == middle ? Self.before : Self.kept)
    var last = late + Self.after
    let room = width - (due == nil ? 0 : 1)
    // What is to come goes first, then what was before, then what lies between.
    last = last - min(max(0, last - first + 1 - room), Self.after - Self.kept)
    first = first + min(max(0, last - first + 1 - room), max(0, early - first - Self.kept))
    guard last - first + 1 > room else {
      last = last + max(0, room - (last - first + 1))
      columns = Self.days(from: first, to: last, due)
      return
    }
    var shown = Set((0...(early + 2 - first)).map { first + $0 })
    shown.formUnion((0...(last - late)).map { late + $0 })
    // A gap stands before every day but the first that does not follow another.
    let gaps = shown.count { $0 != first && !shown.contains($0 - 1) }
    var used = shown.count + gaps + (due.map(shown.contains) == true ? 1 : 0)
    func show(_ day: Day) -> Bool {
      guard !shown.contains(day) else { return true }
      let neighbours = [day - 1, day + 1].count(where: shown.contains)
      let more = 2 - neighbours + (day == due ? 1 : 0)
      guard used + more <= width else { return false }
      shown.insert(day)
      used += more
      return true
    }
    for day in marked.sorted(by: >) where (early...late).contains(day) { _ = show(day) }
    var day = late - 1
    while day > early, show(day) { day = day - 1 }
    let drawn: [Column] = shown.sorted().reduce(into: []) { [shown] drawn, day in
      if !drawn.isEmpty, !shown.contains(day - 1) { drawn.append(.gap) }
      drawn += Self.days(from: day, to: day, due)
    }
    columns = Array(drawn.prefix(max(0, width)))
  }

  /// The first day, from which lanes are to tell.
  static func first(due: Day?, asOf: Day) -> Day { min(due ?? asOf, asOf) - before }

  private static func days(from first: Day, to last: Day, _ due: Day?) -> [Column] {
    guard first <= last else { return [] }
    return (0...(last - first)).flatMap { offset -> [Column] in
      let day = first + offset
      return day == due ? [.day(day), .deadline] : [.day(day)]
    }
  }
}
