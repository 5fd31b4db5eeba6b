import CensusCore
import TerminalKit

/// Draws the dialog of an act: its verb and count, its fields, its consequence, its refusal.
struct RecordDialogView {
  let dialog: RecordDialog
  let state: State

  private var labelWidth: Int { state.language == .chinese ? 12 : 14 }

  func draw(on grid: inout Grid) {
    let language = state.language
    let fields = dialog.fields
    let width = min(74, grid.size.columns - 2)
    let wrap = { (text: Phrase) in
      state.alphabet.wrapped(text.sentence(language), to: max(1, width - 4))
    }
    let refusal = dialog.refusal.map(wrap) ?? []
    var consequence = wrap(consequence)
    var named = named.flatMap(wrap)
    // Where room is short, the refusal stays longest.
    let room = grid.size.rows - fields.count - 3 - refusal.count
    if named.count + consequence.count > room { consequence = refusal.isEmpty ? consequence : [] }
    named = Array(named.prefix(max(0, room - consequence.count)))
    let height = fields.count + named.count + consequence.count + refusal.count + 4
    let area = grid.bounds.centred(Size(columns: width, rows: min(height, grid.size.rows)))
    let escape = dialog.origin == nil ? Phrase("取消", "cancel") : Phrase("先放下", "put aside")
    let keys = Phrase(
      "Enter 登记   Tab 下一项   ←→ 选择   Esc \(escape.chinese)",
      "Enter record  Tab next  ←→ choose  Esc \(escape.english)")
    let inside = Panel(
      StyledText(title[language], .accent.bold), footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    var y = inside.y
    for (index, field) in fields.enumerated() where y < inside.endY {
      draw(field, in: Rect(x: inside.x, y: y, width: inside.width, height: 1), on: &grid)
      grid.add(.item(index), in: Rect(x: inside.x, y: y, width: inside.width, height: 1))
      y += 1
    }
    y += 1
    for (lines, style) in [
      (named, Style.text.on(.panel)), (consequence, Style.muted.on(.panel)),
      (refusal, Style.bad.bold.on(.panel)),
    ] {
      for line in lines where y < inside.endY {
        grid.write(line, at: Point(x: inside.x, y: y), style, clip: inside)
        y += 1
      }
    }
  }

  var title: Phrase {
    let subject = state.title(of: dialog)
    let separator = dialog.references.isEmpty ? Phrase("", "") : Phrase("：", ": ")
    return Phrase(
      dialog.act.name.chinese + separator.chinese + subject.chinese,
      dialog.act.name.english + separator.english + subject.english)
  }

  /// Whom it is about by name where there are several, and which of the marked rows nobody sees.
  var named: [Phrase] {
    var phrases: [Phrase] = []
    let units = dialog.references.first.map { state.units(of: $0) } ?? []
    let names =
      dialog.references.count > 1
      ? dialog.references.map { state.name(of: [$0]) } : units.count > 1 ? units.map(\.name) : []
    let lines = state.receiptLines(of: dialog)
    let records = dialog.references.compactMap { state.content(of: $0) }
    if !lines.isEmpty {
      phrases += lines
    } else if !records.isEmpty {
      phrases += records.prefix(Self.mostRecords)
      let left = records.count - Self.mostRecords
      if left > 0 { phrases.append(Phrase("另有\(left)条记录。", "\(counted(left, "record")) more.")) }
    } else if !names.isEmpty {
      let shown = names.prefix(Self.mostNames)
      let left = names.count - shown.count
      phrases.append(
        Phrase(
          shown.map(\.chinese).joined(separator: "、") + (left > 0 ? "等\(names.count)项" : "") + "。",
          shown.map(\.english).joined(separator: ", ") + (left > 0 ? " and \(left) more" : "") + "."
        ))
    }
    let (unseen, hidden) = (state.unseenMarkCount, state.hiddenMarkCount)
    if unseen > 0 {
      phrases.append(
        Phrase(
          "其中\(unseen)行不在屏幕上。", "\(unseen) of the rows \(unseen == 1 ? "is" : "are") out of view."))
    }
    if hidden > 0 {
      let rows = "\(hidden) more marked \(hidden == 1 ? "row is" : "rows are")"
      phrases.append(
        state.isFiltered
          ? Phrase(
            "另有\(hidden)行选中但被筛选隐去，不在其内。", "\(rows) hidden by the filter and left out.")
          : Phrase("另有\(hidden)行选中但已不在列表中，不在其内。", "\(rows) not in the list any more."))
    }
    return phrases
  }

  private static let mostNames = 12
  private static let mostRecords = 3

  /// What Enter would record, counted; nothing while it cannot be worked out yet.
  var consequence: Phrase {
    let reminder =
      dialog.act.parts.isEmpty
      ? Phrase("", "")
      : Phrase("只表示收到，不表示复查合格。", " Received does not mean re-checked.")
    guard
      let plan = try? dialog.plan(in: state.snapshot.known, today: state.snapshot.today)
    else { return reminder }
    let skipped = plan.skipped.count
    let known =
      // Where each unit has a line, that says it.
      skipped == 0 || !state.receiptLines(of: dialog).isEmpty
      ? Phrase("", "")
      : Phrase("；另有\(skipped)家（项）此前已登记，跳过", "; \(skipped) recorded before, skipped")
    let passed =
      state.receiptLines(of: dialog).isEmpty
      ? Labels.leftOut(plan, in: state.snapshot.known) : Labels.remarks(plan.remarks)
    let left = Phrase(known.chinese + passed.chinese, known.english + passed.english)
    guard !plan.drafts.isEmpty else {
      return Phrase("此前已登记，无需重复。", "All of it was recorded before.")
    }
    let records = plan.drafts.count
    let isOnNothing = plan.units.isEmpty && plan.sites.isEmpty && plan.findings.isEmpty
    guard !isOnNothing else {
      return Phrase(
        "将登记\(records)条记录\(left.chinese)。",
        "\(records) record\(records == 1 ? "" : "s")\(left.english).")
    }
    // A remark on sites is about none of their findings.
    guard !plan.findings.isEmpty else {
      return Phrase(
        "将登记\(records)条记录：\(plan.units.count)家\(left.chinese)。",
        "\(records) record\(records == 1 ? "" : "s"): "
          + "\(Labels.units(plan.units.count).english)\(left.english).")
    }
    return Phrase(
      "将登记\(records)条记录：\(plan.units.count)家、\(plan.sites.count)个网站、"
        + "\(plan.findings.count)条问题\(left.chinese)。\(reminder.chinese)",
      "\(records) record\(records == 1 ? "" : "s"): \(Labels.units(plan.units.count).english), "
        + "\(Labels.siteCount(plan.sites.count).english), "
        + "\(Labels.findingCount(plan.findings.count).english)\(left.english).\(reminder.english)")
  }

  private func draw(_ field: Act.Field, in line: Rect, on grid: inout Grid) {
    let hasFocus = dialog.focus == field
    let isFaulty = dialog.faulty == field
    let labelStyle: Style =
      isFaulty ? .bad.bold.on(.panel) : hasFocus ? .accent.bold.on(.panel) : .muted.on(.panel)
    grid.write(
      dialog.label(of: field)[state.language], at: line.origin, fitting: labelWidth - 1, labelStyle,
      clip: line)
    let place = Rect(
      x: line.x + labelWidth, y: line.y, width: line.width - labelWidth, height: 1)
    if let choices = dialog.choices(of: field) {
      let index = min(dialog.choice(field), choices.count - 1)
      let style: Style = hasFocus ? .text.bold.on(.track) : .text.on(.panel)
      grid.write("‹ \(choices[index][state.language]) ›", at: place.origin, style, clip: place)
      if hasFocus { grid.cursor = place.origin }
      return
    }
    let ground: Style = hasFocus ? .text.on(.track) : .text.on(.panel)
    let room = Rect(x: place.x, y: place.y, width: min(place.width, 46), height: 1)
    Prompt(
      "", dialog.texts[field] ?? LineEditor(), style: ground,
      placeholder: field.placeholder(in: dialog)[state.language]
    ).draw(in: room, on: &grid, hasCaret: hasFocus)
    if isFaulty, dialog.text(field) != nil, field.isNeeded(in: dialog) {
      grid.write(
        Phrase("必填", "required")[state.language], at: Point(x: place.x + 48, y: place.y),
        .bad.bold.on(.panel), clip: place)
    }
    if field.isDay { drawWeekday(field, in: place, on: &grid) }
  }

  private func drawWeekday(_ field: Act.Field, in place: Rect, on grid: inout Grid) {
    guard let day = dialog.day(field) else { return }
    var text = Terms.weekday(day.weekday)[state.language]
    if dialog.text(field) != day.description { text = "\(day) " + text }
    if let holiday = Terms.holiday(day, in: state.projection.calendar) {
      text += " " + holiday[state.language]
    }
    if field == .day, !dialog.act.parts.isEmpty,
      let deadline = state.projection.deadline(of: dialog.references)
    {
      text += "  " + Terms.daysLate(deadline.daysLate(on: day))[state.language]
    }
    grid.write(text, at: Point(x: place.x + 14, y: place.y), .accent.on(.panel), clip: place)
  }
}

extension RecordDialog {
  /// What stands before a field: the word that the record has for it.
  func label(of field: Act.Field) -> Phrase {
    switch field {
    case .day: Phrase("日期", "Day")
    case .untestable: Phrase("无法复查因", "Untestable as")
    case .kind: Phrase("类型", "Kind")
    case .again: Phrase("来件", "Arrival")
    case .round: Phrase("轮次", "Round")
    case .file: Phrase("文件", "File")
    case .count: Phrase("行数", "Rows")
    case .note: Phrase("备注", "Note")
    case .chaseChannel: word(of: "channel")
    case .answerBy: word(of: "due")
    case .scope: word(of: "covers")
    default: word(of: field.rawValue)
    }
  }

