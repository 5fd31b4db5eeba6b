package import CensusCore
package import CensusLists
package import TerminalKit

/// Rows to be written into a file.
package struct ListExport: Equatable, Sendable {
  /// Which list.
  package let list: RollName
  /// The rows, in the order of the screen.
  package let rows: [RowID]
  package let form: ExportForm
  /// The file as a person named it.
  package let path: String
  /// Of headings and words.
  package let language: Language
  /// The fields that a named view shows; none for those of the list.
  package let columns: [String]
}

/// The dialog that asks in which form, and where to, the list on screen is written.
///
/// It stays until the file is there, so that a path typed in vain can be mended.
package struct ExportDialog {
  /// Which list is on screen.
  package let list: RollName
  package var form = ExportForm.csv
  package var path: LineEditor
  /// The rows on screen.
  package let rows: [RowID]
  /// The fields that a named view shows.
  package let columns: [String]
  /// What the list is called.
  package let title: Phrase
  /// Why it could not be written the last time.
  package var refusal: Phrase?

  /// Takes the next form; the file's name follows.
  mutating func take(_ step: Int) {
    let all = ExportForm.allCases
    let index = all.firstIndex(of: form) ?? 0
    let next = all[(index + step + all.count) % all.count]
    if path.text.hasSuffix(form.ending) {
      path.set(path.text.dropLast(form.ending.count) + next.ending)
    }
    form = next
  }
}

extension State {
  /// Asks how the list on screen is to be written out.
  mutating func openExport() {
    let rows = allRows.map(\.id).filter(\.isExportable)
    guard let name = list(pane)?.name, !rows.isEmpty else {
      talk.message = Message(
        Phrase("这里没有可导出的列表；先打开一个列表", "there is no list to export here; open one first"), .news)
      return
    }
    let named = way.lists[listKey]?.view.map { Phrase($0.name, $0.name) }
    let title = named ?? screen.crumbs(self).last ?? Labels.tab(view)
    let file =
      "\(projection.quarter)-\(fileName(title))-\(projection.asOf)\(ExportForm.csv.ending)"
    overlay = ExportDialog(
      list: name, path: LineEditor(file), rows: rows,
      columns: way.lists[listKey]?.view?.columns ?? [], title: title)
  }

  /// The title as a part of a file's name.
  private func fileName(_ title: Phrase) -> String {
    String(title[language].map { $0.isLetter || $0.isNumber ? $0 : "_" }.prefix(24))
  }
}

extension ExportDialog: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.path }
  package var waitsForAnswer: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("导出", "Export"),
      entries: [
        Help.Entry("Tab ↑ ↓", "换一种格式", "another form"),
        Help.Entry("Enter", "写出文件", "write the file"),
      ] + Help.Entry.typing + Help.Entry.cancel)
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let language = state.language
    let forms = ExportForm.allCases
    let width = min(70, grid.size.columns - 2)
    let note =
      refusal ?? Phrase("已有同名文件时另起一个名字，不覆盖。", "A file of that name is never overwritten.")
    let lines = grid.alphabet.wrapped(note[language], to: max(1, width - 4))
    let area = grid.bounds.centred(Size(columns: width, rows: forms.count + 5 + lines.count))
    let count = rows.count
    let title = Phrase(
      "导出：\(self.title.chinese)，\(count)行",
      "Export: \(self.title.english), \(count) \(count == 1 ? "row" : "rows")")
    let keys = Phrase("Enter 写出   Tab 换格式   Esc 取消", "Enter write   Tab form   Esc cancel")
    let inside = Panel(
      StyledText(title[language], .accent.bold), footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    for (line, form) in forms.enumerated() {
      let row = inside.row(line)
      let isChosen = form == self.form
      let sign = isChosen ? String(grid.alphabet.check) : " "
      grid.write(
        StyledText([
          Span(" \(sign) ", .accent.bold.on(.panel)), Span(form.name[language], .text.on(.panel)),
        ]), at: row.origin, clip: row)
      if isChosen { grid.restyle(row) { $0.on(.selection) } }
      grid.add(.item(line), in: row)
    }
    let label = StyledText(Phrase("文件 ", "File ")[language], .muted.on(.panel))
    Prompt(label, path, style: .text.on(.track)).draw(
      in: inside.row(forms.count + 1), on: &grid)
    let style: Style = refusal == nil ? .muted.on(.panel) : .bad.bold.on(.panel)
    for (line, text) in lines.enumerated() {
      grid.write(text, at: inside.row(forms.count + 3 + line).origin, style, clip: inside)
    }
  }

  package func touch(_ item: Int, isDouble: Bool, _ state: inout State) -> Effect {
    guard let current = ExportForm.allCases.firstIndex(of: form) else { return .none }
    var dialog = self
    dialog.take(item - current)
    state.overlay = dialog
    return .none
  }

  /// Enter writes, Tab or the arrows choose the form, all else types the path.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var dialog = self
    dialog.refusal = nil
    var effect = Effect.none
    switch key {
    case .escape:
      state.overlay = nil
      return .none
    case .enter:
      let path = String(path.text.trimmingBlanks)
      if path.isEmpty {
        dialog.refusal = Phrase("请填写文件名", "type the name of a file")
      } else if let other = form.foreignEnding(of: path) {
        dialog.refusal = Phrase(
          "“\(other)”不是所选格式的后缀；请改文件名（\(form.ending)），或按 Tab 换格式。",
          "“\(other)” is the ending of another form; change the name (\(form.ending)), or press Tab for "
            + "another form.")
      } else {
        effect = .export(
          ListExport(
            list: list, rows: rows, form: form, path: path, language: state.language,
            columns: columns))
      }
    case .tab, .down: dialog.take(1)
    case .backTab, .up: dialog.take(-1)
    default: guard dialog.path.handle(key) else { return .none }
    }
    state.overlay = dialog
    return effect
  }
}

extension RowID {
  /// Whether a list of such rows can be written out.
  var isExportable: Bool {
    switch self {
    case .unit, .prefecture, .site, .finding, .category, .discrepancy, .event, .quarter, .owed:
      true
    case .mention, .batch, .heading: false
    }
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}
