import CensusCore
import CensusLists
import TerminalKit

/// A place as lines: where one is, what is said of it, and its rows with their numbers.
struct PlainPlace {
  let state: State

  /// Rows that are read out at once.
  static let page = 20

  /// Columns of a page of text: wide enough that no cell of its tables is cut.
  private static let width = 200

  private var language: Language { state.language }

  /// Where one is, its facts, and the first rows.
  func lines(from first: Int = 0) -> [String] {
    (first == 0 ? head : []) + rows(from: first)
  }

  /// The row under the cursor, with the number by which it was read out.
  func current(numberOf numbers: [RowID: Int]) -> String? {
    let rows = state.arrangedRows
    guard let list = state.list(state.pane),
      let index = ListView.selectedIndex(in: rows, state.way.lists[state.listKey] ?? ListState())
    else { return nil }
    return text(of: rows[index], numbered: numbers[rows[index].id], in: list)
  }

  private var head: [String] {
    let screen = state.screen
    let projection = state.projection
    let way = screen.crumbs(state).map { $0[language] }.joined(separator: " > ")
    let quarter = projection.inspection.quarter.name[language]
    let day = Terms.dated(projection.asOf)[language]
    let isToday = projection.asOf == state.snapshot.today
    let on = (isToday ? Labels.today : Labels.lookingOn)[language]
    var lines = [
      Phrase("\(way)。\(quarter)，\(on) \(day)。", "\(way). \(quarter), \(on) \(day).")[language]
    ]
    if let damage = state.snapshot.damage { lines.append(damage.sentence[language]) }
    let status = Self.words(screen.status(state).plain)
    if !status.isEmpty { lines.append(status) }
    lines += screen.facts(state).map { Self.words($0.plain) }.filter { !$0.isEmpty }
    lines += Banner(state: state).phrases.map {
      Phrase("\($0.chinese)。", "\($0.english).")[language]
    }
    if let view = state.way.lists[state.listKey]?.view {
      lines.append(Labels.named(view)[language])
    }
    if let filter = state.way.lists[state.listKey]?.filter, !filter.isEmpty {
      lines.append(Phrase("筛选：\(filter)", "filter: \(filter)")[language])
    }
    let panes = screen.paneCount(state)
    if panes > 1 {
      lines.append(
        Phrase(
          "第\(state.pane + 1)栏，共\(panes)栏；Tab 换栏。",
          "pane \(state.pane + 1) of \(panes); Tab changes it.")[language])
    }
    return lines
  }

  private func rows(from first: Int) -> [String] {
    guard let list = state.list(state.pane) else {
      return state.screen.lines(state, width: Self.width).map(\.plain).map(Self.words)
        .filter { !$0.isEmpty }
    }
    let rows = state.arrangedRows
    guard !rows.isEmpty else {
      let isFiltered = state.way.lists[state.listKey]?.isFiltered == true
      return [(isFiltered ? Labels.noRowsInPlain : Labels.nothingListed)[language]]
    }
    var lines: [String] = []
    var number = rows.prefix(first).count { !$0.isHeading }
    for row in rows.dropFirst(first).prefix(Self.page) {
      if !row.isHeading { number += 1 }
      lines.append(text(of: row, numbered: row.isHeading ? nil : number, in: list))
    }
    let left = rows.count - first - Self.page
    if left > 0 {
      lines.append(
        Phrase("还有\(left)行，输入 more 继续。", "rows left: \(left); more goes on.")[language])
    }
    return lines
  }

  /// One row as a sentence: its name, then each other value behind its title.
  private func text(of row: ListRow, numbered number: Int?, in list: RowList) -> String {
    let cells = row.cells.map { Self.words($0.plain) }
    let shown = columns(of: list).filter { cells.indices.contains($0) }
    let name =
      shown.first {
        if case .flexible = list.columns[$0].width { !cells[$0].isEmpty } else { false }
      } ?? shown.first { !cells[$0].isEmpty }
    let values = shown.filter { $0 != name && !cells[$0].isEmpty && cells[$0] != "-" }.map {
      let title = list.columns[$0].title[language]
      return title.isEmpty ? cells[$0] : "\(title) \(cells[$0])"
    }
    let isMarked = state.way.marks[state.listKey]?.contains(row.id) == true
    let mark = isMarked ? Phrase("（已选）", " (marked)")[language] : ""
    let head = (number.map { "\($0). " } ?? "") + (name.map { cells[$0] } ?? "") + mark
    guard !values.isEmpty else { return head }
    return head + Phrase("：", ": ")[language]
      + values.joined(separator: Phrase("，", ", ")[language])
  }

  /// The columns that a screen of the usual width would have room for.
  private func columns(of list: RowList) -> [Int] {
    let view = ListView(
      list: list, rows: [], state: ListState(), language: language, pane: state.pane)
    return Table(columns: list.columns.map(view.column), rows: []).slots(across: 80).map(\.column)
  }

  /// The words of a line without the blanks that align them.
  static func words(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

extension Labels {
  static let noRowsInPlain = Phrase(
    "没有符合筛选的行；back 清除筛选", "no row matches; back clears the filter")
}
