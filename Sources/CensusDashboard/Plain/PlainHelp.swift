import CensusCore

/// The help of plain mode: its own words, then the dashboard's commands with their keys.
enum PlainHelp {
  static func lines(_ state: State) -> [String] {
    let language = state.language
    let own = words.map { $0[language] }
    let commands = state.keys.bindings.filter { !withoutUse.contains($0.command) }.map { binding in
      Phrase(
        "\(binding.command.rawValue)（\(binding.keyNames)）：\(binding.help.chinese)",
        "\(binding.command.rawValue) (\(binding.keyNames)): \(binding.help.english)")[language]
    }
    return own + commands
  }

  /// What only a screen has.
  static let withoutUse: Set<Command> = [
    .left, .right, .zoom, .redraw, .suspend, .mouse, .theme, .pageUp, .pageDown, .halfPageUp,
    .halfPageDown, .facets, .find, .palette, .settings, .export,
  ]

  private static let words: [Phrase] = [
    Phrase("一行一条命令，回车重读本列表。", "One command a line; an empty line reads the list again."),
    Phrase(
      "数字 1 到 0：换视图。o 7：打开第7行。back：返回。", "A digit opens a view. o 7 opens row 7. back goes back."),
    Phrase(
      "p 7：第7行纸质版已收；p 3 5 7-9：几行一起，先确认。不写行号指当前行。",
      "p 7: the paper copy of row 7 arrived; p 3 5 7-9: several rows, confirmed first. "
        + "Without a number the current row is meant."),
    Phrase(
      "/怒江：筛选；/ 取消筛选。more：下一页。", "/Nujiang filters; / alone takes the filter away. more: next rows."
    ),
    Phrase(
      "视图 名称：打开命名的视图；视图：列出全部；保存视图 名称：保存本列表的筛选和排序。",
      "view NAME opens a named view; view lists them; save view NAME keeps filter and order."),
    Phrase(
      "问到一项时：回车不变，- 清空，. 取消。", "At a question: Enter keeps the value, - empties it, . cancels."),
    Phrase(
      "D 2018-10-20：换截至日期。y b：简报。q：返回，在视图中则退出。",
      "D 2018-10-20 looks on that day. y b is the brief. q goes back; in a view, quits."),
    Phrase("命令可写名称或按键：", "Commands, by name or by key:"),
  ]
}
