package import CensusCore

/// A notice as it was read: facts with their places, what was not understood, what was not found.
package struct Draft: Sendable {
  /// A fact of the text that is looked for.
  package enum Sought: String, CaseIterable, Sendable {
    case quarter
    case document
    case title
    case issued
    case sampledTo
    case due
    case parts
    case totals
    case prefectures
    case findings
  }

  /// The facts; nil where no quarter is known.
  package let inspection: Inspection?
  /// The quarter.
  package let quarter: Quarter?
  /// Where rows of annex 1 stand.
  package let rowPlaces: [PrefectureID: Place]
  /// Where rows of annex 2 stand.
  package let findingPlaces: [FindingID: Place]
  /// Where facts of the text stand.
  package let bodyPlaces: [Sought: Place]
  /// What became of each table, and of the lines of each list of sites in prose.
  package let tables: [TableAccount]
  /// What waits for an answer.
  package let notUnderstood: [NotUnderstood]
  /// What was looked for in vain.
  package let notFound: [Sought]
  /// What deserves a second look.
  package let doubts: [PlacedDoubt]
  /// The units that answer for accounts, and for sites in prose, where it is not their prefecture.
  let owners: [SiteCode: String]
  /// The names in full, as printed, of prefectures that no list has.
  let fullNames: [PrefectureID: String]
  /// The headings that a person explained, each with what its column says.
  let answeredHeadings: [String: Column]
  /// What is asked of the day that reports are due, where none was read; nil where a person said so.
  let openDue: NotUnderstood?

  /// Whether anything waits for a word on whose it is.
  var asksForOwners: Bool {
    notUnderstood.contains {
      switch $0.why {
      case .owner, .region: true
      default: false
      }
    }
  }

  /// Whether some of it was read by where words stand, as out of a PDF: then nobody takes it in unseen.
  package var isPlaced: Bool { doubts.contains { $0.doubt == .remark(.placedWords) } }
}
