import CensusCore
import CensusDashboard
import CensusTestSupport
import DisplayText
import TerminalKit
import Testing

/// What each size of screen is used for.
@Suite struct WideScreens {
  /// The lower half of a 7, as half blocks draw it.
  private static let blocks = "  ▀▀█ 未报齐 家"

  @Test func figuresAreTallWhereRowsAreMany() throws {
    let tall = try Script(.chinese, 120, 32, asOf: "2018-10-23").frame
    #expect(tall.lines.contains { $0.hasPrefix(Self.blocks) })
    #expect(tall.plainText.contains("应报7家，报齐0家"))
    #expect(tall.plainText.contains("最长逾期3天"))
    let low = try Script(.chinese, 120, 31, asOf: "2018-10-23").frame
    #expect(!low.lines.contains { $0.hasPrefix(Self.blocks) })
    #expect(low.plainText.contains("未报齐 7 家"))
  }

  @Test func theWidestOverviewShowsEverything() throws {
    let text = try Script(.chinese, 200, 60, asOf: "2018-10-23").frame.plainText
    for words in [
      "合格率", "西双版纳", "滇中新区", "扣分大于40", "核对（按 8）", "5300000061", "最近记录", "9 全部记录",
      "暂无记录", "存在问题  1", "办理经过",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func everyCategoryFindsRoomOnTheOverview() throws {
    for (columns, rows) in [(80, 24), (100, 30), (120, 36), (200, 60)] {
      let text = try Script(.chinese, columns, rows, asOf: "2018-10-23").frame.plainText
      for name in ["错字漏字", "首页不更新", "多个栏目长期不更新", "多个栏目空白", "扣分大于40"] {
        #expect(text.contains(name), "\(name) at \(columns)x\(rows)")
      }
    }
  }

  @Test func whatListsSayOfTheirRowStandsBesideThemOnWideScreens() throws {
    for view in [View.prefectures, .sites, .deadlines, .rechecks] {
      let wide = try Script(.chinese, 200, 60, view: view).frame.lines
      let beside = wide.contains { $0.contains("│─ 办理经过 ") || $0.contains("│─ 存在问题") }
      #expect(beside, "\(view)")
      let narrow = try Script(.chinese, 120, 36, view: view).frame.lines
      #expect(!narrow.contains { $0.contains("│─") }, "\(view)")
    }
  }

  @Test func wideFramesAreWholeAndNeverAmbiguous() throws {
    let sizes = [(155, 24), (156, 24), (160, 30), (200, 60)]
    for language in Language.allCases {
      for view in View.allCases {
        var script = try Script(language, view: view, alphabet: .ascii)
        for (columns, rows) in sizes {
          script.resize(columns, rows)
          for line in script.frame.lines {
            #expect(line.displayWidth == columns)
            #expect(transliteratedForWideTerminals(line) == line)
          }
        }
      }
    }
  }

  @Test func theNoticeStandsInTwoColumns() throws {
    let wide = try Script(.chinese, 120, 36, view: .notice).frame.lines
    #expect(wide.contains { $0.contains("公文") && $0.contains("总体情况") })
    let narrow = try Script(.chinese, 80, 24, view: .notice).frame.lines
    #expect(!narrow.contains { $0.contains("公文") && $0.contains("总体情况") })
  }

  @Test func theChecksShowTheirReckoning() throws {
    var script = try Script(.chinese, 80, 24, view: .checks)
    #expect(script.frame.plainText.contains("17−5=12个合格，12/17=70.59%，四舍五入为71%，通报载70%。"))
    #expect(
      script.frame.plainText.contains("重复列出的网站只计一次：17−4=13个合格，13/17=76.47%，四舍五入为76%。"))
    try script.press("Down")
    #expect(script.frame.plainText.contains("第20行：临沧  耿马政府公众信息网  5309260040  错字漏字"))
    try script.press("Down")
    #expect(script.frame.plainText.contains("53000000061有11位，去掉多出的一个0为5300000061"))
    try script.press("Down Down Down Down")
    #expect(script.frame.plainText.contains("431−409=22，多出22。"))
    try script.press("End")
    #expect(script.frame.plainText.contains("2018-10-20 周六到2018-10-22 周一相差2天。"))
    try script.press("Home Enter")
    #expect(script.state.place == .prefecture("临沧"))
  }
}

/// The change of the published figures against the latest earlier quarter that has them.
@Suite struct FigureChange {
  private func opened(_ text: String) throws -> Script {
    let quarter = try #require(Quarter(text))
    var script = try Script(
      .chinese, 120, 36, asOf: "2022-11-01", quarter: quarter)
    for _ in 0..<5 where script.state.hasWork { script.act(.work) }
    return script
  }

  @Test func isSaidOnceTheEarlierQuarterIsRead() throws {
    let quarter = try #require(Quarter("2022Q3"))
    #expect(
      try !Script(.chinese, 120, 36, quarter: quarter).frame.plainText.contains("较2020年"))
    let script = try opened("2022Q3")
    #expect(script.effects == [.read(try #require(Quarter("2020Q2")))])
    #expect(!script.state.hasWork)
    let text = script.frame.plainText
    #expect(text.contains("较2020年二季度 −19"))
    #expect(text.contains("较2020年二季度 −7"))
    // 281/286 = 98.25%, 293/305 = 96.07%.
    #expect(text.contains("较2020年二季度 +2.2个百分点"))
  }

  @Test func comparesWithTheFullQuarterToo() throws {
    // 409 and 20 in 2018, 305 and 12 in 2020: 95.11% and 96.07%.
    let text = try opened("2020Q2").frame.plainText
    #expect(text.contains("较2018年三季度 −104"))
    #expect(text.contains("较2018年三季度 −8"))
    #expect(text.contains("较2018年三季度 +1.0个百分点"))
  }

  @Test func isNotMadeUpWithoutAnEarlierQuarter() throws {
    let script = try opened("2018Q3")
    #expect(script.effects.isEmpty)
    #expect(!script.frame.plainText.contains("较20"))
  }
}
