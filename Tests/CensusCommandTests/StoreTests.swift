import CensusCommand
import CensusStore
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
        == "census: “/h/.local/share/site-census”里没有数据（缺 store.json）；"
        + "用 --store 指定目录，或用 census init 新建。\n")
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
        == "census: 1 damaged file, so this may be incomplete; see census check.\n")
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

  @Test func aQuarterThatCannotBeRead() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    try folder.remove("quarters/2022Q3.json")
    try Desk.put(Array("{".utf8), at: "quarters/2022Q3.json", in: folder)
    #expect(try desk.run("overview").status == 0)
    let outcome = try desk.run("overview", "--quarter", "2022Q3")
    #expect(outcome.status == 1)
    #expect(
      outcome.warnings
        == "census: quarters/2022Q3.json cannot be read; run census check to see why.\n")
    #expect(try desk.run("check", "--quarter", "2022Q3").status == 2)
    let quarters = try desk.run("quarters", "--format", "json")
    #expect(try JSON(quarters.answer).rows.count == 2)
    #expect(
      quarters.warnings
        == "census: 1 damaged file, so this may be incomplete; see census check.\n")
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

    #expect(try desk.run("init", "empty").status == 0)
    #expect(try desk.json("quarters", "--store", "empty") == [])
    #expect(try desk.json("check", "--store", "empty") == [])
    #expect(
      try desk.run("units", "--store", "empty").warnings
        == "census: the store “empty” has no quarter yet; name another store with --store.\n")
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
