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

  @Test(arguments: [
    "2018-13-1", "2月30日", "22", "2018-10", "10/22/2018", "昨天", "", "1e3", "18-10-22",
  ])
  func whatIsNoDayIsNone(_ text: String) throws {
    let near = try #require(Day("2018-10-19"))
    #expect(Day(typed: text, near: near) == nil)
  }

  /// Without a year the nearest such day is meant.
  @Test func theYearThatIsNotTypedIsTheNearest() throws {
    let january = try #require(Day("2019-01-05"))
    #expect(Day(typed: "12月28日", near: january) == Day("2018-12-28"))
    #expect(Day(typed: "1月10日", near: try #require(Day("2018-12-28"))) == Day("2019-01-10"))
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
