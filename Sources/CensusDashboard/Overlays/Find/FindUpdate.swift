import CensusCore
import CensusLists
package import TerminalKit

extension Finder: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.editor }
  package static var cursor: WritableKeyPath<Self, Int>? { \.index }

  package var explained: Help.Section? {
    let title = isPalette ? Phrase("命令", "Commands") : Phrase("全局搜索", "Find anything")
    let moving = [
      Help.Entry("↑ ↓", "上一条、下一条", "previous, next result"),
      Help.Entry("PgUp PgDn", "翻页", "page through the results"),
    ]
    let own =
      isPalette
      ? [Help.Entry("Enter", "执行；带文字的命令先补上文字", "run; a command with a text waits for it")]
      : [
        Help.Entry("Enter", "打开，或执行命令", "open, or run the command"),
        Help.Entry("Tab", "只看此类，再按看下一类", "only this kind; again: the next kind"),
        Help.Entry("Ctrl-T", "在本季度或全部季度中搜索", "over this quarter or all quarters"),
      ]
    return Help.Section(
      title: title, entries: moving + own + Help.Entry.typing + Help.Entry.cancel)
  }

  package func draw(_ state: State, on grid: inout Grid) {
    FindView(finder: self, state: state).draw(on: &grid)
  }

  package func press(_ key: Key, _ state: inout State) -> Effect { state.find(key, with: self) }
}

extension State {
  /// How many searches are remembered.
  private static let remembered = 10

  /// Opens the panel that finds anything.
  mutating func openFind() {
    finishIndex()
    overlay = Finder(
      isPalette: false, commands: FindEntry.commands(of: keys, ownCommands, withVerbs: false),
      obstacles: obstacles)
  }

  /// Opens the palette: all commands, until something is typed.
  mutating func openPalette() {
    overlay = Finder(
      isPalette: true,
      commands: views.map { FindEntry($0) }
        + FindEntry.commands(of: keys, ownCommands, withVerbs: true),
      obstacles: obstacles)
    searchAgain()
  }

  /// A key in the panel.
  fileprivate mutating func find(_ key: Key, with finder: Finder) -> Effect {
    var finder = finder
    finder.refusal = nil
    readRecords()
    switch key {
    case .escape:
      overlay = nil
      return .none
    case .enter: return choose(in: finder)
    case .up, .control("p"): finder.index -= 1
    case .down, .control("n"): finder.index += 1
    case .pageUp: finder.index -= FindView.listHeight(of: finder, in: self)
    case .pageDown: finder.index += FindView.listHeight(of: finder, in: self)
    case .tab where !finder.isPalette: changeKind(of: &finder, by: 1)
    case .backTab where !finder.isPalette: changeKind(of: &finder, by: -1)
    case .control("t") where !finder.isPalette:
      finder.spansQuarters.toggle()
      if finder.spansQuarters {
        archive.isWanted = true
        findIndex.spansQuarters = true
      }
      search(&finder)
    default: edit(&finder, key)
    }
    finder.index = max(0, min(finder.index, choices(of: finder) - 1))
    overlay = finder
    return .none
  }

  /// Searches once more after what can be found has changed; the cursor stays on its result.
  mutating func searchAgain() {
    guard var finder = overlay as? Finder else { return }
    let chosen = finder.entry
    search(&finder)
    let place = chosen.flatMap { entry in
      finder.results.entries.firstIndex {
        $0.target == entry.target && $0.quarter == entry.quarter
      }
    }
    finder.index = place ?? max(0, min(finder.index, choices(of: finder) - 1))
    overlay = finder
  }

  /// Keeps the result under the cursor in view.
  mutating func settleFinder() {
    guard var finder = overlay as? Finder else { return }
    let lines = finder.lines
    let selected = lines.firstIndex {
      if case .entry(finder.index, _) = $0 { true } else { false }
    }
    // The heading of the first group stays in view with its first result.
    let shown = selected.map { finder.index == 0 ? 0 : $0 }
    finder.offset = Table.offset(
      showing: shown, previous: finder.offset, height: FindView.listHeight(of: finder, in: self),
      count: lines.count)
    overlay = finder
  }

  // MARK: - Parts

  private func edit(_ finder: inout Finder, _ key: Key) {
    let before = finder.editor.text
    guard finder.editor.handle(key), finder.editor.text != before else { return }
    finder.index = 0
    search(&finder)
  }

  private func search(_ finder: inout Finder) {
    let query = finder.query
    if finder.isPalette {
      finder.results = commands(answering: query, finder)
      return
    }
    guard !query.isEmpty else {
      finder.results = FindResults()
      finder.kind = nil
      return
    }
    let quarters = finder.spansQuarters ? snapshot.quarters : [projection.quarter]
    finder.results = FindResults(
      query, in: findIndex, of: quarters, commands: finder.commands, only: finder.kind,
      within: finder.results)
    // What is typed may have no result of the only kind left; then all are shown again.
    guard finder.kind != nil, finder.results.count == 0 else { return }
    finder.kind = nil
    finder.results = FindResults(
      query, in: findIndex, of: quarters, commands: finder.commands, within: finder.results)
  }

