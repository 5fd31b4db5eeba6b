import ArgumentParser
import CensusCommand
import CensusCore
import CensusDashboard
import CensusLists
import Testing

/// One word for one thing: a field is called the same in every list of both programs, and in each
/// language by one word.
struct HeadingLaws {
  /// What a field of some list is called.
  private struct Heading: Hashable {
    let list: String
    let field: String
    let chinese: String
    let english: String
  }

  @Test func aFieldHasOneName() throws {
    let named = Dictionary(grouping: try Self.headings(), by: \.field)
    for (field, headings) in named where !Self.other.contains(field) {
      #expect(Set(headings.map(\.chinese)).count == 1, "\(headings)")
      #expect(Set(headings.map(\.english)).count == 1, "\(headings)")
    }
    for field in Self.other {
      #expect(Set((named[field] ?? []).map(\.chinese)).count > 1, "\(field) has one name now")
    }
  }

  @Test func aNameIsOneWordInEachLanguage() throws {
    let headings = try Self.headings()
    for (chinese, same) in Dictionary(grouping: headings, by: \.chinese) {
      #expect(Set(same.map(\.english)).count == 1, "\(chinese): \(same)")
    }
    for (english, same) in Dictionary(grouping: headings, by: \.english) {
      #expect(Set(same.map(\.chinese)).count == 1, "\(english): \(same)")
    }
  }

  /// Fields that are another thing in another list: the ID of a category and that of a row, how a
  /// site stands and how far a unit has been held accountable, and the report, which is how a unit
  /// stands and one of three things about a finding.
  private static let other: Set<String> = ["id", "name", "on", "state", "submission"]

  private static func headings() throws -> [Heading] {
    let office = try #require(Office.all().first)
    // Two periods are compared where there are two.
    let madeUp = try #require(Office.all().last)
    return try headings(UnitsList.self, office) + headings(SitesList.self, office)
      + headings(FindingsList.self, office) + headings(PrefecturesList.self, office)
      + headings(IssuesList.self, office) + headings(RechecksList.self, office)
      + headings(QuartersList.self, office) + headings(DeadlinesList.self, office)
      + headings(HistoryList.self, office) + headings(LedgerList.self, office)
      + headings(ReviewList.self, office) + headings(CompareList.self, madeUp)
  }

  private static func headings<Kind: ListKind>(
    _ kind: Kind.Type, _ office: Office
  ) throws -> [Heading] {
    try office.headings(of: kind).map { id, title in
      Heading(list: "\(kind)", field: id, chinese: title.chinese, english: title.english)
    }
  }
}
