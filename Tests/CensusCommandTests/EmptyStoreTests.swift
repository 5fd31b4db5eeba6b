import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// A store of `census init` knows the categories alone; what else a notice needs comes with it.
struct EmptyStoreTests {
  /// A desk with an empty store and some documents.
  private func desk(_ documents: (name: String, text: String)...) throws -> Desk {
    let desk = try Desk()
    #expect(try desk.run("init", "empty").status == 0)
    let folder = InMemoryFileSystem()
    for (name, text) in documents { try Desk.put(Array(text.utf8), at: name, in: folder) }
    desk.folders["in"] = folder
    return desk
  }

  private func run(_ desk: Desk, _ arguments: String...) throws -> Desk.Outcome {
    try desk.run(arguments + ["--store", "empty"])
  }

  private func notice(_ period: String, _ rows: [String]) -> String {
    """
    # 试验省关于\(period)政府网站抽查情况的通报

    请于2019年2月15日前报送整改情况。

    | 地区 | 网站总数 | 不合格网站数 | 合格率 |
    |---|---|---|---|
    | 省直部门 | 5 | 1 | 80% |
    | 甲市 | 9 | 1 | 89% |
    | 普安州 | 6 | 0 | 100% |

    | 序号 | 地区 | 网站名称 | 网站标识码 | 毛病 |
    |---|---|---|---|---|
    \(rows.joined(separator: "\n"))

    """
  }

  private var first: String {
    notice(
      "2018年四季度",
      ["| 1 | 省直部门 | 试验省乙厅门户网站 | 9900000001 | 首页不更新 |", "| 2 | 甲市 | 丙网 | 9901000002 | 栏目像空房子 |"])
  }

  private var second: String {
    notice("2019年一季度", ["| 1 | 甲市 | 丁网 | 9901000003 | 栏目像空房子 |"])
  }

  /// The categories and the holidays are those that ship, byte for byte.
  @Test(arguments: ["categories.json", "holidays.json"])
  func theListsAreThoseThatShip(path: String) throws {
    let made = try #require(try desk().folders["empty"])
    let shipped = try ShippedStore.copy()
    #expect(try made.read(path, limit: 1 << 20) == shipped.read(path, limit: 1 << 20))
  }

  /// The sample notice goes in without an answer; prefectures have names in both languages, and the
  /// department is named by its site.
  @Test func theFirstNoticeBringsWhatItNeeds() throws {
    let desk = try desk(("notice.md", SampleNotice.markdown))
    let shown = try run(desk, "import", "in/notice.md", "--lang", "zh")
    #expect(shown.status == 0, "\(shown.answer)")
    #expect(
      shown.answer.contains("名录里没有、随本期写入：\n  州市　省直、昆明、曲靖、怒江、临沧\n  责任单位　试验省甲厅、试验省乙局\n"))
    #expect(try run(desk, "import", "in/notice.md", "--accept").status == 0)
    let rows = try desk.json("units", "--store", "empty").rows
    #expect(
      rows.map { $0["unit"] } == ["试验省甲厅", "试验省乙局", "昆明", "怒江", "临沧"])
    let english = try run(desk, "trends", "--lang", "en").answer
    for name in ["Provincial departments", "Kunming", "Qujing", "Nujiang", "Lincang"] {
      #expect(english.contains(name))
    }
    let again = try run(desk, "import", "in/notice.md", "--accept")
    #expect(again.warnings.contains("nothing"), "\(again.warnings)")
  }

  /// Annex 1 alone brings its prefectures, and none of them is called unknown.
  @Test func annexOneAloneKnowsItsRows() throws {
    let desk = try desk(("notice.md", notice("2018年四季度", []).replacing("| 毛病 |", with: "| 问题 |")))
    let shown = try run(desk, "import", "in/notice.md", "--lang", "zh")
    #expect(shown.status == 2)
    #expect(!shown.answer.contains("prefectures.json 中没有"), "\(shown.answer)")
  }

  /// What a person explained once is known to the next notice, which says so.
  @Test func theNextNoticeNeedsNoAnswer() throws {
    let desk = try desk(("first.md", first), ("second.md", second))
    #expect(try run(desk, "import", "in/first.md").status == 2)
    let answers = ["--column", "2:5=issue", "--category", "栏目像空房子=blank_columns"]
    let taken = try desk.run(
      ["import", "in/first.md", "--accept", "--store", "empty", "--lang", "zh"] + answers)
    #expect(taken.status == 0, "\(taken.answer)")
    #expect(
      taken.answer.contains(
        """
        名录里没有、随本期写入：
          州市　省直部门、甲市、普安
          责任单位　试验省乙厅
          说法　“栏目像空房子”归入空白栏目
          表头　“毛病”为issue

        """))
    let next = try run(desk, "import", "in/second.md", "--accept", "--lang", "zh")
    #expect(next.status == 0, "\(next.answer)")
    #expect(next.answer.contains("沿用以前的归类：“栏目像空房子”归入空白栏目\n"))
    #expect(try run(desk, "check", "--quarter", "2019Q1").answer.contains("unknown") == false)
    #expect(
      try desk.json("findings", "--store", "empty", "--quarter", "2019Q1").column("unit") == ["甲市"])
    let english = try run(desk, "trends", "--lang", "en").answer
    #expect(english.contains("Pu'an") && english.contains("Provincial departments"))
    // Taken back, the first takes what it brought with it; the second is whole by itself.
    #expect(try run(desk, "withdraw", "2018Q4", "--reason", "误载").status == 0)
    #expect(
      try desk.json("trends", "--store", "empty").column("prefecture").contains("甲市"))
  }

  /// A department whose site has another name.
  @Test func aUnitCanBeNamed() throws {
    let desk = try desk(("notice.md", SampleNotice.markdown))
    let taken = try run(
      desk, "import", "in/notice.md", "--unit", "5300000101=试验省甲委员会", "--accept")
    #expect(taken.status == 0, "\(taken.warnings)")
    #expect(try desk.json("units", "--store", "empty").column("unit").first == "试验省甲委员会")
    let wrong = try run(desk, "import", "in/notice.md", "--unit", "5300000101")
    #expect(wrong.status == 64)
    #expect(wrong.warnings.contains("--unit is written as CODE=UNIT"))
  }
}
