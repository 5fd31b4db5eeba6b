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
      text: Phrase("筛选本列表，拼音首字母也行：gm 即耿马", "filters the list; initials work: gm is 耿马")),
    Tip(
      command: .find,
      text: Phrase("搜索任何州市、网站、问题或命令", "finds any prefecture, site, finding or command")),
    Tip(command: .markRow, text: Phrase("选中多行，一并登记", "marks rows, to record them together")),
    Tip(command: .lookOn, text: Phrase("看任何一天的情况", "looks at any day")),
    Tip(command: .copy, text: Phrase("再按 b，复制给领导的简报", "then b copies the brief for the leader")),
    Tip(command: .export, text: Phrase("把本列表导出为表格文件", "writes the list into a file")),
    Tip(command: .facets, text: Phrase("按状态、州市等勾选", "chooses states, prefectures and the like")),
  ]

  /// The first one that is not over.
  static func next(_ used: Set<Command>) -> Tip? { all.first { !used.contains($0.command) } }
}

extension Chrome {
  /// The tip in the place of a message.
  func drawTip(in line: Rect, on grid: inout Grid) {
    guard state.overlay == nil, let tip = Tip.next(state.habits.used),
      let key = state.keys.binding(for: tip.command)?.keys.first
    else { return }
    let text = Phrase("提示：", "Tip: ")[state.language]
    let used = grid.write(
      StyledText(text, .muted) + StyledText(key.label, .accent)
        + StyledText(" " + tip.text[state.language], .muted),
      at: Point(x: 2, y: line.y), clip: line)
    grid.add(.key(key), in: Rect(x: 2, y: line.y, width: used, height: 1))
  }
}
