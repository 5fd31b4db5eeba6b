import CensusCore

/// What can be found: the quarter on screen and, once they are wanted, all others.
///
/// It follows from the snapshot and the archive.
struct FindIndex: Sendable {
  private var parts: [Quarter: FindPart] = [:]
  /// What was recorded in the quarter on screen; nil until it is made after a mark.
  private(set) var live: LiveTexts?
  /// Whether somebody asked for all quarters.
  var spansQuarters = false
  /// Told on with each change: results of an earlier stand say nothing about this one.
  private(set) var version = 0

  /// The parts that are ready, of one quarter or of all, in the order given.
  func parts(of quarters: [Quarter]) -> [FindPart] {
    quarters.compactMap { parts[$0] }.filter(\.isReady)
  }

  /// Forgets what is no longer so.
  mutating func keep(_ snapshot: Snapshot, _ archive: Archive) {
    live = nil
    version += 1
    let current = snapshot.projection
    parts = parts.filter { quarter, part in
      let inspection =
        quarter == current.quarter ? current.inspection : archive.inspections[quarter]
      return part.inspection == inspection && part.lists == current.lists
    }
  }

  /// The quarter to work on next: the one on screen first.
  func next(_ snapshot: Snapshot, _ archive: Archive) -> Inspection? {
    let current = snapshot.projection.inspection
    if isMissing(current.quarter) { return current }
    guard spansQuarters else { return nil }
    return snapshot.quarters.first { isMissing($0) && archive.inspections[$0] != nil }
      .flatMap { archive.inspections[$0] }
  }

  /// One slice of the work on a quarter.
  mutating func work(on inspection: Inspection, _ lists: Directory) {
    let quarter = inspection.quarter
    if parts[quarter] == nil { parts[quarter] = FindPart(inspection, lists) }
    parts[quarter]?.work()
    version += 1
  }

  /// Makes ready what was recorded.
  mutating func read(_ snapshot: Snapshot) {
    guard let part = parts[snapshot.projection.quarter], part.isReady else { return }
    live = LiveTexts(snapshot, over: part)
    version += 1
  }

  private func isMissing(_ quarter: Quarter) -> Bool { parts[quarter]?.isReady != true }
}

extension State {
  /// One slice of making the index ready; false if none is left.
  mutating func workOnIndex() -> Bool {
    guard let next = findIndex.next(snapshot, archive) else { return false }
    findIndex.work(on: next, projection.lists)
    if findIndex.next(snapshot, archive)?.quarter != next.quarter { searchAgain() }
    return true
  }

  /// Makes what was recorded ready, unless nothing has changed since.
  mutating func readRecords() {
    if findIndex.live == nil { findIndex.read(snapshot) }
  }

  /// Makes the index of the quarter on screen ready at once.
  mutating func finishIndex() {
    while let next = findIndex.next(snapshot, archive), next.quarter == projection.quarter {
      findIndex.work(on: next, projection.lists)
    }
    readRecords()
  }
}
