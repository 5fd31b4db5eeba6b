import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Whole frames of every place, as a person sees them, over the shipped quarter.
@Suite struct GoldenFrames {
  /// Two sizes at which most places are looked at.
  static let sizes = [(80, 24), (120, 36)]

  /// The sizes from too small to generous at which every view is looked at.
  static let manySizes = [
    (40, 10), (60, 16), (72, 20), (80, 24), (100, 30), (132, 43), (200, 60),
  ]

  @Test(arguments: View.allCases, Language.allCases)
  func views(_ view: View, _ language: Language) throws {
    for alphabet in [Alphabet.unicode, .ascii] {
      var text = ""
      // Signs do not depend on the size.
      for (columns, rows) in alphabet == .ascii ? Self.sizes : Self.manySizes {
        let script = try Script(language, columns, rows, view: view, alphabet: alphabet)
        text += "== \(columns)x\(rows)\n" + script.state.golden
      }
      let signs = alphabet == .ascii ? "-ascii" : ""
      expectGolden(text, named: "\(view.rawValue)-\(language.rawValue)\(signs)")
    }
  }

  @Test(arguments: Language.allCases)
  func details(_ language: Language) throws {
    let ways = [
      ("prefecture", "2 End Up Enter"), ("prefecture-passing", "2 Down Down Enter"),
      ("unit", "5 End Enter"), ("site", "3 / lit:耿马 Enter Enter"),
      ("category", "4 Down Enter"), ("help", "?"), ("help-end", "? End Down Down"),
      ("filter", "3 / lit:怒江"),
      ("filter-none", "3 / lit:xyz Enter"), ("sorted", "3 s s"), ("look-on", "D"),
    ]
    for (name, keys) in ways {
      var script = try Script(language)
      try script.press(keys)
      expectGolden(script.state.golden, named: "\(name)-\(language.rawValue)-80x24")
    }
  }

  @Test(arguments: Language.allCases)
  func workedDay(_ language: Language) throws {
    for (columns, rows) in Self.sizes {
      var script = try Script(language, columns, rows, asOf: "2018-10-23")
      try script.press("5 b Down e Down p Down P Down Right Enter End e g")
      let size = "\(language.rawValue)-\(columns)x\(rows)"
      expectGolden(script.state.golden, named: "desk-worked-\(size)")
      try script.press("1")
      expectGolden(script.state.golden, named: "overview-worked-\(size)")
      try script.press("3")
      expectGolden(script.state.golden, named: "sites-worked-\(size)")
    }
  }

  @Test(arguments: Language.allCases)
  func dialogs(_ language: Language) throws {
    var script = try Script(language)
    try script.press("3 G P")
    expectGolden(script.state.golden, named: "dialog-empty-\(language.rawValue)-80x24")
    try script.press("Tab Right Tab")
    script.type("张三")
    try script.press("Tab")
    script.type("政-118")
    try script.press("Tab Tab")
    script.type("原件补寄")
    try script.press("Tab Right")
    expectGolden(script.state.golden, named: "dialog-filled-\(language.rawValue)-80x24")
    try script.press("Tab C-u")
    script.type("2018-11-30")
    try script.press("Enter")
    expectGolden(script.state.golden, named: "dialog-refused-\(language.rawValue)-80x24")
  }

  @Test(arguments: View.allCases, Language.allCases)
  func headlineQuarters(_ view: View, _ language: Language) throws {
    let quarter = try #require(Quarter("2022Q3"))
    let script = try Script(language, quarter: quarter, view: view)
    expectGolden(
      script.state.golden, named: "headline-\(view.rawValue)-\(language.rawValue)-80x24")
  }

  @Test(arguments: [(40, 10), (59, 24), (80, 15)])
  func tooSmall(_ columns: Int, _ rows: Int) throws {
    let script = try Script(.chinese, columns, rows)
    expectGolden(script.state.golden, named: "too-small-\(columns)x\(rows)")
  }
}
