package import CensusCore
import StrictJSON

// What whoever shares a store through git has to know of its files.
extension Store {
  /// What of a store is shared: paths, and patterns of git.
  ///
  /// Contacts are among them only where the
  /// settings say so.
  package var sharedPaths: [String] {
    let lists = [":(glob)*.json", Checksums.path, ".gitattributes", ".gitignore"]
    let folders = [
      EventPlace.folder, QuarterFile.folder, Store.attachmentFolder, SnapshotName.folder,
      Store.letters,
      "schema",
    ]
    return lists + folders + (settings.policy.shareContacts ? [EventPlace.contacts.path] : [])
  }

  /// The folders among these that are only ever added to.
  package var growingPaths: [String] {
    [EventPlace.folder, QuarterFile.folder, Store.attachmentFolder, SnapshotName.folder]
      + (settings.policy.shareContacts ? [EventPlace.contacts.path] : [])
  }

  /// The folders that are of one machine alone.
  package static let unsharedPaths = ["local", Temporaries.folder]

  /// Whether a path is that of a record.
  package func isRecord(_ path: String) -> Bool {
    path.hasPrefix("\(EventPlace.folder)/") || path.hasPrefix("\(EventPlace.contacts.path)/")
  }

  /// What the folder says which replica it is; nil where it does not.
  package var replicaFile: [UInt8]? { try? fileSystem.read(Replica.path, limit: 64) }

  /// Has it say so again, or nothing.
  package func restoreReplica(_ bytes: [UInt8]?) throws(FileError) {
    if let bytes {
      try DurableWriter(fileSystem: fileSystem, randomHex: Recorder.systemRandomHex)
        .put([.init(path: Replica.path, bytes: bytes)])
    } else if hasFile(at: Replica.path) {
      try fileSystem.remove(Replica.path)
    }
  }

  /// The paths of all records in the folder, by their identities.
  package func recordPaths() throws(FileError) -> [EventID: String] {
    try EventPlace.names(in: fileSystem)
  }

  /// Whether what lies at a path is what its name promises; nil where its name promises nothing.
  package func keepsItsName(_ path: String) -> Bool? {
    guard let promise = promise(of: path) else { return nil }
    return (try? fileSystem.read(path, limit: promise.limit)).map(promise.isOf) ?? false
  }

  /// Puts what git has at a path in the place of a file that is damaged: torn when a program was killed, or
  /// altered on its way into the folder.
  ///
  /// No file is replaced that is whole, nor by bytes that are not those of its name. Of a list, whose name
  /// promises nothing, only what is the beginning of the same, or the same with the ends of lines of another
  /// system: all else is what somebody has written there.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - bytes: what git has.
  /// - Returns: whether it was put there.
  /// - Throws: why it could not.
  package func mend(_ path: String, with bytes: [UInt8]) throws(FileError) -> Bool {
    if let promise = promise(of: path) {
      guard promise.isOf(bytes), keepsItsName(path) == false else { return false }
    } else {
      guard path.hasSuffix(".json"),
        let here = try? fileSystem.read(path, limit: 2 * bytes.count + 1),
        isTorn(here, of: bytes)
          || here != bytes && here.count > bytes.count && withoutReturns(here) == bytes
      else { return false }
    }
    try DurableWriter(fileSystem: fileSystem, randomHex: Recorder.systemRandomHex)
      .put([.init(path: path, bytes: bytes)])
    return true
  }

  private func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    let (carriageReturn, newline) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    return bytes.indices.filter {
      bytes[$0] != carriageReturn || $0 + 1 == bytes.count || bytes[$0 + 1] != newline
    }.map { bytes[$0] }
  }

  /// The size of the file at a path; nil where there is none.
  package func size(of path: String) -> Int? { (try? fileSystem.stamp(of: path))?.size }

  /// What a path says of the bytes that lie there, and how many they are at most; nil where it says nothing.
  private func promise(of path: String) -> (limit: Int, isOf: ([UInt8]) -> Bool)? {
    let name = String(path.split(separator: "/").last ?? "")
    if isRecord(path) {
      guard let id = EventName.identity(in: name) else { return (0, { _ in false }) }
      return (EventFile.limit, { EventFile.identity(of: $0) == id })
    } else if path.hasPrefix("\(Store.attachmentFolder)/") {
      return (Attachment.limit, { SHA256.hex($0) == name })
    } else if let snapshot = SnapshotName(name), snapshot.path == path {
      return (Attachment.limit, snapshot.isOf)
    } else if let revision = RevisionName(name), revision.path == path {
      return (JSONLimits.store.file, revision.isOf)
    }
    return nil
  }

  /// Whether there is something at a path.
  package func hasFile(at path: String) -> Bool { (try? fileSystem.stamp(of: path)) != nil }

  /// Those among some paths that are a record, a notice or a file of this store by their names.
  package func named(_ paths: [String]) -> [String] {
    paths.filter { keepsItsName($0) ?? (Store.quarter(ofNoticeAt: $0) != nil) }
  }

  /// The period of a notice by its path, as it ships or was typed by hand; nil for any other file.
  package static func quarter(ofNoticeAt path: String) -> Quarter? {
    QuarterFile.quarter(atPath: path)
  }

  /// The identity that a file of settings gives a store; nil if it is none that can be read.
  package static func identity(inSettings bytes: [UInt8]) -> String? {
    guard let record = try? read(StoreRecord.self, from: bytes).0 else { return nil }
    return record.settings?.id
  }

  /// Forces all of the folder to the disk: git does not.
  package func synchronizeAll() throws(FileError) { try fileSystem.synchronizeAll() }

  /// The lock of whoever shares the store; nil if another program is at it.
  package func lockForSharing() throws(FileError) -> FileLock? {
    _ = try fileSystem.makeDirectory("local")
    return try fileSystem.lock("local/sharing")
  }

  /// Where it is kept when the folder was last shared to the end; nobody shares that.
  private static let lastSharing = "local/synced"

  /// When the folder was last shared to the end, by whatever program on this machine; nil if never.
  ///
  /// It is a file of our own, since git's `FETCH_HEAD` is as new after a fetch that failed.
  package var sharedAt: Instant? {
    guard let bytes = try? fileSystem.read(Store.lastSharing, limit: 64) else { return nil }
    return Instant(Substring(decoding: bytes.dropLast(), as: UTF8.self))
  }

  /// Keeps when it was shared to the end.
  package func noteSharing(
    at moment: Instant, randomHex: @escaping () -> String = Recorder.systemRandomHex
  ) throws(FileError) {
    try DurableWriter(fileSystem: fileSystem, randomHex: randomHex)
      .put([.init(path: Store.lastSharing, bytes: Array("\(moment)\n".utf8))])
  }
}

/// Whether some bytes are no more than the beginning of others: a program was killed while it wrote them.
func isTorn(_ bytes: [UInt8], of whole: [UInt8]) -> Bool {
  bytes.count < whole.count && whole.starts(with: bytes)
}
