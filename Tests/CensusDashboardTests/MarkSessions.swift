import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Marks are seen, named, and end with their quarter: no act falls on a row that nobody has in view.
@Suite struct MarkSessions {
  @Test func marksShowForAsLongAsTheyAreThere() throws {
    var script = try Script(view: .deadlines)
    #expect(!script.line(2).contains("已选"))
    try script.press("Space Space")
    for _ in 0..<20 { script.act(.tick) }
    #expect(script.state.talk.message == nil)
    #expect(script.foot.contains("已选 2"))
    try script.press("3")
    #expect(!script.line(2).contains("已选"))
    try script.press("5 U")
    #expect(!script.line(2).contains("已选"))
  }

  @Test(arguments: [(60, 16), (80, 24), (200, 50)])
  func marksShowBesideTheLongestFilter(_ columns: Int, _ rows: Int) throws {
    var script = try Script(.chinese, columns, rows, view: .deadlines)
    try script.press("Space / lit:云南省文史研究馆|云南省文化厅|昆明|怒江|迪庆|临沧|保山|玉溪|大理|丽江 Enter")
    #expect(script.foot.contains("已选 1"))
  }

  @Test func marksEndWithTheQuarter() throws {
    var script = try Script(view: .deadlines)
    try script.press("Space Space ]")
    #expect(script.state.way.marks.isEmpty)
    #expect(script.message == "季度换了，选中的2行已取消")
    try script.press("[ 5 p")
    #expect(script.state.projection.history.count == 1)
  }

  @Test func theDialogNamesWhomItIsAbout() throws {
    var script = try Script(view: .deadlines)
    try script.press("Space Space p")
    #expect(script.frame.plainText.contains("登记纸质版：云南省文史研究馆、云南省文化厅"))
    #expect(script.frame.plainText.contains("云南省文史研究馆 登纸质版"))
    #expect(script.frame.plainText.contains("云南省文化厅 登纸质版"))
    try script.press("Escape Space Down c")
    #expect(script.frame.plainText.contains("云南省文史研究馆、云南省文化厅、昆明。"))
  }

  /// One marked row that was scrolled out of view: the key asks, and says so.
  @Test func aMarkOutOfViewIsAskedAbout() throws {
    var script = try Script(.chinese, 80, 16, view: .sites)
    try script.press("Space End p")
    #expect(script.effects.isEmpty)
    #expect(script.state.projection.history.isEmpty)
    #expect(script.frame.plainText.contains("其中1行不在屏幕上。"))
    try script.press("Escape Home p")
    #expect(script.state.projection.history.count == 1)
  }

  @Test func aFilterThatHidesAllMarksSaysSo() throws {
    var script = try Script(view: .deadlines)
    try script.press("Space Space / lit:临沧 Enter")
    #expect(script.foot.contains("已选 2（都被筛选隐去）"))
    for keys in ["p", "P", "c", "m", "y y"] {
      try script.press(keys)
      #expect(script.state.overlay == nil)
      #expect(script.message == "选中的2行都被筛选隐去：Esc 清除筛选，或按 U 全不选", "\(keys)")
    }
    #expect(script.effects.isEmpty)
    // What the sentence says helps: the marks are there again, and go with the next one.
    try script.press("Escape")
    #expect(script.foot.hasSuffix("已选 2"))
    #expect(!script.line(2).contains("隐去"))
    try script.press("Escape")
    #expect(!script.line(2).contains("已选"))
  }

  /// A marked row whose finding was struck off is in no list any more: no filter is to blame.
  @Test func aMarkedRowThatIsGoneIsNotHidden() throws {
    var script = try Script(view: .deadlines)
    try script.press("Space")
    let projection = script.state.projection
    let first = try #require(projection.findings.first)
    script.recordElsewhere(
      EventDraft(
        on: projection.asOf, quarter: projection.quarter, subject: .findings([first.finding.id]),
        payload: .void(Exclude(reason: "误列"))))
    #expect(script.foot.contains("已选 1（都已不在列表中）"))
    try script.press("p")
    #expect(script.message == "选中的1行都已不在列表中：按 U 全不选")
    #expect(script.state.projection.history.count == 1)
  }

  /// A range that is being drawn is seen, and is what an act is about.
  @Test func aRangeFollowsTheCursor() throws {
    var script = try Script(view: .deadlines)
    try script.press("Home Space Home j v j j")
    #expect(script.foot.contains("已选 4"))
    try script.press("k")
    #expect(script.foot.contains("已选 3"))
    // Given up, it leaves what was marked before.
    try script.press("Escape")
    #expect(script.foot.contains("已选 1"))
    try script.press("Escape Home v j j p Enter")
    #expect(script.state.projection.history.count == 3)
    #expect(!script.line(2).contains("已选"))
  }

  @Test func marksThatTheFilterHidesAreLeftOutAndCounted() throws {
    var script = try Script(view: .deadlines)
    try script.press("Space Space / lit:文史 Enter p")
    #expect(script.effects.isEmpty)
    #expect(script.frame.plainText.contains("另有1行选中但被筛选隐去，不在其内。"))
    try script.press("Enter")
    #expect(script.state.projection.history.compactMap(\.unit) == ["云南省文史研究馆"])
  }

  @Test func aPrefectureOfSeveralUnitsIsAskedAbout() throws {
    var script = try Script(view: .prefectures)
    try script.press("Home p")
    #expect(script.effects.isEmpty)
    #expect(script.frame.plainText.contains("登记纸质版：省直"))
    #expect(script.frame.plainText.contains("云南省文史研究馆 登纸质版"))
    #expect(script.frame.plainText.contains("云南省文化厅 登纸质版"))
    try script.press("Enter")
    #expect(script.state.projection.history.count == 2)
    try script.press("Escape / lit:临沧 Enter p")
    #expect(script.state.projection.history.count == 3)
  }

  @Test func marksComeBackInSight() throws {
    var before = try Script(view: .deadlines)
    try before.press("Space G")
    let looks = Looks(language: .chinese, appearance: before.state.appearance)
    let memory = Memory(of: before.state, at: Instant(seconds: 0), begunWith: looks)
    var after = try Script(.chinese, 80, 16)
    after.change { $0.take(up: memory, at: Instant(seconds: 60)) }
    #expect(after.foot.contains("已选 1"))
  }

  @Test func plainModeSaysThatRowsAreMarked() throws {
    var script = try Script(view: .deadlines)
    try script.press("Space Space")
    var dialogue = script.dialogue()
    let lines = script.say("", to: &dialogue)
    #expect(lines.contains("已选 2。"))
  }
}
