import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// A record that is written and not certain to be on the disk: wherever the disk fails, once.
struct UnconfirmedLaws {
  /// It is said in the foot, the same key makes it certain before anything else is recorded, and it is
  /// nobody else's news.
  @Test func whatIsNotConfirmedIsConfirmedFirst() throws {
    var struck = 0
    for index in 0..<40 {
      let base = try ShippedStore.copy()
      let files = FaultyFileSystem(base, failingAt: index, .error(.noSpace))
      let office = Office("faulty", files, on: "2018-10-22")
      var screen = try office.screen(.deadlines, .chinese, 120, 30)
      try screen.press("Down c Tab lit:24日报 Enter")
      guard screen.state.snapshot.unconfirmed > 0 else { continue }
      struck += 1
      #expect(screen.frame.plainText.contains("1条未确认存盘，按 r"))
      #expect(screen.frame.plainText.contains("已写入，但不能确认是否已存盘："))
      // The same again is there already; anything else waits until this is certain.
      let isSame = struck % 2 == 1
      try screen.press(isSame ? "Enter" : "Escape Escape Down p")
      let said =
        isSame
        ? "云南省文化厅 已于2018-10-22登记过，无需重复" : "尚未办理：先前未确认的1条记录已存盘；请核对，仍要办理请再按一次"
      #expect(screen.frame.plainText.contains(said), "\(screen.frame.plainText)")
      #expect(screen.state.snapshot.unconfirmed == 0)
      #expect(screen.state.projection.events.count == 1)
      try screen.press("Escape Escape")
      #expect(!screen.frame.plainText.contains("未确认"))
    }
    #expect(struck > 1)
  }
}