  private func commands(answering query: SearchQuery, _ finder: Finder) -> FindResults {
    let isVerbTyped = finder.editor.text.last?.isWhitespace == true
    // What can run here comes first, the rest dim and with its reason; but who typed the very name of one
    // that cannot must not run another by Enter.
    let ordered = { (entries: [FindEntry]) in
      entries.filter { finder.obstacle(to: $0) == nil }
        + entries.filter { finder.obstacle(to: $0) != nil }
    }
    let typed = finder.text.lowercased()
    let isNamed = { (entry: FindEntry) in
      [entry.name.chinese, entry.name.english.lowercased()].contains(typed)
    }
    if let (verb, argument) = Verb.parse(finder.text), isVerbTyped || !argument.isEmpty {
      let named = verb == .view ? self.named(argument) : []
      return FindResults(all: named.isEmpty ? [FindEntry(verb)] : named, of: .command)
    }
    guard !query.isEmpty else {
      return FindResults(all: ordered(finder.commands), of: .command)
    }
    return FindResults(query, commands: ordered(finder.commands)).beginning(with: isNamed)
  }

  /// The named views that answer what is typed behind their verb; the one called so first.
  private func named(_ argument: String) -> [FindEntry] {
    let query = SearchQuery(argument)
    let found = views.filter { query.matches([$0.name]) }
    let exact = found.filter { Verb.means($0.name, argument) }
    return (exact + found.filter { !exact.contains($0) }).map { FindEntry($0) }
  }

  /// How many things the cursor can stand on.
  private func choices(of finder: Finder) -> Int {
    finder.query.isEmpty && !finder.isPalette
      ? habits.searches.count : finder.results.entries.count
  }

  /// Only the kind under the cursor; then the next kind that has results; at last all again.
  private func changeKind(of finder: inout Finder, by step: Int) {
    guard !finder.query.isEmpty else { return }
    let under = finder.entry?.kind
    let chosen = finder.kind
    finder.kind = nil
    search(&finder)
    let kinds = FindKind.allCases.filter { kind in
      finder.results.groups.contains { $0.kind == kind }
    }
    if let chosen {
      let index = (kinds.firstIndex(of: chosen) ?? 0) + step
      finder.kind = kinds.indices.contains(index) ? kinds[index] : nil
    } else {
      finder.kind = under
    }
    finder.index = 0
    search(&finder)
  }

  /// Enter: opens the place, runs the command, or takes up a recent search.
  private mutating func choose(in finder: Finder) -> Effect {
    var finder = finder
    if finder.query.isEmpty, !finder.isPalette {
      guard habits.searches.indices.contains(finder.index) else { return .none }
      finder.editor.set(habits.searches[finder.index])
      finder.index = 0
      search(&finder)
      overlay = finder
      return .none
    }
    guard let entry = finder.entry else { return .none }
    if !finder.isPalette { remember(finder.text) }
    switch entry.target {
    case .command(let command): return run(command, from: finder)
    case .verb(let verb): return run(verb, from: finder)
    case .named(let name): return open(name, from: finder)
    case .sync:
      overlay = nil
      return startSync()
    case .own(let place):
      overlay = nil
      return ownCommands.indices.contains(place) ? start(ownCommands[place]) : .none
    default:
      overlay = nil
      return go(to: entry)
    }
  }

  private mutating func remember(_ text: String) {
    habits.searches.removeAll { $0 == text }
    habits.searches.insert(text, at: 0)
    habits.searches = Array(habits.searches.prefix(Self.remembered))
  }

  private mutating func run(_ command: Command, from finder: Finder) -> Effect {
    var finder = finder
    if let why = finder.obstacles[command] {
      finder.refusal = why
      overlay = finder
      return .none
    }
    overlay = nil
    return Dashboard.obey(command, &self)
  }

  /// Shows a named view; one that its list cannot meet says why and stays.
  private mutating func open(_ name: String, from finder: Finder) -> Effect {
    do throws(VerbFault) {
      let effect = try obey(.view, name)
      overlay = nil
      return effect
    } catch {
      var finder = finder
      finder.refusal = error.sentence
      overlay = finder
      return .none
    }
  }

  /// A verb without its text waits for it; one that cannot be obeyed says why and stays.
  private mutating func run(_ verb: Verb, from finder: Finder) -> Effect {
    var finder = finder
    guard let (typed, argument) = Verb.parse(finder.text), typed == verb,
      !argument.isEmpty || (verb == .filter && finder.editor.text.last?.isWhitespace == true)
    else {
      finder.editor.set(verb.name(language) + " ")
      finder.index = 0
      search(&finder)
      overlay = finder
      return .none
    }
    do throws(VerbFault) {
      let effect = try obey(verb, argument)
      overlay = nil
      return effect
    } catch {
      finder.refusal = error.sentence
      overlay = finder
      return .none
    }
  }
}
