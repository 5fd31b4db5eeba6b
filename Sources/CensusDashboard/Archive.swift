package import CensusCore

/// The quarters read for what spans quarters: trends, and finding anything in any of them.
///
/// They are read one by one between two keys, once somebody asks for them.
package struct Archive: Equatable, Sendable {
  /// Whether somebody asked for them.
  package var isWanted = false
  /// What was read.
  package private(set) var inspections: [Quarter: Inspection] = [:]
  /// What cannot be read.
  package private(set) var unreadable: Set<Quarter> = []
  /// Their figures side by side.
  package private(set) var trends = Trends()

  package init() {}

  /// Takes in a quarter; nil if it cannot be read.
  package mutating func add(_ inspection: Inspection?, of quarter: Quarter) {
    inspections[quarter] = inspection
    guard let inspection else {
      unreadable.insert(quarter)
      return
    }
    trends.insert(inspection)
  }

  /// How many of the quarters were read; nil once there is nothing left to read.
  func progress(of quarters: [Quarter]) -> (done: Int, all: Int)? {
    let done = quarters.count(where: isRead)
    return isWanted && done < quarters.count ? (done, quarters.count) : nil
  }

  /// The next quarter to read, if any is wanted: any of them, or else what tells how the figures of
  /// the one on screen have changed.
  func next(of quarters: [Quarter], on screen: Inspection) -> Quarter? {
    if isWanted { return quarters.first { !isRead($0) } }
    guard screen.publishedTotals.rate != nil, previous(of: screen, among: quarters) == nil else {
      return nil
    }
    return earlier(than: screen, among: quarters).first { !isRead($0) }
  }

  /// The periods of one kind before another, the latest first.
  private func earlier(than screen: Inspection, among quarters: [Quarter]) -> [Quarter] {
    quarters.filter { $0 < screen.quarter && $0.kind == screen.quarter.kind }.sorted(by: >)
  }

  /// The latest period of its kind before another that has its figures, once all between them are read.
  func previous(of screen: Inspection, among quarters: [Quarter]) -> Inspection? {
    for quarter in earlier(than: screen, among: quarters) {
      guard isRead(quarter) else { return nil }
      if let inspection = inspections[quarter], inspection.publishedTotals.rate != nil {
        return inspection
      }
    }
    return nil
  }

  private func isRead(_ quarter: Quarter) -> Bool {
    inspections[quarter] != nil || unreadable.contains(quarter)
  }
}

extension State {
  /// Whether work waits that is done between two keys.
  package var hasWork: Bool {
    findIndex.next(snapshot, archive) != nil || nextToRead != nil || snapshot.lacksPast
  }

  private var nextToRead: Quarter? {
    archive.next(of: snapshot.quarters, on: projection.inspection)
  }

  /// One slice of that work.
  mutating func work() -> Effect {
    if workOnIndex() { return .none }
    return nextToRead.map(Effect.read) ?? (snapshot.lacksPast ? .readPast : .none)
  }
}
