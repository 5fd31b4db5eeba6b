import CensusCore
import TerminalKit

/// Draws the panel that finds anything: prompt, results in groups, what is under the cursor.
struct FindView {
  let finder: Finder
  let state: State

  var language: Language { state.language }

  /// The panel is as tall as its results, and leaves the first and the last line of the screen to be
  /// seen.
  private static func area(of lines: Int, in size: Size) -> Rect {
    let most = Rect(size).centred(Size(columns: min(size.columns, 120), rows: size.rows - 2))
    let wanted = lines + 5 + previewHeight(in: size)
    return Rect(x: most.x, y: most.y, width: most.width, height: min(most.height, wanted))
  }

  /// The lines that there are to be shown: results, what was sought before, or what can be typed.
  private static func lines(of finder: Finder, in state: State) -> Int {
    guard finder.query.isEmpty, !finder.isPalette else { return max(1, finder.lines.count) }
    return 1 + (state.habits.searches.isEmpty ? advice.count : state.habits.searches.count)
  }

  private var area: Rect { Self.area(of: Self.lines(of: finder, in: state), in: state.size) }

  private static func previewHeight(in size: Size) -> Int { size.rows < 20 ? 3 : 5 }

  /// The lines that results find room in.
  static func listHeight(of finder: Finder, in state: State) -> Int {
    let area = area(of: lines(of: finder, in: state), in: state.size)
    return max(1, Panel.interior(of: area).height - 3 - previewHeight(in: state.size))
  }

  func draw(on grid: inout Grid) {
    let inside = Panel(
      StyledText(title[language], .accent.bold), footer: footer(within: area, grid)
    ).draw(in: area, on: &grid)
    drawRule(in: inside.row(1), on: &grid)
    let height = Self.listHeight(of: finder, in: state)
    let list = Rect(x: inside.x, y: inside.y + 2, width: inside.width, height: height)
    if finder.query.isEmpty, !finder.isPalette {
      drawRecent(in: list, on: &grid)
    } else {
      drawResults(in: list, on: &grid)
    }
    let below = Rect(
      x: inside.x, y: list.endY, width: inside.width, height: inside.endY - list.endY)
    drawPreview(in: below, on: &grid)
    // The prompt comes last: the terminal's cursor belongs to it, with free cells behind it.
    Prompt(
      StyledText(label[language], .accent.bold.on(.panel)), finder.editor,
      style: .text.on(.panel), placeholder: placeholder[language]
    ).draw(in: inside.row(0), on: &grid)
  }

  // MARK: - Words

  private var title: Phrase {
    finder.isPalette ? Phrase("命令", "Commands") : Phrase("全局搜索", "Find anything")
  }

  private var label: Phrase {
    finder.isPalette ? Phrase("命令：", "Run: ") : Phrase("搜索：", "Find: ")
  }

  private var placeholder: Phrase {
    finder.isPalette
      ? Phrase("名称、按键；或 筛选 文字、季度 2018Q3", "a name or a key; or: filter TEXT, quarter 2018Q3")
      : Phrase("汉字、拼音、首字母、标识码", "words, pinyin, first letters, codes")
  }

  private func footer(within area: Rect, _ grid: Grid) -> StyledText {
    let texts =
      finder.isPalette
      ? [
        Phrase(
          "Enter 执行   ↑↓ 选择   Ctrl-U 清空   Esc 关闭",
          "Enter run   ↑↓ choose   Ctrl-U clear   Esc close")
      ]
      : [
        Phrase(
          "Enter 打开   Tab 只看此类   \(scopeKey.chinese)   Ctrl-U 清空   Esc 关闭",
          "Enter open   Tab this kind   \(scopeKey.english)   Ctrl-U clear   Esc close"),
        Phrase("Enter 打开  Tab 此类  Ctrl-T 季度  Esc 关闭", "Enter open  Tab kind  Ctrl-T quarters  Esc"),
      ]
    let fitting = texts.first { grid.alphabet.width(of: $0[language]) + 6 <= area.width }
    return StyledText((fitting ?? texts[texts.count - 1])[language], .muted)
  }

  private var scopeKey: Phrase {
    finder.spansQuarters
      ? Phrase("Ctrl-T 只看本季度", "Ctrl-T this quarter")
      : Phrase("Ctrl-T 全部季度", "Ctrl-T all quarters")
  }

  // MARK: - The rule under the prompt

  private func drawRule(in row: Rect, on grid: inout Grid) {
    grid.fill(row, with: grid.alphabet.horizontal, .muted.on(.panel))
    grid.write(
      " \(scope[language]) ", at: Point(x: row.x + 1, y: row.y), .muted.on(.panel), clip: row)
    guard !finder.query.isEmpty else { return }
    let count = finder.results.count
    let text = Phrase(" \(count)项结果 ", count == 1 ? " 1 result " : " \(count) results ")[language]
    let x = row.endX - grid.alphabet.width(of: text) - 1
    grid.write(text, at: Point(x: x, y: row.y), .text.bold.on(.panel), clip: row)
  }

