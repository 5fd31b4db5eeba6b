package import CensusCore
import CensusLists
import DisplayText
package import TerminalKit

/// A paper as it would be written: it scrolls, and Enter asks where it goes.
package struct PaperPreview {
  package let request: PaperRequest
  package let draft: PaperDraft
  /// The menu that comes back.
  let menu: PaperMenu
  /// The first line in view.
  var offset = 0
  /// How many columns of tables are out of view at the left.
  var shift = 0
  /// Which of its forms is written.
  package var form = 0
  /// Whether it is asked where it goes.
  var isAsking = false
  package var path = LineEditor()
  package var refusal: Phrase?

  init(_ request: PaperRequest, _ draft: PaperDraft, above menu: PaperMenu) {
    self.request = request
    self.draft = draft
    self.menu = menu
  }

  private var paper: Paper { request.paper }
  private var forms: [PaperForm] { paper.forms }
}

extension State {
  /// Shows a paper before it is written; one that has become another meanwhile is shown anew.
  mutating func show(_ draft: PaperDraft, of request: PaperRequest) {
    if var preview = overlay as? PaperPreview, preview.request == request {
      let anew = PaperPreview(request, draft, above: preview.menu)
      (preview.offset, preview.shift) = (anew.offset, anew.shift)
      overlay = anew
      fail(
        Phrase(
          "没有写出：数据刚才有变化，请再看一遍", "nothing was written: the data have changed meanwhile; look again"))
      return
    }
    guard let menu = overlay as? PaperMenu else { return }
    var below = menu
    below.asked = nil
    overlay = PaperPreview(request, draft, above: below)
  }

