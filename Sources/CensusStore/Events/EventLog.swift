public import CensusCore

/// The events of a store: loaded by quarter, written so that what is acknowledged stays.
struct EventLog {
  let fileSystem: any FileSystem
  private var folders: [EventPlace: EventFolder] = [:]
  /// The events of several places in one order, until one of the places changes.
  private var merged: [Quarter?: [Event]] = [:]
  /// Places in which recording found something new that nobody has been told of.
  private var news: Set<EventPlace> = []
  /// The batches that were cut short, by the quarter whose events show them.
  private var partial: [Quarter?: [Problem]] = [:]
  /// The records that others were made upon and that are gone, by the quarter whose events tell.
  private var lost: [Quarter?: [EventID]] = [:]
  /// Records that are gone and of which something else tells.
  var excused: [Event] = []
  /// The quarters with a batch of which events are missing, in hand or cut short.
  private var incomplete: Set<Quarter?> = []

  /// Rises with every change of what was read.
  private(set) var version = 0

  /// The highest clock that was ever seen: records that vanish do not turn it back.
  private(set) var clock: Int

  /// The events of a store.
  ///
  /// - Parameters:
  ///   - fileSystem: the store's folder.
  ///   - clock: the highest clock of what was read of it before.
  init(_ fileSystem: any FileSystem, after clock: Int = 0) {
    self.fileSystem = fileSystem
    self.clock = clock
  }

  /// The events of a quarter and those that outlive quarters, in order; read when first asked for.
  mutating func events(of quarter: Quarter?) -> EventList {
    var lists: [EventFolder] = []
    for place in EventPlace.all(of: quarter) { lists.append(loaded(place)) }
    let isKnown = merged[quarter] != nil
    let events = merged[quarter] ?? EventLog.merged(lists.map(\.events))
    merged[quarter] = events
    if !isKnown { lost[quarter] = lost(among: events, of: lists) }
    let partial = partialBatches(among: events).map { Problem(.partialBatch($0.batch)) }
    self.partial[quarter] = partial
    if hasIncomplete(events) { incomplete.insert(quarter) } else { incomplete.remove(quarter) }
    return EventList(
      events: events, problems: lists.flatMap(\.problems) + lostProblems(of: [quarter]) + partial)
  }

  /// The records that the writers of others had seen and of which no file is here, whole or damaged.
  ///
  /// What is about a unit for good may have followed a contact, which not everybody has; what outlives
  /// quarters may have followed records of any quarter.
  private func lost(among events: [Event], of folders: [EventFolder]) -> [EventID] {
    let known = Set(events.map(\.id))
    // What is missing of an act that was cut short is told as that.
    var present: [BatchID: Int] = [:]
    for event in events where event.batchSize > 1 { present[event.batch, default: 0] += 1 }
    let isWhole = { (event: Event) in present[event.batch].map { $0 >= event.batchSize } ?? true }
    var lost: [EventID: Bool] = [:]
    for event in events where !event.isBesideContacts && isWhole(event) {
      for id in event.seen where !known.contains(id) && !folders.contains(where: { $0.has(id) }) {
        lost[id] = lost[id] == true || event.quarter != nil
      }
    }
    guard lost.values.contains(false) else { return lost.keys.sorted() }
    let names = (try? EventPlace.names(in: fileSystem)) ?? [:]
    return lost.filter { $0.value || names[$0.key] == nil }.keys.sorted()
  }

  private func lostProblems(of quarters: some Sequence<Quarter?>) -> [Problem] {
    let all = Set(quarters.flatMap { lost[$0] ?? [] }).subtracting(excused.map(\.id)).sorted()
    return all.first.map { [Problem(.lostRecords(first: $0, count: all.count))] } ?? []
  }

  /// Looks for new, vanished and mended files of a quarter and of what outlives quarters; whether
  /// anything changed.
  mutating func refresh(_ quarter: Quarter?) -> Bool {
    var changed = false
    for place in EventPlace.all(of: quarter) {
      let isNew = readNew(place)
      let isDamaged = folders[place]?.patrol(fileSystem) ?? false
      if isDamaged {
        merged = [:]
        version += 1
      }
      if news.remove(place) != nil || isNew || isDamaged { changed = true }
    }
    return isOtherCut(quarter) || changed
  }

  /// Whether the events of a quarter were read before.
  func hasRead(_ quarter: Quarter) -> Bool { folders[.quarter(quarter)] != nil }

