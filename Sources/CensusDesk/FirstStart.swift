import CensusCommand
package import CensusCore
import CensusDashboard
import CensusStore

extension Desk {
  /// The due day of the quarter on the screen, where that is more than a year ago and nobody ever
  /// recorded anything about it; nil else.
  package mutating func untouchedDueDay() -> Day? {
    let file = session.store.inspection(of: quarter)
    guard let deadline = file.inspection?.notice.deadline, deadline.isLongOver(on: today),
      session.store.events(of: quarter).events.allSatisfy({ $0.quarter != quarter })
    else { return nil }
    return deadline.day
  }

  /// Shows made-up data in memory in the place of an empty store; nothing of it reaches the disk.
  mutating func showDemo() -> [Action] {
    let folder = InMemoryFileSystem()
    let size = Demo.Size(quarters: 8, prefectures: 16, findings: 20, events: 120, seed: 1)
    do {
      try Store.initialise(folder, with: Demo(size))
      session.store = try Store.open(folder)
      isDemo = true
    } catch {
      return [.failed(Messages.sentence(error))]
    }
    guard let newest = session.store.quarters().first else { return [] }
    quarter = newest
    asOf = session.store.inspection(of: newest).inspection?.notice.deadline?.day ?? asOf
    followsToday = false
    return [
      .opened(snapshot()),
      .told(
        Phrase(
          "这是演示数据，只在内存中；退出后不保留", "made-up data, in memory only; it is gone when you leave")),
    ]
  }
}
