import CensusCore
import TerminalKit

/// What surrounds every screen: header, tabs, breadcrumb; message, hints and function keys.
struct Chrome {
  let state: State

  var language: Language { state.language }

  func draw(_ screen: any Screen, on grid: inout Grid) {
    drawHeader(on: &grid)
    drawTabs(on: &grid)
    drawCrumbs(screen, on: &grid)
    drawHints(screen, on: &grid)
    drawFunctionKeys(on: &grid)
  }

  // MARK: - Above

  private func drawHeader(on grid: inout Grid) {
    let line = grid.bounds.row(0)
    grid.fill(line, Style(.text, on: .band))
    let inspection = state.projection.inspection
    let name = inspection.quarter.name[language]
    let quarter = StyledText("‹ \(name) ›", Style(.accent, on: .band).bold)
    let province = StyledText("\(state.snapshot.province[language])  ", Style(.muted, on: .band))
    let product = { (name: Phrase) in
      StyledText(" \(name[language])  ", Style(.text, on: .band).bold)
    }
    let lefts = [
      product(Labels.product) + province + quarter, product(Labels.product) + quarter,
      product(Labels.shortProduct) + quarter,
    ]
    let asOf = state.projection.asOf
    let isToday = asOf == state.snapshot.today
    let day =
      "\((isToday ? Labels.today : Labels.lookingOn)[language]) \(Terms.dated(asOf)[language])"
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
      StyledText(day, Style(isToday ? .text : .caution, on: .band).bold))
    // The day and the sampling date stay longest; the province and the long name go first.
    let room = line.width - width(of: parts, in: grid) - 3
    let left = lefts.first { $0.width(in: grid.alphabet) <= room } ?? lefts[lefts.count - 1]
    let used = grid.write(left, at: line.origin, clip: line)
    let ends = used - width(of: [quarter], in: grid)
    touch(.previousQuarter, Rect(x: ends, y: 0, width: 2, height: 1), on: &grid)
    touch(.nextQuarter, Rect(x: used - 2, y: 0, width: 2, height: 1), on: &grid)
    while parts.count > 1, width(of: parts, in: grid) + used + 2 > line.width {
      parts.removeFirst()
    }
    var x = line.endX - width(of: parts, in: grid) - 1
    for part in parts {
      grid.write(part, at: Point(x: x, y: 0), clip: line)
      x += part.width(in: grid.alphabet) + 3
    }
    if let day = parts.last {
      let width = day.width(in: grid.alphabet)
      touch(.lookOn, Rect(x: x - 3 - width, y: 0, width: width, height: 1), on: &grid)
    }
  }

  /// A click there is the same as the key of a command.
  private func touch(_ command: Command, _ rect: Rect, on grid: inout Grid) {
    guard let key = state.keys.binding(for: command)?.keys.first else { return }
    grid.add(.key(key), in: rect)
  }

  private func width(of parts: [StyledText], in grid: Grid) -> Int {
    parts.reduce(0) { $0 + $1.width(in: grid.alphabet) } + 3 * max(0, parts.count - 1)
  }

  private func drawTabs(on grid: inout Grid) {
    let line = grid.bounds.row(1)
    let roomy = tabs(gap: " ", Labels.tab)
    let forms = [
      (roomy, room: 22),
      (tabs(gap: "", joint: " ", Labels.shortTab), room: language == .chinese ? 22 : 9),
      (tabs(gap: "", Labels.shortTab), room: 0),
      // Where verdicts wait, the number of doubtful rows gives way to theirs.
      (tabs(gap: "", countsChecks: false, Labels.shortTab), room: 0),
    ]
    // On the narrowest screens only the open view has its name.
    let shown =
      forms.first { $0.0.width(in: grid.alphabet) + $0.room <= line.width }?.0
      ?? tabs(gap: "") { $0 == state.view ? Labels.shortTab($0) : Phrase("", "") }
    let isRoomy = shown == roomy
    let x = (isRoomy ? 1 : 0) + grid.write(shown, at: Point(x: isRoomy ? 1 : 0, y: 1), clip: line)
    var start = isRoomy ? 1 : 0
    for (view, spans) in zip(View.allCases, shown.pairs) {
      let width = StyledText(spans).width(in: grid.alphabet)
      touch(.view(view), Rect(x: start, y: 1, width: width, height: 1), on: &grid)
      start += width
    }
    drawCounters(after: x, in: line, on: &grid)
  }

  /// Who owes, has reported and is late: as much of it as finds room beside the tabs.
  private func drawCounters(after x: Int, in line: Rect, on grid: inout Grid) {
    let overview = state.snapshot.overview
    guard overview.units > 0 else { return }
    let done: Style = overview.complete > 0 ? .good : .text
    let late: Style = overview.overdue > 0 ? .bad : .text
    func all(_ gap: String) -> StyledText {
      counter(Phrase("应报", "due"), "\(overview.units)", .text, gap)
        + counter(Phrase("已报齐", "done"), "\(overview.complete)", done, gap)
        + counter(Phrase("逾期", "late"), "\(overview.overdue)", late, gap)
    }
    let overdue = counter(Phrase("逾期", "late"), "\(overview.overdue)", late, "")
    let share = counter(
      Phrase("报齐", "done"), "\(overview.complete)/\(overview.units)", done, "")
    for counters in [all(" "), all(""), share + overdue, overdue] {
      let width = counters.width(in: grid.alphabet)
      guard x + width + 1 <= line.endX else { continue }
      grid.write(counters, at: Point(x: line.endX - width, y: 1), clip: line)
      return
    }
  }

  /// The tabs; where they stand closest, the digit and the name touch.
  private func tabs(
    gap: String, joint: String? = nil, countsChecks: Bool = true, _ name: (View) -> Phrase
  ) -> StyledText {
    let joint = joint ?? (gap.isEmpty ? "" : " ")
    let spans = View.allCases.flatMap { view -> [Span] in
      let name = name(view)[language]
      var text = "\(view.digit)" + (name.isEmpty ? "" : joint + name)
      if view == .checks, countsChecks, !name.isEmpty, state.snapshot.openDiscrepancies > 0 {
        text += "\(gap)\(state.snapshot.openDiscrepancies)"
      }
      let waits = view == .rechecks && state.unsavedCount > 0
      if waits { text += unsaved(isBrief: joint.isEmpty && language == .english) }
      let isOpen = state.view == view
      var style = isOpen ? Style(.text, on: .chip).bold : Style.muted
      if waits { style = (isOpen ? Style(.caution, on: .chip) : Style.caution).bold }
      let isLast = view == View.allCases.last
      return [Span(gap + text + gap, style), Span(gap.isEmpty && !isLast ? " " : "", .text)]
    }
    return StyledText(spans)
  }

  /// The verdicts of the run sheet that are not saved: 6 复查·2未存.
  private func unsaved(isBrief: Bool) -> String {
    let count = state.unsavedCount
    guard !isBrief else { return "·\(count)" }
    return Phrase("·\(count)未存", "·\(count) unsaved")[language]
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
    // What stands there at all times has its room first.
    let banner = Banner(state: state).line
    let room = max(0, line.width - banner.width(in: grid.alphabet))
    let way = grid.write(
      crumbs, at: line.origin, clip: Rect(x: 0, y: line.y, width: room, height: 1))
    let used = way + grid.write(banner, at: Point(x: way, y: line.y), clip: line)
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

  /// What is said at the foot; over the body where it takes more than a line.
  func drawMessage(on grid: inout Grid) {
    let line = grid.bounds.row(grid.size.rows - 3)
    guard let message = state.talk.message else {
      drawTip(in: line, on: &grid)
      return
    }
    guard state.overlay?.isPrompt != true else { return }
    // What was done can be taken back, and the hint on that is never cut.
    let remedy = message.remedy.flatMap { state.keys.binding(for: $0) }
    let hint = remedy.map { "\($0.keys.first?.label ?? "") \($0.label[language])" } ?? ""
    let hintWidth = hint.isEmpty ? 0 : grid.alphabet.width(of: hint) + 3
    let room = max(1, line.width - 4 - hintWidth)
    // A sentence that is longer than the line takes lines of the body: it is never cut.
    let lines = grid.alphabet.wrapped(message.text.sentence(language), to: room)
    let first = max(Dashboard.body(in: grid.size).y, line.y - lines.count + 1)
    var used = 0
    for (index, text) in lines.suffix(line.y - first + 1).enumerated() {
      let place = grid.bounds.row(first + index)
      grid.fill(place)
      used = grid.write(text, at: Point(x: 2, y: place.y), message.style, clip: place)
    }
    guard let command = message.remedy, !hint.isEmpty else { return }
    grid.write(hint, at: Point(x: 5 + used, y: line.y), .accent, clip: line)
    touch(command, Rect(x: 5 + used, y: line.y, width: hintWidth - 3, height: 1), on: &grid)
  }

  private func drawHints(_ screen: any Screen, on grid: inout Grid) {
    let line = grid.bounds.row(grid.size.rows - 2)
    // A prompt stands where messages do; what is wrong with it is said below.
    if let message = state.talk.message, message.kind == .problem, state.overlay?.isPrompt == true {
      grid.write(
        message.text.sentence(language), at: Point(x: 2, y: line.y), fitting: line.width - 4,
        message.style,
        clip: line)
      return
    }
    let commands = screen.hints
    let items = commands.compactMap { command -> KeyHints.Item? in
      guard let binding = state.keys.binding(for: command), let key = binding.keys.first
      else { return nil }
      return KeyHints.Item(key.label, binding.label[language], touch: .key(key))
    }
    KeyHints(items, keyStyle: .accent.bold, labelStyle: .muted, gap: 2).draw(
      in: Rect(x: 2, y: line.y, width: line.width - 2, height: 1), on: &grid)
  }

  private func drawFunctionKeys(on grid: inout Grid) {
    let line = grid.bounds.row(grid.size.rows - 1)
    grid.fill(line, Style(.text, on: .band))
    let commands: [Command] = [
      .help, .settings, .find, .filter, .reload, .sort, .view(.trends), .act, .export, .close,
    ]
    let items = commands.compactMap { command -> KeyHints.Item? in
      guard let binding = state.keys.binding(for: command) else { return nil }
      let function = binding.keys.first { if case .function = $0 { true } else { false } }
      let label = binding.label[language].filter { $0 != "…" }
      return function.map { KeyHints.Item($0.label, label, touch: .key($0)) }
    }
    if let damage = damage(in: line, beside: items, on: grid) {
      drawDamage(damage, items, in: line, on: &grid)
      return
    }
    let records = records(in: line.width)
    let width = grid.alphabet.width(of: records)
    let hints = [3, 2, 1].map { gap in
      KeyHints(
        items, keyStyle: Style(.accent, on: .band).bold, labelStyle: Style(.text, on: .band),
        gap: gap)
    }
    // The keys come before the number of records.
    let beside = hints.first { $0.width(in: grid.alphabet) + width + 4 <= line.width }
    let alone = hints.first { $0.width(in: grid.alphabet) <= line.width }
    let shown = beside ?? alone ?? hints[2]
    let margin = shown.width(in: grid.alphabet) < line.width ? 1 : 0
    shown.draw(
      in: Rect(x: margin, y: line.y, width: line.width - margin, height: 1), on: &grid)
    guard beside != nil else { return }
    grid.write(
      records, at: Point(x: line.endX - width - 2, y: line.y), Style(.muted, on: .band), clip: line)
  }

  /// What is wrong with the files: with their names where the keys find room beside it, else in a few
  /// words.
  private func damage(
    in line: Rect, beside items: [KeyHints.Item], on grid: Grid
  ) -> StyledText? {
    let unread = state.archive.unreadable.union(state.snapshot.unreadOthers)
      .subtracting([state.projection.quarter]).sorted()
    let known = state.snapshot.damage
    guard known != nil || !unread.isEmpty else { return nil }
    let names = Terms.leftOut(known == nil ? unread : [])
    let keys = KeyHints(items, gap: 1).width(in: grid.alphabet)
    let texts = [[known?.sentence].compactMap(\.self) + names, [known?.brief ?? Terms.unreadable]]
    let forms = texts.map { parts in
      StyledText(parts.map { $0[language] }.joined(separator: " "), Style(.bad, on: .band).bold)
    }
    return forms.first { $0.width(in: grid.alphabet) + keys + 4 <= line.width } ?? forms[1]
  }

  /// The damage at the right, whole; as many keys as find room beside it.
  private func drawDamage(
    _ damage: StyledText, _ items: [KeyHints.Item], in line: Rect, on grid: inout Grid
  ) {
    let width = min(damage.width(in: grid.alphabet), line.width)
    let room = Rect(x: 0, y: line.y, width: max(0, line.width - width - 3), height: 1)
    KeyHints(
      items, keyStyle: Style(.accent, on: .band).bold, labelStyle: Style(.text, on: .band), gap: 1
    ).draw(in: room, on: &grid)
    let place = Rect(x: line.endX - width - 1, y: line.y, width: width, height: 1)
    grid.write(damage, at: place.origin, clip: line)
    touch(.view(.checks), place, on: &grid)
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
  /// Its pieces two by two.
  fileprivate var pairs: [[Span]] {
    stride(from: 0, to: spans.count - 1, by: 2).map { Array(spans[$0...$0 + 1]) }
  }
}
