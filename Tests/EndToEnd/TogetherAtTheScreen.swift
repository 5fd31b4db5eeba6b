import CensusTestSupport
import FoundationEssentials
import Testing

/// Sharing through git as people see it: how a store stands, stopping between two steps, and settling what
/// contradicts each other.
@Suite(
  .serialized, .enabled(if: Sharing.hasGit, "git is not installed"),
  .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct TogetherAtTheScreen {
  private func dashboard(
    _ sharing: Sharing, _ clone: String, _ options: String = ""
  ) async throws -> Screen {
    try await Screen(
      "env XDG_STATE_HOME=\(sharing.scratch.path)/state CENSUS_ACTOR=王\(clone) \(Programs.dashboard) "
        + "--store \(sharing.path(clone)) --fresh --lang zh --as-of 2018-11-20 \(options)",
      in: sharing.scratch, columns: 120, rows: 36)
  }

  private func sync(_ screen: Screen) async throws {
    try await screen.press(":")
    try await screen.type("同步")
    try await screen.wait(for: "通过 git 与同事同步")
    try await screen.press("Enter")
  }

  // MARK: - How it stands

  /// Records count as they are made, committed or not, and what was fetched by hand.
  @Test func theFootTellsHowTheStoreStands() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("b", "note", "昆明", "x")
    _ = try await sharing.sync("b")
    _ = try await sharing.census("a", "note", "昆明", "y")
    _ = try await sharing.git("a", "fetch", "--quiet")
    let screen = try await dashboard(sharing, "a", "--view deadlines")
    try await screen.wait(for: "同步 ↑1 ↓1 ")
    try await screen.press("p")
    try await screen.wait(for: "同步 ↑2 ↓1 ")
    try await sync(screen)
    try await screen.wait(for: "同步：已与 origin 同步：取回1条记录，送出2条")
    try await screen.wait(for: "同步 ↑0 ↓0 ")
    try await screen.close()
    // The command line says the same, and changes nothing, not even where nothing may be recorded.
    let said = try await sharing.census("a", "sync", "--status", "--read-only")
    #expect(
      said.output.hasPrefix("origin: 0 files to send, 0 fetched and not merged; last synced 20"),
      "\(said)")
    _ = try await sharing.census("a", "init", sharing.path("e"))
    let none = try await sharing.census("e", "sync", "--status")
    #expect(none.status == 1 && none.errors.contains("is no git repository"), "\(none)")
  }

  // MARK: - Stopping

  /// A remote that answers once a file is gone.
  private func slowDown(_ sharing: Sharing, _ clone: String) async throws {
    try sharing.scratch.write("", to: "held")
    try sharing.scratch.write(
      "#!/bin/sh\nwhile [ -e \(sharing.scratch.path)/held ]; do sleep 0.02; done\n"
        + "exec git upload-pack \"$@\"\n", to: "slow")
    _ = try await Programs.run("chmod", ["+x", "\(sharing.scratch.path)/slow"])
    _ = try await sharing.git(
      clone, "config", "remote.origin.uploadpack", "\(sharing.scratch.path)/slow")
  }

  private func letGo(_ sharing: Sharing) throws {
    try FileManager.default.removeItem(atPath: "\(sharing.scratch.path)/held")
  }

  @Test func escapeStopsItBetweenTwoSteps() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("b", "note", "昆明", "x")
    _ = try await sharing.sync("b")
    _ = try await sharing.census("a", "note", "昆明", "y")
    try await slowDown(sharing, "a")
    let screen = try await dashboard(sharing, "a", "--view deadlines")
    try await screen.wait(for: "同步 ↑1 ↓0 ")
    try await sync(screen)
    try await screen.wait(for: "同步 2/5 从 origin 取回……Esc 在两步之间停止")
    try await screen.press("Escape")
    try await screen.wait(for: "同步 2/5 从 origin 取回……这一步完成后停止")
    try letGo(sharing)
    try await screen.wait(
      for: "同步：已在两步之间停止：本机的记录已提交，他人的已取回但没有合并，也没有送出；下次同步接着做。")
    try await screen.wait(for: "同步 ↑1 ↓1 ")
    #expect(try await sharing.records(of: "a").count == 1)
    try await sync(screen)
    try await screen.wait(for: "同步：已与 origin 同步：取回1条记录，送出1条")
    try await screen.close()
    _ = try await sharing.sync("b")
    try await sharing.expectSame("after a stop", ["b"])
  }

  @Test func ctrlCStopsTheCommandBetweenTwoSteps() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "y")
    try await slowDown(sharing, "a")
    let call = "exec \(Programs.census) sync --store \(sharing.path("a")) --lang zh"
    let screen = try await Screen(call, in: sharing.scratch, columns: 120, rows: 20)
    try await screen.wait(for: "2/5 从 origin 取回")
    try await screen.press("C-c")
    try await screen.wait(for: "这一步完成后停止；再按一次 Ctrl-C 立即终止。")
    try letGo(sharing)
    try await screen.wait(for: "census: 已在两步之间停止：本机的记录已提交")
    #expect(try await screen.end() == "1")
    try await screen.close()
    #expect(try await sharing.git("a", "status", "--porcelain").output == "")
    // Whoever does not wait ends it at once, and the next goes on all the same.
    try sharing.scratch.write("", to: "held")
    let other = try await Screen(call, in: sharing.scratch, columns: 120, rows: 20)
    try await other.wait(for: "2/5 从 origin 取回")
    try await other.press("C-c")
    try await other.wait(for: "这一步完成后停止")
    try await other.press("C-c")
    try await other.wait(for: "census: 已立即终止（取回时）；记录都还在")
    #expect(try await other.end() == "1")
    try await other.close()
    try letGo(sharing)
    let answer = try await sharing.sync("a")
    #expect(answer.status == 0 && answer.output.contains("sent 1"), "\(answer)")
  }

  /// A key that reaches git before it is out of the terminal's reach has interrupted nothing.
  @Test func whatIsInterruptedBeforeItBeganIsRunOnceMore() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "y")
    let folder = sharing.scratch.path
    _ = try await Programs.run("mkdir", ["\(folder)/bin"])
    try sharing.scratch.write(
      """
      #!/bin/sh
      export PATH="${PATH#*:}"
      case " $* " in
        *" fetch "*) [ -e \(folder)/hit ] || { : > \(folder)/hit; kill -INT $$; } ;;
      esac
      exec git "$@"

      """, to: "bin/git")
    _ = try await Programs.run("chmod", ["+x", "\(folder)/bin/git"])
    let screen = try await Screen(
      "PATH=\(folder)/bin:$PATH; exec \(Programs.census) sync --store \(sharing.path("a")) --lang zh",
      in: sharing.scratch, columns: 120, rows: 20)
    try await screen.wait(for: "送出1条")
    #expect(sharing.scratch.text("hit") == "")
    #expect(try await screen.end() == "0")
    try await screen.close()
  }

  /// A remote that never answers is left by a second Esc, and by leaving the program, which frees the store.
  @Test func aRemoteThatNeverAnswersHoldsNobody() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "y")
    try await slowDown(sharing, "a")
    let screen = try await dashboard(sharing, "a", "--view deadlines")
    try await sync(screen)
    try await screen.wait(for: "同步 2/5 从 origin 取回……Esc 在两步之间停止")
    try await screen.press("Escape")
    try await screen.wait(for: "这一步完成后停止，再按 Esc 立即终止")
    try await screen.press("Escape")
    try await screen.wait(for: "同步：已立即终止（取回时）；记录都还在")
    try await sync(screen)
    try await screen.wait(for: "同步 2/5 从 origin 取回……Esc 在两步之间停止")
    try await screen.press("Q")
    _ = try await screen.end()
    try await screen.close()
    _ = try await sharing.git("a", "config", "--unset", "remote.origin.uploadpack")
    // The remote is still silent, and whoever asked it has gone.
    var answer = try await sharing.sync("a")
    while answer.errors.contains("another program is syncing") {
      answer = try await sharing.sync("a")
    }
    #expect(answer.status == 0 && answer.output.contains("sent 1"), "\(answer)")
    try letGo(sharing)
  }

  /// Who wishes to stop is told why it failed, not that it was ended.
  @Test func aFailureWhileStoppingIsSaid() async throws {
    let sharing = try await Sharing()
    try await slowDown(sharing, "a")
    let path = sharing.scratch.path + "/slow"
    try sharing.scratch.write(
      try #require(sharing.scratch.text("slow")).replacing(
        "exec git", with: "echo 'Permission denied (publickey).' >&2; exit 128; exec git"),
      to: "slow")
    _ = try await Programs.run("chmod", ["+x", path])
    let screen = try await dashboard(sharing, "a", "--view deadlines")
    try await sync(screen)
    try await screen.wait(for: "同步 2/5 从 origin 取回……Esc 在两步之间停止")
    try await screen.press("Escape")
    try await screen.wait(for: "再按 Esc 立即终止")
    try letGo(sharing)
    try await screen.wait(for: "同步：远程仓库拒绝登录，未同步（")
    try await screen.close()
  }

  // MARK: - Locks

  /// The file that a killed git left is named, and left where it is.
  @Test(arguments: ["index.lock", "refs/heads/main.lock"])
  func theLockOfAKilledGitIsNamed(_ lock: String) async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "note", "昆明", "x")
    // So that the harness does not remove it.
    try sharing.scratch.write("{}\n", to: "a/x.json")
    let path = sharing.path("a") + "/.git/" + lock
    try sharing.scratch.write("", to: "a/.git/" + lock)
    let answer = try await sharing.sync("a")
    #expect(answer.status == 1)
    #expect(
      answer.errors
        == "census: another git is at work in this repository, or was killed and left “\(path)”; if none "
        + "is running, remove that .lock file and sync again: census sync leaves it where it is.\n")
    #expect(FileManager.default.fileExists(atPath: path))
    try FileManager.default.removeItem(atPath: path)
    #expect(try await sharing.sync("a").status == 0)
  }

  // MARK: - Contradictions

  /// What two people recorded of one fact without knowledge of each other, of every kind that git shares.
  private static let matters: [(kind: String, calls: [[String]])] = [
    ("收件", ["2018-10-18", "2018-10-19"].map { ["receive", "昆明", "--part", "paper", "--on", $0] }),
    ("复查结果", ["--passed", "--failed"].map { ["recheck", "2018Q3-17", $0, "--on", "2018-11-12"] }),
    (
      "延期",
      ["2018-11-10", "2018-11-15"].map {
        ["extend", "怒江", "--until", $0, "--authority", "x", "--reason", "y", "--on", "2018-10-18"]
      }
    ),
    (
      "限期再整改",
      ["2018-12-10", "2018-12-20"].map { ["order", "迪庆", "--until", $0, "--on", "2018-11-12"] }
    ),
    (
      "网站状态",
      ["offline", "dark"].map {
        ["availability", "5301000067", "--status", $0, "--on", "2018-11-12"]
      }
    ),
    (
      "更正",
      ["甲站", "乙站"].map {
        [
          "correct", "5305020001", "--field", "name", "--to", $0, "--reason", "x", "--on",
          "2018-11-12",
        ]
      }
    ),
    (
      "承诺日期",
      ["2018-11-22", "2018-11-25"].map {
        ["chase", "保山", "--answer", "x", "--promised", $0, "--on", "2018-11-06"]
      }
    ),
    ("承办人", ["张三", "李四"].map { ["assign", "临沧", "--to", $0, "--on", "2018-11-12"] }),
  ]

  @Test func eachKindOfContradictionIsListedAndSettled() async throws {
    let sharing = try await Sharing()
    _ = try await sharing.census("a", "receive", "迪庆", "--part", "both", "--on", "2018-10-18")
    _ = try await sharing.census("a", "recheck", "2018Q3-15", "--failed", "--on", "2018-11-05")
    for clone in ["a", "b"] { _ = try await sharing.sync(clone) }
    for (place, clone) in ["a", "b"].enumerated() {
      for (kind, calls) in Self.matters {
        let answer = try await sharing.census(clone, calls[place])
        #expect(answer.status == 0, "\(kind): \(answer.errors)")
      }
    }
    _ = try await sharing.sync("a")
    let screen = try await dashboard(sharing, "b")
    try await screen.wait(for: "应报 7")
    let count = Self.matters.count
    try await sync(screen)
    try await screen.wait(for: "同步：已与 origin 同步")
    try await screen.wait(for: "记录矛盾\(count)处")
    try await screen.wait(for: "X 矛盾")
    try await screen.press("X")
    try await screen.wait(for: "\(count)处待裁定：选中要保留的那条，按 m f")
    let listed = try await screen.text()
    for (kind, _) in Self.matters {
      #expect(listed.contains("              \(kind)  "), "\(kind):\n\(listed)")
    }
    // Enter goes to the record, m f keeps it; each settles one.
    for left in (0..<count).reversed() {
      try await screen.press("g", "Enter")
      try await screen.wait(for: "效力")
      try await screen.press("Escape")
      try await screen.wait(for: "\(left + 1)处待裁定")
      try await screen.press("m")
      try await screen.wait(for: "以此记录为准")
      try await screen.press("f")
      try await screen.wait(for: "将登记1条记录")
      try await screen.press("Enter")
      try await screen.wait(for: left == 0 ? "本期没有相互矛盾的记录。" : "\(left)处待裁定")
    }
    try await sync(screen)
    try await screen.wait(for: "同步：已与 origin 同步：取回0条记录")
    try await screen.close()
    _ = try await sharing.sync("a")
    for clone in ["a", "b"] {
      let check = try await sharing.census(clone, "check", "--format", "json")
      #expect(!check.output.contains("\"conflict"), "\(check.output)")
    }
  }

  /// Two readings of one notice are told in the list, and one is taken back on the command line.
  @Test func rivalReadingsOfANoticeAreListed() async throws {
    let sharing = try await Sharing()
    let short = SampleNotice.second.filter { $0[3] != "5301000103" }
    for (clone, rows) in [("a", SampleNotice.second), ("b", short)] {
      let numbered = rows.enumerated().map { place, row in
        place == 0 ? row : ["\(place)"] + row[1...]
      }
      try sharing.scratch.write(SampleNotice.markdown(second: numbered), to: "\(clone).md")
      let answer = try await sharing.census(
        clone, "import", "\(sharing.scratch.path)/\(clone).md", "--accept")
      #expect(answer.status == 0, "\(answer.errors)")
      _ = try await sharing.sync(clone)
    }
    let screen = try await dashboard(sharing, "b", "--quarter 2018Q4")
    try await screen.wait(for: "2018年四季度")
    try await screen.press("X")
    try await screen.wait(for: "几份内容不一，用 census withdraw 撤回末份")
    try await screen.press("Enter")
    try await screen.wait(for: "由不同的人载入了2次")
    let answer = try await sharing.census("b", "withdraw", "2018Q4", "--reason", "x")
    #expect(answer.status == 0, "\(answer.errors)")
    try await screen.press("X")
    try await screen.wait(for: "本期没有相互矛盾的记录。")
    try await screen.close()
  }
}
