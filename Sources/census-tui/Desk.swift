import CensusCommand
import CensusCore
import CensusDashboard
import CensusStore
import Glibc

/// Joins the store and the dashboard: does what the dashboard asks for, and tells what came of it.
struct Desk {
  var session: Session
  /// Where files and folders are reached.
  let world: World
  /// Whether the store could not be read when last looked at.
  private var isLost = false
  /// Whether made-up data stand in its place.
  private var isDemo = false
  private var quarter: Quarter
  private var asOf: Day
  /// Whether the day looked at is today, and moves with it.
  private var followsToday: Bool
  let isReadOnly: Bool
  private var actor: String
  private let keep: (String) -> Phrase?
  /// What could not be kept besides the store: sentences.
  private(set) var complaints: [Phrase] = []

  /// The desk of a session.
  ///
  /// - Parameters:
  ///   - session: the open store, the quarter and the days.
  ///   - isReadOnly: whether recording was ruled out.
  ///   - actor: who records; empty if that will be asked.
  ///   - world: where files and folders are reached.
  ///   - keep: keeps that name for the next start; why it cannot, if so.
  /// - Throws: if the quarter asked for cannot be read.
  init(
    _ session: Session, isReadOnly: Bool, actor: String, in world: World,
    keep: @escaping (String) -> Phrase? = { _ in nil }
  ) throws(CommandError) {
    self.keep = keep
    self.session = session
    self.world = world
    self.isReadOnly = isReadOnly
    self.actor = actor
    asOf = session.asOf
    followsToday = session.asOf == session.today
    do {
      quarter = try self.session.quarter()
    } catch CommandError.noQuarter {
      quarter = Quarter(containing: session.asOf)
    }
  }

  private var now: Instant { Instant(seconds: time(nil)) }

  private var today: Day { now.day(at: session.store.settings.offset) }

  /// The quarter on the day looked at.
  mutating func snapshot() -> Snapshot {
    let quarters = session.store.quarters()
    let file = session.store.inspection(of: quarter)
    let inspection = file.inspection ?? Self.placeholder(quarter)
    let recorded = session.store.events(of: quarter)
    let problems = session.store.problems + (quarters.contains(quarter) ? file.problems : [])
    let projection = Projection(
      of: inspection, directory: session.store.directory, events: recorded.events,
      settings: session.store.settings, asOf: asOf, knownAt: session.knownAt)
    let isWhole = session.knownAt == nil && asOf >= today
    let known =
      isWhole
      ? projection
      : Projection(
        of: inspection, directory: session.store.directory, events: recorded.events,
        settings: session.store.settings, asOf: max(asOf, today))
    return Snapshot(
      title: session.store.settings.title, province: session.store.settings.province,
      quarters: quarters, projection: projection, known: known,
      discrepancies: (problems + recorded.problems).map(\.discrepancy)
        + projection.discrepancies,
      today: today, offset: session.store.settings.offset, access: access)
  }

  /// Does what the dashboard asks for.
  mutating func perform(_ effect: Effect) -> [Action] {
    if effect.needsStore, !isStoreThere {
      isLost = true
      return [.lost(Self.lostSentence), .failed(Self.lostSentence)]
    }
    switch effect {
    case .none, .quit, .redraw, .suspend, .copy: return []
    case .record(let drafts, let said): return record(drafts) { .recorded($0, said) }
    case .confirm(let events, let said): return confirm(events, said)
    case .keepActor(let name, let pending):
      actor = name
      if let complaint = keep(name) { complaints.append(complaint) }
      return perform(pending)
    case .undo: return undo()
    case .redo: return redo()
    case .open(let quarter, let day):
      followsToday = day == today
      self.quarter = quarter
      asOf = day
      return [.opened(snapshot())]
    case .reload:
      _ = session.store.refresh(quarter)
      return [.opened(snapshot())]
    case .poll: return poll()
    case .export(let export): return [write(export, of: snapshot())]
    case .openAddress(let address): return [Browser.open(address)]
    case .demo: return showDemo()
    case .read(let quarter):
      return [.read(quarter, session.store.inspection(of: quarter).inspection)]
    }
  }

