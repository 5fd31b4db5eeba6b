/// What the made-up office does about the made-up notices.
struct DemoDesk {
  private let size: Demo.Size
  private let quarters: [(inspection: Inspection, units: [(unit: Unit, findings: [Finding])])]

  init(_ size: Demo.Size, _ directory: Directory, _ inspections: [Inspection]) {
    self.size = size
    quarters = inspections.map { inspection in
      let units = distinct(inspection.findings.map { directory.unit(for: $0).id })
      let owed = Dictionary(grouping: inspection.findings) { directory.unit(for: $0).id }
      return (
        inspection,
        units.compactMap { id in
          guard let findings = owed[id], let first = findings.first else { return nil }
          return (directory.unit(for: first), findings)
        }
      )
    }
  }

  /// As many events as are wanted: first a unit to which everything happens, then one story after
  /// another, then reminders and remarks.
  func acts(_ random: inout DemoRandom) -> [Demo.Act] {
    var keys = 0
    var left = size.events
    var acts: [Demo.Act] = []
    func take(_ story: DemoStory) {
      for act in story.acts
      where left >= act.count && isComplete(act, acts) && isPast(act) {
        acts.append(act)
        left -= act.count
      }
      keys = story.nextKey
    }
    var cases = quarters.flatMap { quarter in
      quarter.units.map { (inspection: quarter.inspection, unit: $0.unit, findings: $0.findings) }
    }
    let newest = cases.indices.filter {
      cases[$0].inspection.quarter == cases.last?.inspection.quarter
    }
    if let shown = newest.max(by: { cases[$0].findings.count < cases[$1].findings.count }) {
      let chosen = cases.remove(at: shown)
      var story = DemoStory(chosen.inspection, chosen.unit, chosen.findings, key: keys)
      story.everything()
      take(story)
    }
    for chosen in random.shuffled(cases) where left > 0 {
      var story = DemoStory(chosen.inspection, chosen.unit, chosen.findings, key: keys)
      story.usual(&random)
      take(story)
    }
    // Of a quarter that has just begun little can have been recorded.
    var patience = 20 * size.events + 1000
    while left > 0, !cases.isEmpty, patience > 0 {
      patience -= 1
      let chosen = random.one(of: cases)
      var story = DemoStory(chosen.inspection, chosen.unit, chosen.findings, key: keys)
      story.remark(&random)
      take(story)
    }
    return acts.sorted { ($0.at, $0.key) < ($1.at, $1.key) }
  }

  /// Whether it was done by the day of the demonstration.
  private func isPast(_ act: Demo.Act) -> Bool {
    size.today.map { act.at.day(at: .china) <= $0 } ?? true
  }

  /// Whether what an act speaks of has been taken in.
  private func isComplete(_ act: Demo.Act, _ acts: [Demo.Act]) -> Bool {
    let needed: [Demo.Act.Key]
    switch act.content {
    case .record: return true
    case .undo(let key, _): needed = [key]
    case .resolve(_, let keep, let against): needed = [keep] + against
    }
    // What a story speaks of is its own, and stands near the end.
    return needed.allSatisfy { key in acts.reversed().contains { $0.key == key } }
  }
}
