internal import Glibc

/// A store's folder as a clone: what git knows of it, and the steps of sharing it.
///
/// None of them can drop a file: nothing is reset, cleaned, stashed, rebased, checked out by force or
/// pushed by force.
package struct Clone: Sendable {
  /// Why a folder is not shared as it stands.
  package enum Obstacle: Error, Equatable, Sendable {
    /// Git itself.
    case git(GitError)
    /// It is in no repository.
    case noRepository
    /// It lies in a repository of something else, at this path.
    case notOnTop(String)
    /// No branch is checked out.
    case detached
    /// Something that was begun in it was not brought to its end: `merge`, `rebase` …
    case underWay(String)
    /// No remote is known.
    case noRemote
    /// None of that name is; those that are.
    case unknownRemote(String, known: [String])
    /// There are several, and none is said to be meant.
    case severalRemotes([String])
    /// The remote has branches, and none of the name of the one here.
    case otherBranches(String, known: [String])
  }

  let git: Git
  /// The branch that is checked out.
  package let branch: String
  /// The remote that it is shared with.
  package let remote: String
  /// The name of the branch there.
  package let remoteBranch: String
  private let person: Git.Person

  /// The words by which a commit that was cut short is known for one of ours.
  private static let mergeMessage = "Merge the records of others (census sync)"

  /// Looks at a folder that is about to be shared, and brings a merge of ours to its end that was cut short.
  ///
  /// - Parameters:
  ///   - folder: the store's folder, with every link on the way resolved.
  ///   - wish: the remote that a person named.
  ///   - actor: whose name commits bear.
  ///   - login: by which somebody is known to the machine.
  /// - Throws: `Obstacle`.
  package init(
    _ folder: String, remote wish: String?, actor: String, login: String
  ) async throws(Obstacle) {
    try await self.init(looking: folder, remote: wish, actor: actor, login: login)
    try await finishOwnMerge()
  }

  /// Looks at a folder, and changes nothing.
  package init(
    looking folder: String, remote wish: String?, actor: String = "census",
    login: String = "census"
  ) async throws(Obstacle) {
    let plain = Git(in: folder)
    let top = try await Clone.ask(plain, ["rev-parse", "--show-toplevel"])
    guard top.status == 0 else {
      if top.words.contains("not a git repository") || top.words.contains("work tree") {
        throw .noRepository
      }
      throw .git(.failed(top.words))
    }
    guard top.text == folder else { throw .notOnTop(top.text) }
    let head = try await Clone.ask(plain, ["symbolic-ref", "--quiet", "--short", "HEAD"])
    guard head.status == 0 else { throw .detached }
    branch = head.text
    let known = try await Clone.ask(plain, ["remote"]).text.split(separator: "\n").map(String.init)
    let upstream = try await Clone.setting("branch.\(branch).remote", plain)
    if let wish {
      guard known.contains(wish) else { throw .unknownRemote(wish, known: known) }
      remote = wish
    } else if let upstream, known.contains(upstream) {
      remote = upstream
    } else if known.count == 1 {
      remote = known[0]
    } else if known.contains("origin") {
      remote = "origin"
    } else {
      throw known.isEmpty ? .noRemote : .severalRemotes(known)
    }
    let there = try await Clone.setting("branch.\(branch).merge", plain)
    let heads = "refs/heads/"
    remoteBranch =
      if remote == upstream, let there, there.hasPrefix(heads) {
        String(there.dropFirst(heads.count))
      } else {
        branch
      }
    let address = try await Clone.setting("user.email", plain)
    person = Git.Person(name: Clone.name(actor), address: address ?? "\(login)@localhost")
    var settings = Clone.settings
    if try await Clone.setting("core.sshCommand", plain) == nil {
      settings.append(
        "core.sshCommand=ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15"
          + " -oServerAliveCountMax=4")
    }
    git = plain.setting(settings)
  }

  /// What holds for every step: on the disk, byte for byte, without programs of others, asking nobody.
  private static let settings = [
    "core.fsync=all", "core.autocrlf=false", "core.excludesFile=/dev/null",
    "core.hooksPath=/dev/null", "core.askPass=",
    "core.quotePath=false", "commit.gpgSign=false", "merge.directoryRenames=false",
    "merge.renames=false", "rerere.enabled=false", "gc.autoDetach=false",
    "advice.detachedHead=false", "http.lowSpeedLimit=1", "http.lowSpeedTime=60",
  ]

  /// Git refuses names of nothing but these signs.
  private static func name(_ actor: String) -> String {
    let signs: Set<Character> = ["<", ">", "\n", ".", ",", ":", ";", "\"", "\\", "'"]
    return actor.allSatisfy { signs.contains($0) || $0.isWhitespace } ? "census" : actor
  }

  /// Something that was begun in the folder is left to whoever began it, but for a merge of ours that was
  /// cut short when all of it was there.
  private func finishOwnMerge() async throws(Obstacle) {
    let names = [
      "MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG",
    ]
    let words = ["merge", "rebase", "rebase", "cherry-pick", "revert", "bisect"]
    let asked = names.flatMap { ["--git-path", $0] } + ["--git-path", "MERGE_MSG"]
    let paths = try await Clone.ask(git, ["rev-parse"] + asked).text.split(separator: "\n")
      .map { git.path(String($0)) }
    guard paths.count == names.count + 1 else { return }
    for (path, word) in zip(paths, words) where access(path, F_OK) == 0 {
      let message = try? await git.run(["stripspace"], input: Clone.bytes(of: paths[names.count]))
      guard word == "merge", message?.text.hasPrefix(Clone.mergeMessage) == true,
        try await unmerged().isEmpty
      else { throw .underWay(word) }
      try await obstacle { () async throws(GitError) in
        try await git.run(
          ["commit", "--quiet", "--no-verify", "--message", Clone.mergeMessage], as: person)
      }
    }
  }

  static func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      filled = max(read(descriptor, buffer.baseAddress, buffer.count), 0)
    }
  }

  // MARK: - What is here

  /// The commit that is checked out; nil before the first.
  package func head() async throws(GitError) -> String? {
    let answer = try await git.answer(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"])
    return answer.status == 0 ? answer.text : nil
  }

  /// Paths below some roots that git has and the folder has no more.
  package func deleted(below roots: [String]) async throws(GitError) -> [String] {
    try await git.run(["ls-files", "-z", "--deleted", "--"] + roots).names
  }

  /// Paths below some folders that were committed and that somebody has staged to be removed.
  package func removed(below folders: [String]) async throws(GitError) -> [String] {
    guard try await head() != nil else { return [] }
    return try await git.run(
      ["diff", "--cached", "--name-only", "--no-renames", "--diff-filter=D", "-z", "HEAD", "--"]
        + folders
    ).names
  }

  /// Puts files that are gone back as they were committed; one that is there is left alone.
  package func restore(_ paths: [String]) async throws(GitError) {
    try await git.run(["checkout-index", "--quiet", "-z", "--stdin"], input: Clone.list(paths))
  }

  /// Paths below some roots that are new or other than what was committed.
  package func changed(below roots: [String]) async throws(GitError) -> [String] {
    let gone = Set(try await deleted(below: roots))
    let names = try await git.run(
      ["ls-files", "-z", "--others", "--modified", "--exclude-standard", "--"] + roots
    ).names
    return Set(names).subtracting(gone).sorted()
  }

  /// Paths below some folders that git does not have, and leaves out by what a `.gitignore` says.
  package func ignored(below folders: [String]) async throws(GitError) -> [String] {
    try await git.run(
      ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--"] + folders
    ).names
  }

  /// Commits some files, and what somebody has staged already.
  ///
  /// - Returns: whether there was anything to commit.
  package func commit(_ paths: [String], message: String) async throws(GitError) -> Bool {
    if !paths.isEmpty {
      try await git.run(
        ["update-index", "--add", "-z", "--stdin"], input: Clone.list(paths))
    }
    if try await head() != nil,
      try await git.answer(["diff", "--cached", "--quiet"]).status == 0
    {
      return false
    }
    try await git.run(
      ["commit", "--quiet", "--no-verify", "--allow-empty-message", "--message", message],
      as: person)
    return true
  }

  private func unmerged() async throws(Obstacle) -> [String] {
    try await obstacle { () async throws(GitError) in try await unmergedNames() }
  }

  private func unmergedNames() async throws(GitError) -> [String] {
    try await git.run(["diff", "--name-only", "--diff-filter=U", "-z"]).names
  }

  // MARK: - What is there

  var tracking: String { "refs/remotes/\(remote)/\(remoteBranch)" }

  /// Fetches what the remote has.
  ///
  /// - Returns: the commit of its branch; nil while it has no branch at all.
  package func fetch() async throws(Obstacle) -> String? {
    try await obstacle { () async throws(GitError) in
      try await git.run([
        "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--prune", remote,
        "+refs/heads/*:refs/remotes/\(remote)/*",
      ])
    }
    let tip = try await Clone.ask(git, ["rev-parse", "--quiet", "--verify", tracking])
    guard tip.status != 0 else { return tip.text }
    let names = try await Clone.ask(
      git, ["for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/\(remote)"]
    ).text.split(separator: "\n").map(String.init).filter { $0 != "HEAD" }
    guard names.isEmpty else { throw .otherBranches(branch, known: names) }
    return nil
  }

  /// The bytes of a file of a commit; nil if it has none of that path.
  package func file(_ path: String, of commit: String) async throws(GitError) -> [UInt8]? {
    let answer = try await git.answer(["cat-file", "blob", "\(commit):\(path)"])
    return answer.status == 0 ? answer.output : nil
  }

  /// The paths of a commit below some folders.
  package func paths(
    of commit: String, below folders: [String]
  ) async throws(GitError) -> [String] {
    try await git.run(["ls-tree", "-r", "--name-only", "-z", commit, "--"] + folders).names
  }

  /// The paths in which two commits differ.
  package func difference(
    _ first: String, _ second: String, below folders: [String]
  ) async throws(GitError) -> [String] {
    try await git.run(
      ["diff", "--name-only", "--no-renames", "-z", first, second, "--"] + folders
    ).names
  }

  // MARK: - Coming together

  /// How a merge ended.
  package enum Merging: Equatable, Sendable {
    case done
    /// Both sides have changed these files, each in its own way; the folder is as it was.
    case conflict([String])
    /// The same, and what git left could not be taken back: its words.
    case left([String], String)
  }

  /// Merges what was fetched.
  package func merge() async throws(GitError) -> Merging {
    let answer = try await git.answer(
      [
        "merge", "--quiet", "--no-edit", "--no-verify", "--no-stat", "--ff", "--message",
        Clone.mergeMessage, tracking,
      ], as: person)
    guard answer.status != 0 else { return .done }
    let names = try await unmergedNames()
    guard !names.isEmpty else {
      throw .failed(answer.words.isEmpty ? answer.text : answer.words)
    }
    // All that was there has been committed, so that this drops nothing.
    let back = try await git.answer(["merge", "--abort"])
    return back.status == 0 ? .conflict(names) : .left(names, back.words)
  }

  /// Takes files as they were in a commit, which are gone or damaged since.
  package func take(_ paths: [String], of commit: String) async throws(GitError) {
    for start in stride(from: 0, to: paths.count, by: 200) {
      let some = paths[start..<min(start + 200, paths.count)].map { ":(literal)\($0)" }
      try await git.run(["checkout", "--quiet", commit, "--"] + some)
    }
  }

  /// How a push ended.
  package enum Pushing: Equatable, Sendable {
    case done
    /// Somebody else has pushed meanwhile, or is at it; git's words.
    case rejected(String)
  }

  /// Sends the branch.
  package func push() async throws(GitError) -> Pushing {
    let answer = try await git.answer([
      "push", "--quiet", "--porcelain", "--no-verify", remote, "HEAD:refs/heads/\(remoteBranch)",
    ])
    guard answer.status != 0 else { return .done }
    let words = answer.text + "\n" + answer.words
    let signs = [
      "(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref",
      "incorrect old value", "reference already exists", "(stale info)",
    ]
    if signs.contains(where: words.contains) { return .rejected(words) }
    let refusal = answer.text.split(separator: "\n").first { $0.hasPrefix("!") }
    throw .failed(answer.words + (refusal.map { "\n\($0)" } ?? ""))
  }

  // MARK: - Asking

  private static func ask(
    _ git: Git, _ arguments: [String]
  ) async throws(Obstacle) -> Git.Answer {
    do {
      return try await git.answer(arguments)
    } catch {
      throw .git(error)
    }
  }

  private static func setting(_ name: String, _ git: Git) async throws(Obstacle) -> String? {
    let answer = try await ask(git, ["config", "--get", name])
    return answer.status == 0 && !answer.text.isEmpty ? answer.text : nil
  }

  @discardableResult
  private func obstacle<Value: Sendable>(
    _ body: () async throws(GitError) -> Value
  ) async throws(Obstacle) -> Value {
    do {
      return try await body()
    } catch {
      throw .git(error)
    }
  }

  private static func list(_ paths: [String]) -> [UInt8] { paths.flatMap { Array($0.utf8) + [0] } }
}
