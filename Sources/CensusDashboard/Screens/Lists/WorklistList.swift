package import CensusCore
import CensusLists
import TerminalKit

/// All that is owed, over all periods (全部待办); below it what there is to say of the row under the
/// cursor.
struct WorklistList: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.worklist] }

  func status(_ state: State) -> StyledText {
    let entries = state.snapshot.worklist(isSearched: false).entries
    let overdue = entries.count(where: \.isOverdue)
    let periods = Set(entries.map(\.quarter)).count
    let late =
      overdue == 0 ? Phrase("", "") : Phrase("，逾期\(overdue)项", ", \(overdue) overdue")
    let counts = Phrase(
      "\(periods)期\(entries.count)项\(late.chinese)",
      "\(entries.count) in \(periods) \(periods == 1 ? "period" : "periods")\(late.english)")
    guard state.snapshot.others != nil else {
      return StyledText(
        Phrase("正在读取其他各期……", "Reading the other periods…")[state.language], .caution)
    }
    let missing = Terms.leftOut(state.snapshot.unreadPeriods).map { $0[state.language] }
    let gap = Phrase("；", "; ")[state.language]
    return missing.reduce(StyledText(counts[state.language], .muted)) {
      $0 + StyledText(gap + $1, .bad)
    }
  }

  func list(_ state: State, pane: Int) -> RowList? {
    RowList(
      worklistRoll(
        state.snapshot.worklist(isSearched: true), on: state.projection.asOf,
        state.projection.policy,
        of: state.projection.quarter,
        directory: state.projection.directory),
      showing: [
        "quarter", "unit", "submission", "sites", "findings", "due", "daysLeft", "next", "chases",
        "lastChase", "instruction", .assignee,
      ], in: state,
      opens: { entry in
        guard entry.quarter == state.projection.quarter else { return nil }
        return entry.instruction.map { .event($0.id) } ?? entry.unit.map { .unit($0.id) }
      })
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect { spread(state, in: body).list }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let reserved = body.height >= 24 ? 10 : body.height >= 14 ? 5 : 0
    return Spread(
      rows: (state.list(0)?.count ?? 0) + 1, widest: 136, reserved: reserved, in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard state.list(0)?.rows.isEmpty == false else {
      let isWhole = state.snapshot.unreadPeriods.isEmpty
      let text =
        isWhole
        ? Phrase("没有待办事项。", "Nothing is owed for any period.")
        : ([
          Phrase("能够读取的各期没有待办事项。", "Nothing is owed for any period that can be read.")
        ] + Terms.leftOut(state.snapshot.unreadPeriods)).joined(Phrase("", " "))
      grid.write(
        text[state.language], at: Point(x: body.x + 2, y: body.y + 1), isWhole ? .good : .caution,
        clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .categories], below: [.lanes, .records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] { [.open, .chase, .act, .undo, .filter, .facets, .sort, .export, .back] }
}

extension Snapshot {
  /// What is owed over all periods, as far as the others were read.
  package func worklist(isSearched: Bool) -> Worklist {
    Worklist(
      projection.unfinished(searched: isSearched ? searched : nil) + (others?.entries ?? []))
  }

  /// The periods that cannot be read, that on screen among them.
  var unreadPeriods: [Quarter] {
    let quarter = projection.quarter
    return (unreadOthers + (unreadable != nil && quarters.contains(quarter) ? [quarter] : []))
      .sorted()
  }

  /// The period of an instruction that waits for its answer.
  func quarter(ofInstruction event: EventID) -> Quarter? {
    others?.entries.first { $0.instruction?.id == event }?.quarter
  }

  /// A line of the worklist that is of another period than the one on screen.
  func owed(_ quarter: Quarter, by unit: UnitID) -> Worklist.Entry? {
    others?.entries.first { $0.quarter == quarter && $0.unit?.id == unit && $0.obligation != nil }
  }
}

extension Labels {
  static let worklist = Phrase("全部待办", "Worklist")
}
