import CensusCommand
package import CensusCore
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
}
