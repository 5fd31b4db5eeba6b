import CensusCore
import Testing

/// A lane is a picture of what the projection says of each day, and of nothing else.
@Suite struct LaneTests {
  /// What stands at a day by the projections of that day and of the day before.
  private func expected(
    _ day: Day, _ here: Obligation, before: Obligation?, today: Day, now: Obligation
  ) -> Lane.Sign? {
    func closed(_ obligation: Obligation) -> Bool {
      !obligation.isVoid && obligation.followed.allSatisfy { $0.headline.isClosed }
    }
    if day > today {
      return now.promised == day && !now.submission.isSettled ? .promised : nil
    }
    for part in [here.paper, here.electronic] {
      switch part {
      case .toReturn(let on) where on == day: return .unsound
      case .returned(let on, _) where on == day: return .unsound
      default: continue
      }
    }
    if here.completeOn == day { return .complete }
    if here.receipts.contains(where: { $0.on == day }) { return .part }
    if closed(here), let before, !closed(before) { return .closed }
    let isPromised = here.promised == day && !here.submission.isSettled
    if isPromised, day < today { return .broken }
    if here.chases.lastOn == day { return .chased }
    return isPromised ? .promised : nil
  }

  @Test("of random lives, every cell of every unit", arguments: 1...12)
  func aLaneNeverLies(seed: Int) {
    let events = RandomLife(seed: UInt64(seed), count: 60).events
    let (first, last) = (day("2018-10-01"), day("2018-12-20"))
    let now = yunnan(events, asOf: last.description)
    let lanes = now.lanes(from: first)
    #expect(lanes.count == now.obligations.count)
    var before: Projection?
    for offset in 0...(last - first + 10) {
      let today = first + offset
      let here = today <= last ? yunnan(events, asOf: today.description) : now
      for obligation in here.obligations {
        let unit = obligation.unit.id
        guard let cell = lanes[unit]?.cell(on: today), let current = now.obligation(of: unit) else {
          Issue.record("no lane of \(unit)")
          continue
        }
        #expect(
          cell.sign
            == expected(
              today, obligation, before: before?.obligation(of: unit), today: last, now: current),
          "\(unit) on \(today)")
        #expect(
          cell.isOverdue == (today <= last && obligation.isOverdue(on: today)),
          "\(unit) on \(today)")
        let dues = current.rounds.filter { !$0.reports.isEmpty }.map { $0.deadline?.day }
        #expect(cell.isDue == dues.contains(today))
      }
      before = here
    }
  }

  @Test func aStoryInSigns() throws {
    var story = Story()
    let unit: [Reference] = [.unit("临沧")]
    try story.act("2018-10-19") { projection, today in
      var chase = ChaseRequest(on: today)
      chase.promised = day("2018-10-22")
      return try projection.plan(chase, for: unit, today: today)
    }
    try story.act("2018-10-21") { projection, today in
      try projection.plan(
        ReceiptRequest(parts: [.electronic], on: today), for: unit, today: today)
    }
    try story.act("2018-10-24") { projection, today in
      try projection.plan(ReceiptRequest(parts: [.paper], on: today), for: unit, today: today)
    }
    let lane = try #require(story.at("2018-10-26").lanes(from: day("2018-10-15"))["临沧"])
    let signs = (0...11).map { lane.cell(on: day("2018-10-15") + $0) }
    #expect(
      signs.map { $0.sign?.rawValue ?? ($0.isOverdue ? "late" : $0.isDue ? "due" : "-") } == [
        "-", "-", "-", "-", "chased", "due", "part", "broken", "late", "complete", "-", "-",
      ])
    #expect(signs.map(\.isOverdue) == (0...11).map { 6...8 ~= $0 })
  }
}
