import FoundationEssentials
import Glibc
import Testing

/// Two people at one store: nothing is recorded over what the other did unseen.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed")) struct TwoDesks {
  /// The dashboard is held still while the other records, so that its screen is older for certain.
  private func meanwhile(
    _ command: [String], _ screen: Screen, _ scratch: Scratch, then keys: [String]
  ) async throws {
    let pid = try await held(scratch)
    let answer = try await Programs.run(
      Programs.census, command + ["--store", scratch.store, "--by", "李四"])
    #expect(answer.status == 0, "\(answer.errors)")
    try await press(keys, on: screen)
    #expect(kill(pid, SIGCONT) == 0)
  }

  /// Presses keys on a dashboard that is held still, and returns once they lie in its terminal: a
  /// kernel under load may hand them on later than the program is woken.
  private func press(_ keys: [String], on screen: Screen) async throws {
    for key in keys { try await screen.press(key) }
    let terminal = open(try await screen.ask("#{pane_tty}"), O_RDONLY | O_NOCTTY | O_NONBLOCK)
    try #require(terminal >= 0)
    defer { Glibc.close(terminal) }
    let start = ContinuousClock.now
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) == 0 {
      try #require(start.duration(to: .now) < patience, "the keys never reach the terminal")
      await Task.yield()
    }
  }

  /// Stops the dashboard while it waits for keys: stopped while it looks for news, it would go on to take
  /// them in, and to show them, before it reads a key.
  private func held(_ scratch: Scratch) async throws -> pid_t {
    let text = try #require(scratch.text("pid"))
    let pid = try #require(text.split(separator: "\n").first.flatMap { pid_t($0) })
    while true {
      let state = try Programs.state(of: pid)
      if state == "S" { break }
      try #require(state == "R" || state == "D", "\(state)")
      await Task.yield()
    }
    #expect(kill(pid, SIGSTOP) == 0)
    while try Programs.state(of: pid) != "T" { await Task.yield() }
    return pid
  }

  private func records(_ scratch: Scratch) async throws -> [String] {
    try await Programs.run("/bin/sh", ["-c", "cat \(scratch.store)/events/*/*/*.json"]).output
      .split(separator: "\n").map(String.init)
  }

  private func screen(_ scratch: Scratch, _ view: String) async throws -> Screen {
    let program = scratch.dashboard("--view \(view)")
      .replacing("--as-of 2018-10-19", with: "--as-of 2018-11-05")
    // tmux lets go on at once what it started itself and sees stopped: a shell stands between.
    return try await Screen(
      "sh -c 'echo $$ > \(scratch.path)/pid; exec \(program)'; exit $?", in: scratch, columns: 100,
      rows: 30)
  }

  @Test func aVerdictIsNotRecordedOverOneThatNobodySaw() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "rechecks")
    try await screen.wait(for: "已复查 ")
    try await screen.press("+")
    try await screen.wait(for: "1未存")
    try await meanwhile(
      ["recheck", "2018Q3-1", "--failed", "--on", "2018-11-05"], screen, scratch, then: ["w"])
    try await screen.wait(for: "另有登记：李四")
    #expect(try await records(scratch).count == 1)
    try await screen.press("w")
    try await screen.wait(for: "已登记复查1条：到位1条")
    let lines = try await records(scratch)
    #expect(lines.count == 2)
    // Now the other verdict has been seen, and the two do not contradict each other.
    #expect(lines.contains { $0.contains("\"seen\":[\"") })
    let check = try await Programs.run(Programs.census, ["check", "--store", scratch.store])
    #expect(!check.output.contains("conflict"))
    try await screen.close()
  }

  @Test func aReceiptIsNotRecordedOverAWaiver() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "deadlines")
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("/")
    try await screen.type("临沧")
    try await screen.press("Enter")
    try await screen.wait(for: "筛选：临沧")
    try await meanwhile(
      ["waive", "临沧", "--authority", "省政府", "--reason", "撤并", "--on", "2018-11-05"], screen,
      scratch, then: ["b"])
    try await screen.wait(for: "尚未办理：刚才另有登记：李四 临沧 免报")
    #expect(try await records(scratch).count == 1)
    try await screen.close()
  }

  @Test func anUndoOfTheSamePersonElsewhereIsSeenFirst() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "deadlines")
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("b")
    try await screen.wait(for: "已登记")
    let pid = try await held(scratch)
    _ = try await Programs.run(
      Programs.census,
      ["receive", "怒江", "--part", "paper", "--on", "2018-11-05", "--store", scratch.store])
    try await press(["u"], on: screen)
    #expect(kill(pid, SIGCONT) == 0)
    try await screen.wait(for: "尚未办理：刚才另有登记：desk 怒江")
    #expect(try await records(scratch).count == 3)
    try await screen.close()
  }

  /// Records that vanish are said to have vanished, and nothing is recorded until they are back.
  @Test func aFolderOfRecordsThatGoesAwayIsSaid() async throws {
    let scratch = try Scratch()
    let screen = try await screen(scratch, "deadlines")
    try await screen.wait(for: "到期（含当日）")
    try await screen.press("b")
    try await screen.wait(for: "已登记")
    _ = try await Programs.run("mv", [scratch.store + "/events", scratch.path + "/events"])
    try await screen.wait(for: "“events/2018Q3”里原有的记录不见了")
    try await screen.press("b")
    try await screen.wait(for: "未登记任何内容")
    _ = try await Programs.run("rm", ["-rf", scratch.store + "/events"])
    _ = try await Programs.run("mv", [scratch.path + "/events", scratch.store + "/events"])
    try await screen.wait(for: "11-05 收到")
    #expect(try await records(scratch).count == 2)
    try await screen.close()
  }

  /// A batch of which a part arrives is said while the dashboard is open, with the keys that help.
  @Test func aBatchCutShortIsSaid() async throws {
    let scratch = try Scratch()
    let elsewhere = try Scratch()
    let screen = try await screen(scratch, "checks")
    try await screen.wait(for: "待核")
    let answer = try await Programs.run(
      Programs.census,
      ["receive", "临沧", "--part", "both", "--on", "2018-10-19", "--store", elsewhere.store])
    #expect(answer.status == 0)
    _ = try await Programs.run(
      "/bin/sh",
      [
        "-c",
        "cp -r \(elsewhere.store)/events \(scratch.path)/part && cd \(scratch.path)/part/2018Q3/* && "
          + "rm $(ls | head -1) && mv \(scratch.path)/part \(scratch.store)/events",
      ])
    let text = try await screen.wait(for: "应有2条记录，只登记了1条（程序中途被终止）；其余已无法找回，作废则在 9 记录 中选中")
    #expect(text.contains("文件问题1项"))
    try await screen.press("j")
    try await screen.wait(for: "半批登记1")
    try await screen.press("C")
    try await screen.wait(for: "没有可以补全的批次")
    try await screen.close()
  }

  /// Lists say what came back from the quarter before.
  @Test func aSiteThatFailedBeforeIsSaid() async throws {
    let scratch = try Scratch()
    _ = try await Programs.run(
      "/bin/sh",
      [
        "-c",
        "cd \(scratch.store)/quarters && sed 's/\"2018Q3\"/\"2018Q4\"/' 2018Q3.json > 2018Q4.json",
      ])
    let confirmed = try await Programs.run(
      Programs.census, ["check", "--confirm-facts", "--store", scratch.store])
    // Doubts about the notice remain.
    #expect(confirmed.status == 2 && confirmed.errors.contains("已确认1个文件"), "\(confirmed.errors)")
    for (quarter, isSaid) in [("2018Q4", true), ("2018Q3", false)] {
      let frame = try await Programs.run(
        Programs.dashboard,
        [
          "--store", scratch.store, "--lang", "zh", "--quarter", quarter, "--as-of", "2018-11-05",
          "--print-frame", "--size", "160x40", "--view", "sites",
        ])
      #expect(frame.output.contains("同类问题连续2个季度，遗留1个季度") == isSaid)
    }
  }
}
