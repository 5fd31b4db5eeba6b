import CensusCore

// Batches that a stopped program recorded in part.
extension EventLog {
  /// A batch some of whose events are missing, and those that are there.
  private struct Suspect {
    var events: [EventID: Event] = [:]

    var size: Int { events.values.map(\.batchSize).max() ?? 0 }
    var isPartial: Bool { events.count < size }
  }

  /// All batches of the store that are in place only in part and have not been taken back.
  mutating func partialBatches() -> [PartialBatch] {
    let places = everyPlace()
    for place in places { reread(place) }
    return partialBatches(among: places.flatMap { events(in: $0) }).map(\.batch)
  }

  /// Whether events of some batch are missing.
  func hasIncomplete(_ events: [Event]) -> Bool {
    var counts: [BatchID: Int] = [:]
    for event in events where event.batchSize > 1 { counts[event.batch, default: 0] += 1 }
    return events.contains { counts[$0.batch, default: 1] < $0.batchSize }
  }

  /// Those that some events show.
  mutating func partialBatches(
    among events: [Event]
  ) -> [(batch: PartialBatch, rest: [EventFile], temporaries: [String])] {
    var counts: [BatchID: Int] = [:]
    for event in events where event.batchSize > 1 { counts[event.batch, default: 0] += 1 }
    var suspects: [BatchID: Suspect] = [:]
    for event in events where counts[event.batch, default: 1] < event.batchSize {
      suspects[event.batch] = Suspect()
    }
    guard !suspects.isEmpty else { return [] }
    // What was recorded in one act may concern several quarters, and so may what took it back.
    let everywhere = everyPlace()
    for place in everywhere { reread(place) }
    let all = everywhere.flatMap { self.events(in: $0) }
    for event in all { suspects[event.batch]?.events[event.id] = event }
    suspects = suspects.filter { $0.value.isPartial }
    let unplaced = UnplacedEvents(of: Set(suspects.keys), in: fileSystem)
    let liveness = Liveness(all)
    return suspects.sorted { $0.key.text < $1.key.text }.compactMap { id, suspect in
      let placed = suspect.events.values.sorted(by: Event.inOrder)
      guard let first = placed.first, placed.contains(where: { liveness.isLive($0.id) }),
        !unplaced.isInHand(id)
      else { return nil }
      // What was whole and has gone since is told as that, and put back.
      let gone = excused.count { $0.batch == id && suspect.events[$0.id] == nil }
      if placed.count + gone >= suspect.size { return nil }
      let rest = unplaced.files(of: id, besides: Set(suspect.events.keys))
      if rest.isEmpty, lacksContacts(placed) { return nil }
      let batch = PartialBatch(
        id: id, actor: first.actor, folder: EventPlace(first).path, count: placed.count,
        size: suspect.size,
        isCompletable: placed.count + rest.count == suspect.size,
        isBesideDamage: hasDamage && placed.count + rest.count < suspect.size)
      return (batch, rest, unplaced.paths(of: id))
    }
  }

  /// Whether what is missing may be contacts, where those are kept from this copy of the store:
  /// the remark on them is not.
  private func lacksContacts(_ placed: [Event]) -> Bool {
    events(in: .contacts).isEmpty
      && placed.allSatisfy { event in
        if case .note = event.payload { true } else { false }
      }
  }

  /// Puts the rest of batches in place where it is whole among the temporary files.
  ///
  /// - Parameters:
  ///   - actor: whose batches; nil means anybody's.
  ///   - sharingContacts: whether others may read contacts.
  /// - Returns: the batches that are complete now, and the files that were put in place for it.
  /// - Throws: `notRecorded` or `notConfirmed`.
  mutating func completeBatches(
    by actor: String? = nil, sharingContacts: Bool
  ) throws(StoreError) -> (batches: [PartialBatch], files: [EventFile]) {
    let places = everyPlace()
    for place in places { reread(place) }
    let writer = DurableWriter(fileSystem: fileSystem, randomHex: Recorder.systemRandomHex)
    var completed: (batches: [PartialBatch], files: [EventFile]) = ([], [])
    for (batch, rest, temporaries) in partialBatches(among: places.flatMap { events(in: $0) })
    where batch.isCompletable && actor.map({ $0 == batch.actor }) != false {
      do {
        try writer.place(rest.map { $0.placement(sharingContacts: sharingContacts) })
      } catch {
        switch error {
        case .refused(let cause): throw .notRecorded(cause)
        case .unconfirmed(let cause):
          throw .notConfirmed(RecordedBatch(id: batch.id, events: rest.map(\.event)), cause)
        }
      }
      for path in temporaries { try? fileSystem.remove(path) }
      completed.batches.append(batch)
      completed.files += rest
    }
    for place in places { reread(place) }
    return completed
  }

  /// The temporary files that could complete a batch.
  mutating func neededTemporaries() -> Set<String> {
    let places = everyPlace()
    for place in places { reread(place) }
    let partial = partialBatches(among: places.flatMap { events(in: $0) })
    return Set(partial.filter(\.batch.isCompletable).flatMap(\.temporaries))
  }
}

extension Problem {
  /// Whether it is about a batch that was cut short.
  var isPartialBatch: Bool {
    if case .partialBatch = kind { true } else { false }
  }
}
