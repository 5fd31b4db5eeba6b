import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import DisplayText
import TerminalKit
import Testing

/// What a screen says for as long as it is so, and what its sentences come to in full.
@Suite struct BannerSessions {
  /// The quarter as it was known at a moment.
  private func asKnown(_ language: Language, _ columns: Int, _ rows: Int) throws -> Script {
    var script = try Script(language, columns, rows, view: .deadlines)
    let known = script.state.projection
    let moment = try #require(Instant("2018-10-19T01:00:00Z"))
    let settings = try ShippedStore.open().settings
    script.change { state in
      let snapshot = state.snapshot
      state.snapshot = Snapshot(
        title: snapshot.title, province: snapshot.province, quarters: snapshot.quarters,
        projection: Projection(
          of: known.inspection, directory: known.directory, events: known.events,
          settings: settings, asOf: known.asOf, knownAt: moment),
        today: snapshot.today,
        access: .readOnly(Phrase("只看较早的登记", "only what was known then")))
    }
    return script
  }

  @Test(arguments: View.allCases)
  func everyViewSaysWhoseKnowledgeItShows(_ view: View) throws {
    for (columns, rows) in [(60, 16), (80, 24), (120, 36)] {
      var script = try asKnown(.chinese, columns, rows)
      try script.press(String(view.digit))
      #expect(script.foot.contains("只看 2018-10-19 09:00 前登记的"))
      var english = try asKnown(.english, columns, rows)
      try english.press(String(view.digit))
      #expect(english.foot.contains("as known 2018-10-19 09:00"))
    }
  }

  @Test func nothingIsRecordedIntoThePast() throws {
    var script = try asKnown(.chinese, 80, 24)
    try script.press("p")
    #expect(script.message == "只看较早的登记")
    #expect(script.effects.isEmpty)
  }

  // MARK: - Facets

  /// How many rows the list shows, as its head counts them: 5 / 19.
  private func rows(_ script: Script) throws -> Int {
    let words = script.head.split(separator: " ").map(String.init)
    let slash = try #require(words.lastIndex(of: "/"))
    return try #require(Int(words[slash - 1]))
  }

  @Test func facetsOutliveTheLanguage() throws {
    var script = try Script(view: .sites)
    try script.press("f Space Escape")
    let shown = try rows(script)
    #expect((1..<19).contains(shown))
    #expect(script.head.contains("筛选：省直"))
    try script.press("L")
    #expect(try rows(script) == shown)
    #expect(script.head.contains("filter: Provincial"))
    try script.press("L")
    #expect(try rows(script) == shown)
  }

