import CensusCommand
import CensusStore
import CensusTestSupport
import Testing

/// Which store is opened, in which language, and what damage to it looks like.
struct StoreTests {
  @Test func whereTheStoreIs() throws {
    let desk = try Desk()
    let data = try #require(desk.folders["store"])
    desk.environment["CENSUS_STORE"] = nil
    desk.environment["XDG_DATA_HOME"] = "/share"
    desk.environment["HOME"] = "/people/li"
    desk.folders = ["/share/site-census": data]
    #expect(try desk.run("overview").status == 0)
    desk.environment["XDG_DATA_HOME"] = ""
    #expect(try desk.run("overview").status == 1)
    desk.folders = ["/people/li/.local/share/site-census": data]
    #expect(try desk.run("overview").status == 0)
    desk.folders = ["data": data]
    #expect(try desk.run("overview").status == 0)
    desk.folders["data"] = InMemoryFileSystem()
    #expect(try desk.run("overview").status == 1)
    desk.folders["x"] = data
    #expect(try desk.run("overview", "--store", "x").status == 0)
  }

  @Test func whichLanguage() throws {
    let desk = try Desk()
    desk.environment["CENSUS_LANG"] = nil
    desk.environment["LANG"] = "en_GB.UTF-8"
    let title = "州市"
    #expect(try desk.run("prefectures").answer.hasPrefix(title))
    desk.environment["CENSUS_LANG"] = "en"
    #expect(try desk.run("prefectures").answer.hasPrefix("Prefecture"))
    #expect(try desk.run("prefectures", "--lang", "zh").answer.hasPrefix(title))
    desk.environment = ["LANG": "zh_CN.UTF-8", "HOME": "/h"]
    #expect(
      try desk.run("overview").warnings
        == "census: 还没有数据：./data 和“/h/.local/share/site-census”里都没有 store.json；"
        + "用 census init /h/.local/share/site-census 新建；已有数据的，用 --store 指定目录。\n")
  }

  @Test func damageIsSaidAndListed() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "paper")
    let folder = try #require(desk.folders["store"])
    let day = "events/2018Q3/2018-10-19"
    let name = try #require(try folder.list(day).first?.name)
    try folder.remove("\(day)/\(name)")
    try Desk.put(Array("{}\n".utf8), at: "\(day)/\(name)", in: folder)
    let outcome = try desk.run("units")
    #expect(outcome.status == 0)
    #expect(
      outcome.warnings
        == "census: 1 record is damaged and does not count; this may be incomplete, "
        + "see census check.\n")
    let check = try desk.run("check", "--format", "json")
    #expect(check.status == 2)
    let rows = try JSON(check.answer).rows
    #expect(rows.count == 11)
    #expect(
      rows.first == [
        "quarter": nil, "severity": "error", "code": "damagedEvent",
        "where": .text("\(day)/\(name)"), "published": nil, "computed": nil,
        "id": .text("damagedEvent/\(day)/\(name)"), "verified": .flag(false), "verifiedOn": nil,
        "verifiedBy": nil,
        "message":
          "the record was altered after it was made and does not count; restore it from a copy",
      ])
  }

  @Test func anEventOfATomorrowIsKeptAndCounted() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    let digits = String(repeating: "a", count: 32)
    let text =
      #"{"actor":"desk-2","at":"2018-10-18T00:00:00Z","batch":"\#(digits)","batchSize":1,"#
      + #""clock":4,"confidence":80,"nonce":"\#(digits)","on":"2018-10-18","origin":"merge","#
      + #""quarter":"2018Q3","seen":[],"subject":{"unit":"临沧"},"type":"forecast","v":3}"# + "\n"
    let bytes = Array(text.utf8)
    for path in ["events", "events/2018Q3", "events/2018Q3/2018-10-18"] {
      _ = try folder.makeDirectory(path)
    }
    let name = SHA256.hex(bytes).prefix(32)
    try Desk.put(bytes, at: "events/2018Q3/2018-10-18/\(name).json", in: folder)
    let history = try desk.json("history")
    #expect(history.column("type") == ["forecast"])
    #expect(history.column("unit") == ["临沧"])
    #expect(try desk.json("overview")["events"] == 1)
    let rows = try JSON(try desk.run("check", "--format", "json").answer).rows
    #expect(rows.count == 11)
    #expect(
      rows.first { $0["code"] == "unknownEventType" }?["message"]
        == "1 record of a kind unknown to this version (forecast): kept, without effect")
    let shown = try desk.run("show", String(name))
    #expect(shown.answer.contains("a record this version does not know (forecast)"))
  }

  @Test func aNewStore() throws {
    let desk = try Desk()
    let outcome = try desk.run("init", "copy", "--from", "store", "--git")
    #expect(
      outcome
        == .init(
          status: 0,
          answer: "made the store copy; look at it with: census overview --store copy\n",
          warnings: "", errand: .git(folder: "copy", message: "Make the store")))
    #expect(try desk.json("overview", "--store", "copy")["findings"] == 20)
    #expect(try desk.run("check", "--store", "copy").status == 2)

    // What is to be typed can be typed.
    #expect(
      try desk.run("init", "my store").answer
        == "made the store my store; look at it with: census overview --store 'my store'\n")
    #expect(try desk.run("init", "empty").status == 0)
    #expect(try desk.json("quarters", "--store", "empty") == [])
    #expect(try desk.json("check", "--store", "empty") == [])
    #expect(
      try desk.run("units", "--store", "empty").warnings
        == "census: the store “empty” has no quarter yet; name another store with --store.\n")
  }

  /// A program killed between two names: every later command says so, with what to do.
  @Test func aBatchCutShortIsSaidCompletedOrTakenBack() throws {
    let said =
      "batch aaaaaaaa is recorded in part, 1 of 2 records: the program was stopped half way"
    func cut() throws -> Desk {
      let trial = try Desk()
      let steps = FaultyFileSystem(
        try #require(trial.folders["store"] as? InMemoryFileSystem), failingAt: .max,
        .error(.inputOutput))
      trial.folders["store"] = steps
      _ = try trial.run("receive", "昆明", "--part", "both")
      let renames = steps.steps.indices.filter { steps.steps[$0] == .rename }
      let rename = try #require(renames.dropFirst().first)
      let desk = try Desk()
      let base = try #require(desk.folders["store"] as? InMemoryFileSystem)
      try base.synchronizeAll()
      desk.folders["store"] = FaultyFileSystem(
        base, failingAt: rename, .powerCut(.contents))
      #expect(try desk.run("receive", "昆明", "--part", "both").status == 1)
      desk.folders["store"] = base
      return desk
    }
    let cure = "complete it with census check --complete, or take it back with census undo aaaaaaaa"
    var desk = try cut()
    // Whoever began it gets it completed; it is not for others to do so by the way.
    let others = [["note", "临沧", "a", "--by", "李四"], ["chase", "怒江", "--by", "李四"]]
    for command in [["units"], ["show", "昆明"]] + others {
      #expect(try desk.run(command).warnings == "census: \(said); \(cure).\n", "\(command)")
    }
    let rows = try JSON(try desk.run("check", "--format", "json").answer).rows
    let row = try #require(rows.first { $0["code"] == "partialBatch" })
    #expect(row["severity"] == "warning")
    #expect(row["message"] == .text("\(said); \(cure)"))
    desk.environment["CENSUS_LANG"] = "zh"
    #expect(
      try desk.run("units").warnings
        == "census: 批次aaaaaaaa应有2条记录，只登记了1条（程序中途被终止）；"
        + "补全用 census check --complete，撤销用 census undo aaaaaaaa。\n")
    desk.environment["CENSUS_LANG"] = "en"
    #expect(
      try desk.run("check", "--sweep", "--complete").warnings
        == "census: completed batch aaaaaaaa, 2 records; undo with: census undo aaaaaaaa\n"
        + "census: removed 0 temporary files.\n")
    #expect(try desk.run("units").warnings == "")

    desk = try cut()
    let again = try desk.run("receive", "昆明", "--part", "both")
    #expect(again.status == 0 && again.warnings == "", "\(again)")
    #expect(
      again.answer.hasPrefix(
        "completed batch aaaaaaaa, 2 records; undo with: census undo aaaaaaaa\nskipped: Kunming ("),
      "\(again)")
    #expect(try desk.json("units", "--prefecture", "昆明").column("submission") == ["complete"])
    #expect(try desk.eventCount() == 2)

    desk = try cut()
    #expect(try desk.run("undo", "aaaaaaaa").status == 0)
    #expect(try desk.run("units").warnings == "")
    #expect(try desk.json("units", "--prefecture", "昆明").column("submission") == ["outstanding"])

    desk = try cut()
    let folder = try #require(desk.folders["store"])
    for entry in try folder.list("tmp") { try folder.remove("tmp/\(entry.name)") }
    #expect(
      try desk.run("units").warnings
        == "census: \(said); the rest is gone: take it back with census undo aaaaaaaa and record "
        + "it again.\n")
  }

  /// A storm leaves many: one is explained, the others are counted.
  @Test func severalBatchesCutShortAreCounted() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    for unit in ["昆明", "临沧", "怒江"] {
      let receipt = try JSON(try desk.run("receive", unit, "--part", "both", "--json").answer)
      guard case .list(let ids) = receipt["events"], let id = ids.first?.string else {
        Issue.record("no events")
        return
      }
      let day = try #require(try folder.list("events/2018Q3").first?.name)
      try folder.remove("events/2018Q3/\(day)/\(id).json")
    }
    let lines = try desk.run("units").warnings.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasSuffix("take it back with census undo aaaaaaaa and record it again."))
    #expect(
      lines[1] == "census: 2 more batches are recorded in part as well; see census check.")
  }

  /// Forty thousand damaged records are listed in the time of forty thousand, not of their square.
  @Test func damagedFilesAreListedInLinearTime() throws {
    let growth = try growth(150) { count in
      let desk = try Desk()
      let folder = try #require(desk.folders["store"])
      for path in ["events", "events/2018Q3", "events/2018Q3/2018-10-19"] {
        _ = try folder.makeDirectory(path)
      }
      for number in 0..<count {
        let digits = String(number, radix: 16)
        let id = String(repeating: "0", count: 32 - digits.count) + digits
        try Desk.put([], at: "events/2018Q3/2018-10-19/\(id).json", in: folder)
      }
      #expect(try desk.run("check", "--format", "json").status == 2)
    }
    #expect(growth < 24)
  }

  /// Whom to call is nobody else's business: a list that is handed on is without the numbers.
  @Test func telephonesAreLeftOutOfTheHistory() throws {
    let desk = try Desk()
    _ = try desk.run("contact", "昆明", "--name", "张三", "--post", "科长", "--phone", "0871-5551234")
    for format in ["table", "json", "csv", "markdown"] {
      let list = try desk.run("history", "--format", format).answer
      #expect(!list.contains("5551234"), "\(format)")
    }
    let list = try desk.run("history").answer
    #expect(list.contains("张三") && list.contains("科长"))
    #expect(try desk.run("history", "--telephones").answer.contains("0871-5551234"))
    #expect(try desk.run("show", "昆明").answer.contains("0871-5551234"))
  }

  /// A document of 900 MB took as much memory; it is read no further than what is kept.
  @Test func aDocumentIsReadToTheLimitOfWhatIsKept() throws {
    let desk = try Desk()
    let papers = InMemoryFileSystem()
    try Desk.put(Array("abc".utf8), at: "报告.doc", in: papers)
    desk.folders["papers"] = papers
    #expect(
      try desk.run("receive", "昆明", "--part", "electronic", "--file", "papers/报告.doc").status == 0)
    let receipt = try #require(
      try desk.json("history").rows.first { $0["type"] == .text("receipt") }?["id"]?.string)
    #expect(
      try desk.run("show", receipt, "--format", "json").answer.contains(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    try Desk.put([UInt8](repeating: 0, count: Attachment.limit + 1), at: "大.doc", in: papers)
    let large = try desk.run(
      "receive", "临沧", "--part", "electronic", "--file", "papers/大.doc", "--lang", "zh")
    #expect(
      large.warnings
        == "census: “papers/大.doc”超过32 MB，不能作为佐证材料保存，未登记任何内容；请压缩或拆分后再试。\n")
    #expect(large.status == 1)
  }

  @Test func sweeping() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    _ = try folder.makeDirectory("tmp")
    let name = "tmp/7.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.tmp"
    try Desk.put([], at: name, in: folder)
    let outcome = try desk.run("check", "--sweep")
    #expect(outcome.status == 2)
    #expect(outcome.warnings == "census: removed 1 temporary file.\n")
    #expect(try folder.list("tmp").isEmpty)
    #expect(try desk.run("check", "--sweep", "--read-only").status == 1)
  }
}
