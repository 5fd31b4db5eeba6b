import CensusCore
import CensusDashboard
import CensusStore

/// Joins the store and the dashboard: does what the dashboard asks for, and tells what came of it.
struct Desk {
  private var store: Store
  private var quarter: Quarter
  private var asOf: Day
  /// Whether the day looked at is today, and moves with it.
  private var followsToday: Bool
  private let knownAt: Instant?
  private let isReadOnly: Bool
  private let actor: String
  private let now: () -> Instant
  private let sentence: (StoreError) -> Phrase
  private let discrepancies: ([Problem]) -> [Discrepancy]

  init(
    store: Store, quarter: Quarter, asOf: Day?, knownAt: Instant?, isReadOnly: Bool,
    actor: String, now: @escaping () -> Instant, sentence: @escaping (StoreError) -> Phrase,
    discrepancies: @escaping ([Problem]) -> [Discrepancy]
  ) {
    self.store = store
    self.quarter = quarter
    self.asOf = asOf ?? now().day(at: store.settings.offset)
    followsToday = asOf == nil
    self.knownAt = knownAt
    self.isReadOnly = isReadOnly
    self.actor = actor
    self.now = now
    self.sentence = sentence
    self.discrepancies = discrepancies
  }

  private var today: Day { now().day(at: store.settings.offset) }

  /// The quarter on the day looked at.
  mutating func snapshot() -> Snapshot {
    let quarters = store.quarters()
    let file = store.inspection(of: quarter)
    let inspection = file.inspection ?? Self.placeholder(quarter)
    let recorded = store.events(of: quarter)
    let problems = store.problems + (quarters.contains(quarter) ? file.problems : [])
    let projection = Projection(
      of: inspection, directory: store.directory, events: recorded.events,
      settings: store.settings, asOf: asOf, knownAt: knownAt)
    return Snapshot(
      title: store.settings.title, province: store.settings.province,
      quarters: quarters, projection: projection,
      discrepancies: discrepancies(problems + recorded.problems)
        + inspection.discrepancies(in: store.directory),
      today: today, access: access)
  }

  /// Does what the dashboard asks for.
  mutating func perform(_ effect: Effect) -> [Action] {
    switch effect {
    case .none, .quit, .redraw: return []
    case .record(let drafts, let said): return record(drafts) { .recorded($0, said) }
    case .undo: return undo()
    case .open(let quarter, let day):
      followsToday = day == today
      self.quarter = quarter
      asOf = day
      return [.opened(snapshot())]
    case .reload:
      _ = store.refresh(quarter)
      return [.opened(snapshot())]
    case .poll: return poll()
    }
  }

  private var access: Snapshot.Access {
    if isReadOnly {
      return .readOnly(
        Phrase("以只读方式打开，不登记任何内容", "opened for reading only; nothing is recorded"))
    }
    if case .readOnly(let reason) = store.access { return .readOnly(sentence(.readOnly(reason))) }
    return .readWrite
  }

  private mutating func record(
    _ drafts: [EventDraft], answer: (Snapshot) -> Action
  ) -> [Action] {
    do {
      _ = try store.record(drafts, by: Recorder(actor: actor, origin: "tui", at: now()))
      return [answer(snapshot())]
    } catch {
      return [.failed(sentence(error))]
    }
  }

  private mutating func undo() -> [Action] {
    do throws(Refusal) {
      let undo = try Undo(lastOf: actor, in: allEvents())
      return record([undo.draft(on: asOf, reason: nil)]) { .undone($0, undo) }
    } catch {
      return [.failed(Terms.refusal(error))]
    }
  }

  private mutating func allEvents() -> [Event] {
    var seen: Set<EventID> = []
    return store.quarters().flatMap { store.events(of: $0).events }
      .filter { seen.insert($0.id).inserted }
  }

  /// Whether another program changed the store, or midnight passed.
  private mutating func poll() -> [Action] {
    let day = today
    let isNewDay = followsToday && day != asOf
    if isNewDay { asOf = day }
    if !store.refresh(quarter).isEmpty { return [.changed(snapshot())] }
    return isNewDay ? [.opened(snapshot())] : []
  }

  private static func placeholder(_ quarter: Quarter) -> Inspection {
    Inspection(
      quarter: quarter, coverage: .headline,
      totals: Inspection.Figures(running: nil, failing: nil, publishedRate: nil))
  }
}
