/// A folder in memory that keeps the promises of a disk, and no more than those.
///
/// It remembers what has been forced to the disk. `powerCut` forgets the rest: contents that were
/// not synchronised, and names whose folder was not.
public final class InMemoryFileSystem: FileSystem {
  /// What a power cut takes.
  public enum Loss: CaseIterable, Sendable {
    /// Contents and names: whatever was not synchronised.
    case everything
    /// Contents only: the names had reached the disk by themselves.
    case contents
  }

  final class File {
    var bytes: [UInt8] = []
    var durable: [UInt8] = []
    var changes = 0
    var seconds = 0
    var permissions: Permissions
    let number: UInt64

    init(number: UInt64, _ permissions: Permissions?) {
      self.number = number
      self.permissions = permissions ?? Permissions(0o644)
    }
  }

  final class Folder {
    var permissions = Permissions(0o755)
    var entries: [String: Node] = [:]
    var durable: [String: Node] = [:]
  }

  enum Node {
    case file(File)
    case folder(Folder)
  }

  /// The time that files get when they are written, in seconds since 1970.
  public var seconds = 0
  /// Whether events could be written; false makes every writing step fail.
  public var isWritable = true

  let root = Folder()
  private var open: [Int32: File] = [:]
  private var locks: Set<String> = []
  private var opened: Int32 = 0
  private var numbered: UInt64 = 0

  /// A folder with nothing in it.
  public init() {}

  /// Everything that was not forced to the disk is lost, and nothing is open any more.
  public func powerCut(_ loss: Loss = .everything) {
    open = [:]
    locks = []
    forget(root, loss)
  }

  private func forget(_ folder: Folder, _ loss: Loss) {
    if loss == .everything { folder.entries = folder.durable }
    folder.durable = folder.entries
    for node in folder.entries.values {
      switch node {
      case .file(let file): file.bytes = file.durable
      case .folder(let inner): forget(inner, loss)
      }
    }
  }

  // MARK: - Reading

