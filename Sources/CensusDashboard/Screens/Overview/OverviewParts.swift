import CensusCore
import DisplayText
import TerminalKit

/// What the sites fail for, as bars under the kinds of categories.
struct OverviewCategories {
  let state: State

  private var language: Language { state.language }

  /// The lines it takes with the kinds as headings.
  var height: Int { 1 + state.snapshot.categories.count + kinds.count }

  private var kinds: [(kind: IssueCategory.Kind, members: [CategoryState])] {
    IssueCategory.Kind.allCases.compactMap { kind in
      let members = state.snapshot.categories.filter { $0.kind == kind }
      return members.isEmpty ? nil : (kind, members)
    }
  }

  func draw(in pane: OverviewLayout.Pane, on grid: inout Grid) {
    guard pane.frame.height > 1 else { return }
    let snapshot = state.snapshot
    let count = Phrase(
      "\(snapshot.overview.findings)条，\(snapshot.tagCount)项",
      "\(snapshot.overview.findings) findings, \(snapshot.tagCount) issues")
    let title = StyledText(Phrase("错在哪里", "What is wrong")[language], .text.bold)
    let whole = count + Phrase("，", ", ") + IssueList.subjects(snapshot.overview)
    let room = pane.frame.width - title.width(in: grid.alphabet) - 6
    let shown = grid.alphabet.width(of: whole[language]) <= room ? whole : count
    TitledFrame(title, legend: StyledText(shown[language], .muted), isOpen: pane.isOpen)
      .draw(in: pane.frame, on: &grid)
    let area = pane.inside
    let most = snapshot.categories.map(\.findings.count).max() ?? 0
    let hasHeadings = area.height >= height - 1
    var y = area.y
    for (kind, members) in kinds {
      if hasHeadings {
        grid.write(
          Terms.kind(kind)[language], at: Point(x: area.x + 1, y: y), .muted, clip: area)
        y += 1
      }
      for category in members.sorted(by: { $0.findings.count > $1.findings.count })
      where y < area.endY {
        let line = Rect(x: area.x + 1, y: y, width: area.width - 2, height: 1)
        draw(category, of: most, isIndented: hasHeadings, in: line, on: &grid)
        y += 1
      }
    }
  }

  private func draw(
    _ category: CategoryState, of most: Int, isIndented: Bool, in line: Rect, on grid: inout Grid
  ) {
    let nameWidth = (language == .chinese ? 18 : 16) + (isIndented ? 2 : 0)
    let name = language == .chinese ? category.name.chinese : category.category.short.english
    grid.write(
      (isIndented ? "  " : "") + name, at: line.origin, fitting: nameWidth, clip: line)
    grid.write(
      String(category.findings.count), at: Point(x: line.x + nameWidth, y: line.y), fitting: 4,
      alignment: .right, .text.bold, clip: line)
    let start = line.x + nameWidth + 6
    let bar = Rect(x: start, y: line.y, width: max(0, min(40, line.endX - start)), height: 1)
    Bar(
      value: category.findings.count, total: most,
      role: category.kind == .veto ? .accent : .caution
    ).draw(in: bar, on: &grid)
  }
}

/// What was recorded since the last working day, or last at all.
struct OverviewRecords {
  let state: State

  /// The newest records; those of one batch by what they say, since nothing else orders them.
  private func latest(_ count: Int) -> [HistoryEntry] {
    // A batch may go on behind what is shown.
    var entries = Array(state.snapshot.history.prefix(2 * count + 40))
    var start = 0
    while start < entries.count {
      let batch = entries[start].event.batch
      let end = entries[start...].firstIndex { $0.event.batch != batch } ?? entries.count
      let said = entries[start..<end].map { entry in
        (entry, Terms.summary(of: entry.event, in: state.projection).chinese)
      }
      let sorted = said.enumerated().sorted { left, right in
        (left.element.0.findings.first?.number ?? 0, left.element.1, left.offset)
          < (right.element.0.findings.first?.number ?? 0, right.element.1, right.offset)
      }
      entries.replaceSubrange(start..<end, with: sorted.map(\.element.0))
      start = end
    }
    return Array(entries.prefix(count))
  }

