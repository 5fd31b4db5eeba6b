import CensusDashboard
import TerminalKit
import Testing

/// A terminal where keys come in bursts, as when an input method commits a whole text.
private struct BurstTerminal: Terminal {
  let size = Size(columns: 80, rows: 24)
  var bursts: [[Event]]
  var frames: [Grid] = []
  var adopted: [Appearance] = []
  var suspensions = 0
  var repaints = 0

  var hasPendingEvents: Bool { bursts.first?.isEmpty == false }

  mutating func present(_ grid: Grid) { frames.append(grid) }

  mutating func nextEvent(timeout milliseconds: Int) -> Event? {
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
}
