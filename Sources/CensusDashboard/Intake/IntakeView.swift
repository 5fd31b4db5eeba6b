import CensusCore
import CensusLists
import CensusNotices
import DisplayText
import TerminalKit

/// Draws the pages of an intake over the whole screen.
struct IntakeView {
  let panel: IntakePanel
  let state: State

  private var language: Language { state.language }
  private var reading: IntakeReading? { panel.reading }

  // MARK: - Words

  /// 载入通报 › 2018年四季度（库中尚无）.
  var title: Phrase {
    let name = Phrase("载入通报", "Take in a notice")
    guard let reading else { return name }
    guard let quarter = reading.quarter else {
      return name + Phrase(" › 季度未知", " › quarter unknown")
    }
    let known =
      reading.differences == nil
      ? Phrase("（尚未载入）", " (new)") : Phrase("（已载入过）", " (in the store)")
    return name + Phrase(" › ", " › ") + quarter.name + known
  }

  /// How much was read, and what is open.
  var summary: Phrase {
    guard let reading else { return waiting }
    let (rows, findings) = (
      reading.projection?.prefectures.count ?? 0, panel.readFindings.count
    )
    let open = reading.open.count
    return Phrase(
      "州市\(rows)行，问题\(findings)条；" + (open == 0 ? "没有待处理" : "待处理\(open)处"),
      "\(counted(rows, "prefecture")), \(counted(findings, "finding")); "
        + (open == 0 ? "nothing open" : "\(open) open"))
  }

  /// What stands there before anything was read.
  private var waiting: Phrase {
    panel.intake.sources.isEmpty
      ? Phrase(
        "填写通报或附件的路径，或把文件里的表格直接粘贴进来。",
        "Type the path of the notice or an annex, or paste a table out of one.")
      : Phrase("正在读取……", "Reading…")
  }

  /// What may be done on this page.
  private var ownKeys: [Phrase] {
    switch panel.page {
    case .sources:
      [
        Phrase("a 加文件", "a file"), Phrase("p 粘贴", "p paste"), Phrase("Del 去掉", "Del drop"),
        Phrase("v 由 LibreOffice、pdftotext 转换", "v have LibreOffice or pdftotext help"),
      ]
    case .findings:
      // What an earlier edition has, and this one not, was read nowhere.
      (["o"] + (panel.finding.flatMap { reading?.places[$0.finding.id] } == nil ? [] : ["x", "e"]))
        .map(Self.name)
    case .open: panel.point.map { $0.why.keys.map(Self.name) } ?? []
    case .answers: [Phrase("Del 撤回这一条", "Del take this one back")]
    case .figures, .body, .checks, .comparison: []
    }
  }

  /// What may be done on every page.
  private static let allKeys = [
    Phrase("1–8 换页", "1–8 page"), Phrase("n 下一处", "n next"), Phrase("q 季度", "q quarter"),
    Phrase("d 期限", "d due"), Phrase("u 撤回", "u undo"), Phrase("w 写入", "w write"),
    Phrase("X 丢弃", "X drop"), Phrase("Esc 放下", "Esc leave"),
  ]

  /// What may be done here.
  var keys: Phrase { (ownKeys + Self.allKeys).joined(Phrase("  ", "  ")) }

  private static func name(_ key: Key) -> Phrase {
    switch key {
    case "c": Phrase("c 归类", "c category")
    case "t": Phrase("t 其他", "t other")
    case "x": Phrase("x 略过", "x leave out")
    case "e": Phrase("e 改正", "e mend")
    case "h": Phrase("h 说明各列", "h columns")
    case "f": Phrase("f 是哪一条", "f which")
    case "o": Phrase("o 责任单位", "o unit")
    case "q": Phrase("q 季度", "q quarter")
    case "d": Phrase("d 期限", "d due day")
    default: Phrase(key.label, key.label)
    }
  }

