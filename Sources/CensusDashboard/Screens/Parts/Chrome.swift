import CensusCore
import TerminalKit

/// What surrounds every screen: header and tabs, the way here where a person has gone in; hints or a
/// message, and the foot.
struct Chrome {
  let state: State

  var language: Language { state.language }

  func draw(_ screen: any Screen, on grid: inout Grid) {
    let left = drawTabs(isGoneIn ? "" : screen.status(state), on: &grid)
    drawHeader(left, on: &grid)
    if isGoneIn { drawCrumbs(screen, on: &grid) }
    drawHints(screen, on: &grid)
    drawFoot(on: &grid)
  }

  // MARK: - Above

  private var isGoneIn: Bool { state.way.places.count > 1 }

  /// Counts that found no room beside the tabs.
  private struct Counts {
    /// Who owes, has reported and is late, the widest form first.
    let forms: [StyledText]
    /// Those of the screen.
    let others: [StyledText]

    /// All of them, with the widest form that leaves room for the others; else with the widest that finds
    /// room by itself.
    func fitting(_ isFitting: ([StyledText]) -> Bool) -> [StyledText] {
      let counters = forms.map(\.trimmed)
      let whole = counters.first { isFitting([$0] + others) }
      let alone = counters.first { isFitting([$0]) }
      return [whole ?? alone ?? counters.last].compactMap(\.self) + others
    }
  }

  private func drawHeader(_ counts: Counts, on grid: inout Grid) {
    let line = grid.bounds.row(0)
    grid.fill(line, Style(.text, on: .band))
    let inspection = state.projection.inspection
    let quarter = StyledText(
      "‹ \(inspection.quarter.name[language]) ›", Style(.accent, on: .band).bold)
    let province = StyledText("\(state.snapshot.province[language])  ", Style(.muted, on: .band))
    let product = { (name: Phrase) in
      StyledText(" \(name[language])  ", Style(.text, on: .band).bold)
    }
    let lefts = [
      product(Labels.product) + province + quarter, product(Labels.product) + quarter,
      product(Labels.shortProduct) + quarter,
    ]
    // What is counted comes before the program's own name.
    let least = StyledText(" ", Style(.text, on: .band)) + quarter
    let asOf = state.projection.asOf
    let isToday = asOf == state.snapshot.today
    let day =
      "\((isToday ? Labels.today : Labels.lookingOn)[language]) \(Terms.dated(asOf)[language])"
    let isDue = !isToday && asOf == inspection.notice.deadline?.day
    let due = Phrase("（期限当日）", " (due day)")[language]
    var parts: [StyledText] = []
    if let sampled = inspection.sampling.to {
      parts.append(
        StyledText("\(Labels.sampledTo[language]) \(sampled)", Style(.muted, on: .band)))
    }
    if state.missing != nil {
      parts.append(StyledText(Labels.storeMissing[language], Style(.caution, on: .band).bold))
    }
    if case .readOnly = state.snapshot.access {
      parts.append(StyledText(Labels.readOnly[language], Style(.caution, on: .band).bold))
    }
    parts.append(
      StyledText(
        isDue && line.width >= 100 ? day + due : day,
        Style(isToday ? .text : .caution, on: .band).bold))
    // What narrows the list, and its counts, come before the province and the sampling date.
    // How many rows the filter leaves comes before the other counts.
    let ends = Array(parts.suffix(1)) + [least]
    let left = counts.fitting { said in
      width(of: filter + said, in: grid) + width(of: ends, in: grid) + 4 <= line.width
    }
    let said = filter.isEmpty ? left : filter + left.filter(\.isShare) + left.filter { !$0.isShare }
    let saidWidth = said.isEmpty ? 0 : width(of: said, in: grid) + 3
    if !said.isEmpty, parts.count > 1, inspection.sampling.to != nil {
      let room = lefts[1].width(in: grid.alphabet) + saidWidth + 3
      if width(of: parts, in: grid) + room > line.width { parts.removeFirst() }
    }
    // The day and the sampling date stay longest; the province and the long name go first.
    let room = line.width - width(of: parts, in: grid) - 3 - saidWidth
    let name =
      lefts.first { $0.width(in: grid.alphabet) <= room }
      ?? (counts.forms.isEmpty || !filter.isEmpty ? lefts[lefts.count - 1] : least)
    let used = grid.write(name, at: line.origin, clip: line)
    let start = used - width(of: [quarter], in: grid)
    touch(.previousQuarter, Rect(x: start, y: 0, width: 2, height: 1), on: &grid)
    touch(.nextQuarter, Rect(x: used - 2, y: 0, width: 2, height: 1), on: &grid)
    while parts.count > 1, width(of: parts, in: grid) + used + 2 > line.width {
      parts.removeFirst()
    }
    var x = line.endX - width(of: parts, in: grid) - 1
    drawSaid(said, in: Rect(x: used + 3, y: 0, width: max(0, x - used - 5), height: 1), on: &grid)
    for part in parts {
      grid.write(part, at: Point(x: x, y: 0), clip: line)
      x += part.width(in: grid.alphabet) + gap(in: grid)
    }
    if let day = parts.last {
      let width = day.width(in: grid.alphabet)
      touch(.lookOn, Rect(x: x - gap(in: grid) - width, y: 0, width: width, height: 1), on: &grid)
    }
  }

