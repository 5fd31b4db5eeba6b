import CensusCommand
import CensusDashboard
import Glibc
import NcursesTerminal

/// Holds the dialogue of plain mode on standard input and output.
enum PlainLoop {
  /// Reads lines until the person leaves or the input ends.
  ///
  /// - Parameters:
  ///   - state: where to begin; the last state when it returns.
  ///   - input: where the lines come from.
  ///   - note: what is said first, if anything.
  ///   - perform: does what is asked of the world, and tells what came of it.
  ///   - resting: keeps the verdicts that nobody recorded, after an answer that changed them; whether
  ///     that went well.
  /// - Returns: zero, or the number of the error for which nothing more could be said.
  static func run(
    _ state: inout State, from input: inout LineInput, note: String?, perform: (Effect) -> [Action],
    resting: (State) -> Bool
  ) -> Int32 {
    var dialogue = PlainDialogue(state)
    defer { state = dialogue.state }
    var code = say((note.map { [$0] } ?? []) + dialogue.opening())
    let isTyped = isatty(STDIN_FILENO) == 1
    // Nobody is to act on what they cannot read.
    lines: while code == 0, !dialogue.isOver {
      if isTyped { code = write("> ") }
      guard code == 0 else { break }
      switch input.next() {
      case .whole(let line):
        let before = dialogue.state.run
        code = say(dialogue.hear(line, perform: perform))
        if dialogue.state.run != before { dialogue.verdicts(areKept: resting(dialogue.state)) }
      case .garbled(let line): code = say(dialogue.garbled(line))
      case .cut(let line):
        // Half a line may say something else than the whole.
        code = say(dialogue.cut(line))
        break lines
      case .end: break lines
      }
    }
    let last = dialogue.end()
    return code == 0 ? say(last) : code
  }

  private static func say(_ lines: [String]) -> Int32 {
    write(lines.map { $0 + "\n" }.joined())
  }

  private static func write(_ text: String) -> Int32 { World.write(text, to: STDOUT_FILENO) }
}
