import CensusCore
import CensusLists
import TerminalKit

/// 矛盾: the records that contradict each other until somebody settles which counts, each matter under a
/// heading of its own.
struct ConflictList: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.conflicts] }

  func status(_ state: State) -> StyledText {
    let count = state.projection.conflicts.count
    guard count > 0 else { return StyledText("") }
    let settling = Phrase(
      "\(count)处待裁定：选中要保留的那条，按 m f",
      "\(count) to settle: choose the record to keep, then press m f")
    return StyledText(settling[state.language], .muted)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let snapshot = state.snapshot
    let matters = Self.matters(in: state)
    let base = RowList(
      snapshot.projection.historyRoll(
        matters.flatMap(\.entries), offset: snapshot.offset, language: state.language,
        searched: snapshot.searched, isWhole: true),
      showing: ["effectiveOn", "type", "unit", "summary", "recordedBy", "recordedAt"],
      in: state, opens: { .event($0.event.id) })
    var rows: [ListRow] = []
    var next = 0
    for matter in matters {
      rows.append(heading(matter, base.columns, state))
      rows += base.rows[next..<next + matter.entries.count]
      next += matter.entries.count
    }
    return RowList(base.name, columns: base.columns, rows: rows + rivals(base.columns, state))
  }

  /// What records contradict each other about, and these records.
  private struct Matter {
    let conflict: Conflict
    let entries: [HistoryEntry]
  }

  /// A record that contradicts others about two matters stands under the first.
  private static func matters(in state: State) -> [Matter] {
    var left = Dictionary(
      state.snapshot.history.map { ($0.event.id, $0) }, uniquingKeysWith: { first, _ in first })
    return state.projection.conflicts.compactMap { conflict in
      let entries = conflict.events.compactMap { left.removeValue(forKey: $0) }
      return entries.isEmpty ? nil : Matter(conflict: conflict, entries: entries)
    }
  }

  private func heading(_ matter: Matter, _ columns: [ListColumn], _ state: State) -> ListRow {
    let conflict = matter.conflict
    let units = distinct(matter.entries.flatMap { $0.units(in: state.projection) }.map(\.id))
      .compactMap { state.projection.obligation(of: $0)?.unit }
    let texts: [String: Phrase] = [
      "type": Terms.conflict(conflict.kind), "unit": Labels.unitsCell(units),
      "summary": counting(conflict, state),
    ]
    return ListRow(
      .heading("conflict \(conflict.events.first?.text ?? "")"),
      cells: columns.map { column in
        StyledText(texts[column.id]?[state.language] ?? "", .accent.bold)
      })
  }

  /// Which of them counts for now.
  private func counting(_ conflict: Conflict, _ state: State) -> Phrase {
    guard conflict.circle.isEmpty, let event = state.projection.event(conflict.counting) else {
      return Phrase(
        "承接关系成了循环，最后一条暂不起作用", "a circle of successors; the last one does not count for now")
    }
    return Phrase(
      "暂以\(event.actor) \(event.on)的记录为准", "for now that of \(event.actor), \(event.on), counts")
  }

  /// A notice that was taken in otherwise by several people: told here, and settled by taking one back.
  private func rivals(_ columns: [ListColumn], _ state: State) -> [ListRow] {
    let discrepancies = state.snapshot.discrepancies
    return discrepancies.indices.filter { discrepancies[$0].code == "rivalRevisions" }.map {
      index in
      let texts: [String: Phrase] = [
        "type": Phrase("通报", "notice"), "unit": Phrase("整份通报", "the whole notice"),
        "summary": Phrase(
          "几份内容不一，用 census withdraw 撤回末份",
          "readings differ; census withdraw drops the last"),
      ]
      return ListRow(
        .discrepancy(index), opens: .view(.checks),
        cells: columns.map { StyledText(texts[$0.id]?[state.language] ?? "", .bad) })
    }
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let reserved = body.height >= 24 ? 8 : body.height >= 12 ? 4 : 0
    return Spread(rows: state.rows(0).count + 1, widest: 136, reserved: reserved, in: body)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard state.list(0)?.rows.isEmpty == false else {
      grid.write(
        Labels.noConflicts[state.language], at: Point(x: body.x + 2, y: body.y + 1), .good,
        clip: body)
      return
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] { [.open, .act, .undo, .filter, .sort, .back] }
}

extension Labels {
  static let conflicts = Phrase("矛盾", "Contradictions")
  static let noConflicts = Phrase(
    "本期没有相互矛盾的记录。", "No records of this period contradict each other.")
}

extension State {
  /// Keeps the cursor with what it stood on: where its record was decided against, with another of the same
  /// matter.
  mutating func stayWithMatter(of before: Snapshot) {
    let key = ListKey(place: .conflicts, pane: 0)
    guard case .event(let id)? = way.lists[key]?.cursor,
      !projection.conflicts.contains(where: { $0.events.contains(id) }),
      let matter = before.projection.conflicts.first(where: { $0.events.contains(id) })
    else { return }
    let left = matter.events.first { event in
      projection.conflicts.contains { $0.kind == matter.kind && $0.events.contains(event) }
    }
    if let left { way.lists[key]?.cursor = .event(left) }
  }

  /// Opens the list of records that contradict each other.
  mutating func openConflicts() {
    guard place != .conflicts else { return }
    way.places.append(.conflicts)
  }

  /// What is said of contradictions that came over: how many, and where they stand.
  func contradictions(_ count: Int) -> Phrase {
    let here = projection.conflicts.count
    let all = Phrase("记录矛盾\(count)处", counted(count, "contradiction"))
    guard here < count else { return all }
    return here == 0
      ? Phrase(
        "\(all.chinese)，在其他各期或所看日期之后，用 census check --quarter 查看",
        "\(all.english) in other periods or after the day looked at: see census check --quarter")
      : Phrase(
        "\(all.chinese)，本期所看日期以前\(here)处", "\(all.english), \(here) of this period by this day")
  }
}