  /// What a dialogue of lines says of the page.
  var spoken: [Phrase] {
    let said: [Phrase]
    switch panel.page {
    case .sources: said = sources.map { Phrase($0.text, $0.text) }
    case .body: said = panel.bodyLines
    case .comparison: said = panel.comparisonLines
    case .figures, .findings, .open, .checks, .answers:
      let rows = IntakeLists(panel: panel, state: state).list(panel.page)?.rows ?? []
      said = rows.enumerated().map { index, row in
        let text = row.cells.map { $0.spans.map(\.text).joined() }.filter { !$0.isEmpty }.joined(
          separator: "  ")
        let mark = index == panel.row ? ">" : " "
        return Phrase("\(mark) \(text)", "\(mark) \(text)")
      }
    }
    return [panel.page.title] + said + [panel.refusal].compactMap(\.self)
  }

  // MARK: - Drawing

  func draw(on grid: inout Grid) {
    let size = grid.size
    grid.fill(grid.bounds, .text)
    drawHead(on: &grid)
    drawTabs(on: &grid)
    let below = aside(width: size.columns - 4)
    let asideHeight = min(below.count, max(0, size.rows / 3))
    let foot = 3 + (asideHeight > 0 ? asideHeight + 1 : 0)
    let body = Rect(x: 0, y: 3, width: size.columns, height: max(0, size.rows - 3 - foot))
    drawPage(in: body, on: &grid)
    if asideHeight > 0 {
      let line = grid.bounds.row(body.endY)
      grid.fill(line, with: grid.alphabet.horizontal, .muted)
      for (offset, text) in below.prefix(asideHeight).enumerated() {
        let place = grid.bounds.row(body.endY + 1 + offset)
        grid.write(text, at: Point(x: 2, y: place.y), clip: place)
      }
    }
    let bottom = drawFoot(on: &grid)
    if panel.asking != nil { drawOffers(above: bottom, on: &grid) }
  }

  private func drawHead(on grid: inout Grid) {
    let line = grid.bounds.row(0)
    grid.fill(line, Style(.text, on: .band))
    let used = grid.write(
      StyledText(" \(Labels.product[language])  ", Style(.text, on: .band).bold)
        + StyledText(title[language], Style(.accent, on: .band).bold), at: line.origin, clip: line)
    let unwritten = Phrase("尚未写入 ", "not written ")[language]
    let width = grid.alphabet.width(of: unwritten)
    guard used + width + 2 <= line.width else { return }
    grid.write(
      unwritten, at: Point(x: line.endX - width, y: 0), Style(.caution, on: .band), clip: line)
  }

  private func drawTabs(on grid: inout Grid) {
    let line = grid.bounds.row(1)
    var x = 1
    // Where there is no room the line below says how much annexes have, and blanks go.
    let texts = [(true, true), (true, false), (false, false)].map { counts, blanks in
      IntakePanel.Page.allCases.map { tab($0, counts: counts, blanks: blanks) }
    }
    let shown = texts.first { texts in
      texts.reduce(1) { $0 + grid.alphabet.width(of: $1) } <= line.width
    }
    for (page, text) in zip(IntakePanel.Page.allCases, shown ?? texts[2]) {
      let isOpen = page == panel.page
      let count = panel.lineCount(of: page)
      let style: Style =
        isOpen
        ? Style(.text, on: .chip).bold
        : page == .open && count > 0 ? .caution.bold : .muted
      let width = grid.write(text, at: Point(x: x, y: 1), style, clip: line)
      grid.add(
        .item(IntakePanel.tabs + page.rawValue), in: Rect(x: x, y: 1, width: width, height: 1))
      x += width
    }
    grid.write(
      summary[language], at: Point(x: 2, y: 2), .muted, clip: grid.bounds.row(2))
  }

  private func tab(_ page: IntakePanel.Page, counts: Bool, blanks: Bool) -> String {
    let isCounted =
      switch page {
      case .body, .comparison: false
      case .figures, .findings: counts
      case .sources, .open, .checks, .answers: true
      }
    let count = panel.lineCount(of: page)
    let shown = isCounted && count > 0 ? " \(count)" : ""
    return " \(page.rawValue + 1) \(page.title[language])\(shown)" + (blanks ? " " : "")
  }

