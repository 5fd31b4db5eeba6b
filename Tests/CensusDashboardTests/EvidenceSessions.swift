import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// Files kept as evidence at the screen: listed, opened, taken in.
@Suite struct EvidenceSessions {
  private static let picture = Evidence(
    name: "修复后.png", sha256: String(repeating: "a", count: 64), kilobytes: 214, form: .image,
    note: "首页已更新")
  private static let report = Evidence(
    name: "耿马县政务公开办公室关于2018年三季度政府网站普查发现问题整改情况的报告（正式稿）.docx",
    sha256: String(repeating: "b", count: 64), kilobytes: 38, form: .document)

  /// The finding of 耿马, whose unit is 临沧.
  private static let finding = FindingID(ShippedStore.quarter, number: 17)

  private func script(
    _ language: Language = .chinese, _ columns: Int = 80, _ rows: Int = 24,
    _ files: [Evidence] = [picture, report], view: View = .deadlines,
    alphabet: Alphabet = .unicode
  ) throws -> Script {
    var script = try Script(
      language, columns, rows, asOf: "2018-10-23", view: view, alphabet: alphabet)
    for file in files {
      script.recordElsewhere(
        EventDraft(
          on: try #require(Day("2018-10-22")), quarter: ShippedStore.quarter,
          subject: .findings([Self.finding]), payload: .evidence(file)))
    }
    return script
  }

  private func openUnit(_ script: inout Script) throws {
    try script.press("/ lit:临沧 Enter Enter")
  }

  // MARK: - Listed

  @Test(arguments: Language.allCases, [Alphabet.unicode, .ascii])
  func pages(_ language: Language, _ alphabet: Alphabet) throws {
    var text = ""
    for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
      for keys in ["/ lit:临沧 Enter", "/ lit:临沧 Enter Enter", "3 / lit:耿马 Enter Enter", "9 Enter"] {
        var script = try script(language, columns, rows, alphabet: alphabet)
        try script.press(keys)
        text += "# \(keys) \(columns)x\(rows)\n" + script.frame.plainText + "\n"
      }
      var script = try script(language, columns, rows, alphabet: alphabet)
      try script.press("o")
      text += "# nothing \(columns)x\(rows)\n" + script.foot + "\n"
      try openUnit(&script)
      try script.press("o Down")
      text += "# chooser \(columns)x\(rows)\n" + script.frame.plainText + "\n"
    }
    let signs = alphabet == .ascii ? "-ascii" : ""
    expectGolden(text, named: "evidence-\(language.rawValue)\(signs)")
  }

  /// What was taken back is listed no more, and opened no more.
  @Test func whatWasTakenBackIsGone() throws {
    var script = try script(files: [])
    script.files["/a.png"] = Self.picture
    try openUnit(&script)
    try script.press("m z lit:/a.png Enter")
    #expect(script.frame.plainText.contains("佐证材料    1个：修复后.png  o 打开"))
    try script.press("u")
    #expect(!script.frame.plainText.contains("佐证材料    1个"))
    try script.press("o")
    #expect(script.message?.hasPrefix("没有登记网址，也没有佐证材料") == true)
  }

  private func script(files: [Evidence]) throws -> Script {
    try script(.chinese, 80, 24, files)
  }

  // MARK: - Opened

  @Test func oneFileIsOpenedAtOnce() throws {
    var script = try script(files: [Self.picture])
    for keys in [
      "/ lit:临沧 Enter o", "Enter o", "Escape Escape 3 / lit:耿马 Enter o", "Enter o", "9 o",
    ] {
      let before = script.effects.count
      try script.press(keys)
      #expect(script.effects.dropFirst(before).last == .openEvidence(Self.picture), "\(keys)")
    }
  }

  @Test func ofSeveralAPersonChooses() throws {
    var script = try script()
    try openUnit(&script)
    try script.press("o")
    #expect(script.state.overlay is OpenChooser)
    #expect(script.effects.isEmpty)
    // The newest is the first.
    try script.press("Down Enter")
    #expect(script.effects.last == .openEvidence(Self.picture))
    try script.press("o 1")
    #expect(script.effects.last == .openEvidence(Self.report))
    try script.press("o Escape")
    #expect(script.state.overlay == nil)
    #expect(script.effects.count == 2)
  }

  /// An address among the detail lines stands before the files.
  @Test func anAddressIsOneOfThem() throws {
    var script = try script(files: [Self.picture])
    script.recordElsewhere(
      EventDraft(
        on: try #require(Day("2018-10-22")), quarter: ShippedStore.quarter,
        subject: .findings([Self.finding]),
        payload: .detail(Detail(lines: [Detail.Line(address: "https://example.invalid/a")]))))
    try script.press("3 / lit:耿马 Enter o")
    #expect(script.frame.plainText.contains("1  https://example.invalid/a"))
    try script.press("Enter")
    #expect(script.effects.last == .openAddress("https://example.invalid/a"))
    try script.press("o 2")
    #expect(script.effects.last == .openEvidence(Self.picture))
  }

  @Test func readOutTheyAreChosenByNumber() throws {
    var script = try script()
    var dialogue = script.dialogue()
    _ = script.say("/临沧", to: &dialogue)
    let said = script.say("openAddress", to: &dialogue)
    #expect(
      said.contains("2 修复后.png  图片  214 KB  2018-10-22  李四")
        || said.contains { $0.hasPrefix("2 修复后.png  图片") }, "\(said)")
    #expect(said.last == "输入序号打开，. 取消。")
    _ = script.say("2", to: &dialogue)
    #expect(script.effects.last == .openEvidence(Self.picture))
  }

  // MARK: - Taken in

  /// A path is meant however a terminal or a file manager writes it.
  @Test(arguments: [
    ("/tmp/修复后 首页.png", "/tmp/修复后 首页.png"), ("'/tmp/a b.png'", "/tmp/a b.png"),
    ("/tmp/a\\ b.png", "/tmp/a b.png"), ("file:///tmp/a%20b.png", "/tmp/a b.png"),
    ("~/a b.png", "~/a b.png"), ("报告.pdf", "报告.pdf"),
  ])
  func aPathIsReadAsItComes(_ typed: String, _ path: String) throws {
    for isPasted in [false, true] {
      var script = try script(files: [])
      script.files[path] = Self.picture
      try openUnit(&script)
      try script.press("m z")
      if isPasted { script.act(.pasted(typed)) } else { script.type(typed) }
      try script.press("Tab lit:首页已更新 Enter")
      guard case .attach(let attaching)? = script.effects.last else {
        Issue.record("nothing was asked for: \(script.frame.plainText)")
        return
      }
      #expect(attaching.path == path)
      #expect(attaching.references == [.finding(FindingID(ShippedStore.quarter, number: 16))])
      #expect(attaching.note == "首页已更新")
      #expect(attaching.on == Day("2018-10-23"))
      #expect(script.state.overlay == nil)
    }
  }

  /// What cannot be read is said in the dialog, and what was typed stays.
  @Test func whatIsNotThereStaysInTheDialog() throws {
    var script = try script(files: [])
    try openUnit(&script)
    try script.press("m z Enter")
    #expect(script.frame.plainText.contains("没有填写“文件”"))
    try script.press("lit:/x.png Enter")
    let dialog = try #require(script.state.overlay as? RecordDialog)
    #expect(dialog.text(.file) == "/x.png")
    #expect(script.frame.plainText.contains("没有“/x.png”"))
    #expect(script.state.projection.events.isEmpty)
  }
}
