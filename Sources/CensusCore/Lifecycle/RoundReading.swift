/// What was recorded about one round of a unit's report: on all of its findings, and on some.
struct RoundReading {
  /// What was recorded about the report on a finding, or on all.
  private struct Slot {
    var paper = Arrivals()
    var electronic = Arrivals()
    var extensions: [(place: Int, event: Event)] = []
    var waived: Event?

    subscript(part: Part) -> Arrivals {
      get { part == .paper ? paper : electronic }
      set {
        switch part {
        case .paper: paper = newValue
        case .electronic: electronic = newValue
        }
      }
    }

    func joined(with other: Slot) -> Slot {
      var joined = self
      joined.paper = paper.joined(with: other.paper)
      joined.electronic = electronic.joined(with: other.electronic)
      joined.extensions = (extensions + other.extensions).sorted { $0.place < $1.place }
      joined.waived = [waived, other.waived].compactMap(\.self).min(by: Event.inOrder)
      return joined
    }

    func standing(_ settling: Settling) -> Slot {
      var standing = self
      standing.paper = paper.standing(settling)
      standing.electronic = electronic.standing(settling)
      return standing
    }

    /// The extension that counts: of contradicting ones the shortest.
    ///
    /// One to a day that is not after the due day extends nothing, which one of a unit may be beside
    /// an order that was recorded later. One that was granted after the day on which the report was
    /// complete moves nothing: how late that was stays. Of one day neither comes first, since two people
    /// may have recorded it.
    func extended(
      beyond deadline: Deadline?, _ asked: Set<Part>, _ settling: Settling
    ) -> Settling.Settled? {
      let completedOn = completedOn(asked)
      let granted = extensions.map(\.event).filter { event in
        completedOn.map { event.on <= $0 } ?? true
          && deadline.map { $0.day < event.extend?.until ?? $0.day } ?? true
      }
      let until = { (event: Event) in event.extend?.until.ordinal ?? 0 }
      return settling.settled(
        .extensions, granted, value: until, badness: { -until($0) })
    }

    /// The place in the order of recording at which nothing more was owed.
    func settledAt(_ asked: Set<Part>) -> Int? {
      let complete = last(of: asked, \.validAt)
      return [waived?.believedClock, complete].compactMap(\.self).min()
    }

    /// The day of the arrival that made the report complete.
    private func completedOn(_ asked: Set<Part>) -> Day? { last(of: asked, \.state.validOn) }

    /// The last of what each part has that is asked for; nil where one of them has none.
    private func last<Value: Comparable>(of asked: Set<Part>, _ value: (Arrivals) -> Value?)
      -> Value?
    {
      let values = asked.compactMap { value(self[$0]) }
      return values.count == asked.count ? values.max() : nil
    }

    /// How a part stands.
    func state(of part: Part, _ asked: Set<Part>) -> PartState {
      let state = self[part].state
      return asked.contains(part) ? state : state.whereUnasked
    }
  }

  /// A finding that a round covers.
  struct Covered {
    let id: FindingID
    /// By when its report is due.
    let deadline: Deadline?
    /// Since when it is ordered; nil in the round of the notice.
    let orderedOn: Day?
    /// The orders of it that stand; none in the round of the notice.
    let orders: [Event]
    /// Orders that contradict each other.
    let conflict: Conflict?
  }

  let number: Int
  /// The receipts, in order.
  private(set) var receipts: [Event] = []

  private var whole = Slot()
  private var some: [FindingID: Slot] = [:]

  init(_ number: Int) {
    self.number = number
  }

  /// Takes in the next event in the order of events; others than of the report are passed over.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - findings: those for which it counts in this round; nil means all.
  ///   - place: where it stands in the order of events.
  mutating func add(_ event: Event, on findings: [FindingID]?, at place: Int) {
    switch event.payload {
    case .receipt(let receipt):
      receipts.append(event)
      change(findings) { slot in
        slot[receipt.part].add(event, isValid: receipt.isValid, at: place)
      }
    case .return(let sent):
      change(findings) { $0[sent.part].addReturn(event, at: place) }
    case .extend:
      change(findings) { $0.extensions.append((place, event)) }
    case .waive:
      change(findings) { $0.waived = $0.waived ?? event }
    default: return
    }
  }

  private mutating func change(_ findings: [FindingID]?, _ change: (inout Slot) -> Void) {
    guard let findings else { return change(&whole) }
    for id in findings { change(&some[id, default: Slot()]) }
  }

  /// The receipts that nobody decided against.
  func standingReceipts(_ settling: Settling) -> [Event] {
    let ids = receipts.map(\.id)
    return receipts.filter { !settling.isOverruled($0.id, among: ids) }
  }

  /// How the reports on some findings stand, of which the notice asks for some parts.
  func reports(
    on findings: [Covered], asked: Set<Part>, offset: UTCOffset, settling: Settling
  ) -> [Report] {
    findings.map { finding in
      let slot = (some[finding.id].map(whole.joined) ?? whole).standing(settling)
      let extended = slot.extended(beyond: finding.deadline, asked, settling)
      let deadline = extended?.event.extend.map { Deadline($0.until) } ?? finding.deadline
      let paper = slot.state(of: .paper, asked)
      let electronic = slot.state(of: .electronic, asked)
      return Report(
        finding: finding.id, round: number, paper: paper, electronic: electronic,
        submission: Submission(
          paper: paper, electronic: electronic, isWaived: slot.waived != nil),
        waivedOn: slot.waived?.on, settledAt: slot.settledAt(asked),
        defect: paper.isAsked ? slot.paper.defect : nil,
        deadline: deadline, originalDeadline: finding.deadline, orderedOn: finding.orderedOn,
        isLeftOut: slot.paper.isEmpty && slot.electronic.isEmpty && !receipts.isEmpty,
        isRecordedLater: slot.paper.isRecordedLater(deadline, offset: offset)
          || slot.electronic.isRecordedLater(deadline, offset: offset),
        conflicts: [
          slot.paper.conflict, slot.electronic.conflict, extended?.conflict, finding.conflict,
        ].compactMap(\.self))
    }
  }
}
