package import CensusCore

/// What a row is about, whatever list it stands in; cursor and marks follow it.
package enum RowID: Hashable, Sendable {
  case unit(UnitID)
  case prefecture(PrefectureID)
  case site(SiteCode)
  case finding(FindingID)
  case category(CategoryID)
  case mention(Int)
  case discrepancy(Int)
  case event(EventID)
  /// The records of one batch, as one line.
  case batch(BatchID)
  case quarter(Quarter)
  /// What a unit owes for one period, in a list over all of them.
  case owed(Quarter, UnitID)
  /// A line that the cursor passes over.
  case heading(String)

  /// What can be recorded on it, if anything.
  var reference: Reference? {
    switch self {
    case .unit(let id): .unit(id)
    case .prefecture(let id): .prefecture(id)
    case .site(let code): .site(code)
    case .finding(let id): .finding(id)
    case .event(let id): .event(id)
    case .batch(let id): .batch(id)
    case .category, .mention, .discrepancy, .quarter, .owed, .heading: nil
    }
  }
}
