import CensusCore
import Testing

/// New-media accounts: what they are known by, and what is not said of them as of sites.
@Suite struct AccountPlatformTests {
  @Test(arguments: [
    ("微信", "微信", "WeChat"), ("政务微信", "微信", "WeChat"), ("微信公众号", "微信", "WeChat"),
    ("新浪微博", "微博", "Weibo"), ("官方微博", "微博", "Weibo"), ("今日 头条", "今日头条", "Toutiao"),
    ("抖音号", "抖音", "Douyin"), ("快手", "快手", "Kuaishou"), ("微信视频号", "视频号", "Channels"),
    ("ＡＰＰ", "客户端", "App"), ("试验#圈", "试验圈", "试验圈"),
  ])
  func spellingsAreOnePlatform(printed: String, name: String, english: String) {
    let platform = AccountPlatform(printed: printed)
    #expect(platform.name == name)
    #expect(platform.words == Phrase(name, english))
    #expect(platform.isKnown == (name != "试验圈"))
    // The identity reads the same again.
    #expect(SiteCode(account: "甲 A", on: platform).platform == platform)
  }

  @Test func oneNameOnTwoPlatformsIsTwo() {
    let (weChat, weibo) = (AccountPlatform(printed: "微信"), AccountPlatform(printed: "微博"))
    #expect(SiteCode(account: "甲Ａ", on: weChat) == SiteCode(account: "甲a", on: weChat))
    #expect(SiteCode(account: "甲A", on: weChat) != SiteCode(account: "甲A", on: weibo))
    #expect(SiteCode(account: "甲#乙", on: weChat).platform == weChat)
    let site = SiteCode(without: "昆明", "甲A")
    #expect(site.platform == nil && SiteCode("5301000001").platform == nil)
    #expect(site.shown("甲A") == Phrase("甲A", "甲A"))
    #expect(SiteCode(account: "甲A", on: weibo).printed == nil)
  }

  private static let quarter = Yunnan.inspection.quarter

  private func account(_ number: Int, _ name: String, _ platform: String) -> Finding {
    Finding(
      id: FindingID(Self.quarter, number: number), prefecture: "昆明",
      code: SiteCode(account: name, on: AccountPlatform(printed: platform)), siteName: name,
      text: "僵尸", issues: ["nm_not_updated"])
  }

  /// The shipped quarter with three accounts, one of them twice and one named as a site in the text.
  private var inspection: Inspection {
    Yunnan.inspection.with(
      findings: Yunnan.inspection.findings + [
        account(21, "甲发布", "微信"), account(22, "甲发布", "微博"), account(23, "昆明市商务局", "微信"),
        account(24, "甲发布", "微信"),
      ])
  }

  /// Annex 1 counts sites: beside accounts the same rows are doubtful, and none for want of a code.
  @Test func checksCountNoAccounts() {
    let before = Yunnan.inspection.discrepancies(in: Yunnan.directory).map(\.id)
    let found = inspection.discrepancies(in: Yunnan.directory)
    #expect(
      found.map(\.id).filter { $0 != "duplicateSite/21+24" && !$0.hasPrefix("unknownCategory") }
        == before)
    let twice = found.first { $0.id == "duplicateSite/21+24" }
    #expect(twice?.message.chinese == "第21、24行为同一账号（甲发布（微信）），请核实是否误列")
    #expect(twice?.location == Phrase("第21行（新媒体账号）", "row 21 (a new-media account)"))
    #expect(inspection.incompletelyListed == Yunnan.inspection.incompletelyListed)
  }

  private func projection(_ inspection: Inspection) -> Projection {
    Projection(
      of: inspection, directory: Yunnan.directory, events: [], settings: Yunnan.settings,
      asOf: day("2018-10-19"))
  }

  /// Findings of accounts are findings; accounts are listed with sites, and told apart.
  @Test func accountsAreListedWithSites() throws {
    let projection = projection(inspection)
    #expect(projection.overview.findings == 24)
    #expect(projection.overview.sites == 22)
    #expect(projection.overview.accounts == 3)
    #expect(
      projection.sites.suffix(3).map(\.shownName) == [
        Phrase("甲发布（微信）", "甲发布 (WeChat)"), Phrase("甲发布（微博）", "甲发布 (Weibo)"),
        Phrase("昆明市商务局（微信）", "昆明市商务局 (WeChat)"),
      ])
    #expect(try projection.resolve("甲发布（微博）") == .site("@微博#甲发布"))
    #expect(try projection.resolve("甲发布 (wechat)") == .site("@微信#甲发布"))
    // The name alone may be either.
    #expect(throws: Refusal.self) { try projection.resolve("甲发布") }
    let texts = SearchTexts(of: projection)
    let found = projection.findings.filter { SearchQuery("weibo").matches(texts.of($0)) }
    #expect(found.map(\.finding.row) == [22])
  }
}
