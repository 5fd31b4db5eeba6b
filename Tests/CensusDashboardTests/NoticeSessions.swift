import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// A note may be about the notice as a whole, and is seen where the notice is.
@Suite struct NoticeSessions {
  private static let quarter = ShippedStore.quarter

  @Test(arguments: Language.allCases)
  func aNoteOnTheNoticeIsShownWithIt(_ language: Language) throws {
    var script = try Script(language, 140, 30, view: .notice)
    #expect(script.frame.lines[28].contains(language == .chinese ? "m 办理" : "m record"))
    try script.press("m n lit:请按季通报 Tab Right Tab lit:2018-10-31")
    let dialog = script.frame.plainText
    #expect(dialog.contains(language == .chinese ? "备注：整份通报" : "Note: the whole notice"))
    #expect(dialog.contains(language == .chinese ? "将登记1条记录。" : "1 record."))
    try script.press("Enter")
    #expect(
      script.message
        == (language == .chinese ? "已登记：备注 整份通报" : "recorded: Note, the whole notice"))
    #expect(script.state.projection.events.map(\.subject) == [.notice(Self.quarter)])
    let said =
      language == .chinese
      ? "2018-10-19  领导批示：请按季通报（限2018-10-31前答复）  desk"
      : "2018-10-19      leader's instruction: 请按季通报 (to be answered by 2018-10-31)  desk"
    #expect(script.frame.plainText.contains(said), "\(script.frame.plainText)")
    // It is found there as it is said, and by the number of the notice.
    for words in ["整份通报", "the notice", "55号"] {
      try script.press("9 / lit:\(words.split(separator: " ").last ?? "") Enter")
      #expect(script.frame.plainText.contains("请按季通报"), "\(words)")
      try script.press("Escape")
    }
    // The history says what it is about, and its page with the document.
    try script.press("9")
    #expect(
      script.frame.lines.contains {
        $0.contains(language == .chinese ? "整份通报" : "the notice") && $0.contains("请按季通报")
      })
    try script.press("Enter")
    let about =
      language == .chinese
      ? "通报        整份通报：2018年三季度  云府办明电〔2018〕55号"
      : "Notice          as a whole: Q3 2018  云府办明电〔2018〕55号"
    #expect(script.frame.plainText.contains(about), "\(script.frame.plainText)")
    // A remark on it stands there as well, and its page says what it is about in the end.
    try script.press("m n lit:已转办 Enter 0")
    #expect(
      script.frame.lines.contains { $0.contains("已转办") && $0.contains("2018-10-19") })
    try script.press("9 g Enter")
    #expect(script.frame.plainText.contains(about))
    #expect(
      script.frame.plainText.contains(
        language == .chinese ? "记录        2018-10-19  领导批示" : "Record          2018-10-19"))
    // Both are taken back, one after the other, and stay in the history, struck through.
    try script.press("u u 0")
    #expect(!script.frame.plainText.contains("请按季通报"))
    #expect(!script.frame.plainText.contains("已转办"))
    try script.press("C-r")
    #expect(script.frame.plainText.contains(said))
  }

  /// The search for anything finds the words of a note at the view that shows it.
  @Test func whatWasNotedIsFound() throws {
    var script = try Script(.chinese, 100, 30)
    try script.press("0 m n lit:按季通报情况 Enter 1 C-p lit:按季")
    #expect(script.frame.lines.contains { $0.contains("通报") && $0.contains("0") })
    try script.press("Enter")
    #expect(script.state.place == .view(.notice))
    try script.press("u C-p lit:按季")
    #expect(script.frame.plainText.contains("没有"))
  }

  /// What was noted later is not there on an earlier day.
  @Test func anEarlierDayHasNoLaterNote() throws {
    var script = try Script(asOf: "2018-10-19", view: .notice)
    try script.press("m n lit:请按季通报 Enter D lit:2018-10-18 Enter")
    #expect(!script.frame.plainText.contains("请按季通报"))
    try script.press("D t")
    #expect(script.frame.plainText.contains("请按季通报"))
  }

  /// All other acts are about something in it: their keys say so, and the menu offers the note and
  /// files alone.
  @Test func nothingElseIsRecordedOnTheNotice() throws {
    for key in ["p", "e", "b", "P", "E", "c"] {
      var script = try Script(view: .notice)
      try script.press(key)
      #expect(script.message?.contains("整份通报，只能对其登记备注（m n）") == true, "\(key)")
      #expect(script.state.overlay == nil && script.effects.isEmpty)
      try script.press("L " + key)
      #expect(script.message?.contains("on which only a note can be recorded (m n)") == true)
    }
    for act in Act.common + Act.more where ![.note, .attach, .assign].contains(act) {
      var script = try Script(asOf: "2018-11-05", view: .notice)
      try script.press("m " + String(act.letter))
      guard script.state.overlay is ActMenu else {
        Issue.record("\(act) opens something on the whole notice")
        continue
      }
      #expect(script.message?.isEmpty == false)
    }
  }

  /// A quarter of which only totals are known has a notice, too.
  @Test func aQuarterOfTotalsHasANotice() throws {
    let store = try ShippedStore.open()
    let quarters = store.quarters()
    let quarter = try #require(quarters.first { $0 != Self.quarter })
    var script = try Script(
      .chinese, 100, 30, asOf: "2022-12-30", quarter: quarter, view: .notice)
    try script.press("m n lit:存档 Enter")
    #expect(script.state.projection.events.map(\.subject) == [.notice(quarter)])
    #expect(script.frame.lines.contains { $0.contains("备注：存档") })
  }

  /// In plain mode the page is read out with its notes.
  @Test func plainModeReadsTheNoteOut() throws {
    var script = try Script(view: .notice)
    var dialogue = script.dialogue()
    for line in ["m", "n", "请按季通报", "2", "", ""] { _ = script.say(line, to: &dialogue) }
    #expect(script.say("", to: &dialogue) == ["已登记：备注 整份通报"])
    let page = script.say("0", to: &dialogue)
    #expect(page.contains("2018-10-19 领导批示：请按季通报 desk"), "\(page)")
  }

  /// The rows of `check` are named on the pages of their records.
  @Test func whatIsVerifiedIsNamed() throws {
    var script = try Script(.chinese, 100, 40, view: .checks)
    try script.press("m h Enter 9 Enter")
    guard case .check(let id) = script.state.projection.events.first?.subject else {
      Issue.record("nothing was verified")
      return
    }
    let row = try #require(script.state.snapshot.discrepancies.first { $0.id == id })
    let start = String(row.message.chinese.prefix(10))
    #expect(
      script.frame.lines.contains { $0.contains("核对项") && $0.contains(start) },
      "\(script.frame.plainText)")
  }
}
