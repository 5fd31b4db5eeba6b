import CensusCore
import CensusStore
import CensusTestSupport
import Glibc
import Testing

/// The store that ships with the project, read through the program's own eyes.
struct DataTests {
  @Test func isSound() throws {
    var store = try ShippedStore.open()
    #expect(store.problems == [])
    #expect(store.quarters().map(\.description) == ["2022Q3", "2020Q2", "2018Q3"])
    for quarter in store.quarters() {
      let file = store.inspection(of: quarter)
      #expect(file.inspection?.quarter == quarter)
      #expect(file.problems == [])
      #expect(store.events(of: quarter).problems == [])
    }
  }

  @Test func readsTheSettings() throws {
    let store = try ShippedStore.open()
    #expect(store.settings.title == Phrase("云南省政府网站普查", "Census of Yunnan's government websites"))
    #expect(store.settings.province == Phrase("云南省", "Yunnan"))
    #expect(store.settings.language == .chinese)
    #expect(store.settings.offset == .china)
    #expect(store.settings.policy == Settings.Policy())
  }

  @Test func readsTheLists() throws {
    let directory = try ShippedStore.open().directory
    #expect(directory.prefectures.count == 18)
    #expect(directory.prefectures.map(\.kind).filter { $0 == .departments }.count == 1)
    #expect(directory.prefectures.flatMap(\.formerDivisions).map(\.code) == ["530522", "533421"])
    #expect(directory.unit("云南省文化厅")?.sites == [SiteCode("53000000006")])
    #expect(directory.unit("云南省文化厅")?.short == Phrase("云南省文化厅", "Dept of Culture"))
    #expect(directory.category("text_errors").kind == .veto)
    #expect(directory.category("text_errors").criterion == ["2015": "严重错误"])
  }

  @Test func readsTheQuarter() throws {
    var store = try ShippedStore.open()
    let inspection = try #require(store.inspection(of: Sample.quarter).inspection)
    #expect(inspection.coverage == .full)
    #expect(inspection.scope == .all)
    #expect(inspection.criteria == "2015")
    #expect(inspection.notice.document == "云府办明电〔2018〕55号")
    #expect(inspection.notice.addressees == ["各州、市人民政府", "省直各委、办、厅、局"])
    #expect(inspection.notice.issued == Sample.day("2018-09-26"))
    #expect(inspection.notice.deadline == Deadline(Sample.day("2018-10-20")))
    #expect(
      inspection.notice.parts == [
        Notice.RequiredPart(part: .paper, copies: 1, signature: .principal),
        Notice.RequiredPart(part: .electronic, copies: nil, signature: nil),
      ])
    #expect(inspection.notice.telephones.map(\.isFax) == [false, true])
    #expect(inspection.notice.legalBases.count == 4)
    #expect(inspection.notice.copiedTo.count == 7)
    #expect(inspection.notice.problems.count == 2)
    #expect(inspection.notice.requirements.count == 4)
    #expect(inspection.notice.annexes.count == 2)
    #expect(inspection.sampling.to == Sample.day("2018-09-14"))
    #expect(inspection.sampling.rounds == 5)
    #expect(inspection.totals.running == 409)
    #expect(inspection.annex1?.total?.figures.running == 409)
    #expect(inspection.rows.count == 18)
    #expect(
      inspection.rows[16]
        == Inspection.Row(
          prefecture: "临沧",
          figures: Inspection.Figures(running: 17, failing: 5, publishedRate: "70%")))
    #expect(inspection.annex2?.headings.count == 5)
    #expect(inspection.findings.count == 20)
    #expect(
      inspection.findings[1]
        == Finding(
          id: FindingID(Sample.quarter, number: 2), prefecture: "省直", code: SiteCode("53000000006"),
          siteName: "云南省文化厅", text: "多个栏目长期不更新，扣分大于 40",
          issues: ["columns_not_updated", "score_fail"]))
    #expect(inspection.wordings["score_fail"] == "扣分大于40")
    #expect(inspection.mentions.map(\.siteName) == ["昆明市商务局", "云南教育网"])
    #expect(inspection.mentions.map(\.code) == [nil, nil])
    #expect(inspection.platforms.map(\.messages) == [154, 14])
    #expect(
      inspection.campaign
        == Inspection.Campaign(name: "群众办事百项堵点疏解行动", season: 5, sites: 431, accounts: 379))
  }

  @Test func readsAHeadlineQuarter() throws {
    var store = try ShippedStore.open()
    let inspection = try #require(store.inspection(of: Sample.quarter("2022Q3")).inspection)
    #expect(inspection.coverage == .headline)
    #expect(inspection.scope == nil)
    #expect(
      inspection.totals == Inspection.Figures(running: 286, failing: 5, publishedRate: "98.3%"))
    #expect(inspection.metrics.map(\.failing) == [6, 1])
    #expect(inspection.previous?.quarter == Sample.quarter("2022Q2"))
    #expect(inspection.previous?.summary.chinese == "除迪庆1个网站外，均已整改到位。")
    #expect(inspection.notice.deadline == nil)
    #expect(inspection.findings == [])
  }
}
