import CensusTestSupport
import FoundationEssentials
import TerminalKit
import Testing

/// One walk at one size.
struct Walker {
  let scratch: Scratch
  let store: String
  let size: (columns: Int, rows: Int)
  private let seed: UInt64
  var random: SplitMix64
  var now: (columns: Int, rows: Int)
  /// The events that the program had used up when it was last looked at.
  var events = 0
  private var history: [String] = []
  /// What was begun and is gone on with, one step at a time.
  var planned: [Step] = []
  /// Where the button of the mouse is held down.
  var held: (column: Int, row: Int)?
  /// How many records there were before something came that must not record.
  var recorded: Int?

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
      case .same:
        compared += 1
        if case .key = step, let before = recorded {
          recorded = nil
          let now = count()
          #expect(now == before, "recorded by no key: \(history.suffix(25).joined(separator: " "))")
        }
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

  /// How many files of records the store has.
  func count() -> Int {
    (try? FileManager.default.subpathsOfDirectory(atPath: store + "/events"))?.count {
      $0.hasSuffix(".json")
    } ?? 0
  }

  private mutating func start() async throws -> Screen {
    now = size
    events = 0
    planned = []
    held = nil
    recorded = nil
    history.append("start")
    let screen = try await Screen(
      "cd \(scratch.path); exec \(Programs.dashboard) --store \(store)", in: scratch,
      columns: size.columns, rows: size.rows, term: "xterm-256color")
    try await screen.wait(for: "2023")
    return screen
  }
}

extension Walker {
  enum Outcome {
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
  mutating func settle(_ screen: Screen, after step: Step) async throws -> Outcome {
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
