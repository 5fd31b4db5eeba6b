import CensusCore
import CensusLists
import DisplayText
import TerminalKit

/// Titled blocks of lines, as they stand beside and below a list.
struct Blocks {
  struct Block {
    let title: StyledText
    /// Its lines at a width.
    let lines: (Int) -> [StyledText]

    init(_ title: StyledText, lines: @escaping (Int) -> [StyledText]) {
      self.title = title
      self.lines = lines
    }
  }

  let blocks: [Block]
  let language: Language

  init(_ blocks: [Block], _ language: Language) {
    self.blocks = blocks
    self.language = language
  }

  /// Columns narrower than this are no better than one.
  static let leastWidth = 56
  private static let gap = 2

  /// Draws them one below the other, on wide areas in columns: the last has one to itself.
  func draw(in area: Rect, on grid: inout Grid) {
    let count = max(1, min(blocks.count, area.width / Self.leastWidth, 3))
    let parts = area.split(columns: (0..<count).map { _ in .rest })
    for (index, part) in parts.enumerated() {
      let isLast = index == count - 1
      let own = isLast ? Array(blocks.dropFirst(index)) : [blocks[index]]
      // Of more blocks than columns the first ones share theirs, since they are the shorter.
      let shared = count > 1 && blocks.count > count ? share(of: index, among: count) : own
      let width = part.width - (isLast ? 0 : Self.gap)
      drawColumn(
        shared, in: Rect(x: part.x, y: part.y, width: width, height: part.height), on: &grid)
    }
  }

  private func share(of index: Int, among count: Int) -> [Block] {
    let extra = blocks.count - count
    return index == 0 ? Array(blocks[...extra]) : [blocks[index + extra]]
  }

  private func drawColumn(_ blocks: [Block], in area: Rect, on grid: inout Grid) {
    var y = area.y
    for block in blocks {
      let room = area.endY - y - 1
      let lines = block.lines(max(1, area.width - 4))
      // A title with nothing but "2 more" below it says nothing.
      guard room >= min(2, lines.count) else { return }
      Rule(block.title).draw(
        in: Rect(x: area.x, y: y, width: area.width, height: 1), on: &grid)
      let isCut = lines.count > room
      for (line, text) in lines.prefix(isCut ? room - 1 : room).enumerated() {
        grid.write(
          text, at: Point(x: area.x + 2, y: y + 1 + line), fitting: max(0, area.width - 3),
          clip: area)
      }
      if isCut {
        let more = Phrase("还有\(lines.count - room + 1)行", "\(lines.count - room + 1) more")
        grid.write(
          more[language], at: Point(x: area.x + 2, y: area.endY - 1), .muted, clip: area)
      }
      y += min(lines.count, room) + 2
    }
  }
}

extension Blocks.Block {
  /// What was recorded about something, newest first.
  static func history(of reference: Reference, _ state: State) -> Self {
    let entries = state.projection.history(of: reference, among: state.snapshot.history)
    let language = state.language
    let count = entries.isEmpty ? "" : "  \(entries.count)"
    return Self(
      StyledText(Phrase("办理经过", "History")[language], .accent.bold) + StyledText(count, .muted)
    ) { width in
      guard !entries.isEmpty else { return nothing(language) }
      // What is as long as this fills any screen, so the rest is not made.
      let shown = entries.prefix(mostRecords).flatMap { lines(of: $0, width, in: state) }
      let left = entries.count - mostRecords
      return left > 0 ? shown + [rest(left, language)] : shown
    }
  }

  /// What a site failed for in earlier quarters, the latest first; nil where it did not, or where they
  /// were not read.
  static func earlier(of code: SiteCode, _ state: State) -> Self? {
    let projection = state.projection
    let lineage = projection.aliases.lineage(of: code)
    let failures = (state.snapshot.past?.sites.first { $0.code == lineage }?.failures ?? [])
      .filter { $0.finding.id.quarter < projection.quarter }
    guard !failures.isEmpty else { return nil }
    let language = state.language
    let title = Phrase("此前各期", "Earlier periods")
    return Self(
      StyledText(title[language], .accent.bold) + StyledText("  \(failures.count)", .muted)
    ) { width in
      failures.reversed().map { failure in
        let finding = failure.finding
        let issues = finding.issues.map { id in
          let category = projection.lists.category(id)
          return Phrase(category.name.chinese, category.short.english)
        }.joined()
        let row = Phrase("第\(finding.row)行", "row \(finding.row)")
        let head =
          StyledText("\(finding.id.quarter)  ", .muted)
          + StyledText(state.alphabet.fitted(row[language], to: 8), .muted)
        let word = Terms.headline(failure.headline)[language]
        let room = max(8, width - head.width(in: state.alphabet) - (language == .chinese ? 12 : 20))
        return head + StyledText(state.alphabet.fitted(issues[language], to: min(room, 40)) + "  ")
          + StyledText(word, failure.headline.isClosed ? .good : .caution)
      }
    }
  }

