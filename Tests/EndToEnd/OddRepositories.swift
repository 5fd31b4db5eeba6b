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
