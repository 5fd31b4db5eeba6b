public import CensusCore

extension Store {
  /// How old a temporary file must be before nobody can be writing it any more: 36 hours.
  public static let temporaryLifetime = 36 * 3_600

  private static let lockFolder = "local"
  private static let lockPath = "local/lock"

  /// Temporary files that a writer left behind when it was stopped, but for those that could
  /// still complete a batch.
  ///
  /// - Parameter now: the moment; what is younger than 36 hours before it may still be in use.
  /// - Returns: paths, by name.
  public mutating func staleTemporaries(at now: Instant) -> [String] {
    let entries = (try? Temporaries(fileSystem: fileSystem).entries()) ?? []
    let stale = entries.map(\.path).filter { path in
      guard let stamp = try? fileSystem.stamp(of: path) else { return false }
      return stamp.seconds < now.seconds - Store.temporaryLifetime
    }
    guard !stale.isEmpty else { return [] }
    let needed = log.neededTemporaries()
    return stale.filter { !needed.contains($0) }
  }

  /// Removes them, one sweeper at a time.
  ///
  /// - Parameter now: as in `staleTemporaries`.
  /// - Returns: the paths removed; nil if another is at it.
  /// - Throws: `readOnly`, or `file` at the first that cannot be removed.
  public mutating func sweep(at now: Instant) throws(StoreError) -> [String]? {
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    guard let lock = try lock() else { return nil }
    do throws(FileError) {
      return try withExtendedLifetime(lock) { () throws(FileError) in
        let paths = staleTemporaries(at: now)
        for path in paths { try fileSystem.remove(path) }
        return paths
      }
    } catch {
      throw .file(error)
    }
  }

  // MARK: - What a stopped program left half done

  /// Batches of any quarter that are in place only in part and have not been taken back.
  public mutating func partialBatches() -> [PartialBatch] { log.partialBatches() }

  /// Puts the rest of such batches in place, where it lies whole among the temporary files, and
  /// forces all records to the disk.
  ///
  /// - Parameter actor: whose batches; nil means anybody's.
  /// - Returns: the batches that are complete now.
  /// - Throws: `readOnly`, or as `record` and `confirm`.
  public mutating func complete(by actor: String? = nil) throws(StoreError) -> [PartialBatch] {
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    let completed = try log.completeBatches(
      by: actor, sharingContacts: settings.policy.shareContacts)
    do {
      try fileSystem.synchronizeAll()
    } catch {
      throw .file(error)
    }
    // What nobody was told of yet is acknowledged by this.
    _ = keepCounterfoils(of: completed.files)
    return completed.batches
  }

  /// The lock of whoever tidies the store; nil if another has it.
  func lock() throws(StoreError) -> FileLock? {
    do {
      _ = try fileSystem.makeDirectory(Store.lockFolder)
      return try fileSystem.lock(Store.lockPath)
    } catch {
      throw .file(error)
    }
  }
}
