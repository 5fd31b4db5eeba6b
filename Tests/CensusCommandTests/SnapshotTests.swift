import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Reports that are frozen (归档报告).
struct SnapshotTests {
  private static let day = ["--as-of", "2018-10-24", "--by", "张三"]

  private func names(_ desk: Desk) throws -> [String] {
    try #require(desk.folders["store"]).list("snapshots").map(\.name).sorted()
  }

  @Test func thePageLiesUnderItsHashAndIsWhatTheReportSays() throws {
    let desk = try Desk()
    try desk.does("receive 昆明 --part both --on 2018-10-18")
    let frozen = try desk.run(["snapshot", "--lang", "zh"] + Self.day)
    let name = try #require(try names(desk).first { $0.hasSuffix(".html") })
    #expect(
      frozen.answer == "已归档2018年三季度的报告（截至2018-10-24，计入2条记录）：store/snapshots/\(name)\n")
    let store = try #require(desk.folders["store"])
    let page = try store.read("snapshots/\(name)", limit: 1 << 20)
    #expect(name == "2018Q3.2018-10-24.\(SHA256.hex(page).prefix(16)).html")
    let report = try desk.run("report", "--format", "html", "--as-of", "2018-10-24", "--lang", "zh")
    #expect(report.answer == String(decoding: page, as: UTF8.self))
    #expect(try names(desk).count == 2)
  }

  @Test func whatWasFrozenJustSoIsNotFrozenTwice() throws {
    let desk = try Desk()
    _ = try desk.run(["snapshot"] + Self.day)
    let again = try desk.run(["snapshot", "--as-of", "2018-10-24", "--by", "李四"])
    #expect(
      again.answer.hasPrefix(
        "张三 froze the report of Q3 2018 as of 2018-10-24 (0 records) just so on "))
    #expect(again.answer.hasSuffix("; nothing was written\n"))
    #expect(try names(desk).count == 2)
    // Something was recorded: what is known of that day is no longer the same.
    try desk.does("receive 昆明 --part both --on 2018-10-18")
    let later = try JSON(try desk.run(["snapshot", "--format", "json"] + Self.day).answer)
    #expect(later["isNew"] == .flag(true))
    #expect(later["events"] == 2)
    #expect(try names(desk).count == 4)
  }

  @Test func theyAreListedAndCheckReadsEach() throws {
    let desk = try Desk()
    _ = try desk.run(["snapshot"] + Self.day)
    _ = try desk.run(["snapshot", "--as-of", "2018-10-20", "--by", "李四", "--lang", "zh"])
    let rows = try JSON(try desk.run("snapshot", "--list", "--format", "json").answer)
    #expect(Set(rows.column("asOf")) == ["2018-10-20", "2018-10-24"])
    #expect(rows.column("whole") == [.flag(true), .flag(true)])
    #expect(
      try desk.run("snapshot", "--list", "--quarter", "2018Q2", "--lang", "zh").answer
        == "还没有归档的报告。\n")
    #expect(!(try desk.run("check", "--format", "json").answer.contains("snapshots/")))

    let store = try #require(desk.folders["store"])
    let page = try #require(try names(desk).first { $0.contains("10-24") && $0.hasSuffix(".html") })
    try store.remove("snapshots/\(page)")
    try Desk.put(Array("<html>".utf8), at: "snapshots/\(page)", in: store)
    try Desk.put([0x20], at: "snapshots/notes.txt", in: store)
    let record = try #require(
      try names(desk).first { $0.contains("10-20") && $0.hasSuffix(".html") })
    try store.remove("snapshots/\(record)")
    let found = try JSON(try desk.run("check", "--format", "json").answer).rows.filter { row in
      guard case .text(let path)? = row["where"] else { return false }
      return path.hasPrefix("snapshots/")
    }
    #expect(found.map { $0["code"] } == ["damagedSnapshot", "unreadableFile", "strayName"])
    let list = try desk.run("snapshot", "--list", "--lang", "zh")
    #expect(list.status == 2)
    #expect(list.answer.contains("已损坏"))
  }

  @Test func aMergeTakesThemInAndNothingIsWrittenReadOnly() throws {
    let desk = try Desk()
    let other = try ShippedStore.copy()
    desk.folders["other"] = other
    _ = try desk.run(["snapshot"] + Self.day)
    let merged = try desk.run("merge", "store", "--store", "other", "--lang", "zh")
    #expect(merged.answer == "已并入0条记录、1份归档报告；原已有0条\n")
    #expect(try other.list("snapshots").map(\.name).sorted() == (try names(desk)))
    let refused = try desk.run(["snapshot", "--read-only"] + Self.day)
    #expect(refused.status == 1)
    #expect(try names(desk).count == 2)
  }
}
