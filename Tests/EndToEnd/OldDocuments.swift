import CensusTestSupport
import FoundationEssentials
import Testing

/// Documents that LibreOffice saves first: the same facts out of each, and nothing left behind.
@Suite(.enabled(if: Office.isHere, "LibreOffice is not installed"))
struct OldDocuments {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func page(_ rows: [[String]]) -> String {
    let lines = rows.map { row in
      "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    return "<table border=1>\(lines.joined(separator: "\n"))</table>"
  }

  /// The sample notice as a page: office programs open it and save it as what they are asked for.
  private var html: String {
    "<html><head><meta charset=utf-8></head><body>"
      + SampleNotice.body.map { "<p>\($0)</p>" }.joined(separator: "\n")
      + "<p>\(SampleNotice.firstTitle)</p>" + page(SampleNotice.first)
      + "<p>\(SampleNotice.secondTitle)</p>" + page(SampleNotice.second) + "</body></html>"
  }

  private func saved(_ name: String, as form: String, _ more: [String] = []) async throws {
    let answer = try await Programs.run(
      "soffice",
      ["-env:UserInstallation=file://\(scratch.path)/profile", "--headless"] + more
        + ["--convert-to", form, "--outdir", scratch.path, "\(scratch.path)/\(name)"],
      setting: ["HOME=\(scratch.path)"])
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test func eachGivesTheSameFindings() async throws {
    try scratch.write(html, to: "notice.html")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/tmp", withIntermediateDirectories: true)
    let own = try await scratch.imported("notice.html")
    #expect(own.status == 0, "\(own.errors)")
    let expected = try ImportedDraft(own).findings
    #expect(expected.count == 8)
    try await saved("notice.html", as: "odt")
    try await saved("notice.odt", as: "doc")
    try await saved("notice.odt", as: "rtf")
    try await saved("notice.html", as: "ods", ["--infilter=calc_HTML_WebQuery"])
    try await saved("notice.ods", as: "xls")
    for name in ["odt", "doc", "rtf", "ods", "xls"].map({ "notice.\($0)" }) {
      let refused = try await scratch.imported(name)
      #expect(refused.status == 1, "\(name)")
      #expect(refused.errors.contains("add --convert"), "\(name): \(refused.errors)")
      let read = try await scratch.imported(name, ["--convert"])
      #expect(read.status == 0, "\(name): \(read.errors)")
      #expect(try ImportedDraft(read).findings == expected, "\(name)")
      #expect(read.output.contains("saved by LibreOffice first"), "\(name)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/tmp") == [])
  }
}

/// Whether LibreOffice and `pdftotext` can be used here.
enum Office {
  static let isHere = has("soffice")
  static let hasPDFToText = has("pdftotext")

  private static func has(_ program: String) -> Bool {
    if ProcessInfo.processInfo.environment["CENSUS_OFFICE"] != nil { return true }
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
