/// Who had seen what: events point to the heads of their subject that their writers saw.
struct Ancestry {
  private let events: [Event]
  private let places: [EventID: Int]

  init(_ events: [Event]) {
    self.events = events
    places = Dictionary(
      events.indices.lazy.map { (events[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the writer of neither of two events knew the other event.
  func areConcurrent(_ left: Event, _ right: Event) -> Bool {
    left.id != right.id && left.batch != right.batch && !hasSeen(left, right)
      && !hasSeen(right, left)
  }

  /// What the writers of some events knew, as far back as the earliest of these.
  func seen(by events: [Event]) -> Set<EventID> {
    let earliest = events.map(\.clock).min() ?? 0
    var open = events.flatMap(\.seen)
    var known = Set(open)
    while let next = open.popLast() {
      guard let place = places[next], self.events[place].clock > earliest else { continue }
      open += self.events[place].seen.filter { known.insert($0).inserted }
    }
    return known
  }

  /// How many of some events lie one behind the other before each of them, as its writer knew them.
  func depths(of events: [Event]) -> [EventID: Int] {
    let earliest = events.map(\.clock).min() ?? 0
    var depths: [EventID: Int] = [:]
    for event in events.sorted(by: { $0.clock < $1.clock }) {
      var (open, known, depth) = (event.seen, Set(event.seen), 0)
      while let next = open.popLast() {
        if let before = depths[next] {
          depth = max(depth, before + 1)
        } else if let place = places[next], self.events[place].clock > earliest {
          open += self.events[place].seen.filter { known.insert($0).inserted }
        }
      }
      depths[event.id] = depth
    }
    return depths
  }

  /// Whether the writer of an event knew another event.
  func hasSeen(_ later: Event, _ earlier: Event) -> Bool {
    // What follows an event has a higher clock, so that most branches need not be walked.
    guard later.clock > earlier.clock else { return false }
    var open = later.seen
    var known = Set(open)
    while let next = open.popLast() {
      if next == earlier.id { return true }
      guard let place = places[next], events[place].clock > earlier.clock else { continue }
      open += events[place].seen.filter { known.insert($0).inserted }
    }
    return false
  }
}
