import CensusCore
import TerminalKit

/// The help, made from the key map.
struct HelpView {
  let state: State
  let offset: Int

  /// All lines of the help in one language.
  static func lines(_ language: Language, alphabet: Alphabet, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for group in KeyMap.Group.allCases {
      if !lines.isEmpty { lines.append("") }
      lines.append(StyledText(group.title[language], .accent.bold))
      for binding in KeyMap.standard.bindings where binding.group == group {
        let keys = alphabet.fitted(binding.keyNames, to: 16)
        let parts = alphabet.wrapped(binding.help[language], to: max(8, width - 16))
        for (index, part) in parts.enumerated() {
          let left = index == 0 ? keys : String(repeating: " ", count: 16)
          lines.append(StyledText(left, .text.bold) + StyledText(part))
        }
      }
    }
    lines.append("")
    lines.append(StyledText(Phrase("说明", "Reading the screen")[language], .accent.bold))
    for note in notes {
      lines += alphabet.wrapped(note[language], to: max(8, width)).map { StyledText($0) }
    }
    return lines
  }

  /// The lines of the help that find room on a screen, for scrolling.
  static func height(in size: Size) -> Int { max(1, size.rows - 6) }

  static func width(in size: Size) -> Int { max(1, min(78, size.columns - 4) - 4) }

  func draw(on grid: inout Grid) {
    let size = grid.size
    let lines = Self.lines(
      state.language, alphabet: grid.alphabet, width: Self.width(in: size))
    let height = Self.height(in: size)
    let area = grid.bounds.centred(
      Size(columns: Self.width(in: size) + 4, rows: min(lines.count, height) + 2))
    let title = Phrase("帮助", "Help")
    let keys = Phrase("j k 移动   Esc 关闭", "j k move   Esc close")
    let inside = Panel(
      StyledText(title[state.language], .accent.bold),
      footer: StyledText(keys[state.language], .muted)
    ).draw(in: area, on: &grid)
    let first = TextPage.clamped(offset, count: lines.count, height: inside.height)
    for (line, text) in lines.dropFirst(first).prefix(inside.height).enumerated() {
      let place = inside.row(line)
      grid.write(text, at: place.origin, clip: place)
      grid.restyle(place) { $0.on(.panel) }
    }
    Scrollbar(count: lines.count, visible: inside.height, offset: first).draw(
      in: Rect(x: area.endX - 1, y: inside.y, width: 1, height: inside.height), on: &grid)
    grid.cursor = inside.origin
  }

  private static let notes: [Phrase] = [
    Phrase(
      "家指单位，个指网站，条指附件2的行；一个网站可有两条。",
      "Units owe reports, sites fail, findings are rows of annex 2; a site may have two."),
    Phrase(
      "“待退回”该我们动手，“已退回”等对方；期限当日不算逾期。",
      "“To return” is our move, “returned” theirs; the due day itself is not overdue."),
    Phrase(
      "收到只表示材料到了，不表示复查合格。", "Received means it arrived, not that the site passes."),
    Phrase(
      "中文输入法打开时可用 F 键、方向键、Enter、Esc；全角符号等同半角。",
      "With a Chinese input method on, use function keys, arrows, Enter and Esc."),
  ]
}
