import CensusTestSupport
import FoundationEssentials
import Testing

/// Three people at clones of one store: whatever each records, and however syncs end, all come to the same.
///
/// They need git, which README's second command installs; without it they are left out, but on CI.
/// `CENSUS_TOGETHER_ROUNDS` says how many rounds there are, else four.
@Suite(.serialized, .enabled(if: Sharing.hasGit, "git is not installed"))
struct Together {
  private static let rounds =
    Int(
      ProcessInfo.processInfo.environment["CENSUS_TOGETHER_ROUNDS"] ?? "") ?? 4

  @Test func threeClonesComeToTheSame() async throws {
    let sharing = try await Sharing()
    let seed = UInt64.random(in: .min ... .max)
    var chance = SplitMix64(seed: seed)
    var acknowledged: Set<String> = []
    for round in 1...Self.rounds {
      for clone in Sharing.names {
        for _ in 0..<Int.random(in: 1...2, using: &chance) {
          acknowledged.formUnion(try await sharing.mark(in: clone, &chance))
        }
      }
      let order = Sharing.names.shuffled(using: &chance)
      if Bool.random(using: &chance) {
        // At once, so that pushes are rejected.
        async let first = sharing.sync(order[0])
        async let second = sharing.sync(order[1])
        async let third = sharing.sync(order[2])
        for answer in try await [first, second, third] {
          // Whoever loses every race is told to try again; what was recorded is sent by the next.
          let isOutrun = answer.errors.contains("run census sync again in a while")
          #expect(
            answer.status == 0 || isOutrun, "seed \(seed) round \(round): \(answer.errors)")
        }
      } else {
        for clone in order {
          let isKilled = Int.random(in: 0..<3, using: &chance) == 0
          let milliseconds = Int.random(in: 10...500, using: &chance)
          let answer = try await sharing.sync(clone, killedAfter: isKilled ? milliseconds : nil)
          #expect(
            answer.status == 0 || isKilled, "seed \(seed) round \(round): \(answer.errors)")
          #expect(!answer.errors.contains("both sides"), "\(answer.errors)")
        }
      }
    }
    for clone in Sharing.names + Sharing.names {
      let answer = try await sharing.sync(clone)
      #expect(answer.status == 0, "seed \(seed): \(answer.errors)")
    }
    try await sharing.expectSame("seed \(seed)")
    #expect(acknowledged.isSubset(of: try await sharing.records(of: "a")), "seed \(seed)")
    #expect(acknowledged.count >= Self.rounds)
    let authors = try await sharing.git("a", "log", "--format=%an").output
    #expect(Set(authors.split(separator: "\n")).isSuperset(of: ["王a", "王b", "王c"]))
  }

  /// From the palette of the dashboard: what others sent is on its screen, and what came of it is said.
  @Test(.enabled(if: Programs.hasTmux, "tmux is not installed"))
  func theDashboardSyncs() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("b", "receive", "临沧", "--part", "both", "--on", "2018-10-19")
    _ = try await sharing.sync("b")
    let screen = try await Screen(
      "\(Programs.dashboard) --store \(sharing.path("a")) --lang zh --as-of 2018-10-23 --view deadlines",
      in: sharing.scratch, columns: 120, rows: 30)
    try await screen.wait(for: "未报")
    try await screen.press(":")
    try await screen.type("同步")
    try await screen.wait(for: "通过 git 与同事同步")
    try await screen.press("Enter")
    try await screen.wait(for: "同步：已与 origin 同步：取回2条记录，送出0条")
    try await screen.wait(for: "已报齐")
    // A store that nobody shares says so.
    _ = try await sharing.git("a", "remote", "remove", "origin")
    try await screen.press(":")
    try await screen.type("同步")
    try await screen.press("Enter")
    try await screen.wait(for: "同步：没有远程仓库，未同步；")
    try await screen.close()
  }

  /// What a reset took away is missed, and given back by the next sync.
  @Test func aResetLosesNothingAcknowledged() async throws {
    let sharing = try await Sharing()
    var chance = SplitMix64(seed: 1)
    for clone in Sharing.names { _ = try await sharing.mark(in: clone, &chance) }
    for clone in Sharing.names { _ = try await sharing.sync(clone) }
    // So that nothing has to be merged when the next is sent.
    _ = try await sharing.sync("b")
    let own = try await sharing.census("b", "note", "昆明", "a", "--json")
    _ = try await sharing.sync("b")
    let id = try #require(Sharing.events(in: own).first)
    #expect(try await sharing.records(of: "b").contains(id))
    _ = try await sharing.git("b", "reset", "--hard", "--quiet", "HEAD~1")
    #expect(try await !sharing.records(of: "b").contains(id))
    let units = try await sharing.census("b", "units")
    #expect(units.errors.contains("made on this machine"), "\(units.errors)")
    let frame = try await sharing.frame(of: "b")
    #expect(frame.contains("to put back 1"), "\(frame)")
    let answer = try await sharing.sync("b")
    #expect(answer.status == 0 && answer.output.contains("put back"), "\(answer)")
    for clone in Sharing.names { _ = try await sharing.sync(clone) }
    try await sharing.expectSame("after a reset")
    #expect(try await sharing.records(of: "a").contains(id))
  }

  /// Records that somebody removed from the repository come back to everybody, and one that somebody
  /// damaged does not get in.
  @Test func whatSomebodyRemovesComesBack() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "a")
    _ = try await sharing.sync("a")
    _ = try await sharing.sync("b")
    let records = try await sharing.records(of: "a")
    _ = try await sharing.git("a", "rm", "-r", "--quiet", "events")
    _ = try await sharing.git(
      "a", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-m", "x")
    _ = try await sharing.git("a", "push", "--quiet", "origin", "main")
    let answer = try await sharing.sync("b")
    #expect(answer.status == 0 && answer.output.contains("put back 1 file"), "\(answer)")
    #expect(try await sharing.records(of: "b") == records)
    _ = try await sharing.sync("c")
    #expect(try await sharing.records(of: "c") == records)
    // Deleted by hand, it comes back from the clone's own commit.
    _ = try await Programs.run("/bin/sh", ["-c", "rm -r \(sharing.path("c"))/events"])
    _ = try await sharing.sync("c")
    #expect(try await sharing.records(of: "c") == records)
    // Damaged, it is mended by what was committed; what never was is not shared.
    _ = try await Programs.run(
      "/bin/sh", ["-c", "for f in \(sharing.path("c"))/events/*/*/*.json; do echo {} > $f; done"])
    let mended = try await sharing.sync("c")
    #expect(mended.status == 0 && mended.output.contains("mended 1 damaged file"), "\(mended)")
    #expect(try await sharing.records(of: "c") == records)
    let own = try await sharing.census("c", "note", "保山", "c", "--json")
    let id = try #require(Sharing.events(in: own).first)
    _ = try await Programs.run(
      "/bin/sh",
      ["-c", "for f in \(sharing.path("c"))/events/*/*/\(id).json; do echo {} > $f; done"])
    let damaged = try await sharing.sync("c")
    #expect(damaged.status == 2 && damaged.errors.contains("was not committed"), "\(damaged)")
    _ = try await sharing.sync("b")
    try await sharing.expectSame("after damage", ["b"])
    #expect(try await sharing.census("b", "check").output.contains("damaged") == false)
  }

  // MARK: - Refusals

  @Test func factsThatBothHaveChangedAreNamedAndLeft() async throws {
    let sharing = try await Sharing()
    for (clone, word) in [("a", "one"), ("b", "two")] {
      _ = try await Programs.run(
        "/bin/sh",
        ["-c", "sed -i 's/Culture & History/\(word)/' \(sharing.path(clone))/units.json"])
    }
    _ = try await sharing.census("b", "note", "昆明", "b")
    #expect(try await sharing.sync("a").status == 0)
    let before = try await Programs.run("cat", [sharing.path("b") + "/units.json"]).output
    let answer = try await sharing.sync("b")
    #expect(answer.status == 1)
    #expect(
      answer.errors.contains("both sides have changed units.json, so nothing was merged"),
      "\(answer.errors)")
    #expect(try await Programs.run("cat", [sharing.path("b") + "/units.json"]).output == before)
    #expect(try await sharing.git("b", "status", "--porcelain").output == "")
    #expect(try await sharing.records(of: "b").count == 1)
  }

  @Test func whatStandsInTheWayIsSaid() async throws {
    let sharing = try await Sharing()
    func says(_ words: String, _ script: String, back: String = ":") async throws {
      let at = "cd \(sharing.path("a")) && "
      let done = try await Programs.run("/bin/sh", ["-c", at + script])
      #expect(done.status == 0, "\(script): \(done.errors)")
      let answer = try await sharing.sync("a")
      #expect(answer.status == 1 && answer.errors.contains(words), "\(script): \(answer)")
      let undone = try await Programs.run("/bin/sh", ["-c", at + back])
      #expect(undone.status == 0, "\(back): \(undone.errors)")
    }
    try await says(
      "there is no remote", "git remote rename origin x && git remote remove x",
      back: "git remote add origin \(sharing.remote)")
    try await says(
      "no branch is checked out", "git checkout --quiet --detach",
      back: "git checkout --quiet main")
    try await says(
      "a merge is under way", "git rev-parse HEAD > .git/MERGE_HEAD", back: "rm .git/MERGE_HEAD")
    try await says(
      "the remote does not exist", "git remote set-url origin /nowhere",
      back: "git remote set-url origin \(sharing.remote)")
    try await says(
      "cannot be reached", "git remote set-url origin http://127.0.0.1:9/x",
      back: "git remote set-url origin \(sharing.remote)")
    try await says(
      "has no branch “other” but main", "git branch --quiet -m other",
      back: "git branch --quiet -m main")
    try await says(
      "remove that .lock file", "touch .git/index.lock && touch x.json",
      back: "rm .git/index.lock x.json")
    #expect(
      try await sharing.census("a", "sync", "--remote", "y").errors.contains(
        "no remote is named “y”, so nothing was shared; there are origin."))
    #expect(try await sharing.sync("a").status == 0)
    // A remote that leads with another branch: the clone has a repository and nothing else.
    _ = try await sharing.git("remote.git", "symbolic-ref", "HEAD", "refs/heads/x")
    let clone = try await Programs.run(
      "git", ["clone", "--quiet", sharing.remote, sharing.path("f")])
    #expect(clone.status == 0, "\(clone.errors)")
    let empty = try await sharing.sync("f")
    #expect(
      empty.status == 1
        && empty.errors.contains("nothing checked out") && empty.errors.contains("f switch main,"),
      "\(empty.errors)")
    #expect(try await sharing.git("f", "switch", "--quiet", "main").status == 0)
    #expect(try await sharing.sync("f").status == 0)
    _ = try await sharing.git("remote.git", "symbolic-ref", "HEAD", "refs/heads/main")
    // Another store at the address, a store within another repository, and one in none.
    _ = try await sharing.census("a", "init", sharing.path("d"), "--git")
    _ = try await sharing.git("d", "remote", "add", "origin", sharing.remote)
    #expect(try await sharing.sync("d").errors.contains("origin holds another store"))
    _ = try await sharing.census("a", "init", sharing.path("a/inner"))
    #expect(try await sharing.sync("a/inner").errors.contains("none of its own"))
    _ = try await sharing.census("a", "init", sharing.path("e"))
    #expect(try await sharing.sync("e").errors.contains("is no git repository"))
    let none = try await Programs.run(
      "env", ["PATH=/nowhere", Programs.census, "sync", "--store", sharing.path("a")])
    #expect(none.status == 1 && none.errors.contains("git"), "\(none.errors)")
  }
}

