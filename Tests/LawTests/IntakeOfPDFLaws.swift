import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// PDF at the screen.
extension IntakeLaws {
  /// It is read once somebody presses v; that is doubted, and how many findings there are must be typed
  /// before they are written.
  @Test func aPDFIsConfirmedByItsNumber() throws {
    let office = try office()
    office.words = try SamplePages.words("merged")
    try put("%PDF-1.4", "a.pdf", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/a.pdf Enter")
    #expect(shows(screen, "是 PDF 文件；请索取 .docx"))
    try screen.press("v")
    #expect(shows(screen, "载入通报 › 2018年四季度（尚未载入）"))
    try screen.press("6")
    #expect(shows(screen, "由 pdftotext 从 PDF 读出"))
    let before = try files(office)
    try screen.press("w")
    #expect(
      shows(screen, "8条问题从 PDF 凭位置读出，请先与原件核对。写入8条问题、"), "\(screen.frame.plainText)")
    #expect(shows(screen, "确认请输入8"), "\(screen.frame.plainText)")
    try screen.press("Enter")
    #expect(shows(screen, "没有写入：要写入，请输入8"))
    #expect(try files(office) == before)
    try screen.press("8 Enter")
    #expect(screen.state.overlay == nil)
    #expect(screen.state.talk.message?.text.chinese.hasPrefix("已写入2018年四季度：问题8条") == true)
  }

  /// What where it stands does not tell is mended at the screen.
  @Test func anUncertainCellIsMendedAtTheScreen() throws {
    let office = try office()
    office.words = try SamplePages.words("narrow-code")
    try put("%PDF-1.4", "a.pdf", office)
    var screen = try office.screen(.overview)
    try screen.press("I lit:/out/a.pdf Enter v 5")
    #expect(shows(screen, "凭位置看不准这一格有哪些文字"))
    try screen.press("w")
    #expect(shows(screen, "还有1处待处理，不能写入"))
    try screen.press("5 e C-u lit:5300000102 Enter w")
    #expect(shows(screen, "确认请输入8"), "\(screen.frame.plainText)")
  }
}
