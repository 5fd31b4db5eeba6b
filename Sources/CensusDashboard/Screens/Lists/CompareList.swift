package import CensusCore
import CensusLists
import TerminalKit

/// The quarter on screen beside the one before it (对比): which sites fail newly, fail still, and are
/// not listed any more; below them what leaders ask.
struct CompareList: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    guard let before = state.snapshot.previous?.quarter.name else { return [Labels.comparison] }
    let after = state.projection.quarter.name
    return [
      Labels.comparison,
      Phrase("\(before.chinese) → \(after.chinese)", "\(before.english) → \(after.english)"),
    ]
  }

  func status(_ state: State) -> StyledText {
    guard let sites = state.snapshot.comparison?.sites else { return StyledText("") }
    let counts = Comparison.Change.allCases.map { change in
      let word = Terms.change(change)
      let count = sites.count { $0.change == change }
      return Phrase("\(word.chinese)\(count)", "\(count) \(word.english)")
    }
    return StyledText(counts.joined(Phrase("  ", ", "))[state.language], .muted)
  }

  private func roll(_ state: State) -> Roll<Comparison.Site>? {
    state.snapshot.comparison.map {
      comparisonRoll($0, directory: state.projection.directory)
    }
  }

  func list(_ state: State, pane: Int) -> RowList? {
    roll(state).map { roll in
      RowList(
        roll,
        showing: [
          Pick("change", title: Phrase("变化", "Change"), room: .fixed(8, 17)),
          Pick("name", room: .flexible(20, weight: 3, most: 44)),
          Pick("prefecture", room: .fixed(10, 11, importance: 4)),
          Pick("code", room: .fixed(11, importance: 3)),
          Pick(
            "issuesBefore", title: Phrase("此前", "Before"),
            room: .flexible(10, weight: 1, most: 30, importance: 2)),
          Pick(
            "issuesAfter", title: Phrase("此后", "After"),
            room: .flexible(10, weight: 1, most: 30, importance: 5)),
        ], in: state, opens: { $0.after.isEmpty ? nil : .site($0.code) })
    }
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect { spread(state, in: body).list }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let reserved = body.height >= 24 ? 8 : body.height >= 14 ? 5 : 0
    return Spread(
      rows: (state.list(0)?.count ?? 0) + 1, widest: 136, reserved: reserved, in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard let roll = roll(state) else {
      let text =
        state.snapshot.others == nil
        ? Phrase("正在读取此前各期……", "Reading the periods before…")
        : Phrase("此前没有逐站结果可以对比。", "No period before has findings to compare with.")
      grid.write(text[state.language], at: Point(x: body.x + 2, y: body.y + 1), .muted, clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .categories], below: [.records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    let area = spread.aside
    let lines = roll.remarks.flatMap {
      state.alphabet.wrapped($0[state.language], to: max(1, area.width - 3))
    }
    for (offset, line) in lines.prefix(max(0, area.height)).enumerated() {
      grid.write(line, at: Point(x: area.x + 2, y: area.y + offset), .text, clip: area)
    }
  }

  var hints: [Command] {
    [.open, .previousQuarter, .nextQuarter, .filter, .facets, .export, .back]
  }
}

extension Snapshot {
  /// The quarter on screen beside the one before it; nil while that is read, or where none has findings.
  package var comparison: Comparison? {
    guard projection.inspection.coverage == .full else { return nil }
    return previous.map { Comparison($0, projection) }
  }
}

extension Labels {
  static let comparison = Phrase("两期对比", "Compared")
}
