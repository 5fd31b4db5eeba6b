import CensusCore
import TerminalKit

/// Draws the settings: one line each, with all choices where there is room.
struct SettingsView {
  let index: Int
  let state: State

  private var language: Language { state.language }
  private var settings: [Setting] { Setting.allCases }

  /// What is remembered, and where settings would be kept for good.
  static let keeping = Phrase(
    "下次打开本数据目录时，配色、语言、鼠标、名称顺序照旧。要为所有数据目录设定，请写入配置文件 "
      + "$XDG_CONFIG_HOME/site-census/config.json（未设该变量时在 ~/.config 下）："
      + "theme、language、ascii、mouse。",
    "Theme, language, mouse and the order of names come back with this store. For every store put theme, language, "
      + "ascii and mouse into $XDG_CONFIG_HOME/site-census/config.json (~/.config where not set).")

  func draw(on grid: inout Grid) {
    let width = min(74, grid.size.columns - 2)
    let notes = [settings[index].help, Self.keeping].map {
      grid.alphabet.wrapped($0[language], to: max(1, width - 4))
    }
    let noteCount = notes.reduce(0) { $0 + $1.count }
    let height = settings.count + noteCount + 5
    let area = grid.bounds.centred(Size(columns: width, rows: min(height, grid.size.rows)))
    let title = Phrase("设置", "Settings")
    let keys = Phrase("↑↓ 移动   ←→ 选择   Esc 关闭", "↑↓ move   ←→ choose   Esc close")
    let inside = Panel(
      StyledText(title[language], .accent.bold), footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    for (line, setting) in settings.enumerated() {
      draw(setting, at: line, in: inside.row(line), on: &grid)
    }
    var y = inside.y + settings.count + 1
    for (lines, style) in zip(notes, [Style.text.on(.panel), .muted.on(.panel)]) {
      for line in lines where y < inside.endY {
        grid.write(line, at: Point(x: inside.x, y: y), style, clip: inside)
        y += 1
      }
      y += 1
    }
  }

  private func draw(_ setting: Setting, at line: Int, in row: Rect, on grid: inout Grid) {
    guard !row.isEmpty else { return }
    let isChosen = line == index
    let style: Style = isChosen ? .accent.bold.on(.panel) : .muted.on(.panel)
    grid.write(setting.label[language], at: row.origin, fitting: 12, style, clip: row)
    let place = Rect(x: row.x + 13, y: row.y, width: row.width - 13, height: 1)
    grid.write(choices(of: setting, in: place.width, grid.alphabet), at: place.origin, clip: place)
    grid.restyle(place) { $0.ground == .chip ? $0 : $0.on(.panel) }
    grid.add(.item(line), in: row)
    guard isChosen else { return }
    grid.restyle(row) { $0.ground == .chip ? $0 : $0.on(.selection) }
    grid.cursor = row.origin
  }

  /// All choices with the one in force standing out, or that one alone where room is short.
  private func choices(of setting: Setting, in width: Int, _ alphabet: Alphabet) -> StyledText {
    let chosen = setting.choice(in: state)
    let all = setting.choices.enumerated().map { index, choice in
      index == chosen
        ? StyledText("[\(choice[language])]", Style(.text, on: .chip).bold)
        : StyledText(" \(choice[language]) ", .muted)
    }
    let line = all.dropFirst().reduce(all[0]) { $0 + " " + $1 }
    return line.width(in: alphabet) <= width ? line : StyledText("‹ ") + all[chosen] + " ›"
  }
}
