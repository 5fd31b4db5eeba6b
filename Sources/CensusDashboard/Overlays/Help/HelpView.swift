import CensusCore
import TerminalKit

/// Draws the help: what is typed, the entries in columns, and in full the one under the cursor.
struct HelpView {
  let help: Help
  let state: State

  private var language: Language { state.language }

  private static func area(in size: Size) -> Rect {
    Rect(size).centred(Size(columns: min(size.columns, 150), rows: size.rows - 2))
  }

  /// Lines below the entries: a rule, and the entry under the cursor in full.
  private static let footHeight = 3

  /// The lines that entries find room in.
  static func height(in size: Size) -> Int {
    max(1, Panel.interior(of: area(in: size)).height - 2 - footHeight)
  }

  /// All lines there are to scroll through.
  static func count(_ help: Help, _ state: State) -> Int {
    HelpLayout(help.shown, in: state.size).height + notes(help, state).count
  }

  func draw(on grid: inout Grid) {
    let area = Self.area(in: grid.size)
    let title = StyledText(Phrase("帮助", "Help")[language], .accent.bold)
    let keys =
      help.beneath == nil
      ? Phrase("Enter 执行   ↑↓←→ 移动   Esc 关闭", "Enter run   ↑↓←→ move   Esc close")
      : Phrase("↑↓ 移动   Esc 返回", "↑↓ move   Esc back")
    let inside = Panel(title, footer: StyledText(keys[language], .muted)).draw(in: area, on: &grid)
    drawRule(subject, in: inside.row(1), on: &grid)
    let body = Rect(
      x: inside.x, y: inside.y + 2, width: inside.width, height: Self.height(in: grid.size))
    drawEntries(in: body, on: &grid)
    drawFoot(
      in: Rect(x: inside.x, y: body.endY, width: inside.width, height: inside.endY - body.endY),
      on: &grid)
    let label = Phrase("过滤：", "Filter: ")
    let hint = Phrase("输入汉字、拼音、英文或按键", "type words, pinyin or a key")
    Prompt(
      StyledText(label[language], .accent.bold.on(.panel)), help.editor, style: .text.on(.panel),
      placeholder: hint[language]
    ).draw(in: inside.row(0), on: &grid)
  }

  /// What is explained: the way here, or the dialog below.
  private var subject: String {
    if let beneath = help.beneath { return beneath.explained?.title[language] ?? "" }
    let crumbs = state.screen.crumbs(state).map { $0[language] }
    return crumbs.joined(separator: " \(state.alphabet.breadcrumb) ")
  }

  private func drawRule(_ text: String, in row: Rect, on grid: inout Grid) {
    grid.fill(row, with: grid.alphabet.horizontal, .muted.on(.panel))
    guard !text.isEmpty else { return }
    grid.write(" \(text) ", at: Point(x: row.x + 1, y: row.y), .muted.on(.panel), clip: row)
  }

  private func drawEntries(in body: Rect, on grid: inout Grid) {
    let layout = HelpLayout(help.shown, in: grid.size)
    let notes = Self.notes(help, state)
    let count = layout.height + notes.count
    let room = body.width - 2
    let gap = 2
    let width = (room - gap * (layout.columns - 1)) / layout.columns
    for slot in layout.slots {
      let y = body.y + slot.line - help.offset
      guard y >= body.y, y < body.endY else { continue }
      draw(
        slot.content,
        in: Rect(x: body.x + slot.column * (width + gap), y: y, width: width, height: 1), on: &grid)
    }
    for (line, text) in notes.enumerated() {
      let place = body.row(layout.height + line - help.offset)
      grid.write(text, at: place.origin, clip: place)
      grid.restyle(place) { $0.on(.panel) }
    }
    if layout.slots.isEmpty {
      let none = Phrase("没有符合的按键", "no key answers")
      grid.write(none[language], at: body.origin, .muted.on(.panel), clip: body)
    }
    Scrollbar(count: count, visible: body.height, offset: help.offset).draw(
      in: Rect(x: body.endX - 1, y: body.y, width: 1, height: body.height), on: &grid)
  }

