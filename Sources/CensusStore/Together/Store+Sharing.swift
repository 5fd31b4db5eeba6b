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

  /// The paths of all records in the folder, by their identities.
  package func recordPaths() throws(FileError) -> [EventID: String] {
    try EventPlace.names(in: fileSystem)
  }

  /// Whether what lies at a path is what its name promises; nil where its name promises nothing.
  package func keepsItsName(_ path: String) -> Bool? {
    let name = String(path.split(separator: "/").last ?? "")
    let limit: Int
    let isOf: ([UInt8]) -> Bool
    if path.hasPrefix("\(EventPlace.folder)/") || path.hasPrefix("\(EventPlace.contacts.path)/") {
      guard let id = EventName.identity(in: name) else { return false }
      (limit, isOf) = (EventFile.limit, { EventFile.identity(of: $0) == id })
    } else if path.hasPrefix("\(Store.attachmentFolder)/") {
      (limit, isOf) = (Attachment.limit, { SHA256.hex($0) == name })
    } else if let snapshot = SnapshotName(name), snapshot.path == path {
      (limit, isOf) = (Attachment.limit, snapshot.isOf)
    } else if let revision = RevisionName(name), revision.path == path {
      (limit, isOf) = (JSONLimits.store.file, revision.isOf)
    } else {
      return nil
    }
    return (try? fileSystem.read(path, limit: limit)).map(isOf) ?? false
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
    do {
      try DurableWriter(fileSystem: fileSystem, randomHex: randomHex)
        .place([.init(path: Store.lastSharing, bytes: Array("\(moment)\n".utf8))])
    } catch {
      switch error {
      case .refused(let cause), .unconfirmed(let cause): throw cause
      }
    }
  }
}
