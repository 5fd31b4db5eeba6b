public import CensusStore

/// Passes everything on to a file system in memory, until it comes to the step that goes wrong.
///
/// Only steps that change something are counted: those are the ones a crash can fall between.
public final class FaultyFileSystem: FileSystem {
  /// What happens at the chosen step.
  public enum Fault: Equatable, Sendable {
    /// That step fails, the next succeed again.
    case error(FileError.Reason)
    /// That step and all after it fail: the rest of the disk is full, or gone.
    case errors(FileError.Reason)
    /// Half of the bytes are written before the step fails.
    case halfWrite(FileError.Reason)
    /// The power goes before that step; nothing works until `restart`.
    case powerCut(InMemoryFileSystem.Loss)
    /// The step succeeds, the power goes right after it.
    case powerCutAfter(InMemoryFileSystem.Loss)
  }

  /// What survives.
  public let base: InMemoryFileSystem
  /// The files that were read whole.
  public private(set) var readWhole: [String] = []
  /// The steps that have been counted.
  public private(set) var steps: [FileError.Operation] = []
  /// Whether the fault has come about.
  public private(set) var hasStruck = false

  private let index: Int
  private let fault: Fault
  private var isDown = false

  /// Goes wrong at the step of an index, counted from 0.
  public init(_ base: InMemoryFileSystem, failingAt index: Int, _ fault: Fault) {
    self.base = base
    self.index = index
    self.fault = fault
  }

  /// The power is back, and nothing goes wrong any more.
  public func restart() {
    isDown = false
    hasStruck = true
  }

  private func step<Value>(
    _ operation: FileError.Operation, _ path: String, half: () throws(FileError) -> Void = {},
    _ body: () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    if isDown { throw FileError(operation, path, .system(code: 5)) }
    let number = steps.count
    steps.append(operation)
    if hasStruck {
      if case .errors(let reason) = fault { throw FileError(operation, path, reason) }
      return try body()
    }
    guard number == index else { return try body() }
    hasStruck = true
    switch fault {
    case .error(let reason), .errors(let reason): throw FileError(operation, path, reason)
    case .halfWrite(let reason):
      try half()
      throw FileError(operation, path, reason)
    case .powerCut(let loss):
      isDown = true
      base.powerCut(loss)
      throw FileError(operation, path, .system(code: 5))
    case .powerCutAfter(let loss):
      isDown = true
      _ = try body()
      base.powerCut(loss)
      throw FileError(operation, path, .system(code: 5))
    }
  }

  /// As the file system below says.
  public var isWritable: Bool { base.isWritable }

  /// Fails only without power.
  public func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if isDown { throw FileError(.read, path, .system(code: 5)) }
    readWhole.append(path)
    return try base.read(path, limit: limit)
  }

  /// Fails only without power.
  public func list(_ path: String) throws(FileError) -> [FolderEntry] {
    if isDown { throw FileError(.list, path, .system(code: 5)) }
    return try base.list(path)
  }

  /// Fails only without power.
  public func stamp(of path: String) throws(FileError) -> FileStamp {
    if isDown { throw FileError(.inspect, path, .system(code: 5)) }
    return try base.stamp(of: path)
  }

  /// Fails only without power.
  public func read(
    _ path: String, limit: Int, inPieces take: (ArraySlice<UInt8>) -> Void
  ) throws(FileError) {
    if isDown { throw FileError(.read, path, .system(code: 5)) }
    try base.read(path, limit: limit, inPieces: take)
  }

  /// Fails only without power.
  public func permissions(of path: String) throws(FileError) -> Permissions {
    if isDown { throw FileError(.inspect, path, .system(code: 5)) }
    return try base.permissions(of: path)
  }

  /// Counted.
  public func set(_ permissions: Permissions, of path: String) throws(FileError) {
    try step(.permit, path) { () throws(FileError) in try base.set(permissions, of: path) }
  }

  /// Counted.
  public func makeDirectory(
    _ path: String, _ permissions: Permissions?
  ) throws(FileError) -> Bool {
    try step(.makeDirectory, path) { () throws(FileError) in
      try base.makeDirectory(path, permissions)
    }
  }

  /// Counted.
  public func create(_ path: String, _ permissions: Permissions?) throws(FileError) -> OpenFile {
    try step(.create, path) { () throws(FileError) in try base.create(path, permissions) }
  }

  /// Counted; may stop half way.
  public func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    try step(
      .write, file.path,
      half: { () throws(FileError) in
        try base.write(Array(bytes.prefix(bytes.count / 2)), to: file)
      },
      { () throws(FileError) in try base.write(bytes, to: file) })
  }

  /// Counted.
  public func synchronize(_ file: OpenFile) throws(FileError) {
    try step(.synchronize, file.path) { () throws(FileError) in try base.synchronize(file) }
  }

  /// Counted.
  public func close(_ file: OpenFile) throws(FileError) {
    try step(.close, file.path) { () throws(FileError) in try base.close(file) }
  }

  /// Counted.
  public func synchronizeFile(_ path: String) throws(FileError) {
    try step(.synchronize, path) { () throws(FileError) in try base.synchronizeFile(path) }
  }

  /// Counted.
  public func synchronizeDirectory(_ path: String) throws(FileError) {
    try step(.synchronize, path) { () throws(FileError) in try base.synchronizeDirectory(path) }
  }

  /// Counted.
  public func append(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    try step(.write, path) { () throws(FileError) in try base.append(bytes, to: path) }
  }

  /// Counted.
  public func synchronizeAll() throws(FileError) {
    try step(.synchronize, "") { () throws(FileError) in try base.synchronizeAll() }
  }

  /// Counted.
  public func rename(_ path: String, to newPath: String) throws(FileError) {
    try step(.rename, path) { () throws(FileError) in try base.rename(path, to: newPath) }
  }

  /// Counted.
  public func remove(_ path: String) throws(FileError) {
    try step(.remove, path) { () throws(FileError) in try base.remove(path) }
  }

  /// Counted.
  public func lock(_ path: String) throws(FileError) -> FileLock? {
    try step(.lock, path) { () throws(FileError) in try base.lock(path) }
  }
}
