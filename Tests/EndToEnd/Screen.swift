import Subprocess
import Testing

/// A program in a real terminal: tmux types keys and reads the screen as a person would.
final class Screen {
  private let scratch: Scratch
  private let socket: String

  /// Starts a shell command in a terminal of its own.
  init(
    _ command: String, in scratch: Scratch, columns: Int = 80, rows: Int = 24,
    term: String = "tmux-256color"
  ) async throws {
    self.scratch = scratch
    socket = scratch.path + "/tmux-\(UInt32.random(in: .min ... .max))"
    let settings = Programs.environment.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue)='\($0.value)'"
    }
    let line = (["exec env"] + settings + ["CENSUS_TUI_SYNC=1", "sh -c", quoted(command)])
      .joined(separator: " ")
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

  /// What tmux knows of the pane, by the name of a format such as `#{alternate_on}`.
  func ask(_ what: String) async throws -> String {
    try await tmux(["display-message", "-p", what]).split(separator: "\n").first.map(String.init)
      ?? ""
  }

  /// Waits until the screen satisfies a condition, ten seconds at most.
  @discardableResult
  func wait(
    for what: String, _ sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (String) -> Bool
  ) async throws -> String {
    let start = ContinuousClock.now
    var seen = ""
    while start.duration(to: .now) < .seconds(10) {
      seen = try await text()
      if condition(seen) { return seen }
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

  private func tmux(_ arguments: [String]) async throws -> String {
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
