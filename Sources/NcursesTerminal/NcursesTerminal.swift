internal import CNcurses
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
  private var frames = 0
  private var announced = 0

  /// Opens the screen.
  ///
  /// - Parameters:
  ///   - depth: How many colours are wanted; the terminal may have fewer.
  ///   - theme: What to choose the colours for.
  ///   - announcesIdle: Whether the title of the terminal tells when a frame stands and all input
  ///     is used up (`frame 3 idle`), for tests.
  ///   - crashMessage: One line, printed after a crash when the terminal is whole again.
  /// - Throws: Why there is no screen; nothing has been changed then.
  package init(
    depth: ColourDepth = .automatic, theme: Theme = .dark, announcesIdle: Bool = false,
    crashMessage: String = ""
  ) throws(NcursesError) {
    let message: String? = crashMessage.isEmpty ? nil : crashMessage
    let outcome = Int(cn_start(message, -1))
    let name = Self.variable("TERM") ?? ""
    switch outcome {
    case Int(CN_STARTED): break
    case Int(CN_NOT_A_TERMINAL): throw .notATerminal
    case Int(CN_NO_TERMINAL_TYPE): throw .noTerminalType
    case Int(CN_CANNOT_POSITION): throw .cannotPosition(name)
    default: throw .unknownTerminal(name)
    }
    self.depth = Self.usable(depth, colours: Int(cn_colours()))
    looks = Look.all(of: Palette(depth: self.depth, theme: theme))
    self.announcesIdle = announcesIdle
  }

  deinit { cn_stop() }

  package var size: Size {
    var (columns, rows): (Int32, Int32) = (0, 0)
    cn_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  // MARK: - Output

  /// Asks the terminal to take a text into its clipboard (OSC 52); many do, some must be told to.
  package mutating func copy(_ text: String) { cn_copy(Base64.encoded(Array(text.utf8))) }

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

  package mutating func adopt(_ appearance: Appearance) {
    looks = Look.all(of: Palette(depth: depth, theme: appearance.theme))
  }

  package mutating func suspend() { cn_suspend() }

  // MARK: - Input

  package mutating func nextEvent(timeout milliseconds: Int) throws(NcursesError) -> Event? {
    announceIfIdle()
    let timeout = Int32(clamping: milliseconds)
    while true {
      var value: UInt32 = 0
      switch Int(cn_read(timeout, &value)) {
      case Int(CN_CHARACTER):
        if let key = Key(typed: value) { return .key(key) }
      case Int(CN_KEY):
        if let key = Key(code: Int(value)) { return .key(key) }
      case Int(CN_RESIZED): return .resized(size)
      case Int(CN_INTERRUPTED): return .interrupted
      case Int(CN_END): return nil
      default: return .tick
      }
    }
  }

  private mutating func announceIfIdle() {
    guard announcesIdle, frames > announced, !cn_has_input() else { return }
    announced = frames
    cn_set_title("frame \(frames) idle")
  }

  // MARK: - Colours

  private static func usable(_ depth: ColourDepth, colours: Int) -> ColourDepth {
    let most: ColourDepth = colours >= 256 ? .full : colours >= 8 ? .sixteen : .mono
    switch depth {
    case .automatic: return variable("NO_COLOR")?.isEmpty == false ? .mono : most
    case .full: return most
    case .sixteen: return most == .mono ? .mono : .sixteen
    case .mono: return .mono
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
