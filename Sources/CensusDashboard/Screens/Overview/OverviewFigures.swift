import CensusCore
import DisplayText
import TerminalKit

/// One number with its name, its measure, and a few words below it.
struct Figure {
  let label: Phrase
  let measure: Phrase
  let value: String
  let role: Role
  var note = Phrase("", "")
}

/// Numbers in a row, large where there is room.
struct FigureRow {
  let figures: [Figure]
  let language: Language

  /// The lines it takes.
  static let tallHeight = BigFigures.height
  private static let gap = 3
  /// More room than this between two figures only tears them apart.
  private static let widestSpare = 9
  private static let widestEven = 30

  func draw(in area: Rect, isTall: Bool, on grid: inout Grid) {
    guard isTall else {
      drawShort(in: area, on: &grid)
      return
    }
    for (figure, place) in zip(figures, tallColumns(area, grid.alphabet)) {
      drawTall(figure, in: place, on: &grid)
    }
  }

  /// The columns that tall figures need side by side.
  func width(in alphabet: Alphabet) -> Int {
    figures.reduce(0) { $0 + needed(by: $1, alphabet) }
  }

  private func needed(by figure: Figure, _ alphabet: Alphabet) -> Int {
    let head =
      alphabet.width(of: figure.label[language])
      + alphabet.width(of: figure.measure[language]) + 1
    let widths = [head, alphabet.width(of: figure.note[language])]
    return BigFigures(figure.value).width + 1 + (widths.max() ?? 0) + Self.gap
  }

  private func tallColumns(_ area: Rect, _ alphabet: Alphabet) -> [Rect] {
    let spare = area.width - width(in: alphabet)
    let widest = figures.map { needed(by: $0, alphabet) }.max() ?? 0
    // Even columns are calmer, where none is too narrow for what stands in it.
    guard spare >= 0, widest * figures.count > area.width else {
      return evenColumns(area, least: widest)
    }
    let each = min(Self.widestSpare, spare / max(1, figures.count))
    return area.split(columns: figures.map { .fixed(needed(by: $0, alphabet) + each) })
  }

  private func evenColumns(_ area: Rect, least: Int = 0) -> [Rect] {
    let width = min(area.width, figures.count * max(least, Self.widestEven))
    return Rect(x: area.x, y: area.y, width: width, height: area.height).split(
      columns: figures.map { _ in .rest })
  }

  private func drawTall(_ figure: Figure, in place: Rect, on grid: inout Grid) {
    let digits = BigFigures(figure.value, role: figure.role)
    digits.draw(in: place, on: &grid)
    let x = place.x + digits.width + 1
    let head = StyledText(figure.label[language], figure.value == "0" ? .muted : .text.bold)
    let lines = [
      head + StyledText(" " + figure.measure[language], .muted),
      StyledText(figure.note[language], .muted),
    ]
    for (line, text) in lines.enumerated() {
      grid.write(
        text, at: Point(x: x, y: place.y + line), fitting: max(0, place.endX - x - 1), clip: place)
    }
  }

  /// All figures in one line, with their measures if all of these find room.
  private func drawShort(in area: Rect, on grid: inout Grid) {
    let alphabet = grid.alphabet
    let short = figures.map { figure in
      StyledText(figure.label[language], .muted) + " "
        + StyledText(figure.value, Style(figure.role).bold)
    }
    let full = zip(figures, short).map { figure, text in
      text + " " + StyledText(figure.measure[language], .muted)
    }
    let gaps = max(1, figures.count - 1)
    func spare(_ texts: [StyledText]) -> Int {
      area.width - texts.reduce(0) { $0 + $1.width(in: alphabet) }
    }
    let shown = spare(full) >= 2 * gaps ? full : short
    let gap = max(2, min(Self.widestSpare, spare(shown) / gaps))
    var x = area.x
    for text in shown {
      x += grid.write(text, at: Point(x: x, y: area.y), clip: area) + gap
    }
  }
}

/// Which numbers the overview shows.
struct OverviewFigures {
  let state: State

