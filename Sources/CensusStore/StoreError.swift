public import CensusCore

/// Why a store cannot be opened, or something cannot be recorded: facts, no sentences.
public enum StoreError: Error, Equatable, Sendable {
  /// The folder has no `store.json`.
  case noStore
  /// A step on a file did not succeed, and nothing depends on how far it came.
  case file(FileError)
  /// `store.json` is not what it should be.
  case damagedStore(ContentFault)
  /// The store may only be read by newer programs.
  case newerStore(minReader: Int, supported: Int)
  /// The store is open for reading only.
  case readOnly(Access.Reason)
  /// There is nothing to record.
  case nothingToRecord
  /// An event would have more bytes than are read again.
  case eventTooLarge(bytes: Int, limit: Int)
  /// A text of a record has a control character, which nobody can see.
  case controlCharacter(Unicode.Scalar, in: String)
  /// A folder in which something was recorded has nothing any more; a record made now would claim
  /// to come first.
  case recordsVanished(folder: String)
  /// An event of a kind that this program does not write.
  case eventNotWritable(String)
  /// The source of chance gave something else than 32 lower-case hex digits.
  case badRandomness(String)
  /// Nothing was recorded, for this reason; it can be tried again.
  case notRecorded(FileError)
  /// It is not known whether everything is on the disk; recording again settles it.
  case notConfirmed(RecordedBatch, FileError)
  /// What was shown before a notice was taken in, or taken back, is not what the store has now.
  case movedOn(Quarter)
  /// The store to merge is another one: it has this identity.
  case otherStore(String)
  /// The store to merge is this one.
  case sameStore
  /// A merge was cut short; what came over by then stays.
  case notMerged(FileError)
  /// A backup was cut short; what was written of it is none.
  case notBackedUp(FileError)
  /// A file of a backup, read again, is not what was written.
  case backupDiffers(path: String)
  /// The folder for a new store has something in it.
  case notEmpty(String)
}

/// Whether a store can be written.
public enum Access: Equatable, Sendable {
  /// It can be read and written.
  case readWrite
  /// It can be read only.
  case readOnly(Reason)

  /// Why a store can be read only.
  public enum Reason: Equatable, Sendable {
    /// Only newer programs may write into it.
    case newerStore(minWriter: Int, supported: Int)
    /// The folder does not permit it.
    case notPermitted
    /// Only newer programs may read it since it was opened.
    case newerReader(minReader: Int, supported: Int)
    /// A file that says who owes what cannot be read: `store.json` since it was opened, or a list.
    case unreadable(String)
  }
}

/// What was recorded in one act.
public struct RecordedBatch: Equatable, Sendable {
  /// Its identity.
  public let id: BatchID
  /// Its events, in the order of the drafts.
  public let events: [Event]
  /// How many acknowledged records that had gone from the store were put back before it.
  package var putBack = 0
  /// The bytes of their files.
  package var files: [[UInt8]] = []
  /// Why no counterfoils of its events were kept; nil if there was no reason.
  package var withoutCounterfoil: FileError?

  /// One act and its events.
  public init(id: BatchID, events: [Event]) {
    self.id = id
    self.events = events
  }
}
