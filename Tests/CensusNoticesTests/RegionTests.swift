import CensusCore
import CensusNotices
import Testing

/// The cell that says whose a site is: a known region, a department, or an open point.
@Suite struct RegionTests {
  private let annex1 = [
    ["州、市/部门", "在运行网站数", "不合格网站数", "合格率"], ["省直", "20", "0", "100%"],
    ["昆明", "60", "1", "98%"], ["曲靖", "15", "0", "100%"],
  ]

  private func rows(_ region: String, code: String = "5303000003") -> [[String]] {
    [
      Made.headings, ["1", "昆明", "甲网站", "5301000001", "首页不更新"],
      ["2", region, "丙网站", code, "错字漏字"],
    ]
  }

  @Test(arguments: [
    ("曲请", "曲请", ["曲靖"]), ("昆明市五华区", "昆明市五华区", ["曲靖", "昆明"]),
    ("昆明、曲靖", "5303000003", ["曲靖", "昆明"]), ("某某县", "某某县", ["曲靖"]),
  ])
  func anUnknownRegionIsOpen(text: String, key: String, near: [String]) throws {
    for tables in [[annex1, rows(text)], [rows(text)], [rows(text), annex1]] {
      let draft = try Made.draft(tables)
      #expect(draft.names == ["甲网站"])
      #expect(
        draft.whys == [
          .region(text, of: SiteCode(key), near: near.map { PrefectureID($0) })
        ])
      #expect(draft.notUnderstood.first?.place.cell == 2)
      #expect(draft.notUnderstood.first?.place.row == 3)
    }
    var answers = Answers()
    answers.units[SiteCode(key)] = "曲靖"
    let answered = try Made.draft([annex1, rows(text)], answers)
    #expect(answered.inspection?.findings.map(\.prefecture) == ["昆明", "曲靖"])
    let facts = try #require(answered.inspection)
    let lists = try Made.directory()
    #expect(Additions(of: facts, answered, lists, beyond: lists, answers).units == [])
  }

  /// 同上 is the region above; an apostrophe before a code is a spreadsheet's, not the code's.
  @Test(arguments: ["同上", "〃", "\""])
  func theSameAsAbove(mark: String) throws {
    let draft = try Made.draft([rows(mark, code: "'5301000003")])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.findings.map(\.prefecture) == ["昆明", "昆明"])
    #expect(draft.inspection?.findings.last?.code == "5301000003")
  }

  /// An answer by the site's code tells its prefecture, and makes no unit of that.
  @Test func aCodeAnswersAsWell() throws {
    var answers = Answers()
    answers.units["5303000003"] = "曲靖"
    let draft = try Made.draft([rows("曲请")], answers)
    #expect(draft.inspection?.findings.map(\.prefecture) == ["昆明", "曲靖"])
    let facts = try #require(draft.inspection)
    let lists = try Made.directory()
    #expect(Additions(of: facts, draft, lists, beyond: lists, answers).units == [])
  }

  @Test(arguments: [
    ("省直单位", nil), ("省教育厅", "云南省教育厅"), ("云南省教育厅", "云南省教育厅"), ("省文物馆", "省文物馆"),
  ])
  func departmentsAreOfTheProvince(text: String, unit: String?) throws {
    let draft = try Made.draft([annex1, rows(text, code: "5300000099")])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.findings.map(\.prefecture) == ["昆明", "省直"])
    guard let unit else { return }
    let facts = try #require(draft.inspection)
    let known = try Made.directory().adding(
      Additions(of: facts, draft, Made.directory(), beyond: Made.directory(), Answers()))
    #expect(
      facts.findings.last.map { known.unit(for: $0).name.chinese }?.hasSuffix(
        unit.hasPrefix("云南") ? String(unit.dropFirst(3)) : unit) == true)
  }

  /// What goes on an unknown region goes on being open; where no list has a prefecture, annex 1 has them.
  @Test func whatGoesOnItIsOpenToo() throws {
    let more = rows("曲请") + [["3", "", "丁网站", "5303000004", "错字漏字"]]
    #expect(try Made.draft([more]).whys.count == 2)
    let nothing = Directory(
      prefectures: [], units: [], categories: try Made.directory().categories)
    var answers = Answers()
    answers.quarter = Quarter(year: 2019, number: 1)
    let blocks = [rows("曲请"), annex1].map { rows in
      Block.table(Table(rows.map { $0.map { Cell($0) } }, line: 1))
    }
    let draft = Draft([Source(name: "t", blocks: blocks)], nothing, answers)
    #expect(draft.whys == [.region("曲请", of: "曲请", near: ["曲靖"])])
  }

  /// Column by column, and for accounts.
  @Test func everyLayoutAsks() throws {
    let columns = (0..<5).flatMap { column in rows("曲请").map { $0[column] } }
    #expect(
      try Made.draft(text: columns.joined(separator: "\n")).whys == [
        .region("曲请", of: "曲请", near: ["曲靖"])
      ])
    let accounts = [
      ["新媒体类型", "新媒体名称", "州市", "存在问题"], ["微信", "甲发布", "曲请", "2周内无更新"],
    ]
    #expect(try Made.draft([accounts]).whys == [.owner("曲请", of: "@微信#甲发布")])
  }
}
