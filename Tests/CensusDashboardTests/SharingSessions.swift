import CensusCore
import CensusDashboard
import CensusLists
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// Sharing through git as the dashboard shows it: how the store stands, the step that goes on, and what
/// came of it.
@Suite struct SharingSessions {
  private func script(
    _ language: Language = .chinese, _ columns: Int, _ state: SharingState?,
    view: View = .deadlines, alphabet: Alphabet = .unicode
  ) throws -> Script {
    var script = try Script(language, columns, 30, view: view, alphabet: alphabet)
    script.act(.shared(state))
    return script
  }

  private func standing(_ ahead: Int, _ behind: Int, _ last: String?) throws -> SharingState {
    SharingState(
      ahead: ahead, behind: behind, last: try last.map { try #require(Instant($0)) })
  }

  // MARK: - How it stands

  @Test func theFootTellsHowTheStoreStands() throws {
    let state = try standing(3, 2, "2018-10-19T02:42:00Z")
    let wide = try script(.chinese, 120, state)
    #expect(wide.foot.hasSuffix("  同步 ↑3 ↓2 10:42   记录 0条"), "\(wide.foot)")
    let english = try script(.english, 100, state, alphabet: .ascii)
    #expect(english.foot.hasSuffix("  sync +3 -2 10:42   0 records"), "\(english.foot)")
  }

  @Test(arguments: [
    ("2018-10-18T15:59:00Z", "同步 ↑0 ↓0 10-18"), ("2018-10-18T16:00:00Z", "同步 ↑0 ↓0 00:00"),
    ("2017-10-18T15:59:00Z", "同步 ↑0 ↓0 2017-10-18"), (nil, "同步 ↑0 ↓0 从未"),
  ])
  func itTellsWhenItWasLastSynced(_ last: String?, _ text: String) throws {
    #expect(try script(.chinese, 100, standing(0, 0, last)).foot.contains("  \(text)   记录"))
  }

  /// Without room it goes first; nothing else moves for it.
  @Test func itGivesWayFirst() throws {
    let state = try standing(12, 345, nil)
    for view in View.allCases {
      for columns in 60...130 {
        let without = try script(.chinese, columns, nil, view: view)
        let with = try script(.chinese, columns, state, view: view)
        let label = "同步 ↑12 ↓345 从未"
        let blank = String(repeating: " ", count: 18)
        #expect(
          with.foot.replacing(label, with: blank) == without.foot, "\(view) \(columns)")
        #expect(columns < 120 || with.foot.contains(label), "\(view) \(columns)")
      }
    }
  }

  // MARK: - Steps

  private func syncing(_ language: Language = .chinese) throws -> Script {
    var script = try Script(language, 100, 30, view: .deadlines)
    try script.press(":")
    script.type("同步")
    try script.press("Enter")
    #expect(script.effects == [.sync(language)])
    script.act(.syncing(Phrase("1/5 提交3个文件", "1/5 committing 3 files")))
    return script
  }

  @Test func theStepIsSaidForAsLongAsItGoesOn() throws {
    var script = try syncing()
    #expect(script.message == "同步 1/5 提交3个文件……Esc 在两步之间停止")
    for _ in 0..<20 { script.act(.tick) }
    script.act(.syncing(Phrase("2/5 从 origin 取回", "2/5 fetching from origin")))
    #expect(script.message == "同步 2/5 从 origin 取回……Esc 在两步之间停止")
    // Other news have their time.
    script.act(.told(Phrase("别的", "else")))
    script.act(.tick)
    #expect(script.message == "别的")
    for _ in 0..<6 { script.act(.tick) }
    #expect(script.message == "同步 2/5 从 origin 取回……Esc 在两步之间停止")
    script.act(.syncing(nil))
    #expect(script.message == nil)
  }

  @Test func escapeAsksForItToStopThenEndsIt() throws {
    var script = try syncing(.english)
    try script.press("Enter")
    let place = script.state.place
    try script.press("Escape")
    #expect(script.effects.last == .stopSync)
    #expect(
      script.message
        == "sync 1/5 committing 3 files … it stops when this step is done; Esc again ends it at once"
    )
    #expect(script.state.place == place)
    // Again: at once, as where a remote does not answer; then it is the key that it always is.
    try script.press("Escape")
    #expect(script.effects.count { $0 == .stopSync } == 2)
    #expect(script.message == "sync 1/5 committing 3 files … it is being ended")
    #expect(script.state.place == place)
    try script.press("Escape")
    #expect(script.effects.count { $0 == .stopSync } == 2)
    #expect(script.state.place == .view(.deadlines))
  }

  /// Over the screen Esc closes what lies there; and a second wish to share is none.
  @Test func escapeClosesWhatLiesOverTheScreenFirst() throws {
    var script = try syncing()
    try script.press("? Escape")
    #expect(!script.effects.contains(.stopSync))
    try script.press(":")
    script.type("同步")
    try script.press("Enter")
    #expect(script.effects == [.sync(.chinese)])
    try script.press("Escape")
    #expect(script.effects.last == .stopSync)
  }

  // MARK: - Contradictions

