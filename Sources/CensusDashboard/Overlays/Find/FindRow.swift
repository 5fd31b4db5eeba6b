import CensusCore
import CensusLists
import TerminalKit

/// Draws one result: its name with what matches, and in columns how it stands.
struct FindRow {
  let entry: FindEntry
  let query: SearchQuery
  let finder: Finder
  let state: State

  private var language: Language { state.language }
  private var isChinese: Bool { language == .chinese }

  func draw(in row: Rect, on grid: inout Grid) {
    let name = highlighted(StyledText(entry.name[language]))
    let width = nameWidth(in: row)
    var x = row.x + 2
    grid.write(name, at: Point(x: x, y: row.y), fitting: width, clip: row)
    x += width + 1
    let details = details
    for (index, (text, width)) in details.enumerated() {
      let isLast = index == details.count - 1
      // A column that does not find room is left out whole; a sentence is cut.
      guard x + width <= row.endX || width == Self.sentence else { break }
      grid.write(
        highlighted(text), at: Point(x: x, y: row.y),
        fitting: isLast ? row.endX - x : width, clip: row)
      x += width + 1
    }
    let isIdle = finder.obstacle(to: entry) != nil
    grid.restyle(row) {
      isIdle ? Style(.muted, on: .panel, emphasis: $0.emphasis) : $0.on(.panel)
    }
  }

  private func highlighted(_ text: StyledText) -> StyledText {
    query.isEmpty ? text : text.highlighting(query)
  }

  /// The width that stands for all there is.
  private static let sentence = 0

  private func nameWidth(in row: Rect) -> Int {
    entry.kind == .command
      ? min(finder.isPalette ? 26 : 18, row.width / 3) : min(40, max(22, row.width * 2 / 5))
  }

  /// How it stands, with the cells that each piece fills.
  private var details: [(StyledText, Int)] {
    guard let quarter = entry.quarter else { return commandDetails }
    let isHere = quarter == state.projection.quarter
    let known = isHere ? today : nil
    let pieces = known ?? [(StyledText(entry.note[language], .muted), Self.sentence)]
    guard finder.spansQuarters else { return pieces }
    return [(StyledText(quarter.description, isHere ? .text : .caution), 6)] + pieces
  }

  private var commandDetails: [(StyledText, Int)] {
    // Why it cannot be run says more there than what it would do.
    let note = finder.obstacle(to: entry) ?? entry.note
    let help = (StyledText(note[language], .muted), Self.sentence)
    guard case .command(let command) = entry.target,
      let binding = state.keys.binding(for: command)
    else { return [(StyledText(""), 10), help] }
    return [
      (StyledText(state.alphabet.fitting(binding.keys.map(\.label), in: 10), .text.bold), 10), help,
    ]
  }

  /// How it stands on the day looked at; nil where the snapshot does not know it.
  private var today: [(StyledText, Int)]? {
    let narrow = isChinese ? 8 : 10
    switch entry.target {
    case .unit(let id):
      let standing = [("submission", isChinese ? 12 : 14), ("daysLeft", isChinese ? 10 : 11)]
      return cells(.unit(id), standing).map {
        $0 + [count(state.projection.obligation(of: id)?.findings)]
      }
    case .site(let code):
      return cells(.site(code), standing + [("code", 10)]).map {
        [(StyledText(entry.note[language]), narrow)] + $0
      }
    case .finding(let id, _): return cells(.finding(id), [("issues", 18)] + standing)
    case .category(let id):
      return state.snapshot.categories.first { $0.category.id == id }.map {
        [(StyledText(entry.note[language]), narrow), count($0.findings)]
      }
    case .prefecture, .command, .verb, .named, .own, .sync: return nil
    }
  }

  private var standing: [(String, Int)] {
    [("state", isChinese ? 10 : 17), ("daysLeft", isChinese ? 10 : 11)]
  }

  private func count(_ findings: [FindingState]?) -> (StyledText, Int) {
    (StyledText(Labels.findingCount(findings?.count ?? 0)[language], .muted), 11)
  }

  /// Some facts of something, and how wide each is.
  private func cells(_ id: RowID, _ facts: [(id: String, width: Int)]) -> [(StyledText, Int)]? {
    state.facts(of: id).map { sheet in
      facts.map { (sheet.line([$0.id]), $0.width) }
    }
  }
}
