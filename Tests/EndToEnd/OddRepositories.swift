import FoundationEssentials
import Testing

/// Sharing through repositories in which somebody has removed, broken or hidden something by hand.
@Suite(.serialized, .enabled(if: Sharing.hasGit, "git is not installed"))
struct OddRepositories {
  /// A list that somebody removes and sends is put back: without it nobody could go on.
  @Test func aListThatSomebodyRemovesComesBack() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.git("a", "rm", "--quiet", "units.json")
    _ = try await sharing.git(
      "a", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-m", "x")
    _ = try await sharing.git("a", "push", "--quiet", "origin", "main")
    let answer = try await sharing.sync("b")
    #expect(answer.status == 0 && answer.output.contains("put back 1 file"), "\(answer)")
    #expect(try await sharing.census("b", "units").status == 0)
    let pulled = try await sharing.git("a", "pull", "--quiet", "--no-rebase", "origin", "main")
    #expect(pulled.status == 0)
    #expect(try await sharing.census("a", "units").status == 0)
  }

  /// Nobody could record any more, nor fetch what mends it.
  @Test(arguments: ["units.json", "quarters/2018Q3.json"])
  func whatSomebodyBreaksIsNotTaken(_ path: String) async throws {
    let sharing = try await Sharing()
    let whole = try #require(sharing.scratch.text("a/\(path)"))
    try sharing.scratch.write("<<<<<<< HEAD\n" + whole, to: "b/\(path)")
    _ = try await sharing.git(
      "b", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-am", "x")
    _ = try await sharing.git("b", "push", "--quiet", "origin", "main")
    let answer = try await sharing.sync("a")
    #expect(answer.status == 0 && answer.output.hasPrefix("put back 1 file"), "\(answer)")
    #expect(sharing.scratch.text("a/\(path)") == whole)
    #expect(try await sharing.census("a", "note", "昆明", "x").status == 0)
    // Who broke it gets it back whole.
    _ = try await sharing.git("b", "pull", "--quiet", "origin", "main")
    #expect(sharing.scratch.text("b/\(path)") == whole)
  }

  /// What git is told to leave out is sent all the same, if it was recorded.
  @Test(arguments: [".gitignore", ".git/info/exclude", "excludes"])
  func whatGitIgnoresIsSharedAllTheSame(_ file: String) async throws {
    let sharing = try await Sharing()
    let text = sharing.scratch.text("a/\(file)") ?? ""
    try sharing.scratch.write(text + "\n/events/\n*.json\n", to: "a/\(file)")
    _ = try await sharing.git("a", "config", "core.excludesFile", sharing.path("a") + "/excludes")
    _ = try await sharing.census("a", "note", "昆明", "x")
    let standing = try await sharing.census("a", "sync", "--status", "--json")
    #expect(standing.output.contains("\"ahead\" : \(file == ".gitignore" ? 2 : 1)"), "\(standing)")
    #expect(try await sharing.sync("a").output.contains("sent 1"))
    #expect(try await sharing.sync("a").output.contains("sent 0"))
    #expect(try await sharing.sync("b").output.contains("took in 1 record"))
    #expect(try await sharing.records(of: "a") == sharing.records(of: "b"))
  }

  /// A sync that was killed while git wrote the folder leaves files that are torn, and that git does not know.
  @Test(arguments: [0, 50]) func aTornFileThatGitDoesNotKnowIsMended(_ length: Int) async throws {
    let sharing = try await Sharing()
    let answer = try await sharing.census("a", "note", "昆明", "x", "--json")
    _ = try await sharing.census("a", "attach", "昆明", sharing.path("a") + "/store.json")
    _ = try await sharing.sync("a")
    let id = try #require(Sharing.events(in: answer).first)
    let tree = try await sharing.git("a", "ls-tree", "-r", "--name-only", "HEAD").output
      .split(separator: "\n").map(String.init)
    let files = tree.filter { $0.contains(id) || $0.hasPrefix("attachments/") }
    #expect(files.count == 2)
    for file in files {
      let folder = sharing.path("b/" + file.split(separator: "/").dropLast().joined(separator: "/"))
      _ = try await Programs.run("mkdir", ["-p", folder])
      let whole = try #require(sharing.scratch.text("a/\(file)"))
      try sharing.scratch.write(String(whole.prefix(length)), to: "b/\(file)")
    }
    _ = try await sharing.census("b", "note", "保山", "y")
    let synced = try await sharing.sync("b")
    #expect(synced.status == 0 && synced.errors == "", "\(synced)")
    #expect(synced.output.hasPrefix("mended 2 damaged files by what git has\n"), "\(synced)")
    for clone in Sharing.names + ["a"] { #expect(try await sharing.sync(clone).status == 0) }
    try await sharing.expectSame("after a torn file")
    #expect(try await sharing.records(of: "b").contains(id))
  }

  /// A colleague's `.gitattributes` alters no bytes, and what it has altered already is mended.
  @Test(arguments: [
    "* text eol=crlf", "* filter=shout", "* text eol=crlf working-tree-encoding=UTF-16",
  ])
  func attributesAlterNoRecord(_ attributes: String) async throws {
    let sharing = try await Sharing()
    for clone in Sharing.names {
      _ = try await sharing.git(clone, "config", "filter.shout.smudge", "tr a-z A-Z")
    }
    _ = try await sharing.census("a", "note", "昆明", "x")
    #expect(try await sharing.sync("a").status == 0)
    try sharing.scratch.write(attributes + "\n", to: "a/.gitattributes")
    _ = try await sharing.git(
      "a", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-am", "x")
    _ = try await sharing.git("a", "push", "--quiet", "origin", "main")
    _ = try await sharing.census("a", "note", "保山", "y")
    #expect(try await sharing.sync("a").status == 0)
    let taken = try await sharing.sync("b")
    #expect(
      taken.status == 0 && taken.output.hasPrefix("synced with origin: took in 2"), "\(taken)")
    #expect(try await sharing.census("b", "check").output.contains("damaged") == false)
    for clone in Sharing.names { #expect(try await sharing.sync(clone).status == 0) }
    try await sharing.expectSame("after attributes")
  }

  /// A clone is written before anybody can see to it.
  @Test func whatACloneHasAlteredIsMended() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "x")
    _ = try await sharing.census("a", "note", "保山", "y")
    try sharing.scratch.write("* text eol=crlf\n", to: "a/.gitattributes")
    #expect(try await sharing.sync("a").status == 0)
    _ = try await Programs.run("git", ["clone", "--quiet", sharing.remote, sharing.path("d")])
    #expect(try await sharing.census("d", "check").output.contains("damaged"))
    let mended = try await sharing.sync("d")
    #expect(mended.status == 0 && mended.output.hasPrefix("mended "), "\(mended)")
    #expect(try await sharing.census("d", "check").output.contains("damaged") == false)
    for clone in Sharing.names + ["d"] { #expect(try await sharing.sync(clone).status == 0) }
    try await sharing.expectSame("after attributes", Sharing.names + ["d"])
    #expect(try await sharing.records(of: "d").count == 2)
  }

  /// With the folder goes what tells which replica it is; its place tells it as well.
  @Test func aCleanedFolderMissesWhatWasAcknowledged() async throws {
    let sharing = try await Sharing()
    let own = try await sharing.census("b", "note", "昆明", "x", "--json")
    let id = try #require(Sharing.events(in: own).first)
    _ = try await sharing.git("b", "add", "--all")
    _ = try await sharing.git("b", "reset", "--hard", "--quiet")
    _ = try await sharing.git("b", "clean", "-fdxq")
    #expect(try await sharing.records(of: "b").isEmpty)
    #expect(sharing.scratch.text("b/local/replica") == nil)
    let units = try await sharing.census("b", "units")
    #expect(units.errors.contains("made on this machine"), "\(units)")
    #expect(try await sharing.census("b", "check").output.contains("missedRecords"))
    let answer = try await sharing.sync("b")
    #expect(answer.status == 0 && answer.output.contains("put back 1 file"), "\(answer)")
    #expect(try await sharing.records(of: "b") == [id])
  }

  /// What is of one machine alone stays so, also where somebody sends it by force.
  @Test func whatIsOfOneMachineIsNotTaken() async throws {
    let sharing = try await Sharing()
    let own = try await sharing.census("b", "note", "昆明", "x", "--json")
    let id = try #require(Sharing.events(in: own).first)
    let replica = try #require(sharing.scratch.text("b/local/replica"))
    _ = try await Programs.run("mkdir", ["-p", sharing.path("a/tmp"), sharing.path("a/local")])
    try sharing.scratch.write(String(repeating: "0", count: 32) + "\n", to: "a/local/replica")
    try sharing.scratch.write("x", to: "a/tmp/x")
    _ = try await sharing.git("a", "add", "--all", "--force", ".")
    _ = try await sharing.git(
      "a", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-m", "x")
    _ = try await sharing.git("a", "push", "--quiet", "origin", "main")
    for clone in ["b", "c"] { #expect(try await sharing.sync(clone).status == 0) }
    #expect(sharing.scratch.text("b/local/replica") == replica)
    #expect(sharing.scratch.text("c/local/replica") == nil)
    let tree = try await sharing.git("b", "ls-tree", "-r", "--name-only", "HEAD").output
    #expect(!tree.contains("local/") && !tree.contains("tmp/"), "\(tree)")
    #expect(try await sharing.sync("a").status == 0)
    try await sharing.expectSame("after what is of one machine")
    // The counterfoils are in use as before.
    _ = try await Programs.run("rm", ["-r", sharing.path("b/events")])
    #expect(try await sharing.census("b", "units").errors.contains("made on this machine"))
    #expect(try await sharing.records(of: "a") == [id])
  }

  /// What came over is said, also where it is no record.
  @Test func otherFilesThatCameOverAreCounted() async throws {
    let sharing = try await Sharing()
    let units = try #require(sharing.scratch.text("a/units.json"))
    try sharing.scratch.write(
      units.replacing("Culture & History", with: "Culture and History"), to: "a/units.json")
    #expect(try await sharing.sync("a").status == 0)
    let taken = try await sharing.sync("b")
    #expect(
      taken.output
        == "synced with origin: took in 0 records and 1 other file (notices, lists …), sent 0\n",
      "\(taken)")
  }

  /// What somebody records here while it goes on was neither taken in nor sent.
  @Test func whatIsRecordedMeanwhileIsNotCounted() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "before")
    let hook = "\(sharing.remote)/hooks/pre-receive"
    let note = "\(Programs.census) note 昆明 meanwhile --store \(sharing.path("a"))"
    _ = try await Programs.run(
      "/bin/sh", ["-c", "printf '#!/bin/sh\\n\(note)\\n' > \(hook) && chmod +x \(hook)"])
    let first = try await sharing.sync("a")
    #expect(first.output == "synced with origin: took in 0 records, sent 1\n", "\(first)")
    #expect(try await sharing.records(of: "a").count == 2)
    _ = try await Programs.run("rm", [hook])
    let second = try await sharing.sync("a")
    #expect(second.output == "synced with origin: took in 0 records, sent 1\n", "\(second)")
  }

  /// What a folder handed over names as its monitor is a program: looking at it runs none.
  @Test func theMonitorOfARepositoryIsNotRun() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.git("a", "config", "core.fsmonitor", "touch \(sharing.path("ran"));")
    _ = try await sharing.git("a", "status")
    // git alone does run it.
    #expect(sharing.scratch.text("ran") != nil)
    _ = try await Programs.run("rm", [sharing.path("ran")])
    _ = try await sharing.census("a", "note", "昆明", "x")
    #expect(try await sharing.census("a", "sync", "--status").status == 0)
    #expect(try await sharing.sync("a").output == "synced with origin: took in 0 records, sent 1\n")
    #expect(sharing.scratch.text("ran") == nil)
  }

