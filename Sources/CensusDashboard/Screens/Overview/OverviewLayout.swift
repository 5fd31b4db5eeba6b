import CensusCore
import TerminalKit

/// Where the parts of the overview stand: the brief and the figures above, and below them two
/// columns, on wide screens three.
struct OverviewLayout {
  let brief: [String]
  let figures: Rect
  let hasTallFigures: Bool
  /// What is to be done today.
  let units: Rect
  /// What there is to say of the row under the cursor; empty where there is no room.
  let details: Rect
  let prefectures: Rect
  let categories: Rect
  let checks: Rect
  /// The latest records; only where there is a third column.
  let records: Rect?
  /// The next days; only where the second column has room for them.
  let agenda: Rect?
  /// The lines between the columns.
  let dividers: [Rect]

  /// From so many columns on there are three.
  private static let threeFrom = 160
  /// Sixty Chinese characters: longer lines are hard to read.
  private static let widestBrief = 120

  init(_ state: State, in body: Rect) {
    brief = Self.brief(state, in: body)
    hasTallFigures = body.height >= 24
    let gap = body.height >= 14 ? 1 : 0
    figures = Rect(
      x: body.x + 2, y: body.y + brief.count + gap, width: body.width - 4,
      height: hasTallFigures ? FigureRow.tallHeight : 1)
    let top = figures.endY + gap
    let lists = Rect(x: body.x, y: top, width: body.width, height: body.endY - top)
    let hasThree = body.width >= Self.threeFrom
    let left = hasThree ? body.width * 9 / 20 : Self.left(in: body)
    let middle = hasThree ? min(58, (body.width - left) / 2) : body.width - left - 1
    let unitRows = state.projection.obligations.count + 1
    // Where rows are many, a few lines stay free to say something of the one under the cursor.
    let reserved = lists.height >= 16 ? 6 : 0
    units = Rect(
      x: body.x, y: top, width: left, height: min(unitRows, max(0, lists.height - reserved)))
    let below = units.endY + 1
    details = Rect(x: body.x, y: below, width: left - 1, height: lists.endY - below)

    let column = Rect(x: left + 1, y: top, width: middle, height: lists.height)
    let failing = state.snapshot.prefectures.count { ($0.figures.failing ?? 0) > 0 }
    let categoryRows = OverviewCategories(state: state).height
    let all = state.snapshot.prefectures.count + 1
    let categoryLines = state.snapshot.categories.count + 2
    let room =
      lists.height > categoryRows + failing
      ? lists.height - categoryRows - 1 : max(5, lists.height - categoryLines)
    // All of them where there is room, else those with failing sites; the categories come next, and
    // the checks get what is left.
    let least = hasThree && all <= room ? all : min(failing + 1, room)
    prefectures = Rect(
      x: column.x, y: top, width: column.width, height: min(least, column.height))
    let rest = Self.below(prefectures, in: column)
    categories = Rect(
      x: rest.x, y: rest.y, width: rest.width, height: min(categoryRows, rest.height))
    guard hasThree else {
      checks = Self.below(categories, in: column)
      records = nil
      agenda = nil
      dividers = [Rect(x: left, y: top, width: 1, height: lists.height)]
      return
    }
    let third = Rect(
      x: column.endX + 1, y: top, width: body.endX - column.endX - 1, height: lists.height)
    checks = Rect(
      x: third.x, y: top, width: third.width,
      height: min(OverviewChecks(state: state).height, third.height / 2))
    records = Self.below(checks, in: third)
    let spare = Self.below(categories, in: column)
    agenda = spare.height >= DueStrip.height ? spare : nil
    dividers = [left, column.endX].map { Rect(x: $0, y: top, width: 1, height: lists.height) }
  }

  private static func left(in body: Rect) -> Int {
    body.width >= 100 ? body.width * 11 / 20 : body.width - 36
  }

  private static func below(_ part: Rect, in column: Rect) -> Rect {
    let top = part.height > 0 ? part.endY + 1 : part.y
    return Rect(x: column.x, y: top, width: column.width, height: column.endY - top)
  }

  private static func brief(_ state: State, in body: Rect) -> [String] {
    let text = state.snapshot.brief[state.language]
    let most = body.height >= 28 ? 6 : body.height >= 20 ? 4 : body.height >= 14 ? 3 : 1
    let lines = state.alphabet.wrapped(text, to: max(1, min(body.width - 5, widestBrief)))
    let isCut = lines.count > most
    return lines.prefix(most).enumerated().map { index, line in
      let isLast = isCut && index == most - 1
      return isLast ? line + String(state.alphabet.ellipsis) : line
    }
  }
}