  /// Whether the writer of an act that was under way has ended since, or the act has come to its end.
  private mutating func isOtherCut(_ quarter: Quarter?) -> Bool {
    guard incomplete.contains(quarter) else { return false }
    let before = partial[quarter]
    return events(of: quarter).problems.filter(\.isPartialBatch) != before
  }

  /// Where events may lie: what outlives quarters, and each quarter of which there are events.
  func everyPlace() -> [EventPlace] {
    let entries = (try? fileSystem.list(EventPlace.folder)) ?? []
    let quarters = entries.filter { $0.kind == .folder }.compactMap { Quarter($0.name) }
    return quarters.map { .quarter($0) } + [.standing, .contacts]
  }

  /// Brings a place up to date; who is shown it is told at the next refresh.
  mutating func reread(_ place: EventPlace) {
    let isShown = folders[place] != nil
    if readNew(place), isShown { news.insert(place) }
  }

  /// What was last read of a place.
  func events(in place: EventPlace) -> [Event] { folders[place]?.events ?? [] }

  /// What is doubtful about the events that were read, the newest quarter first.
  var knownProblems: [Problem] {
    var problems = folders.values.sorted { $0.place.path > $1.place.path }.flatMap(\.problems)
    let cut = partial.sorted { ($0.key?.description ?? "") > ($1.key?.description ?? "") }
    // One batch may be about several quarters.
    for problem in cut.flatMap(\.value) where !problems.contains(problem) {
      problems.append(problem)
    }
    problems += lostProblems(of: lost.keys)
    return problems
  }

  /// Whether some event that was read is damaged.
  var hasDamage: Bool {
    folders.values.contains { folder in
      folder.problems.contains { if case .damagedEvent = $0.kind { true } else { false } }
    }
  }

  /// Reads what outlives quarters.
  mutating func readStanding() {
    for place in EventPlace.all(of: nil) { _ = loaded(place) }
  }

  private mutating func readNew(_ place: EventPlace) -> Bool {
    var folder = folders[place] ?? EventFolder(place)
    let changed = folder.refresh(fileSystem)
    if changed {
      clock = max(clock, folder.events.filter(\.hasCredibleClock).map(\.clock).max() ?? 0)
    }
    folders[place] = folder
    if changed {
      merged = [:]
      version += 1
    }
    return changed
  }

  private mutating func loaded(_ place: EventPlace) -> EventFolder {
    if let folder = folders[place] { return folder }
    _ = readNew(place)
    return folders[place] ?? EventFolder(place)
  }

  private static func merged(_ lists: [[Event]]) -> [Event] {
    let filled = lists.filter { !$0.isEmpty }
    guard filled.count > 1 else { return filled.first ?? [] }
    var known: Set<EventID> = []
    return Event.ordered(filled.joined().filter { known.insert($0.id).inserted })
  }

  // MARK: - Recording

  /// Writes the drafts as events of one act: all or none, and on the disk before it returns; also
  /// gives their files.
  ///
  /// They have seen what was read of their places before, since they were planned on that; what
  /// others recorded meanwhile stands beside them.
  ///
  /// - Throws: `notRecorded` also where what others recorded cannot be listed: an event written in
  ///   ignorance of it would claim to come first.
  mutating func record(
    _ drafts: [EventDraft], by recorder: Recorder, before: Before, sharingContacts: Bool
  ) throws(StoreError) -> (RecordedBatch, [EventFile]) {
    guard !drafts.isEmpty else { throw .nothingToRecord }
    let places = Set(drafts.flatMap { EventPlace.all(of: $0.quarter) })
    let written = Set(drafts.map { EventPlace($0.quarter, $0.payload) })
    var seen: [EventPlace: [Event]] = [:]
    for place in places {
      seen[place] = folders[place]?.events
      let hadRecords = !events(in: place).isEmpty
      reread(place)
      if hadRecords, place != .contacts, folders[place]?.isBare == true {
        throw .recordsVanished(folder: place.path)
      }
      // Who may not read the contacts may record all else: nothing else follows from them.
      let isNeeded = place != .contacts || written.contains(.contacts)
      if isNeeded, let failure = folders[place]?.listingFailure { throw .notRecorded(failure) }
    }
    rereadQuarters(besides: places)
    var causality = Causality(
      places.flatMap { seen[$0] ?? events(in: $0) }.map(before.read), clock: clock)
    let batch = try random(recorder)
    var files: [EventFile] = []
    for draft in drafts {
      let header = EventRecord.Header(
        draft, by: recorder, batch: batch, size: drafts.count, after: causality,
        revision: draft.quarter.flatMap { before.revisions[$0] })
      let record = EventRecord(header, payload: draft.payload, nonce: try random(recorder).text)
      guard let record else { throw .eventNotWritable(draft.payload.typeName) }
      let file = try EventFile(record)
      causality.follow(file.event)
      files.append(file)
    }
    let recorded = RecordedBatch(id: batch, events: files.map(\.event))
    try place(files, of: recorded, by: recorder, sharingContacts)
    for place in places { _ = readNew(place) }
    return (recorded, files)
  }

