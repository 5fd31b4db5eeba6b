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
    let language = state.language
    let texts = [
      Phrase("这个数据目录里还没有季度。", "This store holds no quarter yet."),
      Phrase(
        "找的是 quarters/ 下的季度文件，例如 2018Q3.json。",
        "Looked for: files of quarters in quarters/, such as 2018Q3.json."),
    ]
    let ways = [
      ("census init DIR --from STORE", Phrase("从已有数据另建一份", "a store made from another")),
      ("census-tui --store DIR", Phrase("打开另一个数据目录", "opens another store")),
      ("d", Phrase("先看演示数据（只在内存中）", "look at made-up data (in memory only)")),
      ("r", Phrase("放好文件后重新载入", "reads the store anew")),
    ]
    let column = 32
    return [""]
      + texts.flatMap { state.alphabet.wrapped($0[language], to: width) }
      .map { StyledText($0, .text.bold) } + [""]
      + ways.map { way, what in
        StyledText(state.alphabet.fitted(way, to: column), .accent) + StyledText(what[language])
      }
  }
}
