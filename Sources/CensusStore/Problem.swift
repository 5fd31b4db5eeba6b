public import CensusCore

/// Something doubtful in a store that is read all the same.
public struct Problem: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: Int, CaseIterable, Comparable, Sendable {
    /// Good to know.
    case notice
    /// Something is left out that may be meant.
    case warning
    /// Something is lost from view until it is mended.
    case error

    /// By weight.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What is doubtful.
  public enum Kind: Hashable, Sendable {
    /// A file that cannot be read; missing where one is needed.
    case unreadableFile(FileError)
    /// A file that is not what it should be, and counts for nothing.
    case damagedFile(path: String, ContentFault)
    /// A part of a file that is left out.
    case damagedPart(path: String, RecordFault)
    /// A quarter's file that speaks of another quarter.
    case otherQuarter(path: String, says: Quarter)
    /// Revisions of one number that different people took in with different facts.
    case rivalRevisions(path: String, number: Int, count: Int, renumbered: [Int])
    /// A quarter that was taken in and taken back since.
    case withdrawnQuarter(Quarter, reason: String)
    /// An event that counts for nothing.
    case damagedEvent(path: String, EventDamage)
    /// Names in a folder that other programs leave about; the first of so many.
    case oddNames(folder: String, first: String, count: Int)
    /// Names in a folder that nothing of the store has, and that may hide what was recorded; the
    /// first of so many.
    case strayNames(folder: String, first: String, count: Int)
    /// A folder in which something was recorded on this machine, and in which nothing is any more.
    case vanishedRecords(folder: String)
    /// Records that others were made upon, and that are not here any more: the first, and how many.
    case lostRecords(first: EventID, count: Int)
    /// Records that were acknowledged on this machine and of which no file is here any more, though
    /// their counterfoils are: the first, and how many.
    case missedRecords(first: EventID, count: Int)
    /// A folder of one quarter's events that holds those of another.
    case foreignRecords(folder: String, says: Quarter?)
    /// A file of facts that is not as it was when it was last confirmed.
    case editedFacts(path: String, Edit)
    /// A store without the hashes of its facts.
    case noChecksums
    /// The file of these hashes, of which a line is not what it should be.
    case damagedChecksums(line: Int)
    /// Events of a kind that this program does not know.
    case unknownEventType(type: String, count: Int)
    /// A whole event that cannot be right: it has no effect, or stands in the wrong order.
    case oddEvent(path: String, id: EventID, Oddity)
    /// A batch of which only a part is in place.
    case partialBatch(PartialBatch)
    /// A file kept as evidence whose bytes are not those that were kept.
    case damagedEvidence(path: String, name: String)
    /// A file of a frozen report whose bytes are not those of its name.
    case damagedSnapshot(path: String)
    /// A folder for its owner alone that others on the machine may enter.
    case openToOthers(folder: String)
    /// A store that only newer programs may write.
    case newerStore(minWriter: Int, supported: Int)
    /// A store that only newer programs may read, since it was opened.
    case newerReader(minReader: Int, supported: Int)
  }

  /// How a file of facts differs from what was confirmed.
  public enum Edit: Hashable, Sendable {
    /// It has other bytes.
    case changed
    /// It was not there.
    case added
  }

  /// What is odd about an event whose file is in order.
  public enum Oddity: Hashable, Sendable {
    /// It is about a day that has not come.
    case futureDay(Day)
    /// It says that it was recorded at a moment that has not come.
    case futureMoment(Instant)
    /// The unit has no finding in its quarter.
    case unknownUnit(UnitID)
    /// The notice has no such row.
    case unknownFinding(FindingID)
    /// It was recorded upon another person's reading of the notice, where it is a finding that the one
    /// that counts does not have.
    case otherReading(FindingID)
    /// It struck off a finding that the notice, corrected since, lists all the same.
    case relisted(FindingID)
    /// It says of a finding that it passed, which the notice, corrected since, words otherwise.
    case reworded(FindingID)
    /// It says of a finding that it passed, since a later census does not list its site, and that does:
    /// one of the two notices was corrected since.
    case baseless(FindingID, census: Quarter)
    /// No notice has such a site.
    case unknownSite(SiteCode)
    /// A logical clock that no store comes to.
    case clock(Int)
    /// It is of a round that nobody ordered, or of which the order was taken back.
    case roundNotOrdered(Int)
    /// A measure or a conclusion where accountability was not opened, or that was taken back.
    case notOpened

    /// Whether the event has no effect by it.
    public var isWithoutEffect: Bool {
      switch self {
      case .futureDay, .unknownUnit, .unknownFinding, .otherReading, .unknownSite: true
      case .futureMoment, .relisted, .reworded, .baseless, .clock, .roundNotOrdered, .notOpened:
        false
      }
    }
  }

  /// Why an event counts for nothing.
  public enum EventDamage: Error, Hashable, Sendable {
    /// It cannot be read, or is no regular file, or is too large.
    case unreadable(FileError.Reason)
    /// Its bytes are not those that its name was made from.
    case otherBytes
    /// Its bytes are those of its name, but they do not make an event.
    case content(ContentFault)
    /// It belongs to another folder: it says so itself.
    case misplaced(says: Quarter?)
  }

  /// What is doubtful.
  public let kind: Kind

  /// One doubt.
  public init(_ kind: Kind) {
    self.kind = kind
  }

  /// How much it matters.
  public var severity: Severity {
    switch kind {
    case .unreadableFile(let error) where error.isOfClosedContacts: .notice
    case .unreadableFile, .damagedFile, .damagedEvent, .otherQuarter, .newerReader,
      .vanishedRecords, .lostRecords, .missedRecords, .foreignRecords, .damagedEvidence,
      .damagedSnapshot:
      .error
    case .oddEvent(_, _, let oddity): oddity.isWithoutEffect ? .error : .warning
    case .damagedPart, .rivalRevisions, .partialBatch, .strayNames, .editedFacts, .damagedChecksums,
      .noChecksums:
      .warning
    case .oddNames, .withdrawnQuarter, .unknownEventType, .openToOthers, .newerStore: .notice
    }
  }
}

extension FileError {
  /// Whether contacts are meant, which are for the account alone that recorded them.
  package var isOfClosedContacts: Bool {
    reason == .notPermitted && (path == "private" || path.hasPrefix("private/"))
  }
}
