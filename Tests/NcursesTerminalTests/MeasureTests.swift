import CNcurses
import Glibc
import Testing

/// A terminal whose person we play: what is typed is there before anybody asks.
final class PlayedTerminal {
  let near: Int32
  private let far: Int32

  init() throws {
    far = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    // TIOCSPTLCK and TIOCGPTN, which Swift cannot import.
    try #require(ioctl(far, 0x4004_5431, &isLocked) == 0)
    try #require(ioctl(far, 0x8004_5430, &number) == 0)
    near = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(near >= 0)
    // What is typed is not to come back as an echo.
    var modes = termios()
    try #require(tcgetattr(near, &modes) == 0)
    modes.c_lflag &= ~tcflag_t(ECHO)
    modes.c_oflag &= ~tcflag_t(OPOST)
    try #require(tcsetattr(near, TCSANOW, &modes) == 0)
  }

  deinit {
    close(near)
    close(far)
  }

  func type(_ text: String) {
    _ = text.withCString { write(far, $0, strlen($0)) }
  }

  /// What the program wrote, once it is as long as what is expected.
  func shown(like expected: String) -> String { Self.text(from: far, like: expected) }

  /// What the program can still read, once it is as long as what is expected.
  func unread(like expected: String) -> String {
    var modes = termios()
    tcgetattr(near, &modes)
    modes.c_lflag &= ~tcflag_t(ICANON)
    tcsetattr(near, TCSANOW, &modes)
    return Self.text(from: near, like: expected)
  }

  var isEchoing: Bool {
    var modes = termios()
    tcgetattr(near, &modes)
    return modes.c_lflag & tcflag_t(ECHO) != 0
  }

  private static func text(from file: Int32, like expected: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var source = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    var all: [UInt8] = []
    // The kernel may hand over what was written piece by piece, and late.
    while all.count < expected.utf8.count, poll(&source, 1, 120_000) > 0 {
      let count = read(file, &bytes, bytes.count)
      guard count > 0 else { break }
      all += bytes.prefix(count)
    }
    // What comes beyond it is wrong.
    while poll(&source, 1, 0) > 0 {
      let count = read(file, &bytes, bytes.count)
      guard count > 0 else { break }
      all += bytes.prefix(count)
    }
    return String(decoding: all, as: UTF8.self)
  }
}

/// Asking the terminal how wide it draws what Unicode leaves open.
struct MeasureTests {
  /// Asks, and waits so long for an answer: for ever, as it were, where there is one.
  private func measure(
    _ terminal: PlayedTerminal, for milliseconds: Int32 = 120_000
  ) -> (columns: Int, typed: String) {
    var typed = [CChar](repeating: 0, count: 256)
    var count: Int32 = 0
    let columns = cn_measure(terminal.near, terminal.near, milliseconds, &typed, 256, &count)
    let bytes = typed.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    return (Int(columns), String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [
    ("\u{1B}[24;1R\u{1B}[24;2R", 1), ("\u{1B}[24;1R\u{1B}[24;3R", 2),
    ("\u{1B}[3;7R\u{1B}[3;9R", 2),
    // At the edge, or nonsense: nobody knows.
    ("\u{1B}[3;80R\u{1B}[3;80R", 0), ("\u{1B}[3;80R\u{1B}[4;2R", 0), ("\u{1B}[1;1R", 0), ("", 0),
  ])
  func readsTheAnswers(_ answers: String, _ columns: Int) throws {
    let terminal = try PlayedTerminal()
    terminal.type(answers)
    // Two answers end the wait; whoever gives fewer is waited for.
    let isSilent = answers.count { $0 == "R" } < 2
    let outcome = measure(terminal, for: isSilent ? 100 : 120_000)
    #expect(outcome.columns == columns)
    #expect(outcome.typed == "")
  }

  @Test func keepsWhatWasTypedBeforeAndLeavesWhatComesAfter() throws {
    let terminal = try PlayedTerminal()
    terminal.type("5昆\u{1B}[A\u{1B}\u{1B}[24;1Rp\u{1B}[24;2Rqj")
    let outcome = measure(terminal)
    #expect(outcome.columns == 1)
    #expect(outcome.typed == "5昆\u{1B}[A\u{1B}p")
    #expect(terminal.unread(like: "qj") == "qj")
  }

  @Test func erasesItsQuestion() throws {
    let terminal = try PlayedTerminal()
    terminal.type("\u{1B}[24;5R\u{1B}[24;6R")
    _ = measure(terminal)
    let erased = "\u{1B}[6n─\u{1B}[6n\u{1B}[5G\u{1B}[K"
    #expect(terminal.shown(like: erased) == erased)
    let silent = try PlayedTerminal()
    _ = measure(silent, for: 100)
    let line = "\u{1B}[6n─\u{1B}[6n\r\u{1B}[K"
    #expect(silent.shown(like: line) == line)
  }

  @Test func leavesTheModesAsTheyWere() throws {
    let terminal = try PlayedTerminal()
    var modes = termios()
    tcgetattr(terminal.near, &modes)
    modes.c_lflag |= tcflag_t(ECHO)
    tcsetattr(terminal.near, TCSANOW, &modes)
    _ = measure(terminal, for: 100)
    #expect(terminal.isEchoing)
  }

  @Test func doesNotMeasureAFile() {
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    var count: Int32 = 7
    #expect(cn_measure(file, file, 100, nil, 0, &count) == 0)
    #expect(count == 0)
  }
}
