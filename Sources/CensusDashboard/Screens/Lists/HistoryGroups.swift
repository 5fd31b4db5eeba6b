import CensusCore
import CensusLists
import TerminalKit

/// The history as its list shows it: by when it happened (今天, 昨天, 本周, 更早), a batch as one line
/// under which its records are folded away.
struct HistoryGroups {
  private let base: RowList
  private let state: State
  private let entries: [HistoryEntry]

  init(_ base: RowList, in state: State) {
    self.base = base
    self.state = state
    entries = state.snapshot.history
  }

  var list: RowList {
    guard base.rows.count == entries.count,
      let column = base.columns.firstIndex(where: { $0.id == "summary" })
    else { return base }
    var places: [BatchID: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      places[entry.event.batch, default: []].append(place)
    }
    let periods = entries.map { Period(of: $0.event.on, on: state.projection.asOf) }
    // What happened long ago alone needs no heading.
    let isDivided = periods.contains { $0 != .earlier }
    var rows: [ListRow] = []
    var period: Period?
    for (place, entry) in entries.enumerated() {
      let batch = entry.event.batch
      let members = places[batch] ?? [place]
      // All of a batch stands where its newest record does.
      guard members[0] == place else { continue }
      if isDivided, periods[place] != period { rows.append(heading(periods[place])) }
      period = periods[place]
      guard members.count > 1 else {
        rows.append(base.rows[place])
        continue
      }
      rows.append(line(of: members, batch))
      rows += members.map { base.rows[$0].folded(under: .batch(batch)) }
    }
    let isPlain = state.alphabet == .ascii
    return RowList(base.name, columns: base.columns, rows: rows, viewed: base.viewed)
      .chronicle(
        Folding(
          column: column, open: isPlain ? "- " : "▾ ", closed: isPlain ? "+ " : "▸ ", inside: "  "))
  }

  private func heading(_ period: Period) -> ListRow {
    ListRow(
      .heading("period \(period.rawValue)"),
      cells: base.columns.indices.map { column in
        column == 0 ? StyledText(period.title[state.language], .accent.bold) : ""
      })
  }

  /// The line of a batch: its kind, whom it is about, and what its records say together.
  private func line(of members: [Int], _ batch: BatchID) -> ListRow {
    let entries = members.map { self.entries[$0] }
    let (base, state) = (base, state)
    let first = base.rows[members[0]]
    return ListRow(
      .batch(batch), reference: .batch(batch),
      cells: Self.cells(entries, first.cells, base.columns, state),
      texts: members.flatMap { base.rows[$0].texts })
  }

  private static func cells(
    _ entries: [HistoryEntry], _ first: [StyledText], _ columns: [ListColumn], _ state: State
  ) -> [StyledText] {
    let isOut = entries.allSatisfy(\.isRetracted)
    return zip(columns, first).map { column, cell in
      switch column.id {
      case "type":
        let kinds = distinct(entries.reversed().map { Terms.eventType($0.event.payload) })
        // A remark that came with an act is no kind of its own.
        let note = Terms.eventTypes["note"]
        let shown = kinds.first { $0 != note } ?? kinds.first ?? .empty
        return StyledText(shown[state.language], isOut ? .muted : .accent)
      case "unit":
        let units = distinct(entries.flatMap { $0.units(in: state.projection) }.map(\.id))
          .compactMap { state.projection.obligation(of: $0)?.unit }
        guard units.count > 1 else { return cell }
        return StyledText(Labels.unitsCell(units)[state.language], isOut ? .muted : .text)
      case "summary": return summary(entries, isOut: isOut, state)
      default: return cell
      }
    }
  }

  private static func summary(
    _ entries: [HistoryEntry], isOut: Bool, _ state: State
  ) -> StyledText {
    let language = state.language
    let words = Terms.summary(
      ofBatch: entries.reversed().map(\.event), in: state.projection
    ).sentence(language)
    let undone = entries.count(where: \.isRetracted)
    let part = Phrase("（已撤销\(undone)条）", "(\(undone) undone) ")
    let before = isOut ? Labels.undone : undone > 0 ? part : .empty
    let doubt = entries.contains(where: \.isInConflict) ? Labels.conflict : .empty
    let count = Phrase("  \(entries.count)条", "  \(entries.count) records")
    return StyledText(before[language], .muted) + StyledText(doubt[language], .bad)
      + StyledText(words, isOut ? .muted.struck : .text) + StyledText(count[language], .muted)
  }

  /// When something happened, seen from the day looked at.
  enum Period: String {
    case today
    case yesterday
    case week
    case earlier

    init(of day: Day, on asOf: Day) {
      let monday = asOf - ((asOf.ordinal + 3) % 7)
      self =
        day >= asOf
        ? .today : day == asOf - 1 ? .yesterday : day >= monday ? .week : .earlier
    }

    var title: Phrase {
      switch self {
      case .today: Phrase("今天", "Today")
      case .yesterday: Phrase("昨天", "Yesterday")
      case .week: Phrase("本周", "This week")
      case .earlier: Phrase("更早", "Earlier")
      }
    }
  }
}
