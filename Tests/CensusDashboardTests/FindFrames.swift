import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Whole frames of what finds, explains and sets, in both languages, sizes and alphabets.
@Suite struct FindFrames {
  static let ways = [
    ("find", "5 C-p lit:km Down Down"), ("find-empty", "C-p"),
    ("find-recent", "C-p lit:gm Enter C-p lit:kongbai Enter C-p"), ("find-none", "C-p lit:xyz"),
    ("find-command", "0 C-p lit:paixu"), ("find-site", "C-p lit:gm"), ("palette", "3 :"),
    ("palette-verb", "3 : lit:sort"), ("palette-refused", "3 : lit:排序 Space lit:高度 Enter"),
    ("settings", "F2 Down"), ("help-list", "3 ?"), ("help-detail", "3 Enter ?"),
    ("help-filtered", "3 ? lit:paixu"), ("help-notes", "? End Down Down Down Down Down Down Down"),
    ("help-dialog", "5 P F1"), ("facets", "3 f Down Space"), ("export", "3 x Tab"),
    ("messages", "5 p n `"),
  ]

  @Test(arguments: ways, Language.allCases)
  func overlays(_ way: (String, String), _ language: Language) throws {
    for (columns, rows) in [(80, 24), (120, 36)] {
      try expect(way, language, columns, rows)
    }
  }

  @Test(arguments: ways)
  func smallest(_ way: (String, String)) throws {
    try expect(way, .chinese, 60, 16)
  }

  @Test(
    arguments: [
      "find", "palette", "settings", "help-list", "help-dialog", "facets", "export", "messages",
    ],
    Language.allCases)
  func withoutUnicode(_ name: String, _ language: Language) throws {
    let way = try #require(Self.ways.first { $0.0 == name })
    try expect(way, language, 80, 24, .ascii)
  }

  @Test func allQuarters() throws {
    var script = try Script(.chinese, 100, 30, quarter: try #require(Quarter("2022Q3")))
    try script.press("C-p lit:gm C-t")
    script.finishWork()
    expectGolden(script.state.golden, named: "find-all-quarters-zh-100x30")
  }

  private func expect(
    _ way: (name: String, keys: String), _ language: Language, _ columns: Int, _ rows: Int,
    _ alphabet: Alphabet = .unicode
  ) throws {
    var script = try Script(language, columns, rows, alphabet: alphabet)
    try script.press(way.keys)
    let ascii = alphabet == .ascii ? "ascii-" : ""
    expectGolden(
      script.state.golden,
      named: "\(way.name)-\(language.rawValue)-\(ascii)\(columns)x\(rows)")
  }
}
