import CensusCore
package import TerminalKit

/// The line in which a filter is typed, or what is sought on a page of text.
package struct FilterPrompt {
  var editor: LineEditor
  /// Which of the earlier texts stands in it.
  private var recalled: Int?
  /// What was typed before an earlier text was looked for: it comes back behind the latest.
  private var typed = ""

  init(_ text: String) { editor = LineEditor(text) }
}

extension FilterPrompt: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.editor }
  package var isPrompt: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("筛选", "The filter"),
      entries: [
        Help.Entry(
          "a–z", "输入文字，列表随之筛选；空格并且，| 或者，! 排除", "type; the list follows; blank and, | or, ! not"),
        Help.Entry("↑ ↓", "以前用过的文字", "what was typed before"),
        Help.Entry("PgUp PgDn", "列表翻页", "page through the list"),
        Help.Entry("Enter", "保留筛选，回到列表", "keep the filter, back to the list"),
        Help.Entry("Esc", "放弃筛选，文字留给 n N", "drop the filter; n and N keep its text"),
      ] + Help.Entry.typing)
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let isPage = state.list(state.pane) == nil
    let label = isPage ? Phrase("查找：", "Search: ") : Phrase("筛选：", "Filter: ")
    let hint = Phrase("汉字、拼音、标识码；空格并且，! 排除", "words, codes; blank = and, ! = not")
    grid.drawPrompt(label[state.language], editor, hint: hint[state.language])
  }

  /// The list follows while one types.
  ///
  /// Enter keeps the filter, Esc drops it and keeps the text for `n` and `N`. A page of text goes to
  /// the first place.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var prompt = self
    switch key {
    case .enter, .escape:
      state.overlay = nil
      state.remember(editor.text)
      state.way.lists[state.listKey, default: ListState()].sought = editor.text
      if key == .escape { state.way.lists[state.listKey]?.filter = "" }
    case .up: prompt.recall(1, &state)
    case .down: prompt.recall(-1, &state)
    case .pageUp, .pageDown:
      if let command = state.keys.command(for: key) { state.move(command) }
    default:
      guard prompt.editor.handle(key) else { break }
      prompt.recalled = nil
      prompt.apply(to: &state)
    }
    return .none
  }

  private mutating func recall(_ step: Int, _ state: inout State) {
    let next = (recalled ?? -1) + step
    guard next < state.habits.queries.count, next >= -1 else { return }
    if recalled == nil { typed = editor.text }
    recalled = next >= 0 ? next : nil
    editor.set(next >= 0 ? state.habits.queries[next] : typed)
    apply(to: &state)
  }

  private func apply(to state: inout State) {
    state.overlay = self
    guard state.list(state.pane) == nil else {
      state.way.lists[state.listKey, default: ListState()].filter = editor.text
      return
    }
    state.way.lists[state.listKey, default: ListState()].sought = editor.text
    if let line = state.matchingLines.first { state.way.scroll[state.place] = line }
  }
}

extension State {
  /// Opens the prompt with the filter in force.
  mutating func startFilter() {
    let list = way.lists[listKey] ?? ListState()
    shown.made[listKey] = self.list(pane)?.prepared
    overlay = FilterPrompt(self.list(pane) == nil ? list.sought : list.filter)
  }

  /// Keeps a text for the next prompts, the latest first.
  fileprivate mutating func remember(_ text: String) {
    guard !text.isEmpty else { return }
    habits.queries = [text] + habits.queries.filter { $0 != text }.prefix(19)
  }
}
