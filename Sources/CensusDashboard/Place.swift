package import CensusCore

/// A view that a digit opens.
package enum View: String, CaseIterable, Sendable {
  /// The quarter at one glance (总览).
  case overview
  /// The rows of annex 1 (州市).
  case prefectures
  /// The failing sites (网站).
  case sites
  /// The issue categories (问题).
  case issues
  /// The receipt desk (期限).
  case deadlines
  /// What deserves a second look (核对).
  case checks
  /// The notice itself (通报).
  case notice

  /// The digit that opens it.
  package var digit: Character {
    switch self {
    case .overview: "1"
    case .prefectures: "2"
    case .sites: "3"
    case .issues: "4"
    case .deadlines: "5"
    case .checks: "8"
    case .notice: "0"
    }
  }
}

/// Where a person is: a view, or something opened from one.
package enum Place: Hashable, Sendable {
  case view(View)
  case prefecture(String)
  case unit(String)
  case site(SiteCode)
  case category(String)
}

/// The identity of a row, which the cursor follows.
package enum RowID: Hashable, Sendable {
  case unit(String)
  case prefecture(String)
  case site(SiteCode)
  case finding(FindingID)
  case category(String)
  case mention(Int)
  case discrepancy(Int)
  /// A line that the cursor passes over.
  case heading(String)
}
