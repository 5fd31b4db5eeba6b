import Glibc
import Testing

/// A terminal that is played: it shows nothing, and answers what the test has it answer.
final class PlayedTerminal {
  /// The path of the device that the program is started on.
  let device: String
  private let far: Int32
  private let near: Int32
  private var written: [UInt8] = []

  init(columns: UInt16 = 100, rows: UInt16 = 30) throws {
    far = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    // TIOCSPTLCK and TIOCGPTN, which Swift cannot import.
    try #require(ioctl(far, 0x4004_5431, &isLocked) == 0)
    try #require(ioctl(far, 0x8004_5430, &number) == 0)
    device = "/dev/pts/\(number)"
    // As long as it is open here, what is written and what is typed stays.
    near = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(near >= 0)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(far, UInt(TIOCSWINSZ), &size) == 0)
    // What is typed is not to come back as an echo, and is there before a line of it is whole.
    var modes = termios()
    try #require(tcgetattr(near, &modes) == 0)
    modes.c_lflag &= ~tcflag_t(ECHO | ICANON)
    try #require(tcsetattr(near, TCSANOW, &modes) == 0)
  }

  deinit {
    close(near)
    close(far)
  }

  /// Starts the dashboard on it.
  func start(
    _ scratch: Scratch, _ options: String = "", setting settings: [String] = []
  ) async throws {
    let all = ["TERM=xterm-256color", "XDG_STATE_HOME=\(scratch.path)/state"] + settings
    // The shell does not wait for it: a task that did might begin long after the test waits.
    let command =
      "rm -f \(scratch.path)/status; { env \(all.joined(separator: " ")) "
      + "\(scratch.dashboard(options)); echo $? >\(scratch.path)/status; } "
      + "<\(device) >\(device) 2>\(device) &"
    _ = try await Programs.run("/bin/sh", ["-c", command])
  }

  /// Waits until the dashboard has ended; its status.
  func end(
    _ scratch: Scratch, _ sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let start = ContinuousClock.now
    while start.duration(to: .now) < patience {
      written += Self.bytes(of: far)
      if let status = scratch.text("status"), status.hasSuffix("\n") {
        return String(status.dropLast())
      }
      try await Task.sleep(for: .milliseconds(15))
    }
    Issue.record("the dashboard goes on", sourceLocation: sourceLocation)
    return ""
  }

  func type(_ text: String) { _ = text.withCString { write(far, $0, strlen($0)) } }

  /// Waits until the program has written a text since this was asked last; all that it wrote up to
  /// then.
  @discardableResult
  func wait(
    for text: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let start = ContinuousClock.now
    while start.duration(to: .now) < patience {
      written += Self.bytes(of: far)
      let all = String(decoding: written, as: UTF8.self)
      if let range = all.firstRange(of: text) {
        written = Array(all[range.upperBound...].utf8)
        return String(all[..<range.upperBound])
      }
      try await Task.sleep(for: .milliseconds(15))
    }
    Issue.record(
      "never written: \(text.debugDescription); but \(String(decoding: written, as: UTF8.self).debugDescription)",
      sourceLocation: sourceLocation)
    return ""
  }

  /// What was typed and not read by anybody.
  func unread() -> String { String(decoding: Self.bytes(of: near), as: UTF8.self) }

  /// What is there to be read now.
  private static func bytes(of file: Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var source = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    var all: [UInt8] = []
    while poll(&source, 1, 0) > 0, source.revents & Int16(POLLIN) != 0 {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      all += buffer.prefix(count)
    }
    return all
  }
}
