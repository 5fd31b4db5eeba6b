package import CensusCore
import CensusLists
import TerminalKit

/// The help that lies over the screen, and over the dialog that it explains.
package struct Help: Sendable {
  /// All there is to say, the keys of this place first.
  let sections: [Section]
  /// The dialog below, which comes back.
  let beneath: (any Overlay)?
  /// The text that entries are filtered by.
  var editor = LineEditor()
  /// The entry under the cursor.
  var index = 0
  /// The first line in view.
  var offset = 0
  /// Why the entry cannot be run here.
  package var refusal: Phrase?

  /// Entries under a title.
  package struct Section: Sendable {
    let title: Phrase
    let entries: [Entry]
  }

  /// One line: keys, and what they do.
  package struct Entry: Equatable, Sendable {
    let keys: [String]
    let text: Phrase
    /// What Enter runs; nil for a key of a dialog.
    let command: Command?
    /// Why it would do nothing here.
    let obstacle: Phrase?
    /// What the filter looks at.
    let searched: SearchText

    init(keys: String, _ text: Phrase) {
      self.keys = keys.split(separator: " ").map(String.init)
      self.text = text
      command = nil
      obstacle = nil
      searched = SearchText([keys, text.chinese, text.english])
    }

    init(_ binding: KeyMap.Binding, obstacle: Phrase?) {
      keys = binding.keys.map(\.label)
      text = binding.help
      command = binding.command
      self.obstacle = obstacle
      searched = SearchText(
        binding.keys.map(\.label) + [
          binding.keyNames, binding.label.chinese, binding.label.english, binding.help.chinese,
          binding.help.english,
        ])
    }
  }

  /// The sections as the filter leaves them.
  var shown: [Section] {
    let query = SearchQuery(editor.text)
    guard !query.isEmpty else { return sections }
    return sections.compactMap { section in
      let entries = section.entries.filter { query.matches($0.searched) }
      return entries.isEmpty ? nil : Section(title: section.title, entries: entries)
    }
  }

  /// The entry under the cursor.
  var entry: Entry? {
    let entries = shown.flatMap(\.entries)
    return entries.indices.contains(index) ? entries[index] : nil
  }
}

extension State {
  /// Explains the place where one stands, or the dialog that lies over it.
  mutating func openHelp() {
    overlay = Help(sections: helpSections, beneath: overlay)
  }

  /// The named views, and how each is opened.
  private var namedSections: [Help.Section] {
    guard !views.isEmpty else { return [] }
    let key = keys.binding(for: .palette)?.keys.first?.label ?? ":"
    let entries = views.map { view in
      let (name, list) = (Labels.named(view), view.list.title)
      return Help.Entry(
        keys: key,
        Phrase("\(name.chinese)（\(list.chinese)）", "\(name.english) (\(list.english))"))
    }
    return [Help.Section(title: Phrase("命名的视图", "Named views"), entries: entries)]
  }

  /// The programs that the person has given keys to.
  private var ownSections: [Help.Section] {
    guard !ownCommands.isEmpty else { return [] }
    let entries = ownCommands.map { Help.Entry(keys: $0.key.label, $0.title) }
    return [Help.Section(title: Phrase("自定义命令", "Own commands"), entries: entries)]
  }

  /// A dialog's keys; of a place what it offers, what else works there, then everything else.
  private var helpSections: [Help.Section] {
    if let overlay {
      let entries = overlay.explained?.entries ?? []
      return [Help.Section(title: Phrase("按键", "Keys"), entries: entries)]
    }
    let obstacles = obstacles
    let entries = keys.bindings.map { Help.Entry($0, obstacle: obstacles[$0.command]) }
    let offered = screen.hints.compactMap { hint in entries.first { $0.command == hint } }
    let groups = Dictionary(
      zip(keys.bindings.map(\.command), keys.bindings.map(\.group)),
      uniquingKeysWith: { first, _ in first })
    let rest = entries.filter { !offered.contains($0) }
    let working = rest.filter { entry in
      guard entry.obstacle == nil, let group = entry.command.flatMap({ groups[$0] }) else {
        return false
      }
      return group == .list || group == .recording
    }
    let others = rest.filter { !working.contains($0) }
    let here = Help.Section(title: Phrase("本页", "Here"), entries: offered + working)
    let order: [KeyMap.Group] = [.moving, .views, .list, .recording, .program]
    return [here]
      + order.map { group in
        Help.Section(
          title: group.title,
          entries: others.filter { $0.command.flatMap { groups[$0] } == group })
      }.filter { !$0.entries.isEmpty } + ownSections + namedSections
  }
}