  private var access: Snapshot.Access {
    if isReadOnly {
      return .readOnly(
        Phrase("以只读方式打开，不登记任何内容", "opened for reading only; nothing is recorded"))
    }
    guard case .readOnly(let reason) = session.store.access else { return .readWrite }
    return .readOnly(Messages.sentence(StoreError.readOnly(reason)))
  }

  private mutating func record(
    _ drafts: [EventDraft], answer: (Snapshot) -> Action
  ) -> [Action] {
    do {
      _ = try session.store.record(drafts, by: Recorder(actor: actor, origin: "tui", at: now))
      return [answer(snapshot())]
    } catch {
      return [.failed(Messages.sentence(error))]
    }
  }

  private mutating func redo() -> [Action] {
    do throws(Refusal) {
      let redo = try Redo(lastOf: actor, in: session.allEvents())
      return record(redo.drafts(on: asOf)) { .redone($0, redo) }
    } catch {
      return [.failed(Terms.refusal(error))]
    }
  }

  private func confirm(_ events: [EventID], _ said: Phrase) -> [Action] {
    do {
      try session.store.confirm(events)
      return [.confirmed(said)]
    } catch {
      return [.failed(Messages.sentence(error))]
    }
  }

  private mutating func undo() -> [Action] {
    do throws(Refusal) {
      let undo = try Undo(lastOf: actor, in: session.allEvents())
      return record(undo.drafts(on: asOf)) { .undone($0, undo) }
    } catch {
      return [.failed(Terms.refusal(error))]
    }
  }

  /// Whether another program changed the store, or midnight passed.
  private mutating func poll() -> [Action] {
    if isLost || !isStoreThere { return lookForStore() }
    let day = today
    let isNewDay = followsToday && day != asOf
    if isNewDay { asOf = day }
    if !session.store.refresh(quarter).isEmpty { return [.changed(snapshot())] }
    return isNewDay ? [.opened(snapshot())] : []
  }

  /// Whether the store's path still leads to it; made-up data have none.
  private var isStoreThere: Bool {
    if isDemo { return true }
    guard let folder = try? world.openFolder(session.path, false) else { return false }
    return session.store.isPresent(in: folder)
  }

  /// The store went away, or is looked for until it is back.
  private mutating func lookForStore() -> [Action] {
    guard let store = try? openStore(session.path, in: world) else {
      isLost = true
      return [.lost(Self.lostSentence)]
    }
    isLost = false
    session.store = store
    return [.found(snapshot())]
  }

  private static let lostSentence = Phrase(
    "数据目录读不到了（可能被移走或断开）；屏幕上是最后读到的内容，恢复后会自动更新",
    "the store cannot be read (moved away or disconnected); the screen shows what was read last, "
      + "and is updated once it is back")

  /// Shows made-up data in memory in the place of an empty store; nothing of it reaches the disk.
  private mutating func showDemo() -> [Action] {
    let folder = InMemoryFileSystem()
    let size = Demo.Size(quarters: 8, prefectures: 16, findings: 20, events: 120, seed: 1)
    do {
      try Store.initialise(folder, with: Demo(size))
      session.store = try Store.open(folder)
      isDemo = true
    } catch {
      return [.failed(Messages.sentence(error))]
    }
    guard let newest = session.store.quarters().first else { return [] }
    quarter = newest
    asOf = session.store.inspection(of: newest).inspection?.notice.deadline?.day ?? asOf
    followsToday = false
    return [
      .opened(snapshot()),
      .told(
        Phrase(
          "这是演示数据，只在内存中；退出后不保留", "made-up data, in memory only; it is gone when you leave")),
    ]
  }

  private static func placeholder(_ quarter: Quarter) -> Inspection {
    Inspection(
      quarter: quarter, coverage: .headline,
      totals: Inspection.Figures(running: nil, failing: nil, publishedRate: nil))
  }
}
