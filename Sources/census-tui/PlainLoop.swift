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
  static func run(_ state: inout State, note: String?, perform: (Effect) -> [Action]) {
    var dialogue = PlainDialogue(state)
    say((note.map { [$0] } ?? []) + dialogue.opening())
    let isTyped = isatty(STDIN_FILENO) == 1
    while !dialogue.isOver {
      if isTyped { prompt() }
      guard let line = readLine() else { break }
      say(dialogue.hear(line, perform: perform))
    }
    say(dialogue.end())
    state = dialogue.state
  }

  private static func say(_ lines: [String]) {
    for line in lines { print(line) }
    fflush(nil)
  }

  private static func prompt() {
    print("> ", terminator: "")
    fflush(nil)
  }
}
