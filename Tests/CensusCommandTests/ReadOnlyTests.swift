import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// `--read-only`: whatever command is run with it, no byte of the store changes, and one that would have
/// changed some says that it does not.
struct ReadOnlyTests {
  /// Each command with arguments by which it would write, as far as it ever does.
  private static let calls: [(line: String, isRefused: Bool)] = [
    ("receive 昆明 --part both", true), ("return 昆明 --part paper --reason x", true),
    ("waive 昆明 --authority x --reason x", true),
    ("extend 昆明 --until 2018-11-20 --authority x --reason x", true),
    ("chase 昆明 --answer x", true), ("contact 昆明 --name x", true), ("assign 昆明 --to x", true),
    ("detail 2018Q3-3 --from in/lines.csv", true), ("recheck 2018Q3-3 --passed", true),
    ("order 昆明 --until 2018-11-20", true),
    ("account 昆明 --stage opened --approved-by x", true),
    ("availability 5309260040 --status offline", true), ("void 2018Q3-3 --reason x", true),
    ("reinstate 2018Q3-3 --reason x", true),
    ("correct 2018Q3-3 --field name --to x --reason x", true), ("note 昆明 x", true),
    ("undo", true), ("redo", true), ("retract RECORD --reason x", true),
    ("resolve RECORD --keep RECORD", true), ("verify rateMismatch", true),
    ("attach 昆明 in/lines.csv", true), ("import in/notice.md --accept", true),
    ("answers in/answers.csv --accept", true), ("withdraw 2018Q3 --reason x", true),
    ("merge other", true), ("sync", true), ("snapshot", true), ("check --sweep", true),
    ("check --confirm-facts", true), ("letter chase 怒江 --output out/a.md --log", true),
    // What only reads, or writes elsewhere, does so.
    ("overview", false), ("quarters", false), ("prefectures", false), ("sites", false),
    ("findings", false), ("issues", false), ("units", false), ("deadlines", false),
    ("rechecks", false), ("ledger", false), ("worklist", false), ("trends", false),
    ("compare 2018Q3 2018Q2", false), ("review 2018", false), ("check", false),
    ("history", false), ("view x", false), ("show 昆明", false), ("report", false),
    ("export units --output out/units.csv", false), ("backup copy", false),
    ("merge other --dry-run", false), ("import in/notice.md", false), ("sync --status", false),
  ]

  /// What makes a store of its own, and has no such option.
  private static let making = ["init", "demo"]

  /// A store in which there is something to take back, to complete and to sweep away, and all that the
  /// commands ask for.
  private func desk() throws -> (desk: Desk, record: String) {
    let desk = try Desk()
    desk.now = "2018-11-12T01:00:00Z"
    try desk.does("receive 怒江 --part paper")
    let record = try #require(try desk.json("history").rows.first?["id"]?.string)
    desk.folders["other"] = try #require(desk.folders["store"]).copied()
    let other = try Desk()
    other.drawn = 5_000
    other.folders["store"] = desk.folders["other"]
    other.now = desk.now
    try other.does("receive 昆明 --part paper")
    let sources = InMemoryFileSystem()
    try Desk.put(Array("found,expected\nx,y\n".utf8), at: "lines.csv", in: sources)
    try Desk.put(
      Array(SampleNotice.markdown(second: SampleNotice.second).utf8), at: "notice.md", in: sources)
    let form = "编号,网站,存在问题,整改期限,整改措施,完成时间,责任人\n2018Q3-16,,,,已改,,\n"
    try Desk.put(Array(form.utf8), at: "answers.csv", in: sources)
    desk.folders["in"] = sources
    desk.folders["out"] = InMemoryFileSystem()
    return (desk, record)
  }

  @Test func noCommandWritesAByte() throws {
    let (desk, record) = try desk()
    let store = try #require(desk.folders["store"])
    let before = try store.everything()
    for (line, isRefused) in Self.calls {
      let outcome = try desk.run(
        line: line.replacing("RECORD", with: record) + " --read-only")
      #expect(try store.everything() == before, "\(line)")
      guard isRefused else {
        #expect(outcome.status != 64 && !outcome.warnings.contains("--read-only"), "\(line)")
        continue
      }
      #expect(outcome.status == 1, "\(line): \(outcome.status) \(outcome.warnings)")
      #expect(outcome.warnings.contains("--read-only"), "\(line): \(outcome.warnings)")
      // The same without it is no nonsense: it gets farther than that.
      #expect(outcome.answer.isEmpty, "\(line): \(outcome.answer)")
      if line != "sync --status" { #expect(outcome.errand == nil, "\(line)") }
    }
  }

  /// A command that is new has to be here.
  @Test func everyCommandIsAmongThem() throws {
    let help = try Desk().run("--help").answer
    let named = help.matches(of: #/(?m)^  ([a-z]+) {2,}\S/#).map { String($0.1) }
    #expect(named.count > 40, "\(help)")
    let known = Set(Self.calls.map { String($0.line.split(separator: " ")[0]) } + Self.making)
    for name in named where name != "help" { #expect(known.contains(name), "\(name)") }
  }

  @Test func whatMakesAStoreHasNoSuchOption() throws {
    let desk = try Desk()
    for name in Self.making {
      #expect(try desk.run(name, "new", "--read-only").status == 64)
      #expect(desk.folders["new"] == nil)
    }
  }
}

extension FileSystem {
  /// The bytes of every file, by path.
  fileprivate func everything(below folder: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        files[path + "/"] = []
        files.merge(try everything(below: path)) { first, _ in first }
      } else {
        files[path] = try read(path, limit: 64 << 20)
      }
    }
    return files
  }

  /// A folder with the same files.
  fileprivate func copied() throws -> InMemoryFileSystem {
    let copy = InMemoryFileSystem()
    for (path, bytes) in try everything().sorted(by: { $0.key < $1.key }) {
      if path.hasSuffix("/") {
        _ = try copy.makeDirectory(String(path.dropLast()))
      } else {
        try Desk.put(bytes, at: path, in: copy)
      }
    }
    return copy
  }
}
