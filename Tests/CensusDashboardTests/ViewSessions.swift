import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// Lists under names that a person gave them.
@Suite struct ViewSessions {
  /// Units of some prefectures that owe everything, the last of annex 1 first.
  static let owing: NamedView = {
    var view = NamedView("逾期未报", .units)
    view.conditions = [
      Condition("prefecture", "昆明"), Condition("prefecture", "临沧"),
      Condition("prefecture", "Dehong"), Condition("submission", "未报"),
    ]
    view.sort = "unit"
    view.isReversed = true
    view.columns = ["unit", "due", "findings"]
    return view
  }()

  static let blank: NamedView = {
    var view = NamedView("空白", .sites)
    view.conditions = [Condition("unit", "临沧")]
    view.search = ["kongbai|错字"]
    return view
  }()

  static let broken: NamedView = {
    var view = NamedView("坏的", .units)
    view.conditions = [Condition("colour", "red")]
    return view
  }()

  static let all = [
    owing, blank, broken, NamedView("全部问题", .findings), NamedView("台账", .ledger),
  ]

  private func begun(
    _ language: Language = .chinese, _ columns: Int = 80, _ rows: Int = 24
  ) throws -> Script {
    var script = try Script(language, columns, rows)
    script.change { $0.views = Self.all }
    return script
  }

  private func names(_ script: Script) -> [String] {
    script.state.rows(0).compactMap { row in
      switch row.id {
      case .unit(let id): id.text
      case .site(let code): code.text
      default: nil
      }
    }
  }

  @Test(arguments: ["lit:yuqiweibao", "lit:yqwb", "lit:视图 Space lit:逾期", "lit:view Space lit:逾期未报"])
  func thePaletteShowsOneByItsName(_ typed: String) throws {
    var script = try begun()
    try script.press("9 : \(typed) Enter")
    #expect(script.state.overlay == nil)
    #expect(script.state.place == .view(.deadlines))
    #expect(names(script) == ["临沧", "昆明"])
    #expect(script.head.contains("视图 逾期未报"))
    #expect(script.state.list(0)?.columns.map(\.id) == ["unit", "due", "findings"])
  }

  @Test func escapeDropsItLikeAFilterAndWhatWasTypedOverItFirst() throws {
    var script = try begun()
    let all = script.state.projection.owing.count
    try script.press(": lit:yqwb Enter / lit:km Enter")
    #expect(names(script) == ["昆明"])
    #expect(script.head.contains("视图 逾期未报   筛选：km"))
    try script.press("Escape")
    #expect(names(script) == ["临沧", "昆明"])
    try script.press("Escape")
    #expect(names(script).count == all)
    #expect(!script.line(2).contains("视图"))
    #expect(script.state.list(0)?.columns.count ?? 0 > 3)
    #expect(script.state.place == .view(.deadlines))
  }

  @Test func aConditionOnAFieldThatIsNotOnScreenHolds() throws {
    var script = try begun()
    try script.press(": lit:空白 Enter")
    #expect(script.state.place == .view(.sites))
    #expect(names(script) == ["5309000044", "5309260040", "5309020048"])
  }

  /// A mark changes the rows that meet it, its undo brings them back, and another day as well.
  @Test func itStaysThroughMarksUndoAndOtherDays() throws {
    var script = try begun()
    try script.press(": lit:yqwb Enter b")
    #expect(names(script) == ["昆明"])
    try script.press("u")
    #expect(names(script) == ["临沧", "昆明"])
    #expect(script.head.contains("视图 逾期未报"))
    try script.press("C-r D lit:2018-10-18 Enter")
    #expect(names(script) == ["临沧", "昆明"])
    try script.press("1 5")
    #expect(names(script) == ["临沧", "昆明"])
  }