  /// Over what is searched, and which kind alone is shown.
  private var scope: Phrase {
    guard !finder.isPalette else { return Phrase("在本页执行", "run on this page") }
    var scope = state.projection.quarter.name
    if finder.spansQuarters {
      let all = state.snapshot.quarters
      let ready = state.findIndex.parts(of: all).count
      scope =
        ready == all.count
        ? Phrase("全部\(all.count)个季度", "all \(all.count) quarters")
        : Phrase("全部季度，已读\(ready)/\(all.count)", "all quarters, \(ready) of \(all.count) read")
    }
    guard let kind = finder.kind else { return scope }
    return Phrase(
      "\(scope.chinese)，只看\(kind.title.chinese)", "\(scope.english), only \(kind.title.english)")
  }

  // MARK: - The list

  private func drawResults(in area: Rect, on grid: inout Grid) {
    let lines = finder.lines
    let query = finder.query
    guard !lines.isEmpty else {
      let none = Phrase("没有符合的内容", "nothing answers")
      grid.write(none[language], at: area.origin, .muted.on(.panel), clip: area)
      return
    }
    let isScrolling = lines.count > area.height
    let width = area.width - (isScrolling ? 2 : 0)
    for (line, shown) in lines.dropFirst(finder.offset).prefix(area.height).enumerated() {
      let row = Rect(x: area.x, y: area.y + line, width: width, height: 1)
      switch shown {
      case .heading(let group): drawHeading(group, in: row, on: &grid)
      case .entry(let index, let entry):
        FindRow(entry: entry, query: query, finder: finder, state: state).draw(in: row, on: &grid)
        finish(row, index, on: &grid)
      }
    }
    guard isScrolling else { return }
    Scrollbar(count: lines.count, visible: area.height, offset: finder.offset).draw(
      in: Rect(x: area.endX - 1, y: area.y, width: 1, height: area.height), on: &grid)
  }

  private func drawHeading(_ group: FindResults.Group, in row: Rect, on grid: inout Grid) {
    let shown = group.entries.count
    let count = shown < group.count ? "\(shown) / \(group.count)" : "\(group.count)"
    grid.write(
      StyledText(group.kind.title[language], .accent.bold.on(.panel))
        + StyledText("  \(count)", .muted.on(.panel)), at: row.origin, clip: row)
  }

  /// The searches before this one, while nothing is typed.
  private func drawRecent(in area: Rect, on grid: inout Grid) {
    let recent = state.habits.searches
    let title = recent.isEmpty ? Phrase("可以输入", "What to type") : Phrase("最近搜索", "Recent searches")
    grid.write(title[language], at: area.origin, .accent.bold.on(.panel), clip: area)
    guard !recent.isEmpty else {
      for (line, text) in Self.advice.enumerated() {
        let place = area.row(line + 1)
        grid.write(
          text[language], at: Point(x: place.x + 2, y: place.y), .text.on(.panel), clip: place)
      }
      return
    }
    for (index, text) in recent.prefix(area.height - 1).enumerated() {
      let row = area.row(index + 1)
      grid.write(text, at: Point(x: row.x + 2, y: row.y), .text.on(.panel), clip: row)
      finish(row, index, on: &grid)
    }
  }

  /// Makes a row answer clicks, and shows the cursor on it.
  private func finish(_ row: Rect, _ index: Int, on grid: inout Grid) {
    grid.add(.item(index), in: row)
    guard index == finder.index else { return }
    grid.write(
      String(grid.alphabet.cursorMark), at: row.origin, .accent.bold.on(.panel), clip: row)
    grid.restyle(row) { $0.on(.selection) }
  }

  private static let advice: [Phrase] = [
    Phrase("汉字：昆明、空白栏目", "Chinese: 昆明, 空白栏目"),
    Phrase("拼音或首字母：kunming、km", "pinyin or first letters: kunming, km"),
    Phrase("标识码、行号：5309260040、第17行", "codes and rows: 5309260040, 2018Q3-17"),
    Phrase("空格并且，| 或者，! 排除", "a blank means and, | or, ! not"),
    Phrase("命令：导出、export、daochu", "commands: export, 导出, daochu"),
  ]

  // MARK: - What is under the cursor

  private func drawPreview(in area: Rect, on grid: inout Grid) {
    grid.fill(area.row(0), with: grid.alphabet.horizontal, .muted.on(.panel))
    if let refusal = finder.refusal {
      write([StyledText(refusal[language], .bad.bold)], in: area, on: &grid)
    } else if let entry = finder.entry {
      let preview = FindPreview(
        entry: entry, obstacle: finder.obstacle(to: entry), state: state)
      write(preview.lines(area.width), in: area, on: &grid)
    }
  }

  private func write(_ texts: [StyledText], in area: Rect, on grid: inout Grid) {
    var y = area.y + 1
    for text in texts {
      let style = text.spans.first?.style ?? .text
      // Several styles stay on one line; a sentence is wrapped.
      let lines =
        text.spans.count > 1
        ? [text]
        : grid.alphabet.wrapped(text.plain, to: max(1, area.width)).map { StyledText($0, style) }
      for line in lines where y < area.endY {
        let place = Rect(x: area.x, y: y, width: area.width, height: 1)
        grid.write(line, at: place.origin, fitting: place.width, clip: place)
        grid.restyle(place) { $0.on(.panel) }
        y += 1
      }
    }
  }
}