  /// Records of the quarter, a line each.
  static func latest(_ state: State, _ entries: [HistoryEntry]) -> Self {
    let language = state.language
    let title = Phrase("最近记录（按 9）", "Latest records (press 9)")
    return Self(StyledText(title[language], .accent.bold)) { width in
      guard !entries.isEmpty else { return nothing(language) }
      let shown = entries.prefix(mostRecords).map { entry in
        (entry, Labels.unitsCell(entry.units(in: state.projection))[language])
      }
      // No wider than the units are: what was done needs the room.
      let widest = shown.map { state.alphabet.width(of: $0.1) }.max() ?? 0
      let unitWidth = min(widest, width < narrow ? width / 3 : Self.unitWidth)
      return shown.map { entry, units in
        StyledText("\(entry.event.on.monthAndDay)  ", .muted)
          + StyledText(state.alphabet.fitted(units, to: unitWidth) + "  ", .accent)
          + words(of: entry, in: state)
      }
    }
  }

  private static let mostRecords = 60
  private static let unitWidth = 16
  /// Below so many columns the unit gives room to what was done.
  private static let narrow = 40

  private static func nothing(_ language: Language) -> [StyledText] {
    [StyledText(Phrase("暂无记录", "Nothing is recorded yet")[language], .muted)]
  }

  private static func rest(_ count: Int, _ language: Language) -> StyledText {
    StyledText(
      Phrase("还有\(count)条（census history）", "\(count) more (census history)")[language], .muted)
  }

  /// The day, what was done, and who recorded it, wrapped beside the day.
  private static func lines(
    of entry: HistoryEntry, _ width: Int, in state: State
  ) -> [StyledText] {
    let day = "\(entry.event.on)  "
    let summary = Terms.summary(of: entry.event, in: state.projection).sentence(state.language)
    let mark = entry.isRetracted ? undone[state.language] : ""
    let style: Style = entry.isRetracted ? .muted.struck : .text
    let wrapped = state.alphabet.wrapped(summary + mark, to: max(8, width - day.count))
    return wrapped.enumerated().map { line, text in
      let first = line == 0 ? day : String(repeating: " ", count: day.count)
      let isLast = line == wrapped.count - 1
      return StyledText(first, .muted) + StyledText(text, style)
        + StyledText(isLast ? "  \(entry.event.actor)" : "", .muted)
    }
  }

  private static let undone = Phrase("（已撤销）", " (undone)")

  private static func words(of entry: HistoryEntry, in state: State) -> StyledText {
    let summary = Terms.summary(of: entry.event, in: state.projection, isBrief: true)
      .sentence(state.language)
    return StyledText(summary, entry.isRetracted ? .muted.struck : .text)
      + StyledText(entry.isRetracted ? undone[state.language] : "", .muted)
  }

  /// Findings in columns: row, site, issue, state.
  static func findings(
    _ findings: [FindingState], _ title: Phrase, _ state: State
  ) -> Self {
    let roll = state.projection.findingsRoll(findings, past: state.snapshot.past)
    return Self(
      StyledText(title[state.language], .accent.bold) + StyledText("  \(findings.count)", .muted)
    ) { width in
      roll.rows.map { FindingLine(finding: $0, roll: roll, state: state).text(width) }
    }
  }
}

/// One finding in one line of a block.
struct FindingLine {
  let finding: FindingRow
  let roll: Roll<FindingRow>
  let state: State
  var showsSite = true

  func text(_ width: Int) -> StyledText {
    let alphabet = state.alphabet
    let row = StyledText(alphabet.fitted(said("row").text, to: 4, alignment: .right) + "  ", .muted)
    let stands = StyledText(said("state"))
    let rest = width - 6 - (state.language == .chinese ? 10 : 18)
    guard showsSite, rest >= 20 else {
      return row + fitted(showsSite ? "name" : "issues", to: max(1, min(rest, 44))) + stands
    }
    let issueWidth = rest >= 32 ? min(34, rest * 2 / 5) : 0
    let nameWidth = min(40, rest - issueWidth - (issueWidth > 0 ? 2 : 1))
    return row + fitted("name", to: nameWidth)
      + (issueWidth > 0 ? fitted("issues", to: issueWidth, .muted) : "") + stands
  }

  private func said(_ field: String) -> Words {
    roll[field]?.words(finding, state.manner) ?? .none
  }

  private func fitted(_ field: String, to width: Int, _ style: Style = .text) -> StyledText {
    StyledText(state.alphabet.fitted(said(field).text, to: width) + " ", style)
  }
}
