import CensusCore
import CensusDashboard
import CensusLists
import TerminalKit
import Testing

/// The settings, with effect at once.
@Suite struct SettingsTests {
  @Test func arrowsChangeEachSetting() throws {
    var script = try Script()
    try script.press("F2 Right")
    #expect(script.state.appearance.theme == .light)
    try script.press("Left Left")
    #expect(script.state.appearance.theme == .auto)
    try script.press("Left")
    #expect(script.state.appearance.theme == .mono)
    try script.press("Down Right")
    #expect(script.state.language == .english)
    #expect(script.frame.plainText.contains("Settings"))
    try script.press("Down Space Down Enter Down Right")
    #expect(script.state.alphabet == .ascii)
    #expect(script.state.appearance.capturesMouse)
    #expect(script.state.nameOrder == .pinyin)
    try script.press("Escape")
    #expect(script.state.overlay == nil)
    #expect(script.effects.isEmpty)
  }

  /// T goes through all that look different: the theme of the background is one of them already.
  @Test(arguments: [
    (Shade.dark, ["浅色", "终端自带", "无色", "自动（深色）", "浅色"]),
    (Shade.light, ["深色", "终端自带", "无色", "自动（浅色）", "深色"]),
  ])
  func oneKeyTakesTheNextTheme(_ background: Shade, _ names: [String]) throws {
    var script = try Script()
    script.act(.answered(.background(background)))
    try script.press("F2 Left Escape")
    var shown = [script.state.appearance.shownTheme]
    for name in names {
      try script.press("T")
      #expect(script.message == "配色：\(name)")
      shown.append(script.state.appearance.shownTheme)
    }
    #expect(Set(shown).count == 4)
    #expect(zip(shown, shown.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func saysWhereTheyAreKeptForGood() throws {
    for language in Language.allCases {
      for (columns, rows) in [(60, 16), (80, 24), (120, 36)] {
        var script = try Script(language, columns, rows)
        try script.press("F2")
        #expect(script.frame.plainText.contains("$XDG_CONFIG_HOME/site-census/config.json"))
      }
    }
  }

  @Test func clicksChooseASetting() throws {
    var script = try Script()
    try script.press("F2")
    script.click(10, 8)
    script.click(10, 8, twice: true)
    #expect(script.state.alphabet == .ascii)
  }

  @Test func namesSortOfficiallyOrByPinyin() throws {
    var script = try Script(view: .prefectures)
    try script.press("s")
    #expect(script.firstCells(3) == ["省直", "昆明", "昭通"])
    try script.press("F2 Up Right Escape")
    #expect(script.firstCells(3) == ["保山", "楚雄", "大理"])
    try script.press("S")
    #expect(script.firstCells(3) == ["昭通", "玉溪", "西双版纳"])
    try script.press("3 s s")
    #expect(script.message == "排序：网站（升）")
    try script.press("g")
    #expect(
      script.panel(3..<6).map { $0.split(separator: " ")[1] } == [
        "迪庆州科技信息网", "耿马政府公众信息网", "昆明高新技术产业开发区管…",
      ])
  }
}

extension Script {
  /// The first words of the first rows of a list.
  fileprivate func firstCells(_ count: Int) -> [String] {
    panel(3..<(3 + count)).compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
