import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What was filled into a dialog outlives the end of the program, until it is recorded or dropped.
@Suite struct LeftoverSessions {
  private let now = Instant(seconds: 1_540_000_000)

  private func memory(of script: Script) -> Memory {
    Memory(
      of: script.state, at: now,
      begunWith: Looks(
        language: script.state.language, appearance: script.state.appearance))
  }

  /// A program that ended while a dialog was filled in, and the next one.
  private func restarted(
    _ keys: String, _ language: Language = .chinese, asOf: String = "2018-10-19",
    view: View = .deadlines, then later: String? = nil,
    _ change: (inout Memory) -> Void = { _ in }
  ) throws -> Script {
    var before = try Script(language, 100, 30, asOf: asOf, view: view)
    try before.press(keys)
    var memory = memory(of: before)
    change(&memory)
    var after = try Script(language, 100, 30, asOf: later ?? asOf, view: view)
    after.change { $0.take(up: memory, at: now) }
    return after
  }

  private func dialog(_ script: Script) throws -> RecordDialog {
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("no dialog is open")
      throw CancellationError()
    }
    return dialog
  }

  @Test(arguments: Language.allCases)
  func aDialogComesBackByItsKey(_ language: Language) throws {
    var script = try restarted("End c lit:李四 Tab lit:24日报 Tab lit:10-24 Tab Right", language)
    #expect(
      script.message
        == (language == .chinese
          ? "上次填写的“催办 临沧”没有登记，内容还在：R 接着填"
          : "“Chase, Lincang”, filled in last time, is not recorded and still here: R goes on"))
    #expect(script.foot.contains(language == .chinese ? "填写未登记 1" : "1 not recorded"))
    try script.press("1 R")
    #expect(
      script.message
        == (language == .chinese
          ? "已填入上次没有登记的内容" : "what was filled in last time and not recorded is here"))
    let dialog = try dialog(script)
    #expect(dialog.references == [.unit("临沧")])
    #expect(dialog.text(.to) == "李四" && dialog.text(.answer) == "24日报")
    #expect(dialog.focus == .chaseChannel && dialog.choice(.chaseChannel) == 1)
    #expect(script.frame.plainText.contains(language == .chinese ? "Esc 先放下" : "Esc put aside"))
    try script.press("Enter")
    #expect(script.state.overlay == nil)
    let chases = try #require(script.state.projection.obligation(of: "临沧")?.chases)
    #expect(chases.lastTo == "李四" && chases.lastAnswer == "24日报")
    // It is recorded: nothing is left, and the key says so.
    #expect(script.state.leftovers.isEmpty && memory(of: script).leftovers.isEmpty)
    #expect(!script.line(2).contains(language == .chinese ? "填写未登记" : "not recorded"))
    try script.press("R")
    #expect(
      script.message
        == (language == .chinese
          ? "没有填写了未登记的内容" : "nothing was filled in and left unrecorded"))
  }

  /// The same act on the same thing opens it, another one does not.
  @Test func theSameActOnTheSameThingFindsItsText() throws {
    var script = try restarted("End c lit:李四")
    try script.press("Home c")
    #expect(try dialog(script).text(.to) == nil)
    try script.press("Escape End m x")
    #expect(try dialog(script).text(.authority) == nil)
    try script.press("Escape c")
    #expect(try dialog(script).text(.to) == "李四")
  }

  /// By the key of the act what was left is only proposed: what is typed takes its place, and the day
  /// is the one looked at.
  @Test func whatIsTypedTakesThePlaceOfWhatWasLeft() throws {
    var script = try restarted("End m n lit:旧文字", then: "2018-10-25")
    try script.press("End m n")
    #expect(try dialog(script).text(.text) == "旧文字")
    #expect(try dialog(script).day(.day) == Day("2018-10-25"))
    script.type("新文字")
    #expect(try dialog(script).text(.text) == "新文字")
    // Whoever goes on with it adds to it.
    var other = try restarted("End m n lit:旧文字", then: "2018-10-25")
    try other.press("R")
    #expect(try dialog(other).day(.day) == Day("2018-10-19"))
    other.type("、新文字")
    #expect(try dialog(other).text(.text) == "旧文字、新文字")
  }

  /// Rows that were marked come back with the dialog, in whatever order they stand now.
  @Test func markedRowsComeBack() throws {
    var script = try restarted("* m n lit:一并催报")
    #expect(script.message == "上次填写的“备注 7项”没有登记，内容还在：R 接着填")
    try script.press("U R Enter")
    #expect(script.state.projection.events.count == 7)
    #expect(script.state.leftovers.isEmpty)
  }

  /// All fields and choices of every act, on the day on which they were filled in.
  @Test func everyFieldOfEveryActComesBack() throws {
    for act in Act.allCases {
      var script = try Script(.chinese, 100, 30, asOf: "2018-11-05")
      let reference = Reference.unit("临沧")
      var leftover = Leftover(
        quarter: ShippedStore.quarter, act: act, references: [reference],
        opened: try #require(Day("2018-11-02")), focus: .day, known: 0)
      for field in act.fields(about: [reference]) {
        if let choices = act.choices(of: field) {
          leftover.choices[field] = choices[choices.count - 1].chinese
        } else {
          leftover.texts[field] = field == .day ? "2018-11-03" : "甲\(field)"
        }
      }
      script.change {
        $0.leftovers = [leftover]
      }
      try script.press("R")
      let dialog = try dialog(script)
      for field in dialog.fields {
        if let choices = dialog.choices(of: field) {
          #expect(
            choices[dialog.choice(field)].chinese == leftover.choices[field], "\(act) \(field)")
        } else {
          #expect(dialog.text(field) == leftover.texts[field], "\(act) \(field)")
        }
      }
      // It is left again as it was.
      #expect(script.state.unrecorded == [leftover], "\(act)")
    }
  }

  /// An arrow whose ESC came long before the rest must not cost what was typed.
  @Test(arguments: Language.allCases)
  func whatIsCancelledComesBack(_ language: Language) throws {
    var script = try Script(language, asOf: "2018-10-23", view: .deadlines)
    try script.press("End c lit:李四 Escape")
    #expect(script.state.overlay == nil && script.state.leftovers.isEmpty)
    #expect(
      script.message
        == (language == .chinese
          ? "没有登记：R 找回填写的内容" : "nothing is recorded: R brings back what was filled in"))
    try script.press("R")
    #expect(try dialog(script).texts[.to]?.text == "李四")
    try script.press("Escape Escape")
    #expect(script.state.leftovers.isEmpty)
    // A dialog that was only looked at leaves nothing.
    try script.press("c Escape R")
    #expect(script.state.overlay == nil)
  }

  /// Esc puts it aside, Esc again drops it; any key between keeps it.
  @Test func escPutsAsideAndEscAgainDrops() throws {
    var script = try restarted("End c lit:李四")
    try script.press("R lit:、王五 Escape")
    #expect(script.state.overlay == nil)
    #expect(script.message == "填写的内容还留着，没有登记：R 接着填，再按 Esc 丢弃")
    #expect(script.state.leftovers.map(\.texts[.to]) == ["李四、王五"])
    try script.press("Down Escape")
    #expect(script.state.leftovers.count == 1)
    try script.press("R Escape Escape")
    #expect(script.message == "已丢弃填写的内容：催办 临沧")
    #expect(script.state.leftovers.isEmpty && memory(of: script).leftovers.isEmpty)
    try script.press("L")
    script.change { $0.leftovers = self.leftovers }
    try script.press("R Escape")
    #expect(
      script.message
        == "what was filled in is kept, not recorded: R goes on, Esc again drops it")
    try script.press("Escape")
    #expect(script.message == "dropped what was filled in: Chase, Lincang")
  }

  private var leftovers: [Leftover] {
    guard let day = Day("2018-10-19") else { return [] }
    var leftover = Leftover(
      quarter: ShippedStore.quarter, act: .chase, references: [.unit("临沧")], opened: day,
      focus: .to, known: 0)
    leftover.texts[.to] = "李四"
    return [leftover]
  }

  /// A dialog that was opened and not filled in, or was given up, leaves nothing.
  @Test(arguments: ["End c", "End c Tab Down", "End c lit:李四 Escape", "End P", "/ lit:临沧"])
  func whatNobodyFilledInIsNotKept(_ keys: String) throws {
    let script = try restarted(keys)
    #expect(script.state.leftovers.isEmpty)
    #expect(!script.line(2).contains("填写未登记"))
  }

  /// It is under the help and behind the question who records.
  @Test func whatLiesOverTheDialogHidesNothing() throws {
    #expect(try restarted("End c lit:李四 F1").state.leftovers.count == 1)
    var before = try Script(view: .deadlines)
    before.change { $0.asksForActor = true }
    try before.press("End c lit:李四 Enter lit:张")
    guard before.state.overlay is ActorPrompt else {
      Issue.record("nobody is asked")
      return
    }
    #expect(memory(of: before).leftovers.map(\.texts[.to]) == ["李四"])
  }

  /// Ctrl-C asks once, leaves by the second and keeps the text; verdicts that wait lose it nothing.
  @Test func ctrlCKeepsIt() throws {
    var script = try Script(.chinese, 100, 30, view: .deadlines)
    try script.press("End c lit:李四 C-c")
    #expect(script.frame.plainText.contains("再按一次 Ctrl-C 退出程序，"))
    #expect(script.frame.plainText.contains("内容留到下次"))
    try script.press("C-c")
    #expect(script.hasQuit)
    #expect(memory(of: script).leftovers.count == 1)
    var run = try Script(asOf: "2018-11-05")
    try run.press("6 + 5 End c lit:李四 C-c C-c")
    #expect(!run.hasQuit)
    #expect(run.state.leftovers.count == 1)
  }

  /// Records of others since then are told of.
  @Test func whatCameSinceIsSaid() throws {
    var script = try restarted("End c lit:李四")
    script.recordElsewhere(
      EventDraft(
        on: try #require(Day("2018-10-19")), quarter: ShippedStore.quarter,
        subject: .unit("临沧"), payload: .chase(Chase(to: "王五"))))
    try script.press("R")
    #expect(script.message == "已填入上次没有登记的内容；此后另有登记，请核对")
    // Whoever looked at it and put it aside without a change has not looked again.
    try script.press("Escape R")
    #expect(script.message == "已填入上次没有登记的内容；此后另有登记，请核对")
  }

  /// Another quarter's waits there; that of a quarter that is gone is not offered.
  @Test func itWaitsInItsQuarter() throws {
    var script = try restarted("End c lit:李四")
    try script.press("]")
    #expect(script.state.projection.quarter != ShippedStore.quarter)
    try script.press("R")
    #expect(script.message == "2018年三季度有填写了未登记的内容：回到该季度（[ ]）再按 R")
    try script.press("[ R")
    #expect(try dialog(script).text(.to) == "李四")
    let gone = try restarted("End c lit:李四") { memory in
      memory.leftovers[0].quarter = Quarter("1999Q1") ?? memory.leftovers[0].quarter
    }
    #expect(gone.message?.contains("填写") != true)
    #expect(memory(of: gone).leftovers.count == 1)
  }

  @Test func whoeverOnlyLooksDropsNothing() throws {
    var script = try Script(readOnly: true)
    script.change { $0.leftovers = leftovers }
    try script.press("R")
    #expect(script.message == "只读打开")
    #expect(memory(of: script).leftovers == leftovers)
  }

  /// A recording that failed keeps the dialog, and what ends the program then keeps its text.
  @Test func aFailedRecordingKeepsIt() throws {
    var script = try Script(view: .deadlines)
    script.failure = Phrase("未登记任何内容：磁盘已满", "nothing was recorded: the disk is full")
    try script.press("End c lit:李四 Enter")
    #expect(memory(of: script).leftovers.map(\.texts[.to]) == ["李四"])
  }

  /// No more than a few are kept, the latest.
  @Test func theyAreBounded() throws {
    var script = try Script(view: .deadlines)
    script.change { state in
      state.leftovers = (0..<Leftover.most).map { index in
        var leftover = leftovers[0]
        leftover.references = [.unit(UnitID("\(index)"))]
        return leftover
      }
    }
    try script.press("End c lit:李四")
    let kept = script.state.unrecorded
    #expect(kept.count == Leftover.most)
    #expect(kept.last?.references == [.unit("临沧")])
    #expect(kept.first?.references == [.unit("1")])
  }

  // MARK: - Two windows

  @Test func whatAnotherWindowLeftIsKeptAndWhatItRecordedIsNot() throws {
    var other = leftovers[0]
    other.act = .note
    var own = leftovers[0]
    own.act = .extend
    var begun = Memory()
    begun.leftovers = leftovers
    var stored = Memory()
    stored.leftovers = [other]
    var kept = begun
    kept.leftovers.append(own)
    kept.keepUnrecorded(of: stored, unlike: begun)
    #expect(kept.leftovers == [other, own])
    // The same text in both windows is one.
    stored.leftovers = [own]
    kept.leftovers = [own]
    kept.keepUnrecorded(of: stored, unlike: Memory())
    #expect(kept.leftovers == [own])
  }

  // MARK: - Plain mode

  @Test func plainModeKeepsTheAnswers() throws {
    var script = try Script(view: .deadlines)
    var dialogue = script.dialogue()
    for line in ["c 7", "李四", "24日报"] { _ = script.say(line, to: &dialogue) }
    #expect(dialogue.end() == ["「催办 临沧」填写的内容没有登记；留到下次打开。"])
    let memory = Memory(
      of: dialogue.state, at: now,
      begunWith: Looks(language: .chinese, appearance: dialogue.state.appearance))
    #expect(memory.leftovers.map(\.texts[.answer]) == ["24日报"])
    var next = try Script(view: .deadlines)
    next.change { $0.take(up: memory, at: now) }
    dialogue = next.dialogue()
    #expect(dialogue.opening().contains("上次填写的「催办 临沧」没有登记，内容还在：R 接着填"))
    #expect(next.say("R", to: &dialogue).contains("接话人：李四（回车不变）"))
    // A full stop puts it aside, another one drops it.
    #expect(next.say(".", to: &dialogue).first == "填写的内容还留着，没有登记：R 接着填，再输入 . 丢弃")
    _ = next.say("R", to: &dialogue)
    for _ in 0..<5 { _ = next.say("", to: &dialogue) }
    #expect(next.say("", to: &dialogue).first == "已登记：催办 临沧")
    #expect(dialogue.state.leftovers.isEmpty)
  }

  @Test func plainModeDropsByTwoStops() throws {
    var script = try Script(view: .deadlines)
    script.change { $0.leftovers = leftovers }
    var dialogue = script.dialogue()
    _ = script.say("R", to: &dialogue)
    _ = script.say(".", to: &dialogue)
    #expect(script.say(".", to: &dialogue) == ["已丢弃填写的内容：催办 临沧"])
    #expect(dialogue.state.leftovers.isEmpty)
  }
}
