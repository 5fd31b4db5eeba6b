import CensusCore
import StrictJSON

extension Store {
  /// Takes the facts for right as they are now, and writes their hashes.
  ///
  /// A file that cannot be read, or not in all its parts, keeps the hash it had, so that its restored
  /// bytes fit again; so does one that is missed.
  ///
  /// - Parameter randomHex: chance for the name of a temporary file.
  /// - Returns: the paths of the files that were not confirmed before; nil if another is at it.
  /// - Throws: `readOnly`; `notRecorded` or `file` if a step fails.
  public mutating func confirmFacts(
    randomHex: @escaping () -> String = Recorder.systemRandomHex
  ) throws(StoreError) -> [String]? {
    reload()
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    guard let lock = try lock() else { return nil }
    return try withExtendedLifetime(lock) { () throws(StoreError) in
      var hashes = checksums.hashes ?? [:]
      var confirmed: [String] = []
      for (path, bytes) in soundFacts() {
        let hash = SHA256.hex(bytes)
        if hashes.updateValue(hash, forKey: path) != hash { confirmed.append(path) }
      }
      try synchronize(confirmed)
      try write(hashes, randomHex)
      reload()
      return confirmed
    }
  }

  /// The files of facts that can be read and are what they should be.
  private mutating func soundFacts() -> [(path: String, bytes: [UInt8])] {
    let quarters = quarters().filter { inspection(of: $0).inspection != nil }
    let known = knownProblems
    let paths =
      [StoreFile.path]
      + (Lists.paths + quarters.map(QuarterFile.path(of:)))
      .filter { path in !known.contains { $0.isLossOf(path) } }
    return paths.compactMap { path in
      guard let bytes = try? fileSystem.read(path, limit: JSONLimits.store.file) else {
        return nil
      }
      return (path, bytes)
    }
  }

  /// Forces files and their names to the disk: whoever edited them may not have.
  private func synchronize(_ paths: [String]) throws(StoreError) {
    do throws(FileError) {
      for path in paths { try fileSystem.synchronizeFile(path) }
      for folder in Set(paths.map { $0.hasPrefix(QuarterFile.folder) ? QuarterFile.folder : "" }) {
        try fileSystem.synchronizeDirectory(folder)
      }
    } catch {
      throw .notRecorded(error)
    }
  }

  func write(
    _ hashes: [String: String], _ randomHex: @escaping () -> String
  ) throws(StoreError) {
    do {
      let writer = DurableWriter(fileSystem: fileSystem, randomHex: randomHex)
      try writer.place([Checksums.file(hashes)])
    } catch {
      switch error {
      case .refused(let cause): throw .notRecorded(cause)
      case .unconfirmed(let cause): throw .file(cause)
      }
    }
  }
}

extension Problem {
  /// Whether it means that a file of facts, or a part of it, counts for nothing.
  fileprivate func isLossOf(_ path: String) -> Bool {
    switch kind {
    case .unreadableFile(let error): error.path == path
    case .damagedFile(path, _), .damagedPart(path, _): true
    default: false
    }
  }
}
