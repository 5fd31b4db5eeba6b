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

  /// What the program wrote so far.
  func shown() -> String { Self.text(from: far) }

  /// What the program can still read.
  func unread() -> String {
    var modes = termios()
    tcgetattr(near, &modes)
    modes.c_lflag &= ~tcflag_t(ICANON)
    tcsetattr(near, TCSANOW, &modes)
    return Self.text(from: near)
  }

  var isEchoing: Bool {
    var modes = termios()
    tcgetattr(near, &modes)
    return modes.c_lflag & tcflag_t(ECHO) != 0
  }

  private static func text(from file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var source = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    var all: [UInt8] = []
    // The kernel may hand over what was written piece by piece.
    while poll(&source, 1, 50) > 0 {
      let count = read(file, &bytes, bytes.count)
      guard count > 0 else { break }
      all += bytes.prefix(count)
    }
    return String(decoding: all, as: UTF8.self)
  }
}

/// Asking the terminal how wide it draws what Unicode leaves open.
struct MeasureTests {
  private func measure(_ terminal: PlayedTerminal) -> (columns: Int, typed: String) {
    var typed = [CChar](repeating: 0, count: 256)
    var count: Int32 = 0
    let columns = cn_measure(terminal.near, terminal.near, 100, &typed, 256, &count)
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
    let outcome = measure(terminal)
    #expect(outcome.columns == columns)
    #expect(outcome.typed == "")
  }

  @Test func keepsWhatWasTypedBeforeAndLeavesWhatComesAfter() throws {
    let terminal = try PlayedTerminal()
    terminal.type("5昆\u{1B}[A\u{1B}\u{1B}[24;1Rp\u{1B}[24;2Rqj")
    let outcome = measure(terminal)
    #expect(outcome.columns == 1)
    #expect(outcome.typed == "5昆\u{1B}[A\u{1B}p")
    #expect(terminal.unread() == "qj")
  }

  @Test func erasesItsQuestion() throws {
    let terminal = try PlayedTerminal()
    terminal.type("\u{1B}[24;5R\u{1B}[24;6R")
    _ = measure(terminal)
    #expect(terminal.shown() == "\u{1B}[6n─\u{1B}[6n\u{1B}[5G\u{1B}[K")
    let silent = try PlayedTerminal()
    _ = measure(silent)
    #expect(silent.shown() == "\u{1B}[6n─\u{1B}[6n\r\u{1B}[K")
  }

  @Test func leavesTheModesAsTheyWere() throws {
    let terminal = try PlayedTerminal()
    var modes = termios()
    tcgetattr(terminal.near, &modes)
    modes.c_lflag |= tcflag_t(ECHO)
    tcsetattr(terminal.near, TCSANOW, &modes)
    _ = measure(terminal)
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
