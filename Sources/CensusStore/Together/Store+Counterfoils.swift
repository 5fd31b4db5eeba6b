public import CensusCore

extension Store {
  /// Keeps counterfoils of what is recorded from now on, and looks by them for what is gone.
  ///
  /// - Parameter counterfoils: those of this store in its place.
  public mutating func use(_ counterfoils: Counterfoils) {
    self.counterfoils = counterfoils
    lookForMissed()
  }

  /// Puts records back that were acknowledged on this machine and are gone from the store.
  ///
  /// - Parameter lookingAnew: whether to look what is gone by now, and not by what was known last.
  /// - Returns: their identities, in order; none where nothing is missing.
  /// - Throws: `readOnly`; `notRecorded` or `file` if a step fails.
  @discardableResult
  public mutating func putBack(lookingAnew: Bool = false) throws(StoreError) -> [EventID] {
    guard lookingAnew || !missed.isEmpty else { return [] }
    let files = counterfoils?.missing(in: fileSystem) ?? []
    guard !files.isEmpty else {
      missed = []
      return []
    }
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    let writer = DurableWriter(fileSystem: fileSystem, randomHex: Recorder.systemRandomHex)
    let isShared = settings.policy.shareContacts
    do {
      try writer.place(files.map { $0.placement(sharingContacts: isShared) })
    } catch {
      switch error {
      case .refused(let cause): throw .notRecorded(cause)
      case .unconfirmed(let cause): throw .file(cause)
      }
    }
    missed = []
    // What was missed as a whole is there again.
    _ = refreshLists()
    for place in log.everyPlace() { log.reread(place) }
    return files.map(\.event.id)
  }

  /// Keeps counterfoils of records that are in place, before anybody is told of them.
  ///
  /// What is recorded is recorded, whether they can be kept or not.
  ///
  /// - Returns: why they could not be kept; nil if they were, or none are kept here.
  mutating func keepCounterfoils(of files: [EventFile]) -> FileError? {
    guard counterfoils != nil else { return nil }
    do throws(FileError) {
      try counterfoils?.add(files, of: fileSystem, randomHex: Recorder.systemRandomHex)
      return nil
    } catch {
      return error
    }
  }

  mutating func lookForMissed() {
    guard let files = counterfoils?.missing(in: fileSystem) else { return }
    missed = files.map(\.event)
  }
}