/// A bare remote and three clones of it, `a`, `b` and `c`.
struct Sharing: Sendable {
  static let names = ["a", "b", "c"]

  /// Whether git is there; on CI it must be.
  static let hasGit: Bool = {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return Programs.isOnCI
      || paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/git") }
  }()

  let scratch: Scratch
  let remote: String

  init() async throws {
    scratch = try Scratch()
    remote = scratch.path + "/remote.git"
    try await must("git", ["init", "--quiet", "--bare", "--initial-branch=main", remote])
    try await must(
      Programs.census, ["init", path("a"), "--from", scratch.store, "--git", "--lang", "en"])
    _ = try await git("a", "remote", "add", "origin", remote)
    // The first to an empty remote.
    let first = try await sync("a")
    #expect(first.status == 0, "\(first.errors)")
    for name in ["b", "c"] { try await must("git", ["clone", "--quiet", remote, path(name)]) }
  }

  func path(_ name: String) -> String { "\(scratch.path)/\(name)" }

  private func must(_ program: String, _ arguments: [String]) async throws {
    let answer = try await Programs.run(program, arguments)
    #expect(answer.status == 0, "\(arguments): \(answer.errors)")
  }

  func git(_ clone: String, _ arguments: String...) async throws -> Programs.Answer {
    try await Programs.run("git", ["-C", path(clone)] + arguments)
  }

