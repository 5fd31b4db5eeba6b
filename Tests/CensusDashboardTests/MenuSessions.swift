import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// The menu opens no form that is refused whatever is filled in; days are read as people type them.
@Suite struct MenuSessions {
  @Test(arguments: [
    ("h", "不是核对项；请在 8 核对 中选中一条。"), ("d", "问题明细只属于一条问题"), ("f", "先在 9 记录 中选中要保留的那条记录"),
    ("v", "请打开它，选中网站或问题再办理"), ("s", "不是网站"), ("g", ""), ("i", "没有已剔除的问题"),
  ])
  func whatCannotBeDoneOnAUnitIsSaidAtOnce(_ letter: String, _ why: String) throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End m " + letter)
    guard !why.isEmpty else {
      guard script.state.overlay is RecordDialog else {
        Issue.record("no dialog")
        return
      }
      return
    }
    guard script.state.overlay is ActMenu else {
      Issue.record("the menu is gone")
      return
    }
    #expect(script.message?.contains(why) == true, "\(script.message ?? "nothing")")
    // The entry under the cursor says it in the menu as well.
    #expect(script.frame.lines.contains { $0.contains(why.prefix(8)) })
  }

  /// Wherever one stands, an entry of the menu opens a form that can be filled in so that it is
  /// recorded, or says at once why not.
  @Test(arguments: Language.allCases)
  func noFormIsRefusedWhateverIsFilledIn(_ language: Language) throws {
    for (keys, act, why) in [
      ("3", Act.reinstate, Phrase("没有剔除", "was not struck off")),
      ("3 Enter", .reinstate, Phrase("没有剔除", "was not struck off")),
      ("2", .correct, Phrase("这里没有可以更正的内容", "nothing of this can be corrected")),
      ("8", .correct, Phrase("这里没有可以更正的内容", "nothing of this can be corrected")),
      ("5 b 9", .correct, Phrase("这里没有可以更正的内容", "nothing of this can be corrected")),
      ("5 * ", .correct, Phrase("更正一次只能办一项", "one thing is corrected at a time")),
      ("5 b 9", .extend, Phrase("选中的是一条记录或批示", "the row is a record or an instruction")),
      ("5", .availability, Phrase("请在 3 网站 中选中一个", "choose one in 3 Sites")),
    ] {
      var script = try Script(language, 120, 30, asOf: "2018-11-05")
      try script.press(keys + " m " + String(act.letter))
      guard script.state.overlay is ActMenu else {
        Issue.record("\(keys): a form for \(act)")
        continue
      }
      #expect(script.message?.contains(why[language]) == true, "\(keys): \(script.message ?? "")")
    }
    // What one field of them can be corrected by is none.
    for keys in ["5", "3", "3 Enter"] {
      var script = try Script(language, 120, 30, asOf: "2018-11-05")
      try script.press(keys + " m g")
      guard script.state.overlay is RecordDialog else {
        Issue.record("\(keys): no form: \(script.message ?? "")")
        continue
      }
    }
  }

  @Test func whatCanBeDoneOpensItsForm() throws {
    for letter in ["p", "e", "b", "c", "x", "n", "w", "l", "o", "a", "r", "t"] {
      var script = try Script(.chinese, 100, 30, asOf: "2018-11-05", view: .rechecks)
      try script.press("- w g m " + letter)
      guard script.state.overlay is RecordDialog else {
        Issue.record("no dialog: \(letter): \(script.message ?? "")")
        continue
      }
    }
  }

  @Test(arguments: [
    "2018-10-22", "２０１８－１０－２２", "2018年10月22日", "２０１８年１０月２２日", "10月22日", "10月22号", "2018/10/22",
    "2018.10.22", "20181022", "10-22", "2018 10 22",
  ])
  func aDayIsReadAsPeopleTypeIt(_ text: String) throws {
    let day = try #require(Day("2018-10-22"))
    let near = try #require(Day("2018-10-19"))
    #expect(Day(typed: text, near: near) == day)
    var script = try Script(view: .deadlines)
    script.act(.key("D"))
    script.type(text)
    try script.press("Enter")
    #expect(script.state.projection.asOf == day)
    var dialog = try Script(asOf: "2018-10-30", view: .deadlines)
    try dialog.press("End P C-u")
    dialog.type(text)
    try dialog.press("Enter")
    #expect(dialog.state.projection.events.map(\.on) == [day])
  }

  /// What is typed behind the day that a dialog comes with takes its place; signs change it.
  @Test(arguments: [
    ("2 2", "2018-10-22"), ("1 0 2 2", "2018-10-22"), ("-", "2018-10-29"), ("- -", "2018-10-28"),
    ("- 3", "2018-10-27"), ("- + -", "2018-10-29"), ("- - 2 2", "2018-10-22"),
    ("BSpace 2", "2018-10-22"), ("lit:昨天", "2018-10-29"), ("lit:周一", "2018-10-29"),
    ("f r i", "2018-10-26"), ("C-u - 3", "2018-10-27"), ("C-u 1 0 - 2 2", "2018-10-22"),
  ])
  func theDayOfADialogIsTypedOver(_ keys: String, _ expected: String) throws {
    var script = try Script(asOf: "2018-10-30", view: .deadlines)
    try script.press("End P " + (keys == "BSpace 2" ? "BSpace BSpace 2 2" : keys))
    let day = try #require(Day(expected))
    let isWhole = (script.state.overlay as? RecordDialog)?.texts[.day]?.text == expected
    // The reading stands beside what is typed, with its weekday.
    let reading = (isWhole ? "" : "\(day) ") + Terms.weekday(day.weekday).chinese
    #expect(script.frame.plainText.contains(reading))
    try script.press("Enter")
    #expect(script.state.projection.events.map(\.on) == [day])
  }

  /// The day that is proposed for a new deadline is none that somebody typed, either.
  @Test(arguments: [("2 0", "20"), ("lit:2018-12-30", "2018-12-30"), ("+", "2018-11-06")])
  func aProposedDeadlineIsTypedOver(_ keys: String, _ expected: String) throws {
    var script = try Script(asOf: "2018-10-22", view: .deadlines)
    try script.press("m x")
    #expect((script.state.overlay as? RecordDialog)?.texts[.until]?.text == "2018-11-05")
    try script.press(keys)
    #expect((script.state.overlay as? RecordDialog)?.texts[.until]?.text == expected)
  }

  /// A round can be chosen where there is more than one.
  @Test func theRoundOfAReceipt() throws {
    var script = try Script(.chinese, 100, 30, asOf: "2018-11-05", view: .deadlines)
    try script.press("End P")
    #expect(!script.frame.plainText.contains("轮次"))
    try script.press(
      "Escape 6 / lit:耿马政府公众 Enter - w g m o C-u lit:2018-11-20 Enter Escape 5 End P")
    #expect(script.frame.plainText.contains("轮次"))
    #expect(script.frame.plainText.contains("‹ 当前一轮 ›"))
    try script.press("Tab Right")
    #expect(script.frame.plainText.contains("‹ 第1轮 ›"))
    try script.press("Enter")
    let rounds = script.state.projection.events.compactMap { event -> Int? in
      if case .receipt = event.payload { event.round } else { nil }
    }
    #expect(Set(rounds) == [1])
  }

  /// A row that contradicts itself is flagged among the categories too.
  @Test func aConflictIsFlaggedAmongTheIssues() throws {
    var script = try Script(asOf: "2018-11-05", view: .issues)
    #expect(!script.frame.lines.contains { $0.contains("! ") })
    for verdict in Recheck.Verdict.allCases.prefix(2) {
      script.recordElsewhere(
        EventDraft(
          on: try #require(Day("2018-11-05")), quarter: ShippedStore.quarter,
          subject: .findings([FindingID(ShippedStore.quarter, number: 1)]),
          payload: .recheck(Recheck(verdict: verdict))))
    }
    #expect(script.frame.lines.contains { $0.contains("! ") })
  }
}
