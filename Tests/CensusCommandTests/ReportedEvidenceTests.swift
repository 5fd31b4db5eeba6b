import CensusCommand
import CensusCore
import CensusReports
import CensusStore
import Testing

/// Evidence in the report: every file that is kept, and pictures where they are asked for.
struct ReportedEvidenceTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("像素".utf8)
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x01]

  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.now = "2018-11-10T01:00:00Z"
    let folder = InMemoryFileSystem()
    try Desk.put(Self.png, at: "修复后.png", in: folder)
    try Desk.put(Self.jpeg, at: "现场.jpg", in: folder)
    try Desk.put(Array("GIF89a".utf8), at: "动图.gif", in: folder)
    try Desk.put(Array("%PDF-1.7 报告".utf8), at: "报告.pdf", in: folder)
    desk.folders["files"] = folder
    try desk.does("receive 昆明 --part both --on 2018-10-18 --file files/报告.pdf")
    try desk.does("recheck 2018Q3-3 --passed --on 2018-11-05 --file files/修复后.png")
    try desk.does("attach 怒江 files/现场.jpg files/动图.gif --note 来电后补")
    return desk
  }

  @Test func everyFileIsListedWithItsUnit() throws {
    let desk = try desk()
    let text = try desk.run("report", "--lang", "zh").answer
    #expect(text.contains("、佐证材料\n"))
    for row in [
      "| 昆明 | 责任单位，收件 | 报告.pdf | PDF | 1 KB | 2018-10-18 | desk-2 | – |",
      "| 昆明 | 第3行 石林彝族自治县人民政府网站，复查 | 修复后.png | 图片 | 1 KB | 2018-11-05 | desk-2 | – |",
      "| 怒江 | 责任单位 | 现场.jpg | 图片 | 1 KB | 2018-11-10 | desk-2 | 来电后补 |",
    ] {
      #expect(text.contains(row), "\(row)\n\(text)")
    }
    // What was taken back is none.
    try desk.does("undo")
    #expect(try !desk.run("report", "--lang", "zh").answer.contains("现场.jpg"))
    #expect(try !desk.run("report", "--lang", "zh", "--as-of", "2018-10-10").answer.contains("佐证"))
  }

  @Test func picturesLieInThePageOnlyWhereTheyAreAskedFor() throws {
    let desk = try desk()
    let plain = try desk.run("report", "--format", "html", "--lang", "zh").answer
    #expect(!plain.contains("<img") && !plain.contains("img-src") && plain.contains("修复后.png"))
    let page = try desk.run("report", "--format", "html", "--pictures", "--lang", "zh").answer
    #expect(
      page.contains(
        "<img src=\"data:image/png;base64,iVBORw0KGgrlg4/ntKA=\" alt=\"昆明，第3行 石林彝族自治县人民政府网站，复查：修复后.png（2018-11-05）\">"
      ), "\(page.suffix(3_000))")
    #expect(page.contains("<img src=\"data:image/jpeg;base64,/9j/4AE=\""))
    #expect(page.contains("style-src &#39;unsafe-inline&#39;; img-src data:"))
    #expect(page.contains("未内嵌的图片：动图.gif（只内嵌 PNG 和 JPEG 图片）。"))
    #expect(!page.contains("<script") && !page.contains("href="))
    // A file that is gone is said, and the rest is there.
    let store = try #require(desk.folders["store"])
    try store.remove("attachments/\(SHA256.hex(Self.jpeg))")
    let rest = try desk.run("report", "--format", "html", "--pictures", "--lang", "en").answer
    #expect(
      rest.contains("Pictures not shown: ") && rest.contains("see census check")
        && rest.contains("image/png") && !rest.contains("image/jpeg"))
  }

  @Test func morePicturesThanAPageBearsAreNamed() throws {
    let desk = try desk()
    let folder = try #require(desk.folders["files"])
    for (number, name) in ["大1.png", "大2.png"].enumerated() {
      try Desk.put(
        Self.png + Array(repeating: UInt8(number), count: 9 << 20), at: name, in: folder)
      try desk.does("attach 昆明 files/\(name)")
    }
    let page = try desk.run("report", "--format", "html", "--pictures", "--lang", "zh").answer
    // Letter by letter a page of this size takes minutes; what is left out is said near its end.
    let end = String(decoding: page.utf8.suffix(40_000), as: UTF8.self)
    #expect(end.contains("未内嵌的图片：大2.png（一份报告内嵌图片合计不超过16 MB）。"))
    #expect((12 << 20...13 << 20).contains(page.utf8.count))
  }

  @Test func picturesAreOfTheReportAlone() throws {
    let desk = try desk()
    for (arguments, words) in [
      (["--pictures"], "pictures lie in a web page alone"),
      (["--pictures", "--handover", "--format", "html"], "--pictures contradicts --handover"),
      (["--pictures", "--brief"], "--pictures contradicts --brief"),
    ] {
      let outcome = try desk.run(["report"] + arguments)
      #expect(outcome.status == 64 && outcome.warnings.contains(words), "\(outcome.warnings)")
      #expect(outcome.answer == "")
    }
  }
}
