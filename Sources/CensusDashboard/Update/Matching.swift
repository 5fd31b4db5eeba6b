import CensusCore
package import TerminalKit

/// The line in which a filter is typed, or what is sought on a page of text.
package struct FilterPrompt: Equatable, Sendable {
  package var editor: LineEditor
  /// Which of the earlier texts stands in it.
  package var recalled: Int?
  /// What was typed before an earlier text was looked for: it comes back behind the latest.
  package var typed = ""

  init(_ text: String = "") { editor = LineEditor(text) }
}

extension State {
  /// Opens the prompt with the filter in force.
  mutating func startFilter() {
    let list = lists[listKey] ?? ListState()
    shown.made[listKey] = self.list(pane)?.prepared
    overlay = .filter(FilterPrompt(self.list(pane) == nil ? list.sought : list.filter))
  }

  /// The list follows while one types.
  ///
  /// Enter keeps the filter, Esc drops it and keeps the text for `n` and `N`. A page of text goes to
  /// the first place.
  mutating func typeFilter(_ key: Key, _ prompt: FilterPrompt) {
    var prompt = prompt
    switch key {
    case .enter:
      overlay = nil
      remember(prompt.editor.text)
      lists[listKey, default: ListState()].sought = prompt.editor.text
    case .escape:
      overlay = nil
      remember(prompt.editor.text)
      lists[listKey, default: ListState()].sought = prompt.editor.text
      lists[listKey]?.filter = ""
    case .up: recall(1, &prompt)
    case .down: recall(-1, &prompt)
    case .pageUp, .pageDown:
      if let command = keys.command(for: key) { move(command) }
    default:
      guard prompt.editor.handle(key) else { return }
      prompt.recalled = nil
      apply(prompt)
    }
  }

  private mutating func recall(_ step: Int, _ prompt: inout FilterPrompt) {
    let next = (prompt.recalled ?? -1) + step
    guard next < queries.count, next >= -1 else { return }
    if prompt.recalled == nil { prompt.typed = prompt.editor.text }
    prompt.recalled = next >= 0 ? next : nil
    prompt.editor.set(next >= 0 ? queries[next] : prompt.typed)
    apply(prompt)
  }

  private mutating func apply(_ prompt: FilterPrompt) {
    overlay = .filter(prompt)
    guard list(pane) == nil else {
      lists[listKey, default: ListState()].filter = prompt.editor.text
      return
    }
    lists[listKey, default: ListState()].sought = prompt.editor.text
    if let line = matchingLines.first { scroll[place] = line }
  }

  /// Keeps a text for the next prompts, the latest first.
  private mutating func remember(_ text: String) {
    guard !text.isEmpty else { return }
    queries = [text] + queries.filter { $0 != text }.prefix(19)
  }

  /// Goes to the next or previous place that what was sought last fits, and says which it is.
  mutating func goToMatch(by step: Int) {
    let sought = lists[listKey]?.sought ?? ""
    guard !sought.isEmpty else {
      message = Message(
        Phrase("还没有查找过文字：先按 / 输入", "nothing was sought yet: press / and type"), .news)
      return
    }
    let places = list(pane) == nil ? matchingLines : matchingRows
    guard !places.isEmpty else {
      message = Message(Phrase("没有“\(sought)”", "no “\(sought)” here"), .problem)
      return
    }
    let current = list(pane) == nil ? scroll[place] ?? 0 : lists[listKey]?.index ?? 0
    let ahead = step > 0 ? places.first { $0 > current } : places.last { $0 < current }
    let target = ahead ?? (step > 0 ? places[0] : places[places.count - 1])
    if list(pane) == nil {
      scroll[place] = target
    } else {
      select(arrangedRows[target].id, at: target)
    }
    let number = (places.firstIndex(of: target) ?? 0) + 1
    message = Message(
      Phrase("“\(sought)” \(number) / \(places.count)", "“\(sought)” \(number) / \(places.count)"),
      .news)
  }

  /// The lines of this page that what was sought fits.
  private var matchingLines: [Int] {
    let query = SearchQuery(lists[listKey]?.sought ?? "")
    guard !query.isEmpty else { return [] }
    let lines = pageLines
    return lines.indices.filter { query.matches([lines[$0].plain]) }
  }

  private var matchingRows: [Int] {
    let query = SearchQuery(lists[listKey]?.sought ?? "")
    let rows = arrangedRows
    return rows.indices.filter { !rows[$0].isHeading && query.matches(rows[$0].texts) }
  }
}
