package import CensusCore

/// What is known of the store: the quarter on screen, and those read for what spans quarters.
struct Known: Sendable {
  var snapshot: Snapshot
  var archive = Archive()
}

extension State {
  /// The quarter on screen, and what is known of the store as a whole.
  package var snapshot: Snapshot {
    _read { yield known.snapshot }
    set { known.snapshot = newValue }
  }

  /// The quarters read for what spans quarters.
  package var archive: Archive {
    _read { yield known.archive }
    _modify { yield &known.archive }
  }

  package var projection: Projection { snapshot.projection }
}
