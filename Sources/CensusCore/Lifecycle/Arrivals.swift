/// What happened to one part of a report, in the order of events.
struct Arrivals {
  fileprivate struct Arrival {
    let place: Int
    let event: Event
    let isValid: Bool
  }

  fileprivate struct Returned {
    let place: Int
    let clock: Int
    let on: Day
  }

  private var arrivals: [Arrival] = []
  /// Arrivals that contradict each other, once it was read which stand.
  private(set) var conflict: Conflict?
  private var returns: [Returned] = []

  /// Takes in a receipt that stands at a place in the order of events.
  mutating func add(_ event: Event, isValid: Bool, at place: Int) {
    arrivals.append(Arrival(place: place, event: event, isValid: isValid))
  }

  /// Takes in a return.
  mutating func addReturn(_ event: Event, at place: Int) {
    returns.append(Returned(place: place, clock: event.clock, on: event.on))
  }

  /// These arrivals and some others.
  func joined(with other: Arrivals) -> Arrivals {
    guard !other.arrivals.isEmpty || !other.returns.isEmpty else { return self }
    var joined = self
    joined.arrivals = (arrivals + other.arrivals).sorted { $0.place < $1.place }
    joined.returns = (returns + other.returns).sorted { $0.place < $1.place }
    return joined
  }

  /// Those that nobody decided against.
  func standing(_ settling: Settling) -> Arrivals {
    guard arrivals.count > 1 else { return self }
    let standing = Set(settling.undisputed(arrivals.map(\.event)).map(\.id))
    var settled = self
    settled.arrivals = arrivals.filter { standing.contains($0.event.id) }
    settled.conflict = settled.contradiction(
      settled.arrivals.filter { !isReturned($0) }, settling)
    return settled
  }

  /// Whether nothing arrived.
  var isEmpty: Bool { arrivals.isEmpty }

  /// How the part stands: the earliest valid arrival that was not sent back counts, else the last
  /// defective one, else the last return.
  ///
  /// A return sends back what its writer could know: a receipt of an earlier day that was recorded
  /// after it stands.
  var state: PartState {
    if let first = firstValid { return .valid(on: first.event.on) }
    if let last = pending { return .toReturn(on: last.event.on) }
    let applied = returns.last { returned in arrivals.contains { returned.applies(to: $0) } }
    let sent = applied.flatMap { returned in arrivals.last { returned.applies(to: $0) } }
    guard let applied, let sent else { return .missing }
    return .returned(on: applied.on, arrived: sent.event.on)
  }

  /// The place in the order of recording of the arrival that makes it valid.
  var validAt: Int? { firstValid?.event.believedClock }

  /// What is the matter with the arrival that waits to be returned.
  var defect: Receipt.Defect? {
    firstValid == nil ? pending?.event.receipt?.defect : nil
  }

  /// Whether it is on time by its date and was recorded after the deadline (补录).
  func isRecordedLater(_ deadline: Deadline?, offset: UTCOffset) -> Bool {
    guard let first = firstValid?.event, let deadline else { return false }
    return !deadline.isOverdue(on: first.on)
      && deadline.isOverdue(on: first.at.day(at: offset))
  }

  /// What contradicts itself among arrivals that nobody decided against.
  private func contradiction(_ open: [Arrival], _ settling: Settling) -> Conflict? {
    guard !settling.isChain(open.map(\.event)) else { return nil }
    // What says the same contradicts the same, so that many alike cost no more than one.
    let alike = Dictionary(grouping: open) {
      Said(on: $0.event.on, isValid: $0.isValid, receipt: $0.event.receipt)
    }
    var conflicting: [Arrival] = []
    for some in alike.values {
      let against = alike.values.filter { areContrary(some[0], $0[0]) }.joined()
      conflicting += some.filter { arrival in
        against.contains { settling.areConcurrent($0.event, arrival.event) }
      }
    }
    conflicting.sort { $0.place < $1.place }
    let counting = firstValid ?? pending ?? conflicting.first
    guard !conflicting.isEmpty, let counting else { return nil }
    return Conflict(.receipts, conflicting.map(\.event), counting: counting.event.id)
  }

  private struct Said: Hashable {
    let on: Day
    let isValid: Bool
    let receipt: Receipt?
  }

  /// Whether two arrivals cannot both be so: valid ones of different days, or of one day with
  /// different signatures, numbers or dates.
  private func areContrary(_ left: Arrival, _ right: Arrival) -> Bool {
    left.event.on == right.event.on
      ? left.event.receipt.flatMap { receipt in
        right.event.receipt.map(receipt.contradicts)
      } ?? false
      : left.isValid && right.isValid
  }

  private var firstValid: Arrival? { arrivals.first { $0.isValid && !isReturned($0) } }

  private var pending: Arrival? { arrivals.last { !isReturned($0) } }

  private func isReturned(_ arrival: Arrival) -> Bool {
    !returns.isEmpty && returns.contains { $0.applies(to: arrival) }
  }
}

extension Arrivals.Returned {
  fileprivate func applies(to arrival: Arrivals.Arrival) -> Bool {
    place > arrival.place && clock > arrival.event.clock
  }
}
