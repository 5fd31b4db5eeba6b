import DisplayText

/// A label and a line being typed, one row high; it sets the caret.
package struct Prompt {
  package var label: StyledText
  package var editor: LineEditor
  package var style: Style
  /// What stands there while nothing is typed.
  package var placeholder: String

  package init(
    _ label: StyledText, _ editor: LineEditor, style: Style = .text, placeholder: String = ""
  ) {
    self.label = label
    self.editor = editor
    self.style = style
    self.placeholder = placeholder
  }

  /// Draws the end of the text that leads up to the caret, if not all of it finds room.
  ///
  /// `hasCaret` is false for a field of a form that does not have the keys.
  package func draw(in rect: Rect, on grid: inout Grid, hasCaret: Bool = true) {
    let line = rect.row(0).intersection(grid.bounds)
    guard !line.isEmpty else { return }
    grid.fill(line, style)
    let used = grid.write(label, at: line.origin, clip: line)
    let field = Rect(x: line.x + used, y: line.y, width: line.width - used, height: 1)
    let alphabet = grid.alphabet
    // One column stays free for the caret behind the text.
    let head = alphabet.shown(editor.head)
    let isCut = head.displayWidth >= field.width
    let visible = isCut ? end(of: head, columns: max(0, field.width - 2)) : Substring(head)
    var x = field.x
    if visible.startIndex > head.startIndex, field.width > 1 {
      x += grid.write(
        String(alphabet.ellipsis), at: field.origin, .muted.on(style.ground), clip: field)
    }
    x += grid.write(String(visible), at: Point(x: x, y: field.y), style, clip: field)
    let caret = Point(x: min(x, max(line.x, field.endX - 1)), y: line.y)
    if editor.text.isEmpty {
      grid.write(placeholder, at: caret, .muted.on(style.ground), clip: field)
    } else {
      grid.write(editor.tail, at: Point(x: x, y: field.y), style, clip: field)
    }
    guard hasCaret else { return }
    grid.cursor = caret
    grid.isCaretVisible = true
  }

  /// The end of a text that fills no more than so many columns; the beginning is not looked at,
  /// however long it is.
  private func end(of text: String, columns: Int) -> Substring {
    var start = text.endIndex
    var left = columns
    while start > text.startIndex {
      let before = text.index(before: start)
      left -= text[before].displayWidth
      guard left >= 0 else { break }
      start = before
    }
    return text[start...]
  }
}