  private var settings: [String] { ["XDG_STATE_HOME=\(scratch.path)/state"] }

  /// Runs a command on a clone as the person at it.
  func census(_ clone: String, _ arguments: String...) async throws -> Programs.Answer {
    try await census(clone, arguments)
  }

  func census(_ clone: String, _ arguments: [String]) async throws -> Programs.Answer {
    let options = arguments.first == "init" ? [] : ["--store", path(clone)]
    return try await Programs.run(
      Programs.census, arguments + options + ["--lang", "en"],
      setting: settings + ["CENSUS_ACTOR=王\(clone)"])
  }

  /// The dashboard's checks on a clone.
  func frame(of clone: String) async throws -> String {
    try await Programs.run(
      Programs.dashboard,
      [
        "--store", path(clone), "--lang", "en", "--print-frame", "--size", "120x40", "--view",
        "checks",
      ], setting: settings
    ).output
  }

  /// Syncs a clone; what a killed git has locked is unlocked as the sentence says.
  func sync(_ clone: String, killedAfter milliseconds: Int? = nil) async throws -> Programs.Answer {
    let call = [Programs.census, "sync", "--store", path(clone), "--lang", "en"]
    let setting = settings + ["CENSUS_ACTOR=王\(clone)"]
    if let milliseconds {
      return try await Programs.run(
        "timeout", ["--signal=KILL", "\(Double(milliseconds) / 1_000)"] + call, setting: setting)
    }
    let answer = try await Programs.run(call[0], Array(call.dropFirst()), setting: setting)
    guard answer.errors.contains(".lock file"), isLockedByTheDead(clone) else { return answer }
    try await must("find", [path(clone) + "/.git", remote, "-name", "*.lock", "-delete"])
    return try await Programs.run(call[0], Array(call.dropFirst()), setting: setting)
  }