  private func extended(_ day: String, of unit: UnitID = "怒江") throws -> EventDraft {
    let extend = Extend(
      until: try #require(Day(day)), authority: "省政府办公厅", reason: "x")
    return EventDraft(
      on: try #require(Day("2018-10-18")), quarter: ShippedStore.quarter, round: 1,
      subject: .unit(unit), payload: .extend(extend))
  }

  @Test func whatCameOverIsListedAndSettled() throws {
    var script = try Script(.chinese, 120, 30, view: .overview)
    try script.press("X")
    #expect(script.frame.plainText.contains("本期没有相互矛盾的记录。"))
    try script.press("Escape")
    script.recordElsewhere(try extended("2018-11-10"))
    script.recordElsewhere(try extended("2018-11-20"))
    #expect(script.message == "其他程序登记了1条：怒江；记录矛盾1处")
    script.act(
      .ran(
        OwnOutput(
          title: Phrase("同步", "sync"), lines: ["已与 origin 同步：取回2条记录，送出0条"], failure: nil,
          contradictions: 1)))
    #expect(script.message == "同步：已与 origin 同步：取回2条记录，送出0条；记录矛盾1处")
    #expect(script.prompt.hasSuffix("   X 矛盾"), "\(script.prompt)")
    try script.press("X")
    #expect(script.line(2).hasSuffix("1处待裁定：选中要保留的那条，按 m f"), "\(script.line(2))")
    let lines = script.frame.lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines[4] == "延期 怒江 暂以李四 2018-10-18的记录为准")
    #expect(lines[5].contains("延期至2018-11-10") && lines[6].contains("延期至2018-11-20"))
    // Enter goes to the record; m f keeps it.
    try script.press("Down Enter")
    guard case .event(let id) = script.state.place else {
      Issue.record("\(script.state.place)")
      return
    }
    try script.press("Escape m f Enter")
    guard case .record(let drafts, _) = script.effects.last,
      case .resolve(let resolve) = drafts.first?.payload
    else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(resolve.keep == id)
    #expect(script.frame.plainText.contains("本期没有相互矛盾的记录。"))
  }

  private func settle(keeping keep: EventID, over others: [EventID], in script: inout Script) throws
  {
    script.recordElsewhere(
      EventDraft(
        on: try #require(Day("2018-10-18")), quarter: ShippedStore.quarter, subject: .event(keep),
        payload: .resolve(Resolve(targets: others + [keep], keep: keep))))
  }

  private func record(until day: String, of unit: UnitID, in script: Script) throws -> EventID {
    let event = script.state.projection.events.first {
      guard case .extend(let extend) = $0.payload else { return false }
      return extend.until.description == day && $0.subject == .unit(unit)
    }
    return try #require(event?.id)
  }

  /// Somebody else settles the matter under the cursor: the next key is not about another one.
  @Test func anotherMatterIsNotSettledUnseen() throws {
    var script = try Script(.chinese, 120, 30, view: .overview)
    for day in ["2018-11-10", "2018-11-20"] {
      script.recordElsewhere(try extended(day, of: "昆明"))
      script.recordElsewhere(try extended(day))
    }
    try script.press("X")
    #expect(script.line(2).contains("2处待裁定"), "\(script.line(2))")
    guard case .event(let first)? = script.state.rowUnderCursor?.id else {
      Issue.record("no record under the cursor")
      return
    }
    let unit: UnitID =
      script.state.projection.event(first)?.subject == .unit("昆明") ? "昆明" : "怒江"
    let other: UnitID = unit == "昆明" ? "怒江" : "昆明"
    let rival = try record(until: "2018-11-20", of: unit, in: script)
    let own = try record(until: "2018-11-10", of: unit, in: script)
    try settle(keeping: rival, over: [own], in: &script)
    #expect(script.line(2).contains("1处待裁定"), "\(script.line(2))")
    try script.press("m")
    #expect(
      script.message == "尚未办理：原来那一行已不在列表中，光标移到了“\(other) 延期”；仍要办理请再按一次")
    #expect(script.state.overlay == nil)
    // The dialog says which record would be kept.
    try script.press("m f")
    #expect(script.frame.plainText.contains("以此记录为准：\(other) 延期"))
    let text = script.frame.plainText
    #expect(text.contains("延期至2018-11-10（") && text.contains("，2018-10-18，李四登记。"), "\(text)")
    // So does that of a record that is taken back, behind the same question.
    try script.press("Escape M")
    #expect(script.frame.plainText.contains("撤回记录：\(other) 延期"))
  }

  /// Where the record under the cursor was decided against and the matter goes on, the cursor stays with it.
  @Test func theCursorStaysWithItsMatter() throws {
    var script = try Script(.chinese, 120, 30, view: .overview)
    for day in ["2018-11-10", "2018-11-20", "2018-11-30"] {
      script.recordElsewhere(try extended(day))
    }
    for day in ["2018-11-10", "2018-11-20"] {
      script.recordElsewhere(try extended(day, of: "昆明"))
    }
    let matter = try ["2018-11-10", "2018-11-20", "2018-11-30"].map {
      try record(until: $0, of: "怒江", in: script)
    }
    try script.press("X")
    while script.state.rowUnderCursor?.id != .event(matter[2]) { try script.press("Down") }
    try settle(keeping: matter[0], over: [matter[2]], in: &script)
    #expect(script.state.rowUnderCursor?.id == .event(matter[0]))
  }

  /// What concerns another period is not to be found here, and nobody is sent there in vain.
  @Test func whatConcernsAnotherPeriodIsSaid() throws {
    var script = try Script(.english, 120, 30, view: .overview)
    script.act(
      .ran(
        OwnOutput(
          title: Phrase("同步", "sync"), lines: ["synced"], failure: nil, contradictions: 2)))
    #expect(
      script.message
        == "sync: synced; 2 contradictions in other periods or after the day looked at: see census check "
        + "--quarter")
    #expect(!script.prompt.contains("   X "))
  }
}
