import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

/// Who handles a unit (承办人) at the screen: said by the menu, a column once anybody is named, a facet.
@Suite struct AssigneeSessions {
  @Test func saidShownChosenAndFound() throws {
    var script = try Script(.chinese, 120, 36, view: .sites)
    #expect(!script.frame.plainText.contains("承办"))
    try script.press("5 Down Down m u")
    script.type("李四")
    try script.press("Enter")
    #expect(script.state.projection.obligation(of: "昆明")?.assignee == "李四")
    // It is on the page of the unit, and a column of lists.
    #expect(script.frame.plainText.contains("承办人"))
    try script.press("Down m u")
    script.type("王五")
    try script.press("Enter 3")
    #expect(script.frame.plainText.contains("承办"))
    #expect(script.frame.plainText.count(of: "李四") == 5)
    try script.press("f End")
    #expect(script.frame.plainText.contains("[ ] 李四"))
    #expect(script.frame.plainText.contains("[ ] 王五"))
    try script.press("Esc 5 /")
    script.type("李四")
    try script.press("Enter")
    #expect(script.state.rows(0).filter { !$0.isHeading }.map(\.id) == [.unit("昆明")])
  }

  @Test(arguments: Language.allCases)
  func nobodyIsNoRecord(_ language: Language) throws {
    var script = try Script(language, 120, 36, view: .deadlines)
    try script.press("Down m u Enter")
    #expect(script.effects.isEmpty)
    #expect(
      script.frame.plainText.contains(
        language == .chinese
          ? "没有填写“承办人”，原来也没有承办人；请填写姓名"
          : "“Handled by” is empty, and nobody handles it as it is; type a name"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
