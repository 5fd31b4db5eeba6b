import CensusDashboard
import CensusTestSupport
import FoundationEssentials
import TerminalKit
import Testing

/// A person who presses anything, on a large synthetic store: after every step the terminal shows
/// the frame that the program believes in, and the program is alive.
///
/// `CENSUS_WALK_STEPS`, `CENSUS_WALK_FINDINGS` and `CENSUS_WALK_SEED` make it longer, larger or
/// another one; CI walks far, on the release build (`CENSUS_PROGRAMS`).
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct RandomWalk {
  private static let sizes = [(80, 24), (100, 30), (120, 36), (60, 16), (200, 60)]

  private static func number(_ name: String, or standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  @Test func everyFrameIsTheOneBelievedIn() async throws {
    let steps = Self.number("CENSUS_WALK_STEPS", or: 250)
    let findings = Self.number("CENSUS_WALK_FINDINGS", or: 1500)
    let seed = UInt64(Self.number("CENSUS_WALK_SEED", or: 1))
    let scratch = try Scratch()
    let store = scratch.path + "/demo"
    let made = try await Programs.run(
      Programs.census,
      [
        "demo", store, "--quarters", "2", "--prefectures", "90", "--findings", "\(findings)",
        "--events", "\(findings / 5)", "--lang", "zh",
      ])
    try #require(made.status == 0, "\(made.errors)")
    var compared = 0
    for (index, size) in Self.sizes.enumerated() {
      var walker = Walker(
        scratch: scratch, store: store, size: size, seed: seed &+ UInt64(index) &* 1000)
      compared += try await walker.walk(steps / Self.sizes.count)
    }
    #expect(compared >= steps / Self.sizes.count * Self.sizes.count)
    print("random walk: \(compared) frames compared, seed \(seed), \(findings) findings a quarter")
  }
}

/// One walk at one size.
private struct Walker {
  let scratch: Scratch
  let store: String
  let size: (columns: Int, rows: Int)
  private let seed: UInt64
  private var random: SplitMix64
  private var now: (columns: Int, rows: Int)
  /// The events that the program had used up when it was last looked at.
  private var events = 0
  private var history: [String] = []
  /// What was begun and is gone on with, one step at a time.
  private var planned: [Step] = []
  /// Where the button of the mouse is held down.
  private var held: (column: Int, row: Int)?

  init(scratch: Scratch, store: String, size: (Int, Int), seed: UInt64) {
    self.scratch = scratch
    self.store = store
    self.size = size
    self.seed = seed
    now = size
    random = SplitMix64(seed: seed)
  }

  /// Goes so many steps; how many frames were compared.
  mutating func walk(_ steps: Int) async throws -> Int {
    var screen = try await start()
    var compared = 0
    for number in 0..<steps {
      let step = next()
      history.append(step.description)
      try await take(step, on: screen)
      switch try await settle(screen, after: step) {
      case .same: compared += 1
      case .left:
        compared += 1
        try await screen.close()
        screen = try await start()
      case .wrong(let what):
        Issue.record(
          """
          \(what)
          at step \(number) of the walk with seed \(seed) at \(size.columns)x\(size.rows), \
          now \(now.columns)x\(now.rows), after: \(history.suffix(25).joined(separator: " "))
          """)
        try await screen.close()
        return compared
      }
    }
    try await screen.close()
    return compared
  }

  private mutating func start() async throws -> Screen {
    now = size
    events = 0
    planned = []
    held = nil
    history.append("start")
    let screen = try await Screen(
      "cd \(scratch.path); exec \(Programs.dashboard) --store \(store)", in: scratch,
      columns: size.columns, rows: size.rows, term: "xterm-256color")
    try await screen.wait(for: "2023")
    return screen
  }
}

// MARK: - Steps

/// Something that a person does.
private enum Step: CustomStringConvertible {
  case key(Key)
  case text(String)
  /// A text, each of its bytes on its own.
  case bytes(String)
  /// A text between the marks of a paste, in pieces that cut its characters.
  case paste(String)
  case press(Int, Int)
  case release(Int, Int)
  /// Nothing is done for so many milliseconds: messages go, the store is looked at.
  case pause(Int)
  case click(Int, Int, times: Int)
  case wheel(Int, Int, by: Int)
  case resize(Int, Int)
  /// Another program records something.
  case mark(String)

  var description: String {
    switch self {
    case .key(let key): key.name
    case .text(let text): "lit:\(text)"
    case .bytes(let text): "bytes:\(text)"
    case .paste(let text): "paste:\(text)"
    case .press(let column, let row): "press(\(column),\(row))"
    case .release(let column, let row): "release(\(column),\(row))"
    case .pause(let milliseconds): "pause:\(milliseconds)"
    case .click(let column, let row, let times): "click(\(column),\(row))x\(times)"
    case .wheel(let column, let row, let lines): "wheel(\(column),\(row))\(lines)"
    case .resize(let columns, let rows): "\(columns)x\(rows)"
    case .mark(let unit): "mark:\(unit)"
    }
  }

  /// How many events the program will have seen more, at least.
  var events: Int {
    switch self {
    case .key: 1
    case .text(let text), .bytes(let text): text.unicodeScalars.count
    case .paste: 1
    // The mouse may be released, and a point or a size may be of no use.
    case .press, .release, .pause, .click, .wheel, .resize, .mark: 0
    }
  }

  /// Every key with a meaning, and those that only prompts and dialogs know.
  static let keys: [Key] =
    KeyMap.standard.bindings
    // A browser is not to be started by a test.
    .filter { $0.command != .openAddress }.flatMap(\.keys).filter { !leavingKeys.contains($0) } + [
      .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .home,
      .end, .control("w"), .control("k"), .control("a"), .control("e"), "y", "n", "d", "t",
    ]
  static let leavingKeys: [Key] = ["q", "Q", .control("c"), .function(10)]
  static let texts = [
    "怒江", "示例01", "ｚｒｚｙ", "abc", "2023-12-20", "12", "：", "，", "。", "【", "】", "、", "／", "？",
    "　", "……", "￥", "《", "“云”", "!办结", "e\u{301}", "👍",
  ]
}

extension Walker {
  private mutating func next() -> Step {
    let isAway = now != size
    if !planned.isEmpty { return planned.removeFirst() }
    if let held, Int.random(in: 0..<4, using: &random) == 0 {
      self.held = nil
      return .release(held.column, held.row)
    }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<6: return isAway ? .resize(size.columns, size.rows) : anySize()
    case 6..<8 where !isAway: return .mark("示例0\(Int.random(in: 1...9, using: &random))州")
    case 8..<20:
      let column = Int.random(in: 0...now.columns, using: &random)
      let row = Int.random(in: 0...now.rows, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return .wheel(column, row, by: Bool.random(using: &random) ? 2 : -2)
      case 1: return .click(column, row, times: 2)
      case 2 where held == nil:
        held = (column, row)
        return .press(column, row)
      default: return .click(column, row, times: 1)
      }
    case 20..<24: return .text(anyText())
    case 24..<26: return .bytes(anyText())
    case 26..<28: return .paste(anyText() + anyText())
    case 28: return .pause(Int.random(in: 1...2500, using: &random))
    case 29..<32:
      planned = anotherQuarter()
      return .key(.character(" "))
    case 32..<36:
      planned = dialog()
      return .key("m")
    case 36: return .key(Step.leavingKeys.randomElement(using: &random) ?? .escape)
    default:
      return isAway && Int.random(in: 0..<3, using: &random) == 0
        ? .resize(size.columns, size.rows)
        : .key(Step.keys.randomElement(using: &random) ?? .escape)
    }
  }

  private mutating func anyText() -> String { Step.texts.randomElement(using: &random) ?? "" }

  /// Marks, then another quarter, where they must not be acted on, and perhaps back.
  private mutating func anotherQuarter() -> [Step] {
    let steps: [Step] = [
      .key(.down), .key(.character(" ")), .key("["), .key("G"), .key("p"), .key(.escape), .key("]"),
    ]
    return Array(steps.prefix(Int.random(in: 2...steps.count, using: &random)))
  }

  /// An act, its fields, and whether it is recorded.
  private mutating func dialog() -> [Step] {
    let letter = "pebtcrxnowldasvigfm".randomElement(using: &random) ?? "n"
    var steps: [Step] = [.key(.character(letter))]
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: steps.append(.bytes(anyText()))
      case 1: steps.append(.paste(anyText() + anyText()))
      default: steps.append(.text(anyText()))
      }
      steps.append(.key(Bool.random(using: &random) ? .tab : .backTab))
    }
    return steps + [.key(Bool.random(using: &random) ? .enter : .escape)]
  }

  private mutating func anySize() -> Step {
    let isTiny = Bool.random(using: &random)
    return .resize(
      Int.random(in: isTiny ? 1...20 : 40...210, using: &random),
      Int.random(in: isTiny ? 1...8 : 10...70, using: &random))
  }

  private mutating func take(_ step: Step, on screen: Screen) async throws {
    switch step {
    case .key(.character(let character)): try await screen.send(Array(String(character).utf8))
    case .key(.function(let number)) where number > 12: try await screen.press("S-F\(number - 12)")
    case .key(let key): try await screen.press(key.name)
    case .text(let text): try await screen.send(Array(text.utf8))
    case .bytes(let text): for byte in text.utf8 { try await screen.send([byte]) }
    case .paste(let text):
      let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
      let piece = Int.random(in: 2...max(2, bytes.count), using: &random)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        try await screen.send(Array(bytes[start..<min(start + piece, bytes.count)]))
      }
    case .press(let x, let y): try await screen.send(Array("\u{1B}[<0;\(x + 1);\(y + 1)M".utf8))
    case .release(let x, let y): try await screen.send(Array("\u{1B}[<0;\(x + 1);\(y + 1)m".utf8))
    case .pause(let milliseconds): try await Task.sleep(for: .milliseconds(milliseconds))
    case .click(let column, let row, let times):
      try await screen.click(column, row, times: times)
    case .wheel(let column, let row, let lines):
      try await screen.turnWheel(column, row, by: lines)
    case .resize(let columns, let rows):
      now = (columns, rows)
      try await screen.resize(columns, rows)
    case .mark(let unit):
      let answer = try await Programs.run(
        Programs.census, ["note", unit, "来电询问", "--store", store])
      #expect(answer.status == 0, "\(answer.errors)")
    }
  }
}

