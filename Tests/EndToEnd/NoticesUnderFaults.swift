import CensusTestSupport
import FoundationEssentials
import Testing

/// A notice that is taken in by a program that is killed at any of its calls: all of it, or nothing.
@Suite(
  .enabled("strace is not installed, or may not be used here") { await Faults.canBeMade() }
)
struct NoticesUnderFaults {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private var common: [String] { ["--store", scratch.store, "--lang", "en"] }

  private var taking: [String] {
    [
      Programs.census, "import", scratch.path + "/annex.tsv", "--quarter", "2018Q4", "--due",
      "2019-02-01",
      "--accept",
    ] + common
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.store + "/quarters")
      .filter { $0.hasPrefix("2018Q4") }
  }

  @Test(arguments: ["openat", "write", "fsync", "renameat", "mkdirat", "flock"])
  func killedAtEveryCall(_ call: String) async throws {
    let rows = """
      序号\t州、市/部门\t网站名称\t网站标识码\t存在问题
      1\t昆明\t甲网站\t5301000901\t首页不更新
      2\t昆明\t乙网站\t\t错字漏字
      3\t临沧\t丙网站\t5309000901\t空白栏目

      """
    try Data(rows.utf8).write(to: URL(filePath: scratch.path + "/annex.tsv"))
    for number in 1... {
      let killed = try await Programs.run(
        "strace",
        [
          "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(number)",
        ] + taking)
      let found = try files()
      if found.isEmpty {
        #expect(killed.status == 137, "\(call) \(number): \(killed.errors)")
      } else {
        #expect(found.count == 1)
        let findings = try await Programs.run(
          Programs.census, ["findings", "--quarter", "2018Q4", "--format", "csv"] + common)
        #expect(findings.errors == "" && findings.status == 0, "\(call) \(number)")
        #expect(findings.output.split(whereSeparator: \.isNewline).count == 4, "\(call) \(number)")
      }
      guard killed.status == 137 else { return }
      for name in found {
        try FileManager.default.removeItem(atPath: scratch.store + "/quarters/" + name)
        // The machine remembers what it took in; here it is to begin anew.
        try? FileManager.default.removeItem(atPath: scratch.store + "/local/recorded/" + name)
      }
    }
  }
}