  /// A copy of the bytes.
  public func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let bytes = try file(path, for: .read).bytes
    guard bytes.count <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
    return bytes
  }

  /// In one piece.
  public func read(
    _ path: String, limit: Int, inPieces take: (ArraySlice<UInt8>) -> Void
  ) throws(FileError) {
    take(try read(path, limit: limit)[...])
  }

  /// Files and folders; there is nothing else in memory.
  public func list(_ path: String) throws(FileError) -> [FolderEntry] {
    let entries = try folder(path, for: .list).entries.map { name, node in
      switch node {
      case .file: FolderEntry(name: name, kind: .file)
      case .folder: FolderEntry(name: name, kind: .folder)
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Whole seconds as told; the writes are counted in place of the rest.
  public func stamp(of path: String) throws(FileError) -> FileStamp {
    let file = try file(path, for: .inspect)
    return FileStamp(
      size: file.bytes.count, seconds: file.seconds, nanoseconds: file.changes, number: file.number)
  }

  /// As they were last said.
  public func permissions(of path: String) throws(FileError) -> Permissions {
    switch try node(path, for: .inspect) {
    case .file(let file): file.permissions
    case .folder(let folder): folder.permissions
    }
  }

  // MARK: - Writing

  /// Kept, and heeded by nobody.
  public func set(_ permissions: Permissions, of path: String) throws(FileError) {
    guard isWritable else { throw FileError(.permit, path, .readOnly) }
    switch try node(path, for: .permit) {
    case .file(let file): file.permissions = permissions
    case .folder(let folder): folder.permissions = permissions
    }
  }

  /// The name is lost in a power cut until the folder above it is synchronised.
  public func makeDirectory(
    _ path: String, _ permissions: Permissions?
  ) throws(FileError) -> Bool {
    let (parent, name) = try place(of: path, for: .makeDirectory)
    if parent.entries[name] != nil { return false }
    let folder = Folder()
    folder.permissions = permissions ?? folder.permissions
    parent.entries[name] = .folder(folder)
    return true
  }

  /// The name is lost in a power cut until its folder is synchronised.
  public func create(_ path: String, _ permissions: Permissions?) throws(FileError) -> OpenFile {
    let (parent, name) = try place(of: path, for: .create)
    guard parent.entries[name] == nil else { throw FileError(.create, path, .exists) }
    numbered += 1
    let file = File(number: numbered, permissions)
    parent.entries[name] = .file(file)
    opened += 1
    open[opened] = file
    return OpenFile(number: opened, path: path)
  }

  /// The bytes are lost in a power cut until the file is synchronised.
  public func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    let target = try opened(file, for: .write)
    target.bytes += bytes
    target.changes += 1
    target.seconds = seconds
  }

  /// From now on the bytes survive.
  public func synchronize(_ file: OpenFile) throws(FileError) {
    let target = try opened(file, for: .synchronize)
    target.durable = target.bytes
  }

  /// A file closed twice fails, as on a disk.
  public func close(_ file: OpenFile) throws(FileError) {
    _ = try opened(file, for: .close)
    open[file.number] = nil
  }

  /// From now on the bytes survive.
  public func synchronizeFile(_ path: String) throws(FileError) {
    let target = try file(path, for: .synchronize)
    target.durable = target.bytes
  }

  /// The bytes survive; the name of a new file does once its folder is synchronised.
  public func append(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    let (parent, name) = try place(of: path, for: .create)
    if parent.entries[name] == nil { try close(create(path, .ownFile)) }
    let target = try file(path, for: .write)
    let isNew = target.bytes.isEmpty
    let newline = UInt8(ascii: "\n")
    target.bytes += (isNew || target.bytes.last == newline ? [] : [newline]) + bytes
    target.changes += 1
    target.durable = target.bytes
    return isNew
  }

  /// From now on everything survives.
  public func synchronizeAll() throws(FileError) {
    synchronize(root)
  }

  private func synchronize(_ folder: Folder) {
    folder.durable = folder.entries
    for node in folder.entries.values {
      switch node {
      case .file(let file): file.durable = file.bytes
      case .folder(let inner): synchronize(inner)
      }
    }
  }

  /// From now on the names survive, and the removals too.
  public func synchronizeDirectory(_ path: String) throws(FileError) {
    let target = try folder(path, for: .synchronize)
    target.durable = target.entries
  }

  /// The new name survives once its folder is synchronised; until then the old one may come back.
  public func rename(_ path: String, to newPath: String) throws(FileError) {
    let (parent, name) = try place(of: path, for: .rename)
    let (newParent, newName) = try place(of: newPath, for: .rename)
    guard let node = parent.entries[name] else { throw FileError(.rename, path, .missing) }
    if case .folder = newParent.entries[newName] {
      throw FileError(.rename, newPath, .notAFile)
    }
    parent.entries[name] = nil
    newParent.entries[newName] = node
  }

  /// The name may come back until its folder is synchronised.
  public func remove(_ path: String) throws(FileError) {
    _ = try file(path, for: .remove)
    let (parent, name) = try place(of: path, for: .remove)
    parent.entries[name] = nil
  }

  /// One holder at a time.
  public func lock(_ path: String) throws(FileError) -> FileLock? {
    let (parent, name) = try place(of: path, for: .lock)
    if parent.entries[name] == nil {
      numbered += 1
      parent.entries[name] = .file(File(number: numbered, nil))
    }
    guard locks.insert(path).inserted else { return nil }
    return FileLock { [weak self] in self?.locks.remove(path) }
  }

  // MARK: - Places

  private func node(
    _ path: String, for operation: FileError.Operation
  ) throws(FileError) -> Node {
    var node = Node.folder(root)
    for part in path.split(separator: "/") {
      guard case .folder(let folder) = node else { throw FileError(operation, path, .notAFolder) }
      guard part != "..", let next = folder.entries[String(part)] else {
        throw FileError(operation, path, part == ".." ? .outside : .missing)
      }
      node = next
    }
    return node
  }

  private func folder(
    _ path: String, for operation: FileError.Operation
  ) throws(FileError) -> Folder {
    guard case .folder(let folder) = try node(path, for: operation) else {
      throw FileError(operation, path, .notAFolder)
    }
    return folder
  }

  private func file(_ path: String, for operation: FileError.Operation) throws(FileError) -> File {
    guard case .file(let file) = try node(path, for: operation) else {
      throw FileError(operation, path, .notAFile)
    }
    return file
  }

  /// The folder of a name that is about to change.
  private func place(
    of path: String, for operation: FileError.Operation
  ) throws(FileError) -> (Folder, String) {
    guard isWritable else { throw FileError(operation, path, .readOnly) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, name != ".", name != "..",
      !path.utf8.contains(0)
    else { throw FileError(operation, path, .badPath) }
    do {
      return (try folder(parts.dropLast().joined(separator: "/"), for: operation), String(name))
    } catch {
      throw FileError(operation, path, error.reason)
    }
  }

  private func opened(
    _ file: OpenFile, for operation: FileError.Operation
  ) throws(FileError) -> File {
    guard let target = open[file.number] else {
      throw FileError(operation, file.path, .closed)
    }
    return target
  }
}
