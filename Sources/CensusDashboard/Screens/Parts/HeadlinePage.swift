import CensusCore
import TerminalKit

/// The calm page of a quarter of which only the totals are known, in place of any view's list.
struct HeadlinePage: Screen {
  let view: View

  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(view)] }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard hasFigures(state, in: body) else {
      drawPage(state, in: body, on: &grid)
      return
    }
    FigureRow(figures: OverviewFigures(state: state).published, language: state.language).draw(
      in: Rect(
        x: body.x + 2, y: body.y + 1, width: body.width - 4, height: FigureRow.tallHeight),
      isTall: true, on: &grid)
    let top = FigureRow.tallHeight + 1
    drawPage(
      state,
      in: Rect(x: body.x, y: body.y + top, width: body.width, height: body.height - top),
      on: &grid)
  }

  /// The figures stand large above the text where both find room.
  private func hasFigures(_ state: State, in body: Rect) -> Bool {
    body.height >= Self.tallFrom && state.projection.publishedTotals.rate != nil
  }

  private static let tallFrom = 22

  var hints: [Command] { [.previousQuarter, .nextQuarter, .view(.notice), .help] }

  func lines(_ state: State, width: Int) -> [StyledText] {
    let inspection = state.projection.inspection
    if state.snapshot.quarters.isEmpty { return emptyStore(state, width) }
    let unread = Phrase("未见", "not read")[state.language]
    let figures = inspection.totals
    let change = OverviewChange(state)
    let headline = Phrase(
      "\(inspection.quarter.name.chinese)仅有总数，没有逐站结果，也就没有应报单位。",
      "Only the totals of \(inspection.quarter.name.english) are known: no single results, and so "
        + "no unit that owes a report.")
    var page = FactLines(state: state, width: width)
    page.paragraph(headline[state.language], .text.bold)
    page.blank()
    let rows: [(Phrase, String?, Phrase?)] = [
      (Labels.running, figures.running.map(String.init), change?.running),
      (Labels.failing, figures.failing.map(String.init), change?.failing),
      (Labels.rate, figures.publishedRate, change?.rate),
      (
        Phrase("核算合格率", "Computed rate"), figures.computedRate,
        figures.publishedRate == nil ? change?.rate : nil
      ),
    ]
    if !hasFigures(state, in: state.body) {
      for (label, value, difference) in rows {
        let note = value == nil ? nil : difference
        page.fact(label, (value ?? unread) + (note.map { "  \($0[state.language])" } ?? ""))
      }
      if let change { page.fact(Phrase("比较", "Compared"), change.against) }
    }
    page.fact(Phrase("文号", "Document"), inspection.notice.document ?? unread)
    if let previous = inspection.previous {
      let name = previous.quarter?.name ?? Phrase("", "")
      page.fact(
        Phrase("上期整改", "Rectified"),
        Phrase(
          "\(name.chinese)：\(previous.summary.chinese)",
          "\(name.english): \(previous.summary.english)"))
    }
    if let source = inspection.source?.readIn { page.fact(Phrase("来源", "Source"), source) }
    page.blank()
    let hint = Phrase(
      "[ ] 换季度；0 看已知的全部内容。", "[ and ] change the quarter; 0 shows all that is known.")
    page.paragraph(hint[state.language], .muted)
    return page.lines
  }

  private func emptyStore(_ state: State, _ width: Int) -> [StyledText] {
    let language = state.language
    let texts = [
      Phrase("这个数据目录里暂无季度。", "This store holds no quarter yet.")
    ]
    let take = state.keys.binding(for: .intake)?.keys.first?.label ?? ""
    let ways = [
      (take, Phrase("载入通报：选 .docx 等文件，或直接粘贴表格", "takes a notice in: a .docx, or a pasted table")),
      ("census init DIR --from STORE", Phrase("从已有数据另建一份", "a store made from another")),
      ("census-tui --store DIR", Phrase("打开另一个数据目录", "opens another store")),
      ("d", Phrase("先看演示数据（只在内存中）", "look at made-up data (in memory only)")),
      ("r", Phrase("放好文件后重新读取", "reloads the data")),
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