  /// The figures that move from day to day.
  var moving: [Figure] {
    let overview = state.snapshot.overview
    let open = overview.behind
    let aside = [
      (overview.waived, Phrase("免报", "excused")), (overview.extended, Phrase("延期", "extended")),
    ]
    .filter { $0.0 > 0 }
    return [
      Figure(
        label: Phrase("未报齐", "Incomplete"), measure: units(open), value: String(open),
        role: open == 0 ? .good : .caution,
        note: Phrase(
          "应报\(overview.units)家，报齐\(overview.complete)家"
            + aside.map { "，\($1.chinese)\($0)家" }.joined(),
          "\(overview.complete) of \(overview.units) complete"
            + aside.map { ", \($0) \($1.english)" }.joined())),
      Figure(
        label: Phrase("逾期", "Overdue"), measure: units(overview.overdue),
        value: String(overview.overdue),
        role: overview.overdue > 0 ? .bad : overview.orderedOverdue > 0 ? .text : .good,
        note: longestDelay),
      Figure(
        label: Phrase("待退回", "To return"), measure: units(overview.toReturn),
        value: String(overview.toReturn), role: overview.toReturn == 0 ? .muted : .accent,
        note: overview.toReturn == 0 ? Phrase("", "") : Phrase("应退回补正", "our move")),
      Figure(
        label: Phrase("待复查", "To re-check"), measure: sites(overview.awaitingRecheckSites),
        value: String(overview.awaitingRecheckSites),
        role: overview.awaitingRecheckSites == 0 ? .muted : .accent,
        note: Phrase(
          "复查\(overview.recheckedFindings)条，到位\(overview.passedFindings)条",
          "\(overview.recheckedFindings) done, \(overview.passedFindings) passed")),
      Figure(
        label: Phrase("整改不到位", "Failed"), measure: sites(overview.failedSites),
        value: String(overview.failedSites), role: overview.failedSites == 0 ? .muted : .bad,
        note: accountability),
    ]
  }

  /// The figures as published, with their change.
  var published: [Figure] {
    let figures = state.projection.publishedTotals
    let change = OverviewChange(state)
    let rate = figures.publishedRate ?? figures.computedRate
    let rateLabel =
      figures.publishedRate == nil ? Phrase("合格率（核算）", "Rate (computed)") : Labels.rate
    let against = { (value: Phrase?) -> Phrase in
      guard let change, let value else { return Phrase("", "") }
      return Phrase(
        "\(change.against.chinese) \(value.chinese)", "\(value.english) \(change.against.english)")
    }
    return [
      Figure(
        label: Labels.running, measure: sites(figures.running ?? 0),
        value: figures.running.map(String.init) ?? "-", role: .text, note: against(change?.running)),
      Figure(
        label: Labels.failing, measure: sites(figures.failing ?? 0),
        value: figures.failing.map(String.init) ?? "-",
        role: figures.failing == 0 ? .good : .caution, note: against(change?.failing)),
      Figure(
        label: rateLabel, measure: Phrase("", ""), value: rate ?? "-",
        role: Styles.rate(figures.rate), note: against(change?.rate)),
    ]
  }

  /// The published figures in one line: 在运行286 −19  不合格5 −7  合格率98.3% +2.2点  较2020年二季度.
  var line: StyledText {
    let figures = state.projection.publishedTotals
    let change = OverviewChange(state)
    let language = state.language
    let joint = language == .chinese ? "" : " "
    let parts: [(Phrase, String?, Phrase?)] = [
      (Labels.running, figures.running.map(String.init), change?.running),
      (Labels.failing, figures.failing.map(String.init), change?.failing),
      (Labels.rate, figures.publishedRate ?? figures.computedRate, change?.rate),
    ]
    var text = StyledText([])
    for (label, value, difference) in parts {
      guard let value else { continue }
      text = text + StyledText(label[language] + joint + value, .muted)
      if let difference { text = text + StyledText(" " + difference[language], .text) }
      text = text + "  "
    }
    return text + StyledText(change?.against[language] ?? "", .muted)
  }

  private var longestDelay: Phrase {
    let asOf = state.projection.asOf
    let days = state.projection.owing.compactMap { $0.daysOverdue(on: asOf) }.max()
    let overview = state.snapshot.overview
    let ordered = Phrase(
      "再整改逾期\(overview.orderedOverdue)家", "\(overview.orderedOverdue) ordered anew")
    let longest = days.map { Phrase("最长逾期\($0)天", "up to \(counted($0, "day"))") }
    // Who is late with what was ordered anew has reported before, and is no part of the figure.
    let all =
      (overview.overdue > 0 ? [longest] : []) + (overview.orderedOverdue > 0 ? [ordered] : [])
    return all.isEmpty
      ? Phrase("没有逾期", "none is late") : all.compactMap(\.self).joined(Phrase("，", ", "))
  }

  private var accountability: Phrase {
    let overview = state.snapshot.overview
    if overview.toBeConsidered > 0 {
      return Phrase(
        "待研究问责\(overview.toBeConsidered)家", "\(overview.toBeConsidered) to consider")
    }
    guard overview.escalated > 0 else { return Phrase("", "") }
    return Phrase("已启动问责\(overview.escalated)家", "\(overview.escalated) opened")
  }

  private func units(_ count: Int) -> Phrase { Phrase("家", count == 1 ? "unit" : "units") }

  private func sites(_ count: Int) -> Phrase { Phrase("个网站", count == 1 ? "site" : "sites") }
}
