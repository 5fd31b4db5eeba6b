package import CensusCore
package import TerminalKit

/// The menu of acts that lies over the screen.
package struct ActMenu {
  /// Whom or what the acts are about.
  let references: [Reference]
  /// Why an act cannot be about that, whatever is filled in.
  let obstacles: [Act: Phrase]
  /// The entry under the cursor.
  var index = 0

  /// Its entries: the common ones, then the rest.
  static let entries = Act.common + Act.more
}

extension ActMenu: Overlay {
  package static var cursor: WritableKeyPath<Self, Int>? { \.index }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("办理菜单", "The menu of acts"),
      entries: [
        Help.Entry("a–z", "按字母选一项", "the letter of an entry chooses it"),
        Help.Entry("↑ ↓", "上一项、下一项", "previous, next entry"),
        Help.Entry("← → Tab", "换到另一列", "the other column"),
        Help.Entry("Enter", "打开这一项的对话框", "open the dialog of the entry"),
      ] + Help.Entry.cancel)
  }

  /// Two columns: the common ones, and the rest.
  package func draw(_ state: State, on grid: inout Grid) {
    let language = state.language
    let rows = max(Act.common.count, Act.more.count)
    let width = min(language == .chinese ? 56 : 72, grid.size.columns - 2)
    let area = grid.bounds.centred(Size(columns: width, rows: rows + 4))
    let title = Phrase("办理：", "Record: ")[language] + state.name(of: references)[language]
    let keys =
      obstacles[Self.entries[index]]
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
        let isChosen = index == self.index
        let isPossible = obstacles[act] == nil
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

  package func question(_ state: State) -> [Phrase]? {
    Self.entries.filter { obstacles[$0] == nil }.map {
      Phrase("\($0.letter) \($0.name.chinese)", "\($0.letter) \($0.name.english)")
    } + [Phrase("输入字母，. 取消。", "Type a letter; . cancels.")]
  }

  /// A letter, the arrows, Enter.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var menu = self
    let entries = Self.entries
    let common = Act.common.count
    var chosen: Act?
    switch key.normalised {
    case .escape, "q":
      state.overlay = nil
      return .none
    case .enter: chosen = entries[index]
    case .up, "k": menu.index = (index + entries.count - 1) % entries.count
    case .down, "j": menu.index = (index + 1) % entries.count
    case .left, .right, .tab:
      let line = index < common ? index : index - common
      menu.index = index < common ? common + min(line, Act.more.count - 1) : min(line, common - 1)
    case .character(let letter): chosen = entries.first { $0.letter == letter }
    default: break
    }
    if let chosen, let why = obstacles[chosen] {
      menu.index = entries.firstIndex(of: chosen) ?? index
      state.talk.message = Message(why, .problem)
    } else if let chosen {
      state.openDialog(chosen, about: references)
      return .none
    }
    state.overlay = menu
    return .none
  }
}
