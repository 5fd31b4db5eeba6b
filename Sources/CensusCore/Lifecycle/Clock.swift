extension Event {
  /// No clock beyond this one is believed: no store comes to so many records, and what follows it
  /// would leave no room to count on.
  public static let lastClock = 1 << 40

  /// Whether its clock is one that a store may have come to.
  public var hasCredibleClock: Bool { clock <= Event.lastClock }

  /// Its place in the order of recording; one whose clock is not believed comes first, so that it is
  /// never taken for the last act.
  var believedClock: Int { hasCredibleClock ? clock : 0 }

  /// Whether one was recorded before another: by what its writer had seen, not by the wall clock,
  /// which only parts what nobody can order.
  static func wasRecordedBefore(_ left: Event, _ right: Event) -> Bool {
    (left.believedClock, left.at, left.id) < (right.believedClock, right.at, right.id)
  }
}
