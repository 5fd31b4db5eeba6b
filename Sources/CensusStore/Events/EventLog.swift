public import CensusCore

/// The events of a store: loaded by quarter, written so that what is acknowledged stays.
struct EventLog {
  private let fileSystem: any FileSystem
  private var folders: [EventPlace: EventFolder] = [:]
  /// Places in which recording found something new that nobody has been told of.
  private var news: Set<EventPlace> = []

  init(_ fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
  }

  /// The events of a quarter and those that outlive quarters, in order; read when first asked for.
  mutating func events(of quarter: Quarter?) -> EventList {
    var lists: [EventFolder] = []
    for place in EventPlace.all(of: quarter) { lists.append(loaded(place)) }
    return EventList(events: merged(lists.map(\.events)), problems: lists.flatMap(\.problems))
  }

  /// Looks for new, vanished and mended files of a quarter and of what outlives quarters; whether
  /// anything changed.
  mutating func refresh(_ quarter: Quarter?) -> Bool {
    var changed = false
    for place in EventPlace.all(of: quarter) {
      let isNew = readNew(place)
      if news.remove(place) != nil || isNew { changed = true }
    }
    return changed
  }

  private mutating func readNew(_ place: EventPlace) -> Bool {
    var folder = folders[place] ?? EventFolder(place)
    let changed = folder.refresh(fileSystem)
    folders[place] = folder
    return changed
  }

  private mutating func loaded(_ place: EventPlace) -> EventFolder {
    if let folder = folders[place] { return folder }
    _ = readNew(place)
    return folders[place] ?? EventFolder(place)
  }

  private func merged(_ lists: [[Event]]) -> [Event] {
    let filled = lists.filter { !$0.isEmpty }
    guard filled.count > 1 else { return filled.first ?? [] }
    var known: Set<EventID> = []
    return filled.joined().filter { known.insert($0.id).inserted }.sorted(by: Event.inOrder)
  }

  // MARK: - Recording

  /// Writes the drafts as events of one act: all or none, and on the disk before it returns.
  mutating func record(
    _ drafts: [EventDraft], by recorder: Recorder
  ) throws(StoreError) -> RecordedBatch {
    guard !drafts.isEmpty else { throw .nothingToRecord }
    let places = Set(drafts.flatMap { EventPlace.all(of: $0.quarter) })
    for place in places {
      let isShown = folders[place] != nil
      if readNew(place), isShown { news.insert(place) }
    }
    var causality = Causality(
      places.flatMap { folders[$0]?.events ?? [] }, clock: highestClock(beside: places))
    let batch = try random(recorder)
    var files: [EventFile] = []
    for draft in drafts {
      let header = EventRecord.Header(
        draft, by: recorder, batch: batch, size: drafts.count, after: causality)
      let record = EventRecord(header, payload: draft.payload, nonce: try random(recorder).text)
      guard let record else { throw .eventNotWritable(draft.payload.typeName) }
      let file = try EventFile(record)
      causality.follow(file.event)
      files.append(file)
    }
    let recorded = RecordedBatch(id: batch, events: files.map(\.event))
    try place(files, of: recorded, by: recorder)
    for place in places { _ = readNew(place) }
    return recorded
  }

  /// The highest clock of the quarters beside those recorded in: the order of recording is one
  /// order over the whole store, so that the last act can be told.
  private mutating func highestClock(beside places: Set<EventPlace>) -> Int {
    let entries = (try? fileSystem.list("events")) ?? []
    var highest = 0
    for quarter in entries.compactMap({ Quarter($0.name) }) {
      let place = EventPlace.quarter(quarter)
      if !places.contains(place) {
        let isShown = folders[place] != nil
        if readNew(place), isShown { news.insert(place) }
      }
      highest = max(highest, folders[place]?.events.map(\.clock).max() ?? 0)
    }
    return highest
  }

  private func place(
    _ files: [EventFile], of batch: RecordedBatch, by recorder: Recorder
  ) throws(StoreError) {
    let writer = DurableWriter(fileSystem: fileSystem, randomHex: recorder.randomHex)
    do {
      try writer.place(files.map { DurableWriter.Placement(path: $0.path, bytes: $0.bytes) })
    } catch {
      switch error {
      case .refused(let cause): throw .notRecorded(cause)
      case .unconfirmed(let cause): throw .notConfirmed(batch, cause)
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

  private func path(of id: EventID) -> String? {
    folders.values.lazy.compactMap { $0.path(of: id) }.first
  }
}

extension EventRecord.Header {
  fileprivate init(
    _ draft: EventDraft, by recorder: Recorder, batch: BatchID, size: Int,
    after causality: Causality
  ) {
    self.init(
      on: draft.on, at: recorder.at, actor: recorder.actor, origin: recorder.origin,
      batch: batch, batchSize: size, clock: causality.next,
      seen: Set(causality.heads(draft.quarter, draft.subject) + draft.follows).sorted(),
      quarter: draft.quarter,
      round: draft.round, subject: draft.subject)
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
