internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

/// What `census sync` knows and does of the store, between the steps of git.
package struct SyncWork {
  private var session: Session
  private let isJSON: Bool
  /// Whose name commits bear.
  package let actor: String
  /// The folder, with every link on the way resolved.
  package let folder: String
  /// Names and patterns of what is shared.
  package let roots: [String]
  /// The folders among them that are only ever added to.
  package let growing: [String]
  /// The pattern of the lists at the top of a store.
  package static let lists = ":(glob)*.json"
  /// The folders of one machine alone.
  package static let unshared = Store.unsharedPaths
  private let lock: FileLock
  /// The records before anything came over.
  private var before: [EventID: String] = [:]
  private var start: Set<EventID> = []
  private var there: Set<String> = []
  private var returned = 0
  private var mended = 0
  /// What came over besides records: notices, evidence, frozen reports, lists.
  private var others: Set<String> = []
  /// Which replica the folder is.
  private var own: [UInt8]?
  private var leftOut: [String] = []

  /// Opens the store, takes the lock of whoever shares it, and puts back what had gone from it.
  ///
  /// - Returns: nil where it did not come about; the warnings say why.
  package init?(
    folder: String, actor: String, isJSON: Bool, in world: inout World
  ) {
    do throws(CommandError) {
      var options = try CommonOptions.leading(to: folder)
      options.lang = world.language
      session = try Session(options, in: &world)
      let store = session.store
      do throws(FileError) {
        guard let lock = try store.lockForSharing() else {
          world.warn(
            Phrase(
              "另一个程序正在同步这个数据目录；等它结束后再试。",
              "another program is syncing this store; try again when it has ended."))
          return nil
        }
        self.lock = lock
      } catch {
        throw .store(.file(error))
      }
      self.actor = actor
      self.isJSON = isJSON
      self.folder = world.resolve(folder)
      roots = store.sharedPaths
      growing = store.growingPaths
      returned += try putBack()
      try remember()
      start = Set(before.keys)
    } catch {
      world.warn(Messages.sentence(error))
      return nil
    }
  }

  // MARK: - Before

  /// Those among some paths that may be committed: whole files, each under its name.
  package mutating func shareable(_ paths: [String]) -> [String] {
    let damaged = Set(paths.filter { session.store.keepsItsName($0) == false })
    leftOut += damaged.subtracting(leftOut).sorted()
    return paths.filter { !damaged.contains($0) }
  }

  /// Says which files were not committed, and are damaged still.
  package mutating func tellLeftOut(in world: inout World) {
    leftOut = leftOut.filter { session.store.keepsItsName($0) == false }
    for path in leftOut {
      world.warn(
        Phrase(
          "没有提交“\(path)”：内容与文件名不符，或名称不对；请恢复或移走后再同步。",
          "“\(path)” was not committed: its bytes are not those of its name, or it has a wrong one; restore "
            + "it or move it away, then sync again."))
    }
  }

  /// Those among the files of a commit that lie here otherwise.
  ///
  /// - Parameters:
  ///   - sizes: the files, with their sizes.
  ///   - changed: what git knows to be other than it was.
  /// - Returns: their paths, in order.
  package func unlike(_ sizes: [String: Int], _ changed: Set<String>) -> [String] {
    sizes.filter { path, size in
      guard let here = session.store.size(of: path) else { return false }
      return here != size || changed.contains(path)
    }.map(\.key).sorted()
  }

  /// Puts what git has at a path in the place of a damaged file; whether that was one.
  package mutating func mend(_ path: String, with bytes: [UInt8]) throws(CommandError) -> Bool {
    do {
      guard try session.store.mend(path, with: bytes) else { return false }
      mended += 1
      return true
    } catch {
      throw .store(.file(error))
    }
  }

  /// Those among some paths that are the store's by their names.
  package func named(_ paths: [String]) -> [String] { session.store.named(paths) }

  /// Those among some paths that are damaged or gone.
  package func damaged(_ paths: [String]) -> [String] {
    paths.filter { session.store.keepsItsName($0) == false || !session.store.hasFile(at: $0) }
  }

  /// Those among some paths at which nothing lies.
  package func absent(_ paths: [String]) -> [String] {
    paths.filter { !session.store.hasFile(at: $0) }
  }

  /// Those among some lists and notices that cannot be read, so that nothing could be recorded; of lists the
  /// first.
  package mutating func unreadable(among paths: [String]) -> [String] {
    session.store.reload()
    if case .readOnly(.unreadable(let path)) = session.store.access {
      return paths.filter { $0 == path }
    }
    return paths.filter { path in
      Store.quarter(ofNoticeAt: path).map { session.store.inspection(of: $0).inspection == nil }
        ?? false
    }
  }

  /// Counts files that git has put back.
  package mutating func notePutBack(_ count: Int) throws(CommandError) {
    returned += count
    try remember()
    start = Set(before.keys)
  }

  /// The message of a commit.
  package var message: String {
    Phrase("登记（census sync）", "Record (census sync)")[session.language]
  }

  // MARK: - After

  /// Why what a remote has does not go together with this store, by its settings; nil if it does.
  package func objection(to settings: [UInt8]?, of remote: String) -> SharingTrouble? {
    guard let settings else { return nil }
    guard let id = Store.identity(inSettings: settings) else {
      return .unreadableStore(remote: remote)
    }
    return id == session.store.settings.id ? nil : .otherStore(remote: remote)
  }

  /// How many records there are.
  package var recordCount: Int { before.count }

  /// How many of the records the remote lacks, as far as it was noted what it has.
  package var unsent: Int { unsent(before.values) }

  private func unsent(_ paths: some Sequence<String>) -> Int {
    paths.count { path in
      !leftOut.contains(path) && growing.contains { path.hasPrefix("\($0)/") }
        && !there.contains(path)
    }
  }

  /// Notes what the remote has.
  package mutating func noteThere(_ paths: [String]) { there = Set(paths) }

  /// Notes what a merge has brought, but for what was put back as it was.
  package mutating func noteTaken(_ paths: [String], without lost: [String]) {
    others.formUnion(Set(paths).subtracting(lost).filter { !session.store.isRecord($0) })
  }

  /// Keeps what tells which replica the folder is, while git has its way with it.
  package mutating func keepOwn() { own = session.store.replicaFile }

  /// Puts it back, or takes away what somebody else has sent in its place.
  package func restoreOwn() throws(CommandError) {
    do {
      try session.store.restoreReplica(own)
    } catch {
      throw .store(.file(error))
    }
  }

  /// Notes the records of this moment.
  package mutating func remember() throws(CommandError) {
    do {
      before = try session.store.recordPaths()
    } catch {
      throw .store(.file(error))
    }
  }

  /// The paths of records that were here when it was last noted, and are not any more.
  package func gone() throws(CommandError) -> [String] {
    do {
      let now = try session.store.recordPaths()
      return before.filter { now[$0.key] == nil }.map(\.value).sorted()
    } catch {
      throw .store(.file(error))
    }
  }

  /// Puts back what was acknowledged on this machine and is gone; how many records that were.
  package mutating func putBack() throws(CommandError) -> Int {
    do {
      return try session.store.putBack(lookingAnew: true).count
    } catch {
      throw .store(error)
    }
  }

  /// Forces everything to the disk: git does not do so with the folder.
  package func force() throws(CommandError) {
    do {
      try session.store.synchronizeAll()
    } catch {
      throw .store(.file(error))
    }
  }

  /// Says what came of it.
  ///
  /// - Returns: the status to end with.
  package mutating func finish(
    remote: String, branch: String, putBack: Int, committed: Set<String>, in world: inout World
  ) -> Int32 {
    tellLeftOut(in: &world)
    session.store.reload()
    session.store.readAll()
    world.noteRecord()
    // Also what came over and is whole, but no event.
    warnOfDamage(session.problems, in: &world)
    let paths = (try? session.store.recordPaths()) ?? before
    // What somebody recorded here meanwhile was neither taken in nor sent.
    let new = Set(paths.filter { there.contains($0.value) }.keys).subtracting(start)
    let events = session.allEvents().filter { new.contains($0.id) }
    let conflicts = session.conflicts(with: events)
    let sent = unsent(paths.values.filter(committed.contains))
    // Nothing of the store hangs on it.
    try? session.store.noteSharing(at: world.now, randomHex: world.randomHex)
    let back = returned + putBack
    var sentences: [Phrase] = back == 0 ? [] : [Messages.putBack(files: back)]
    if mended > 0 { sentences.append(Messages.mended(files: mended)) }
    sentences.append(
      Messages.synced(
        remote, taken: new.count, files: others.count, sent: sent, conflicts.count))
    if isJSON {
      world.answer +=
        Value.object([
          .init("remote", .text(remote)), .init("branch", .text(branch)),
          .init("taken", .integer(new.count)), .init("files", .integer(others.count)),
          .init("sent", .integer(sent)),
          .init("conflicting", .integer(conflicts.count)), .init("putBack", .integer(back)),
          .init("mended", .integer(mended)),
          .init("leftOut", Value(leftOut)),
          .init("message", .text(sentences.joined(Phrase("；", "; "))[session.language])),
        ]).json
    } else {
      for sentence in sentences { world.answer += safe(sentence[session.language]) + "\n" }
    }
    return leftOut.isEmpty ? Verdict.good.rawValue : Verdict.bad.rawValue
  }
}

extension CommonOptions {
  /// The options that lead to a store.
  static func leading(to folder: String) throws(CommandError) -> CommonOptions {
    guard var options = try? unsaid() else { throw .cannotOpen(path: folder, .noStore) }
    options.store = folder
    return options
  }
}
