public import CensusCore

/// A folder of JSON files: facts as published, and one file for each thing that people recorded.
///
/// Opening and reading never write. A bad file or a bad row is a problem beside what could be read.
public struct Store {
  /// Whose census it is, and the habits of the office.
  public private(set) var settings: Settings
  /// Prefectures, units and categories.
  public private(set) var directory: Directory
  /// Whether it can be written.
  public private(set) var access: Access
  /// What is doubtful about the store itself and its lists.
  public private(set) var problems: [Problem]

  let fileSystem: any FileSystem
  private var file: StoreFile
  var log: EventLog
  private var seen: Seen
  private var quarterFiles: [Quarter: (stamp: FileStamp?, content: QuarterFile)] = [:]

  /// What tells that settings, lists or the choice of quarters have changed.
  private struct Seen: Equatable {
    let stamps: [FileStamp?]
    let quarters: [FolderEntry]?

    init(_ fileSystem: any FileSystem) {
      stamps = ([StoreFile.path] + Lists.paths).map { try? fileSystem.stamp(of: $0) }
      quarters = try? fileSystem.list(QuarterFile.folder)
    }
  }

  /// Opens a store: reads `store.json` and the three lists, and nothing else.
  ///
  /// - Parameter fileSystem: the store's folder.
  /// - Returns: the store, possibly with problems.
  /// - Throws: only if `store.json` is missing, is not what it should be, or asks for a newer
  ///   program.
  public static func open(_ fileSystem: any FileSystem) throws(StoreError) -> Store {
    try Store(fileSystem)
  }

  private init(_ fileSystem: any FileSystem) throws(StoreError) {
    self.fileSystem = fileSystem
    // Before reading, so that a change meanwhile is noticed at the next refresh.
    seen = Seen(fileSystem)
    log = EventLog(fileSystem)
    file = try StoreFile(fileSystem)
    let lists = Lists(fileSystem)
    settings = file.settings
    access = file.access
    directory = lists.directory
    problems = file.problems + lists.problems + Store.folderProblems(fileSystem, file.settings)
  }

  /// What is doubtful about the folders that are written to.
  private static func folderProblems(
    _ fileSystem: any FileSystem, _ settings: Settings
  ) -> [Problem] {
    let problems = Temporaries(fileSystem: fileSystem).problems
    let contacts = EventPlace.contacts.path
    guard !settings.policy.shareContacts,
      let permissions = try? fileSystem.permissions(of: contacts), !permissions.isOwnersAlone
    else { return problems }
    return problems + [Problem(.openToOthers(folder: contacts))]
  }

  /// Whether it can be read, and is what a folder leads to.
  ///
  /// A store on a stick, or shared over a network, may go away and come back; one that was moved is
  /// still reached through its open folder, but no longer by its path.
  ///
  /// - Parameter folder: the store's path, opened anew.
  /// - Returns: whether both are one store.
  public func isPresent(in folder: any FileSystem) -> Bool {
    guard let known = try? fileSystem.stamp(of: StoreFile.path),
      let found = try? folder.stamp(of: StoreFile.path)
    else { return false }
    return known == found
  }

  // MARK: - Facts

  /// The quarters that the store has, newest first; known by their files' names.
  public func quarters() -> [Quarter] {
    let entries = (try? fileSystem.list(QuarterFile.folder)) ?? []
    let quarters = entries.compactMap { entry in
      entry.kind == .folder ? nil : QuarterFile.quarter(inName: entry.name)
    }
    return quarters.sorted(by: >)
  }

  /// A quarter as published; read when first asked for.
  public mutating func inspection(of quarter: Quarter) -> QuarterFile {
    if let known = quarterFiles[quarter] { return known.content }
    let stamp = try? fileSystem.stamp(of: QuarterFile.path(of: quarter))
    let content = QuarterFile(quarter, in: fileSystem)
    quarterFiles[quarter] = (stamp, content)
    return content
  }

  // MARK: - Events

  /// The events of a quarter and those that outlive quarters, in order; read when first asked for.
  public mutating func events(of quarter: Quarter) -> EventList {
    log.events(of: quarter)
  }

  /// Looks for what others have changed: lists names and reads only what is new or was damaged.
  ///
  /// Cheap enough for once a second.
  ///
  /// - Parameter quarter: the quarter on the screen.
  /// - Returns: what has changed; what `inspection`, `events` and the properties give is up to
  ///   date.
  public mutating func refresh(_ quarter: Quarter) -> Changes {
    var changes: Changes = []
    if log.refresh(quarter) { changes.insert(.events) }
    if refreshQuarters(with: quarter) { changes.insert(.quarter) }
    if refreshLists() { changes.insert(.lists) }
    return changes
  }

  private mutating func refreshQuarters(with quarter: Quarter) -> Bool {
    let known = quarterFiles[quarter]
    // Others are read again when they are asked for.
    quarterFiles = [:]
    guard let known else { return false }
    if known.stamp == (try? fileSystem.stamp(of: QuarterFile.path(of: quarter))) {
      quarterFiles[quarter] = known
      return false
    }
    return inspection(of: quarter) != known.content
  }

  private mutating func refreshLists() -> Bool {
    let now = Seen(fileSystem)
    guard now != seen else { return false }
    seen = now
    // While `store.json` is being replaced, what it said before holds.
    let file = (try? StoreFile(fileSystem)) ?? file
    let lists = Lists(fileSystem)
    self.file = file
    settings = file.settings
    access = file.access
    directory = lists.directory
    problems = file.problems + lists.problems + Store.folderProblems(fileSystem, file.settings)
    return true
  }

  /// Records drafts as one act: all or none.
  ///
  /// When it returns, every event is on the disk, and only then may anybody be told so.
  ///
  /// - Parameters:
  ///   - drafts: what is to be recorded, at least one.
  ///   - recorder: who records, and when.
  /// - Returns: the events as they were written, in the order of the drafts.
  /// - Throws: `notRecorded` if nothing has changed; `notConfirmed` if everything may be in place
  ///   but not for sure on the disk; and what makes the drafts unfit.
  public mutating func record(
    _ drafts: [EventDraft], by recorder: Recorder
  ) throws(StoreError) -> RecordedBatch {
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    return try log.record(
      drafts, by: recorder, sharingContacts: settings.policy.shareContacts)
  }

  /// Forces loaded events to the disk once more.
  ///
  /// For an act that finds its work done already: the one who did it may not have come to the end.
  ///
  /// - Parameter ids: events of quarters that have been loaded; others are passed over.
  /// - Throws: `file` if the disk refuses.
  public func confirm(_ ids: [EventID]) throws(StoreError) {
    try log.confirm(ids)
  }
}

/// What `Store.refresh` found changed.
public struct Changes: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int

  /// From bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Events, or what is doubtful about them.
  public static let events = Changes(rawValue: 1)
  /// The quarter's facts.
  public static let quarter = Changes(rawValue: 2)
  /// The settings, the lists, or which quarters there are.
  public static let lists = Changes(rawValue: 4)
}