  /// Brings the quarters beside those recorded in up to date: the order of recording is one order
  /// over the whole store, so that the last act can be told.
  private mutating func rereadQuarters(besides places: Set<EventPlace>) {
    for place in everyPlace() where !places.contains(place) { reread(place) }
  }

  private func place(
    _ files: [EventFile], of batch: RecordedBatch, by recorder: Recorder, _ sharingContacts: Bool
  ) throws(StoreError) {
    let writer = DurableWriter(fileSystem: fileSystem, randomHex: recorder.randomHex)
    let marked = folders.values.filter { !$0.events.isEmpty }.map(\.place)
    let marks = RecordedPlaces(fileSystem).placements(
      for: Set(files.map { EventPlace($0.event) } + marked))
    do {
      try writer.place(files.map { $0.placement(sharingContacts: sharingContacts) })
    } catch {
      switch error {
      case .refused(let cause): throw .notRecorded(cause)
      case .unconfirmed(let cause): throw .notConfirmed(batch, cause)
      }
    }
    // After the records: where a mark stands, there are some.
    do {
      try writer.place(marks)
    } catch {
      switch error {
      case .refused(let cause), .unconfirmed(let cause): throw .notConfirmed(batch, cause)
      }
    }
  }

  private func random(_ recorder: Recorder) throws(StoreError) -> BatchID {
    let text = recorder.randomHex()
    guard let id = BatchID(text) else { throw .badRandomness(text) }
    return id
  }

  // MARK: - Confirming

  /// Forces events that are in place already to the disk, and their names.
  func confirm(_ ids: [EventID]) throws(StoreError) {
    do throws(FileError) {
      var confirmed: Set<String> = []
      for path in ids.compactMap(path(of:)) {
        try fileSystem.synchronizeFile(path)
        let parts = path.split(separator: "/")
        for length in (0..<parts.count).reversed() {
          let folder = parts[..<length].joined(separator: "/")
          guard confirmed.insert(folder).inserted else { continue }
          try fileSystem.synchronizeDirectory(folder)
        }
      }
    } catch {
      throw .file(error)
    }
  }

  /// The path of an event that was read.
  func path(of id: EventID) -> String? {
    folders.values.lazy.compactMap { $0.path(of: id) }.first
  }
}

extension EventLog {
  /// What whoever records has before them.
  struct Before {
    /// The revision of each quarter that counts, where it is not the one that the store began with.
    let revisions: [Quarter: String]
    /// An event with the findings that it is about in that revision.
    let read: (Event) -> Event
  }
}

extension EventRecord.Header {
  fileprivate init(
    _ draft: EventDraft, by recorder: Recorder, batch: BatchID, size: Int,
    after causality: Causality, revision: String?
  ) {
    self.init(
      on: draft.on, at: recorder.at, actor: recorder.actor, origin: recorder.origin,
      batch: batch, batchSize: size, clock: causality.next,
      seen: Set(causality.heads(draft.quarter, draft.subject) + draft.follows).sorted(),
      quarter: draft.quarter, revision: revision, round: draft.round, subject: draft.subject)
  }
}

extension Event {
  /// Whether it may have followed a contact.
  fileprivate var isBesideContacts: Bool {
    guard quarter == nil, case .unit = subject else { return false }
    return true
  }
}

/// The events of a quarter, and what is doubtful about their files.
public struct EventList: Equatable, Sendable {
  /// In the order of events: day, clock, identity.
  public let events: [Event]
  /// What is doubtful.
  public let problems: [Problem]

  /// Some events and doubts.
  public init(events: [Event], problems: [Problem]) {
    self.events = events
    self.problems = problems
  }
}
