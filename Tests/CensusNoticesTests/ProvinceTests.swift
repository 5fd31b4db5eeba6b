import CensusCore
import CensusNotices
import Testing

/// Rows of annex 1 that no list has: slips, new ones, and those of another province.
@Suite struct ProvinceTests {
  private static let head = ["州、市/部门", "在运行网站数", "不合格网站数", "合格率"]

  private func draft(_ names: [String], _ answers: Answers = Answers()) throws -> Draft {
    try Made.draft([[Self.head] + names.map { [$0, "20", "0", "100%"] }], answers)
  }

  @Test func aSlipIsAsked() throws {
    let slip = try draft(["曲靖", "昆名"])
    #expect(
      slip.whys == [.newPrefecture("昆名", of: SiteCode("昆名"), near: ["昆明"])])
    #expect(slip.notUnderstood.first?.place.cell == 1)
    #expect(slip.inspection?.rows.map(\.prefecture) == ["曲靖"])
    var answers = Answers()
    answers.units[SiteCode("昆名")] = "昆明"
    #expect(try draft(["曲靖", "昆名"], answers).inspection?.rows.map(\.prefecture) == ["曲靖", "昆明"])
    answers.units[SiteCode("昆名")] = "昆名"
    let new = try draft(["曲靖", "昆名"], answers)
    #expect(new.notUnderstood.isEmpty)
    #expect(new.inspection?.rows.map(\.prefecture) == ["曲靖", "昆名"])
  }

  /// A new area reads as no slip of anything.
  @Test func aNewOneIsTaken() throws {
    let draft = try draft(["昆明", "某某新区"])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.inspection?.rows.map(\.prefecture) == ["昆明", "某某新区"])
  }

  @Test func anotherProvinceIsAsked() throws {
    let names = ["省直", "广州", "深圳", "珠海"]
    let other = try draft(names)
    #expect(other.whys == [.otherProvince(rows: 3, of: SiteCode("广州"))])
    var answers = Answers()
    answers.units[SiteCode("广州")] = "广州"
    #expect(try draft(names, answers).notUnderstood.isEmpty)
    #expect(try draft(["昆明"] + names).notUnderstood.isEmpty)
    #expect(try draft(["某某新区"]).notUnderstood.isEmpty)
    let nothing = Directory(prefectures: [], units: [], categories: [])
    let blocks = [
      Block.table(
        Table(
          ([Self.head] + names.map { [$0, "20", "0", "100%"] }).map { $0.map { Cell($0) } }, line: 1
        ))
    ]
    var said = Answers()
    said.quarter = Quarter(year: 2019, number: 1)
    #expect(Draft([Source(name: "t", blocks: blocks)], nothing, said).notUnderstood.isEmpty)
  }

  @Test func sentences() {
    let key = SiteCode("昆名")
    #expect(
      Why.newPrefecture("昆名", of: key, near: ["昆明"]).sentence.chinese
        == "名录里没有“昆名”（最接近：昆明）；是误写的，用 --unit '昆名=昆明' 说明，确是新设的，用 --unit '昆名=昆名'")
    #expect(
      Why.otherProvince(rows: 3, of: SiteCode("广州")).screenSentence.chinese
        == "附件1的3个州市，名录里一个也没有，像是别省的通报，应另建数据目录；确要记入这里的，写“广州”")
  }

  /// Figures that are blank or a stroke are said to lack.
  @Test func aMissingFigureIsSaid() throws {
    let draft = try Made.draft([
      [Self.head, ["昆明", "60", "1", "98%"], ["曲靖", "", "0", ""], ["玉溪", "—", "—", "—"]]
    ])
    #expect(draft.doubts.map(\.doubt) == [.noFigure(rows: [3, 4])])
    #expect(draft.inspection?.rows.map(\.figures.running) == [60, nil, nil])
  }
}
