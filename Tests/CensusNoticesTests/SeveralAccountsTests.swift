import CensusCore
import CensusNotices
import Testing

/// Accounts that are easily lost or made one: several platforms in a cell, none, and lists in prose.
@Suite struct SeveralAccountsTests {
  private let headings = ["新媒体类型", "新媒体名称", "责任单位", "问题类别"]

  @Test(arguments: [
    "微信和微博", "微信+微博", "微信 微博", "微信及微博", "微信\\微博", "双微", "两微一端", "微信微博", "微信与抖音号", "微信、微博",
  ])
  func severalPlatformsAreRefused(text: String) throws {
    let draft = try Made.draft([[headings, [text, "甲发布", "昆明", "2周内无更新"]]])
    #expect(draft.names.isEmpty)
    #expect(draft.whys == [.platform(text)])
  }

  @Test(arguments: ["微信公众号", "微信视频号", "移动客户端 (APP)", "政务微博", "某某平台", "微信小程序"])
  func onePlatformIsOne(text: String) throws {
    let draft = try Made.draft([[headings, [text, "甲发布", "昆明", "2周内无更新"]]])
    #expect(draft.names == ["甲发布"])
  }

  /// Markdown merges nothing, so that an empty platform is none.
  @Test func anEmptyPlatformOfMarkdownIsNotFilled() throws {
    let draft = try Made.draft(
      text: """
        | 新媒体类型 | 新媒体名称 | 责任单位 | 问题类别 |
        |---|---|---|---|
        | 微信 | 甲发布 | 昆明 | 2周内无更新 |
        |  | 乙发布 | 昆明 | 2周内无更新 |
        """)
    #expect(draft.names == ["甲发布"])
    #expect(draft.whys == [.platform("")])
  }

  /// Accounts in prose (layout C3) are listed line by line.
  @Test func accountsInProseAreListed() throws {
    let text = """
      某市人民政府办公室关于2023年9月政务新媒体检查情况的通报

      “某某发布”微信公众号开展联动转载活动。

      附件2 不合格政务新媒体
      一、单项否决问题
      （一）2周内无更新：“甲发布”微信公众号、“乙文旅”抖音号、“丙水利”微博。
      （二）无有效互动：“丁环境”微信公众号。

      某市人民政府办公室
      2023年9月25日
      """
    let draft = try Made.draft(text: text, quarter: nil)
    #expect(draft.quarter == Quarter("2023-09"))
    #expect(draft.whys == [.accountsInText(3), .accountsInText(1)])
    #expect(draft.notUnderstood.map(\.place.line) == [7, 8])
    var answers = Answers()
    answers.skipped = [Answers.Spot(table: 0, row: 7), Answers.Spot(table: 0, row: 8)]
    #expect(try Made.draft(text: text, answers, quarter: nil).notUnderstood.isEmpty)
  }
}
