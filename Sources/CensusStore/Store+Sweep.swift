public import CensusCore

extension Store {
  /// How old a temporary file must be before nobody can be writing it any more: 36 hours.
  public static let temporaryLifetime = 36 * 3_600

  private static let lockFolder = "local"
  private static let lockPath = "local/lock"

  /// Temporary files that a writer left behind when it was stopped.
  ///
  /// - Parameter now: the moment; what is younger than 36 hours before it may still be in use.
  /// - Returns: paths, by name.
  public func staleTemporaries(at now: Instant) -> [String] {
    let entries = (try? fileSystem.list(DurableWriter.temporaries)) ?? []
    let paths = entries.filter { $0.kind == .file && isTemporary($0.name) }.map {
      "\(DurableWriter.temporaries)/\($0.name)"
    }
    return paths.filter { path in
      guard let stamp = try? fileSystem.stamp(of: path) else { return false }
      return stamp.seconds < now.seconds - Store.temporaryLifetime
    }
  }

  /// Removes them, one sweeper at a time.
  ///
  /// - Parameter now: as in `staleTemporaries`.
  /// - Returns: the paths removed; nil if another is at it.
  /// - Throws: `readOnly`, or `file` at the first that cannot be removed.
  public func sweep(at now: Instant) throws(StoreError) -> [String]? {
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

  /// The lock of whoever tidies the store; nil if another has it.
  func lock() throws(StoreError) -> FileLock? {
    do {
      _ = try fileSystem.makeDirectory(Store.lockFolder)
      return try fileSystem.lock(Store.lockPath)
    } catch {
      throw .file(error)
    }
  }

  /// Whether a name has the form of a writer's temporary files: `<pid>.<32 hex digits>.tmp`.
  private func isTemporary(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[2] == "tmp" && BatchID(parts[1]) != nil
      && !parts[0].isEmpty && parts[0].allSatisfy { $0.isASCII && $0.isNumber }
  }
}