  private func drawPage(in body: Rect, on grid: inout Grid) {
    guard body.height > 0 else { return }
    if let list = IntakeLists(panel: panel, state: state).list(panel.page) {
      guard !list.rows.isEmpty else { return drawNothing(in: body, on: &grid) }
      var shown = ListState()
      shown.index = panel.row
      let height = body.height - ListView.headerHeight
      shown.offset = first(height: height, count: list.rows.count)
      var view = ListView(
        list: list, rows: list.rows, state: shown, language: language, pane: 0)
      // A click on a heading would sort what lies below.
      view.pane = nil
      view.draw(in: body, isFocused: panel.asking == nil, on: &grid)
      for line in 0..<max(0, min(height, list.rows.count - shown.offset)) {
        grid.add(
          .item(shown.offset + line),
          in: Rect(x: body.x, y: body.y + 1 + line, width: body.width, height: 1))
      }
      return
    }
    let lines = (panel.page == .sources ? sources : texts).flatMap { line in
      state.alphabet.wrapped(line.text, to: max(1, body.width - 6 - line.indent)).enumerated().map {
        Line(
          text: String(repeating: " ", count: line.indent + ($0 > 0 ? 2 : 0)) + $1,
          style: line.style,
          item: line.item)
      }
    }
    guard !lines.isEmpty else { return drawNothing(in: body, on: &grid) }
    let chosen = lines.firstIndex { $0.item == panel.row } ?? 0
    let offset = max(0, min(chosen - body.height / 2, lines.count - body.height))
    for (place, line) in lines.dropFirst(offset).prefix(body.height).enumerated() {
      let row = body.row(place)
      grid.write(line.text, at: Point(x: 2, y: row.y), line.style, clip: row)
      guard let item = line.item else { continue }
      grid.add(.item(item), in: row)
      if item == panel.row, panel.asking == nil {
        grid.restyle(row) { $0.on(.selection) }
        grid.cursor = row.origin
      }
    }
  }

  private func first(height: Int, count: Int) -> Int {
    max(0, min(panel.row - height / 2, count - height))
  }

  private func drawNothing(in body: Rect, on grid: inout Grid) {
    let text: Phrase =
      switch panel.page {
      case .open where reading != nil && reading?.digest == nil:
        Phrase(
          "没有读到附件1或附件2的表格：加上附件（a），或换一个文件（1 来源，Del 去掉这个）。",
          "No table of annex 1 or 2 was read: add the annexes (a), or take another file (1, Del).")
      case .open: Phrase("没有待处理的内容，按 w 写入。", "Nothing is open. Press w to write it.")
      case .checks: Phrase("没有发现问题。", "Nothing doubtful was found.")
      case .answers: Phrase("还没有答复。", "Nothing was answered yet.")
      default:
        reading == nil
          ? waiting : Phrase("没有读到。", "Nothing of this was read.")
      }
    grid.write(text[language], at: Point(x: 2, y: body.y), .muted, clip: body)
  }

  private struct Line {
    let text: String
    var style: Style = .text
    var indent = 0
    /// The row of the page that it stands for.
    var item: Int?
  }

  /// Each source, and under it what became of its tables.
  private var sources: [Line] {
    panel.intake.sources.indices.flatMap { index -> [Line] in
      let part = reading?.parts.indices.contains(index) == true ? reading?.parts[index] : nil
      let fault = part?.fault.map { [Line(text: $0[language], style: .bad, indent: 4)] } ?? []
      let accounts = (part?.accounts ?? []).map {
        Line(text: $0[language], style: .muted, indent: 4)
      }
      return [Line(text: panel.name(of: index), style: .text.bold, item: index)] + fault + accounts
    }
  }

  private var texts: [Line] {
    let all = panel.page == .body ? panel.bodyLines : panel.comparisonLines
    return all.enumerated().map { Line(text: $1[language], item: $0) }
  }

