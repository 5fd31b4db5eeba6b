import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// `census report`: pages for a leader, for the next notice, for whoever takes over.
struct ReportTests {
  /// The quarter before anything was recorded, and when most of it is done.
  private static let stories = [("fresh", "2018-10-01"), ("lived-in", "2018-11-20")]

  private static let pages: [(name: String, arguments: [String])] = [
    ("report", []), ("next", ["--next"]), ("since", ["--since", "2018-11-05"]),
    ("handover", ["--handover"]),
  ]

  private static func desk(_ story: String, _ language: String) throws -> Desk {
    let desk = try story == "fresh" ? Desk() : StoryTests.told()
    desk.environment["CENSUS_LANG"] = language
    return desk
  }

  @Test(arguments: ["zh", "en"])
  func asMarkdown(language: String) throws {
    for (story, day) in Self.stories {
      let desk = try Self.desk(story, language)
      for (name, arguments) in Self.pages where story != "fresh" || name != "since" {
        let outcome = try desk.run(["report"] + arguments + ["--as-of", day])
        #expect(outcome.status == 0 && outcome.warnings == "", "\(outcome.warnings)")
        expectGolden(outcome.answer, named: "page-\(name)-\(story)-\(language)")
      }
    }
  }

  /// A quarter of which only totals are known has a report, too, and says so.
  @Test func ofTotalsAlone() throws {
    let desk = try Desk()
    for (_, arguments) in Self.pages.filter({ $0.name != "since" }) {
      let outcome = try desk.run(
        ["report", "--quarter", "2022Q3", "--as-of", "2022-12-01"] + arguments)
      #expect(outcome.status == 0)
    }
    #expect(
      try desk.run("report", "--next", "--quarter", "2022Q3").answer
        .contains("Of this period only the totals were published, and not the sites"))
  }

  @Test func aPageIsWrittenWholeAndNeverOverAnother() throws {
    let desk = try Desk()
    let out = InMemoryFileSystem()
    desk.folders["/out/"] = out
    let printed = try desk.run("report", "--format", "html").answer
    #expect(try desk.run("report", "--output", "/out/a.html").answer == "wrote /out/a.html\n")
    #expect(try desk.run("report", "--output", "/out/a.html").answer == "wrote /out/a-2.html\n")
    #expect(String(decoding: try out.read("a.html", limit: 1 << 22), as: UTF8.self) == printed)
    #expect(try desk.run("report", "--brief", "--output", "/out/a.txt").status == 0)
    #expect(
      String(decoding: try out.read("a.txt", limit: 1 << 22), as: UTF8.self)
        == (try desk.run("report", "--brief").answer))
  }

  @Test(arguments: [
    (["--next", "--handover"], "--next contradicts --handover"),
    (["--format", "json"], "a report has no json form; use markdown or html"),
    (["--output", "/out/a.csv"], "“/out/a.csv” names no form"),
    (
      ["--since", "2018-10-25", "--as-of", "2018-10-20"],
      "--since is no later than the day looked at"
    ),
    (["--brief", "--output", "/out/a.txt", "--format", "json"], "contradicts --format"),
  ])
  func whatCannotBeMadeIsASentence(arguments: [String], sentence: String) throws {
    let outcome = try Desk().run(["report"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.warnings.contains(sentence), "\(outcome.warnings)")
  }

  /// Whatever a person typed: no page has a tag more, and no line of Markdown begins anew.
  @Test func hostileRecordsStayTexts() throws {
    let evil = "</p><script>alert('x')</script>\u{202E}\"<img src=x onerror=1>|`*_["
    for language in ["zh", "en"] {
      let desk = try Self.desk("lived-in", language)
      for command in [
        ["chase", "怒江", "--to", evil, "--answer", evil, "--promised", "2018-12-30"],
        ["note", "临沧", evil, "--kind", "instruction", "--due", "2018-12-31"],
        ["account", "2018Q3-17", "--stage", "opened", "--approved-by", evil],
        ["order", "2018Q3-17", "--until", "2018-12-30", "--reference", evil],
        ["recheck", "2018Q3-17", "--failed", "--note", evil],
      ] {
        _ = try desk.run(command + ["--by", "<b>甲"])
      }
      for (_, arguments) in Self.pages {
        let page = try desk.run(["report", "--format", "html"] + arguments).answer
        #expect(page.contains("</html>"))
        for tag in ["<script", "<img", "<b>", "\u{202E}"] { #expect(!page.contains(tag)) }
        let text = try desk.run(["report"] + arguments).answer
        for tag in ["<script", "<img", "<b>", "\u{202E}"] { #expect(!text.contains(tag)) }
      }
      #expect(try desk.run("report", "--handover").answer.contains("&lt;/p>&lt;script>"))
    }
  }

  /// Nobody needs anything from outside to read it, and each picture says what it shows.
  @Test func everyPictureHasItsWords() throws {
    let page = try Self.desk("lived-in", "zh").run(
      "report", "--format", "html", "--as-of", "2018-11-20"
    ).answer
    let pictures = page.split(separator: "<svg ").dropFirst()
    #expect(pictures.count >= 4)
    for picture in pictures {
      #expect(picture.contains("role=\"img\""))
      #expect(picture.contains("<title id=") && picture.contains("<desc id="))
    }
    #expect(page.contains("怒江州：10月8日催办"))
    for outside in ["src=", "href=", "url(", "@import", "<script"] {
      #expect(!page.contains(outside), "\(outside)")
    }
  }
}
