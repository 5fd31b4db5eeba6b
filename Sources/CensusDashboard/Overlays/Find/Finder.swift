package import CensusCore
package import CensusLists
import TerminalKit

/// The panel that finds anything, or only commands; it lies over the screen.
package struct Finder: Sendable {
  /// Whether it is the palette: only commands.
  let isPalette: Bool
  /// The commands, made ready once.
  let commands: [FindEntry]
  /// Why commands would do nothing where one stands.
  let obstacles: [Command: Phrase]
  /// What is typed.
  var editor = LineEditor()
  /// The only kind shown, if one was chosen.
  var kind: FindKind?
  /// Whether all quarters are searched.
  var spansQuarters = false
  /// The result under the cursor, or the recent search while nothing is typed.
  var index = 0
  /// The first line in view.
  var offset = 0
  /// What was found.
  var results = FindResults()
  /// Why what was asked for cannot be done.
  package var refusal: Phrase?

  init(isPalette: Bool, commands: [FindEntry], obstacles: [Command: Phrase]) {
    self.isPalette = isPalette
    self.commands = commands
    self.obstacles = obstacles
  }

  /// One line of the list.
  enum Line: Equatable {
    case heading(FindResults.Group)
    case entry(Int, FindEntry)
  }

  /// The lines of the list: each group under its heading.
  var lines: [Line] {
    var lines: [Line] = []
    var index = 0
    for group in results.groups {
      if !isPalette { lines.append(.heading(group)) }
      for entry in group.entries {
        lines.append(.entry(index, entry))
        index += 1
      }
    }
    return lines
  }

  /// The result under the cursor.
  var entry: FindEntry? {
    let entries = results.entries
    return entries.indices.contains(index) ? entries[index] : nil
  }

  /// Why the command of an entry would do nothing.
  func obstacle(to entry: FindEntry) -> Phrase? {
    if case .command(let command) = entry.target { obstacles[command] } else { nil }
  }

  /// What is asked for.
  var query: SearchQuery { SearchQuery(editor.text) }

  /// The text without blanks around.
  var text: String { String(editor.text.trimmingBlanks) }
}

extension State {
  /// What the search for anything has found, as far as it is shown: rows of lists.
  package var found: [RowID] {
    guard let finder = overlay as? Finder else { return [] }
    return finder.results.entries.compactMap { entry in
      switch entry.target {
      case .prefecture(let id): .prefecture(id)
      case .unit(let id): .unit(id)
      case .site(let code): .site(code)
      case .finding(let id, _): .finding(id)
      case .category(let id): .category(id)
      case .command, .verb, .named, .own, .sync: nil
      }
    }
  }
}
