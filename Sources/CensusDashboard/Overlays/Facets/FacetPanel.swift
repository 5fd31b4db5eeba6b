import CensusCore
import CensusLists
package import TerminalKit

/// The panel of values to choose from (分面): states, prefectures, categories with their counts.
package struct FacetPanel {
  /// The entry under the cursor, headings not counted.
  var index = 0
}

extension FacetPanel: Overlay {
  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("条件筛选", "Facets"),
      entries: [
        Help.Entry("Space", "勾选或取消，列表随之筛选", "take a value or leave it; the list follows"),
        Help.Entry("↑ ↓", "上一项、下一项", "previous, next value"),
        Help.Entry("c", "全部取消", "leave all of them"),
        Help.Entry("Esc", "关闭，保留筛选", "close; the filter stays"),
      ])
  }

  package func draw(_ state: State, on grid: inout Grid) {
    FacetPanelView(panel: self, state: state).draw(on: &grid)
  }

  package func touch(_ item: Int, isDouble: Bool, _ state: inout State) -> Effect {
    let values = state.facets.flatMap(\.values)
    guard values.indices.contains(item) else { return .none }
    state.toggle(values[item])
    state.overlay = FacetPanel(index: item)
    return .none
  }

  /// Space takes a value or leaves it, the list follows at once.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var panel = self
    let values = state.facets.flatMap(\.values)
    let last = max(0, values.count - 1)
    switch key.normalised {
    case .escape, .enter, "q", "f":
      state.overlay = nil
      return .none
    case .up, "k": panel.index = max(0, index - 1)
    case .down, "j": panel.index = min(last, index + 1)
    case .pageUp: panel.index = max(0, index - 10)
    case .pageDown: panel.index = min(last, index + 10)
    case .home, "g": panel.index = 0
    case .end, "G": panel.index = last
    case " ", "x": if values.indices.contains(index) { state.toggle(values[index]) }
    case "c", .delete, .backspace: state.way.lists[state.listKey, default: ListState()].facets = [:]
    default: return .none
    }
    state.overlay = panel
    return .none
  }
}

/// One value of a column, and how many rows have it.
struct FacetValue: Equatable, Sendable {
  let column: String
  /// Its identity, the same in every language.
  let id: String
  let count: Int
}

/// The values of one column, in the order of their first rows.
struct Facet: Equatable, Sendable {
  let column: String
  let title: Phrase
  let values: [FacetValue]

  /// The facets of a list: columns in which at least two values occur, and fewer than rows.
  static func all(of list: RowList) -> [Facet] {
    var counts: [String: [String: Int]] = [:]
    var order: [String: [String]] = [:]
    for row in list.rows where !row.isHeading {
      for (column, values) in row.values {
        for id in values {
          if counts[column]?[id] == nil { order[column, default: []].append(id) }
          counts[column, default: [:]][id, default: 0] += 1
        }
      }
    }
    return list.columns.compactMap { column in
      let ids = order[column.id] ?? []
      guard ids.count > 1, ids.count < list.count else { return nil }
      return Facet(
        column: column.id, title: column.title,
        values: ids.map {
          FacetValue(column: column.id, id: $0, count: counts[column.id]?[$0] ?? 0)
        })
    }
  }
}

extension State {
  /// What a value of a column is called; its identity where nothing is known of it.
  func name(ofValue id: String, in column: String) -> String {
    list(pane)?.columns.first { $0.id == column }?.choice?(id)?[language] ?? id
  }

  /// The facets of the list that has the keys.
  var facets: [Facet] { shown.facets[listKey] ?? list(pane).map(Facet.all) ?? [] }

  /// Opens the panel of values to choose from.
  mutating func openFacets() {
    if let list = list(pane) { shown.facets[listKey] = Facet.all(of: list) }
    guard !facets.isEmpty else {
      talk.message = Message(
        Phrase("本列表没有可勾选的条件", "this list has no values to choose from"), .news)
      return
    }
    overlay = FacetPanel()
  }

  /// Takes a value of a column, or leaves it.
  fileprivate mutating func toggle(_ value: FacetValue) {
    var chosen = way.lists[listKey, default: ListState()].facets[value.column] ?? []
    if chosen.remove(value.id) == nil { chosen.insert(value.id) }
    way.lists[listKey, default: ListState()].facets[value.column] = chosen.isEmpty ? nil : chosen
  }
}

/// Draws the panel at the right, so that the list behind it is seen to follow.
private struct FacetPanelView {
  let panel: FacetPanel
  let state: State

  func draw(on grid: inout Grid) {
    let language = state.language
    let body = state.body(in: grid.size)
    let width = min(36, body.width - 2)
    let lines = lines
    let height = min(lines.count + 2, body.height)
    let area = Rect(x: body.endX - width - 1, y: body.y, width: width, height: height)
    let keys = Phrase("空格 勾选   c 清除   Esc 关闭", "Space choose  c clear  Esc")
    let inside = Panel(
      StyledText(Phrase("条件筛选", "Facets")[language], .accent.bold),
      footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    let cursor = lines.firstIndex { $0.index == panel.index }
    let offset = Table.offset(
      showing: cursor, previous: 0, height: inside.height, count: lines.count)
    for (line, entry) in lines.dropFirst(offset).prefix(inside.height).enumerated() {
      draw(entry, in: inside.row(line), on: &grid)
    }
    Scrollbar(count: lines.count, visible: inside.height, offset: offset).draw(
      in: Rect(x: area.endX - 1, y: inside.y, width: 1, height: inside.height), on: &grid)
  }

  /// A line of the panel: the title of a facet, or a value with its place among all values.
  private struct Line {
    let title: Phrase?
    let value: FacetValue?
    let index: Int?
  }

  private var lines: [Line] {
    var index = -1
    return state.facets.flatMap { facet -> [Line] in
      [Line(title: facet.title, value: nil, index: nil)]
        + facet.values.map { value in
          index += 1
          return Line(title: nil, value: value, index: index)
        }
    }
  }

  private func draw(_ line: Line, in row: Rect, on grid: inout Grid) {
    if let title = line.title {
      grid.write(title[state.language], at: row.origin, .muted.on(.panel), clip: row)
    }
    guard let value = line.value, let index = line.index else { return }
    let isChosen =
      state.way.lists[state.listKey]?.facets[value.column]?.contains(value.id) == true
    let sign = isChosen ? "[\(grid.alphabet.check)] " : "[ ] "
    let count = String(value.count)
    grid.write(
      sign, at: row.origin, isChosen ? .accent.bold.on(.panel) : .muted.on(.panel), clip: row)
    let used = grid.alphabet.width(of: sign)
    let room = max(0, row.width - used - count.utf8.count - 1)
    let name = state.name(ofValue: value.id, in: value.column)
    grid.write(
      name, at: Point(x: row.x + used, y: row.y), fitting: room, .text.on(.panel), clip: row)
    grid.write(
      count, at: Point(x: row.endX - count.utf8.count, y: row.y), .muted.on(.panel), clip: row)
    grid.add(.item(index), in: row)
    guard index == panel.index else { return }
    grid.restyle(row) { $0.on(.selection) }
    grid.cursor = Point(x: row.x + 1, y: row.y)
  }
}