  private func draw(_ content: HelpLayout.Content, in row: Rect, on grid: inout Grid) {
    switch content {
    case .title(let title):
      grid.write(
        title[language], at: row.origin, fitting: row.width, .accent.bold.on(.panel).underlined,
        clip: row)
    case .entry(let index, let entry):
      let isIdle = entry.obstacle != nil
      let keyWidth = min(20, max(10, row.width / 3))
      let query = SearchQuery(help.editor.text)
      let keys = StyledText(
        " " + state.alphabet.fitting(entry.keys, in: keyWidth - 1), isIdle ? .muted : .text.bold)
      grid.write(keys, at: row.origin, fitting: keyWidth, clip: row)
      let text = StyledText(entry.text[language], isIdle ? .muted : .text)
      grid.write(
        query.isEmpty ? text : text.highlighting(query),
        at: Point(x: row.x + keyWidth + 1, y: row.y), fitting: row.width - keyWidth - 1, clip: row)
      grid.restyle(row) { $0.on(.panel) }
      grid.add(.item(index), in: row)
      guard index == help.index else { return }
      grid.write(
        String(grid.alphabet.cursorMark), at: row.origin, .accent.bold.on(.panel), clip: row)
      grid.restyle(row) { $0.on(.selection) }
    }
  }

  /// The entry under the cursor in full, and why it cannot be run here.
  private func drawFoot(in area: Rect, on grid: inout Grid) {
    drawRule("", in: area.row(0), on: &grid)
    if let entry = help.entry {
      let line = area.row(1)
      grid.write(
        StyledText(entry.keys.joined(separator: " ") + "  ", .accent.bold)
          + StyledText(entry.text[language]),
        at: line.origin, fitting: line.width, clip: line)
      grid.restyle(line) { $0.on(.panel) }
    }
    guard let obstacle = (help.refusal ?? help.entry?.obstacle).map(Obstacles.sentence) else {
      return
    }
    let style: Style = help.refusal == nil ? .caution.on(.panel) : .bad.bold.on(.panel)
    let place = area.row(2)
    grid.write(obstacle[language], at: place.origin, fitting: place.width, style, clip: place)
  }

  // MARK: - Notes

  /// The notes at the end, while nothing is typed and no dialog is explained.
  private static func notes(_ help: Help, _ state: State) -> [StyledText] {
    guard help.editor.text.isEmpty, help.beneath == nil else { return [] }
    let width = Panel.interior(of: area(in: state.size)).width - 2
    let language = state.language
    let title = Phrase("颜色和文字", "Colours and words")
    return ["", StyledText(title[language], .accent.bold)]
      + notes.flatMap { note in
        state.alphabet.wrapped(note[language], to: max(8, width)).map { StyledText($0) }
      }
  }

  private static let notes: [Phrase] = [
    Phrase(
      "红色是逾期或不到位，黄色是将到期或待办，蓝色是该我们动手，青色是已办；每种状态都另有文字。",
      "Red is overdue or failed, yellow is due or owed, blue is our move, cyan is done; "
        + "each state is also a word."),
    Phrase(
      "家指单位，个指网站，条指附件2的行；一个网站可有两条。",
      "Units owe reports, sites fail, findings are rows of annex 2; a site may have two."),
    Phrase(
      "“待退回”该我们动手，“已退回”等对方；期限当日不算逾期。",
      "“To return” is our move, “returned” theirs; the due day itself is not overdue."),
    Phrase(
      "收到只表示材料到了，不表示复查合格。", "Received means it arrived, not that the site passes."),
    Phrase(
      "鼠标：单击选中，双击打开，点行首选中一行，滚轮滚动；Shift+拖动可选字。",
      "Mouse: a click selects, a double click opens, a click left of a row marks it; "
        + "Shift and drag select text."),
    Phrase(
      "中文输入法打开时可用 F 键、方向键、Enter、Esc；全角符号等同半角。",
      "With a Chinese input method on, use function keys, arrows, Enter and Esc."),
  ]
}

extension Alphabet {
  /// As many of the keys as find room, the first at any rate.
  func fitting(_ keys: [String], in width: Int) -> String {
    let counts = (1...max(1, keys.count)).reversed()
    let joined = counts.map { keys.prefix($0).joined(separator: " ") }
    return joined.first { self.width(of: $0) <= width } ?? keys.first ?? ""
  }
}