// MARK: - Comparing

extension Walker {
  private enum Outcome {
    case same
    /// The program ended as it was asked to.
    case left
    case wrong(String)
  }

  /// Whether a step may end the program: by its key, by the command to leave that help or palette
  /// offered in the frame before, or by the last line of function keys.
  private func mayLeave(by step: Step, from frame: String) -> Bool {
    let isOffered = frame.contains("退出") || frame.contains("quit")
    switch step {
    case .key(let key): return Step.leavingKeys.contains(key) || key == .enter && isOffered
    case .click(_, let row, let times): return row == now.rows - 1 || times > 1 && isOffered
    case .press(_, let row): return row == now.rows - 1 || isOffered
    default: return false
    }
  }

  /// Waits until all is used up, and compares.
  private mutating func settle(_ screen: Screen, after step: Step) async throws -> Outcome {
    let start = ContinuousClock.now
    let wanted = events + step.events
    var difference = "it never came to rest"
    while start.duration(to: .now) < patience {
      let sight = try await Sight(screen)
      if sight.isOver {
        let status = try await screen.status()
        guard status == "0", mayLeave(by: step, from: scratch.text("frame") ?? "") else {
          return .wrong("the program ended with status “\(status)”:\n\(sight.text)")
        }
        return .left
      }
      if let title = sight.title, title.events >= wanted, let frame = Frame(scratch.text("frame")),
        frame.number == title.frame, frame.rows == now.rows
      {
        guard let found = frame.difference(from: sight, at: now) else {
          events = title.events
          return .same
        }
        difference = found
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    let sight = try await Sight(screen)
    return .wrong(
      "\(difference)\ntitle \(sight.title.map { "\($0)" } ?? "none"), wanted \(wanted) events, "
        + "the screen was:\n\(sight.text)")
  }
}

/// What the terminal shows at one moment.
private struct Sight {
  let title: (frame: Int, events: Int)?
  let isOver: Bool
  let cursor: (x: Int, y: Int)
  let isCursorShown: Bool
  let text: String

  init(_ screen: Screen) async throws {
    let facts =
      "#{pane_dead}|#{cursor_x}|#{cursor_y}|#{cursor_flag}|#{pane_title}"
    let answer = try await screen.tmux([
      "display-message", "-p", facts, ";", "capture-pane", "-p",
    ])
    let parts = answer.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let words = (parts.first ?? "").split(separator: "|", omittingEmptySubsequences: false)
    text = parts.count > 1 ? String(parts[1]) : ""
    let isWhole = words.count == 5
    isOver = isWhole && words[0] == "1"
    cursor = isWhole ? (Int(words[1]) ?? -1, Int(words[2]) ?? -1) : (-1, -1)
    isCursorShown = isWhole && words[3] == "1"
    // `frame 3 idle 17`
    let name = isWhole ? words[4].split(separator: " ") : []
    if name.count == 4, let frame = Int(name[1]), let events = Int(name[3]) {
      title = (frame, events)
    } else {
      title = nil
    }
  }
}

/// What the program believes in: its file.
private struct Frame {
  let number: Int
  let rows: Int
  private let text: String
  private let cursor: (x: Int, y: Int)?
  private let isCaretShown: Bool

  init?(_ file: String?) {
    let lines = file?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    guard lines.count >= 2 else { return nil }
    // `frame 3 cursor 5,7 caret`
    let words = lines[lines.count - 2].split(separator: " ")
    guard words.count >= 2, let number = Int(words[1]) else { return nil }
    self.number = number
    rows = lines.count - 2
    text = lines.prefix(rows).joined(separator: "\n")
    isCaretShown = words.count == 5
    let place = words.count > 3 ? words[3].split(separator: ",").compactMap { Int($0) } : []
    cursor = place.count == 2 ? (place[0], place[1]) : nil
  }

  /// What is different on the screen, nil if nothing is.
  func difference(from sight: Sight, at size: (columns: Int, rows: Int)) -> String? {
    // Curses cannot write into the last cell of a terminal that has no other.
    guard size.columns * size.rows > 1 else { return nil }
    guard trimmed(text) == trimmed(sight.text) else {
      return "believed:\n\(trimmed(text))\nshown:\n\(trimmed(sight.text))"
    }
    if let cursor, cursor.x < size.columns, cursor.y < size.rows {
      guard cursor == sight.cursor else {
        return "the cursor is at \(sight.cursor), believed at \(cursor)"
      }
      guard isCaretShown == sight.isCursorShown else {
        return "the cursor is \(sight.isCursorShown ? "shown" : "hidden"), believed otherwise"
      }
    }
    return nil
  }
}
