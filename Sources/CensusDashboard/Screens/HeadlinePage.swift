import CensusCore
import TerminalKit

/// The calm page of a quarter of which only the totals are known, in place of any view's list.
struct HeadlinePage: Screen {
  let view: View

  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(view)] }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    drawPage(state, in: body, on: &grid)
  }

  var hints: [Command] { [.previousQuarter, .nextQuarter, .view(.notice), .help] }

  func lines(_ state: State, width: Int) -> [StyledText] {
    let inspection = state.projection.inspection
    let language = state.language
    if state.snapshot.quarters.isEmpty { return emptyStore(state, width) }
    let unread = Phrase("未见", "not read")[language]
    let figures = inspection.totals
    let rows: [(Phrase, String)] = [
      (Labels.running, figures.running.map(String.init) ?? unread),
      (Labels.failing, figures.failing.map(String.init) ?? unread),
      (Labels.rate, figures.publishedRate ?? unread),
      (Phrase("复算合格率", "Computed rate"), figures.computedRate ?? unread),
      (Phrase("文号", "Document"), inspection.notice.document ?? unread),
    ]
    let headline = Phrase(
      "\(inspection.quarter.name.chinese)只知道总数，没有逐站结果，也就没有应报单位。",
      "Only the totals of \(inspection.quarter.name.english) are known: no single results, and so "
        + "no unit that owes a report.")
    let source = inspection.source?.readIn.map {
      Phrase("来源：\($0.chinese)", "Source: \($0.english)")
    }
    let hint = Phrase(
      "[ ] 换季度；0 看已知的全部内容。", "[ and ] change the quarter; 0 shows all that is known.")
    var lines: [StyledText] = [""]
    lines += state.alphabet.wrapped(headline[language], to: width).map {
      StyledText($0, .text.bold)
    }
    lines.append("")
    lines += rows.map { label, value in
      StyledText(state.alphabet.fitted(label[language], to: 16), .muted) + StyledText(value)
    }
    lines.append("")
    if let source {
      lines += state.alphabet.wrapped(source[language], to: width).map { StyledText($0, .muted) }
    }
    lines += state.alphabet.wrapped(hint[language], to: width).map { StyledText($0, .muted) }
    return lines
  }

  private func emptyStore(_ state: State, _ width: Int) -> [StyledText] {
    let text = Phrase(
      "这个数据目录里还没有季度。把季度文件放进 quarters/ 后按 r 重新载入；"
        + "或用 --store 指定另一个数据目录。",
      "This store holds no quarter yet. Put a quarter's file into quarters/ and press r, or name "
        + "another store with --store.")
    return [""] + state.alphabet.wrapped(text[state.language], to: width).map { StyledText($0) }
  }
}
