import CensusCommand
import CensusCore
import CensusSharing
import Glibc

/// Shares a store through git, and says what came of it.
///
/// - Returns: the world with the answer, and the status to end with.
@MainActor
func sync(
  folder: String, remote: String?, actor: String, isJSON: Bool, in world: World
) async -> (World, Int32) {
  var world = world
  guard var work = SyncWork(folder: folder, actor: actor, isJSON: isJSON, in: &world) else {
    return (world, 1)
  }
  do {
    let status = try await Syncing.run(&work, remote: remote, in: &world)
    return (world, status)
  } catch let error as Clone.Obstacle {
    world.warnOfSharing(trouble(error, work.folder))
  } catch let error as GitError {
    world.warnOfSharing(trouble(error))
  } catch let error as CommandError {
    world.warn(Messages.sentence(error))
  } catch let error as Syncing.Stop {
    world.warnOfSharing(error.trouble)
  } catch {
    world.warnOfSharing(.git(String(describing: error)))
  }
  return (world, 1)
}

/// The steps of sharing a store.
@MainActor
private enum Syncing {
  /// What ended it.
  struct Stop: Error {
    let trouble: SharingTrouble
  }

  private static let attempts = 5

  static func run(
    _ work: inout SyncWork, remote: String?, in world: inout World
  ) async throws -> Int32 {
    let clone = try await Clone(
      work.folder, remote: remote, actor: work.actor, login: world.login ?? "census")
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
    let changed = work.shareable(try await clone.changed(below: work.roots), in: &world)
    say(
      1, Phrase("提交\(changed.count)个文件", "committing \(counted(changed.count, "file"))"), world)
    _ = try await clone.commit(changed, message: work.message)
    var returned = 0
    for attempt in 1...attempts {
      say(2, Phrase("从 \(clone.remote) 取回", "fetching from \(clone.remote)"), world)
      let tip = try await clone.fetch()
      if let tip {
        returned += try await join(tip, clone, &work, world)
      }
      guard let head = try await clone.head() else { break }
      if tip == head { break }
      say(5, Phrase("推送到 \(clone.remote)", "pushing to \(clone.remote)"), world)
      guard case .rejected(let words) = try await clone.push() else { break }
      guard attempt < attempts else {
        let isLocked = words.contains(".lock': File exists")
        throw Stop(trouble: isLocked ? .git(words) : .overtaken(remote: clone.remote))
      }
      try await Task.sleep(for: .milliseconds(Int.random(in: 20...150 * attempt)))
    }
    return work.finish(
      remote: clone.remote, branch: clone.branch, putBack: returned, in: &world)
  }

  /// Merges what was fetched, and looks whether all of it is there; how many files had to be put back.
  private static func join(
    _ tip: String, _ clone: Clone, _ work: inout SyncWork, _ world: World
  ) async throws -> Int {
    guard work.isSameStore(try await clone.file("store.json", of: tip)) else {
      throw Stop(trouble: .otherStore(remote: clone.remote))
    }
    work.noteThere(try await clone.paths(of: tip, below: work.growing))
    try work.remember()
    let before = try await clone.head()
    say(3, Phrase("合并", "merging"), world)
    switch try await clone.merge() {
    case .done: break
    case .conflict(let paths): throw Stop(trouble: .conflict(paths, left: nil))
    case .left(let paths, let words): throw Stop(trouble: .conflict(paths, left: words))
    }
    say(4, Phrase("核对", "verifying"), world)
    var returned = 0
    if let before, let after = try await clone.head(), before != after {
      let touched = try await clone.difference(before, after, below: work.growing)
      let known = Set(try await clone.paths(of: before, below: work.growing))
      let lost = Set(try work.gone() + work.damaged(touched)).intersection(known).sorted()
      if !lost.isEmpty {
        try await clone.take(lost, of: before)
        returned += lost.count
      }
    }
    returned += try work.putBack()
    let missing = try work.gone()
    guard missing.isEmpty else { throw Stop(trouble: .missing(missing)) }
    if returned > 0 {
      _ = try await clone.commit(
        try await clone.changed(below: work.growing), message: work.message)
    }
    try work.force()
    return returned
  }

  private static func say(_ step: Int, _ what: Phrase, _ world: World) {
    guard isatty(STDERR_FILENO) == 1 else { return }
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
