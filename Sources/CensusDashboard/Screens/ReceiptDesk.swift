import CensusCore
import TerminalKit

/// 5 期限: one row a unit, who owes most first; the daily work.
struct ReceiptDesk: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.deadlines), Phrase("报送登记", "receipt desk")]
  }

  func status(_ state: State) -> StyledText {
    let shown = state.rows(0).count
    let count = StyledText("\(shown) / \(state.list(0)?.count ?? 0)", .muted)
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
      ListColumn(
        "unit", Labels.unit, .flexible(minimum: isChinese ? 16 : 11, weight: 4, maximum: 26)),
      ListColumn("sites", Phrase("网站", "Site"), .fixed(4), .right),
      ListColumn("findings", Labels.findings, .fixed(4), .right, importance: 2),
      ListColumn("paper", Labels.paper, .fixed(6)),
      ListColumn("electronic", Labels.electronic, .fixed(6)),
      ListColumn("submission", Labels.submission, .fixed(isChinese ? 11 : 13)),
      ListColumn("left", Labels.left, .fixed(isChinese ? 10 : 13), .right),
      ListColumn("due", Phrase("期限", "Due"), .fixed(13), importance: 3),
      ListColumn("rechecks", Phrase("复查", "Chkd"), .fixed(4), .right, importance: 5),
      ListColumn("chases", Phrase("催办", "Chase"), .fixed(isChinese ? 4 : 5), .right, importance: 4),
      ListColumn("next", Labels.next, .fixed(isChinese ? 9 : 12)),
      ListColumn("contact", Phrase("联络员", "Liaison"), .fixed(10), importance: 2),
      ListColumn("lastChase", Phrase("最近催办", "Last chase"), .fixed(10), importance: 2),
      ListColumn(
        "names", Phrase("不合格网站", "Failing sites"), .flexible(minimum: 24, weight: 2, maximum: 60),
        importance: 1),
    ]
    let positions = Dictionary(
      projection.obligations.enumerated().map { ($1.unit.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let searched = state.snapshot.searched
    let rows = state.snapshot.receiptDesk.map { obligation in
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
          Cells.deadline(obligation, language),
          Cells.rechecks(obligation, state.alphabet),
          Cells.count(obligation.chases.count),
          Cells.next(obligation.next, on: day, language),
          StyledText(obligation.contact?.name ?? "-", obligation.contact == nil ? .muted : .text),
          StyledText(obligation.chases.lastOn?.monthAndDay ?? "-", .muted),
          StyledText(
            " " + Projection.sites(of: obligation.findings).map(\.name).joined(separator: "、"),
            .muted),
        ],
        keys: [
          .name(obligation.unit.name.chinese, at: positions[id] ?? 0, state.nameOrder),
          .number(sites), .number(obligation.findings.count),
          key(obligation.paper), key(obligation.electronic),
          .number(Submission.allCases.firstIndex(of: obligation.submission) ?? 0),
          obligation.daysLeft(on: day).map(SortKey.number) ?? .none,
          obligation.deadline.map { .number($0.day.ordinal) } ?? .none,
          .number(obligation.recheckedCount), .number(obligation.chases.count),
          obligation.next.map { .number($0.on.ordinal) } ?? .none,
          obligation.contact?.name.map(SortKey.text) ?? .none,
          obligation.chases.lastOn.map { .number($0.ordinal) } ?? .none, .number(sites),
        ],
        texts: searched.of(obligation) + [Terms.submission(obligation.submission)[language]],
        values: ["submission": [obligation.submission.rawValue]])
    }
    return RowList(columns: columns, rows: rows)
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let strip = stripHeight(in: body)
    return Spread(
      rows: state.projection.obligations.count + 1, widest: 140,
      reserved: body.height >= 12 ? 4 : 0,
      in: Rect(x: body.x, y: body.y + strip, width: body.width, height: body.height - strip))
  }

  /// The strip of the next fourteen days stands above where there is room for it.
  private func stripHeight(in body: Rect) -> Int { body.height >= 18 ? DueStrip.height + 1 : 0 }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let strip = stripHeight(in: body)
    if strip > 0 {
      DueStrip(state: state).draw(
        in: Rect(x: body.x, y: body.y, width: body.width, height: strip - 1), on: &grid)
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] {
    [
      .open, .receivePaper, .receiveElectronic, .receiveBoth, .chase, .act, .undo, .markRow, .copy,
      .filter,
    ]
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
}
