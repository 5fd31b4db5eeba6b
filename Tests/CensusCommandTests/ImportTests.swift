import CensusCommand
import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// `census import`: what it shows, what it waits for, and what it writes.
struct ImportTests {
  /// A desk with the sample notice, or a changed one, in a folder of its own.
  private func desk(_ change: (String) -> String = { $0 }) throws -> Desk {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    try Desk.put(Array(change(SampleNotice.markdown).utf8), at: "notice.md", in: folder)
    desk.folders["in"] = folder
    return desk
  }

  private func bytes(_ path: String, _ desk: Desk) throws -> [UInt8] {
    try #require(desk.folders["store"]).read(path, limit: 1 << 24)
  }

  /// The files of the quarter in the store.
  private func revisions(_ desk: Desk) throws -> [String] {
    try #require(desk.folders["store"]).list("quarters").map { "quarters/\($0.name)" }
      .filter { $0.contains("2018Q4") }.sorted()
  }

  /// Looking writes nothing; the account and the comparison are shown, and how to write it.
  @Test func lookingWritesNothing() throws {
    let desk = try desk()
    for extra in [[], ["--dry-run"]] {
      let outcome = try desk.run(["import", "in/notice.md"] + extra)
      #expect(outcome.status == 0)
      #expect(outcome.warnings == "")
      #expect(
        outcome.answer.contains(
          "7 rows = title 0 + headings 1 + taken 5 + total 1 + notes 0 + listed 0"))
      #expect(
        outcome.answer.contains(
          "9 rows = title 0 + headings 1 + taken 8 + total 0 + notes 0 + listed 0"))
      #expect(outcome.answer.contains("Open: 0"))
      #expect(outcome.answer.contains("The store has no 2018Q4 yet."))
      #expect(outcome.answer.contains("add --accept --expect "))
    }
    #expect(try revisions(desk).isEmpty)
  }

  /// The object of the contract, and no other field.
  @Test func jsonIsTheContract() throws {
    let answer = try desk().json("import", "in/notice.md")
    let names =
      "quarter document title issued sampledTo due dueInclusive parts prefectures findings mentions "
      + "platforms notFound notUnderstood problems tables additions digest"
    #expect(answer.fields == names.split(separator: " ").map(String.init).sorted())
    #expect(answer["quarter"]?.string == "2018Q4")
    #expect(answer["due"]?.string == SampleNotice.due)
    let findings = try #require(answer["findings"]).rows
    #expect(findings.map { $0["id"]?.string } == (1...8).map { "2018Q4-\($0)" })
    #expect(
      findings.map { ($0["issues"]?.rows ?? []).compactMap(\.string) } == SampleNotice.categories)
    #expect(try #require(answer["prefectures"]).rows.count == 5)
    #expect(
      try #require(answer["tables"]).rows.map { $0.fields }
        == Array(
          repeating: [
            "columns", "columnsLeftOut", "columnsListed", "columnsRead", "file", "heading",
            "listed", "meaning", "notes", "place", "rows", "taken", "title",
            "total",
          ], count: 2))
  }

  /// A new store has the notices that were taken in, as it has those that came with the first one.
  @Test func aNewStoreHasWhatWasTakenIn() throws {
    let desk = try desk()
    #expect(try desk.run("import", "in/notice.md", "--accept").status == 0)
    #expect(try desk.run("init", "copy", "--from", "store").status == 0)
    for list in ["quarters", "findings", "prefectures"] {
      #expect(try desk.json(list, "--store", "copy") == desk.json(list))
    }
  }

  /// Taken in, the quarter is there under a name made from its bytes, and reading the same again
  /// changes no byte.
  @Test func acceptingWritesOnce() throws {
    let desk = try desk()
    let digest = try #require(try desk.json("import", "in/notice.md")["digest"]?.string)
    let sums = try bytes("SHA256SUMS", desk)
    let outcome = try desk.run("import", "in/notice.md", "--accept", "--expect", digest)
    #expect(outcome.status == 0)
    #expect(outcome.warnings.contains("took in Q4 2018; look at it"))
    let path = try #require(try revisions(desk).first)
    let written = try bytes(path, desk)
    #expect(path == "quarters/2018Q4.r1.\(SHA256.hex(written).prefix(16)).json")
    #expect(try desk.json("findings", "--quarter", "2018Q4").rows.count == 8)
    let problems = try desk.run("check", "--quarter", "2018Q4").answer
    #expect(!problems.contains("editedFacts") && !problems.contains("strayName"))

    let again = try desk.run("import", "in/notice.md", "--accept")
    #expect(again.status == 0)
    #expect(again.warnings.contains("nothing changed"))
    #expect(try revisions(desk) == [path])
    #expect(try bytes(path, desk) == written)
    #expect(try bytes("SHA256SUMS", desk) == sums)
  }

  /// What the store gives back is what was read: the facts have the digest that was shown.
  @Test func whatIsWrittenReadsTheSame() throws {
    let desk = try desk()
    let digest = try desk.json("import", "in/notice.md")["digest"]?.string
    _ = try desk.run("import", "in/notice.md", "--accept")
    var store = try Store.open(try #require(desk.folders["store"]))
    let quarter = try #require(Quarter("2018Q4"))
    let held = try #require(store.inspection(of: quarter).inspection)
    #expect(Revision.digest(of: held, after: nil) == digest)
  }

  /// A text of many lines is none of a notice, and is not looked through for long.
  @Test func tooManyLinesAreRefused() throws {
    let line = "本季度抽查情况如下\n"
    let desk = try desk { _ in String(repeating: line, count: 50_001) }
    let outcome = try desk.run("import", "in/notice.md", "--lang", "zh")
    #expect(outcome.status == 1)
    #expect(outcome.warnings == "census: “in/notice.md”行数太多，没有读；请只载入通报和附件。\n")
  }

  /// Other facts of a quarter that the store has are its next revision, and the differences are named.
  @Test func otherFactsAreTheNextRevision() throws {
    let desk = try desk()
    _ = try desk.run("import", "in/notice.md", "--accept")
    let first = try #require(try revisions(desk).first)
    let written = try bytes(first, desk)
    let changed = try #require(desk.folders["in"])
    try Desk.put(
      Array(SampleNotice.markdown.replacing("昆明市丙局网站", with: "昆明市丑局网站").utf8), at: "other.md",
      in: changed)
    let outcome = try desk.run("import", "in/other.md", "--accept")
    #expect(outcome.status == 0)
    #expect(
      outcome.answer.contains(
        "annex 2, row 3, 昆明市丑局网站: its name was “昆明市丙局网站” before"))
    #expect(outcome.warnings.contains("took in Q4 2018 (revision 2)"))
    #expect(try revisions(desk).count == 2)
    #expect(try bytes(first, desk) == written)
  }

  /// A digest that is not what was read stops the writing.
  @Test func anotherDigestIsRefused() throws {
    let desk = try desk()
    let outcome = try desk.run("import", "in/notice.md", "--accept", "--expect", "0")
    #expect(outcome.status == 1)
    #expect(try revisions(desk).isEmpty)
  }

  /// An unknown wording is open until it is answered, by an option or by a file.
  @Test func openPointsAreAnswered() throws {
    let desk = try desk { $0.replacing("| 首页不更新 |", with: "| 栏目像空房子 |") }
    let open = try desk.run("import", "in/notice.md", "--accept")
    #expect(open.status == 2)
    #expect(open.answer.contains("--category '栏目像空房子=ID'"))
    #expect(open.answer.contains("taken 7 + total 0 + notes 0 + listed 1"))
    #expect(open.warnings.contains("1 point is open, so nothing was written"))
    #expect(try revisions(desk).isEmpty)

    let unknown = try desk.run("import", "in/notice.md", "--category", "栏目像空房子=nothing")
    #expect(unknown.status == 1)

    let skipped = try desk.run("import", "in/notice.md", "--row", "2:4=skip")
    #expect(skipped.status == 0)
    #expect(skipped.answer.contains("taken 7 + total 0 + notes 1 + listed 0"))

    let answers = "// what we know\n{\"categories\": {\"栏目像空房子\": \"blank_columns\"}}"
    try Desk.put(Array(answers.utf8), at: "answers.json", in: try #require(desk.folders["in"]))
    let answered = try desk.run(
      "import", "in/notice.md", "--answers", "in/answers.json", "--accept")
    #expect(answered.status == 0)
    #expect(
      try desk.json("findings", "--quarter", "2018Q4").rows[2]["issues"]?.rows.compactMap(\.string)
        == [
          "blank_columns"
        ])
  }

  /// A wording that a person explained names its own row, and no other of its category.
  @Test func anAnsweredWordingNamesNoCategory() throws {
    let desk = try desk { $0.replacing("| 首页不更新 |", with: "| 栏目像空房子 |") }
    // A category may be called by its name.
    let said = try desk.run(
      "import", "in/notice.md", "--category", "栏目像空房子=空白栏目", "--accept")
    #expect(said.status == 0, "\(said.warnings)")
    let names = try desk.run(
      "issues", "--quarter", "2018Q4", "--format", "csv", "--lang", "zh"
    ).answer
    #expect(names.contains("多个栏目空白") && !names.contains("栏目像空房子"), "\(names)")
    let rows = try desk.run(
      "findings", "--quarter", "2018Q4", "--format", "csv", "--lang", "zh"
    ).answer
    #expect(rows.contains("栏目像空房子"), "\(rows)")
  }

  /// What a person says against the notice is done, and doubted aloud; so is a day that cannot be.
  @Test(
    arguments: [
      (["--due", "2019-03-01"], "otherDeadline", "通报写的报送期限是2019-02-15，按答复记为2019-03-01"),
      (["--due", "2019-10-01"], "oddDeadline", "报送期限读作2019-10-01"),
      (["--quarter", "2019Q1"], "otherPeriod", "通报写的是2018年四季度，按答复记入2019年一季度，请核对"),
    ])
  func whatIsSaidAgainstTheNoticeIsDoubted(
    _ options: [String], _ code: String, _ sentence: String
  ) throws {
    let desk = try desk()
    let draft = try JSON(
      desk.run(["import", "in/notice.md", "--format", "json", "--lang", "zh"] + options).answer)
    let doubts = try #require(draft["problems"]?.rows.filter { $0["code"]?.string == code })
    #expect(doubts.count == 1)
    #expect(doubts.first?["message"]?.string?.hasPrefix(sentence) == true, "\(doubts)")
  }

  /// Whoever looks later is told, too, that a row is missing.
  @Test func aGapInTheNumbersStays() throws {
    let desk = try desk()
    try desk.does("import in/notice.md --row 2:4=skip --accept")
    let said = try desk.run("check", "--quarter", "2018Q4", "--lang", "zh").answer
    #expect(said.contains("序号缺3，可能有行没有列出或没有读到"), "\(said)")
  }

  /// `check` with a file says what `import` says of it, and what is not understood.
  @Test func draftsAreChecked() throws {
    let desk = try desk()
    let draft = try desk.run("check", "in/notice.md", "--format", "json")
    let problems = try #require(try desk.json("import", "in/notice.md")["problems"])
    #expect(try JSON(draft.answer) == problems)
    #expect(draft.status == (problems.rows.contains { $0["severity"] != "note" } ? 2 : 0))
    let odd = try self.desk { $0.replacing("| 首页不更新 |", with: "| 栏目像空房子 |") }
    let outcome = try odd.run("check", "in/notice.md", "--lang", "zh")
    #expect(outcome.status == 2)
    #expect(outcome.answer.contains("问题类别里没有“栏目像空房子”这个说法"))
    #expect(try revisions(odd).isEmpty)
    #expect(try odd.run("check", "in/notice.md", "--sweep").status == 64)
    #expect(try odd.run("check", "in/none.md").status == 1)
  }

  /// Several files are one notice; standard input is read like a file, in GB18030 too.
  @Test func severalFilesAreOneNotice() throws {
    let desk = try desk()
    let folder = try #require(desk.folders["in"])
    let parts = SampleNotice.markdown.split(separator: "附件2", maxSplits: 1).map(String.init)
    try Desk.put(Array(parts[0].utf8), at: "one", in: folder)
    try Desk.put(Array(parts[1].utf8), at: "two", in: folder)
    let whole = try desk.json("import", "in/notice.md")
    let joined = try desk.json("import", "in/one", "in/two")
    #expect(joined["findings"] == whole["findings"])
    #expect(joined["prefectures"] == whole["prefectures"])
    desk.input = SampleNotice.markdown
    #expect(try desk.json("import", "-")["findings"] == whole["findings"])
  }

  /// What is no document is refused in one sentence.
  @Test(
    arguments: [
      ([], "empty"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "save it as .docx"),
      (Array("%PDF-1.7".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a picture"),
      ([0xFF, 0xFE, 0x41, 0x00], "UTF-16"), ([0x41, 0x00, 0x42], "no document"),
      ([0x81, 0x30, 0xFF, 0xFF], "no document"), (Array("{\\rtf1".utf8), "RTF"),
      ([0x50, 0x4B, 0x03, 0x04], "census-convert"),
    ] as [([UInt8], String)])
  func otherFilesAreRefused(bytes: [UInt8], word: String) throws {
    let desk = try desk()
    try Desk.put(bytes, at: "file", in: try #require(desk.folders["in"]))
    let outcome = try desk.run("import", "in/file")
    #expect(outcome.status == 1)
    #expect(outcome.answer == "")
    #expect(outcome.warnings.contains(word))
    #expect(outcome.warnings.split(separator: "\n").count == 1)
  }

  /// LibreOffice is asked for the form that the document has, where somebody says so, and what it
  /// makes is read as if it had come itself; where it is missing or makes nothing, that is said.
  @Test func libreOfficeSavesFirst() throws {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let workbook = old + "Workbook".utf8.flatMap { [$0, 0] } + [0, 0]
    let sheet = Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
    for (bytes, form) in [
      (old, OfficeForm.docx), (workbook, .xlsx), (Array("{\\rtf1".utf8), .docx),
    ] {
      let desk = try desk()
      let whole = try desk.json("import", "in/notice.md")
      try Desk.put(bytes, at: "file", in: try #require(desk.folders["in"]))
      #expect(
        try desk.run("import", "in/file", "--convert").warnings.contains("no soffice on the PATH"))
      desk.saver = { _, _ in .stopped }
      #expect(
        try desk.run("import", "in/file", "--convert").warnings
          .contains("could not be saved by LibreOffice"))
      var asked: [OfficeForm] = []
      desk.saver = { document, form in
        asked.append(form)
        return document == bytes ? .output(Array(SampleNotice.markdown.utf8)) : .stopped
      }
      #expect(try desk.run("import", "in/file").status == 1)
      #expect(asked == [])
      let read = try desk.json("import", "in/file", "--convert")
      #expect(asked == [form])
      #expect(read["findings"] == whole["findings"])
      #expect(
        read["problems"]?.rows.contains { $0["message"]?.string?.contains("LibreOffice") == true }
          == true)
      #expect(try desk.run("check", "in/file", "--convert").status == 2)
    }
    #expect(OfficeForm(.openDocument, sheet) == .xlsx)
    #expect(OfficeForm(.pdf, Array("%PDF".utf8)) == nil)
  }

  /// A site's code in the text is not passed over, since rows may be lost there.
  @Test func aCodeInTheTextWaitsForAnAnswer() throws {
    let stray = "— 3 —\n\n9 昆明 末网 5301000999 首页不更新\n"
    let desk = try desk { $0 + "\n" + stray }
    let shown = try desk.run("import", "in/notice.md", "--lang", "zh")
    #expect(shown.status == 2)
    #expect(shown.answer.contains("标识码5301000999在文字里，没有随表格读入"))
    let draft = try JSON(desk.run("import", "in/notice.md", "--format", "json").answer)
    guard case .number(let line)? = draft["notUnderstood"]?.rows.first?["line"] else {
      Issue.record("no line is named")
      return
    }
    #expect(try desk.run("import", "in/notice.md", "--row", "0:\(line)=skip").status == 0)
    for wrong in [["--column", "0:1=name"], ["--row", "0:0=skip"]] {
      #expect(try desk.run(["import", "in/notice.md"] + wrong).status == 64, "\(wrong)")
    }
  }

  /// What goes on a row that is left out keeps its prefecture; a sum of some rows is none of the
  /// province; several issues in the lines of a cell are all kept.
  @Test func rowsBelowOneThatIsLeftOut() throws {
    let rows = """
      | 序号 | 地区 | 网站名称 | 网站标识码 | 存在问题 |
      |---|---|---|---|---|
      | 1 | 省直 | 甲网 | 5300000001 | 首页不更新 |
      | 2 | 昆明 | 乙网 | 5301000002 | 栏目像空房子 |
      | 3 |  | 丙网 | 5301000003 | 首页不更新<br>空白栏目 |

      """
    let desk = try desk { _ in rows }
    let answer = try desk.json(
      "import", "in/notice.md", "--quarter", "2018Q4", "--due", "2019-02-01", "--row", "1:3=skip")
    let findings = try #require(answer["findings"]).rows
    #expect(findings.map { $0["prefecture"] } == ["省直", "昆明"])
    #expect(
      findings.last?["issues"]?.rows.map(\.string) == ["home_not_updated", "blank_columns"])
  }

  /// A text of which nothing is a notice says what it lacks, and is never taken in.
  @Test func nothingIsNotTakenIn() throws {
    let desk = try desk { _ in "今天天气很好。\n" }
    let outcome = try desk.run("import", "in/notice.md", "--quarter", "2018Q4", "--accept")
    #expect(outcome.status == 1)
    #expect(outcome.answer.contains("Not found: document number"))
    #expect(outcome.warnings.contains("no finding was read"))
  }

  /// Chinese has a sentence of its own for all of it.
  @Test func chineseIsComplete() throws {
    let desk = try desk { $0.replacing("| 首页不更新 |", with: "| 栏目像空房子 |") }
    let outcome = try desk.run("import", "in/notice.md", "--lang", "zh")
    #expect(outcome.status == 2)
    #expect(outcome.answer.contains("9行 = 标题0 + 表头1 + 读入7 + 合计0 + 说明0 + 未取1"))
    #expect(outcome.answer.contains("待处理 1"))
    #expect(outcome.answer.contains("数据目录中还没有2018Q4。"))
  }

  /// Wrong usage says how it is written.
  @Test(arguments: [
    ["--row", "2"], ["--row", "2:4=drop"], ["--column", "2:1=nonsense"], ["--category", "x"],
    ["--accept", "--dry-run"], ["--expect", "0"], ["--format", "csv"],
  ])
  func wrongUsageIsNamed(options: [String]) throws {
    #expect(try desk().run(["import", "in/notice.md"] + options).status == 64)
  }
}
