import CensusCore
import DisplayText
import TerminalKit

/// The next fourteen days in three rows: day and weekday, a bar, how many units are due, promised
/// or to be chased.
struct DueStrip {
  /// The rows it takes.
  static let height = 3

  let state: State

  private static let dayCount = 14

  private struct DayCount {
    let day: Day
    let units: Int
    /// Whether a report is due that day.
    let isDue: Bool
    /// Whether what is to be done is overdue already.
    let isLate: Bool
    let isWorked: Bool
  }

  func draw(in area: Rect, on grid: inout Grid) {
    let language = state.language
    let labelWidth = 6
    let left = area.x + 2
    let room = area.width - 2 - labelWidth
    // A day needs four columns and a blank; where there is more room it takes up to eight.
    let dayWidth = min(8, max(5, room / Self.dayCount))
    let days = counts(days: min(Self.dayCount, max(0, room / dayWidth)))
    guard area.height >= Self.height, let first = days.first else { return }
    let labels = [Labels.month(first.day), Phrase("待办", "to do"), Phrase("家", "units")]
    for (line, label) in labels.enumerated() {
      grid.write(
        label[language], at: Point(x: left, y: area.y + line), fitting: labelWidth, .muted,
        clip: area)
    }
    let most = days.map(\.units).max() ?? 0
    for (column, count) in days.enumerated() {
      let place = Rect(
        x: left + labelWidth + column * dayWidth, y: area.y, width: dayWidth - 1,
        height: Self.height
      ).intersection(area)
      draw(count, most: most, after: left + labelWidth, in: place, on: &grid)
    }
  }

  private func draw(
    _ count: DayCount, most: Int, after left: Int, in place: Rect, on grid: inout Grid
  ) {
    let language = state.language
    let weekday = Terms.weekday(count.day.weekday)
    let mark = Phrase(String(weekday.chinese.suffix(1)), String(weekday.english.prefix(2)))
    let number = count.day.dayOfMonth < 10 ? " \(count.day.dayOfMonth)" : "\(count.day.dayOfMonth)"
    let head: Style =
      count.isDue ? .accent.bold : count.isWorked ? .text : .muted
    let isNewMonth = count.day.dayOfMonth == 1 && place.x > left
    let month = Labels.month(count.day)
    let date =
      !isNewMonth
      ? number + mark[language]
      : place.width >= 7
        ? Phrase(
          "\(month.chinese)1\(mark.chinese)", "\(month.english) 1\(mark.english)")[language]
        : "\(count.day.month)/1"
    grid.write(date, at: place.origin, isNewMonth ? head.bold : head, clip: place)
    let line = Point(x: place.x, y: place.y + 1)
    guard count.units > 0, most > 0 else {
      grid.write(grid.alphabet == .unicode ? " ·" : " .", at: line, .muted, clip: place)
      return
    }
    let style: Style = count.isLate ? .bad : count.isDue ? .accent : .caution
    let heights = grid.alphabet.heights
    let index = max(0, (count.units * heights.count + most - 1) / most - 1)
    grid.write(String(repeating: heights[index], count: 3), at: line, style, clip: place)
    grid.write(
      "\(count.units)", at: Point(x: place.x, y: place.y + 2), fitting: 2, alignment: .right,
      style.bold, clip: place)
  }

  /// How many units have something due on each day from the day looked at; each unit once a day.
  private func counts(days: Int) -> [DayCount] {
    let projection = state.projection
    let first = projection.asOf
    let printed = projection.inspection.notice.deadline?.day
    let open = projection.obligations.filter { $0.owed.contains { !$0.submission.isSettled } }
    let dues = open.map { unit in
      Set(unit.rounds.filter { !$0.submission.isSettled }.compactMap { $0.deadline?.day })
    }
    return (0..<days).map { offset in
      let day = first + offset
      let due = zip(open, dues).filter { $1.contains(day) }.map(\.0)
      let next = open.filter { $0.next?.on == day }
      return DayCount(
        day: day, units: Set((due + next).map(\.unit.id)).count,
        isDue: day == printed || !due.isEmpty,
        isLate: next.contains { $0.isOverdue(on: day) },
        isWorked: projection.calendar.isWorkingDay(day))
    }
  }
}

extension Labels {
  /// The month of a day: 10月, Oct.
  static func month(_ day: Day) -> Phrase {
    Phrase("\(day.month)月", EnglishMonth.short(day.month))
  }
}
