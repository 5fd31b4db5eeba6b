import CensusCore
import TerminalKit

/// One line at a time on what a person has not tried yet; a tip is over once its key was used.
struct Tip: Sendable {
  let command: Command
  let text: Phrase

  /// The tips in their order; the sentence stands behind the key.
  static let all = [
    Tip(command: .help, text: Phrase("查看这里能做什么", "shows what can be done here")),
    Tip(
      command: .filter,
      text: Phrase("筛选本列表，拼音首字母也行", "filters by name or initials: gm")),
    Tip(
      command: .find,
      text: Phrase("搜索任何州市、网站、问题或命令", "finds any place or command")),
    Tip(command: .markRow, text: Phrase("选中多行，一并登记", "marks rows to record for")),
    Tip(command: .lookOn, text: Phrase("看任何一天的情况", "looks at any day")),
    Tip(command: .copy, text: Phrase("再按 b，复制给领导的简报", "then b copies the brief")),
    Tip(command: .export, text: Phrase("把本列表导出为表格文件", "writes the list into a file")),
    Tip(command: .facets, text: Phrase("按状态、州市等勾选", "chooses states and prefectures")),
  ]

  /// The first one that is not over.
  static func next(_ used: Set<Command>) -> Tip? { all.first { !used.contains($0.command) } }
}

extension Chrome {
  /// The tip at the foot of the overview, and how many columns it took: none where none finds room.
  func drawTip(in free: Rect, on grid: inout Grid) -> Int {
    guard state.overlay == nil, state.place == .view(.overview),
      let tip = Tip.next(state.habits.used),
      let key = state.keys.binding(for: tip.command)?.keys.first
    else { return 0 }
    let muted = Style(.muted, on: .band)
    let text =
      StyledText(Phrase("提示：", "Tip: ")[state.language], muted)
      + StyledText(key.label, Style(.accent, on: .band).bold)
      + StyledText(" " + tip.text[state.language], muted)
    guard let x = grid.start(of: text, atEndOf: free) else { return 0 }
    let place = Rect(x: x, y: free.y, width: text.width(in: grid.alphabet), height: 1)
    grid.write(text, at: place.origin, clip: place)
    grid.add(.key(key), in: place)
    return free.endX - x
  }
}
