internal import CNcurses
internal import DisplayText
internal import Glibc
package import TerminalKit

/// The terminal that the program was started in.
///
/// It lives from `init` to the end of its scope and gives the terminal back whichever way that is
/// left. There can be one at a time. After a crash or a signal the guard in CNcurses does it.
package struct NcursesTerminal: Terminal, ~Copyable {
  private var looks: [Look]
  private let depth: ColourDepth
  private let announcesIdle: Bool
  private let frameFile: FrameFile?
  private var frames = 0
  /// How many events were reported, ticks aside.
  private var events = 0
  private var announced = (frames: 0, events: 0)
  private var keyboard: Keyboard
  private var questions: Questions
  /// What came while an answer was waited for.
  private var held: ArraySlice<Event> = []

  /// Whether the terminal is known to report the mouse.
  package let hasMouse: Bool
  /// Whether it has glyphs for Chinese: the console of Linux has none.
  package let showsChinese: Bool

  /// The signs that this terminal and the person's character set can show without dispute, as far as
  /// is known.
  package var alphabet: Alphabet { questions.isWide ? .ascii : .unicode }
  /// What its own background is taken for.
  package var background: Shade { questions.background }
  /// What is known by its answers.
  package var traits: TerminalTraits { questions.traits }

  /// Whether the person's locale is not installed, so that another one is used.
  package let lacksLocale: Bool

  /// Opens the screen, and asks the terminal what only it knows.
  ///
  /// The answers are not waited for. They come as events if they are others than was expected.
  ///
  /// - Parameters:
  ///   - depth: How many colours are wanted; the terminal may have fewer.
  ///   - ambiguous: How wide ambiguous characters are, or that the terminal is to be asked.
  ///   - traits: What such a terminal answered the last time.
  ///   - announcesIdle: Whether the title of the terminal tells when a frame stands and all input
  ///     is used up (`frame 3 idle 17`, with the number of events), for tests.
  ///   - frameFile: The path of a file that is to hold the frame shown last, for tests.
  ///   - crashMessage: One line, printed after a crash when the terminal is whole again.
  /// - Throws: Why there is no screen; nothing has been changed then.
  package init(
    depth: ColourDepth = .automatic, ambiguous: AmbiguousWidth = .automatic,
    traits: TerminalTraits = TerminalTraits(), announcesIdle: Bool = false,
    frameFile: String? = nil, crashMessage: String = ""
  ) throws(NcursesError) {
    let message: String? = crashMessage.isEmpty ? nil : crashMessage
    let outcome = Int(cn_start(message, -1))
    let name = variable("TERM") ?? ""
    switch outcome {
    case Int(CN_STARTED): break
    case Int(CN_NOT_A_TERMINAL): throw .notATerminal
    case Int(CN_NO_TERMINAL_TYPE): throw .noTerminalType
    case Int(CN_CANNOT_POSITION): throw .cannotPosition(name)
    default: throw .unknownTerminal(name)
    }
    self.depth = depth.limited(to: Int(cn_colours()))
    looks = Look.all(of: Palette(depth: self.depth, theme: .dark), depth: self.depth)
    keyboard = Keyboard()
    self.announcesIdle = announcesIdle
    self.frameFile = frameFile.map(FrameFile.init)
    // The C library and curses give ambiguous characters two columns in the old character sets.
    let isWide: Bool? =
      cn_is_utf8() ? (ambiguous == .automatic ? nil : ambiguous == .wide) : true
    // An old terminal of few colours would print the question.
    let isAsked =
      [.full, .direct].contains(self.depth)
      || self.depth != .mono
        && ["xterm", "rxvt", "tmux", "screen"].contains(where: name.hasPrefix)
    questions = Questions(
      traits, background: isAsked ? nil : .dark, isWide: isWide, environment: variable)
    hasMouse = cn_has_mouse()
    lacksLocale = cn_lacks_locale()
    showsChinese = name != "linux" && !name.hasPrefix("linux-")
    questions.ask(cn_ask)
  }

  deinit { cn_stop() }

  package var size: Size {
    var (columns, rows): (Int32, Int32) = (0, 0)
    cn_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  // MARK: - Output

  /// Gives a text to tmux, if we run inside it, else asks the terminal to take it (OSC 52); many
  /// do, some must be told to.
  package mutating func copy(_ text: String) {
    let bytes = Array(text.utf8)
    let isTaken = bytes.withUnsafeBytes { buffer in
      cn_copy_through_tmux(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    if !isTaken { cn_copy(Base64.encoded(bytes)) }
  }

  package mutating func present(_ grid: Grid) throws(NcursesError) {
    let size = size
    cn_begin_frame()
    var scalars: [UInt32] = []
    for y in 0..<min(grid.size.rows, size.rows) {
      for run in grid.runs(inRow: y) {
        let look = looks[Palette.number(run.style.role, run.style.ground)]
        var x = run.columns.lowerBound
        let end = min(run.columns.upperBound, size.columns)
        while x < end {
          let start = x
          let isSolid = grid[x, y].glyph == Self.solid
          scalars.removeAll(keepingCapacity: true)
          while x < end, (grid[x, y].glyph == Self.solid) == isSolid {
            append(grid[x, y], at: x, before: size.columns, to: &scalars)
            x += 1
          }
          let attributes = look.attributes(with: run.style.emphasis, isSolid: isSolid)
          cn_put(Int32(start), Int32(y), scalars, Int32(scalars.count), attributes, look.pair)
        }
      }
    }
    let cursor = grid.cursor ?? Point(x: -1, y: -1)
    let isInside = Rect(size).contains(cursor)
    cn_end_frame(
      isInside ? Int32(cursor.x) : -1, isInside ? Int32(cursor.y) : -1,
      isInside && grid.isCaretVisible)
    frames += 1
    frameFile?.write(grid, number: frames)
  }

  /// The full block is drawn as a blank with the colours exchanged: fonts leave seams between
  /// blocks, terminals none between backgrounds.
  private static let solid = "█"

  /// Appends what fills exactly the cell's columns in the eyes of curses, who asks the C library.
  private func append(_ cell: Cell, at x: Int, before end: Int, to scalars: inout [UInt32]) {
    guard cell.width > 0 else { return }
    guard cell.glyph != Self.solid else {
      scalars.append(0x20)
      return
    }
    let start = scalars.count
    var width = 0
    for scalar in cell.glyph.unicodeScalars {
      let columns = scalar.value < 0x7F ? 1 : Int(cn_wcwidth(scalar.value))
      guard columns >= 0, scalar.value >= 0x20 else { continue }
      width += columns
      scalars.append(scalar.value)
    }
    let isWhole = x + Int(cell.width) <= end
    guard width != Int(cell.width) || !isWhole else { return }
    scalars.removeSubrange(start...)
    let substitute: Unicode.Scalar = isWhole ? "?" : " "
    let columns = isWhole ? Int(cell.width) : end - x
    scalars.append(substitute.value)
    for _ in 1..<max(1, columns) { scalars.append(0x20) }
  }

  package mutating func repaint() { cn_repaint() }

  package mutating func adopt(_ appearance: Appearance) {
    looks = Look.all(of: Palette(depth: depth, theme: appearance.shownTheme), depth: depth)
    cn_capture_mouse(appearance.capturesMouse)
  }

  package mutating func suspend() {
    settle()
    cn_suspend()
  }

  /// Waits a moment for what the terminal was just asked and has not answered yet, before it is given
  /// back: the shell would take the answer for something typed.
  package mutating func settle() {
    // Whoever is ended by a signal reads nothing any more; the answer may lie there.
    defer { if questions.isOpen, cn_is_interrupted() { cn_drop_input() } }
    while let left = questions.left(at: cn_milliseconds()) {
      switch keyboard.next(timeout: Int(left)) {
      case .event(.answer(let answer)):
        if questions.take(answer) { held.append(.answer(answer)) }
      case .event(let event): held.append(event)
      case .interrupted, .end: return
      case .resized, .nothing, .more: break
      }
    }
  }

  // MARK: - Input

  package mutating func expect(text: Bool) { keyboard.isInField = text }

  package var hasPendingEvents: Bool {
    mutating get { !held.isEmpty || keyboard.hasEvents() }
  }

  package mutating func nextEvent(timeout milliseconds: Int) throws(NcursesError) -> Event? {
    let event = read(timeout: milliseconds)
    switch event {
    case .tick, .answer: break
    default: events += 1
    }
    return event
  }

  private mutating func read(timeout: Int) -> Event? {
    questions.listen(at: cn_milliseconds())
    if let event = held.popFirst() { return event }
    // Whoever only looks has work to do and is not idle.
    if timeout != 0 { announceIfIdle() }
    while true {
      switch keyboard.next(timeout: timeout) {
      case .event(.mouse(let mouse)):
        if Rect(size).contains(mouse.point) { return .mouse(mouse) }
      case .event(.answer(let answer)):
        // Whoever expected it goes on at once: a frame may wait to be drawn.
        return questions.take(answer) ? .answer(answer) : .tick
      case .event(let event): return event
      case .resized: return .resized(size)
      case .interrupted: return .interrupted
      case .end: return nil
      case .nothing, .more: return .tick
      }
    }
  }

  private mutating func announceIfIdle() {
    guard announcesIdle, announced != (frames, events), !hasPendingEvents, !keyboard.isUndecided
    else { return }
    announced = (frames, events)
    cn_set_title("frame \(frames) idle \(events)")
  }
}