  /// git may end before it has read what it is given, as on a full disk: that is said, and ends nothing.
  @Test func aGitThatEndsBeforeItHasReadIsNamed() async throws {
    let sharing = try await Sharing()
    let git = """
      #!/bin/sh
      case "$*" in *update-index*--stdin*) exec <&-; echo "fatal: no room" >&2; exit 3;; esac
      PATH="${PATH#*:}" exec git "$@"
      """
    _ = try await Programs.run("mkdir", [sharing.path("bin")])
    try sharing.scratch.write(git, to: "bin/git")
    _ = try await Programs.run("chmod", ["+x", sharing.path("bin/git")])
    // Names of more bytes than a pipe holds.
    let made = try await Programs.run(
      Programs.census, ["demo", sharing.path("d"), "--events", "3000", "--lang", "en"])
    #expect(made.status == 0, "\(made)")
    _ = try await sharing.git("d", "init", "--quiet", "--initial-branch=main")
    _ = try await sharing.git("d", "remote", "add", "origin", sharing.remote)
    let paths = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let sync = try await Programs.run(
      Programs.census, ["sync", "--store", sharing.path("d"), "--lang", "en"],
      setting: ["PATH=\(sharing.path("bin")):\(paths)"])
    #expect(sync.status == 1, "\(sync)")
    #expect(sync.errors.contains("fatal: no room"), "\(sync)")
  }

