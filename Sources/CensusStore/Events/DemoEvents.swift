import CensusCore

/// Writes the events of a synthetic store; the same store has the same files.
struct DemoEvents {
  private let demo: Demo
  private let fileSystem: any FileSystem

  private var causality = Causality([])
  private var recorded: [Demo.Act.Key: [Event]] = [:]
  private var unseen: Set<EventID> = []
  private var folders: Set<String> = []
  private var drawn: UInt64 = 0

  init(_ demo: Demo, in fileSystem: any FileSystem) {
    self.demo = demo
    self.fileSystem = fileSystem
  }

  /// Writes all of them, act by act.
  mutating func write() throws(StoreError) {
    for act in demo.acts {
      let drafts = drafts(of: act)
      let batch = try random()
      for draft in drafts { try write(draft, of: act, batch, size: drafts.count) }
    }
  }

  private mutating func write(
    _ draft: EventDraft, of act: Demo.Act, _ batch: BatchID, size: Int
  ) throws(StoreError) {
    let heads = causality.heads(draft.quarter, draft.subject)
    let header = EventRecord.Header(
      on: draft.on, at: act.at, actor: act.actor, origin: "cli", batch: batch, batchSize: size,
      clock: causality.next, seen: act.isUnseen ? heads.filter { !unseen.contains($0) } : heads,
      quarter: draft.quarter, revision: nil, round: draft.round, subject: draft.subject)
    let record = EventRecord(header, payload: draft.payload, nonce: try random().text)
    guard let record else { throw .eventNotWritable(draft.payload.typeName) }
    let file = try EventFile(record)
    do {
      try place(file)
    } catch {
      throw .notRecorded(error)
    }
    recorded[act.key, default: []].append(file.event)
    if act.isUnseen {
      // Who records unseen has not seen what others recorded so; all later ones have.
      if heads.contains(where: unseen.contains) {
        causality.meet(file.event)
      } else {
        causality.follow(file.event)
      }
      unseen.insert(file.event.id)
    } else {
      causality.follow(file.event)
    }
  }

  private func drafts(of act: Demo.Act) -> [EventDraft] {
    let day = act.at.day(at: demo.settings.offset)
    switch act.content {
    case .record(let drafts): return drafts
    case .undo(let key, let reason):
      let targets = recorded[key] ?? []
      guard let first = targets.first else { return [] }
      let retract = Retract(targets: targets.map(\.id), reason: reason)
      return [
        EventDraft(
          on: day, quarter: first.quarter, subject: .event(first.id), payload: .retract(retract))
      ]
    case .resolve(let unit, let keep, let against):
      guard let kept = recorded[keep]?.first else { return [] }
      let others = against.compactMap { recorded[$0]?.first }
      let targets = ([kept] + others).map(\.id).sorted()
      return [
        EventDraft(
          on: day, quarter: kept.quarter, round: kept.round, subject: .unit(unit),
          payload: .resolve(Resolve(targets: targets, keep: kept.id)))
      ]
    }
  }

  private mutating func place(_ file: EventFile) throws(FileError) {
    let isShared = demo.settings.policy.shareContacts
    let isPrivate = file.placement(sharingContacts: isShared).isPrivate
    var folder = ""
    for part in file.path.split(separator: "/").dropLast() {
      folder = folder.isEmpty ? String(part) : "\(folder)/\(part)"
      if folders.insert(folder).inserted {
        _ = try fileSystem.makeDirectory(folder, isPrivate ? .ownFolder : nil)
      }
    }
    let open = try fileSystem.create(file.path, isPrivate ? .ownFile : nil)
    do throws(FileError) {
      try fileSystem.write(file.bytes, to: open)
    } catch {
      try? fileSystem.close(open)
      throw error
    }
    try fileSystem.close(open)
  }

  /// Chance that is the same each time: the hash of the seed and a count.
  private mutating func random() throws(StoreError) -> BatchID {
    drawn += 1
    let text = String(SHA256.hex(Array("\(demo.size.seed) \(drawn)".utf8)).prefix(32))
    guard let id = BatchID(text) else { throw .badRandomness(text) }
    return id
  }
}
