import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// What the dashboard writes is what the command writes, byte by byte.
struct PaperLaws {
  /// The shipped quarter with acts of every kind.
  private func office() throws -> Office { try #require(try Office.all().first) }

  private func read(_ name: String, _ office: Office) throws -> [UInt8] {
    try office.written.read(name, limit: 16 << 20)
  }

  @Test(arguments: [
    ("r", "html", "report"), ("r", "md", "report"), ("n", "html", "report --next"),
    ("s lit:2018-11-05 Enter", "md", "report --since 2018-11-05"), ("h", "md", "report --handover"),
    ("c", "docx", "letter chase 怒江"), ("c", "txt", "letter chase 怒江"),
    ("f", "md", "letter recheck 怒江"), ("a", "docx", "answers 怒江"), ("a", "csv", "answers 怒江"),
    ("a", "xlsx", "answers 怒江"),
  ])
  func isTheCommands(_ keys: String, _ ending: String, _ command: String) throws {
    for language in Language.allCases {
      let office = try office()
      var screen = try office.screen(.deadlines, language, 100, 30)
      try screen.press("/ lit:怒江 Enter F9 \(keys)")
      #expect(screen.state.overlay is PaperPreview, "\(screen.frame.plainText)")
      try screen.press("Enter C-u lit:/out/screen.\(ending) Enter")
      let said = try office.run(
        command.split(separator: " ").map(String.init) + ["--output", "/out/command.\(ending)"],
        language)
      #expect(said.status == 0, "\(said.warnings)")
      let (own, others) = try (
        read("screen.\(ending)", office), read("command.\(ending)", office)
      )
      #expect(own == others, "\(keys) \(ending)")
      #expect(!own.isEmpty)
    }
  }

  /// Of several units each has its own, and whoever needs none is said.
  @Test func ofSeveralEachHasItsOwn() throws {
    let office = try office()
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    try screen.press("F9 Tab c")
    let preview = try #require(screen.state.overlay as? PaperPreview, "\(screen.frame.plainText)")
    #expect(preview.draft.units.count > 1)
    #expect(preview.draft.remark?.chinese.hasPrefix("不需要催办函：") == true)
    try screen.press("Enter C-u lit:/out/函.docx Enter")
    let names = try office.written.list("").map(\.name)
    #expect(names.count == preview.draft.units.count, "\(names)")
    #expect(names.contains("函-怒江.docx"))
    // Nothing was recorded by that.
    let before = screen.state.projection.events.count
    #expect(screen.state.overlay is ReminderOffer)
    try screen.press("n")
    #expect(screen.state.projection.events.count == before)
  }

  /// A reminder that is recorded is that of `--log`.
  @Test func whatIsRecordedIsWhatTheCommandRecords() throws {
    let (office, other) = (try office(), try office())
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    try screen.press("/ lit:怒江 Enter F9 c Enter C-u lit:/out/函.docx Enter y")
    #expect(screen.state.overlay == nil, "\(screen.frame.plainText)")
    let said = try other.run(["letter", "chase", "怒江", "--output", "/out/函.docx", "--log"])
    #expect(said.status == 0, "\(said.warnings)")
    for field in ["summary", "effectiveOn", "unit", "recordedBy"] {
      #expect(
        try office.column(field, ["history"]).first == other.column(field, ["history"]).first)
    }
  }

  /// A file that is there keeps its name and its bytes.
  @Test func nothingIsWrittenOver() throws {
    let office = try office()
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    for name in ["报告.md", "报告-2.md"] {
      try screen.press("F9 r Enter C-u lit:/out/报告.md Enter")
      #expect(screen.state.talk.message?.text.chinese == "已写出：/out/\(name)")
    }
    #expect(try read("报告.md", office) == read("报告-2.md", office))
    try screen.press("F9 r Enter C-u lit:/无/报告.md Enter")
    let preview = try #require(screen.state.overlay as? PaperPreview)
    #expect(preview.refusal?.chinese.contains("没有目录“/无”；") == true)
    #expect(preview.path.text == "/无/报告.md")
  }

  /// What somebody else recorded after the preview is looked at before anything is written.
  @Test(arguments: ["F9 r Enter C-u lit:/out/报告.md", "F9 z"])
  func whatWasNotShownIsNotWritten(_ keys: String) throws {
    let office = try office()
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    try screen.press(keys)
    #expect(try office.run(["note", "昆明", "已联系"]).status == 0)
    try screen.press("Enter")
    let preview = try #require(screen.state.overlay as? PaperPreview, "\(screen.frame.plainText)")
    #expect(preview.refusal?.chinese == "没有写出：数据刚才有变化，请再看一遍")
    #expect(try office.written.list("").isEmpty)
    #expect(throws: FileError.self) { try office.store.list("snapshots") }
    try screen.press(keys.hasPrefix("F9 r") ? "Enter C-u lit:/out/报告.md Enter" : "Enter")
    #expect(screen.state.overlay == nil)
  }

  @Test func whatThereIsNoneOfIsSaidInTheMenu() throws {
    let office = try office()
    var screen = try office.screen(.deadlines, .chinese, 120, 36)
    for (keys, why) in [
      ("/ lit:怒江 Enter F9 t lit:省监委 Enter", "怒江没有待研究问责或正在问责的问题，无可移送"),
      ("Escape Escape / C-u lit:怒江 Enter F9 o lit:2018-12-20 Enter", "怒江没有复查整改不到位的问题"),
    ] {
      try screen.press(keys)
      let menu = try #require(screen.state.overlay as? PaperMenu, "\(screen.frame.plainText)")
      #expect(menu.refusal?.chinese.hasPrefix(why) == true, "\(menu.refusal?.chinese ?? "")")
    }
  }

  /// The archive has what the command would have put there, and once.
  @Test func theArchiveIsTheCommands() throws {
    let (office, other) = (try office(), try office())
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    try screen.press("F9 z Enter")
    #expect(screen.state.talk.message?.text.chinese.hasPrefix("已归档2018年三季度的报告") == true)
    #expect(try other.run(["snapshot"]).status == 0)
    let pages = try [office, other].map { office in
      try office.store.list("snapshots").map(\.name).filter { $0.hasSuffix(".html") }
    }
    #expect(pages[0] == pages[1] && pages[0].count == 1)
    try screen.press("F9 z Enter")
    #expect(screen.state.talk.message?.text.chinese.contains("没有再次归档") == true)
    #expect(try office.run(["snapshot", "--list"]).status == 0)
  }
}
