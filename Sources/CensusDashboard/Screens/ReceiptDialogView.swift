import CensusCore
import TerminalKit

/// Draws the dialog of a receipt: its verb and count, its fields, its consequence.
struct ReceiptDialogView {
  let dialog: ReceiptDialog
  let state: State

  private let labelWidth = 12

  func draw(on grid: inout Grid) {
    let language = state.language
    let fields = dialog.fields
    let width = min(72, grid.size.columns - 4)
    let consequence = state.alphabet.wrapped(consequence[language], to: max(1, width - 4))
    let refusal = dialog.refusal.map { state.alphabet.wrapped($0[language], to: max(1, width - 4)) }
    let height = fields.count + 5 + consequence.count + (refusal.map { $0.count + 1 } ?? 0)
    let area = grid.bounds.centred(Size(columns: width, rows: min(height, grid.size.rows)))
    let keys = Phrase(
      "Enter 登记   Tab 下一项   ←→ 选择   Esc 取消", "Enter record  Tab next  ←→ choose  Esc cancel")
    let inside = Panel(
      StyledText(title[language], .accent.bold), footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    var y = inside.y + 1
    for field in fields {
      draw(field, in: Rect(x: inside.x, y: y, width: inside.width, height: 1), on: &grid)
      y += 1
    }
    y += 1
    for line in consequence where y < inside.endY {
      grid.write(line, at: Point(x: inside.x, y: y), .muted.on(.panel), clip: inside)
      y += 1
    }
    guard let refusal else { return }
    y += 1
    for line in refusal where y < inside.endY {
      grid.write(line, at: Point(x: inside.x, y: y), .bad.bold.on(.panel), clip: inside)
      y += 1
    }
  }

  private var title: Phrase {
    let part = Terms.part(dialog.part)
    let subject = subject
    return Phrase(
      "登记\(part.chinese)：\(subject.chinese)", "Record \(part.english): \(subject.english)")
  }

  private var subject: Phrase {
    switch dialog.reference {
    case .unit(let id): return Terms.unit(id, in: state.projection)
    case .prefecture(let id):
      return state.projection.directory.prefecture(id)?.name ?? Phrase(id, id)
    case .site(let code):
      let name = state.projection.site(code)?.name ?? code.text
      return Phrase(name, name)
    case .finding(let id):
      let name = state.projection.finding(id)?.finding.siteName ?? ""
      return Phrase("\(id) \(name)", "\(id) \(name)")
    case .event, .batch: return Phrase("", "")
    }
  }

  private var consequence: Phrase {
    guard let request = dialog.request else { return Labels.notADay }
    let plan = try? state.projection.plan(
      request, for: [dialog.reference], today: state.snapshot.today)
    guard let plan else {
      return Phrase("只表示收到，不表示复查合格。", "Received does not mean re-checked.")
    }
    guard !plan.drafts.isEmpty else {
      let names = plan.skipped.map { Terms.unit($0, in: state.projection)[state.language] }
      return Labels.alreadyRecorded(names.joined(separator: " "), on: request.on)
    }
    let names = plan.units.map { Terms.unit($0, in: state.projection) }
    return Phrase(
      "将登记\(plan.drafts.count)条：\(names.map(\.chinese).joined(separator: "、"))"
        + "（\(plan.sites.count)个网站、\(plan.findings.count)条问题）。只表示收到，不表示复查合格。",
      "\(plan.drafts.count) record\(plan.drafts.count == 1 ? "" : "s"): "
        + "\(names.map(\.english).joined(separator: ", ")) (\(plan.sites.count) sites, "
        + "\(plan.findings.count) findings). Received does not mean re-checked.")
  }

  private func draw(_ field: ReceiptDialog.Field, in line: Rect, on grid: inout Grid) {
    let hasFocus = dialog.focus == field
    let labelStyle: Style = hasFocus ? .accent.bold.on(.panel) : .muted.on(.panel)
    grid.write(
      label(field)[state.language], at: line.origin, fitting: labelWidth, labelStyle, clip: line)
    let place = Rect(
      x: line.x + labelWidth, y: line.y, width: line.width - labelWidth, height: 1)
    if let editor = editor(field) {
      let ground: Style = hasFocus ? .text.on(.track) : .text.on(.panel)
      let room = Rect(x: place.x, y: place.y, width: min(place.width, 44), height: 1)
      Prompt("", editor, style: ground, placeholder: placeholder(field)[state.language])
        .draw(in: room, on: &grid, hasCaret: hasFocus)
    } else {
      drawChoice(field, hasFocus: hasFocus, in: place, on: &grid)
    }
    if field == .day { drawWeekday(in: place, on: &grid) }
  }

  private func drawChoice(
    _ field: ReceiptDialog.Field, hasFocus: Bool, in place: Rect, on grid: inout Grid
  ) {
    let text: Phrase
    if field == .signature {
      text = Terms.signature(dialog.signature)
    } else if dialog.isOnlyThis {
      text = Phrase("只这个网站或问题", "only this site or finding")
    } else {
      text = Phrase("整个单位", "the whole unit")
    }
    let style: Style = hasFocus ? .text.bold.on(.track) : .text.on(.panel)
    grid.write("‹ \(text[state.language]) ›", at: place.origin, style, clip: place)
    guard hasFocus else { return }
    grid.cursor = place.origin
  }

  private func drawWeekday(in place: Rect, on grid: inout Grid) {
    guard let day = dialog.request?.on else { return }
    let left = state.projection.inspection.notice.deadline.map { deadline in
      let late = deadline.daysLate(on: day)
      return Terms.daysLate(late)[state.language]
    }
    let text = Terms.weekday(day.weekday)[state.language] + "  " + (left ?? "")
    grid.write(
      text, at: Point(x: place.x + 14, y: place.y), .accent.on(.panel), clip: place)
  }

  private func label(_ field: ReceiptDialog.Field) -> Phrase {
    switch field {
    case .day: Phrase("收到日期", "Received")
    case .signature: Phrase("签字", "Signature")
    case .signer: Phrase("签字人", "Signer")
    case .incoming: Phrase("收文号", "Incoming")
    case .document: Phrase("来文文号", "Document")
    case .note: Phrase("备注", "Note")
    case .scope: Phrase("范围", "Covers")
    }
  }

  private func placeholder(_ field: ReceiptDialog.Field) -> Phrase {
    field == .day ? Phrase("2018-10-19", "2018-10-19") : Phrase("可空", "optional")
  }

  private func editor(_ field: ReceiptDialog.Field) -> LineEditor? {
    switch field {
    case .day: dialog.day
    case .signer: dialog.signer
    case .incoming: dialog.incoming
    case .document: dialog.document
    case .note: dialog.note
    case .signature, .scope: nil
    }
  }
}
