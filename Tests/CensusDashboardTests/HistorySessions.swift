import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// 9 记录: by when it happened, a batch as one line that unfolds.
@Suite struct HistorySessions {
  private func note(_ text: String, on day: String, about unit: UnitID = "昆明") throws -> EventDraft
  {
    EventDraft(
      on: try #require(Day(day)), quarter: ShippedStore.quarter, subject: .unit(unit),
      payload: .note(Note(text: text)))
  }

  private func rows(_ script: Script) -> [RowID] { script.state.rows(0).map(\.id) }

  private func shownEvents(_ script: Script) -> Int {
    rows(script).count { if case .event = $0 { true } else { false } }
  }

  @Test func aBatchIsOneLineThatUnfolds() throws {
    var script = try Script(.chinese, 140, 40, view: .deadlines)
    try script.press("End b 9")
    #expect(shownEvents(script) == 0)
    let line = try #require(script.frame.lines.first { $0.contains("▸") })
    #expect(line.contains("收到纸质版（主要负责同志签字）；收到电子版  2条"), "\(line)")
    // What was just recorded is said until the next key.
    script.change { $0.talk.message = nil }
    #expect(script.prompt.contains("Enter 展开"), "\(script.prompt)")
    try script.press("Enter")
    #expect(shownEvents(script) == 2)
    #expect(script.frame.plainText.contains("▾") && script.prompt.contains("Enter 收起"))
    // One of them opens as any record does.
    try script.press("Down Enter")
    #expect(script.state.place != .view(.history))
    try script.press("Escape Up Enter")
    #expect(shownEvents(script) == 0)
  }

  @Test func itIsDividedByWhenItHappened() throws {
    // A Wednesday.
    var script = try Script(asOf: "2018-10-24", view: .history)
    for (text, day) in [
      ("很早", "2018-10-12"), ("周一", "2018-10-22"), ("周二", "2018-10-23"), ("周三", "2018-10-24"),
    ] {
      script.recordElsewhere(try note(text, on: day))
    }
    let wanted = ["今天", "周三", "昨天", "周二", "本周", "周一", "更早", "很早"]
    let lines = script.frame.lines
    let places = wanted.map { word in
      lines.dropFirst(3).firstIndex { $0.contains(word) && !$0.contains("截至") } ?? -1
    }
    #expect(places == places.sorted() && !places.contains(-1), "\(places)")
    // What came while one looked has its place, and is not put below all that was there.
    script.recordElsewhere(try note("又一条", on: "2018-10-23"))
    let later = script.frame.lines
    let new = try #require(later.firstIndex { $0.contains("又一条") })
    let earlier = try #require(later.firstIndex { $0.contains("更早") })
    #expect(new < earlier)
  }

  /// What is all long past needs no heading.
  @Test func nothingButEarlierHasNoHeading() throws {
    var script = try Script(asOf: "2018-11-30", view: .history)
    script.recordElsewhere(try note("很早", on: "2018-10-12"))
    #expect(!script.frame.plainText.contains("更早"))
  }

  /// Whoever filters means single records, whichever batch they are of; kind, unit and person can be
  /// chosen.
  @Test func aFilterShowsEachRecordByItself() throws {
    var script = try Script(view: .deadlines)
    try script.press("End b Up p 9")
    #expect(shownEvents(script) == 1)
    try script.press("/ lit:电子版 Enter")
    #expect(shownEvents(script) == 1 && rows(script).count == 1)
    try script.press("Escape f")
    for title in ["类型", "单位"] { #expect(script.frame.plainText.contains(title)) }
    #expect(script.state.overlay != nil)
  }

  @Test func theLineOfABatchIsRetractedAsAWhole() throws {
    var script = try Script(view: .deadlines)
    try script.press("End b 9 M lit:误登 Enter")
    let history = script.state.projection.history
    let acts = history.filter { !$0.event.isRetraction }
    #expect(acts.allSatisfy { $0.isRetracted })
    #expect(script.state.projection.obligation(of: "临沧")?.submission == .outstanding)
    #expect(script.frame.plainText.contains("（已撤销）"))
  }

  @Test func whatIsFoldedAwayIsExportedAndCopied() throws {
    var script = try Script(view: .deadlines)
    try script.press("End b 9 x Enter")
    guard case .export(let export) = script.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(export.rows.count == 2)
    try script.press("y l")
    guard case .copy(let text) = script.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("收到电子版") && !text.contains("▸"))
  }

  /// `J` and `K` go from record to record, into batches that are folded.
  @Test func theNextRecordIsFoundInAFoldedBatch() throws {
    var script = try Script(view: .deadlines)
    try script.press("End b Up p 9 Enter J")
    guard case .event(let id)? = script.state.way.places.last else {
      Issue.record("no record is open")
      return
    }
    let opened = try #require(script.state.projection.event(id))
    #expect(opened.subject == .unit("临沧"))
    try script.press("K")
    guard case .event(let back)? = script.state.way.places.last else {
      Issue.record("no record is open")
      return
    }
    #expect(script.state.projection.event(back)?.subject != .unit("临沧"))
  }

  /// Records that say the same are told together, each with its rows.
  @Test func verdictsOfABatchAreToldTogether() throws {
    var script = try Script(.chinese, 140, 40, asOf: "2018-11-05")
    try script.press("6 + - + w 9")
    let line = try #require(script.frame.lines.first { $0.contains("▸") })
    #expect(line.contains("第1、3行：第1轮复查，整改到位；第2行：第1轮"), "\(line)")
  }

  /// In English a sentence begins with a capital letter, here and wherever it is read out.
  @Test func sentencesBeginWithACapital() throws {
    var script = try Script(.english, 120, 36, view: .deadlines)
    try script.press("End b Up p 9")
    #expect(script.frame.plainText.contains("Paper part received"))
    #expect(!script.frame.plainText.contains(" paper part received"))
    var plain = script.dialogue()
    let said = script.say("", to: &plain).joined(separator: "\n")
    #expect(
      said.contains("Paper part received") && !said.contains(" paper part received"), "\(said)")
  }
}

extension CensusCore.Event {
  fileprivate var isRetraction: Bool {
    if case .retract = payload { true } else { false }
  }
}
