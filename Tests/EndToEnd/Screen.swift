import Subprocess
import Testing

/// How long a state is waited for before a test gives up on a program that hangs.
///
/// No test is right because something was quick, or wrong because it was slow: they wait for states.
let patience = Duration.seconds(120)

/// A program in a real terminal: tmux types keys and reads the screen as a person would.
final class Screen {
  private let scratch: Scratch
  private let socket: String

  /// Starts a shell command in a terminal of its own.
  ///
  /// The frame that the dashboard believes in is in the file `frame` of the scratch folder.
  init(
    _ command: String, in scratch: Scratch, columns: Int = 80, rows: Int = 24,
    term: String = "tmux-256color"
  ) async throws {
    self.scratch = scratch
    socket = scratch.path + "/tmux-\(UInt32.random(in: .min ... .max))"
    let settings = Programs.environment.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue)='\($0.value)'"
    }
    let line =
      (["exec env"] + settings + [
        "CENSUS_TUI_SYNC=1", "CENSUS_DUMP_FRAME=\(scratch.path)/frame", "sh -c", quoted(command),
      ]).joined(separator: " ")
    _ = try await tmux([
      "-f", "/dev/null", "-u", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "exec sleep 600",
    ])
    for option in [
      ["status", "off"], ["default-terminal", term], ["remain-on-exit", "on"],
      ["remain-on-exit-format", ""],
    ] { _ = try await tmux(["set-option", "-g"] + option) }
    _ = try await tmux(["set-option", "-sg", "escape-time", "5"])
    _ = try await tmux(["respawn-pane", "-k", line])
    _ = try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Ends the terminal and whatever still runs in it.
  func close() async throws { _ = try await tmux(["kill-server"]) }

  func press(_ keys: String...) async throws {
    for key in keys { _ = try await tmux(["send-keys", key]) }
  }

  func type(_ text: String) async throws { _ = try await tmux(["send-keys", "-l", text]) }

  /// Types bytes, whatever they are.
  func send(_ bytes: [UInt8]) async throws {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    _ = try await tmux(["send-keys", "-H"] + digits)
  }

  /// Presses and releases the left button at a cell, as terminals tell it since 2012 (SGR).
  func click(_ column: Int, _ row: Int, times: Int = 1) async throws {
    let place = "\(column + 1);\(row + 1)"
    let click = "\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m"
    try await send(Array(String(repeating: click, count: times).utf8))
  }

  /// Turns the wheel over a cell: down, or up where the steps are below 0.
  func turnWheel(_ column: Int, _ row: Int, by steps: Int) async throws {
    let turn = "\u{1B}[<\(steps < 0 ? 64 : 65);\(column + 1);\(row + 1)M"
    try await send(Array(String(repeating: turn, count: abs(steps)).utf8))
  }

  /// Pastes a text as the terminal would: between marks if the program asked for them.
  func paste(_ text: String) async throws {
    // A command has no room for long texts.
    try scratch.write(text, to: "clipboard")
    _ = try await tmux(["load-buffer", "-b", "pasted", scratch.path + "/clipboard"])
    _ = try await tmux(["paste-buffer", "-p", "-r", "-b", "pasted"])
  }

  func resize(_ columns: Int, _ rows: Int) async throws {
    _ = try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen without blanks at the ends of lines.
  func text() async throws -> String {
    let lines = try await tmux(["capture-pane", "-p"]).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
    }.joined(separator: "\n")
  }

  /// The screen with its colours.
  func colours() async throws -> String { try await tmux(["capture-pane", "-p", "-e"]) }

  /// What tmux knows of the pane, by the name of a format such as `#{alternate_on}`.
  func ask(_ what: String) async throws -> String {
    try await tmux(["display-message", "-p", what]).split(separator: "\n").first.map(String.init)
      ?? ""
  }

  /// Waits until the dashboard has used up at least so many events, and shows what came of them.
  func settle(
    events: Int, _ sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let start = ContinuousClock.now
    var title = ""
    while start.duration(to: .now) < patience {
      // `frame 3 idle 17`
      title = try await ask("#{pane_title}")
      let words = title.split(separator: " ")
      if words.count == 4, let number = Int(words[3]), number >= events { return }
      try await Task.sleep(for: .milliseconds(15))
    }
    Issue.record("never idle after \(events) events: \(title)", sourceLocation: sourceLocation)
  }

  /// The status of the program that has ended, empty if a signal ended it.
  func status() async throws -> String {
    let seen = try await ask("#{pane_dead_status}")
    guard seen.isEmpty else { return seen }
    // tmux may miss that a child ended until another one does.
    _ = try await tmux(["run-shell", "true"])
    return try await ask("#{pane_dead_status}")
  }

  /// Waits until the program has ended; its status.
  func end(_ sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
    let start = ContinuousClock.now
    while start.duration(to: .now) < patience {
      if try await ask("#{pane_dead}") == "1" { return try await status() }
      try await Task.sleep(for: .milliseconds(15))
    }
    Issue.record("the program goes on", sourceLocation: sourceLocation)
    return ""
  }

  /// Waits until the program has ended, whichever way.
  func waitForEnd(_ sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await wait(for: "the end of the program", sourceLocation) { _ in
      try await self.ask("#{pane_dead}") == "1"
    }
  }

  /// Waits until the screen satisfies a condition.
  @discardableResult
  func wait(
    for what: String, _ sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (String) async throws -> Bool
  ) async throws -> String {
    let start = ContinuousClock.now
    var seen = ""
    while start.duration(to: .now) < patience {
      seen = try await text()
      if try await condition(seen) { return seen }
      try await Task.sleep(for: .milliseconds(15))
    }
    Issue.record("never saw \(what); the screen was:\n\(seen)", sourceLocation: sourceLocation)
    return seen
  }

  @discardableResult
  func wait(
    for text: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await wait(for: text, sourceLocation) { $0.contains(text) }
  }

  /// Asks the terminal's own program for something; what it answers.
  func tmux(_ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name("tmux"), arguments: Arguments(["-S", socket] + arguments),
      environment: .custom(Programs.environment), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 16))
    return result.standardOutput
  }
}

/// A text as one word of a shell.
func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}

/// The text without blanks and empty lines at its end.
///
/// Full blocks count as blanks: the terminal shows them as coloured blanks, without seams.
func trimmed(_ text: String) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let line = line.map { $0 == "█" ? " " : $0 }
    return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
  }
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines.joined(separator: "\n")
}

/// The first rows of a frame's file, which holds more below them.
func trimmed(_ frame: String, rows: Int) -> String {
  trimmed(
    frame.split(separator: "\n", omittingEmptySubsequences: false).prefix(rows)
      .joined(separator: "\n"))
}
