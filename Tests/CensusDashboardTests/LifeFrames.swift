import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Every screen in the middle of the work: received, chased, extended, re-checked, to be considered.
@Suite struct LifeFrames {
  private static func worked(
    _ language: Language, _ columns: Int, _ rows: Int, _ alphabet: Alphabet = .unicode
  ) throws -> Script {
    var script = try Script(
      language, columns, rows, asOf: "2018-10-19", today: "2018-11-30", alphabet: alphabet)
    try script.press("5 / lit:临沧 Enter b Escape / lit:昆明 Enter e Escape")
    try script.press("/ lit:保山 Enter P Tab Left Enter Escape")
    try script.press("/ lit:迪庆 Enter m x C-u lit:2018-10-26 Tab lit:省政府办公厅 Tab lit:系统迁移 Enter")
    try script.press("Escape D C-u lit:2018-10-22 Enter / lit:怒江 Enter")
    try script.press("c lit:王五 Tab lit:24日报 Tab lit:2018-10-24 Enter")
    try script.press("m l lit:王五 Tab lit:科长 Tab lit:0886-3620000 Enter Escape")
    try script.press("3 / lit:耿马 Enter Enter m d lit:措失 Tab lit:措施 Tab lit:首页要闻 Enter")
    try script.press("6 Escape / lit:耿马 Enter g - + w Escape 1")
    return script
  }

  private static let ways = [
    ("overview", "1"), ("prefectures", "2"), ("sites", "3"), ("issues", "4"), ("deadlines", "5"),
    ("rechecks", "6 + - ~"), ("history", "9"), ("event", "9 Enter"), ("ledger", "A"),
    ("worklist", "W"),
    ("unit", "5 / lit:怒江 Enter Enter"), ("unit-failed", "5 / lit:临沧 Enter Enter Down"),
    ("site", "3 Escape / lit:耿马 Enter Enter"), ("marks", "5 Escape Space Space v Down v"),
    ("brief", "1 y b"), ("retracted", "9 u"),
  ]

  @Test(arguments: Language.allCases, [Alphabet.unicode, .ascii])
  func screens(_ language: Language, _ alphabet: Alphabet) throws {
    for (columns, rows) in [(80, 24), (120, 36)] {
      let worked = try Self.worked(language, columns, rows, alphabet)
      for (name, keys) in Self.ways {
        var script = worked
        try script.press(keys)
        let signs = alphabet == .ascii ? "ascii-" : ""
        let size = "\(language.rawValue)-\(signs)\(columns)x\(rows)"
        expectGolden(script.state.golden, named: "life-\(name)-\(size)")
      }
    }
  }
}