  /// A backup that was restored is a repository no more: the sentence says the way that works.
  @Test func aRestoredBackupGoesIntoAClone() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "x")
    _ = try await sharing.census("a", "backup", sharing.path("kept"))
    let none = try await sharing.sync("kept")
    #expect(
      none.errors.contains(
        "git clone the remote, and take the backup into that clone with census merge"),
      "\(none)")
    _ = try await sharing.git("kept", "init", "--quiet", "--initial-branch=main")
    _ = try await sharing.git("kept", "remote", "add", "origin", sharing.remote)
    let anew = try await sharing.sync("kept")
    #expect(anew.status == 1 && anew.errors.contains("origin holds this store, but"), "\(anew)")
    let merged = try await sharing.census("b", "merge", sharing.path("kept"))
    #expect(merged.status == 0, "\(merged)")
    #expect(try await sharing.sync("b").output.contains("sent 1"))
    #expect(try await sharing.records(of: "b").count == 1)
  }

  @Test func theStoreOfANewerProgramIsNoOther() async throws {
    let sharing = try await Sharing()
    let settings = try #require(sharing.scratch.text("b/store.json"))
    try sharing.scratch.write(
      settings.replacing("\"minReader\": 1", with: "\"minReader\": 9"), to: "b/store.json")
    _ = try await sharing.git(
      "b", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-am", "x")
    _ = try await sharing.git("b", "push", "--quiet", "origin", "main")
    let answer = try await sharing.sync("a")
    #expect(answer.status == 1)
    #expect(
      answer.errors.hasPrefix("census: the store.json of origin cannot be read: a newer program"),
      "\(answer)")
  }
}
