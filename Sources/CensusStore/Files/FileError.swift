/// A step on files that did not succeed.
public struct FileError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Operation: String, CaseIterable, Sendable {
    /// Opening the store's folder.
    case open
    /// Reading a file.
    case read
    /// Listing a folder.
    case list
    /// Asking for size and time.
    case inspect
    /// Making a folder.
    case makeDirectory
    /// Making a file.
    case create
    /// Writing into a file.
    case write
    /// Forcing a file or a folder to the disk.
    case synchronize
    /// Closing a file.
    case close
    /// Giving a file its name.
    case rename
    /// Removing a file.
    case remove
    /// Taking a lock.
    case lock
    /// Saying who may do what.
    case permit
  }

  /// Why it did not succeed.
  public enum Reason: Hashable, Sendable {
    /// There is nothing of that name.
    case missing
    /// The name is taken.
    case exists
    /// It is not a regular file: a folder, a pipe, a device or a link.
    case notAFile
    /// It is not a folder.
    case notAFolder
    /// It has more bytes than are read.
    case tooLarge(limit: Int)
    /// A link, or a path that leads out of the store.
    case outside
    /// The name cannot be a path: empty, or with a zero byte.
    case badPath
    /// It is not permitted.
    case notPermitted
    /// The medium is read-only.
    case readOnly
    /// The disk or the quota is full.
    case noSpace
    /// The disk or the session does not permit a file of that size.
    case fileTooBig
    /// The disk does not answer as it should.
    case inputOutput
    /// The program or the system has too many files open.
    case tooManyFiles
    /// The name is longer than the disk permits.
    case nameTooLong
    /// Another program has it in use.
    case busy
    /// The place, on a network or on a stick, has gone.
    case disconnected
    /// There is not enough memory.
    case noMemory
    /// The disk does not offer the step.
    case notOffered
    /// It is not open any more, or not for that.
    case closed
    /// Another error number of the system.
    case system(code: Int32)
  }

  /// What was tried.
  public let operation: Operation
  /// Where, relative to the store's folder; empty for the folder itself.
  public let path: String
  /// Why it did not succeed.
  public let reason: Reason

  /// One failed step.
  public init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}
