internal import CensusCore

/// Days from left to right, about a deadline and the day looked at.
///
/// Where the two lie far apart, days between them are left out, and the break shows.
struct DayAxis {
  let left: Double
  let width: Double
  let asOf: Day
  let due: Day?
  /// The year of the period, which days go without.
  private let year: Int
  /// Runs of days, one or two.
  private let runs: [ClosedRange<Int>]

  private static let before = 10
  private static let after = 10
  private static let most = 110
  private static let kept = 40
  private static let gap = 22.0

  /// An axis over some days.
  ///
  /// - Parameters:
  ///   - projection: whose deadline and day.
  ///   - left: where it begins.
  ///   - width: how wide it is.
  init(_ projection: Projection, left: Double, width: Double) {
    self.left = left
    self.width = width
    asOf = projection.asOf
    year = projection.quarter.year
    due = projection.inspection.notice.deadline?.day
    let middle = due ?? asOf
    var first = min(middle, asOf) - Self.before
    if let issued = projection.inspection.notice.issued, issued < first, first - issued < 31 {
      first = issued - 1
    }
    let promised = projection.obligations.compactMap(\.promised).max() ?? asOf
    let last = max(max(middle, asOf) + Self.after, min(promised, asOf + 30) + 1)
    guard last - first > Self.most else {
      runs = [first.ordinal...last.ordinal]
      return
    }
    let (early, late) = (min(middle, asOf), max(middle, asOf))
    runs = [
      first.ordinal...(early + Self.kept).ordinal, (late - Self.kept / 2).ordinal...last.ordinal,
    ]
  }

  /// The days that it shows, in order.
  var days: [Day] { runs.flatMap { $0.map { Day(ordinal: $0) } } }

  /// The first day.
  var first: Day { Day(ordinal: runs[0].lowerBound) }

  /// The last day.
  var last: Day { Day(ordinal: runs[runs.count - 1].upperBound) }

  private var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// How wide a day is.
  var step: Double { (width - Double(runs.count - 1) * Self.gap) / Double(count) }

  /// Where a day begins; nil where it is left out.
  func start(of day: Day) -> Double? {
    var x = left
    for run in runs {
      if run.contains(day.ordinal) { return x + Double(day.ordinal - run.lowerBound) * step }
      x += Double(run.count) * step + Self.gap
    }
    return nil
  }

  /// The middle of a day; nil where it is left out.
  func middle(of day: Day) -> Double? { start(of: day).map { $0 + step / 2 } }

  /// The months above, the days of weeks, the deadline and the day looked at.
  ///
  /// - Parameters:
  ///   - top: the line under the labels.
  ///   - bottom: how far the marks of deadline and day reach.
  ///   - language: of the labels.
  /// - Returns: the drawing.
  func drawn(top: Double, bottom: Double, _ language: Language) -> Markup {
    var drawing = Draw.line(left, top, left + width, top, Ink.rule)
    var month: Int?
    for day in days {
      guard let x = start(of: day) else { continue }
      let isFirst = day.month != month
      month = day.month
      if day.weekday == .monday {
        drawing += Draw.line(x, top, x, top + 4, Ink.quiet)
        if step * 7 > 30 {
          drawing += Draw.text(
            "\(day.dayOfMonth)", x + step / 2, top - 4, .middle, size: 10, colour: Ink.quiet)
        }
      }
      if isFirst, left + width - x > 30 {
        let name = words(of: day, Phrase("\(day.month)月", EnglishMonth.short(day.month)))
        drawing += Draw.text(name[language], x + 2, top - 18, size: 11, colour: Ink.quiet)
      }
    }
    if runs.count > 1 {
      let x = left + Double(runs[0].count) * step + Self.gap / 2
      drawing += Draw.text("≈", x, top - 4, .middle, size: 14, colour: Ink.quiet, bold: true)
      drawing += Draw.line(x, top, x, bottom, Ink.rule, dashes: "2 3")
    }
    let dueX = due.flatMap { start(of: $0) }.map { $0 + step }
    let asOfX = middle(of: asOf)
    if let asOfX {
      drawing += Draw.line(asOfX, top - 2, asOfX, bottom, Ink.quiet, dashes: "3 3")
    }
    if let due, let dueX {
      drawing += Draw.line(dueX, top - 2, dueX, bottom, Ink.blue, width: 2)
      let label = Phrase("时限 ", "due ") + dayWords(due)
      drawing += Draw.text(
        label[language], dueX, bottom + 14, .middle, size: 11, colour: Ink.blue, bold: true)
    }
    if let asOfX {
      let label = Phrase("截至 ", "as of ") + dayWords(asOf)
      // Beside the label of the deadline there may be no room.
      let isClose = dueX.map { abs($0 - asOfX) < 96 } ?? false
      drawing += Draw.text(
        label[language], asOfX, bottom + (isClose ? 28 : 14), .middle, size: 11, colour: Ink.quiet)
    }
    return drawing
  }

  /// A day with its month.
  private func dayWords(_ day: Day) -> Phrase {
    words(
      of: day,
      Phrase(
        "\(day.month)月\(day.dayOfMonth)日",
        "\(day.dayOfMonth) \(EnglishMonth.short(day.month))"))
  }

  /// A day or its month, with the year where that is another than the period's.
  private func words(of day: Day, _ name: Phrase) -> Phrase {
    guard day.year != year else { return name }
    return Phrase("\(day.year)年\(name.chinese)", "\(name.english) \(day.year)")
  }
}
