/// The folder a store lives in: every step the store takes on files, each of which may fail.
///
/// Paths are relative to the folder, their parts joined by `/`; the empty path is the folder
/// itself. Writing is split into its steps, so that a test can stop after each.
public protocol FileSystem: AnyObject {
  /// Whether events could be written, as far as permissions tell.
  var isWritable: Bool { get }

  /// Reads a whole regular file.
  ///
  /// - Throws: `notAFile` for anything but a regular file, `tooLarge` beyond the limit.
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]

  /// Reads a whole regular file piece by piece, for one that is not to be held in memory.
  ///
  /// - Throws: as `read`.
  func read(
    _ path: String, limit: Int, inPieces take: (ArraySlice<UInt8>) -> Void
  ) throws(FileError)

  /// The names in a folder, ordered by their bytes.
  func list(_ path: String) throws(FileError) -> [FolderEntry]

  /// What tells that a file has been changed.
  func stamp(of path: String) throws(FileError) -> FileStamp

  /// Who may do what with a file or a folder.
  func permissions(of path: String) throws(FileError) -> Permissions

  /// Says anew who may do what.
  func set(_ permissions: Permissions, of path: String) throws(FileError)

  /// Makes a folder; false if there is one, whose permissions stay.
  ///
  /// Without permissions it gets those that are usual here.
  func makeDirectory(
    _ path: String, _ permissions: Permissions?
  ) throws(FileError) -> Bool

  /// Makes a file that must not exist yet, and opens it for writing.
  ///
  /// Its permissions hold from its first moment on; without any it gets the usual ones.
  func create(_ path: String, _ permissions: Permissions?) throws(FileError) -> OpenFile

  /// Writes all of the bytes.
  func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError)

  /// Forces a file's content to the disk.
  func synchronize(_ file: OpenFile) throws(FileError)

  /// Closes a file; whatever happens, it must not be used afterwards.
  func close(_ file: OpenFile) throws(FileError)

  /// Forces the content of a file that is there already to the disk.
  func synchronizeFile(_ path: String) throws(FileError)

  /// Forces everything in the folder and below it to the disk.
  func synchronizeAll() throws(FileError)

  /// Adds bytes at the end of a file, on a line of their own, and forces them to the disk.
  ///
  /// One that is missing is made, for its owner alone.
  ///
  /// - Returns: whether there was nothing in it.
  func append(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool

  /// Forces the names in a folder to the disk.
  func synchronizeDirectory(_ path: String) throws(FileError)

  /// Gives a file another name, in place of what has that name.
  func rename(_ path: String, to newPath: String) throws(FileError)

  /// Removes a file.
  func remove(_ path: String) throws(FileError)

  /// Takes the advisory lock on a file, which it makes if it is missing; nil if another has it.
  func lock(_ path: String) throws(FileError) -> FileLock?
}

extension FileSystem {
  /// Makes a folder with the usual permissions; false if there is one.
  public func makeDirectory(_ path: String) throws(FileError) -> Bool {
    try makeDirectory(path, nil)
  }

  /// Makes a file with the usual permissions, and opens it for writing.
  public func create(_ path: String) throws(FileError) -> OpenFile {
    try create(path, nil)
  }
}

/// Who may do what with a file or a folder: the nine bits of `chmod`.
public struct Permissions: Hashable, Sendable {
  /// A file that only its owner reads and writes: 600.
  public static let ownFile = Permissions(0o600)
  /// A folder that only its owner enters: 700.
  public static let ownFolder = Permissions(0o700)

  /// The nine bits.
  public let bits: UInt32

  /// From a mode, of which the nine bits count.
  public init(_ mode: UInt32) {
    bits = mode & 0o777
  }

  /// Whether nobody but the owner may do anything.
  public var isOwnersAlone: Bool { bits & 0o077 == 0 }

  /// The same, for the owner alone.
  public var closed: Permissions { Permissions(bits & 0o700) }
}

/// A name in a folder.
public struct FolderEntry: Equatable, Sendable {
  /// What a name stands for.
  public enum Kind: Equatable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A link, a pipe, a device.
    case other
  }

  /// The name.
  public let name: String
  /// What it stands for.
  public let kind: Kind

  /// One name.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// What tells that a file has been changed: size, time and identity.
public struct FileStamp: Equatable, Sendable {
  /// Bytes.
  public let size: Int
  /// When it was last written, in whole seconds since 1970.
  public let seconds: Int
  /// The rest of that time.
  public let nanoseconds: Int
  /// The file's number on its disk; another file of the same name has another.
  public let number: UInt64

  /// One stamp.
  public init(size: Int, seconds: Int, nanoseconds: Int, number: UInt64) {
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.number = number
  }
}

/// A file open for writing.
public struct OpenFile: Hashable, Sendable {
  /// The descriptor, or a number in its stead.
  public let number: Int32
  /// The path it was made under.
  public let path: String

  /// One open file.
  public init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }
}

/// A lock that is held until this value goes.
public final class FileLock {
  private let release: () -> Void

  /// Holds a lock and knows how to give it back.
  public init(release: @escaping () -> Void) {
    self.release = release
  }

  deinit {
    release()
  }
}
