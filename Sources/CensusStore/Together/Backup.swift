public import CensusCore

/// What a copy of a whole store has.
public struct Backup: Equatable, Sendable {
  /// How many files.
  public fileprivate(set) var files = 0
  /// How many of them are records.
  public fileprivate(set) var records = 0
  /// How many bytes.
  public fileprivate(set) var bytes = 0
  /// Paths of what is no regular file and cannot be kept: links, pipes.
  public fileprivate(set) var leftOut: [String] = []
  /// Paths of files that were damaged in the store already, and are so in the copy.
  public fileprivate(set) var damaged: [String] = []
}

extension Store {
  /// Copies the whole store, contacts and evidence included, into an empty folder, and reads the copy
  /// again.
  ///
  /// What is under way (`tmp/`) and the repository (`.git`) are no part of it.
  ///
  /// - Parameter target: the folder.
  /// - Returns: what was copied.
  /// - Throws: `notBackedUp`, `backupDiffers`.
  public func backup(into target: any FileSystem) throws(StoreError) -> Backup {
    try backup(by: FolderCopy(target))
  }

  /// The same as one archive, from which `tar -xf` makes a folder.
  ///
  /// - Parameters:
  ///   - name: of a new file, `….tar`.
  ///   - target: its folder.
  ///   - moment: the moment.
  /// - Returns: what was copied.
  /// - Throws: `notBackedUp`, `backupDiffers`.
  public func backup(
    as name: String, in target: any FileSystem, at moment: Instant
  ) throws(StoreError) -> Backup {
    let tape: Tape
    do {
      tape = try Tape(name, in: target, at: moment)
    } catch {
      throw .notBackedUp(error)
    }
    return try backup(by: tape)
  }

  private func backup(by medium: any BackupMedium) throws(StoreError) -> Backup {
    var backup = Backup()
    var hashes: [(path: String, hash: String)] = []
    let differing: String?
    do throws(FileError) {
      for path in try backupPaths(&backup) {
        let bytes = try fileSystem.read(path, limit: Store.largestFile)
        if keepsItsName(path) == false { backup.damaged.append(path) }
        let name = String(path.split(separator: "/").last ?? "")
        if EventName.identity(in: name) != nil { backup.records += 1 }
        try medium.add(bytes, at: path, try fileSystem.permissions(of: path))
        hashes.append((path, SHA256.hex(bytes)))
        backup.files += 1
        backup.bytes += bytes.count
      }
      try medium.finish()
      // What was read is what the disk gives, as far as one can tell.
      var found: [String: String] = [:]
      try medium.readAgain { path, bytes in found[path] = SHA256.hex(bytes) }
      differing = hashes.first { found[$0.path] != $0.hash }?.path
    } catch {
      throw .notBackedUp(error)
    }
    if let differing { throw .backupDiffers(path: differing) }
    return backup
  }

  private static let largestFile = 1 << 30

  /// The paths of all files, such that a record comes before the evidence that it speaks of, which was
  /// there before it; and `store.json` last, since a folder without it is no store.
  private func backupPaths(_ backup: inout Backup) throws(FileError) -> [String] {
    var paths: [String] = []
    try gather("", &paths, &backup.leftOut)
    let isLate = { (path: String) in path.hasPrefix("\(Store.attachmentFolder)/") }
    return paths.filter { !isLate($0) && $0 != StoreFile.path } + paths.filter(isLate)
      + [StoreFile.path]
  }

  private func gather(
    _ folder: String, _ paths: inout [String], _ leftOut: inout [String]
  ) throws(FileError) {
    for entry in try fileSystem.list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      switch entry.kind {
      case .file: if !["local/lock", "local/sharing"].contains(path) { paths.append(path) }
      case .folder:
        if path != Temporaries.folder, path != ".git" { try gather(path, &paths, &leftOut) }
      case .other: leftOut.append(path)
      }
    }
  }
}

/// What a backup is written on.
protocol BackupMedium {
  /// Adds a file.
  func add(_ bytes: [UInt8], at path: String, _ permissions: Permissions) throws(FileError)
  /// Forces all of it to the disk.
  func finish() throws(FileError)
  /// Reads all of it again.
  func readAgain(_ take: (_ path: String, _ bytes: [UInt8]) -> Void) throws(FileError)
}

/// A copy in a folder.
private final class FolderCopy: BackupMedium {
  private let target: any FileSystem
  private var paths: [String] = []

  init(_ target: any FileSystem) { self.target = target }

  func add(_ bytes: [UInt8], at path: String, _ permissions: Permissions) throws(FileError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder = folder.isEmpty ? String(part) : "\(folder)/\(part)"
      // What nobody else may read lies where nobody else may enter.
      _ = try target.makeDirectory(folder, permissions.isOwnersAlone ? .ownFolder : nil)
    }
    let file = try target.create(path, permissions)
    do throws(FileError) {
      try target.write(bytes, to: file)
    } catch {
      try? target.close(file)
      throw error
    }
    try target.close(file)
    paths.append(path)
  }

  func finish() throws(FileError) { try target.synchronizeAll() }

  func readAgain(_ take: (String, [UInt8]) -> Void) throws(FileError) {
    for path in paths { take(path, try target.read(path, limit: 1 << 30)) }
  }
}
