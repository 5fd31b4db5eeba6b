import CensusCore
import CensusLists
import TerminalKit

/// The ledger of accountability (问责台账): whom to consider, what was opened and done, a line each;
/// below it why, and all steps of the unit under the cursor.
struct LedgerList: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Phrase("问责台账", "Ledger of accountability")] }

  func status(_ state: State) -> StyledText {
    let entries = state.projection.accountability.rows
    let counts = [Accountability.State.toBeConsidered, .opened, .measured, .concluded].compactMap {
      stage -> Phrase? in
      let count = entries.count {
        stage == .toBeConsidered ? !$0.toConsider.isEmpty : $0.state == stage
      }
      let word = Terms.accountability(stage)
      return count == 0
        ? nil : Phrase("\(word.chinese)\(count)家", "\(word.english) \(count)")
    }
    return StyledText(
      state.language == .chinese
        ? counts.map(\.chinese).joined(separator: "，")
        : counts.map(\.english).joined(separator: ", "), .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    RowList(
      state.projection.ledgerRoll(isWhole: true, searched: state.snapshot.searched),
      showing: [
        "unit", "findings", Pick("stage", room: .fixed(10, 22)), "on", "measure", "personRole",
        "approvedBy", "document", .assignee,
      ], in: state,
      opens: { row in row.step.map { .event($0.event) } ?? .unit(row.entry.unit) })
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let reserved = body.height >= 24 ? 12 : body.height >= 12 ? 7 : 0
    return Spread(
      rows: (state.list(0)?.count ?? 0) + 1, widest: 120, reserved: reserved, in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard state.list(0)?.rows.isEmpty == false else {
      let text = Phrase(
        "没有需要研究问责的单位：没有一条问题复查后整改不到位。",
        "No unit is to be considered for accountability: no re-check has failed.")
      grid.write(text[state.language], at: Point(x: body.x + 2, y: body.y + 1), .good, clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .categories], below: [.lanes, .records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    let area = spread.aside
    for (offset, line) in about(state, width: area.width - 2).prefix(max(0, area.height))
      .enumerated()
    {
      grid.write(line, at: Point(x: area.x + 2, y: area.y + offset), clip: area)
    }
  }

  /// The tally of all measures, and why and how the unit under the cursor answers.
  private func about(_ state: State, width: Int) -> [StyledText] {
    let (projection, language) = (state.projection, state.language)
    let ledger = projection.accountability
    var page = FactLines(state: state, width: width)
    page.paragraph(Terms.tally(of: ledger)[language], .text.bold)
    guard case .unit(let id) = state.rowUnderCursor?.reference,
      let entry = ledger.rows.first(where: { $0.unit == id })
    else { return page.lines }
    page.heading(Terms.unit(id, in: projection), .text.bold)
    page.paragraph(Terms.accountability(entry.state)[language], .muted, indent: 2)
    for ground in Terms.grounds(entry) { page.paragraph(ground[language], indent: 2) }
    if entry.failed.isEmpty, entry.state.isOpen {
      page.paragraph(
        Phrase("目前没有整改不到位的问题", "no re-check fails at present")[language], .muted, indent: 2)
    }
    for taken in entry.steps {
      page.paragraph("\(taken.on)  \(said(taken.step, in: projection)[language])", indent: 2)
    }
    return page.lines
  }

  var hints: [Command] { [.open, .act, .undo, .filter, .sort, .export, .back] }

  /// A step in words: 问责处理：约谈 信息中心主任（文件 临政督〔2018〕3号）.
  private func said(_ step: Accountability, in projection: Projection) -> Phrase {
    let what = Terms.stage(step.stage)
    let measure = step.measure.map { Terms.measure($0) }
    let details = [
      measure, step.person.map { Phrase($0, $0) },
      step.approvedBy.map { Phrase("\($0)批准", "approved by \($0)") },
      step.document.map { Phrase("文件 \($0)", "document \($0)") },
      step.findings.map { ids in
        let rows = ids.map { String(projection.row(of: $0)) }
        return Phrase(
          "第\(rows.joined(separator: "、"))行",
          "\(rows.count == 1 ? "row" : "rows") \(rows.joined(separator: ", "))")
      },
    ].compactMap(\.self)
    guard !details.isEmpty else { return what }
    return Phrase(
      "\(what.chinese)：\(details.map(\.chinese).joined(separator: "，"))",
      "\(what.english): \(details.map(\.english).joined(separator: ", "))")
  }
}
