import CensusCommand
import CensusCore
import CensusStore
import Testing

/// Files that are kept as evidence (佐证材料).
struct EvidenceTests {
  private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]

  private func desk() throws -> Desk {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    try Desk.put(Self.picture, at: "修复后.png", in: folder)
    try Desk.put(Array("%PDF-1.7 报告".utf8), at: "报告.pdf", in: folder)
    try Desk.put([], at: "空.pdf", in: folder)
    desk.folders["files"] = folder
    return desk
  }

  private func store(_ desk: Desk) throws -> any FileSystem { try #require(desk.folders["store"]) }

  @Test func theBytesLieUnderTheirHashAndTheRecordNamesThem() throws {
    let desk = try desk()
    let outcome = try desk.run(
      "attach", "昆明", "files/修复后.png", "files/报告.pdf", "--note", "现场截图", "--lang", "zh")
    #expect(outcome.answer == "已登记2条：昆明；撤销用：census undo\n")
    let hash = SHA256.hex(Self.picture)
    #expect(try store(desk).read("attachments/\(hash)", limit: 1_000) == Self.picture)
    let page = try desk.run("show", "昆明", "--lang", "zh").answer
    #expect(page.contains("佐证材料"))
    #expect(page.contains("修复后.png"))
    #expect(page.contains("佐证材料：修复后.png（图片，1 KB；现场截图）"))
    let files = try JSON(try desk.run("show", "昆明", "--format", "json").answer)["evidenceList"]
    let rows = try #require(files)
    #expect(rows.column("name") == ["报告.pdf", "修复后.png"])
    #expect(rows.column("form") == ["pdf", "image"])
    #expect(rows.column("kilobytes") == [1, 1])
    #expect(rows.column("sha256").last == .text(hash))
    // The search finds it by its name and its remark.
    #expect(try desk.json("history", "--search", "修复后").rows.count == 1)
    #expect(try desk.json("history", "--search", "现场截图").rows.count == 2)
  }

  @Test func theSameFileIsKeptOnce() throws {
    let desk = try desk()
    try desk.does("attach 2018Q3-7 files/修复后.png")
    let again = try desk.run("attach", "2018Q3-7", "files/修复后.png")
    #expect(again.answer == "skipped: 2018Q3-7 (recorded before)\n")
    // For another finding it is another record of the same bytes.
    try desk.does("attach 2018Q3-8 files/修复后.png")
    #expect(try store(desk).list("attachments").count == 1)
    #expect(try desk.json("history").rows.count == 2)
  }

  /// Whoever attaches once more what has vanished or was altered has it kept again, and is told.
  @Test func whatIsGoneIsKeptAnew() throws {
    let desk = try desk()
    try desk.does("attach 2018Q3-7 files/修复后.png")
    let path = "attachments/\(SHA256.hex(Self.picture))"
    let store = try store(desk)
    let said =
      "what had been kept was gone or had been altered, and is kept anew: 修复后.png\n"
      + "skipped: 2018Q3-7 (recorded before)\n"
    try store.remove(path)
    #expect(try desk.run("attach", "2018Q3-7", "files/修复后.png").answer == said)
    #expect(try store.read(path, limit: 1_000) == Self.picture)
    try store.remove(path)
    try Desk.put([0x41], at: path, in: store)
    #expect(try desk.run("attach", "2018Q3-7", "files/修复后.png").answer == said)
    #expect(try store.read(path, limit: 1_000) == Self.picture)
    #expect(try desk.json("history").rows.count == 1)
  }

  @Test(arguments: [
    "receive 昆明 --part both --file files/报告.pdf", "recheck 2018Q3-3 --passed --file files/修复后.png",
    "account 昆明 --stage opened --approved-by 甲 --file files/报告.pdf",
  ])
  func whatIsRecordedKeepsItsFile(_ line: String) throws {
    let desk = try desk()
    desk.now = "2018-11-05T01:00:00Z"
    if line.hasPrefix("account") { try desk.does("recheck 2018Q3-3 --failed --on 2018-11-02") }
    try desk.does(line)
    let types = try desk.json("history").column("type")
    #expect(types.contains("evidence"))
    #expect(try store(desk).list("attachments").count == 1)
    // One undo takes both back.
    try desk.does("undo")
    #expect(
      try desk.json("history", "--where", "retracted=false", "--type", "evidence").rows.isEmpty)
  }

  @Test func whatIsNoEvidenceIsRefusedInASentence() throws {
    let desk = try desk()
    let empty = try desk.run("attach", "昆明", "files/修复后.png", "files/空.pdf", "--lang", "zh")
    #expect(empty.status == 1)
    #expect(empty.warnings == "census: “files/空.pdf”是空文件，未登记任何内容；请检查后再试。\n")
    let missing = try desk.run("attach", "昆明", "files/没有.pdf", "--lang", "zh")
    #expect(missing.status == 1)
    #expect(missing.warnings.contains("“files/没有.pdf”无法读取"))
    let folder = try #require(desk.folders["files"])
    try Desk.put([UInt8](repeating: 65, count: Attachment.limit + 1), at: "大.txt", in: folder)
    let large = try desk.run("attach", "昆明", "files/大.txt")
    #expect(large.status == 1)
    #expect(
      large.warnings
        == "census: “files/大.txt” is larger than 32 MB, the most that is kept as evidence, so nothing "
        + "was recorded; make it smaller or split it.\n")
    #expect(try desk.run("attach", "昆明", "files/报告.pdf", "--dry-run").status == 0)
    #expect((try? store(desk).list("attachments").count) ?? 0 == 0)
    #expect(try desk.json("history").rows.isEmpty)
  }

  @Test func checkReadsEveryFile() throws {
    let desk = try desk()
    try desk.does("attach 昆明 files/修复后.png files/报告.pdf")
    let store = try store(desk)
    let path = "attachments/\(SHA256.hex(Self.picture))"
    try store.remove(path)
    try Desk.put([1, 2, 3], at: path, in: store)
    try store.remove("attachments/\(SHA256.hex(Array("%PDF-1.7 报告".utf8)))")
    try Desk.put([1], at: "attachments/photo.png", in: store)
    let rows = try JSON(desk.run("check", "--format", "json").answer)
    let found = rows.rows.filter { row in
      [.text("damagedEvidence"), .text("unreadableFile"), .text("strayName")].contains(row["code"])
    }
    #expect(found.map { $0["code"] } == ["damagedEvidence", "unreadableFile", "strayName"])
    #expect(try desk.run("check").status == 2)
    // What was taken back is not missed.
    try desk.does("undo")
    let after = try JSON(desk.run("check", "--format", "json").answer).column("code")
    #expect(!after.contains("damagedEvidence"))
    // Undone and redone, it is.
    try desk.does("redo")
    let redone = try JSON(desk.run("check", "--format", "json").answer).column("code")
    #expect(redone.contains("damagedEvidence") && redone.contains("unreadableFile"))
  }
}
