import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// A copy of the whole store that can be gone on with.
struct BackupTests {
  /// A desk with records, a contact and evidence.
  private func plain() throws -> Desk {
    let desk = try Desk()
    desk.folders["."] = InMemoryFileSystem()
    try desk.does("receive 临沧 --part both")
    try desk.does("contact 临沧 --name 李 --phone 0883")
    let store = try #require(desk.folders["store"])
    try Store.open(store).keep([Attachment(name: "a", bytes: Array("abc".utf8))])
    return desk
  }

  @Test func aFolderIsTheStoreAgain() throws {
    let desk = try plain()
    let answer = try desk.run("backup", "copy")
    #expect(answer.status == 0 && answer.warnings == "", "\(answer.warnings)")
    #expect(answer.answer.contains("3 records among them"))
    let copy = try #require(desk.folders["copy"])
    #expect(try copy.permissions(of: "private").isOwnersAlone)
    for list in ["units", "history", "check"] {
      let now = try desk.run(list, "--format", "json", "--store", "copy")
      #expect(try desk.run(list, "--format", "json").answer == now.answer)
    }
    #expect(try desk.run("backup", "copy").warnings.contains("exists already"))
    #expect(try desk.run("backup", "nowhere/copy").status == 1)
  }

  @Test func anArchiveHasEveryFile() throws {
    let desk = try plain()
    let answer = try desk.run("backup", "普查.tar", "--lang", "zh")
    #expect(answer.status == 0, "\(answer.warnings)")
    #expect(answer.answer.hasPrefix("已备份并核对") && answer.answer.contains("其中记录3条"))
    let folder = try #require(desk.folders["."])
    let bytes = try folder.read("普查.tar", limit: 64 << 20)
    #expect(bytes.count % 512 == 0 && bytes[257..<262].elementsEqual("ustar".utf8))
    #expect(try folder.permissions(of: "普查.tar").isOwnersAlone)
    // Unpacked, nobody else enters the folders with telephone numbers.
    var folders: [[String]] = []
    for place in stride(from: 0, to: bytes.count, by: 512) {
      let block = bytes[place..<(place + 512)]
      let isHeader = block.dropFirst(257).prefix(5).elementsEqual("ustar".utf8)
      guard isHeader, block[place + 156] == UInt8(ascii: "5") else { continue }
      let name = block.prefix(100).prefix { $0 != 0 }
      let mode = block.dropFirst(100).prefix(7)
      folders.append([String(decoding: name, as: UTF8.self), String(decoding: mode, as: UTF8.self)])
    }
    #expect(
      folders == [["普查/private/", "0000700"], ["普查/private/2018-10-19/", "0000700"]], "\(folders)")
    #expect(try desk.run("backup", "普查.tar").warnings.contains("exists already"))
    let packed = try desk.run("backup", "普查.tar.gz", "--lang", "zh")
    #expect(packed.status == 1)
    #expect(
      packed.warnings
        == "census: 备份不压缩，没有写出“普查.tar.gz”；请写成 .tar，再用 gzip 等压缩，或写成一个目录。\n")
  }

  @Test func whatIsDamagedIsCopiedAndSaid() throws {
    let desk = try plain()
    let store = try #require(desk.folders["store"])
    try Desk.put([1], at: "attachments/" + String(repeating: "a", count: 64), in: store)
    let answer = try desk.run("backup", "copy")
    #expect(answer.status == 2 && answer.warnings.contains("is damaged in the store"))
  }

  @Test func aTargetWithinTheStoreIsRefused() throws {
    let desk = try plain()
    desk.folders["store/"] = desk.folders["store"]
    #expect(try desk.run("backup", "store/copy").status == 1)
  }

  /// Wherever the disk fails, it is said; what is there is no store, but for one that is all there and
  /// that the disk did not confirm.
  @Test func aBackupThatFailsIsNone() throws {
    let desk = try plain()
    let store = try Store.open(try #require(desk.folders["store"]))
    var index = 0
    while true {
      let target = FaultyFileSystem(InMemoryFileSystem(), failingAt: index, .errors(.noSpace))
      guard (try? store.backup(into: target)) == nil else { break }
      // It may be all there, and not be confirmed or read again.
      let isUnconfirmed =
        target.steps.last.map { [.close, .synchronize, .read].contains($0) } ?? false
      #expect(isUnconfirmed || (try? Store.open(target.base)) == nil, "step \(index)")
      index += 3
    }
    #expect(index > 50)
  }
}