  /// The name of the file that is proposed.
  func proposedName(
    of request: PaperRequest, _ form: PaperForm?, about units: [Unit]
  ) -> String {
    // Of one among several units the name says which; the next one's is another file.
    let whom = units.count == 1 ? [units[0].name] : []
    let names = ([request.paper.name] + whom).map { phrase in
      String(phrase[request.language].map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
    return (["\(projection.quarter)"] + names + ["\(projection.asOf)"]).joined(separator: "-")
      + (form?.ending ?? "")
  }
}

extension PaperPreview: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.path }
  package var takesText: Bool { isAsking }
  package var waitsForAnswer: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("预览", "Preview"),
      entries: [
        Help.Entry("↑ ↓ PgUp PgDn", "滚动", "scroll"),
        Help.Entry("← →", "看放不下的列", "the columns that found no room"),
        Help.Entry("Enter", "写出：先问格式和文件名", "write it: asks form and name first"),
        Help.Entry("Tab", "问文件名时换一种格式", "another form, where the name is asked"),
        Help.Entry("Esc", "返回，不写", "back; nothing is written"),
      ])
  }

  /// The name of the file that is proposed.
  private func proposedName(_ state: State) -> String {
    state.proposedName(of: request, forms[form], about: draft.units)
  }

  private var title: Phrase {
    let count = draft.units.count
    let whom: Phrase =
      count == 0
      ? .empty
      : count == 1
        ? Phrase("：", ": ") + draft.units[0].name : Phrase("：\(count)家", ": \(count) units")
    return Phrase("预览　", "Preview: ") + paper.name + whom
  }

  private var keys: Phrase {
    if isAsking {
      return forms.count > 1
        ? Phrase("Enter 写出   Tab 换格式   Esc 不写", "Enter write   Tab form   Esc do not")
        : Phrase("Enter 写出   Esc 不写", "Enter write   Esc do not")
    }
    return paper == .frozen
      ? Phrase("Enter 归档   ↑↓←→ 滚动   Esc 返回", "Enter freeze   ↑↓←→ scroll   Esc back")
      : Phrase("Enter 写出…   ↑↓←→ 滚动   Esc 返回", "Enter write…   ↑↓←→ scroll   Esc back")
  }

  /// What stands below the text: the remark, the question, why it failed.
  private func notes(_ width: Int, _ state: State) -> [StyledText] {
    let language = state.language
    func wrapped(_ text: Phrase?, _ style: Style) -> [StyledText] {
      (text.map { state.alphabet.wrapped($0.sentence(language), to: width) } ?? [])
        .map { StyledText($0, style) }
    }
    return wrapped(draft.remark, .caution) + wrapped(refusal, .bad.bold)
  }

  private static func area(in size: Size) -> Rect {
    Rect(x: 0, y: 0, width: size.columns, height: size.rows)
      .centred(Size(columns: min(116, size.columns - 2), rows: size.rows - 2))
  }

  /// The part of the panel for the text, with so many lines below it.
  private func textHeight(_ inside: Rect, _ state: State) -> Int {
    let notes = notes(inside.width, state).count
    return max(1, inside.height - notes - (isAsking ? 3 : 0) - (notes > 0 && !isAsking ? 1 : 0))
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let language = state.language
    let area = Self.area(in: grid.size)
    let inside = Panel(
      StyledText(title[language], .accent.bold), footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    let lines = PaperLines(draft, width: inside.width, state.alphabet).shifted(by: shift)
    let height = textHeight(inside, state)
    let first = TextPage.clamped(offset, count: lines.count, height: height)
    for (line, text) in lines.dropFirst(first).prefix(height).enumerated() {
      let row = inside.row(line)
      grid.write(text, at: row.origin, clip: row)
      grid.restyle(row) { $0.on(.panel) }
    }
    Scrollbar(count: lines.count, visible: height, offset: first).draw(
      in: Rect(x: area.endX - 1, y: inside.y, width: 1, height: height), on: &grid)
    grid.cursor = inside.origin
    var y = inside.y + height
    if isAsking {
      grid.fill(
        Rect(x: inside.x, y: y, width: inside.width, height: 1), with: grid.alphabet.horizontal,
        .muted.on(.panel))
      drawQuestion(at: y + 1, in: inside, state, on: &grid)
      y += 3
    } else if height < inside.height {
      y += 1
    }
    for text in notes(inside.width, state) where y < inside.endY {
      let row = Rect(x: inside.x, y: y, width: inside.width, height: 1)
      grid.write(text, at: row.origin, clip: row)
      grid.restyle(row) { $0.on(.panel) }
      y += 1
    }
  }

  private func drawQuestion(at y: Int, in inside: Rect, _ state: State, on grid: inout Grid) {
    let language = state.language
    let row = Rect(x: inside.x, y: y, width: inside.width, height: 1)
    let label = Phrase("格式 ", "Form ")
    let hint =
      draft.units.count > 1 && paper != .answers
      ? Phrase("   文件名各加单位名", "   each name gets its unit")
      : Phrase("   已有同名文件时另起一个名字", "   a file of that name is never overwritten")
    grid.write(
      StyledText(label[language], .muted) + StyledText("‹ \(forms[form].name[language]) ›", .text)
        + StyledText(hint[language], .muted), at: row.origin, fitting: row.width, clip: row)
    grid.restyle(row) { $0.on(.panel) }
    Prompt(
      StyledText(Phrase("文件 ", "File ")[language], .muted.on(.panel)), path,
      style: .text.on(.track),
      placeholder: proposedName(state)
    ).draw(in: Rect(x: row.x, y: y + 1, width: row.width, height: 1), on: &grid)
  }

  package func question(_ state: State) -> [Phrase]? {
    let refused = refusal.map { [$0] } ?? []
    guard !isAsking else {
      let name = proposedName(state)
      return refused + [
        Phrase("文件名：\(name)（回车即用此名，. 不写）", "File: \(name) (Enter takes it, . does not write)")
      ]
    }
    let text = draft.text.split(separator: "\n").joined(separator: "\n")
    let write =
      paper == .frozen
      ? Phrase("w 归档，. 不归档。", "w freezes it; . does not.")
      : Phrase("w 写出文件，. 不写。", "w writes a file; . does not.")
    return [Phrase(text, text)] + [draft.remark].compactMap(\.self) + refused + [write]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    var preview = self
    preview.refusal = nil
    if isAsking { return preview.answer(key, &state) }
    let inside = Panel.interior(of: Self.area(in: state.size))
    let lines = PaperLines(draft, width: inside.width, state.alphabet)
    let height = textHeight(inside, state)
    let count = lines.count
    if key == .enter || key.normalised == "w" {
      guard paper != .frozen else {
        state.overlay = preview
        return .freeze(request, shown: draft)
      }
      preview.isAsking = true
      preview.path = LineEditor(proposedName(state))
      state.overlay = preview
      return .none
    }
    switch state.keys.command(for: key) {
    case .up: preview.offset -= 1
    case .down: preview.offset += 1
    case .pageUp: preview.offset -= height
    case .pageDown: preview.offset += height
    case .halfPageUp: preview.offset -= height / 2
    case .halfPageDown: preview.offset += height / 2
    case .first: preview.offset = 0
    case .last: preview.offset = count
    case .left: preview.shift = max(0, shift - Self.step)
    case .right: preview.shift = min(lines.widestShift, shift + Self.step)
    case .back, .close:
      state.overlay = menu
      return .none
    default: return .none
    }
    preview.offset = TextPage.clamped(preview.offset, count: count, height: height)
    state.overlay = preview
    return .none
  }

  private static let step = 12

  /// A key while it is asked where it goes.
  private mutating func answer(_ key: Key, _ state: inout State) -> Effect {
    defer { state.overlay = self }
    switch key {
    case .escape: isAsking = false
    case .tab, .down: take(form + 1)
    case .backTab, .up: take(form + forms.count - 1)
    case .enter:
      let typed = String(path.text.trimmingBlanks)
      let name = typed.isEmpty ? proposedName(state) : typed
      // The ending that is typed says which form is meant.
      if let named = forms.firstIndex(where: { name.lowercased().hasSuffix($0.ending) }) {
        form = named
      } else if let other = ExportForm.ending(promisedBy: name) {
        refusal = Phrase(
          "“\(paper.name.chinese)”没有 \(other) 格式；可用 \(forms.map(\.ending).joined(separator: "、"))",
          "there is no \(paper.name.english) as \(other); use \(forms.map(\.ending).joined(separator: ", "))"
        )
        return .none
      }
      return .writePaper(request, as: forms[form], to: name, shown: draft)
    default: _ = path.handle(key)
    }
    return .none
  }

  /// Takes another form; the file's name follows.
  private mutating func take(_ next: Int) {
    let (old, new) = (forms[form].ending, forms[next % forms.count].ending)
    if path.text.hasSuffix(old) { path.set(path.text.dropLast(old.count) + new) }
    form = next % forms.count
  }
}
