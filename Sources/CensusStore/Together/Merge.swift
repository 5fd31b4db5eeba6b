public import CensusCore

/// What taking in another copy of a store comes to.
public struct Merge: Equatable, Sendable {
  /// Something that was not taken in.
  public struct LeftBehind: Equatable, Sendable {
    /// Its path in the other store.
    public let path: String
    /// Why.
    public let why: Why
  }

  /// Why something was not taken in.
  public enum Why: Equatable, Sendable {
    /// The record is not whole.
    case damagedRecord(Problem.EventDamage)
    /// It cannot be read.
    case unreadable(FileError.Reason)
    /// Its name is none that the folder has.
    case strayName
    /// Its bytes are not those of its name, or are none that such a file has.
    case damaged
    /// Here a file of its name is damaged, and nothing is put over it.
    case damagedHere
    /// Here the period's facts are others, and none of them is replaced.
    case otherFacts
  }

  /// The records that were new here, in order.
  public internal(set) var events: [Event] = []
  /// The identities of new records of kinds that this program does not know.
  public internal(set) var unknown: [EventID] = []
  /// How many records both stores have.
  public internal(set) var duplicates = 0
  /// The paths of facts that were new here.
  public internal(set) var facts: [String] = []
  /// The hashes of evidence that was new here.
  public internal(set) var attachments: [String] = []
  /// The names of files of frozen reports that were new here.
  public internal(set) var snapshots: [String] = []
  /// What was not taken in, by path.
  public internal(set) var leftBehind: [LeftBehind] = []
  /// The lists that differ, of which each store keeps its own.
  public internal(set) var lists: [String] = []
  /// The periods of which different facts were taken in under one number.
  public internal(set) var rivals: [Quarter] = []
  /// Why no counterfoils of the new records were kept; nil if there was no reason.
  public internal(set) var withoutCounterfoil: FileError?

  /// How many records were new.
  public var count: Int { events.count + unknown.count }
}

extension Store {
  /// Takes in what another copy of the store has and this one has not: records, contacts, notices taken
  /// in, evidence, frozen reports.
  ///
  /// Nothing is altered and nothing removed, so that it may be repeated.
  ///
  /// Every file is held against its name, or parsed, before it is taken in.
  ///
  /// - Parameters:
  ///   - other: the other copy, which is only read.
  ///   - isUnrelated: whether it may have another identity.
  ///   - isTrial: whether nothing is to be written.
  ///   - randomHex: chance for the names of temporary files.
  /// - Returns: what it comes to.
  /// - Throws: `readOnly`, `otherStore`, `sameStore`, `newerStore`; `notMerged` where a step fails: what
  ///   came over by then stays, and the same again completes it.
  public mutating func merge(
    _ other: Store, isUnrelated: Bool = false, isTrial: Bool = false,
    randomHex: @escaping () -> String = Recorder.systemRandomHex
  ) throws(StoreError) -> Merge {
    if !isTrial, case .readOnly(let reason) = access { throw .readOnly(reason) }
    if case .readOnly(.newerStore(let version, let supported)) = other.access {
      throw .newerStore(minReader: version, supported: supported)
    }
    if fileSystem === other.fileSystem { throw .sameStore }
    guard isUnrelated || settings.id == other.settings.id else {
      throw .otherStore(other.settings.id)
    }
    var incoming = Incoming(from: other, to: self)
    do throws(FileError) {
      try incoming.gather()
      let writer = DurableWriter(fileSystem: fileSystem, randomHex: randomHex)
      try incoming.copyHashed(isTrial ? nil : writer)
      guard !isTrial else { return incoming.merge }
      try incoming.place(by: writer, sharingContacts: settings.policy.shareContacts)
      try fileSystem.synchronizeAll()
    } catch {
      throw .notMerged(error)
    }
    try confirm(incoming.hashes, randomHex)
    incoming.merge.withoutCounterfoil = keepCounterfoils(of: incoming.files)
    reload()
    return incoming.merge
  }

  /// Adds the hashes of facts that came over and were confirmed there.
  private func confirm(
    _ new: [String: String], _ randomHex: @escaping () -> String
  ) throws(StoreError) {
    guard !new.isEmpty, let known = checksums.hashes else { return }
    try write(known.merging(new) { own, _ in own }, randomHex)
  }

  /// What one store may have that another lacks.
  var contents: (fileSystem: any FileSystem, checksums: Checksums) { (fileSystem, checksums) }
}
