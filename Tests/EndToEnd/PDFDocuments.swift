import CensusTestSupport
import FoundationEssentials
import Testing

/// PDF that LibreOffice makes of a document and `pdftotext` reads: the facts of the document, and no copy
/// of it left behind.
@Suite(
  .enabled(if: Office.isHere && Office.hasPDFToText, "LibreOffice or pdftotext is not installed"))
struct PDFDocuments {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// The sample notice as a page; a prefecture's cell is one for all of its rows.
  private var html: String {
    let first = SampleNotice.first.map { $0.map { "<td>\($0)</td>" }.joined() }
    let merged = SampleNotice.secondMerged
    let second = merged.enumerated().map { place, row in
      let rows = merged[(place + 1)...].prefix { $0[1].isEmpty }.count + 1
      return row.enumerated().map { column, text in
        guard column == 1 else { return "<td>\(text)</td>" }
        return text.isEmpty ? "" : "<td rowspan=\(rows)>\(text)</td>"
      }.joined()
    }
    func table(_ rows: [String]) -> String {
      "<table border=1>" + rows.map { "<tr>\($0)</tr>" }.joined(separator: "\n") + "</table>"
    }
    return "<html><head><meta charset=utf-8></head><body>"
      + SampleNotice.body.map { "<p>\($0)</p>" }.joined(separator: "\n")
      + "<p>\(SampleNotice.firstTitle)</p>" + table(first)
      + "<p>\(SampleNotice.secondTitle)</p>" + table(second)
      + "<p>\(SampleNotice.note)</p></body></html>"
  }

  @Test func itGivesTheFactsOfTheDocument() async throws {
    try scratch.write(html, to: "notice.html")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/tmp", withIntermediateDirectories: true)
    let own = try await scratch.imported("notice.html")
    #expect(own.status == 0, "\(own.errors)")
    let expected = try ImportedDraft(own).findings
    #expect(expected.count == 8)
    let saved = try await Programs.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(scratch.path)/profile", "--headless", "--convert-to", "pdf",
        "--outdir", scratch.path, "\(scratch.path)/notice.html",
      ], setting: ["HOME=\(scratch.path)"])
    #expect(saved.status == 0, "\(saved.errors)")
    let refused = try await scratch.imported("notice.pdf")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("add --convert"))
    let read = try await scratch.imported("notice.pdf", ["--convert"])
    #expect(read.status == 0, "\(read.errors)")
    let found = try ImportedDraft(read)
    #expect(found.findings == expected)
    #expect(read.output.contains("read out of a PDF by pdftotext"))
    let unseen = try await scratch.imported("notice.pdf", ["--convert", "--accept"])
    #expect(unseen.status == 1)
    let digest = try #require(found.digest)
    let taken = try await scratch.imported(
      "notice.pdf", ["--convert", "--accept", "--expect", digest])
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/tmp") == [])
  }

  /// Bytes that only begin like a PDF are refused in a sentence.
  @Test func noiseIsRefused() async throws {
    try scratch.write("%PDF-1.7\n" + String(repeating: "x", count: 10_000), to: "noise.pdf")
    let read = try await scratch.imported("noise.pdf", ["--convert"])
    #expect(read.status == 1)
    #expect(read.errors.contains("that pdftotext did not read"))
  }
}
