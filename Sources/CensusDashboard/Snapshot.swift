package import CensusCore

/// What the dashboard knows of the store: one quarter on one day.
package struct Snapshot: Equatable, Sendable {
  /// Where recording stands.
  package enum Access: Equatable, Sendable {
    case readWrite
    /// Nothing is recorded; why, in a sentence.
    case readOnly(Phrase)
  }

  /// What the store is called.
  package var title: Phrase
  /// The province.
  package var province: Phrase
  /// The quarters it holds, newest first.
  package var quarters: [Quarter]
  /// The quarter on screen.
  package var projection: Projection
  /// The same quarter with all that is known today: what is recorded is planned on it, so that
  /// nothing is recorded twice because the day looked at does not show it.
  package var known: Projection
  /// What deserves a second look, damaged files included.
  package var discrepancies: [Discrepancy]
  /// The province's clock, for the moments of recording.
  package var offset: UTCOffset
  /// The real day.
  package var today: Day
  /// Where recording stands.
  package var access: Access

  package init(
    title: Phrase, province: Phrase, quarters: [Quarter], projection: Projection,
    known: Projection? = nil, discrepancies: [Discrepancy], today: Day,
    offset: UTCOffset = .china, access: Access = .readWrite
  ) {
    self.title = title
    self.province = province
    self.quarters = quarters
    self.projection = projection
    self.known = known ?? projection
    self.discrepancies = discrepancies
    self.today = today
    self.offset = offset
    self.access = access
  }

  /// The discrepancies that ask for an answer: errors and warnings.
  package var openDiscrepancies: Int { discrepancies.count { $0.severity != .note } }
}
