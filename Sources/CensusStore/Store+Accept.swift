public import CensusCore

extension Store {
  /// Takes the notice of a quarter, or its correction, in as the next revision.
  ///
  /// One file comes into its place by one step: whoever reads sees the old or the new. Nothing that
  /// people recorded is touched.
  ///
  /// - Parameters:
  ///   - facts: the quarter as published, its findings under the identities that they keep
  ///     (``RevisionMatch``).
  ///   - shown: the ID of the revision that a person compared it with; nil if the quarter was unknown.
  ///   - recorder: who takes it in, and when.
  /// - Returns: the revision as written; nil if the store says the same already, and nothing is
  ///   written.
  /// - Throws: `readOnly`; `movedOn` if another revision counts by now than the one shown;
  ///   `notRecorded` if nothing has changed, `file` if it is not known to be on the disk.
  public mutating func accept(
    _ facts: Inspection, after shown: String?, by recorder: Recorder
  ) throws(StoreError) -> Revision? {
    try taking(facts.quarter, after: shown, recorder) { revisions, acceptance in
      let counting = revisions.counting(at: nil)
      if let counting, facts.with(revision: counting.inspection.revision) == counting.inspection {
        return nil
      }
      let number = (revisions.map(\.number).max() ?? 0) + 1
      return Revision.file(of: facts.with(revision: number), acceptance)
    }
  }

  /// Takes back what was taken in of a quarter last; what counted before counts again, if anything did.
  ///
  /// - Parameters:
  ///   - quarter: the quarter.
  ///   - shown: the ID of the revision that counts, as a person saw it.
  ///   - reason: why.
  ///   - recorder: who takes it back, and when.
  /// - Throws: as ``accept(_:after:by:)``.
  public mutating func withdraw(
    _ quarter: Quarter, _ shown: String, reason: String, by recorder: Recorder
  ) throws(StoreError) {
    if let scalar = reason.firstUnwritable { throw .controlCharacter(scalar, in: reason) }
    _ = try taking(quarter, after: shown, recorder) { revisions, acceptance in
      let number = (revisions.map(\.number).max() ?? 0) + 1
      return Revision.file(
        withdrawing: [shown], number, of: quarter, reason: reason, acceptance)
    }
  }

  /// All that was taken in of a quarter, taken back or not, in the order of its numbers.
  public func allRevisions(of quarter: Quarter) -> [Revision] {
    QuarterFile(quarter, revisions(of: quarter), in: fileSystem, checksums).revisions
  }

  /// What a person took in, or back, last, of all periods; nil if that person never did.
  public func lastAcceptance(
    by actor: String
  ) -> (quarter: Quarter, at: Instant, revision: String, isWithdrawal: Bool)? {
    var last: (quarter: Quarter, at: Instant, revision: String, isWithdrawal: Bool)?
    for quarter in withWithdrawn where !revisions(of: quarter).isEmpty {
      for revision in allRevisions(of: quarter) {
        guard let acceptance = revision.acceptance, acceptance.by == actor,
          last.map({ $0.at <= acceptance.at }) ?? true
        else { continue }
        var isWithdrawal = false
        if case .withdrawal = revision.content { isWithdrawal = true }
        last = (quarter, acceptance.at, revision.id, isWithdrawal)
      }
    }
    return last
  }

  private mutating func taking(
    _ quarter: Quarter, after shown: String?, _ recorder: Recorder,
    _ make: ([Revision], Revision.Acceptance) -> (name: RevisionName, bytes: [UInt8])?
  ) throws(StoreError) -> Revision? {
    reload()
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    guard let lock = try lock() else { throw .movedOn(quarter) }
    return try withExtendedLifetime(lock) { () throws(StoreError) -> Revision? in
      reload()
      let file = QuarterFile(quarter, revisions(of: quarter), in: fileSystem, checksums)
      let isNew = revisions(of: quarter).isEmpty && !quarters().contains(quarter)
      let revisions = isNew ? [] : file.revisions
      // What cannot be read may be what counts: nothing is put beside it.
      guard isNew || file.isReadable else {
        throw .readOnly(.unreadable(QuarterFile.path(of: quarter)))
      }
      guard revisions.counting(at: nil)?.revision.id == shown else { throw .movedOn(quarter) }
      let acceptance = Revision.Acceptance(at: recorder.at, by: recorder.actor, after: shown)
      guard let (name, bytes) = make(revisions, acceptance) else { return nil }
      do throws(DurableWriter.Failure) {
        let writer = DurableWriter(fileSystem: fileSystem, randomHex: recorder.randomHex)
        try writer.place([
          DurableWriter.Placement(path: name.path, bytes: bytes),
          RecordedPlaces.placement(for: name),
        ])
      } catch {
        switch error {
        case .refused(let cause): throw .notRecorded(cause)
        case .unconfirmed(let cause): throw .file(cause)
        }
      }
      reload()
      return Revision.read(name, in: fileSystem).0
    }
  }
}
