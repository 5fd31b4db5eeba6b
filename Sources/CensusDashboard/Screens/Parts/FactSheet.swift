import CensusCore
import CensusLists
import TerminalKit

/// The facts of one thing as the screen draws them: pages, asides and previews choose some.
struct FactSheet {
  let facts: Facts
  let state: State

  /// What the thing is called.
  var name: StyledText { StyledText(facts.name[state.language], .text.bold) }

  /// What is known of some facts, one behind the other: 已报齐   按时, 时限 2018-10-20 周六.
  func line(_ ids: [String], isTitled: Bool = false) -> StyledText {
    facts[ids].filter { $0.isKnown(state.manner) }.reduce(into: StyledText([])) { line, fact in
      if !line.spans.isEmpty { line = line + "   " }
      if isTitled { line = line + StyledText(fact.title[state.language] + " ", .muted) }
      line = line + StyledText(fact.words(state.manner))
    }
  }

  /// Some facts with their titles, where there is room two a line; without a width each on its own.
  func lines(_ ids: [String], width: Int?) -> [StyledText] {
    let said = facts[ids].map { ($0, $0.words(state.manner)) }.filter { !$0.1.isEmpty }
    let longest = said.map { state.alphabet.width(of: $0.0.title[state.language]) }.max() ?? 0
    let label = max(Self.leastLabel, longest + 2)
    let blocks = said.map { fact, words in
      block(state.alphabet.fitted(fact.title[state.language], to: label), words, label, width)
    }
    return paired(blocks, width) + (said.contains { $0.0.id == "conflicts" } ? advice(width) : [])
  }

  private static let leastLabel = 12

  /// One fact; what is longer than its line goes on below, beside the title.
  private func block(
    _ title: String, _ words: Words, _ label: Int, _ width: Int?
  ) -> [StyledText] {
    let room = width.map { max(1, $0 - label) } ?? .max
    guard state.alphabet.width(of: words.text) > room else {
      return [StyledText(title, .muted) + StyledText(words)]
    }
    let style = words.pieces.first.map { Style($0) } ?? .text
    let blank = String(repeating: " ", count: label)
    return state.alphabet.wrapped(words.text, to: room).enumerated().map { line, text in
      StyledText(line == 0 ? title : blank, .muted) + StyledText(text, style)
    }
  }

  /// Two neighbours share a line if each needs no more than half of it.
  private func paired(_ blocks: [[StyledText]], _ width: Int?) -> [StyledText] {
    let half = (width ?? 0) / 2
    var lines: [StyledText] = []
    var rest = blocks[...]
    while let block = rest.popFirst() {
      let used = block[0].width(in: state.alphabet)
      guard block.count == 1, used < half, let next = rest.first, next.count == 1,
        next[0].width(in: state.alphabet) < half
      else {
        lines += block
        continue
      }
      rest.removeFirst()
      lines.append(block[0] + StyledText(String(repeating: " ", count: half - used)) + next[0])
    }
    return lines
  }

  /// What to do about records that contradict each other.
  private func advice(_ width: Int?) -> [StyledText] {
    state.alphabet.wrapped(Self.settling[state.language], to: width ?? .max).map {
      StyledText($0, .muted)
    }
  }

  /// How the dashboard decides between them.
  static let settling = Phrase(
    "按 X 列出，选中要保留的那条，按 m f。", "X lists them: choose the one to keep, then press m f.")
}

extension FactSheet {
  /// What is said of a unit besides its deadline.
  static let unit = [
    "findings", "rechecked", "paperOn", "electronicOn", "recordedLater", "accountability",
    "chases", "contact", "assignee", "successor", "conflicts", "workingDaysLeft", "workingDaysLate",
  ]

  /// The figures of a prefecture.
  static let figures = ["running", "failingPublished", "publishedRate"]

  /// One unit of a prefecture: its name and some facts of it in a line.
  static func unit(_ obligation: Obligation, _ ids: [String], _ state: State) -> StyledText {
    let name = state.alphabet.fitted(obligation.unit.short[state.language], to: 21)
    return StyledText(name + " ", .muted)
      + FactSheet(facts: state.projection.facts(of: obligation), state: state).line(ids)
  }
}

extension State {
  /// What is known of what a row is about; nil for what has no facts of its own.
  func facts(of id: RowID) -> FactSheet? {
    let facts: Facts? =
      switch id {
      case .unit(let id): projection.obligation(of: id).map { projection.facts(of: $0) }
      case .site(let code):
        projection.site(code).map { projection.facts(of: $0, past: snapshot.past) }
      case .finding(let id):
        projection.finding(id).map { projection.facts(of: $0, past: snapshot.past) }
      case .prefecture(let id):
        snapshot.prefectures.first { $0.prefecture.id == id }.map { projection.facts(of: $0) }
      case .category(let id):
        snapshot.categories.first { $0.category.id == id }.map { projection.facts(of: $0) }
      case .owed(let quarter, let id) where quarter == projection.quarter:
        projection.obligation(of: id).map { projection.facts(of: $0) }
      case .mention, .discrepancy, .event, .batch, .quarter, .owed, .heading: nil
      }
    return facts.map { FactSheet(facts: $0, state: self) }
  }
}