  /// What narrows the list; in the way here where there is one.
  private var filter: [StyledText] {
    guard !isGoneIn, let filter = filterText else { return [] }
    return [StyledText(filter, Style(.accent, on: .band).bold)]
  }

  /// Draws what finds room in the header beside the quarter: the filter, cut if need be, and counts,
  /// each whole or not at all.
  private func drawSaid(_ said: [StyledText], in free: Rect, on grid: inout Grid) {
    var left = free
    for (index, text) in said.enumerated() {
      let width = text.width(in: grid.alphabet)
      guard width <= left.width || index < filter.count else { continue }
      let shown = StyledText(text.spans.map { Span($0.text, $0.style.on(.band)) })
      grid.write(shown, at: left.origin, fitting: left.width, clip: free)
      let used = min(left.width, width + gap(in: grid))
      left = Rect(x: left.x + used, y: left.y, width: left.width - used, height: 1)
    }
  }

  /// A click there is the same as the key of a command.
  func touch(_ command: Command, _ rect: Rect, on grid: inout Grid) {
    guard let key = state.keys.binding(for: command)?.keys.first else { return }
    grid.add(.key(key), in: rect)
  }

  /// The columns between two counts.
  private func gap(in grid: Grid) -> Int { grid.size.columns < 100 ? 2 : 3 }

  private func width(of parts: [StyledText], in grid: Grid) -> Int {
    parts.reduce(0) { $0 + $1.width(in: grid.alphabet) } + gap(in: grid) * max(0, parts.count - 1)
  }

  /// Draws the tabs and what finds room beside them; the counts that found none.
  private func drawTabs(_ status: StyledText, on grid: inout Grid) -> Counts {
    let line = grid.bounds.row(1)
    let tabs = Tabs(state).fitting(line.width, in: grid.alphabet)
    var x = tabs.margin
    for (view, text) in zip(View.allCases, tabs.items) {
      let width = grid.write(text, at: Point(x: x, y: 1), clip: line)
      touch(.view(view), Rect(x: x, y: 1, width: width, height: 1), on: &grid)
      x += width
    }
    // Who owes, has reported and is late comes before the counts of the screen.
    let counts = status.plain.isEmpty ? status : status + StyledText("   ")
    let forms = counters()
    for counters in forms {
      for (said, left) in [(counts + counters, []), (counters, status.parts)] {
        let width = said.width(in: grid.alphabet)
        guard x + width + 1 <= line.endX else { continue }
        grid.write(said, at: Point(x: line.endX - width, y: 1), clip: line)
        return Counts(forms: [], others: left)
      }
    }
    return Counts(forms: Array(forms.suffix(2)), others: status.parts)
  }

  private func counters() -> [StyledText] {
    let overview = state.snapshot.overview
    guard overview.units > 0 else { return [StyledText("")] }
    let done: Style = overview.complete > 0 ? .good : .text
    func late(_ gap: String) -> StyledText {
      let (first, anew) = (overview.overdue, overview.orderedOverdue)
      let figures = [
        (Phrase("逾期", "late"), first, first > 0 || anew == 0),
        (Phrase("再整改逾期", "orders late"), anew, anew > 0),
      ]
      return figures.filter(\.2).reduce(StyledText([])) { said, figure in
        said + counter(figure.0, "\(figure.1)", figure.1 > 0 ? .bad : .text, gap)
      }
    }
    func all(_ gap: String) -> StyledText {
      counter(Phrase("应报", "due"), "\(overview.units)", .text, gap)
        + counter(Phrase("已报齐", "done"), "\(overview.complete)", done, gap)
        + late(gap)
    }
    let share = counter(
      Phrase("报齐", "done"), "\(overview.complete)/\(overview.units)", done, "")
    return [all(" "), all(""), share + late(""), late("")]
  }

