import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// A terminal where keys come in bursts, as when an input method commits a whole text.
private struct BurstTerminal: Terminal {
  let size = Size(columns: 80, rows: 24)
  var bursts: [[TerminalKit.Event]]
  var frames: [Grid] = []
  var adopted: [Appearance] = []
  var suspensions = 0
  var repaints = 0

  var hasPendingEvents: Bool { bursts.first?.isEmpty == false }

  mutating func present(_ grid: Grid) { frames.append(grid) }

  mutating func nextEvent(timeout milliseconds: Int) -> TerminalKit.Event? {
    if bursts.first?.isEmpty == true { bursts.removeFirst() }
    guard !bursts.isEmpty else { return nil }
    return bursts[0].removeFirst()
  }

  mutating func repaint() { repaints += 1 }
  mutating func adopt(_ appearance: Appearance) { adopted.append(appearance) }
  mutating func suspend() { suspensions += 1 }
  mutating func copy(_ text: String) {}
}

struct RuntimeTests {
  private func run(_ bursts: [[Key]]) throws -> (State, BurstTerminal) {
    var state = try Script().state
    var terminal = BurstTerminal(bursts: bursts.map { $0.map { .key($0) } })
    Dashboard.run(&state, on: &terminal) { _ in [] }
    return (state, terminal)
  }

  @Test func aBurstOfKeysMakesOneFrame() throws {
    let keys: [Key] = ["3", "/"] + "怒江".map { .character($0) }
    let (state, terminal) = try run([keys])
    #expect(terminal.frames.count == 2)
    let text = terminal.frames.last?.plainText ?? ""
    #expect(text.contains("筛选：怒江"))
    #expect(state.view == .sites)
    let (_, slowly) = try run(keys.map { [$0] })
    #expect(slowly.frames.count == 5)
    #expect(slowly.frames.last == terminal.frames.last)
  }

  /// What comes together is put in together: each mark, each control between, and in a field alone.
  @Test func charactersThatComeTogetherAreWhatTheyAreOneByOne() throws {
    let words = "e\u{301}怒江 web".unicodeScalars.map { Key.character(Character($0)) }
    for keys: [Key] in [
      ["/"] + words + [.home] + words + [.enter, "5", "4"],
      ["5", "c"] + words + [.tab] + words, ["3", "/", "怒", .escape, "2", "1"],
      ["3", "p", .character(Key.undecodable), "江"], ["/", "a", .character(Key.undecodable), "b"],
    ] {
      let (state, terminal) = try run([keys])
      let (slow, slowly) = try run(keys.map { [$0] })
      #expect(terminal.frames.last == slowly.frames.last, "\(keys)")
      #expect(state.view == slow.view)
    }
  }

  @Test func aRedrawIsNotForgottenInABurst() throws {
    // Nothing else changes, so only the redraw asks for a frame.
    let (_, alone) = try run([[.control("l")]])
    #expect(alone.frames.count == 2)
    #expect(alone.repaints == 1)
    let (_, before) = try run([[.control("l"), "3", "1"]])
    #expect(before.frames.count == 2)
    let (_, overAPrompt) = try run([["3", "/"], [.control("l")]])
    #expect(overAPrompt.frames.count == 3)
    let (_, without) = try run([["3", "1"]])
    #expect(without.frames.count == 1)
    #expect(without.repaints == 0)
  }

  @Test func aSuspensionInABurstIsDoneAtOnceAndDrawnAfterIt() throws {
    let (_, terminal) = try run([[.control("z"), .control("z")]])
    #expect(terminal.suspensions == 2)
    #expect(terminal.frames.count == 2)
  }

  @Test func anotherThemeIsAdoptedAndDrawn() throws {
    let (state, terminal) = try run([["T"], ["%"]])
    #expect(terminal.adopted.map(\.theme) == [.dark, .light, .light])
    #expect(terminal.adopted.map(\.capturesMouse) == [false, false, true])
    #expect(state.appearance == terminal.adopted.last)
    #expect(terminal.frames.count == 3)
  }

  private func run(answers: [[TerminalKit.Event]], theme: Theme) throws -> (State, BurstTerminal) {
    var state = try Script().state
    state.appearance.theme = theme
    var terminal = BurstTerminal(bursts: answers)
    Dashboard.run(&state, on: &terminal) { _ in [] }
    return (state, terminal)
  }

  /// What the terminal says late is adopted, and drawn if it is news.
  @Test func anAnswerIsAdoptedAndDrawnIfItDiffers() throws {
    let light = TerminalKit.Event.answer(.background(.light))
    let (state, terminal) = try run(answers: [[light]], theme: .auto)
    #expect(terminal.adopted.map(\.shownTheme) == [.dark, .light])
    #expect(state.appearance.theme == .auto)
    #expect(terminal.frames.count == 2 && terminal.repaints == 1)
    let (_, same) = try run(answers: [[.answer(.background(.dark))]], theme: .auto)
    #expect(same.adopted.count == 1 && same.frames.count == 1 && same.repaints == 0)
    // Whoever chose a theme keeps it.
    let (_, chosen) = try run(answers: [[light]], theme: .dark)
    #expect(chosen.adopted.map(\.shownTheme).allSatisfy { $0 == .dark })
  }

  /// The signs are exchanged, every cell is drawn anew, and a dialog stays as it was filled in.
  @Test func anAnswerOnTheWidthLeavesADialogOpen() throws {
    let keys = ["5", "P"].map { TerminalKit.Event.key(.character($0)) }
    let (state, terminal) = try run(
      answers: [keys, [.answer(.columns(2))], [.answer(.background(.light))]], theme: .auto)
    #expect(state.alphabet == .ascii)
    #expect(terminal.repaints == 2)
    let (before, after) = (terminal.frames[1].plainText, terminal.frames[2].plainText)
    #expect(before.contains("签字") && before.contains("│"))
    #expect(after.contains("签字") && !after.contains("│"))
  }

  /// A key that waits while another's record is read was pressed on a frame without it.
  @Test func aKeyBehindNewsIsAskedForAnew() throws {
    var script = try Script(view: .deadlines)
    for _ in 0..<1000 where script.state.hasWork { script.act(.work) }
    let old = script.state
    #expect(!old.hasWork)
    // What the key is about: the unit of the first row.
    try script.press("e")
    guard case .record(let drafts, _) = script.effects.last,
      case .unit(let unit) = drafts[0].subject
    else {
      Issue.record("nothing was recorded: \(script.effects)")
      return
    }
    let name = try #require(old.projection.directory.unit(unit)).name.chinese
    let news = script.state.snapshot
    func records(_ bursts: [[TerminalKit.Event]]) -> (count: Int, frames: [String]) {
      var state = old
      state.asksForActor = false
      var terminal = BurstTerminal(bursts: bursts)
      var count = 0
      Dashboard.run(&state, on: &terminal) { effect in
        if effect == .poll { return [.changed(news)] }
        if effect.records { count += 1 }
        return []
      }
      return (count, terminal.frames.map(\.plainText))
    }
    let blind = records([[.tick, .key("b")]])
    #expect(blind.count == 0)
    #expect(blind.frames.last?.contains("尚未办理：刚才另有登记：desk \(name) 收到电子版") == true)
    // However often it was pressed before the frame; once after it is enough.
    #expect(records([[.tick, .key("b"), .key("b")]]).count == 0)
    #expect(records([[.tick, .key("b")], [.key("b")]]).count == 1)
    #expect(records([[.tick], [.key("b")]]).count == 1)
    // What is about another row was decided upon with all that concerns it.
    #expect(records([[.tick, .key(.down), .key("b")]]).count == 1)
  }
}
