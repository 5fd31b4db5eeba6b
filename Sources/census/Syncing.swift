import CensusCommand
import CensusCore
import CensusSharing
import Glibc

/// Shares a store through git, and says what came of it; it stops between two steps when it is asked to.
///
/// - Returns: the world with the answer, and the status to end with.
@MainActor
func sync(
  folder: String, remote: String?, actor: String, isJSON: Bool, saysSteps: Bool, in world: World
) async -> (World, Int32) {
  StopRequest.listen()
  let sharing = Sharing(world, saysSteps: saysSteps || isatty(STDERR_FILENO) == 1)
  let run = Task {
    await sharing.run(folder: folder, remote: remote, actor: actor, isJSON: isJSON)
  }
  let parent = getppid()
  let watch = Task {
    var isTold = false
    while !Task.isCancelled, StopRequest.times < 2 {
      // Nobody waits for a remote that does not answer once the dashboard that began it is gone.
      if saysSteps, getppid() != parent, !StopRequest.outlivesItsParent {
        if StopRequest.times == 0 { StopRequest.ask() }
        if sharing.waitsForRemote { break }
      }
      if StopRequest.times == 1, !isTold, isatty(STDERR_FILENO) == 1 {
        isTold = true
        _ = World.write(sharing.world.willStop, to: STDERR_FILENO)
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
    if !Task.isCancelled { run.cancel() }
  }
  await run.value
  watch.cancel()
  // What git has left waiting for the network, as ssh, is of the group that this program leads.
  if run.isCancelled, saysSteps, getsid(0) == getpid() { kill(0, SIGTERM) }
  return (sharing.world, sharing.status)
}

/// Says how far a store and its remote are apart.
///
/// - Returns: the world with the answer, and the status to end with.
@MainActor
func standing(
  folder: String, remote: String?, isJSON: Bool, in world: World
) async -> (World, Int32) {
  var world = world
  guard let look = SharingLook(folder: folder, isJSON: isJSON, in: &world) else {
    return (world, 1)
  }
  do {
    let clone = try await Clone(looking: look.folder, remote: remote)
    let ignored = look.named(try await clone.ignored(below: look.growing))
    let standing = try await clone.standing(below: look.roots, besides: ignored)
    look.say(
      remote: clone.remote, branch: clone.branch, ahead: standing.ahead, behind: standing.behind,
      in: &world)
    return (world, 0)
  } catch let error as Clone.Obstacle {
    world.warnOfSharing(trouble(error, look.folder))
  } catch let error as GitError {
    world.warnOfSharing(trouble(error))
  } catch {
    world.warnOfSharing(.git(String(describing: error)))
  }
  return (world, 1)
}

/// The steps of sharing a store, and what came of them.
@MainActor
private final class Sharing {
  /// What ended it.
  struct Stop: Error {
    let trouble: SharingTrouble
  }

  var world: World
  var status: Int32 = 1
  private let saysSteps: Bool
  /// The last step that was begun.
  private var step: SyncStep?

  /// Whether the step that goes on hangs on the network.
  var waitsForRemote: Bool { step == .fetch || step == .push }

  init(_ world: World, saysSteps: Bool) {
    self.world = world
    self.saysSteps = saysSteps
  }

  private static let attempts = 5

  func run(folder: String, remote: String?, actor: String, isJSON: Bool) async {
    guard var work = SyncWork(folder: folder, actor: actor, isJSON: isJSON, in: &world) else {
      return
    }
    defer { if status == 1 { work.tellLeftOut(in: &world) } }
    do {
      status = try await share(&work, remote: remote)
    } catch let error as Stop {
      world.warnOfSharing(error.trouble)
    } catch _ where Task.isCancelled {
      world.warnOfSharing(.broken(in: step))
    } catch let error as Clone.Obstacle {
      world.warnOfSharing(trouble(error, work.folder))
    } catch let error as GitError {
      world.warnOfSharing(trouble(error))
    } catch let error as CommandError {
      world.warn(Messages.sentence(error))
    } catch {
      world.warnOfSharing(.git(String(describing: error)))
    }
  }

  private func share(_ work: inout SyncWork, remote: String?) async throws -> Int32 {
    let clone = try await Clone(
      work.folder, remote: remote, actor: work.actor, login: world.login ?? "census")
    try await clone.keepBytes()
    if let head = try await clone.head() { _ = try await mend(from: head, clone, &work) }
    let gone = try await clone.deleted(below: work.roots)
    if !gone.isEmpty {
      try await clone.restore(gone)
      try work.notePutBack(gone.count)
    }
    let removed = work.absent(try await clone.removed(below: work.growing))
    if !removed.isEmpty {
      try await clone.take(removed, of: "HEAD")
      try work.notePutBack(removed.count)
    }
    // Nothing that was recorded stays here because git is told to ignore it.
    let changed = work.shareable(
      try await unrecorded(below: work.roots, clone, work))
    try begin(
      .commit, Phrase("提交\(changed.count)个文件", "committing \(counted(changed.count, "file"))"))
    _ = try await clone.commit(changed, message: work.message)
    var returned = 0
    for attempt in 1...Self.attempts {
      try begin(.fetch, Phrase("从 \(clone.remote) 取回", "fetching from \(clone.remote)"))
      let tip = try await clone.fetch()
      if let tip {
        returned += try await join(tip, clone, &work)
      }
      guard let head = try await clone.head() else { break }
      if tip == head { break }
      let count = work.unsent
      try begin(
        .push,
        Phrase(
          "推送\(count)条记录到 \(clone.remote)",
          "pushing \(counted(count, "record")) to \(clone.remote)"))
      guard case .rejected(let words) = try await clone.push() else { break }
      guard attempt < Self.attempts else {
        let isLocked = words.contains(".lock': File exists")
        throw Stop(trouble: isLocked ? .git(words) : .overtaken(remote: clone.remote))
      }
      try await Task.sleep(for: .milliseconds(Int.random(in: 20...150 * attempt)))
    }
    var committed: [String] = []
    if let head = try await clone.head() {
      committed = try await clone.paths(of: head, below: work.growing)
    }
    return work.finish(
      remote: clone.remote, branch: clone.branch, putBack: returned, committed: Set(committed),
      in: &world)
  }

  /// Puts the bytes of a commit in the place of files that are damaged here; those that were.
  ///
  /// Git writes a folder file by file: whoever is killed then leaves one that is torn, of which git knows
  /// nothing.
  private func mend(
    from commit: String, besides known: Set<String> = [], _ clone: Clone, _ work: inout SyncWork
  ) async throws -> [String] {
    let changed = Set(try await clone.changed(below: work.roots))
    let sizes = try await clone.sizes(of: commit).filter { !known.contains($0.key) }
    var mended: [String] = []
    for path in work.unlike(sizes, changed) {
      guard let bytes = try await clone.file(path, of: commit), try work.mend(path, with: bytes)
      else { continue }
      mended.append(path)
    }
    return mended
  }

  /// What git does not have yet, also of what it is told to ignore.
  private func unrecorded(
    below roots: [String], _ clone: Clone, _ work: SyncWork
  ) async throws -> [String] {
    try await clone.changed(below: roots)
      + work.named(try await clone.ignored(below: work.growing))
  }

  /// Merges what was fetched, and looks whether all of it is there; how many files had to be put back.
  private func join(
    _ tip: String, _ clone: Clone, _ work: inout SyncWork
  ) async throws -> Int {
    let settings = try await clone.file("store.json", of: tip)
    if let trouble = work.objection(to: settings, of: clone.remote) { throw Stop(trouble: trouble) }
    let there = try await clone.paths(of: tip, below: work.growing)
    work.noteThere(there)
    try work.remember()
    // What git would not write over, since it does not know it.
    var known: Set<String> = []
    if let own = try await clone.head() { known = Set(try await clone.sizes(of: own).keys) }
    let torn = try await mend(from: tip, besides: known, clone, &work)
    if !torn.isEmpty { _ = try await clone.commit(torn, message: work.message) }
    let before = try await clone.head()
    let strays = try await clone.paths(of: tip, below: SyncWork.unshared)
    work.keepOwn()
    let new = work.absent(there).count
    try begin(.merge, Phrase("合并\(new)个文件", "merging \(counted(new, "file"))"))
    let merging: Clone.Merging
    do {
      merging = try await clone.merge()
    } catch {
      // It is another copy of the same store, as was seen above.
      guard settings != nil, error.isOfOtherHistory else { throw error }
      throw Stop(trouble: .begunAnew(remote: clone.remote, folder: work.folder))
    }
    switch merging {
    case .done: break
    case .conflict(let paths): throw Stop(trouble: .conflict(paths, left: nil))
    case .left(let paths, let words): throw Stop(trouble: .conflict(paths, left: words))
    }
    if !strays.isEmpty {
      // What somebody has sent of their machine says nothing of this one, nor of any other.
      try await clone.untrack(SyncWork.unshared)
      try work.restoreOwn()
      _ = try await clone.commit([], message: work.message)
    }
    // What was merged is verified at once: nobody stops it between the two.
    say(
      .verify,
      Phrase("核对\(work.recordCount)条记录", "verifying \(counted(work.recordCount, "record"))"))
    var returned = 0
    if let before, let after = try await clone.head(), before != after {
      let touched = try await clone.difference(before, after, below: work.growing)
      let known = Set(try await clone.paths(of: before, below: work.growing))
      // A list that somebody has removed or broken leaves everybody without a store.
      let changed = try await clone.difference(before, after, below: [SyncWork.lists])
      let lists = work.absent(changed)
      let lost = Set(try work.gone() + work.damaged(touched)).intersection(known)
        .union(lists).sorted()
      if !lost.isEmpty {
        try await clone.take(lost, of: before)
        returned += lost.count
      }
      work.noteTaken(changed + touched, without: lost)
      let read = changed + touched
      var broken = work.unreadable(among: read)
      while !broken.isEmpty {
        try await clone.take(broken, of: before)
        returned += broken.count
        let still = work.unreadable(among: read)
        guard still != broken else { break }
        broken = still
      }
    }
    returned += try work.putBack()
    let missing = try work.gone()
    guard missing.isEmpty else { throw Stop(trouble: .missing(missing)) }
    if returned > 0 {
      let changed = try await unrecorded(
        below: work.growing + [SyncWork.lists], clone, work)
      _ = try await clone.commit(changed, message: work.message)
    }
    try work.force()
    return returned
  }

  /// Begins a step, unless somebody has asked for it to stop.
  private func begin(_ step: SyncStep, _ what: Phrase) throws {
    guard StopRequest.times == 0 else { throw Stop(trouble: .stopped(after: self.step)) }
    say(step, what)
  }

  private func say(_ step: SyncStep, _ what: Phrase) {
    self.step = step
    guard saysSteps else { return }
    _ = World.write(world.progress(step, what), to: STDERR_FILENO)
  }
}

private func trouble(_ error: GitError) -> SharingTrouble {
  switch error {
  case .notInstalled: .noGit
  case .notStarted(let words), .failed(let words): .git(words)
  }
}

private func trouble(_ obstacle: Clone.Obstacle, _ folder: String) -> SharingTrouble {
  switch obstacle {
  case .git(let error): trouble(error)
  case .noRepository: .noRepository(folder)
  case .notOnTop(let top): .notOnTop(store: folder, top: top)
  case .detached: .detached
  case .underWay(let what): .underWay(what)
  case .noRemote: .noRemote
  case .unknownRemote(let name, let known): .unknownRemote(name, known: known)
  case .severalRemotes(let known): .severalRemotes(known)
  case .otherBranches(let branch, let known): .otherBranches(branch, known: known)
  }
}
