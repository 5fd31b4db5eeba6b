import CensusCore
import TerminalKit

/// The page of a quarter whose facts cannot be read, in place of any view's list.
struct UnreadablePage: Screen {
  let crumb: Phrase

  func crumbs(_ state: State) -> [Phrase] { [crumb] }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    drawPage(state, in: body, on: &grid)
  }

  var hints: [Command] { [.previousQuarter, .nextQuarter, .view(.checks), .reload, .help] }

  func lines(_ state: State, width: Int) -> [StyledText] {
    let why = state.snapshot.unreadable ?? Phrase("", "")
    var page = FactLines(state: state, width: width)
    page.paragraph(why[state.language], .bad.bold)
    page.blank()
    guard state.snapshot.quarters.contains(state.projection.quarter) else {
      // It was taken back: there is nothing to mend.
      let take = state.keys.binding(for: .intake)?.keys.first?.label ?? ""
      let ways = Phrase(
        "\(take) 重新载入，[ ] 换季度。", "\(take) takes it in again, [ and ] change the quarter.")
      page.paragraph(ways[state.language], .text)
      return page.lines
    }
    let texts = [
      Phrase(
        "不以其他季度代替；其办理记录没有丢失，但在数据改正之前不显示应报情况，也不登记。",
        "No other quarter stands in its place. Its records are not lost, but until the file is "
          + "mended nothing is shown of who owes what, and nothing is recorded."),
      Phrase(
        "请改正文件或从备份恢复，然后按 r；8 列出全部问题，[ ] 换季度。",
        "Mend the file or restore it from a copy, then press r; 8 lists all that is wrong, [ and ] "
          + "change the quarter."),
    ]
    for text in texts { page.paragraph(text[state.language], .text) }
    return page.lines
  }
}
