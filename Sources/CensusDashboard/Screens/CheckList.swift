import CensusCore
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
    let damage = Phrase("文件问题\(files)项，", "\(files) on files, ")
    return StyledText(damage[state.language], .bad) + StyledText(text[state.language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let language = state.language
    let columns = [
      ListColumn("severity", Labels.severity, .fixed(language == .chinese ? 4 : 7)),
      ListColumn("location", Labels.location, .fixed(language == .chinese ? 16 : 24)),
      ListColumn("printed", Labels.printed, .fixed(12), importance: 2),
      ListColumn("computed", Labels.recomputed, .fixed(11), importance: 2),
      ListColumn("what", Labels.what, .flexible(minimum: 20, weight: 1)),
    ]
    let rows = state.snapshot.discrepancies.enumerated().map { index, item in
      ListRow(
        .discrepancy(index), reference: item.isFile ? nil : .check(item.id),
        opens: opens(item.place, in: state.projection),
        cells: [
          StyledText(
            Terms.severity(item.severity)[language], Styles.severity(item.severity)),
          StyledText(item.location[language]),
          StyledText(item.published ?? "-", item.published == nil ? .muted : .text),
          StyledText(item.computed ?? "-", item.computed == nil ? .muted : .accent),
          verified(item, language) + StyledText(item.message[language]),
        ],
        keys: [
          .number(Discrepancy.Severity.allCases.firstIndex(of: item.severity) ?? 0),
          .text(item.location[language]), item.published.map(SortKey.text) ?? .none,
          item.computed.map(SortKey.text) ?? .none, .text(item.message[language]),
        ],
        texts: [
          item.code, item.location[language], item.message[language], item.published ?? "",
          verified(item, language).plain,
        ], values: ["severity": [item.severity.rawValue]])
    }
    return RowList(columns: columns, rows: rows)
  }

  /// A word before what was confirmed as it stands.
  private func verified(_ item: Discrepancy, _ language: Language) -> StyledText {
    guard item.verified != nil else { return StyledText([]) }
    return StyledText(Phrase("已核实  ", "verified  ")[language], .good)
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
      ids.first.flatMap { projection.finding($0) }.map { .site($0.finding.code) }
    case .mention, .notice: .view(.notice)
    case .file: nil
    }
  }
}
