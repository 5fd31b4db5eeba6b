import CensusCore
import CensusDashboard
import CensusLists
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// In the report of a failure a state is where a person is: all of it would fill the log.
extension State: CustomTestStringConvertible {
  package var testDescription: String { "a state at \(way.places)" }
}

/// In the report of a failure a frame is its text.
extension Grid: CustomTestStringConvertible {
  package var testDescription: String { "a frame:\n\(plainText)" }
}

/// Drives the dashboard in process, over the shipped quarter, with a store of events in memory.
struct Script {
  private(set) var state: State
  private(set) var effects: [Effect] = []
  private(set) var hasQuit = false
  /// What papers say.
  var draft = PaperDraft(text: "# 报告\n", isMarkdown: true)
  /// What is kept under a path, and nil where there is nothing.
  var files: [String: Evidence] = [:]
  private var events: [CensusCore.Event]
  private var store: Store
  private let today: Day
  /// Why nothing can be recorded or written, if so.
  var failure: Phrase?
  /// Records whose program was stopped before they were in their place.
  private var missing: [CensusCore.Event] = []
  private var number = 0
  private var actor = "desk"

  /// The dashboard on a day of 2018, which is also the real day unless another is given.
  init(
    _ language: Language = .chinese, _ columns: Int = 80, _ rows: Int = 24,
    asOf: String = "2018-10-19", today: String? = nil, quarter: Quarter = ShippedStore.quarter,
    view: View = .overview, alphabet: Alphabet = .unicode, readOnly: Bool = false
  ) throws {
    store = try ShippedStore.open()
    events = []
    let asOf = try #require(Day(asOf))
    self.today = try today.map { try #require(Day($0)) } ?? asOf
    let snapshot = Self.snapshot(
      &store, quarter, asOf: asOf, today: self.today, events: [],
      access: readOnly ? .readOnly(Phrase("只读打开", "opened for reading only")) : .readWrite)
    state = State(
      snapshot: snapshot, language: language, alphabet: alphabet,
      size: Size(columns: columns, rows: rows), view: view)
    _ = Dashboard.update(&state, .resized(state.size))
  }

  /// The frame as it stands.
  var frame: Grid { Dashboard.view(state, in: state.size) }

  /// A row of the frame without blanks at its end.
  func line(_ index: Int) -> String {
    let line = frame.lines[index]
    return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
  }

  /// The rows above the body.
  var head: String {
    (0..<(state.way.places.count > 1 ? 3 : 2)).map { line($0) }.joined(separator: "\n")
  }

  /// The row of hints, in whose place messages and prompts stand.
  var prompt: String { line(state.size.rows - 2) }

  /// The last row.
  var foot: String { line(state.size.rows - 1) }

  /// The message at the foot of the screen.
  var message: String? { state.talk.message?.text[state.language] }

  /// Presses keys by their names: `5 Down p`.
  mutating func press(_ names: String) throws {
    for key in try #require(Key.parse(script: names)) { act(.key(key)) }
  }

  /// Types a text, character by character.
  mutating func type(_ text: String) {
    for character in text { act(.key(.character(character))) }
  }

  /// Gives a command other keys.
  mutating func rebind(_ command: Command, to keys: [Key]) {
    state.keys = KeyMap(
      state.keys.bindings.map { binding in
        guard binding.command == command else { return binding }
        return binding.with(keys)
      })
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    act(.resized(Size(columns: columns, rows: rows)))
  }

  mutating func act(_ action: Action) {
    guard !hasQuit else { return }
    let effect = Dashboard.update(&state, action)
    if effect != .none, effect != .poll { effects.append(effect) }
    for answer in perform(effect) { _ = Dashboard.update(&state, answer) }
  }

  /// What another program records meanwhile.
  mutating func recordElsewhere(_ draft: EventDraft) {
    recordUnseen(draft)
    _ = Dashboard.update(&state, .changed(snapshot()))
  }

  /// What another program records just before the next key, so that the screen is older than it.
  mutating func recordUnseen(_ draft: EventDraft, by actor: String = "李四") {
    events.append(event(draft, batch: digits(), actor: actor))
  }

  /// What another program that was stopped half way records: the first of some drafts.
  mutating func recordPart(of drafts: [EventDraft], placed: Int = 1) {
    let batch = digits()
    missing = drafts.map { event($0, batch: batch, actor: "李四") }
    events += missing.prefix(placed)
    missing.removeFirst(placed)
    _ = Dashboard.update(&state, .changed(snapshot()))
  }

  /// Files of records go away.
  mutating func loseRecords() {
    events = []
    _ = Dashboard.update(&state, .changed(snapshot()))
  }

  /// Lets a change of the state be made that no key makes.
  mutating func change(_ change: (inout State) -> Void) {
    change(&state)
    _ = Dashboard.update(&state, .resized(state.size))
  }

  /// The dashboard as a dialogue of lines.
  func dialogue() -> PlainDialogue { PlainDialogue(state) }

  /// Says a line in a dialogue; what is answered.
  mutating func say(_ line: String, to dialogue: inout PlainDialogue) -> [String] {
    state = dialogue.state
    return dialogue.hear(line) { effect in
      if effect != .none, effect != .poll { effects.append(effect) }
      let answers = perform(effect)
      for case .opened(let snapshot) in answers { state.snapshot = snapshot }
      return answers
    }
  }

  // MARK: - The world

  private mutating func perform(_ effect: Effect) -> [Action] {
    if let failure, effect.records { return [.failed(failure)] }
    if effect.records {
      let now = snapshot()
      let seen = state.snapshot.knownEvents
      if let why = now.surprise(before: effect, since: seen) {
        return [.changed(now), .surprised(why)]
      }
    }
    switch effect {
    case .none, .redraw, .suspend, .poll: return []
    case .quit:
      hasQuit = true
      return []
    case .record(let drafts, let said):
      let batch = digits()
      for draft in drafts { events.append(event(draft, batch: batch, actor: actor)) }
      return [.recorded(snapshot(), said)]
    case .confirm(_, let said): return [.confirmed(said)]
    case .export: return [failure.map(Action.failed) ?? .told(Phrase("已导出", "written"))]
    case .saveView(let view):
      return [failure.map(Action.failed) ?? .saved(view, Phrase("已保存", "saved"))]
    case .draftPaper(let request):
      return [failure.map(Action.failed) ?? .drafted(request, draft)]
    case .writePaper(let request, _, let path, let shown):
      guard shown == draft else { return [.drafted(request, draft)] }
      return [
        failure.map(Action.failed)
          ?? .wrote(
            Phrase("已写出：\(path)", "wrote \(path)"),
            remindable: request.paper == .letter(.chase) ? draft.units.map(\.id) : [])
      ]
    case .freeze: return [failure.map(Action.failed) ?? .wrote(Phrase("已归档", "froze it"))]
    case .attach(let attaching):
      return attach(attaching)
    case .copy, .openAddress, .openEvidence, .demo, .readNotice, .watchNotice, .acceptNotice,
      .dropIntake, .run, .sync, .stopSync:
      return []
    case .complete:
      guard !missing.isEmpty else {
        return [.failed(Phrase("没有可以补全的批次", "there is no batch to complete"))]
      }
      events += missing
      let own = Set(missing.map(\.batch))
      missing = []
      return [.changed(snapshot(), own: own), .told(Phrase("已补全", "completed"))]
    case .keepActor(let name, let pending):
      actor = name
      return perform(pending)
    case .redo:
      do throws(Refusal) {
        let redo = try Redo(lastOf: actor, in: events)
        let batch = digits()
        for draft in redo.drafts(on: state.projection.asOf) {
          events.append(event(draft, batch: batch, actor: actor))
        }
        return [.redone(snapshot(), redo)]
      } catch {
        return [.failed(Terms.refusal(error))]
      }
    case .undo:
      do throws(Refusal) {
        let undo = try Undo(lastOf: actor, in: events)
        let batch = digits()
        for draft in undo.drafts(on: state.projection.asOf) {
          events.append(event(draft, batch: batch, actor: actor))
        }
        return [.undone(snapshot(), undo)]
      } catch {
        return [.failed(Terms.refusal(error))]
      }
    case .open(let quarter, let day):
      return [
        .opened(
          Self.snapshot(
            &store, quarter, asOf: day, today: today, events: events,
            access: state.snapshot.access))
      ]
    case .reload: return [.opened(snapshot())]
    case .readPast: return []
    case .read(let quarter): return [.read(quarter, store.inspection(of: quarter).inspection)]
    }
  }

  private mutating func attach(_ attaching: Attaching) -> [Action] {
    guard let file = files[attaching.path] else {
      return [.failed(Phrase("没有“\(attaching.path)”", "there is no “\(attaching.path)”"))]
    }
    let plan = try? state.snapshot.known.plan(
      EvidenceRequest(on: attaching.on, files: [file]), for: attaching.references, today: today)
    let batch = digits()
    for draft in plan?.drafts ?? [] { events.append(event(draft, batch: batch, actor: actor)) }
    return [.recorded(snapshot(), Phrase("已存为佐证", "kept as evidence"))]
  }

  private mutating func snapshot() -> Snapshot {
    Self.snapshot(
      &store, state.projection.quarter, asOf: state.projection.asOf, today: today, events: events,
      access: state.snapshot.access)
  }

  private static func snapshot(
    _ store: inout Store, _ quarter: Quarter, asOf: Day, today: Day,
    events: [CensusCore.Event], access: Snapshot.Access
  ) -> Snapshot {
    let inspection =
      store.inspection(of: quarter).inspection
      ?? Inspection(
        quarter: quarter, coverage: .headline,
        totals: Inspection.Figures(running: nil, failing: nil, publishedRate: nil))
    let projection = Projection(
      of: inspection, directory: store.directory, events: events, settings: store.settings,
      asOf: asOf)
    return Snapshot(
      title: store.settings.title, province: store.settings.province,
      quarters: store.quarters(), projection: projection,
      known: Projection(
        of: inspection, directory: store.directory, events: events, settings: store.settings,
        asOf: max(asOf, today)),
      today: today,
      access: access, others: Worklist([Worklist.Entry]()))
  }

  private mutating func event(
    _ draft: EventDraft, batch: BatchID, actor: String
  ) -> CensusCore.Event {
    number += 1
    let digits = String(number)
    guard let id = EventID(String(repeating: "0", count: 32 - digits.count) + digits) else {
      preconditionFailure("32 digits are an identity")
    }
    return CensusCore.Event(
      id: id, on: draft.on,
      at: Instant(seconds: today.ordinal * 86_400 + number), actor: actor, origin: "tui",
      batch: batch, batchSize: 1, clock: number, seen: [], quarter: draft.quarter,
      round: draft.round, subject: draft.subject, payload: draft.payload)
  }

  private func digits() -> BatchID {
    let text = String(number + 1)
    guard let batch = BatchID(String(repeating: "b", count: 32 - text.count) + text) else {
      preconditionFailure("32 digits are an identity")
    }
    return batch
  }
}
