import FoundationEssentials
import Testing

/// Character sets and characters whose width terminals dispute.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct Locales {
  /// Wherever the locale says nothing of use, text leaves as UTF-8.
  @Test(arguments: [
    ("LC_ALL=C.UTF-8", false), ("LC_ALL=C", false), ("LC_ALL=POSIX", false),
    ("LC_ALL=zh_XX.UTF-8", true), ("LC_ALL= LANG=", false),
  ])
  func showsChineseWhateverTheLocale(_ setting: String, _ isNoted: Bool) async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "\(setting) \(scratch.dashboard("--view sites"))", in: scratch, columns: 100, rows: 30)
    let text = try await screen.wait(for: "云南省文史研究馆网站")
    #expect(text.contains("系统没有所设的区域（locale），已按 UTF-8 显示") == isNoted)
    // Rules and eighths are there: the terminal draws them narrow.
    #expect(text.contains("▌ 1 "))
    try await screen.press("/")
    try await screen.type("怒江")
    try await screen.wait(for: "筛选：怒江")
    try await screen.close()
  }

  /// A character set of the mainland is kept, for the terminal expects it.
  @Test(
    .enabled(
      if: GB18030.isAvailable || Programs.isOnCI,
      "localedef or the character map GB18030 is not installed (package locales)"),
    arguments: ["GB18030", "GBK"])
  func writesTheCharacterSetOfThePerson(_ charset: String) async throws {
    let scratch = try Scratch()
    try await GB18030.make(charset, in: scratch)
    let screen = try await Screen(
      "export LOCPATH=\(scratch.path) LC_ALL=zh_CN.\(charset); "
        + scratch.dashboard("--view sites", language: ""), in: scratch, columns: 100, rows: 30)
    _ = try await screen.tmux(["pipe-pane", "-O", "cat >> \(scratch.path)/bytes"])
    try await screen.press("C-l")
    let written = try await waitForText(charset, "云南省文史研究馆网站", scratch)
    #expect(written.contains("政府网站普查督办"))
    for scalar in "─│█▌▕▐…·—“”✓" { #expect(!written.contains(scalar)) }
    // Keys arrive in the same character set.
    try await screen.press("/")
    try await screen.send([0xC5, 0xAD, 0xBD, 0xAD])
    let filtered = try await waitForText(charset, "筛选：怒江", scratch)
    #expect(filtered.contains("筛选：怒江"))
    // The columns stand: what the terminal believes of the cursor's row is what was meant.
    let row = "> 10    怒江傈僳族自治州人民政~ 5333000024"
    #expect(try await waitForFrame(row, scratch).contains(row))
    try await screen.press("Escape", "Q")
    try await screen.wait(for: "the end") { _ in true }
    try await screen.close()
  }

  /// The command line writes it as well, where a terminal shows it; what programs read is UTF-8.
  @Test(
    .enabled(
      if: GB18030.isAvailable || Programs.isOnCI,
      "localedef or the character map GB18030 is not installed (package locales)"))
  func commandsWriteTheCharacterSetOfThePerson() async throws {
    let scratch = try Scratch()
    try await GB18030.make("GB18030", in: scratch)
    let census = "\(Programs.census) units --store \(scratch.store) --lang zh"
    let screen = try await Screen(
      "export LOCPATH=\(scratch.path) LC_ALL=zh_CN.GB18030; read go; \(census); "
        + "\(census) --format csv > \(scratch.path)/units.csv; \(census) --where 甲; read end",
      in: scratch, columns: 100, rows: 30)
    _ = try await screen.tmux(["pipe-pane", "-O", "cat >> \(scratch.path)/bytes"])
    try await screen.press("Enter")
    let written = try await waitForText("GB18030", "应写作", scratch)
    #expect(written.contains("责任单位") && written.contains("应写作 字段=值"))
    #expect(scratch.text("units.csv")?.contains("责任单位") == true)
    try await screen.close()
  }

  /// Waits until the bytes that went to the terminal hold a text in that character set.
  private func waitForText(
    _ charset: String, _ text: String, _ scratch: Scratch,
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let start = ContinuousClock.now
    var seen = ""
    while start.duration(to: .now) < patience {
      let answer = try await Programs.run(
        "iconv", ["-c", "-f", charset, "-t", "UTF-8", scratch.path + "/bytes"])
      seen = answer.output
      if seen.contains(text) { return seen }
      try await Task.sleep(for: .milliseconds(30))
    }
    Issue.record("never written: \(text); but \(seen)", sourceLocation: sourceLocation)
    return seen
  }

  /// The frame as text, which is written behind the bytes of it.
  private func waitForFrame(_ text: String, _ scratch: Scratch) async throws -> String {
    let start = ContinuousClock.now
    while start.duration(to: .now) < patience {
      if let frame = scratch.text("frame"), frame.contains(text) { return frame }
      try await Task.sleep(for: .milliseconds(30))
    }
    return scratch.text("frame") ?? ""
  }

  @Test func aWideTerminalGetsNoDisputedCharacter() async throws {
    let scratch = try Scratch()
    for view in ["overview", "prefectures", "sites", "deadlines", "notice"] {
      let screen = try await Screen(
        scratch.dashboard("--ambiguous wide --view \(view)"), in: scratch, columns: 120, rows: 36)
      let text = try await screen.wait(for: "政府网站普查督办")
      let disputed = text.unicodeScalars.filter { Self.disputed.contains($0) }
      #expect(disputed.isEmpty, "\(view): \(String(String.UnicodeScalarView(disputed)))")
      try await screen.close()
    }
    // The measure can fail: narrow has them.
    let screen = try await Screen(
      scratch.dashboard("--ambiguous narrow"), in: scratch, columns: 120, rows: 36)
    let text = try await screen.wait(for: "政府网站普查督办")
    #expect(text.unicodeScalars.contains { Self.disputed.contains($0) })
    try await screen.close()
  }

  /// Letters and signs that Unicode calls ambiguous and that our frames or notices have.
  private static let disputed = Set("─│╭╮╰╯█▌▐▕▏▎▍▋▊▉▁▂▃▄▅▆▇…·—“”‘’×→①●■▲•".unicodeScalars)

  /// tmux says one column; its answers are not typed, and what a person typed meanwhile is.
  @Test func asksTheTerminalAndLosesNoKey() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(
      "stty -echo; echo ready; sleep 0.5; XDG_STATE_HOME=\(scratch.path) "
        + scratch.dashboard("--view overview"), in: scratch,
      columns: 100, rows: 30, term: "xterm-256color")
    try await screen.wait(for: "ready")
    // Typed before the program is there: the view of sites, and two rows down by two kinds of key.
    try await screen.press("3", "j", "Down")
    let text = try await screen.wait(for: "▌ 3 ")
    #expect(text.contains("通报20条，19个网站"))
    #expect(text.contains("2018年三季度"))
    try await screen.press("Q")
    try await screen.wait(for: "ready")
    #expect(try await trimmed(screen.text()) == "ready")
    try await screen.close()
  }
}

/// A locale of the mainland, made for the test: no machine of today has one.
enum GB18030 {
  static let isAvailable: Bool = {
    let files = FileManager.default
    return files.isExecutableFile(atPath: "/usr/bin/localedef")
      && files.fileExists(atPath: "/usr/share/i18n/charmaps/GB18030.gz")
      && files.fileExists(atPath: "/usr/share/i18n/charmaps/GBK.gz")
      && files.fileExists(atPath: "/usr/share/i18n/locales/zh_CN")
  }()

  static func make(_ charset: String, in scratch: Scratch) async throws {
    let made = try await Programs.run(
      "localedef", ["-c", "-i", "zh_CN", "-f", charset, "\(scratch.path)/zh_CN.\(charset)"])
    // It warns of the charset not being ASCII-compatible and says so with its status.
    #expect(made.status <= 1, "\(made.errors)")
  }
}