  @Test(arguments: [
    ("全部问题", "界面上没有能照此列出问题的列表；请用 census view 全部问题"),
    ("坏的", "视图“坏的”用不了：这个列表没有字段“colour”"), ("没有", "没有名为“没有”的视图；有：逾期未报"),
  ])
  func whatCannotBeShownSaysWhyAndStays(_ name: String, _ why: String) throws {
    var script = try begun()
    try script.press("3 : lit:视图 Space lit:\(name) Enter")
    #expect(script.state.overlay != nil)
    #expect(
      script.frame.plainText.filter { !$0.isWhitespace && $0 != "│" }
        .contains(why.filter { !$0.isWhitespace }), "\(script.frame.plainText)")
    try script.press("Escape")
    #expect(script.state.place == .view(.sites))
  }

  @Test func theWholeLedgerIsItsPage() throws {
    var script = try begun()
    try script.press(": lit:台账 Enter")
    #expect(script.state.place == .ledger)
  }

  @Test func theHelpListsThem() throws {
    var script = try begun(.english, 120, 60)
    try script.press("? lit:逾期")
    #expect(script.frame.plainText.contains("Named views"))
    #expect(script.frame.plainText.contains("view 逾期未报 (receipt desk)"))
  }

  @Test func itIsExportedWithItsRowsOrderAndColumns() throws {
    var script = try begun()
    try script.press(": lit:yqwb Enter x Enter")
    guard case .export(let export)? = script.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(export.rows == [.unit("临沧"), .unit("昆明")])
    #expect(export.columns == ["unit", "due", "findings"])
    #expect(export.path.contains("逾期未报"))
  }

  @Test func itComesBackAtTheNextStart() throws {
    var before = try begun()
    try before.press(": lit:yqwb Enter Down")
    let looks = Looks(language: before.state.language, appearance: before.state.appearance)
    let memory = Memory(of: before.state, at: Instant(seconds: 0), begunWith: looks)
    var after = try begun()
    after.change { $0.take(up: memory, at: Instant(seconds: 60)) }
    #expect(names(after) == ["临沧", "昆明"])
    #expect(after.frame.plainText == before.frame.plainText)
    // A view that is gone, or cannot be met any more, is dropped.
    var gone = try Script()
    gone.change { $0.take(up: memory, at: Instant(seconds: 60)) }
    #expect(names(gone).count == gone.state.projection.owing.count)
  }

  @Test func aListIsSavedWithItsFilterFacetsAndOrder() throws {
    var script = try Script()
    try script.press(
      "3 / lit:gov Enter f Space Enter s s S : lit:save Space lit:view Space lit:mine Enter")
    guard case .saveView(let view)? = script.effects.last else {
      Issue.record("nothing was saved: \(script.frame.plainText)")
      return
    }
    let shown = names(script)
    #expect(view.name == "mine")
    #expect(view.list == .sites)
    #expect(view.search == ["gov"])
    #expect(view.conditions.count == 1)
    #expect(view.sort == "name" && view.isReversed)
    #expect(script.state.views == [view])
    try script.press("1 : lit:mine Enter")
    #expect(Set(names(script)) == Set(shown))
    #expect(script.head.contains("视图 mine"))
  }

  @Test(arguments: [
    ("1", "只能保存列表视图中的列表"), ("5 s s s s s s s s s s s s s s s s", "没有字段“siteNames”"),
  ])
  func whatNoViewCanSayIsNotSaved(_ keys: String, _ why: String) throws {
    var script = try Script(.chinese, 120, 36)
    try script.press("\(keys) : lit:保存视图 Space lit:x Enter")
    #expect(script.effects.isEmpty)
    #expect(script.state.overlay != nil)
    #expect(script.frame.plainText.contains(why), "\(script.frame.plainText)")
  }

  @Test func plainModeShowsAndSavesThem() throws {
    var script = try begun()
    var dialogue = script.dialogue()
    let lines = script.say("视图 逾期未报", to: &dialogue)
    #expect(lines.contains("视图 逾期未报"))
    #expect(lines.contains { $0.hasPrefix("1. 临沧") })
    #expect(lines.contains { $0.hasPrefix("2. 昆明") })
    #expect(script.say("视图", to: &dialogue).contains { $0.hasPrefix("空白") })
    #expect(script.say("视图 坏的", to: &dialogue).contains { $0.contains("用不了") })
    _ = script.say("3", to: &dialogue)
    #expect(script.say("保存视图 全部网站", to: &dialogue) == ["已保存"])
    #expect(dialogue.state.views.contains { $0.name == "全部网站" && $0.list == .sites })
  }

  @Test(arguments: Language.allCases)
  func frames(_ language: Language) throws {
    var script = try begun(language)
    try script.press(": lit:view Space")
    expectGolden(script.state.golden, named: "view-palette-\(language.rawValue)-80x24")
    try script.press("lit:逾期 Enter Down")
    expectGolden(script.state.golden, named: "view-units-\(language.rawValue)-80x24")
  }
}
