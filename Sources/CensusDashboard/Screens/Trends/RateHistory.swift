import CensusCore
import CensusLists
import TerminalKit

/// The part of 0 to 100% that charts of rates show, so that rates near the whole differ visibly.
struct RateScale {
  /// The rate at the foot, in percent: the lowest ten that all rates are above.
  let base: Int

  init(_ rates: [PassRate]) {
    let lowest = rates.map { $0.passed * 1000 / $0.total }.min() ?? 1000
    base = max(0, (lowest - 1) / 100 * 10)
  }

  /// The height of a column, in tenths of a percent above the foot.
  func height(of rate: PassRate) -> Int {
    max(1, (rate.passed * 1000 + rate.total / 2) / rate.total - base * 10)
  }

  /// The height of 100%.
  var top: Int { 1000 - base * 10 }

  /// What the scale covers, to be printed beside a chart.
  var text: String { "\(base)–100%" }
}

/// The pass rates of one row of annex 1, or of the province, over the quarters that have it.
struct RateHistory {
  /// One quarter with a rate.
  struct Entry {
    let quarter: Quarter
    let rate: PassRate
  }

  /// At least two, oldest first.
  let entries: [Entry]

  /// The rates of a subject; nil if fewer than two quarters have one: no line through one point.
  init?(of subject: Trends.Subject, in trends: Trends) {
    entries = trends.points.compactMap { point in
      point[subject]?.rate.map { Entry(quarter: point.quarter, rate: $0) }
    }
    guard entries.count > 1 else { return nil }
  }

  private init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The latest of them whose line is at most so many cells long.
  func latest(fitting columns: Int) -> RateHistory {
    var history = self
    while history.entries.count > 2, history.gapCount + history.entries.count > columns {
      history = RateHistory(Array(history.entries.dropFirst()))
    }
    return history
  }

  private var gapCount: Int { Trends.gaps(between: entries.map(\.quarter)).count }

  var rates: [PassRate] { entries.map(\.rate) }

  /// The rates as a line of columns; missing quarters leave one cell blank, however many they are.
  func sparkline(_ scale: RateScale) -> Sparkline {
    var values: [Int] = []
    var before: Quarter?
    for entry in entries {
      if let before, Trends.gaps(between: [before, entry.quarter]) != [] { values.append(0) }
      values.append(scale.height(of: entry.rate))
      before = entry.quarter
    }
    // The whole stays three eighths below the row above, and the latest alone has the colour of its
    // rate: lines of a list never run together into a wall.
    return Sparkline(
      values, top: scale.top * 8 / 5, style: .muted,
      lastStyle: Style(Styles.rate(entries.last?.rate)))
  }
}

/// The column of rates over the quarters in a list of prefectures; not there while no row has two.
struct RateColumn {
  static let id = "trend"

  private let histories: [PrefectureID: RateHistory]
  private let scale: RateScale

  init(_ prefectures: [PrefectureID], in trends: Trends) {
    var histories: [PrefectureID: RateHistory] = [:]
    if trends.points.count > 1 {
      for id in prefectures { histories[id] = RateHistory(of: .prefecture(id), in: trends) }
    }
    self.histories = histories
    scale = RateScale(histories.values.flatMap(\.rates))
  }

  /// Whether there is no column.
  var isEmpty: Bool { histories.isEmpty }

  /// The field, if there is a column; it is ordered by how the rate went from the first of the
  /// quarters to the last.
  var fields: [Field<PrefectureRow>] {
    guard !isEmpty else { return [] }
    let (histories, scale) = (histories, scale)
    return [
      Field(
        Self.id, Labels.tab(.trends), shows: .screens, room: .fixed(8, importance: 2),
        rank: { row in
          guard let rates = histories[row.state?.prefecture.id ?? ""]?.rates,
            let first = rates.first, let last = rates.last
          else { return nil }
          return scale.height(of: last) - scale.height(of: first)
        },
        words: { row, _ in
          guard let state = row.state else { return Words(" ") }
          return histories[state.prefecture.id] == nil ? .none : Words(" ")
        }, value: { _ in .none })
    ]
  }

  func graphics(_ id: PrefectureID) -> [String: Graphic] {
    histories[id].map { [Self.id: .sparkline($0.sparkline(scale))] } ?? [:]
  }
}

extension State {
  /// The figures of all quarters that were read; the one on screen is always among them.
  var trends: Trends {
    var trends = archive.trends
    if snapshot.quarters.contains(projection.quarter) { trends.insert(snapshot.point) }
    return trends
  }
}
