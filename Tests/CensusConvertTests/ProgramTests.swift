import CensusTestSupport
import FoundationEssentials
import Subprocess
import Testing

/// The programs as they are built, with the converter beside them.
@Suite struct ProgramTests {
  private func run(_ program: String, _ arguments: [String]) async throws -> (String, Int) {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments([program] + arguments),
      environment: .custom([
        "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "CENSUS_LANG": "en",
      ]), output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let status = if case .exited(let code) = result.terminationStatus { Int(code) } else { -1 }
    return (result.standardOutput + result.standardError, status)
  }

  /// Neither program links what the converter reads documents with.
  @Test(arguments: ["census", "census-tui"])
  func theLibrariesAreTheConvertersAlone(program: String) async throws {
    let libraries = try await run("ldd", [Converter.folder + "/" + program])
    #expect(libraries.1 == 0)
    #expect(!libraries.0.contains("libxml2"))
    #expect(!libraries.0.contains("libzip"))
    let converter = try await run("ldd", [Converter.folder + "/census-convert"])
    #expect(converter.0.contains("libxml2") && converter.0.contains("libzip"))
  }

  /// A form that was filled in comes back out of each container as it went out.
  @Test(arguments: ["docx", "xlsx", "csv", "md", "html"])
  func aFilledFormComesBack(ending: String) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "census-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let census = Converter.folder + "/census"
    let form = folder.appending(path: "form.\(ending)").path
    let filled = folder.appending(path: "filled.csv")
    let rows = "编号,整改措施,完成时间,责任人\n2018Q3-17,首页已更新；=1+1,立行立改,政府办 张三\n2018Q3-20,已关停,10月30日,\n"
    try Data(rows.utf8).write(to: filled)
    func answers(_ store: String, _ more: String...) async throws -> (String, Int) {
      try await run(
        census,
        ["answers", "--quarter", "2018Q3", "--store", folder.appending(path: store).path] + more)
    }
    func remedies(_ store: String) async throws -> String {
      try await run(
        census,
        [
          "findings", "--quarter", "2018Q3", "--store", folder.appending(path: store).path,
          "--columns", "id,measures,completion,responsible", "--format", "json",
        ]
      ).0
    }
    for store in ["first", "second"] {
      let path = folder.appending(path: store).path
      _ = try await run(census, ["init", path, "--from", ShippedStore.path])
    }
    #expect(try await answers("first", filled.path, "--accept").1 == 0)
    #expect(try await answers("first", "临沧", "--output", form).1 == 0)
    let back = try await answers("second", form, "--accept")
    #expect(back.1 == 0, "\(back.0)")
    #expect(back.0.contains("recorded 2 events"), "\(back.0)")
    let said = try await remedies("first")
    #expect(said.contains("首页已更新；=1+1") && said.contains("政府办 张三"))
    #expect(try await remedies("second") == said)
  }

  /// A .docx becomes a quarter of a store; a harmful one leaves the store as it was.
  @Test func aDocumentBecomesAQuarter() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "census-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let census = Converter.folder + "/census"
    let store = folder.appending(path: "store").path
    _ = try await run(census, ["init", store, "--from", ShippedStore.path])
    for (name, bytes) in [
      ("notice.docx", Documents.word), ("harm.docx", Documents.word("<w:p>")),
      ("notice.xlsx", Documents.workbook), ("notice.html", Array(Documents.page.utf8)),
    ] {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    func read(_ name: String, _ more: String...) async throws -> (String, Int) {
      try await run(census, ["import", folder.appending(path: name).path, "--store", store] + more)
    }
    let harm = try await read("harm.docx", "--accept")
    #expect(harm.1 == 1)
    #expect(harm.0.split(separator: "\n").count == 1)
    let taken = try await read("notice.docx", "--accept")
    #expect(taken.1 == 0, "\(taken.0)")
    #expect(taken.0.contains("took in Q4 2018"))
    // The same facts out of other containers change nothing.
    for name in ["notice.xlsx", "notice.html"] {
      let again = try await read(name, "--accept")
      #expect(again.1 == 0)
      #expect(again.0.contains("nothing changed"), "\(again.0)")
    }
    let findings = try await run(
      census, ["findings", "--store", store, "--quarter", "2018Q4", "--format", "csv"])
    #expect(findings.0.contains("试验省乙局"))
  }
}