  private func word(of key: String) -> Phrase { act.field(key)?.word ?? Phrase(key, key) }
}

extension Act.Field {
  /// What stands in the field while nothing is typed: whether it is needed, as the dialog stands.
  func placeholder(in dialog: RecordDialog) -> Phrase {
    if self == .completion { return Phrase("可空；日期或“立行立改”等", "optional: a day, or words") }
    if self == .count { return Phrase("请填选中的行数", "type how many rows") }
    if self == .file { return Phrase("必填：路径，可把文件拖入", "required: a path, or drop a file") }
    let need = need(in: dialog)
    if dialog.act == .chase, self == .answer {
      let answers = ChaseAnswers.all
      return Phrase(
        "\(need.chinese)；→ \(answers.map(\.chinese).joined(separator: "、"))",
        "\(need.english); → 已接通 (reached)…")
    }
    guard isDay else { return need }
    return isNeeded(in: dialog)
      ? Phrase("如 10-24、24、+3", "as 10-24, 24 or +3")
      : Phrase("\(need.chinese)，如 10-24、24、+3", "\(need.english), as 10-24, 24 or +3")
  }

  private func need(in dialog: RecordDialog) -> Phrase {
    if isNeeded(in: dialog) { return Phrase("必填", "required") }
    switch (dialog.act, self) {
    case (.assign, .to): return Phrase("空着表示不再指定", "nobody where it is empty")
    case (.contact, .name), (.contact, .post), (.contact, .phone), (.detail, .found),
      (.detail, .expected), (.detail, .page), (.detail, .address):
      return Phrase("至少填一项", "one of these is needed")
    default: return Phrase("可空", "optional")
    }
  }

  func isNeeded(in dialog: RecordDialog) -> Bool {
    switch self {
    case .day: true
    case .reason: dialog.act != .reinstate
    case .authority, .text, .new, .file, .measures: true
    case .until: dialog.act != .availability
    case .approvedBy: dialog.chosen(.stage, of: Accountability.Stage.allCases) == .opened
    case .reference:
      dialog.act == .availability
        && dialog.chosen(.status, of: Availability.Status.allCases) == .retired
    case .note where dialog.faulty == .note: true
    case .note:
      dialog.isUnfounded
        && dialog.chosen(.stage, of: Accountability.Stage.allCases) == .opened
    case .successor: dialog.chosen(.status, of: Availability.Status.allCases) == .merged
    default: false
    }
  }
}