  /// Whether a lock was left by a git that was killed, and not put there by a test.
  private func isLockedByTheDead(_ clone: String) -> Bool {
    !FileManager.default.fileExists(atPath: path(clone) + "/x.json")
  }

  /// Records something; the identities of what was acknowledged and is shared.
  func mark(in clone: String, _ chance: inout SplitMix64) async throws -> [String] {
    let unit = ["昆明", "保山", "怒江", "迪庆", "临沧"].randomElement(using: &chance) ?? "昆明"
    let finding = "2018Q3-\(Int.random(in: 1...20, using: &chance))"
    let day = "2018-11-\(Int.random(in: 10...28, using: &chance))"
    let acts: [[String]] = [
      ["receive", unit, "--part", "paper", "--on", day], ["receive", unit, "--part", "both"],
      ["chase", unit, "--on", day, "--answer", day], ["note", unit, day],
      ["recheck", finding, "--passed", "--on", day], ["recheck", finding, "--failed", "--on", day],
      ["extend", unit, "--until", "2019-02-01", "--authority", "x", "--reason", day],
      ["waive", unit, "--authority", "x", "--reason", day],
      ["contact", unit, "--name", "李", "--phone", day], ["void", finding, "--reason", day],
      ["account", unit, "--stage", "opened", "--approved-by", "x"], ["undo"], ["redo"],
      ["detail", finding], ["attach", unit, path(clone) + "/store.json"],
    ]
    let act = acts.randomElement(using: &chance) ?? acts[0]
    let answer = try await census(clone, act + ["--json"])
    guard answer.status == 0, act[0] != "contact" else { return [] }
    return Sharing.events(in: answer)
  }

  /// The identities of what an act recorded.
  static func events(in answer: Programs.Answer) -> [String] {
    let list = answer.output.firstMatch(of: #/"events" : \[([^\]]*)\]/#)?.1 ?? ""
    return list.matches(of: #/[0-9a-f]{32}/#).map { String($0.0) }
  }

  /// The identities of the records that lie in a clone, but for contacts.
  func records(of clone: String) async throws -> Set<String> {
    let names = try await Programs.run(
      "/bin/sh", ["-c", "cd \(path(clone)) && find events -name '*.json' 2>/dev/null || true"])
    return Set(
      names.output.split(separator: "\n").compactMap {
        $0.split(separator: "/").last.map { String($0.dropLast(5)) }
      })
  }

  /// That repositories are sound, and all clones hold the same.
  func expectSame(_ comment: String, _ clones: [String] = names) async throws {
    for clone in clones + ["remote.git"] {
      let fsck = try await git(clone, "fsck", "--full")
      #expect(fsck.status == 0, "\(comment): \(fsck.errors)")
    }
    let files =
      "find events attachments quarters -type f 2>/dev/null | sort | xargs sha256sum; cat units.json"
    var known: [String]?
    for clone in clones {
      let listing = try await Programs.run("/bin/sh", ["-c", "cd \(path(clone)) && \(files)"])
        .output
      var answers = [listing]
      for list in ["findings", "units"] {
        answers.append(
          try await census(clone, list, "--as-of", "2018-12-01", "--format", "json").output)
      }
      #expect(known.map { $0 == answers } ?? true, "\(comment): \(clone) differs")
      known = answers
      #expect(try await git(clone, "status", "--porcelain").output == "", "\(comment): \(clone)")
    }
  }
}
