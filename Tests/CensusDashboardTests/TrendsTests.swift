import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// The dashboard over forty made-up quarters, which are read one by one between keys.
private struct Years {
  private let demo: Demo
  var state: State

  init(
    _ language: Language = .chinese, _ columns: Int = 80, _ rows: Int = 24,
    alphabet: Alphabet = .unicode, view: View = .trends, quarters: Int = 40
  ) throws {
    demo = Demo(Demo.Size(quarters: quarters, prefectures: 6, findings: 12, events: 0))
    let newest = try #require(demo.inspections.last)
    let day = try #require(Day("2024-01-10"))
    let snapshot = Snapshot(
      title: demo.settings.title, province: demo.settings.province,
      quarters: demo.inspections.map(\.quarter).reversed(),
      projection: Projection(
        of: newest, directory: demo.directory, events: [], settings: demo.settings, asOf: day),
      today: day)
    state = State(
      snapshot: snapshot, language: language, alphabet: alphabet,
      size: Size(columns: columns, rows: rows), view: view)
    _ = Dashboard.update(&state, .resized(state.size))
  }

  var frame: Grid { Dashboard.view(state, in: state.size) }

  /// Reads so many quarters, each in a slice of its own.
  mutating func read(_ count: Int = .max) {
    for _ in 0..<min(count, 1000) where state.hasWork {
      guard case .read(let quarter) = Dashboard.update(&state, .work) else { return }
      let inspection = demo.inspections.first { $0.quarter == quarter }
      _ = Dashboard.update(&state, .read(quarter, inspection))
    }
  }

  mutating func press(_ names: String) throws {
    for key in try #require(Key.parse(script: names)) { _ = Dashboard.update(&state, .key(key)) }
  }
}

extension Script {
  /// Reads the other quarters to the last.
  fileprivate mutating func readAll() {
    while state.hasWork { act(.work) }
  }
}

@Suite struct TrendsFrames {
  private static let sizes = [(80, 24), (120, 36)]

  @Test(arguments: Language.allCases, [Alphabet.unicode, .ascii])
  func threeQuartersWithGaps(_ language: Language, _ alphabet: Alphabet) throws {
    for (columns, rows) in Self.sizes + [(60, 16)] {
      var script = try Script(language, columns, rows, view: .trends, alphabet: alphabet)
      script.readAll()
      let signs = alphabet == .ascii ? "ascii-" : ""
      expectGolden(
        script.state.golden,
        named: "trends-three-\(language.rawValue)-\(signs)\(columns)x\(rows)")
    }
  }

  @Test(arguments: Language.allCases)
  func fortyQuarters(_ language: Language) throws {
    for (columns, rows) in Self.sizes + [(200, 60)] {
      var years = try Years(language, columns, rows)
      years.read()
      let size = "\(language.rawValue)-\(columns)x\(rows)"
      expectGolden(years.state.golden, named: "trends-forty-\(size)")
      try years.press("Tab Down Space Space")
      expectGolden(years.state.golden, named: "trends-forty-chosen-\(size)")
    }
  }

  @Test(arguments: Language.allCases)
  func ratesOfPrefecturesOverTheQuarters(_ language: Language) throws {
    var years = try Years(language, view: .prefectures)
    years.read()
    expectGolden(years.state.golden, named: "prefectures-trend-\(language.rawValue)-80x24")
    try years.press("Down Enter")
    expectGolden(years.state.golden, named: "prefecture-trend-\(language.rawValue)-80x24")
  }

  @Test(arguments: [Alphabet.unicode, .ascii])
  func everySizeAndStageDraws(_ alphabet: Alphabet) throws {
    for language in Language.allCases {
      var years = try Years(language, alphabet: alphabet, quarters: 5)
      for stage in 0...5 {
        for (columns, rows) in [(60, 16), (61, 20), (72, 21), (96, 30), (131, 44), (200, 60)] {
          _ = Dashboard.update(&years.state, .resized(Size(columns: columns, rows: rows)))
          let lines = years.frame.lines
          #expect(lines.allSatisfy { alphabet.width(of: $0) == columns }, "stage \(stage)")
        }
        years.read(1)
      }
    }
  }
}

