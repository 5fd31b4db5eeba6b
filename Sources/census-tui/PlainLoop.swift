import CensusCommand
import CensusDashboard
import Glibc

/// Holds the dialogue of plain mode on standard input and output.
enum PlainLoop {
  /// Reads lines until the person leaves or the input ends.
  ///
  /// - Parameters:
  ///   - state: where to begin; the last state when it returns.
  ///   - note: what is said first, if anything.
  ///   - perform: does what is asked of the world, and tells what came of it.
  /// - Returns: zero, or the number of the error for which nothing more could be said.
  static func run(
    _ state: inout State, note: String?, perform: (Effect) -> [Action]
  ) -> Int32 {
    var dialogue = PlainDialogue(state)
    defer { state = dialogue.state }
    var code = say((note.map { [$0] } ?? []) + dialogue.opening())
    let isTyped = isatty(STDIN_FILENO) == 1
    // Nobody is to act on what they cannot read.
    while code == 0, !dialogue.isOver {
      if isTyped { code = write("> ") }
      guard code == 0, var line = readLine(strippingNewline: false) else { break }
      // Half a line may say something else than the whole.
      guard line.last?.isNewline == true else {
        code = say(dialogue.cut(line))
        break
      }
      line.removeLast()
      code = say(dialogue.hear(line, perform: perform))
    }
    return code == 0 ? say(dialogue.end()) : code
  }

  private static func say(_ lines: [String]) -> Int32 {
    write(lines.map { $0 + "\n" }.joined())
  }

  private static func write(_ text: String) -> Int32 { World.write(text, to: STDOUT_FILENO) }
}
