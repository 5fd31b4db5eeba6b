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

  /// The moment, by which events are told that are dated ahead of it; nil where nobody said.
  public var now: Instant?
  /// The moment looked back to: facts are given as they were known then; nil for now.
  public var knownAt: Instant? {
    didSet {
      quarterFiles = [:]
      quartersThen = quarters(knownAt: knownAt)
    }
  }

  let fileSystem: any FileSystem
  private(set) var checksums: Checksums
  private var file: StoreFile
  var log: EventLog
  private var survey: Survey { didSet { quartersThen = quarters(knownAt: knownAt) } }
  /// The quarters of that moment; nil for those of now.
  private var quartersThen: [Quarter]?
  private var stamps: [FileStamp?]
  private var quarterFiles: [Quarter: (stamp: [FileStamp?], content: QuarterFile)] = [:]
  /// The files of quarters that are not on screen, as they were last looked at.
  private var others: [Quarter: (stamp: [FileStamp?], problems: [Problem])] = [:]
  /// The one among them whose records were looked at last.
  private var turn = 0
  /// Events that cannot be right, by quarter, and by what that was told.
  private var oddities: [Quarter?: (version: Int, today: Day?, problems: [Problem])] = [:]
  /// Copies of what was acknowledged on this machine, outside of the store; nil where none are kept.
  var counterfoils: Counterfoils?
  /// What was acknowledged on this machine and is not here any more, in order.
  var missed: [Event] = [] { didSet { log.excused = missed } }
  /// What recording found changed and nobody has been told of.
  private var news: Changes = []

  /// Opens a store: lists what lies in it, reads `store.json`, the hashes and the three lists, and
  /// nothing else.
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
    stamps = Store.stamps(in: fileSystem)
    log = EventLog(fileSystem)
    checksums = Checksums(fileSystem)
    file = try StoreFile(fileSystem, checksums)
    survey = Survey(fileSystem, checksums)
    let lists = Lists(fileSystem, checksums)
    settings = file.settings
    access = lists.unreadable.map { .readOnly(.unreadable($0)) } ?? file.access
    directory = lists.directory
    problems =
      file.problems + checksums.problems + lists.problems + survey.problems
      + Store.folderProblems(fileSystem, file.settings)
  }

  /// What tells that settings, hashes or lists have changed.
  private static func stamps(in fileSystem: any FileSystem) -> [FileStamp?] {
    ([StoreFile.path, Checksums.path] + Lists.paths).map { try? fileSystem.stamp(of: $0) }
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

  /// The quarters of the store, newest first: those with a file, readable or not, and those whose
  /// file is missed because it was confirmed once or has records.
  public func quarters() -> [Quarter] { quartersThen ?? survey.quarters }

  /// The quarters that were known at the moment looked back to; one that cannot be read stays itself.
  private func quarters(knownAt moment: Instant?) -> [Quarter]? {
    guard moment != nil else { return nil }
    return withWithdrawn.sorted(by: >).filter { quarter in
      guard !revisions(of: quarter).isEmpty else { return true }
      let file = file(of: quarter)
      return file.inspection != nil || !file.isReadable
    }
  }

  /// The quarters, and those of which all was taken back.
  var withWithdrawn: [Quarter] { survey.quarters + survey.withdrawn }

  private func file(of quarter: Quarter) -> QuarterFile {
    QuarterFile(
      quarter, revisions(of: quarter), knownAt: knownAt, in: fileSystem, checksums)
  }

  /// Why all that was taken in of a quarter was taken back; nil if it was not.
  public func withdrawal(of quarter: Quarter) -> String? {
    for case .withdrawnQuarter(quarter, let reason) in survey.problems.map(\.kind) {
      return reason
    }
    return nil
  }

  /// Why the quarters cannot be listed, if so: then there may be others.
  public var quartersFailure: FileError? { survey.failure }

  /// A quarter as published; read when first asked for.
  public mutating func inspection(of quarter: Quarter) -> QuarterFile {
    if let known = quarterFiles[quarter] { return known.content }
    let stamp = stamps(of: quarter)
    let content = file(of: quarter)
    quarterFiles[quarter] = (stamp, content)
    oddities[quarter] = nil
    return content
  }

  /// The lists with what the quarters that were read so far bring; of one thing the newest counts.
  public var knownDirectory: Directory { directory.adding(knownAdditions) }

  /// What the quarters that were read so far bring beside the lists; of one thing the newest counts.
  public var knownAdditions: Additions {
    quarterFiles.sorted { $0.key > $1.key }.compactMap(\.value.content.inspection?.additions)
      .reduce(.none) { $0.joined(with: $1) }
  }

  func revisions(of quarter: Quarter) -> [RevisionName] { survey.revisions[quarter] ?? [] }

  /// What tells that a quarter's files have changed.
  private func stamps(of quarter: Quarter) -> [FileStamp?] {
    ([QuarterFile.path(of: quarter)] + revisions(of: quarter).map(\.path)).map {
      try? fileSystem.stamp(of: $0)
    }
  }

  /// What is doubtful about the store and about all that was read of it so far.
  public var knownProblems: [Problem] {
    let files = quarters().flatMap {
      quarterFiles[$0]?.content.problems ?? others[$0]?.problems ?? []
    }
    var odd: [Problem] = []
    for (_, found) in oddities.sorted(by: {
      ($0.key?.description ?? "") > ($1.key?.description ?? "")
    }) {
      odd += found.problems.filter { !odd.contains($0) }
    }
    let missed = missed.first.map {
      [Problem(.missedRecords(first: $0.id, count: self.missed.count))]
    }
    return problems + files.filter { !problems.contains($0) } + log.knownProblems + odd
      + (missed ?? [])
  }

  /// Reads all of the store: quarters and records.
  public mutating func readAll() {
    for quarter in quarters() {
      _ = inspection(of: quarter)
      _ = events(of: quarter)
    }
    log.readStanding()
    let files = quarters().map { quarterFiles[$0]?.content.inspection }
    let known = files.compactMap(\.self)
    // Where one cannot be read, what is about its sites is not odd.
    guard known.count == files.count else { return }
    let odd = OddEvents(standing: log.events(of: nil).events, of: known, directory)
    let all = [odd] + baselessPasses(in: known)
    oddities[nil] = (log.version, today, all.flatMap { $0.problems(log.path(of:)) })
  }

  // MARK: - Events

  /// The events of a quarter and those that outlive quarters, in order; read when first asked for.
  public mutating func events(of quarter: Quarter) -> EventList {
    let known = log.events(of: quarter)
    let hasRivals = revisions(of: quarter).count > 1
    guard let file = hasRivals ? inspection(of: quarter) : quarterFiles[quarter]?.content else {
      return known
    }
    let renumbering = file.renumbering
    let whole = directory.adding(file.inspection?.additions ?? .none)
    let list =
      renumbering.isEmpty
      ? known
      : EventList(
        events: known.events.map { renumbering.event($0, whole) }, problems: known.problems)
    let (version, today) = (log.version, today)
    if oddities[quarter].map({ ($0.version, $0.today) == (version, today) }) != true {
      let odd = OddEvents(
        list.events, renumbering.oddities(of: known.events), of: file.inspection, directory,
        today: today,
        offset: settings.offset)
      oddities[quarter] = (version, today, odd.problems(log.path(of:)))
    }
    return EventList(
      events: list.events, problems: list.problems + (oddities[quarter]?.problems ?? []))
  }

  private var today: Day? { now.map { $0.day(at: settings.offset) } }

  /// Looks for what others have changed: lists names and reads only what is new or was damaged.
  ///
  /// Cheap enough for once a second.
  ///
  /// - Parameter quarter: the quarter on the screen.
  /// - Returns: what has changed; what `inspection`, `events` and the properties give is up to
  ///   date.
  public mutating func refresh(_ quarter: Quarter) -> Changes {
    var changes = news
    news = []
    if log.refresh(quarter) {
      changes.insert(.events)
      lookForMissed()
    }
    if refreshLists() { changes.insert(.lists) }
    if refreshQuarters(with: quarter) { changes.insert(.quarter) }
    if patrol(besides: quarter) { changes.insert(.lists) }
    return changes
  }

  /// Looks at one of the quarters that are not on the screen, at the next each time, so that it is
  /// cheap however many there are.
  ///
  /// - Parameter quarter: the quarter on the screen.
  /// - Returns: whether its records have changed since they were read.
  public mutating func refreshNext(besides quarter: Quarter) -> Bool {
    let read = quarters().filter { $0 != quarter && log.hasRead($0) }
    guard !read.isEmpty else { return false }
    turn = (turn + 1) % read.count
    return log.refresh(read[turn])
  }

  /// Forgets what was read, so that all of it is read again.
  public mutating func reload() {
    log = EventLog(fileSystem, after: log.clock)
    quarterFiles = [:]
    oddities = [:]
    others = [:]
    stamps = []
    _ = refreshLists()
    lookForMissed()
  }

  private mutating func refreshQuarters(with quarter: Quarter) -> Bool {
    let known = quarterFiles.removeValue(forKey: quarter)
    // Others are read again when they are asked for; what was wrong with them stays known.
    for (other, file) in quarterFiles { others[other] = (file.stamp, file.content.problems) }
    quarterFiles = [:]
    guard let known else { return false }
    if known.stamp == stamps(of: quarter) {
      quarterFiles[quarter] = known
      return false
    }
    return inspection(of: quarter) != known.content
  }

  /// Looks at one quarter's file that is not on screen, if it is new or was changed; whether it has
  /// changed since, or something is wrong with it.
  private mutating func patrol(besides quarter: Quarter) -> Bool {
    for other in quarters() where other != quarter {
      let stamp = stamps(of: other)
      let known = others[other]
      if let known, known.stamp == stamp { continue }
      let problems = QuarterFile.problems(
        of: other, revisions(of: other), in: fileSystem, checksums)
      others[other] = (stamp, problems)
      return known != nil || !problems.isEmpty
    }
    return false
  }

  mutating func refreshLists() -> Bool {
    let now = Store.stamps(in: fileSystem)
    if now == stamps {
      let found = Survey(fileSystem, checksums)
      guard found != survey else { return false }
      problems.removeAll(where: survey.problems.contains)
      problems += found.problems
      survey = found
      return true
    }
    stamps = now
    checksums = Checksums(fileSystem)
    do {
      file = try StoreFile(fileSystem, checksums)
    } catch {
      file = StoreFile(file, since: error)
    }
    survey = Survey(fileSystem, checksums)
    let lists = Lists(fileSystem, checksums)
    settings = file.settings
    access = lists.unreadable.map { .readOnly(.unreadable($0)) } ?? file.access
    directory = lists.directory
    problems =
      file.problems + checksums.problems + lists.problems + survey.problems
      + Store.folderProblems(fileSystem, file.settings)
    // What was said of a quarter's hash may no longer hold.
    for quarter in quarterFiles.keys { quarterFiles[quarter]?.stamp = [] }
    others = [:]
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
    // What `store.json` has come to say since it was last looked at holds.
    if refreshLists() { news.insert(.lists) }
    let returned = try putBack()
    try check(drafts, by: recorder.actor)
    var (batch, files) = try log.record(
      drafts, by: recorder, before: before(drafts), sharingContacts: settings.policy.shareContacts)
    batch.files = files.map(\.bytes)
    batch.putBack = returned.count
    batch.withoutCounterfoil = keepCounterfoils(of: files)
    return batch
  }

  /// Whether drafts could be recorded, as far as can be told without trying.
  ///
  /// - Throws: `readOnly`, `recordsVanished`, or `controlCharacter` with the first such text.
  public func check(_ drafts: [EventDraft], by actor: String) throws(StoreError) {
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    if let folder = survey.vanished.first { throw .recordsVanished(folder: folder) }
    for text in [actor] + drafts.flatMap(\.payload.texts) {
      if let scalar = text.firstUnwritable { throw .controlCharacter(scalar, in: text) }
    }
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
