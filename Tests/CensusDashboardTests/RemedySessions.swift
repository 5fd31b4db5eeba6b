import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// What a unit says that it does (整改措施), typed at the screen where no form came back.
@Suite struct RemedySessions {
  private func remedy(_ script: Script, _ row: Int) -> Remedy? {
    script.state.projection.finding(FindingID(ShippedStore.quarter, number: row))?.remedy
  }

  /// A unit's word is about all of its findings that are to be mended; one finding has its own.
  @Test func ofAUnitAndOfOneFinding() throws {
    var script = try Script(.chinese, 120, 36, asOf: "2018-10-23", view: .deadlines)
    try script.press("/ lit:临沧 Enter m y")
    try script.press("lit:已更正错字，并建立三审三校制度 Tab lit:立行立改 Tab lit:赵某 Enter")
    #expect(script.state.overlay == nil)
    let said = Remedy(
      measures: "已更正错字，并建立三审三校制度", completion: "立行立改", responsible: "赵某")
    #expect((16...20).map { remedy(script, $0) } == Array(repeating: said, count: 5))
    #expect(remedy(script, 15) == nil)

    // The page of the site says it, and its dialog begins with what was said before.
    try script.press("/ C-u Enter 3 / lit:茶叶 Enter Enter")
    #expect(script.frame.plainText.contains("已更正错字，并建立三审三校制度"))
    try script.press("m y C-u lit:栏目已补充 Enter")
    #expect(
      remedy(script, 18)
        == Remedy(measures: "栏目已补充", completion: "立行立改", responsible: "赵某"))
    #expect(remedy(script, 17) == said)
    // The same again says nothing new.
    let count = script.state.projection.events.count
    try script.press("m y Enter")
    #expect(script.state.projection.events.count == count)
  }

  @Test(arguments: [
    (Language.chinese, "没有填写“整改措施”；请填写单位说它怎样整改"),
    (.english, "“Remedy” is empty; type what the unit says that it does"),
  ])
  func withoutMeasuresNothingIsRecorded(language: Language, sentence: String) throws {
    var script = try Script(language, 80, 24, asOf: "2018-10-23", view: .deadlines)
    try script.press("m y Tab lit:10-30 Enter")
    let dialog = try #require(script.state.overlay?.dialog)
    #expect(dialog.refusal?[language] == sentence)
    #expect(dialog.focus == .measures)
    #expect(script.state.projection.events.isEmpty)
  }
}
