import FoundationEssentials
import Testing

/// Damage to the store's files, before and while the real dashboard is open.
@Suite(.enabled(if: Programs.hasTmux, "tmux is not installed")) struct DamagedStore {
  private func mark(_ scratch: Scratch) async throws -> String {
    let answer = try await Programs.run(
      Programs.census,
      ["receive", "怒江", "--part", "both", "--on", "2018-10-15", "--store", scratch.store])
    #expect(answer.status == 0)
    let day = scratch.store + "/events/2018Q3"
    let folder = try #require(try FileManager.default.contentsOfDirectory(atPath: day).first)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(day)/\(folder)")
    return "\(day)/\(folder)/\(try #require(names.min()))"
  }

  /// The last row that is not empty.
  private func foot(_ text: String) -> Substring {
    text.split(separator: "\n").last ?? ""
  }

  @Test func aFlippedByteIsSaidWhileItIsOpen() async throws {
    let scratch = try Scratch()
    let path = try await mark(scratch)
    let screen = try await Screen(scratch.dashboard("--view deadlines"), in: scratch)
    try await screen.wait(for: "10-15")
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    let text = try await screen.wait(for: "记录损坏") { foot($0).contains("记录损坏1") }
    #expect(text.contains("1条记录损坏，未计入"))
    // A report is then incomplete on the screen, and the foot of any screen says why.
    for view in ["1", "3", "9", "0"] {
      try await screen.press(view)
      try await screen.wait(for: "the foot of \(view)") { foot($0).contains("记录损坏1") }
    }
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    try await screen.wait(for: "no damage") { !foot($0).contains("损坏") }
    try await screen.close()
  }

  @Test func readingAnewNoticesATruncatedRecord() async throws {
    let scratch = try Scratch()
    let path = try await mark(scratch)
    let screen = try await Screen(scratch.dashboard("--view deadlines"), in: scratch)
    try await screen.wait(for: "10-15")
    try Data().write(to: URL(filePath: path))
    try await screen.press("r")
    try await screen.wait(for: "记录损坏") { foot($0).contains("记录损坏1") }
    try await screen.close()
  }

  @Test func aConflictMarkerIsThatQuarterUnreadable() async throws {
    let scratch = try Scratch()
    let path = "store/quarters/2018Q3.json"
    let whole = try #require(scratch.text(path))
    try scratch.write("<<<<<<< HEAD\n" + whole, to: path)
    let screen = try await Screen(scratch.dashboard(), in: scratch)
    let text = try await screen.wait(for: "2018Q3 无法读取：quarters/2018Q3.json 第1行第1列，应为一个值")
    #expect(text.contains("‹ 2018年三季度 ›"))
    #expect(foot(text).contains("“quarters/2018Q3.json”无法读取或已损坏"))
    try await screen.press("8")
    try await screen.wait(for: "文件已损坏，未采用")
    try await screen.press("5", "b")
    try await screen.wait(for: "2018Q3 无法读取")
    try scratch.write(whole, to: path)
    let mended = try await screen.wait(for: "怒江")
    #expect(!foot(mended).contains("损坏"))
    try await screen.close()
  }

  /// What is owed there is in no list, and nobody takes that for nothing.
  @Test func aDamagedOtherPeriodIsNamedFromTheFirstFrame() async throws {
    let scratch = try Scratch()
    try scratch.write("<<<<<<< HEAD\n", to: "store/quarters/2020Q2.json")
    let frame = try await Programs.run(
      Programs.dashboard,
      [
        "--store", scratch.store, "--lang", "zh", "--quarter", "2018Q3", "--print-frame", "--size",
        "100x30",
      ])
    #expect(frame.status == 0)
    #expect(foot(frame.output).contains("“quarters/2020Q2.json”无法读取或已损坏"))
    let screen = try await Screen(scratch.dashboard("--quarter 2018Q3"), in: scratch)
    try await screen.wait(for: "the damage") {
      foot($0).contains("“quarters/2020Q2.json”无法读取或已损坏")
    }
    try await screen.press("W")
    try await screen.wait(for: "无法读取，未列入：2020Q2。")
    try await screen.close()
  }

  @Test func aQuarterDeletedWhileItIsOpenStaysThatQuarter() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard(), in: scratch)
    try await screen.wait(for: "2018年三季度")
    try FileManager.default.removeItem(atPath: scratch.store + "/quarters/2018Q3.json")
    let text = try await screen.wait(for: "2018Q3 无法读取：quarters/2018Q3.json 不存在")
    #expect(text.contains("‹ 2018年三季度 ›"))
    try await screen.close()
  }

  @Test func aStoreThatComesToAskForANewerProgramIsSaid() async throws {
    let scratch = try Scratch()
    let screen = try await Screen(scratch.dashboard("--view deadlines"), in: scratch)
    try await screen.wait(for: "怒江")
    let text = try #require(scratch.text("store/store.json"))
    try scratch.write(
      text.replacing(#""minReader": 1"#, with: #""minReader": 2"#), to: "store/store.json")
    try await screen.wait(for: "打开之后，数据目录已改为只供更新的版本读取（需要2，本程序支持1）")
    try await screen.press("b")
    try await screen.wait(for: "只读")
    #expect(!FileManager.default.fileExists(atPath: scratch.store + "/events"))
    try await screen.close()
  }

  @Test func aRenamedFolderOfRecordsIsSaidByBothPrograms() async throws {
    let scratch = try Scratch()
    _ = try await mark(scratch)
    try FileManager.default.moveItem(
      atPath: scratch.store + "/events/2018Q3",
      toPath: scratch.store + "/events/2018Q3 (conflicted copy)")
    let units = try await Programs.run(
      Programs.census, ["units", "--store", scratch.store, "--lang", "zh"])
    #expect(
      units.errors
        == "census: “events/2018Q3”里原有的记录不见了；"
        + "“events/2018Q3 (conflicted copy)”不属于本数据目录，未读取；结果可能不完整，详见 census check。\n")
    let check = try await Programs.run(
      Programs.census, ["check", "--store", scratch.store, "--format", "json"])
    #expect(check.output.contains("\"code\" : \"strayName\""))
    let screen = try await Screen(scratch.dashboard(), in: scratch)
    try await screen.wait(for: "不明文件1")
    try await screen.close()
  }

  /// The tool that everybody has agrees with what the program writes.
  @Test func theChecksumsAreThoseOfSHA256Sum() async throws {
    let scratch = try Scratch()
    try scratch.write(try #require(scratch.text("store/units.json")) + "\n", to: "store/units.json")
    let confirmed = try await Programs.run(
      Programs.census, ["check", "--confirm-facts", "--store", scratch.store, "--lang", "en"])
    #expect(confirmed.errors == "census: confirmed units.json.\n")
    let answer = try await Programs.run(
      "/bin/sh", ["-c", "cd \(scratch.store) && sha256sum --strict --quiet -c SHA256SUMS"])
    #expect(answer.status == 0)
  }
}