@Suite struct TrendsSessions {
  @Test(arguments: ["7", "t", "F7"])
  func theViewOpensOnTheQuarterOnScreen(_ key: String) throws {
    var script = try Script()
    try script.press(key)
    #expect(script.head.contains("读取 0/3 季"))
    script.readAll()
    #expect(script.head.contains("2018Q3至2022Q3，3季"))
    #expect(script.line(20).hasPrefix("▌ 2018Q3    409           20  95.1%  完整"))
    #expect(
      script.line(2) == "  合格率     95.1%  95.1                 96.1                       98.3")
    #expect(
      script.line(6) == "  在运行       409  409                  305                        286")
    #expect(script.line(9) == "  不合格        20  20                   12                         5")
    #expect(script.line(12) == "                    2018Q3            2020        2021        2022")
  }

  @Test func enterOnAQuarterGoesThere() throws {
    var script = try Script()
    try script.press("7")
    script.readAll()
    try script.press("Up")
    #expect(script.line(2).hasPrefix("  合格率     96.1%"))
    try script.press("Enter")
    let quarter = try #require(Quarter("2020Q2"))
    #expect(script.effects.last == .open(quarter, on: script.state.projection.asOf))
    #expect(script.state.projection.quarter == quarter)
    #expect(script.line(0).contains("‹ 2020年二季度 ›"))
    #expect(script.state.place == .view(.overview))
    // There, too, the trends can be looked at, and the quarter on screen only changes the view.
    try script.press("7 Enter")
    #expect(script.state.place == .view(.overview))
    #expect(script.effects.count { $0 == .open(quarter, on: script.state.projection.asOf) } == 1)
  }

  @Test func theCursorPassesOverGaps() throws {
    var script = try Script(view: .trends)
    script.readAll()
    #expect(script.line(17).hasPrefix("  ·"))
    try script.press("g")
    #expect(script.line(16).hasPrefix("▌ 2022Q3"))
    try script.press("Down")
    #expect(script.line(18).hasPrefix("▌ 2020Q2"))
  }

  @Test func quartersAreReadInSlicesAndTheChartGrows() throws {
    var years = try Years()
    #expect(years.state.hasWork)
    for done in [1, 12, 39] {
      while years.state.archive.inspections.count < done { years.read(1) }
      #expect(years.frame.plainText.contains("读取 \(done)/40 季"))
      // The foot of the chart of running sites has a column for each quarter that is there.
      #expect(years.frame.lines[8].count { $0 == "█" } == done)
      // What is not read yet is blank, and no gap.
      #expect(!years.frame.lines[3..<12].joined().contains("·"))
      // Keys go on working.
      try years.press("Down")
    }
    #expect(years.state.hasWork)
    years.read()
    #expect(!years.state.hasWork)
    #expect(years.frame.plainText.contains("2014Q1至2023Q4，40季"))
    #expect(years.frame.lines[8].count { $0 == "█" } == 40)
    #expect(years.frame.lines.contains { $0.hasPrefix("▌ 2023Q1") })
  }

  @Test func readingBeginsWithTheViewAndNotBefore() throws {
    for (view, isWanted) in [(View.overview, false), (.prefectures, true), (.trends, true)] {
      let years = try Years(view: view)
      #expect(years.state.archive.isWanted == isWanted)
    }
  }

  @Test func aQuarterThatCannotBeReadIsNamedAndNotAwaited() throws {
    var years = try Years(quarters: 3)
    years.read(1)
    let damaged = try #require(Quarter("2023Q3"))
    _ = Dashboard.update(&years.state, .work)
    _ = Dashboard.update(&years.state, .read(damaged, nil))
    years.read()
    #expect(!years.state.hasWork)
    let row = try #require(years.frame.lines.first { $0.hasPrefix("  2023Q3") })
    #expect(row.contains("无法读取"))
  }

  @Test func aFigureThatWasNotReadIsNoGap() throws {
    var years = try Years(quarters: 3)
    years.read(1)
    let quarter = try #require(Quarter("2023Q3"))
    let totals = Inspection.Figures(running: 40, failing: nil, publishedRate: "97%")
    _ = Dashboard.update(
      &years.state,
      .read(quarter, Inspection(quarter: quarter, coverage: .headline, totals: totals)))
    years.read()
    let lines = years.frame.lines
    // The rate and the failing sites are unknown, the running sites are there.
    #expect([5, 8, 11].map { lines[$0].contains("?") } == [true, false, true])
    let row = try #require(lines.first { $0.hasPrefix("  2023Q3") })
    #expect(row.hasPrefix("  2023Q3     40   −58      -      -  仅总数"))
  }

  @Test func markedPrefecturesAreDrawnAndEscTakesThemAway() throws {
    var years = try Years()
    years.read()
    let before = years.frame.lines
    #expect(!before[5].contains("示例01州"))
    try years.press("Tab Down Space")
    let chosen = years.frame.lines
    // Two rows of the gutter: its name with its rate, and the counts behind it.
    let name = try #require(chosen[3..<12].first { $0.hasPrefix("  示例01州 ") })
    #expect(name.contains("%"))
    #expect(chosen.contains { $0.contains("不合格") && $0.contains("/") })
    try years.press("Escape Tab")
    #expect(years.frame.lines[3..<15] == before[3..<15])
  }

  @Test func nothingIsRecordedFromTheTrends() throws {
    var script = try Script(view: .trends)
    script.readAll()
    try script.press("Tab Space p")
    #expect(script.message == "这一行没有可登记的内容")
    #expect(script.effects.allSatisfy { if case .record = $0 { false } else { true } })
  }

  @Test func aPrefectureOpensItsDetailWhereTheQuarterHasIt() throws {
    var script = try Script(view: .trends)
    script.readAll()
    try script.press("Tab Down Enter")
    #expect(script.state.place == .prefecture("昆明"))
    #expect(script.line(2).hasPrefix("  趋势 › 昆明"))
    let quarter = try #require(Quarter("2022Q3"))
    script = try Script(quarter: quarter, view: .trends)
    script.readAll()
    try script.press("Tab Enter")
    #expect(script.state.place == .view(.trends))
    #expect(script.message == "本季度没有这一州市的数字；[ ] 换季度")
  }

  @Test func aClickOnAColumnPutsTheCursorOnItsQuarter() throws {
    var script = try Script(view: .trends)
    script.readAll()
    // The column of the middle quarter stands below its figure.
    let before = try #require(script.line(2).split(separator: "96.1").first)
    let x = Alphabet.unicode.width(of: String(before))
    script.act(.mouse(Mouse(.click, at: Point(x: x, y: 4))))
    #expect(script.frame.lines.contains { $0.hasPrefix("▌ 2020Q2") })
    script.act(.mouse(Mouse(.doubleClick, at: Point(x: x, y: 4))))
    #expect(script.state.projection.quarter == Quarter("2020Q2"))
  }

  @Test func reloadingReadsAnew() throws {
    var script = try Script(view: .trends)
    script.readAll()
    try script.press("r")
    #expect(script.state.hasWork)
    script.readAll()
    #expect(script.head.contains("2018Q3至2022Q3，3季"))
  }

  @Test(arguments: Language.allCases)
  func allTabsFindRoom(_ language: Language) throws {
    for columns in [60, 80, 100, 120, 200] {
      let script = try Script(language, columns, 24)
      let tabs = script.line(1)
      for view in View.allCases { #expect(tabs.contains(view.digit), "\(columns): \(tabs)") }
    }
    #expect(try Script(.chinese).line(1).hasSuffix(" 报齐0/7 逾期0"))
    #expect(try Script(.english).line(1).hasSuffix(" 9History 0Notice"))
  }
}