  func draw(in pane: OverviewLayout.Pane, on grid: inout Grid) {
    let language = state.language
    guard pane.frame.height > 1 else { return }
    let asOf = state.projection.asOf
    var since = asOf - 1
    while !state.projection.calendar.isWorkingDay(since), asOf - since < 15 { since = since - 1 }
    let fresh = state.snapshot.history.count { $0.event.on >= since }
    let entries = latest(pane.inside.height)
    let day =
      since == asOf - 1
      ? Phrase("昨天", "yesterday") : Phrase(since.monthAndDay, since.monthAndDay)
    let title = Phrase("最近记录", "Latest records")
    let news = Phrase("  \(day.chinese)以来\(fresh)条", "  \(fresh) since \(day.english)")
    // Where the title would be cut, the count alone stands in it.
    let room = pane.frame.width - 6
    let forms = [
      news, Phrase("  \(fresh)条新", "  \(fresh) new"), .empty,
    ]
    let width = { (text: Phrase) in
      state.alphabet.width(of: title[language]) + state.alphabet.width(of: text[language])
    }
    let said = fresh > 0 ? forms.first { width($0) <= room } ?? .empty : .empty
    let key = state.keys.binding(for: .viewHistory)?.keys.first?.label ?? ""
    TitledFrame(
      StyledText(title[language], .text.bold)
        + StyledText(said[language], .caution),
      legend: StyledText(Phrase("\(key) 全部记录", "\(key) all of them")[language], .muted),
      isOpen: pane.isOpen
    ).draw(in: pane.frame, on: &grid)
    let area = pane.inside
    let lines = Blocks.Block.latest(state, entries).lines(
      area.width - 2)
    for (offset, line) in lines.prefix(area.height).enumerated() {
      let place = Rect(x: area.x + 1, y: area.y + offset, width: area.width - 2, height: 1)
      grid.write(line, at: place.origin, fitting: place.width, clip: place)
    }
  }
}

/// The first open checks, the printed value beside the computed one.
struct OverviewChecks {
  let state: State

  private var open: [Discrepancy] {
    state.snapshot.discrepancies.filter { $0.isOpen && !$0.isFile }
  }

  /// The lines that all of them take.
  var height: Int { open.isEmpty ? 0 : 1 + open.count }

  func draw(in area: Rect, on grid: inout Grid) {
    let (language, open) = (state.language, open)
    guard area.height > 0, !open.isEmpty else { return }
    let count = Phrase("核对：\(open.count)项待核（按 8）", "Checks: \(open.count) to verify (press 8)")
    guard area.height > 2 else {
      grid.write(count[language], at: Point(x: area.x + 2, y: area.y), .caution, clip: area)
      return
    }
    let placeWidth = language == .chinese ? 18 : 24
    ListHead([
      (Phrase("核对（按 8）", "Checks (press 8)")[language], 2),
      (Labels.printed[language], 3 + placeWidth), (Labels.recomputed[language], 16 + placeWidth),
    ]).draw(in: area.row(0), on: &grid)
    let room = area.height - 1
    let isCut = open.count > room
    for (line, item) in open.prefix(isCut ? room - 1 : room).enumerated() {
      let place = Rect(x: area.x + 2, y: area.y + 1 + line, width: area.width - 3, height: 1)
      grid.write(
        StyledText(item.location[language], Styles.severity(item.severity)), at: place.origin,
        fitting: placeWidth, clip: place)
      grid.write(
        StyledText(item.published ?? "-"), at: Point(x: place.x + placeWidth + 1, y: place.y),
        fitting: 12, clip: place)
      grid.write(
        item.computed ?? "-", at: Point(x: place.x + placeWidth + 14, y: place.y),
        item.computed == nil ? .muted : .accent, clip: place)
    }
    if isCut {
      let rest = open.count - room + 1
      let more = Phrase("还有\(rest)项", "\(rest) more")
      grid.write(
        more[language], at: Point(x: area.x + 2, y: area.endY - 1), .muted, clip: area)
    }
  }
}

/// The heading of something that looks like a list and takes no keys.
struct ListHead {
  let titles: [(text: String, x: Int)]

  init(_ titles: [(text: String, x: Int)]) {
    self.titles = titles
  }

  func draw(in line: Rect, on grid: inout Grid) {
    grid.fill(line, .muted.underlined)
    for title in titles {
      grid.write(
        title.text, at: Point(x: line.x + title.x, y: line.y), .muted.underlined, clip: line)
    }
  }
}
