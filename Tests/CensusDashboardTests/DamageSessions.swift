import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Damage to files is said at the foot of every screen, and is no doubt about the notice.
@Suite struct DamageSessions {
  private static let damage = Snapshot.Damage(
    sentence: Phrase("1条记录损坏，未计入", "1 record is damaged and does not count"),
    brief: Phrase("记录损坏1", "damaged records 1"))

  private static let row = Discrepancy(
    severity: .error, code: "damagedEvent", place: .file("events/a"),
    location: Phrase("events/a", "events/a"), message: Phrase("记录内容与文件名不符", "it was altered"))

  static let unreadable = Phrase(
    "2018Q3 无法读取：quarters/2018Q3.json 第1行第1列，应为一个值", "2018Q3 cannot be read")

  private static let sizes = [(80, 24), (100, 30), (200, 50), (60, 16)]

  @Test(arguments: View.allCases, sizes)
  func theFootOfEveryScreenSaysIt(_ view: View, _ size: (Int, Int)) throws {
    var script = try Script(.chinese, size.0, size.1, view: view)
    #expect(!script.line(size.1 - 1).contains("损坏"))
    script.act(.changed(script.state.snapshot.with(damage: Self.damage)))
    #expect(script.message == "1条记录损坏，未计入")
    try script.press("j")
    #expect(script.message == nil)
    #expect(script.line(size.1 - 1).contains(size.0 == 60 ? "记录损坏1" : "1条记录损坏，未计入"))
    script.act(.changed(script.state.snapshot.with(damage: nil)))
    #expect(script.message == "文件已恢复，已更新")
    #expect(!script.line(size.1 - 1).contains("损坏"))
  }

  @Test func damagedFilesAreCountedApart() throws {
    var script = try Script(view: .checks)
    let count = script.state.snapshot.openDiscrepancies
    #expect(script.line(1).contains("8核对\(count)"))
    script.act(.changed(script.state.snapshot.with(damage: Self.damage, rows: [Self.row])))
    #expect(script.line(1).contains("8核对\(count)"))
    #expect(script.head.contains("文件问题1项"))
    #expect(script.frame.lines.contains { $0.contains("events/a") })
  }

  @Test func aQuarterThatCannotBeReadIsNamedAndTakesNoMark() throws {
    for view in View.allCases {
      var script = try Script(view: view)
      let whole = script.state.snapshot
      script.act(.changed(whole.unreadable(Self.unreadable, Self.damage)))
      #expect(script.message == Self.unreadable.chinese)
      #expect(script.line(0).contains("2018年三季度"))
      try script.press("j")
      let lines = script.frame.lines
      #expect(lines.last?.contains("1条记录损坏，未计入") == true)
      switch view {
      case .checks, .history: break
      case .trends:
        #expect(!lines.contains { $0.contains("仅总数") })
      default:
        #expect(lines.contains { $0.contains("2018Q3 无法读取：quarters/2018Q3.json 第1行第1列") })
        #expect(!lines.contains { $0.contains("仅有总数") })
      }
      try script.press("5 b")
      #expect(script.message == Self.unreadable.chinese)
      #expect(script.effects.allSatisfy { if case .record = $0 { false } else { true } })
      // Mended, everything is there again.
      script.act(.changed(whole))
      #expect(!script.frame.lines.contains { $0.contains("无法读取") })
    }
  }

  /// A dialog that was open before the file went bad.
  @Test func anOpenDialogDoesNotRecordIntoIt() throws {
    var script = try Script(view: .deadlines)
    try script.press("P")
    script.act(.changed(script.state.snapshot.unreadable(Self.unreadable, Self.damage)))
    try script.press("Enter")
    #expect(script.effects.isEmpty)
    #expect(script.frame.lines.contains { $0.contains("2018Q3 无法读取") })
  }

  @Test func nobodyOwesNothingWhereThePeriodCannotBeRead() throws {
    var script = try Script(view: .deadlines)
    script.act(.changed(script.state.snapshot.unreadable(Self.unreadable, Self.damage)))
    try script.press("W")
    #expect(!script.frame.plainText.contains("。没有待办事项"))
    #expect(
      script.frame.lines.contains { $0.contains("能够读取的各期没有待办事项。无法读取，未列入：2018Q3。") })
  }

  @Test func aStoreThatBecomesReadOnlyIsSaid() throws {
    var script = try Script(view: .deadlines)
    let why = Phrase("请升级程序", "use a newer program")
    script.act(.changed(script.state.snapshot.with(damage: nil, access: .readOnly(why))))
    #expect(script.message == "请升级程序")
    #expect(script.line(0).contains("只读"))
  }

  @Test func aQuarterThatTheTrendsMissIsNamed() throws {
    var script = try Script(view: .trends)
    script.act(.read(try #require(Quarter("2020Q2")), nil))
    for _ in 0..<10 { script.act(.work) }
    #expect(script.frame.lines.contains { $0.contains("无法读取，未列入：2020Q2。") })
    try script.press("1")
    #expect(script.line(23).contains("无法读取"))
  }

  /// What makes leaving ask, or what is wrong, leaves room for the key that leaves.
  @Test(arguments: [Language.chinese, .english])
  func aWindowTooSmallSaysItAndHowToLeave(_ language: Language) throws {
    var script = try Script(language, 20, 6)
    let key = language == .chinese ? "窗口太小，q 退出" : "Too small, q quits"
    script.act(.changed(script.state.snapshot.with(damage: Self.damage)))
    #expect(script.line(0) == key)
    #expect(script.line(1).hasPrefix(language == .chinese ? "1条记录损坏" : "1 record is damaged"))
    script.act(.changed(script.state.snapshot.with(damage: nil)))
    script.resize(80, 24)
    try script.press("6 -")
    script.resize(20, 6)
    try script.press("q")
    #expect(!script.hasQuit)
    #expect(script.line(0) == key)
    #expect(script.line(1).hasPrefix(language == .chinese ? "有1条复查结论尚未" : "1 verdict"))
    try script.press("q")
    #expect(script.hasQuit)
  }

  @Test func plainModeSaysItInEveryPlace() throws {
    var script = try Script(view: .deadlines)
    script.act(.changed(script.state.snapshot.with(damage: Self.damage)))
    var dialogue = script.dialogue()
    #expect(dialogue.opening().contains("1条记录损坏，未计入"))
    #expect(script.say("2", to: &dialogue).contains("1条记录损坏，未计入"))
  }
}

extension Snapshot {
  /// The same quarter with something wrong with its files.
  func with(
    damage: Damage?, rows: [Discrepancy] = [], access: Access = .readWrite
  ) -> Snapshot {
    Snapshot(
      title: title, province: province, quarters: quarters, projection: projection, known: known,
      files: rows, today: today, offset: offset, access: access,
      damage: damage)
  }

  /// The quarter once its file cannot be read.
  func unreadable(_ why: Phrase, _ damage: Damage?) -> Snapshot {
    let empty = Projection(
      of: Inspection(
        quarter: projection.quarter, coverage: .headline,
        totals: Inspection.Figures(running: nil, failing: nil, publishedRate: nil)),
      directory: projection.directory, events: [],
      settings: Settings(id: "1", title: title, province: province, language: nil),
      asOf: projection.asOf)
    return Snapshot(
      title: title, province: province, quarters: quarters, projection: empty,
      today: today, offset: offset, access: .readOnly(why), damage: damage,
      unreadable: why)
  }
}