  private func counter(
    _ label: Phrase, _ value: String, _ style: Style, _ gap: String
  ) -> StyledText {
    let joint = language == .english ? " " : gap
    return StyledText(label[language] + joint, .muted)
      + StyledText("\(value) \(gap)", style.bold)
  }

  private func drawCrumbs(_ screen: any Screen, on grid: inout Grid) {
    let line = grid.bounds.row(2)
    let separator = " \(grid.alphabet.breadcrumb) "
    var crumbs = StyledText("  ")
    for (index, crumb) in screen.crumbs(state).enumerated() {
      if index > 0 { crumbs = crumbs + StyledText(separator, .muted) }
      let start = crumbs.width(in: grid.alphabet)
      crumbs = crumbs + StyledText(crumb[language], .text.bold)
      let width = crumbs.width(in: grid.alphabet) - start
      grid.add(.crumb(index), in: Rect(x: start, y: 2, width: width, height: 1))
    }
    if let filter = filterText {
      crumbs = crumbs + StyledText("   \(filter)", .accent)
    }
    let used = grid.write(crumbs, at: line.origin, clip: line)
    let status = screen.status(state)
    let width = status.width(in: grid.alphabet)
    guard used + width + 2 <= line.width else { return }
    grid.write(status, at: Point(x: line.endX - width - 2, y: 2), clip: line)
  }

  private var filterText: String? {
    guard let list = state.way.lists[state.listKey], list.isFiltered else { return nil }
    let named = list.view.map { Labels.named($0)[language] }
    guard list.isNarrowed else { return named }
    let label = Phrase("筛选：", "filter: ")
    let chosen = list.facets.sorted { $0.key < $1.key }.map { column, values in
      values.sorted().map { state.name(ofValue: $0, in: column) }.joined(separator: "/")
    }
    return (named.map { $0 + "   " } ?? "") + label[language]
      + ([list.filter] + chosen).filter { !$0.isEmpty }.joined(separator: " + ")
  }

  // MARK: - Below

  /// The function keys that no letter stands for, and beside them what must not be overlooked: marks
  /// and what is not recorded, damage; else a tip, or how many records there are.
  private func drawFoot(on grid: inout Grid) {
    let line = grid.bounds.row(grid.size.rows - 1)
    grid.fill(line, Style(.text, on: .band))
    // A prompt stands above; what is wrong with it is said here.
    if let message = state.talk.message, message.kind == .problem, state.overlay?.isPrompt == true {
      grid.write(
        message.text.sentence(language), at: Point(x: 2, y: line.y), fitting: line.width - 4,
        message.style.on(.band), clip: line)
      return
    }
    let commands: [Command] = [.help, .settings, .find, .close]
    let items = commands.compactMap { command -> KeyHints.Item? in
      guard let binding = state.keys.binding(for: command) else { return nil }
      let function = binding.keys.first { if case .function = $0 { true } else { false } }
      let label = binding.label[language].filter { $0 != "…" }
      return function.map { KeyHints.Item($0.label, label, touch: .key($0)) }
    }
    let keys = KeyHints(
      items, keyStyle: Style(.accent, on: .band).bold, labelStyle: Style(.text, on: .band), gap: 2)
    let banner = Banner(state: state).line
    let room = line.width - banner.width(in: grid.alphabet) - 2
    let damage = damage(in: room, beside: keys, on: grid)
    let gap = StyledText("   ", Style(.text, on: .band))
    let said = banner + (damage.map { gap + $0 } ?? StyledText(""))
    let keyRoom =
      said.plain.isEmpty ? line.width - 1 : line.width - 4 - said.width(in: grid.alphabet)
    keys.draw(in: Rect(x: 1, y: line.y, width: max(0, keyRoom), height: 1), on: &grid)
    guard said.plain.isEmpty else {
      let whole = Rect(x: 0, y: line.y, width: line.width - 1, height: 1)
      let x = grid.start(of: said, atEndOf: whole) ?? 0
      grid.write(said, at: Point(x: x, y: line.y), clip: line)
      if damage != nil {
        touch(.view(.checks), Rect(x: x, y: line.y, width: line.endX - x, height: 1), on: &grid)
      }
      let start = keys.width(in: grid.alphabet) + 4
      drawSharing(
        in: Rect(x: start, y: line.y, width: max(0, x - 3 - start), height: 1), on: &grid)
      return
    }
    let free = Rect(
      x: keys.width(in: grid.alphabet) + 4, y: line.y,
      width: line.width - keys.width(in: grid.alphabet) - 5, height: 1)
    let width = grid.alphabet.width(of: records(in: grid.size.columns)) + 3
    let beside = Rect(x: free.x, y: free.y, width: max(0, free.width - width), height: 1)
    var used = drawTip(in: beside, on: &grid)
    if used > 0 {
      used += 3 + drawRecords(in: free, on: &grid)
    } else {
      used = drawTip(in: free, on: &grid)
      if used == 0 { used = drawRecords(in: free, on: &grid) }
    }
    // It gives way before anything else does.
    let left = free.width - used - (used > 0 ? 3 : 0)
    drawSharing(in: Rect(x: free.x, y: free.y, width: max(0, left), height: 1), on: &grid)
  }

