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
    guard next(of: quarters) != nil else { return nil }
    let done = quarters.count { inspections[$0] != nil || unreadable.contains($0) }
    return (done, quarters.count)
  }

  /// The next quarter to read, if any is wanted.
  func next(of quarters: [Quarter]) -> Quarter? {
    guard isWanted else { return nil }
    return quarters.first { inspections[$0] == nil && !unreadable.contains($0) }
  }
}

extension State {
  /// Whether work waits that is done between two keys.
  package var hasWork: Bool { archive.next(of: snapshot.quarters) != nil }

  /// One slice of that work.
  mutating func work() -> Effect {
    archive.next(of: snapshot.quarters).map(Effect.read) ?? .none
  }
}
