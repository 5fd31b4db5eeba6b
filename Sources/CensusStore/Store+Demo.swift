public import CensusCore

extension Store {
  /// Writes a demonstration into an empty folder.
  ///
  /// Fast, since nothing in it can be lost: events are not forced to the disk one by one.
  ///
  /// - Parameters:
  ///   - demo: what is to be written; the same demonstration gives the same bytes.
  ///   - fileSystem: the folder; nothing may be in it.
  /// - Throws: `notEmpty` naming what is there; `file` or `notRecorded` if a step fails.
  public static func write(
    _ demo: Demo, to fileSystem: any FileSystem
  ) throws(StoreError) {
    try initialise(
      fileSystem, settings: demo.settings,
      lists: DirectoryText(directory: demo.directory).files
        + demo.inspections.map { (QuarterFile.path(of: $0.quarter), QuarterRecord.file($0)) })
    var writer = DemoWriter(fileSystem, demo)
    for act in demo.acts { try writer.write(act) }
  }
}

/// Writes what a made-up office did, as its events.
private struct DemoWriter {
  private let fileSystem: any FileSystem
  private let seed: UInt64
  private var clock = 0
  private var number: UInt64 = 0
  private var heads: [Subject: [EventID]] = [:]
  private var eventsOfAct: [Demo.Act.Key: [Event]] = [:]
  private var folders: Set<String> = []

  private struct Subject: Hashable {
    let quarter: Quarter?
    let subject: Event.Subject
  }

  init(_ fileSystem: any FileSystem, _ demo: Demo) {
    self.fileSystem = fileSystem
    seed = demo.size.seed
  }

  mutating func write(_ act: Demo.Act) throws(StoreError) {
    let drafts = drafts(of: act)
    let batch = try identity()
    var written: [Event] = []
    for draft in drafts {
      clock += 1
      let key = Subject(quarter: draft.quarter, subject: draft.subject)
      let seen = act.isUnseen ? [] : (heads[key] ?? []).sorted()
      let header = EventRecord.Header(
        on: draft.on, at: act.at, actor: act.actor, origin: "cli", batch: batch,
        batchSize: drafts.count, clock: clock, seen: seen, quarter: draft.quarter,
        round: draft.round, subject: draft.subject)
      let record = EventRecord(header, payload: draft.payload, nonce: try identity().text)
      guard let record else { throw .eventNotWritable(draft.payload.typeName) }
      let file = try EventFile(record)
      heads[key] = act.isUnseen ? (heads[key] ?? []) + [file.event.id] : [file.event.id]
      written.append(file.event)
      try place(file)
    }
    eventsOfAct[act.key] = written
  }

  private func drafts(of act: Demo.Act) -> [EventDraft] {
    switch act.content {
    case .record(let drafts): return drafts
    case .undo(let key, let reason):
      let events = eventsOfAct[key] ?? []
      guard let first = events.first else { return [] }
      let retract = Retract(targets: events.map(\.id), reason: reason)
      return [
        EventDraft(
          on: first.on, quarter: first.quarter, subject: .event(first.id),
          payload: .retract(retract))
      ]
    case .resolve(let unit, let keep, let against):
      let ids = ([keep] + against).compactMap { eventsOfAct[$0]?.first }
      guard let kept = ids.first else { return [] }
      let resolve = Resolve(targets: ids.map(\.id).sorted(), keep: kept.id)
      return [
        EventDraft(
          on: ids.map(\.on).max() ?? kept.on, quarter: kept.quarter, round: kept.round,
          subject: .unit(unit), payload: .resolve(resolve))
      ]
    }
  }

  private mutating func place(_ file: EventFile) throws(StoreError) {
    do throws(FileError) {
      let parts = file.path.split(separator: "/").dropLast()
      for length in parts.indices {
        let folder = parts[...length].joined(separator: "/")
        if folders.insert(folder).inserted { _ = try fileSystem.makeDirectory(folder) }
      }
      let open = try fileSystem.create(file.path)
      do throws(FileError) {
        try fileSystem.write(file.bytes, to: open)
      } catch {
        try? fileSystem.close(open)
        throw error
      }
      try fileSystem.close(open)
    } catch {
      throw .file(error)
    }
  }

  /// 32 hex digits that nothing else in the demonstration has.
  private mutating func identity() throws(StoreError) -> BatchID {
    number += 1
    let text = SHA256.hex(Array("demo \(seed) \(number)".utf8)).prefix(32)
    guard let id = BatchID(text) else { throw .badRandomness(String(text)) }
    return id
  }
}
