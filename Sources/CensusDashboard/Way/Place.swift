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
  /// The run sheet of the re-check (复查).
  case rechecks
  /// The figures quarter by quarter (趋势).
  case trends
  /// What deserves a second look (核对).
  case checks
  /// What was recorded (记录).
  case history
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
    case .rechecks: "6"
    case .trends: "7"
    case .checks: "8"
    case .history: "9"
    case .notice: "0"
    }
  }
}

/// Where a person is: a view, or something opened from one.
package enum Place: Hashable, Sendable {
  case view(View)
  case prefecture(PrefectureID)
  case unit(UnitID)
  case site(SiteCode)
  case category(CategoryID)
  case event(EventID)
  /// Who is to be considered for accountability, and what was done (问责台账).
  case ledger
  /// What is owed over all periods (全部待办).
  case worklist
  /// The quarter beside the one before it (对比).
  case comparison
  /// The records that contradict each other (矛盾).
  case conflicts
}

/// Where to go in a quarter that was asked for.
enum Destination: Hashable, Sendable {
  /// To what a search found, as if from its list.
  case found(FindEntry.Target)
  /// To a place, and from there back to where one was.
  case place(Place)
}