  /// What is wrong with the files: with their names where the keys find room beside it, else in a few
  /// words.
  private func damage(in width: Int, beside keys: KeyHints, on grid: Grid) -> StyledText? {
    let unread = state.archive.unreadable.union(state.snapshot.unreadOthers)
      .subtracting([state.projection.quarter]).sorted()
    let known = state.snapshot.damage
    let count = state.snapshot.unconfirmed
    guard known != nil || !unread.isEmpty || count > 0 else { return nil }
    let unconfirmed =
      count == 0
      ? [] : [Phrase("\(count)条未确认存盘，按 r", "\(counted(count, "record")) not certain, press r")]
    let names = Terms.leftOut(known == nil ? unread : [])
    let brief = known?.brief ?? (unread.isEmpty ? nil : Terms.unreadable)
    let texts = [
      unconfirmed + [known?.sentence].compactMap(\.self) + names,
      unconfirmed + [brief].compactMap(\.self),
    ]
    let forms = texts.map { parts in
      StyledText(parts.map { $0[language] }.joined(separator: " "), Style(.bad, on: .band).bold)
    }
    let room = width - keys.width(in: grid.alphabet) - 5
    return forms.first { $0.width(in: grid.alphabet) <= room } ?? forms[1]
  }

  /// Draws it, and says how many columns it took.
  private func drawRecords(in free: Rect, on grid: inout Grid) -> Int {
    let records = StyledText(records(in: grid.size.columns), Style(.muted, on: .band))
    guard let x = grid.start(of: records, atEndOf: free) else { return 0 }
    grid.write(records, at: Point(x: x, y: free.y), clip: free)
    return free.endX - x
  }

  /// How many records there are, and where there is room of which day the newest is.
  private func records(in width: Int) -> String {
    let count = state.snapshot.overview.events
    let records = Phrase("记录 \(count)条", "\(count) \(count == 1 ? "record" : "records")")
    guard width >= Self.roomy, let newest = state.snapshot.history.first?.event.on else {
      return records[language]
    }
    return Phrase(
      "\(records.chinese)，最近 \(newest)", "\(records.english), newest \(newest)")[language]
  }

  /// From so many columns on less needful things are shown, too.
  private static let roomy = 110
}

extension StyledText {
  /// The text without blanks at its end.
  fileprivate var trimmed: StyledText {
    guard let last = spans.last, let end = last.text.lastIndex(where: { $0 != " " }) else {
      return self
    }
    return StyledText(spans.dropLast() + [Span(String(last.text[...end]), last.style)])
  }

  /// Whether it counts some of all: 3 / 19.
  fileprivate var isShare: Bool { plain.contains(" / ") }

  /// What stands in it with more than a blank between.
  fileprivate var parts: [StyledText] {
    var parts: [StyledText] = []
    var isOpen = false
    for span in spans {
      var rest = Substring(span.text)
      while !rest.isEmpty {
        let end = rest.firstRange(of: "  ")?.lowerBound ?? rest.endIndex
        let piece = Span(String(rest[..<end]), span.style)
        if !piece.text.isEmpty {
          if isOpen {
            parts[parts.count - 1].spans.append(piece)
          } else {
            parts.append(StyledText([piece]))
          }
        }
        isOpen = end == rest.endIndex && !(piece.text.isEmpty && !isOpen)
        rest = rest[end...].drop { $0 == " " }
      }
    }
    return parts
  }
}

extension Grid {
  /// Where a text begins that stands at the end of a place in the foot; nil where it finds no room.
  ///
  /// Beside the corner of the screen no sign of two columns ends: curses, where a terminal cannot be told not to
  /// wrap (tmux), writes there by shifting half of it, and the terminal drops the sign.
  func start(of text: StyledText, atEndOf place: Rect) -> Int? {
    let last = text.plain.last.map { alphabet.width(of: String($0)) } ?? 1
    let end = place.endX == bounds.endX - 1 ? place.endX + 1 - last : place.endX
    let start = end - text.width(in: alphabet)
    return start >= place.x ? start : nil
  }
}
