import CensusCore
import TerminalKit

/// 5 期限: one row a unit, who owes most first; the daily work.
struct ReceiptDesk: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.deadlines), Phrase("报送登记", "receipt desk")]
  }

  func status(_ state: State) -> StyledText {
    let list = list(state, pane: 0)
    let shown = list?.arranged(by: state.lists[state.listKey] ?? ListState()).count ?? 0
    let count = StyledText("\(shown) / \(list?.count ?? 0)", .muted)
    guard let deadline = state.projection.inspection.notice.deadline else { return count }
    let included =
      deadline.isInclusive ? Phrase("（含当日）", " (inclusive)") : Phrase("（不含当日）", " (exclusive)")
    let due = Terms.dated(deadline.day)
    let text = Phrase(
      "\(due.chinese) 到期\(included.chinese)", "due \(due.english)\(included.english)")
    return StyledText(text[state.language] + "   ", .accent) + count
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let (projection, language) = (state.projection, state.language)
    let day = projection.asOf
    let isChinese = language == .chinese
    let columns = [
      ListColumn("unit", Labels.unit, .flexible(minimum: isChinese ? 16 : 14, weight: 1)),
      ListColumn("sites", Labels.sites, .fixed(isChinese ? 4 : 5), .right),
      ListColumn("findings", Labels.findings, .fixed(4), .right, importance: 3),
      ListColumn("paper", Labels.paper, .fixed(7)),
      ListColumn("electronic", Labels.electronic, .fixed(7)),
      ListColumn("submission", Labels.submission, .fixed(isChinese ? 12 : 13)),
      ListColumn("left", Labels.left, .fixed(isChinese ? 12 : 14), .right),
      ListColumn("next", Labels.next, .fixed(isChinese ? 10 : 12)),
      ListColumn(
        "names", Phrase("不合格网站", "Failing sites"), .flexible(minimum: 24, weight: 2),
        importance: 1),
    ]
    let rows = projection.receiptDesk.map { obligation in
      let id = obligation.unit.id
      let sites = obligation.siteCodes.count
      return ListRow(
        .unit(id), reference: .unit(id), opens: .unit(id),
        cells: [
          StyledText(name(of: obligation.unit, state)),
          StyledText(String(sites)),
          StyledText(String(obligation.findings.count), .muted),
          Cells.part(obligation.paper, language),
          Cells.part(obligation.electronic, language),
          Cells.submission(obligation, on: day, language),
          Cells.time(obligation, on: day, language),
          Cells.next(obligation.next, on: day, language),
          StyledText(
            " " + Projection.sites(of: obligation.findings).map(\.name).joined(separator: "、"),
            .muted),
        ],
        keys: [
          .number(projection.obligations.firstIndex { $0.unit.id == id } ?? 0),
          .number(sites), .number(obligation.findings.count),
          key(obligation.paper), key(obligation.electronic),
          .number(Submission.allCases.firstIndex(of: obligation.submission) ?? 0),
          obligation.daysLeft(on: day).map(SortKey.number) ?? .none,
          obligation.next.map { .number($0.on.ordinal) } ?? .none, .number(sites),
        ],
        texts: texts(of: obligation, in: projection, language))
    }
    return RowList(columns: columns, rows: rows)
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    let units = state.projection.obligations.count
    let details = body.height >= 12 ? 4 : 0
    let height = min(units + 1, body.height - details)
    return Rect(x: body.x, y: body.y, width: body.width, height: height)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    drawList(state, in: body, on: &grid)
    let area = listArea(state, pane: 0, in: body)
    let rest = Rect(
      x: body.x, y: area.endY + 1, width: body.width, height: body.endY - area.endY - 1)
    guard rest.height > 1, let obligation = state.obligationUnderCursor else { return }
    UnitSummary(obligation: obligation, state: state).draw(in: rest, on: &grid)
  }

  private func name(of unit: Unit, _ state: State) -> String {
    state.language == .chinese ? unit.name.chinese : unit.short.english
  }

  private func key(_ part: Obligation.PartSummary) -> SortKey {
    switch part {
    case .missing: .none
    case .some(let count, _): .number(count)
    case .toReturn(let day), .returned(let day), .valid(let day): .number(day.ordinal)
    }
  }

  private func texts(
    of obligation: Obligation, in projection: Projection, _ language: Language
  ) -> [String] {
    let unit = obligation.unit
    let sites = obligation.findings.flatMap {
      [$0.finding.siteName, $0.finding.code.text, $0.finding.text]
    }
    let numbers = obligation.receipts.compactMap(\.receipt).flatMap {
      [$0.incoming, $0.document, $0.signer, $0.note].compactMap(\.self)
    }
    return [
      unit.id, unit.name.chinese, unit.name.english,
      Terms.submission(obligation.submission)[language],
    ] + sites + numbers
  }
}
