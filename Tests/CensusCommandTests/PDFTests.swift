import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// PDF notices: read by `pdftotext` where somebody says so, and never taken in unseen.
struct PDFTests {
  private static let pdf = Array("%PDF-1.7 of a notice".utf8)

  /// A desk on which a PDF lies and `pdftotext` tells of it what a fixture has.
  private func desk(_ name: String) throws -> Desk {
    let desk = try Desk()
    desk.now = "2019-01-15T01:00:00Z"
    let folder = InMemoryFileSystem()
    desk.folders["in"] = folder
    try Desk.put(Self.pdf, at: "a.pdf", in: folder)
    let words = try SamplePages.words(name)
    desk.words = { document in document == Self.pdf ? .output(words) : .stopped }
    return desk
  }

  /// Nothing reads it unless somebody says so; where it cannot be read, a sentence says what to do.
  @Test func itIsReadWhereSomebodySaysSo() throws {
    let desk = try desk("plain")
    var isAsked = false
    let words = desk.words
    desk.words = { document in
      isAsked = true
      return words(document)
    }
    let refused = try desk.run("import", "in/a.pdf")
    #expect(refused.status == 1)
    #expect(refused.answer == "")
    #expect(refused.warnings.contains("install pdftotext (poppler-utils) and add --convert"))
    #expect(!isAsked)
    #expect(try desk.json("import", "in/a.pdf", "--convert")["findings"]?.rows.count == 8)
    #expect(isAsked)
    let faults: [(Conversion, String)] = [
      (.missing, "which is not on the PATH; install poppler-utils"),
      (.stopped, "that pdftotext did not read"), (.tooLong, "took too long"),
      (.output([]), "that pdftotext did not read"),
      (.output(Array("<doc></doc>".utf8)), "holds only pictures"),
    ]
    for (conversion, words) in faults {
      desk.words = { _ in conversion }
      let outcome = try desk.run("import", "in/a.pdf", "--convert")
      #expect(outcome.status == 1)
      #expect(outcome.warnings.contains(words), "\(outcome.warnings)")
      #expect(outcome.warnings.split(separator: "\n").count == 1)
    }
  }

  /// The same facts as a text gives, and the doubt beside them.
  @Test(arguments: ["plain", "merged"])
  func theFactsAreThoseOfText(name: String) throws {
    let desk = try desk(name)
    let folder = try #require(desk.folders["in"])
    let table = SampleNotice.second.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let first = SampleNotice.first.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let text = (SampleNotice.body + ["", first, "", table]).joined(separator: "\n")
    try Desk.put(Array(text.replacing("大于 40", with: "大于40").utf8), at: "a.txt", in: folder)
    let expected = try desk.json("import", "in/a.txt")
    let read = try desk.json("import", "in/a.pdf", "--convert")
    for key in ["findings", "prefectures", "title", "issued", "due", "sampledTo", "parts"] {
      #expect(read[key] == expected[key], "\(key)")
    }
    let said = "read out of a PDF by pdftotext"
    func isDoubted(_ draft: JSON) -> Bool {
      draft["problems"]?.rows.contains { $0["message"]?.string?.contains(said) == true } == true
    }
    #expect(isDoubted(read))
    #expect(!isDoubted(expected))
    let checked = try desk.run("check", "in/a.pdf", "--convert")
    #expect(checked.status == 2)
    #expect(checked.answer.contains(said))
  }

  /// It is written only with the digest of what was shown.
  @Test func itIsNeverTakenInUnseen() throws {
    let desk = try desk("merged")
    let unseen = try desk.run("import", "in/a.pdf", "--convert", "--accept")
    #expect(unseen.status == 1)
    #expect(unseen.warnings.contains("only after it was compared with the original, row by row"))
    #expect(try desk.run("overview", "--quarter", "2018Q4").status != 0)
    let digest = try #require(try desk.json("import", "in/a.pdf", "--convert")["digest"]?.string)
    #expect(unseen.warnings.contains("--expect \(digest)"))
    let other = try desk.run(
      "import", "in/a.pdf", "--convert", "--accept", "--expect", String(repeating: "0", count: 64))
    #expect(other.status == 1)
    let taken = try desk.run(
      "import", "in/a.pdf", "--convert", "--accept", "--expect", digest, "--lang", "zh")
    #expect(taken.status == 0, "\(taken.warnings)")
    #expect(try desk.run("findings", "--quarter", "2018Q4").status == 0)
  }

  /// What where it stands does not tell waits for an answer, which may be given.
  @Test func anUncertainCellIsMended() throws {
    let desk = try desk("narrow-code")
    let shown = try desk.run("import", "in/a.pdf", "--convert", "--lang", "zh")
    #expect(shown.status == 2)
    #expect(shown.answer.contains("第3行第4格“53000000102”：凭位置看不准"))
    #expect(shown.answer.contains("标识码5300000101由几段拼成，请逐位与原件核对"))
    let folder = try #require(desk.folders["in"])
    try Desk.put(
      Array("{\"cells\": {\"2:3:4\": \"5300000102\"}}".utf8), at: "answers.json", in: folder)
    let mended = try desk.json(
      "import", "in/a.pdf", "--convert", "--answers", "in/answers.json")
    #expect(mended["notUnderstood"]?.rows.count == 0)
    #expect(mended["findings"]?.rows.count == 8)
  }
}
