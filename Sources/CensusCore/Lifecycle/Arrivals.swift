/// What arrived of one part for one finding: the earliest valid arrival counts, else the last
/// defective one.
struct Arrivals {
  private struct Arrival {
    let place: Int
    let on: Day
    let at: Instant
  }

  private var firstValid: Arrival?
  private var lastDefective: Arrival?

  /// Takes in a receipt that stands at a place in the order of events.
  mutating func add(_ event: Event, isValid: Bool, at place: Int) {
    let arrival = Arrival(place: place, on: event.on, at: event.at)
    if !isValid {
      if lastDefective.map({ $0.place < place }) ?? true { lastDefective = arrival }
    } else if firstValid.map({ place < $0.place }) ?? true {
      firstValid = arrival
    }
  }

  /// These arrivals and some others.
  func joined(with other: Arrivals) -> Arrivals {
    var joined = Arrivals()
    joined.firstValid = [firstValid, other.firstValid].compactMap(\.self)
      .min { $0.place < $1.place }
    joined.lastDefective = [lastDefective, other.lastDefective].compactMap(\.self)
      .max { $0.place < $1.place }
    return joined
  }

  /// Whether nothing arrived.
  var isEmpty: Bool { firstValid == nil && lastDefective == nil }

  /// How the part stands.
  var state: PartState {
    if let firstValid { return .valid(on: firstValid.on) }
    if let lastDefective { return .toReturn(on: lastDefective.on) }
    return .missing
  }

  /// Whether it is on time by its date and was recorded after the deadline (补录).
  func isRecordedLater(_ deadline: Deadline?, offset: UTCOffset) -> Bool {
    guard let firstValid, let deadline else { return false }
    return !deadline.isOverdue(on: firstValid.on)
      && deadline.isOverdue(on: firstValid.at.day(at: offset))
  }
}

/// What a unit sent: the receipts on all of its findings, and those on some.
struct UnitArrivals {
  private typealias Pair = (paper: Arrivals, electronic: Arrivals)

  /// The receipts, in order.
  private(set) var receipts: [Event] = []
  private var whole: Pair = (Arrivals(), Arrivals())
  private var some: [FindingID: Pair] = [:]

  /// Takes in the next receipt in the order of events.
  mutating func add(_ event: Event, _ receipt: Receipt) {
    let place = receipts.count
    receipts.append(event)
    guard let covers = receipt.covers else {
      Self.add(event, receipt, at: place, to: &whole)
      return
    }
    for id in covers {
      Self.add(event, receipt, at: place, to: &some[id, default: (Arrivals(), Arrivals())])
    }
  }

  /// How a finding of the unit stands.
  func state(
    of finding: Finding, unit: String, deadline: Deadline?, offset: UTCOffset
  ) -> FindingState {
    let own = some[finding.id] ?? (Arrivals(), Arrivals())
    let paper = whole.paper.joined(with: own.paper)
    let electronic = whole.electronic.joined(with: own.electronic)
    return FindingState(
      finding: finding, unit: unit, paper: paper.state, electronic: electronic.state,
      submission: Submission(paper: paper.state, electronic: electronic.state),
      deadline: deadline,
      isLeftOut: paper.isEmpty && electronic.isEmpty && !receipts.isEmpty,
      isRecordedLater: paper.isRecordedLater(deadline, offset: offset)
        || electronic.isRecordedLater(deadline, offset: offset))
  }

  private static func add(_ event: Event, _ receipt: Receipt, at place: Int, to pair: inout Pair) {
    switch receipt.part {
    case .paper: pair.paper.add(event, isValid: receipt.isValid, at: place)
    case .electronic: pair.electronic.add(event, isValid: receipt.isValid, at: place)
    }
  }
}
