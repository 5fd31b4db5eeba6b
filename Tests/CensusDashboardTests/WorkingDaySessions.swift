import CensusCore
import CensusDashboard
import TerminalKit
import Testing

/// Where the dashboard knows of working days and of the grades of lateness.
@Suite struct WorkingDaySessions {
  @Test func theDialogNamesTheHolidayOfItsDay() throws {
    var script = try Script(.chinese, 100, 30, asOf: "2018-09-28", today: "2018-12-01")
    try script.press("5 m x C-u lit:2018-10-06")
    #expect(script.frame.plainText.contains("周六 国庆节"), "\(script.frame.plainText)")
    try script.press("C-u lit:2018-09-29")
    #expect(script.frame.plainText.contains("周六 国庆节调休上班"))
    try script.press("C-u lit:2018-10-20")
    #expect(script.frame.plainText.contains("周六"))
    #expect(!script.frame.plainText.contains("国庆节"))
  }

  /// Fourteen days on is a Monday off: the day offered is the first one worked after it.
  ///
  /// A Saturday that is worked is offered as it is.
  @Test func theDayOfferedIsAWorkingDay() throws {
    for (asOf, offered) in [("2018-12-17", "2019-01-02"), ("2018-12-15", "2018-12-29")] {
      var script = try Script(.chinese, 100, 30, asOf: asOf)
      try script.press("5 m x")
      let dialog = try #require(script.state.overlay as? RecordDialog)
      #expect(dialog.day(.until) == Day(offered), "\(asOf)")
    }
  }

  @Test func theGradeHasAColumnOnceSomethingIsLate() throws {
    let early = try Script(.chinese, 140, 30, asOf: "2018-10-20", view: .deadlines)
    #expect(!early.frame.plainText.contains("等级"))
    for (asOf, word) in [("2018-10-23", "轻"), ("2018-10-24", "重"), ("2018-10-31", "严重")] {
      let script = try Script(.chinese, 140, 30, asOf: asOf, view: .deadlines)
      let late = script.frame.plainText
      #expect(late.contains("等级") && late.contains("天 \(word) "), "\(late)")
    }
  }
}
