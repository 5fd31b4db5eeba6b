package import CensusCore
import TerminalKit

/// The menu of acts that lies over the screen.
package struct ActMenu: Equatable, Sendable {
  /// Whom or what the acts are about.
  package let references: [Reference]
  /// Why an act cannot be about that, whatever is filled in.
  let obstacles: [Act: Phrase]
  /// The entry under the cursor.
  package var index = 0

  init(references: [Reference], obstacles: [Act: Phrase]) {
    self.references = references
    self.obstacles = obstacles
  }

  /// Its entries: the common ones, then the rest.
  static let entries = Act.common + Act.more
}

/// Draws the menu of acts in two columns: the common ones, and the rest.
struct ActMenuView {
  let menu: ActMenu
  let state: State

  func draw(on grid: inout Grid) {
    let language = state.language
    let rows = max(Act.common.count, Act.more.count)
    let width = min(language == .chinese ? 56 : 72, grid.size.columns - 2)
    let area = grid.bounds.centred(Size(columns: width, rows: rows + 4))
    let title = Phrase("办理：", "Record: ")[language] + subject
    let keys =
      menu.obstacles[ActMenu.entries[menu.index]]
      ?? Phrase("字母或 Enter 选择   Esc 关闭", "letter or Enter   Esc close")
    let inside = Panel(
      StyledText(title, .accent.bold), footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    let columns = inside.split(columns: [.rest, .rest])
    let heads = [Phrase("常用", "Common"), Phrase("更多", "More")]
    for (column, acts) in [Act.common, Act.more].enumerated() {
      let place = columns[column]
      grid.write(heads[column][language], at: place.origin, .muted.on(.panel), clip: place)
      for (line, act) in acts.enumerated() {
        let index = column == 0 ? line : Act.common.count + line
        let row = place.row(line + 1)
        let isChosen = index == menu.index
        let isPossible = menu.obstacles[act] == nil
        grid.write(
          StyledText([
            Span(" \(act.letter)  ", (isPossible ? Style.accent.bold : .muted).on(.panel)),
            Span(act.name[language], (isPossible ? Style.text : .muted).on(.panel)),
          ]), at: row.origin, clip: row)
        grid.add(.item(index), in: row)
        if isChosen {
          grid.restyle(Rect(x: row.x, y: row.y, width: max(0, row.width - 2), height: 1)) {
            $0.on(.selection)
          }
          grid.cursor = row.origin
        }
      }
    }
  }

  private var subject: String { state.name(of: menu.references)[state.language] }
}