  /// A row with two categories is under each of them.
  @Test func aRowIsUnderEachOfItsCategories() throws {
    var script = try Script(.chinese, 100, 40, view: .sites)
    try script.press("f")
    let line = try #require(
      script.frame.lines.compactMap { $0.split(separator: "[ ] ").last }
        .first { $0.hasPrefix("错字漏字") })
    #expect(line.split(separator: " ").prefix(2) == ["错字漏字", "10"])
  }

  // MARK: - Returned parts

  @Test func theDayOfAReturnIsNotTheDayOfArrival() throws {
    var script = try Script(.chinese, 100, 30, asOf: "2018-10-19", view: .deadlines)
    try script.press("End D lit:2018-10-17 Enter P Tab Right Right Enter")
    #expect(script.state.projection.obligation(of: "临沧")?.submission == .toReturn)
    try script.press("D lit:2018-10-19 Enter m t Tab Tab lit:未签字 Enter")
    guard script.state.overlay == nil else {
      Issue.record("\(script.frame.plainText)")
      return
    }
    #expect(script.state.projection.obligation(of: "临沧")?.submission == .returned)
    let row = try #require(script.frame.lines.first { $0.contains("临沧") })
    // Which part went back stands in its column, beside the report as a whole.
    #expect(row.ranges(of: "已退回").count == 2 && !row.contains("10-19 "))
    #expect(script.frame.plainText.contains("10-17 收到，10-19 退回，待重报"))
    #expect(!script.frame.plainText.contains("10-19 收到"))
  }

  // MARK: - Messages

  @Test(arguments: [(60, 16), (80, 24), (100, 30)])
  func aLongSentenceIsReadWhole(_ columns: Int, _ rows: Int) throws {
    var script = try Script(.chinese, columns, rows, view: .deadlines)
    let sentence =
      "已写入，但不能确认是否已存盘：存盘失败：“events/2018Q3/2018-10-19/00000000.json”：磁盘已满；请检查数据目录。"
      + "排除后按 Esc、再按 r 重新存盘，不要再登记一次。"
    script.act(.failed(Phrase(sentence, sentence)))
    let text = script.frame.lines.joined().filter { $0 != " " }
    #expect(text.contains(sentence.filter { $0 != " " }))
    for line in script.frame.lines { #expect(line.displayWidth == columns) }
  }

  /// What this program recorded itself is no news, and news never hides a problem.
  @Test func onesOwnMarkIsNotAnotherPrograms() throws {
    var script = try Script(view: .deadlines)
    script.recordElsewhere(
      EventDraft(
        on: script.state.projection.asOf, quarter: ShippedStore.quarter, subject: .unit("怒江"),
        payload: .receipt(Receipt(part: .paper))))
    let later = script.state.snapshot
    let batch = try #require(later.history.first?.event.batch)
    var own = try Script(view: .deadlines)
    own.act(.failed(Phrase("不能确认是否已存盘", "not certain")))
    own.act(.changed(later, own: [batch]))
    #expect(own.message == "不能确认是否已存盘")
    #expect(own.state.talk.news.isEmpty)
    #expect(own.state.projection.obligation(of: "怒江")?.submission == .electronicMissing)
    var other = try Script(view: .deadlines)
    other.act(.failed(Phrase("磁盘已满", "the disk is full")))
    other.act(.changed(later))
    #expect(other.message == "磁盘已满")
    #expect(other.state.talk.messages.last?.text.chinese == "其他程序登记了1条：怒江")
    #expect(!other.state.talk.news.isEmpty)
  }

  /// No record is ever removed: one that is gone is told as that, and not as something new.
  @Test func whatVanishedIsNotNew() throws {
    var script = try Script(view: .deadlines)
    let before = script.state.snapshot
    script.recordElsewhere(
      EventDraft(
        on: script.state.projection.asOf, quarter: ShippedStore.quarter, subject: .unit("怒江"),
        payload: .receipt(Receipt(part: .paper))))
    let later = script.state.snapshot
    var other = try Script(view: .deadlines)
    other.act(.changed(later))
    #expect(other.message == "其他程序登记了1条：怒江")
    other.act(.changed(before))
    #expect(other.message == "有1条记录从数据目录里消失了，请查明原因，从备份恢复")
    #expect(other.state.talk.message?.kind == .problem)
  }

  // MARK: - The next step

  @Test func aFailedRecheckCallsForADecision() throws {
    var script = try Script(.chinese, 100, 30, asOf: "2018-11-05")
    try script.press("5 End b 6 / lit:临沧 Enter * - w 5")
    let row = try #require(script.frame.lines.first { $0.contains("临沧") })
    #expect(row.contains("5/5 不到位5"))
    #expect(row.contains("研究问责"))
    try script.press("m o C-u lit:2018-11-20 Enter")
    #expect(script.state.projection.obligation(of: "临沧")?.next?.what == .order)
    #expect(try #require(script.frame.lines.first { $0.contains("临沧") }).contains("11-20再报"))
  }

  /// A retraction is an act as any other, and the last one: `u` takes it back, not another record.
  @Test func undoTakesARetractionBack() throws {
    var script = try Script(view: .deadlines)
    try script.press("/ lit:昆明 Enter p Escape / lit:怒江 Enter p 9")
    try script.press("/ lit:昆明 Enter M lit:登记错了 Enter")
    #expect(script.state.projection.obligation(of: "昆明")?.submission == .outstanding)
    try script.press("u")
    #expect(script.state.projection.obligation(of: "昆明")?.submission == .electronicMissing)
    #expect(script.state.projection.obligation(of: "怒江")?.submission == .electronicMissing)
  }
}
