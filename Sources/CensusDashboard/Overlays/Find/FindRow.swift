import CensusCore
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
    let help = (StyledText(entry.note[language], .muted), Self.sentence)
    guard case .command(let command) = entry.target,
      let binding = state.keys.binding(for: command)
    else { return [(StyledText(""), 10), help] }
    return [
      (StyledText(state.alphabet.fitting(binding.keys.map(\.label), in: 10), .text.bold), 10), help,
    ]
  }

  /// How it stands on the day looked at; nil where the snapshot does not know it.
  private var today: [(StyledText, Int)]? {
    let (projection, snapshot) = (state.projection, state.snapshot)
    let day = projection.asOf
    switch entry.target {
    case .unit(let id):
      return projection.obligation(of: id).map { obligation in
        [
          (Cells.submission(obligation, on: day, language), isChinese ? 12 : 14),
          (Cells.time(obligation, on: day, language), isChinese ? 10 : 11),
          (StyledText(Labels.findingCount(obligation.findings.count)[language], .muted), 11),
        ]
      }
    case .site(let code):
      return projection.site(code).map { site in
        [(StyledText(entry.note[language]), isChinese ? 8 : 10)]
          + standing(site.headline, site.isOverdue(on: day), site.daysLeft(on: day))
          + [(StyledText(site.code.text, .muted), 10)]
      }
    case .finding(let id, _):
      return projection.finding(id).map { finding in
        [(StyledText(Cells.issues(finding.finding.issues, in: projection, language)), 18)]
          + standing(finding.headline, finding.isOverdue(on: day), finding.daysLeft(on: day))
      }
    case .category(let id):
      return snapshot.categories.first { $0.category.id == id }.map { category in
        [
          (StyledText(entry.note[language]), isChinese ? 8 : 10),
          (StyledText(Labels.findingCount(category.findings.count)[language], .muted), 11),
        ]
      }
    case .prefecture, .command, .verb, .named: return nil
    }
  }

  private func standing(
    _ headline: Headline, _ isOverdue: Bool, _ daysLeft: Int?
  ) -> [(StyledText, Int)] {
    [
      (
        StyledText(
          Terms.headline(headline)[language], Styles.headline(headline, isOverdue: isOverdue)),
        isChinese ? 10 : 17
      ),
      (Cells.daysLeft(daysLeft, language), isChinese ? 10 : 11),
    ]
  }
}
