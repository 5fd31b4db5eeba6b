import CFileSystem
import Glibc

/// A folder on disk, reached through one descriptor: no path leads out of it, no link is followed.
public final class DiskFileSystem: FileSystem {
  /// How a path is kept inside the folder.
  package enum Opening: Sendable {
    /// By one call to the kernel, or by parts where it does not offer that call.
    case atOnce
    /// Part by part, as on an older kernel or in a sandbox.
    case byParts
  }

  private let root: Int32
  private let opening: Opening

  /// Opens a folder.
  ///
  /// - Parameters:
  ///   - path: as the person gave it; links on the way to the folder are followed.
  ///   - creating: whether to make the folder, and those above it, where they are missing.
  /// - Throws: `FileError` with an empty path.
  public convenience init(root path: String, creating: Bool = false) throws(FileError) {
    try self.init(root: path, creating: creating, opening: .atOnce)
  }

  package init(root path: String, creating: Bool, opening: Opening) throws(FileError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw FileError(.open, "", .badPath) }
    if creating {
      let code = makeFolders(path)
      guard code == 0 else { throw FileError(.makeDirectory, "", FileError.Reason(code: code)) }
    }
    let descriptor = retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(.open, "", FileError.Reason(code: errno)) }
    root = descriptor
    self.opening = opening
  }

  deinit {
    _ = Glibc.close(root)
  }

  /// Whether the folder, and what events are written into if it is there, permit writing.
  public var isWritable: Bool {
    permits("events") && permits("tmp")
  }

  private func permits(_ name: String) -> Bool {
    if faccessat(root, name, W_OK, 0) == 0 { return true }
    return errno == ENOENT && faccessat(root, ".", W_OK, 0) == 0
  }

  // MARK: - Reading

  /// One open, one `fstat`, and reads until the end; a pipe or a device is opened but never read.
  public func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let (descriptor, size) = try openFile(path, limit: limit)
    defer { _ = Glibc.close(descriptor) }
    var failure: Int32 = 0
    // One byte more than it has now, to see a file that grows meanwhile.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      while filled < buffer.count {
        let whole = UnsafeMutableRawBufferPointer(buffer)
        let rest = UnsafeMutableRawBufferPointer(rebasing: whole[filled...])
        let count = retrying { Glibc.read(descriptor, rest.baseAddress, rest.count) }
        if count < 0 { failure = errno }
        if count <= 0 { return }
        filled += count
        // It ended where it was to end, with room for more.
        if filled == size { return }
      }
    }
    // One that has grown, or that does not say its size, as those of /proc.
    while bytes.count > size, bytes.count <= limit, failure == 0 {
      let more = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
        let count = retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
        if count < 0 { failure = errno }
        filled = max(count, 0)
      }
      guard !more.isEmpty else { break }
      bytes += more
    }
    guard failure == 0 else { throw FileError(.read, path, FileError.Reason(code: failure)) }
    guard bytes.count <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
    return bytes
  }

  /// In pieces of 1 MiB.
  public func read(
    _ path: String, limit: Int, inPieces take: (ArraySlice<UInt8>) -> Void
  ) throws(FileError) {
    let (descriptor, _) = try openFile(path, limit: limit)
    defer { _ = Glibc.close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    while true {
      let count = piece.withUnsafeMutableBytes { buffer in
        retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
      }
      guard count >= 0 else { throw FileError(.read, path, FileError.Reason(code: errno)) }
      guard count > 0 else { return }
      total += count
      guard total <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
      take(piece[..<count])
    }
  }

  /// Opens a regular file within a limit, and says its size.
  private func openFile(
    _ path: String, limit: Int
  ) throws(FileError) -> (descriptor: Int32, size: Int) {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, for: .read)
    do throws(FileError) {
      let facts = try inspect(descriptor, path, for: .read)
      guard facts.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, .notAFile) }
      let size = Int(facts.st_size)
      guard size <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
      return (descriptor, size)
    } catch {
      _ = Glibc.close(descriptor)
      throw error
    }
  }

  /// Names that are no UTF-8 come with replacement characters; no file of the store has such a name.
  public func list(_ path: String) throws(FileError) -> [FolderEntry] {
    let descriptor = try open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, for: .list)
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      _ = Glibc.close(descriptor)
      throw FileError(.list, path, FileError.Reason(code: code))
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      entries.append(FolderEntry(name: name, kind: kind(of: entry.pointee, name, in: descriptor)))
    }
    guard errno == 0 else { throw FileError(.list, path, FileError.Reason(code: errno)) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func kind(of entry: dirent, _ name: String, in folder: Int32) -> FolderEntry.Kind {
    switch Int(entry.d_type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_UNKNOWN):
      var facts = Glibc.stat()
      guard fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      let type = facts.st_mode & S_IFMT
      return type == S_IFREG ? .file : type == S_IFDIR ? .folder : .other
    default: return .other
    }
  }

  /// From the inode that the name leads to.
  public func stamp(of path: String) throws(FileError) -> FileStamp {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, for: .inspect)
    defer { _ = Glibc.close(descriptor) }
    let facts = try inspect(descriptor, path, for: .inspect)
    return FileStamp(
      size: Int(facts.st_size), seconds: facts.st_mtim.tv_sec,
      nanoseconds: facts.st_mtim.tv_nsec, number: UInt64(facts.st_ino))
  }

  /// From the inode that the name leads to.
  public func permissions(of path: String) throws(FileError) -> Permissions {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, for: .inspect)
    defer { _ = Glibc.close(descriptor) }
    return Permissions(try inspect(descriptor, path, for: .inspect).st_mode)
  }

  // MARK: - Writing

  /// By `fchmod` on the inode that the name leads to.
  public func set(_ permissions: Permissions, of path: String) throws(FileError) {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, for: .permit)
    defer { _ = Glibc.close(descriptor) }
    guard fchmod(descriptor, permissions.bits) == 0 else {
      throw FileError(.permit, path, FileError.Reason(code: errno))
    }
  }

  /// Usual is what the umask leaves.
  public func makeDirectory(
    _ path: String, _ permissions: Permissions?
  ) throws(FileError) -> Bool {
    try inFolder(of: path, for: .makeDirectory) { folder, name in
      if mkdirat(folder, name, permissions?.bits ?? 0o777) == 0 { return .success(true) }
      return errno == EEXIST ? .success(false) : .failure(SystemError(code: errno))
    }
  }

  /// Usual is what the umask leaves, so that a set-gid folder decides on sharing.
  public func create(_ path: String, _ permissions: Permissions?) throws(FileError) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let descriptor = try open(path, flags, for: .create, permissions ?? Permissions(0o666))
    // The umask may have taken away what was asked for.
    if let permissions { _ = fchmod(descriptor, permissions.bits) }
    return OpenFile(number: descriptor, path: path)
  }

  /// Goes on after a short write and after an interruption.
  public func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        return retrying { Glibc.write(file.number, rest.baseAddress, rest.count) }
      }
      guard count > 0 else {
        throw FileError(.write, file.path, FileError.Reason(code: count == 0 ? EIO : errno))
      }
      written += count
    }
  }

  /// By `fsync`; its error is final, since a second call could report success for lost data.
  public func synchronize(_ file: OpenFile) throws(FileError) {
    guard retrying({ fsync(file.number) }) == 0 else {
      throw FileError(.synchronize, file.path, FileError.Reason(code: errno))
    }
  }

  /// Closes once, whatever the answer.
  public func close(_ file: OpenFile) throws(FileError) {
    // Never repeated: after an interrupted close the descriptor is gone, and may be another's.
    guard Glibc.close(file.number) == 0 || errno == EINTR else {
      throw FileError(.close, file.path, FileError.Reason(code: errno))
    }
  }

  /// By `fsync` on a descriptor of its own.
  public func synchronizeFile(_ path: String) throws(FileError) {
    try synchronize(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  }

  /// By `syncfs`: one call for the whole disk, where `fsync` would wait for it once a file.
  public func synchronizeAll() throws(FileError) {
    guard retrying({ cs_synchronize_all(root) }) == 0 else {
      throw FileError(.synchronize, "", FileError.Reason(code: errno))
    }
  }

  /// By one `write` at the end, and `fdatasync`; where the last line was cut short, a new one is begun.
  public func append(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK
    let descriptor = try open(path, flags, for: .create, .ownFile)
    defer { _ = Glibc.close(descriptor) }
    let facts = try inspect(descriptor, path, for: .write)
    guard facts.st_mode & S_IFMT == S_IFREG else { throw FileError(.write, path, .notAFile) }
    var last = UInt8(ascii: "\n")
    if facts.st_size > 0 {
      let count = retrying { pread(descriptor, &last, 1, facts.st_size - 1) }
      guard count >= 0 else { throw FileError(.read, path, FileError.Reason(code: errno)) }
    }
    let start = last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    try write(start + bytes, to: OpenFile(number: descriptor, path: path))
    guard retrying({ fdatasync(descriptor) }) == 0 else {
      throw FileError(.synchronize, path, FileError.Reason(code: errno))
    }
    return facts.st_size == 0
  }

  /// By `fsync` on the folder.
  public func synchronizeDirectory(_ path: String) throws(FileError) {
    try synchronize(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  private func synchronize(_ path: String, _ flags: Int32) throws(FileError) {
    let descriptor = try open(path, flags, for: .synchronize)
    defer { _ = Glibc.close(descriptor) }
    try synchronize(OpenFile(number: descriptor, path: path))
  }

  /// By `renameat` between the two folders.
  public func rename(_ path: String, to newPath: String) throws(FileError) {
    let (from, name) = try folder(of: path, for: .rename)
    defer { _ = Glibc.close(from) }
    let (to, newName) = try folder(of: newPath, for: .rename)
    defer { _ = Glibc.close(to) }
    guard renameat(from, name, to, newName) != 0 else { return }
    // Both folders are there. What else is refused is said of the name that was asked for: the
    // other is nobody's but the writer's.
    let reason = FileError.Reason(code: errno)
    throw FileError(.rename, reason == .missing ? path : newPath, reason)
  }

  /// By `unlinkat`; folders are refused.
  public func remove(_ path: String) throws(FileError) {
    try inFolder(of: path, for: .remove) { folder, name in
      unlinkat(folder, name, 0) == 0 ? .success(()) : .failure(SystemError(code: errno))
    }
  }

  /// By `flock`, which goes with the process.
  public func lock(_ path: String) throws(FileError) -> FileLock? {
    let descriptor = try open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, for: .lock)
    guard retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
      let code = errno
      _ = Glibc.close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw FileError(.lock, path, FileError.Reason(code: code))
    }
    return FileLock { _ = Glibc.close(descriptor) }
  }

  // MARK: - Descriptors

  private func open(
    _ path: String, _ flags: Int32, for operation: FileError.Operation,
    _ permissions: Permissions = Permissions(0o666)
  ) throws(FileError) -> Int32 {
    guard !path.utf8.contains(0) else { throw FileError(operation, path, .badPath) }
    let descriptor = beneath(path, flags, permissions)
    guard descriptor >= 0 else {
      // What is opened without following links is itself a link.
      let isLink = errno == ELOOP && operation == .read
      throw FileError(operation, path, isLink ? .notAFile : FileError.Reason(code: errno))
    }
    return descriptor
  }

  /// Opens a path that cannot lead out of the folder; -1 and `errno` as the system says.
  private func beneath(
    _ path: String, _ flags: Int32, _ permissions: Permissions = Permissions(0o666)
  ) -> Int32 {
    let path = path.isEmpty ? "." : path
    return switch opening {
    case .atOnce: cs_open_beneath(root, path, flags | O_CLOEXEC, permissions.bits)
    case .byParts: cs_open_stepwise(root, path, flags | O_CLOEXEC, permissions.bits)
    }
  }

  private func inspect(
    _ descriptor: Int32, _ path: String, for operation: FileError.Operation
  ) throws(FileError) -> stat {
    var facts = Glibc.stat()
    guard fstat(descriptor, &facts) == 0 else {
      throw FileError(operation, path, FileError.Reason(code: errno))
    }
    return facts
  }

  /// Does something to a name in its folder, which is opened for it.
  private func inFolder<Value>(
    of path: String, for operation: FileError.Operation,
    _ body: (Int32, String) -> Result<Value, SystemError>
  ) throws(FileError) -> Value {
    let (folder, name) = try folder(of: path, for: operation)
    defer { _ = Glibc.close(folder) }
    switch body(folder, name) {
    case .success(let value): return value
    case .failure(let failure): throw FileError(operation, path, failure.reason)
    }
  }

  /// Opens the folder of a name.
  private func folder(
    of path: String, for operation: FileError.Operation
  ) throws(FileError) -> (descriptor: Int32, name: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, name != ".", name != ".." else {
      throw FileError(operation, path, .badPath)
    }
    guard !path.utf8.contains(0) else { throw FileError(operation, path, .badPath) }
    let parent = parts.dropLast().joined(separator: "/")
    let folder = beneath(parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    guard folder >= 0 else { throw FileError(operation, path, FileError.Reason(code: errno)) }
    return (folder, String(name))
  }
}

/// The number of an error before it is known where it happened.
private struct SystemError: Error {
  let code: Int32

  var reason: FileError.Reason { FileError.Reason(code: code) }
}

func retrying<Count: SignedInteger>(_ call: () -> Count) -> Count {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
