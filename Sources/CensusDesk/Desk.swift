package import CensusCommand
package import CensusCore
package import CensusDashboard
package import CensusLists
import CensusStore

/// Joins the store and the dashboard: does what the dashboard asks for, and tells what came of it.
package struct Desk {
  package var session: Session
  /// Where files and folders are reached.
  let world: World
  /// Whether the store could not be read when last looked at.
  private(set) var isLost = false
  /// Whether made-up data stand in its place.
  var isDemo = false
  var quarter: Quarter
  var asOf: Day
  /// What failed before the quarter on the screen.
  var past: (quarter: Quarter, offenders: RepeatOffenders, isCurrent: Bool)?
  /// The same in the reading.
  var pastReading: (quarter: Quarter, reading: PastReading)?
  /// What is owed of the other periods, seen from one on one day.
  var others: (quarter: Quarter, day: Day, reading: WorklistReading, isCurrent: Bool)?
  /// The same in the reading.
  var othersReading: (quarter: Quarter, day: Day, reading: WorklistReading)?
  /// Whether nobody waits for a screen, so that all of it is read with the quarter.
  let readsPastAtOnce: Bool
  /// What is known on the screen.
  private var seen: Set<EventID> = []
  /// Whether the day looked at is today, and moves with it.
  var followsToday: Bool
  package let isReadOnly: Bool
  /// Who records; empty while nobody knows.
  package private(set) var actor: String
  private let keep: (String) -> Phrase?
  private let keepView: (NamedView) -> Phrase?
  private let clock: () -> Instant
  var browser = Browser()
  private var runs = OwnRuns()
  /// How the store stands beside its remote.
  var sharing = SharingWatch()
  /// The program that is told of every record, with its arguments; empty for none.
  package var onRecorded: [String] = []
  /// Keeps the draft of a notice, or forgets it.
  let keepDraft: ([UInt8]?) -> DraftKept
  /// The sources of that notice that were read.
  var opened: [Intake.Source: ReadSource] = [:]
  /// The stamps of its files when they were read; nil of one that was not there.
  var stamps: [String: FileStamp?] = [:]
  /// What this program recorded without being able to confirm that it is on the disk.
  var unconfirmed: [BatchID: [EventID]] = [:]
  /// Whether it was said that counterfoils cannot be kept.
  var hasToldOfCounterfoils = false
  /// What could not be kept besides the store: sentences.
  package private(set) var complaints: [Phrase] = []

  /// The desk of a session.
  ///
  /// - Parameters:
  ///   - session: the open store, the quarter and the days.
  ///   - isReadOnly: whether recording was ruled out.
  ///   - actor: who records; empty if that will be asked.
  ///   - world: where files and folders are reached.
  ///   - readsPastAtOnce: whether earlier quarters are read with the one on screen, and not
  ///     between two keys.
  ///   - clock: the moment, asked for each time.
  ///   - keep: keeps that name for the next start; why it cannot, if so.
  ///   - keepView: keeps a list under its name; why it cannot, if so.
  ///   - keepDraft: keeps the draft of a notice, or forgets it, and says what came of it.
  /// - Throws: if the quarter asked for cannot be read.
  package init(
    _ session: Session, isReadOnly: Bool, actor: String, in world: World,
    readsPastAtOnce: Bool = false, clock: @escaping () -> Instant,
    keep: @escaping (String) -> Phrase? = { _ in nil },
    keepView: @escaping (NamedView) -> Phrase? = { _ in nil },
    keepDraft: @escaping ([UInt8]?) -> DraftKept = { _ in .kept }
  ) throws(CommandError) {
    self.keep = keep
    self.keepView = keepView
    self.keepDraft = keepDraft
    self.clock = clock
    self.readsPastAtOnce = readsPastAtOnce
    self.session = session
    self.world = world
    self.isReadOnly = isReadOnly
    self.actor = actor
    asOf = session.asOf
    followsToday = session.asOf == session.today
    do {
      quarter = try self.session.quarter()
    } catch CommandError.noQuarter, CommandError.store(.file) {
      // An empty store, or one whose quarters cannot be listed; the snapshot says which.
      quarter = Quarter(containing: session.asOf)
    }
  }

  var now: Instant { clock() }

  var today: Day { now.day(at: session.store.settings.offset) }

  /// The quarter on the screen.
  package var shownQuarter: Quarter { quarter }

  /// The quarter on the day looked at.
  package mutating func snapshot() -> Snapshot {
    let quarters = session.store.quarters()
    session.store.now = now
    let file = session.store.inspection(of: quarter)
    let inspection = file.inspection ?? Self.placeholder(quarter)
    let recorded = session.store.events(of: quarter)
    let unreadable = unreadable(file, among: quarters)
    let projection = Projection(
      of: inspection, directory: session.store.directory, events: recorded.events,
      settings: session.store.settings, asOf: asOf, knownAt: session.knownAt)
    let isWhole = session.knownAt == nil && asOf >= today
    let known =
      isWhole
      ? nil
      : Projection(
        of: inspection, directory: session.store.directory, events: recorded.events,
        settings: session.store.settings, asOf: max(asOf, today))
    let past = past(of: projection)
    let others = others(among: quarters)
    // Also what was found wrong with the other periods just now.
    let problems = session.store.knownProblems
    let snapshot = Snapshot(
      title: session.store.settings.title, province: session.store.settings.province,
      quarters: quarters, projection: projection, known: known,
      files: problems.map(Self.row),
      today: today, offset: session.store.settings.offset,
      access: unreadable.map(Snapshot.Access.readOnly) ?? access,
      damage: Self.damage(problems), unconfirmed: unconfirmed.values.joined().count,
      unreadable: unreadable, past: past,
      others: others?.worklist, previous: others?.previous, census: others?.latestCensus,
      unreadOthers: others?.unreadable.sorted() ?? [],
      lacksPast: othersReading != nil || pastReading?.quarter == quarter)
    seen = snapshot.knownEvents
    return snapshot
  }

  /// Why the quarter's facts cannot be read; nil if they can, and in a store without quarters.
  private func unreadable(_ file: QuarterFile, among quarters: [Quarter]) -> Phrase? {
    guard file.inspection == nil else { return nil }
    if !quarters.contains(quarter), let reason = session.store.withdrawal(of: quarter) {
      return Phrase(
        "\(quarter.name.chinese)的通报已撤回（\(reason)）；记录都在，重新载入后仍有效",
        "the notice of \(quarter.name.english) was withdrawn (\(reason)); what was recorded is kept, "
          + "and counts again once it is taken in anew")
    }
    guard !quarters.isEmpty else { return session.store.quartersFailure.map(Messages.sentence) }
    return Messages.cause(of: quarter, file.problems.first)
  }

  /// Does what the dashboard asks for.
  package mutating func perform(_ effect: Effect) -> [Action] {
    browser.reap()
    if effect.needsStore, !isStoreThere {
      isLost = true
      let why = effect.records ? Self.notRecordedSentence : Self.lostSentence
      return [.lost(Self.lostSentence), .failed(why)]
    }
    switch effect {
    case .none, .quit, .redraw, .suspend, .copy: return []
    case .record(let drafts, let said): return record(drafts) { .recorded($0, said) }
    case .confirm(let events, let said):
      let news = lookAnew(before: effect)
      return news.isSurprise ? news.actions : news.actions + confirm(events, said)
    case .keepActor(let name, let pending):
      actor = name
      if let complaint = keep(name) { complaints.append(complaint) }
      return perform(pending)
    case .undo: return undo()
    case .redo: return redo()
    case .complete: return complete()
    case .open(let quarter, let day):
      followsToday = day == today
      self.quarter = quarter
      asOf = day
      return [.opened(snapshot())]
    case .reload:
      session.store.reload()
      (past, pastReading) = (nil, nil)
      (others, othersReading) = (nil, nil)
      return [.opened(snapshot())] + confirmAgain()
    case .poll: return poll() + background()
    case .run(let run): return runs.start(run)
    case .sync(let language):
      // What a wish to record would be told is told here, too.
      if case .readOnly(let why) = access { return [.failed(why)] }
      return runs.sync(session.path, by: actor, in: language)
    case .stopSync:
      runs.stopSync()
      return []
    case .export(let export): return [write(export, of: snapshot())]
    case .saveView(let view):
      if let why = keepView(view) { return [.failed(why)] }
      return [.saved(view, Self.saved(view))]
    case .openAddress(let address): return [browser.open(address)]
    case .draftPaper(let request): return [draft(request)]
    case .writePaper(let request, let form, let path, let shown):
      return news() + [write(request, as: form, to: path, shown: shown)]
    case .freeze(let request, let shown): return news() + [freeze(request, shown: shown)]
    case .openEvidence(let file): return [open(file)]
    case .attach(let attaching): return attach(attaching)
    case .demo: return showDemo()
    case .readPast: return readPast()
    case .readNotice(let intake): return read(intake)
    case .watchNotice(let intake): return poll() + background() + watch(intake)
    case .acceptNotice(let intake, let digest): return accept(intake, digest: digest)
    case .dropIntake: return dropIntake()
    case .read(let quarter):
      return [.read(quarter, session.store.inspection(of: quarter).inspection)]
    }
  }

  var access: Snapshot.Access {
    if let knownAt = session.knownAt {
      let moment = knownAt.text(at: session.store.settings.offset)
      return .readOnly(
        Phrase(
          "只看\(moment)前登记的内容（--known-at），不能登记；要登记请不带此项重新打开",
          "only what was recorded up to \(moment) is shown (--known-at), so nothing is recorded; "
            + "open without it to record"))
    }
    if isReadOnly {
      return .readOnly(
        Phrase("以只读方式打开，不登记任何内容", "opened for reading only; nothing is recorded"))
    }
    guard case .readOnly(let reason) = session.store.access else { return .readWrite }
    return .readOnly(Messages.sentence(StoreError.readOnly(reason)))
  }

  /// Looks what others recorded since the screen was made: an act was decided upon on that.
  ///
  /// - Parameters:
  ///   - effect: the act.
  ///   - actor: whose last act is meant, if that is what it goes by.
  /// - Returns: what is to be shown; and whether that concerns the act, which is then to be asked
  ///   for anew.
  private mutating func lookAnew(
    before effect: Effect, by actor: String? = nil
  ) -> (actions: [Action], isSurprise: Bool) {
    let seen = seen
    let changes = session.store.refresh(quarter)
    // What rests on the notice of another period is held against that as it is now.
    let resting = effect.restingOnCensus
    if !resting.isEmpty { readOthersAtOnce() }
    guard !changes.isEmpty || !resting.isEmpty else { return ([], false) }
    let now = snapshot()
    let changed = Action.changed(now, own: Set(unconfirmed.keys))
    if !resting.isEmpty, !resting.isSubset(of: now.unlisted) {
      return ([changed, .surprised(Labels.noticeChanged)], true)
    }
    // The numbers of findings are those of the notice as it was on the screen.
    if changes.contains(.quarter) { return ([changed, .surprised(Labels.noticeChanged)], true) }
    if case .readOnly(let why) = now.access { return ([changed, .failed(why)], true) }
    guard let why = now.surprise(before: effect, since: seen, actor: actor) else {
      return ([changed], false)
    }
    return ([changed, .surprised(why)], true)
  }

  mutating func record(
    _ drafts: [EventDraft], by lastOf: String? = nil, answer: (Snapshot) -> Action
  ) -> [Action] {
    // What was to be recorded may be what is written and not confirmed: first that is made certain.
    guard unconfirmed.isEmpty else { return confirmAgain(asking: true) }
    let news = lookAnew(before: .record(drafts, said: Phrase("", "")), by: lastOf)
    guard !news.isSurprise else { return news.actions }
    // What takes the last act back takes back the part that is there.
    if lastOf == nil, isCut { return news.actions + completeOwn() }
    return news.actions + write(drafts, answer: answer)
  }

  private mutating func write(
    _ drafts: [EventDraft], answer: (Snapshot) -> Action
  ) -> [Action] {
    do {
      let batch = try session.store.record(
        drafts, by: Recorder(actor: actor, origin: "tui", at: now))
      sharing.change()
      return [answer(snapshot())] + told(of: batch)
    } catch .notConfirmed(let batch, let error) {
      unconfirmed[batch.id] = batch.events.map(\.id)
      _ = session.store.refresh(quarter)
      return [
        .changed(snapshot(), own: Set(unconfirmed.keys)),
        .failed(Self.notConfirmed(Messages.sentence(error))),
      ]
    } catch {
      return [.failed(Messages.sentence(error))]
    }
  }

  private mutating func redo() -> [Action] {
    do throws(Refusal) {
      let redo = try Redo(lastOf: actor, in: session.allEvents())
      return record(redo.drafts(on: asOf), by: actor) { .redone($0, redo) }
    } catch {
      return [.failed(Labels.refusal(error))]
    }
  }

  private mutating func undo() -> [Action] {
    // What had gone belongs to its batch again before that is taken back.
    do throws(StoreError) {
      try session.store.putBack()
    } catch {
      return [.failed(Messages.sentence(error))]
    }
    do throws(Refusal) {
      let undo = try session.undo(lastOf: actor)
      return record(undo.drafts(on: asOf), by: actor) { .undone($0, undo) }
    } catch {
      return [.failed(Labels.refusal(error))]
    }
  }

  /// What programs have to say that nobody waits for.
  private mutating func background() -> [Action] {
    let said = runs.look()
    if runs.takeSynced() { sharing.change() }
    return said + (isDemo || isLost ? [] : sharing.look(session.path))
  }

  /// Whether another program changed the store, or midnight passed.
  private mutating func poll() -> [Action] {
    if isLost || !isStoreThere { return lookForStore() }
    let day = today
    let isNewDay = followsToday && day != asOf
    if isNewDay { asOf = day }
    let changes = session.store.refresh(quarter)
    let areOthersNew = session.store.refreshNext(besides: quarter) || changes.contains(.lists)
    if areOthersNew { readOthersAnew() }
    if areOthersNew || !changes.isEmpty {
      sharing.change()
      return [.changed(snapshot(), own: Set(unconfirmed.keys))]
    }
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
    do throws(CommandError) {
      session.store = try openStore(session.path, in: world)
      keepCounterfoils()
      isLost = false
      return [.found(snapshot())]
    } catch .cannotOpen(_, .noStore), .cannotOpen(_, .file) {
      isLost = true
      return [.lost(Self.lostSentence)]
    } catch {
      // It is there again, but no longer what it was.
      isLost = true
      return [.lost(Messages.sentence(error))]
    }
  }

  private static func placeholder(_ quarter: Quarter) -> Inspection {
    Inspection(
      quarter: quarter, coverage: .headline,
      totals: Inspection.Figures(running: nil, failing: nil, publishedRate: nil))
  }
}

extension Effect {
  /// The findings of which it records a re-check whose evidence is what a census does not list any more.
  fileprivate var restingOnCensus: Set<FindingID> {
    guard case .record(let drafts, _) = self else { return [] }
    return drafts.reduce(into: []) { resting, draft in
      guard case .recheck(let recheck) = draft.payload, recheck.evidence != nil else { return }
      if case .findings(let ids) = draft.subject { resting.formUnion(ids) }
    }
  }
}