  /// What there is to say of the row under the cursor.
  private func aside(width: Int) -> [StyledText] {
    func wrapped(_ text: Phrase, _ style: Style) -> [StyledText] {
      state.alphabet.wrapped(text[language], to: max(1, width)).map { StyledText($0, style) }
    }
    if let point = panel.point {
      let head =
        point.place.words
        + (point.text.isEmpty ? .empty : Phrase("：\(point.text)", ": \(point.text)"))
      return wrapped(head, .text.bold)
        + wrapped(point.why.screenSentence + Phrase("。", "."), .caution)
    }
    if let finding = panel.finding {
      let place = reading?.places[finding.finding.id]
      let head = Phrase("来自 ", "From ") + (place?.words ?? Phrase("数据目录", "the store"))
      let unit = Terms.unit(finding.unit, in: reading?.projection ?? state.projection)
      return wrapped(head, .muted)
        + wrapped(
          Phrase("责任单位 ", "Unit ") + unit
            + Phrase("   \(finding.finding.text)", "   \(finding.finding.text)"), .text)
    }
    if panel.page == .checks, let checks = reading?.checks, checks.indices.contains(panel.row) {
      return wrapped(checks[panel.row].location, .text.bold)
        + wrapped(checks[panel.row].message, .text)
    }
    return []
  }

  /// Draws the keys, and above them what is asked; the first line of all that.
  private func drawFoot(on grid: inout Grid) -> Int {
    let rows = grid.size.rows
    let line = grid.bounds.row(rows - 2)
    var above: [(Phrase, Style)] = panel.refusal.map { [($0, .bad.bold)] } ?? []
    if let asking = panel.asking {
      let label = asking.label[language]
      // A long question stands above the line in which it is answered.
      let isLong = grid.alphabet.width(of: label) > line.width / 2
      if isLong || !asking.takesText { above.insert((asking.label, .accent.bold), at: 0) }
      if asking.takesText {
        let sign = StyledText(isLong ? " › " : " " + label, .accent.bold)
        Prompt(sign, panel.line, style: .text.on(.track)).draw(in: line, on: &grid)
      }
    }
    // A sentence is never cut: it takes lines of the page.
    let lines = above.flatMap { text, style in
      grid.alphabet.wrapped(text[language], to: max(1, line.width - 4)).map {
        StyledText($0, style)
      }
    }
    let top = max(3, rows - 2 - lines.count)
    for (offset, text) in lines.enumerated() where top + offset < rows - 2 {
      let place = grid.bounds.row(top + offset)
      grid.fill(place, .text)
      grid.write(text, at: Point(x: 2, y: place.y), clip: place)
    }
    let last = grid.bounds.row(rows - 1)
    grid.fill(last, Style(.text, on: .band))
    let keys = panel.asking.map { [$0.keys] } ?? Self.allKeys
    grid.write(
      keys.joined(Phrase("  ", "  "))[language], at: Point(x: 1, y: last.y),
      Style(.text, on: .band),
      clip: last)
    guard panel.asking == nil else { return top }
    grid.write(
      ownKeys.joined(Phrase("  ", "  "))[language], at: Point(x: 2, y: line.y), .accent, clip: line)
    return top
  }

  /// What may be chosen, above the line in which one types.
  private func drawOffers(above bottom: Int, on grid: inout Grid) {
    let offers = panel.offers
    guard !offers.isEmpty else { return }
    let height = min(offers.count, max(1, grid.size.rows / 2), bottom - 3)
    guard height > 0 else { return }
    let first = max(0, min(panel.offered - height / 2, offers.count - height))
    let width = min(grid.size.columns - 2, 60)
    let area = Rect(x: 1, y: bottom - height - 2, width: width, height: height + 2)
    let inside = Panel(StyledText(Phrase("选择", "Choose")[language], .accent.bold)).draw(
      in: area, on: &grid)
    for (line, offer) in offers.dropFirst(first).prefix(height).enumerated() {
      let row = inside.row(line)
      grid.write(
        StyledText(offer.name[language], .text.on(.panel))
          + StyledText(offer.name[language] == offer.id ? "" : "  \(offer.id)", .muted.on(.panel)),
        at: row.origin, clip: row)
      grid.add(.item(first + line), in: row)
      if first + line == panel.offered { grid.restyle(row) { $0.on(.selection) } }
    }
  }
}
