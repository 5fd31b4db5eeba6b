import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// Evidence at the screen is what it is on the command line, and nothing kept is ever executed.
struct EvidenceLaws {
  private func office() throws -> Office {
    Office("shipped", try ShippedStore.copy(), on: "2018-10-23")
  }

  private func put(_ bytes: [UInt8], _ name: String, _ office: Office) throws {
    let file = try office.written.create(name)
    try office.written.write(bytes, to: file)
    try office.written.close(file)
  }

  private func attach(_ name: String, _ screen: inout Screen) throws {
    try screen.press("5 Home / lit:临沧 Enter m z lit:/out/\(name) Tab lit:已更新 Enter")
  }

  private static let pdf = Array("%PDF-1.7 整改".utf8)

  @Test func theStoreHasTheSameAsByCommand() throws {
    let (office, other) = (try office(), try office())
    for office in [office, other] { try put(Self.pdf, "报告.pdf", office) }
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    try attach("报告.pdf", &screen)
    #expect(
      screen.state.talk.message?.text.chinese == "已存为佐证：报告.pdf，1 KB（临沧）",
      "\(screen.frame.plainText)")
    let said = try other.run(["attach", "临沧", "/out/报告.pdf", "--note", "已更新"])
    #expect(said.status == 0, "\(said.warnings)")
    let fields = ["name", "sha256", "kilobytes", "form", "note", "on"]
    for field in fields {
      let shown = try [office, other].map { try $0.run(["show", "临沧", "--format", "json"]).answer }
      let values = shown.map { text in
        text.split(separator: "\n").filter { $0.contains("\"\(field)\":") }.map(String.init)
      }
      #expect(values[0] == values[1], "\(field)")
    }
    let hash = SHA256.hex(Self.pdf)
    for office in [office, other] {
      #expect(try office.store.read("attachments/\(hash)", limit: 1 << 20) == Self.pdf)
    }
    // Once more is nothing more.
    screen = try office.screen(.deadlines, .chinese, 100, 30)
    try attach("报告.pdf", &screen)
    #expect(screen.state.talk.message?.text.chinese == "此前已存为佐证：报告.pdf（临沧），无需重复")
    #expect(
      try office.run(["check", "--format", "json"]).status
        == other.run(["check", "--format", "json"]).status)
  }

  @Test func whatCannotBeKeptIsSaidInTheDialog() throws {
    let office = try office()
    try put([], "空.png", office)
    try put([UInt8](repeating: 0x20, count: Attachment.limit + 1), "大.txt", office)
    for (name, why) in [
      ("空.png", "“/out/空.png”是空文件，未登记任何内容"), ("大.txt", "“/out/大.txt”超过32 MB，不能作为佐证材料保存"),
      ("无.png", "文件“/out/无.png”无法读取：不存在；请检查路径。"),
    ] {
      var screen = try office.screen(.deadlines, .chinese, 120, 36)
      try attach(name, &screen)
      let dialog = try #require(screen.state.overlay as? RecordDialog, "\(name)")
      #expect(dialog.refusal?.chinese.hasPrefix(why) == true, "\(dialog.refusal?.chinese ?? "")")
      #expect(dialog.text(.file) == "/out/\(name)")
    }
    #expect(try office.run(["history", "--format", "json"]).answer == "[]\n")
  }

  // MARK: - Opened

  private func opening(
    _ name: String, _ bytes: [UInt8],
    _ change: (any FileSystem, String) throws -> Void = { _, _ in }
  ) throws -> String {
    let office = try office()
    try put(bytes, name, office)
    var screen = try office.screen(.deadlines, .chinese, 100, 30)
    try attach(name, &screen)
    try change(office.store, "attachments/\(SHA256.hex(bytes))")
    try screen.press("o")
    return screen.state.talk.message?.text.chinese ?? ""
  }

  @Test func whatWasAlteredOrIsGoneIsNotOpened() throws {
    let gone = try opening("报告.pdf", Self.pdf) { store, path in try store.remove(path) }
    #expect(gone.hasPrefix("“报告.pdf”无法读取：attachments/"), "\(gone)")
    #expect(gone.contains("不存在；请用 census check 核对"))
    let altered = try opening("报告.pdf", Self.pdf) { store, path in
      try store.remove(path)
      let file = try store.create(path)
      try store.write(Array("%PDF-1.7 其他".utf8), to: file)
      try store.close(file)
    }
    #expect(altered.hasPrefix("“报告.pdf”的内容已不是登记时的内容，没有打开"), "\(altered)")
  }

  /// What the bytes are decides, and no name makes a program of them.
  @Test(arguments: [
    ("安装.exe", [UInt8]([0x4D, 0x5A, 0x90, 0x00, 0x03]), "其他"),
    ("材料.zip", [0x50, 0x4B, 0x03, 0x04, 0x14], "压缩"),
    ("报告.pdf", [0x7F, 0x45, 0x4C, 0x46, 0x02], "其他"),
  ])
  func whatMayDoHarmIsNotOpened(_ name: String, _ bytes: [UInt8], _ word: String) throws {
    let said = try opening(name, bytes)
    #expect(said.hasPrefix("“\(name)”（\(word)"), "\(said)")
    #expect(said.contains("不在这里打开；内容存于数据目录的 attachments/"))
  }

  @Test func withoutRoomForACopyThatIsSaid() throws {
    let said = try opening("报告.pdf", Self.pdf)
    #expect(said.hasPrefix("“报告.pdf”的副本写不进“/tmp”：不存在；请腾出空间"), "\(said)")
  }
}
