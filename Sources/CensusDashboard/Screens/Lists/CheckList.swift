import CensusCore
import CensusLists
import TerminalKit

/// 8 核对: what deserves a second look, the printed beside the computed value.
struct CheckList: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.checks)] }

  func status(_ state: State) -> StyledText {
    let all = state.snapshot.discrepancies
    let open = state.snapshot.openDiscrepancies
    let verified = state.snapshot.verifiedDiscrepancies
    let files = all.count { $0.isFile && $0.severity != .note }
    let notes = all.count { $0.severity == .note && $0.verified == nil }
    let known =
      verified == 0 ? Phrase("", "") : Phrase("，\(verified)项已核实", ", \(verified) verified")
    let text = Phrase(
      "\(open)项待核\(known.chinese)，\(notes)项提示",
      "\(open) to verify\(known.english), \(notes) notes")
    guard files > 0 else { return StyledText(text[state.language], .muted) }
    let damage = Phrase("文件问题\(files)项  ", "\(files) on files  ")
    return StyledText(damage[state.language], .bad) + StyledText(text[state.language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let (snapshot, projection) = (state.snapshot, state.projection)
    return RowList(
      checksRoll(
        snapshot.discrepancies, quarter: projection.quarter, language: state.language),
      showing: ["severity", "where", "published", "computed", "message"], in: state,
      opens: { opens($0.place, in: projection) })
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard !state.snapshot.discrepancies.isEmpty else {
      let text = Phrase("没有发现可疑之处。", "Nothing doubtful was found.")
      grid.write(text[state.language], at: Point(x: body.x + 2, y: body.y + 1), .good, clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .rates], below: [.records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    guard case .discrepancy(let index) = state.rowUnderCursor?.id,
      state.snapshot.discrepancies.indices.contains(index), spread.aside.height > 1
    else { return }
    CheckAside(item: state.snapshot.discrepancies[index], state: state).draw(
      in: spread.aside, on: &grid)
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    Spread(
      rows: state.snapshot.discrepancies.count + 1, widest: 136,
      reserved: body.height >= 24 ? 11 : body.height >= 12 ? 6 : 0, in: body)
  }

  var hints: [Command] { [.open, .act, .filter, .sort, .back] }

  private func opens(_ place: Discrepancy.Place, in projection: Projection) -> Place? {
    switch place {
    case .prefecture(let id): .prefecture(id)
    case .findings(let ids):
      ids.first.flatMap { projection.finding($0) }.map { .site($0.site) }
    case .mention, .notice: .view(.notice)
    case .file: nil
    }
  }
}
