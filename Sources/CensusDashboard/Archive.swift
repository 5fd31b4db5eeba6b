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

  package init() {}

  /// Takes in a quarter; nil if it cannot be read.
  package mutating func add(_ inspection: Inspection?, of quarter: Quarter) {
    inspections[quarter] = inspection
    if inspection == nil { unreadable.insert(quarter) }
  }

  /// The next quarter to read, if any is wanted.
  func next(of quarters: [Quarter]) -> Quarter? {
    guard isWanted else { return nil }
    return quarters.first { inspections[$0] == nil && !unreadable.contains($0) }
  }
}

extension State {
  /// Whether work waits that is done between two keys.
  package var hasWork: Bool {
    findIndex.next(snapshot, archive) != nil || archive.next(of: snapshot.quarters) != nil
  }

  /// One slice of that work.
  mutating func work() -> Effect {
    if workOnIndex() { return .none }
    return archive.next(of: snapshot.quarters).map(Effect.read) ?? .none
  }
}
