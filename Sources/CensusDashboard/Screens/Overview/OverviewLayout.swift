import CensusCore
import TerminalKit

/// Where the parts of the overview stand: the brief and the figures above, what is to be done today
/// across the screen, and below it the map beside the categories, on wide screens the records too.
struct OverviewLayout {
  /// A pane with its frame.
  struct Pane {
    let frame: Rect
    let isOpen: Bool

    /// What the frame leaves.
    var inside: Rect { TitledFrame.interior(of: frame, isOpen: isOpen) }
  }

  let brief: [String]
  /// Empty where there is no room for them.
  let figures: Rect
  let hasTallFigures: Bool
  /// What is to be done today.
  let units: Pane
  /// Where it says how much waits of earlier periods; nil where that stands on the frame.
  let earlier: Rect?
  /// The prefectures, as tiles or as a list.
  let prefectures: Pane
  /// The tiles, where they find room.
  let hasTiles: Bool
  /// What there is to say of the row under the cursor; empty where there is no room.
  let details: Rect
  let categories: Pane
  /// What was recorded lately.
  let records: Pane
  /// The open checks and the next days; only where there is a third column.
  let checks: Rect?
  let agenda: Rect?
  /// The prefectures as a list with their rates, where all of them find room besides.
  let rates: Rect?

  /// From so many columns on there are three.
  private static let threeFrom = 160
  /// Sixty Chinese characters: longer lines are hard to read.
  private static let widestBrief = 120
  private static let widestMap = 68

  init(_ state: State, in body: Rect) {
    let isSmall = body.height < 22
    hasTallFigures = body.height >= 28
    brief = Self.brief(state, in: body, isSmall: isSmall)
    let gap = hasTallFigures ? 1 : 0
    figures = Rect(
      x: body.x + 2, y: body.y + brief.count + gap, width: body.width - 4,
      height: hasTallFigures ? FigureRow.tallHeight : isSmall ? 0 : 1)
    let top = figures.endY
    let rest = Rect(x: body.x, y: top, width: body.width, height: max(0, body.endY - top))

    let edges = isSmall ? 1 : 2
    let mapWidth = min(Self.widestMap, isSmall ? body.width * 5 / 8 : body.width * 11 / 20)
    let all = state.list(1)?.rows ?? []
    let map = TileMap(all, of: all, width: isSmall ? mapWidth : mapWidth - 2)
    let lowerEdges = isSmall ? 0 : 2
    let wanted = OverviewScreen.dueCount(state) + 1 + edges
    let mapHeight = map.height + lowerEdges
    // The map gives way to a list where it would leave less than four rows of what is to be done.
    hasTiles =
      map.fits(height: rest.height - lowerEdges - min(wanted, 5 + edges)) && !state.way.isZoomed
    let least = hasTiles ? mapHeight : min(rest.height / 2, 8)
    let unitsHeight = max(0, min(wanted, rest.height - least))
    let above = Rect(x: rest.x, y: rest.y, width: rest.width, height: unitsHeight)
    let hasEarlier = OverviewScreen.earlierCount(state) > 0
    earlier = isSmall && hasEarlier ? above.row(above.height - 1) : nil
    units = Pane(
      frame: Rect(
        x: above.x, y: above.y, width: above.width,
        height: above.height - (earlier == nil ? 0 : 1)), isOpen: isSmall)

    let lower = Rect(
      x: rest.x, y: above.endY, width: rest.width, height: max(0, rest.endY - above.endY))
    let leftWidth = hasTiles ? map.drawnWidth + lowerEdges : mapWidth
    let rows = state.snapshot.prefectures.count + 1 + lowerEdges
    let upper = min(lower.height, hasTiles ? mapHeight : rows)
    prefectures = Pane(
      frame: Rect(x: lower.x + (isSmall ? 1 : 0), y: lower.y, width: leftWidth, height: upper),
      isOpen: isSmall)
    let detailTop = prefectures.frame.endY + (lower.endY - prefectures.frame.endY > 6 ? 1 : 0)
    let hasThree = body.width >= Self.threeFrom
    details = Rect(
      x: lower.x, y: detailTop, width: leftWidth, height: max(0, lower.endY - detailTop))

    let x = prefectures.frame.endX + 1
    let wide = max(0, body.endX - x)
    let middle = Rect(
      x: x, y: lower.y, width: hasThree ? min(60, wide / 2) : wide, height: lower.height)
    let parts = OverviewCategories(state: state)
    let full = parts.height - 1 + lowerEdges
    let short = state.snapshot.categories.count + lowerEdges
    let room = middle.height - (hasThree ? 0 : 2 + lowerEdges)
    let categoryHeight = min(middle.height, isSmall ? short + 1 : full <= room ? full : short)
    categories = Pane(
      frame: Rect(x: middle.x, y: middle.y, width: middle.width, height: categoryHeight),
      isOpen: isSmall)
    let below = Rect(
      x: middle.x, y: categories.frame.endY, width: middle.width,
      height: max(0, middle.endY - categories.frame.endY))
    guard hasThree else {
      records = Pane(frame: below, isOpen: isSmall)
      (checks, agenda, rates) = (nil, nil, nil)
      return
    }
    let third = middle.endX + 1
    let listed = state.snapshot.prefectures.count + 4
    let hasRates = hasTiles && lower.height >= listed + 10
    let column = Rect(
      x: third, y: lower.y, width: max(0, body.endX - third),
      height: lower.height - (hasRates ? listed : 0))
    records = Pane(frame: column, isOpen: isSmall)
    rates =
      hasRates
      ? Rect(x: column.x, y: column.endY, width: column.width, height: listed - 1) : nil
    let checkHeight = min(OverviewChecks(state: state).height, max(0, below.height - 5))
    checks = Rect(x: below.x, y: below.y + 1, width: below.width, height: max(0, checkHeight))
    let strip = Rect(
      x: below.x, y: below.y + checkHeight + 2, width: below.width,
      height: max(0, below.height - checkHeight - 2))
    agenda = strip.height >= DueStrip.height ? strip : nil
  }

  /// The paragraph for the leader; of one line what moves, since the rest stands in the notice.
  private static func brief(_ state: State, in body: Rect, isSmall: Bool) -> [String] {
    let text = state.snapshot.brief[state.language]
    let sentences = text.split(separator: state.language == .chinese ? "。" : ". ")
    let moving =
      isSmall && sentences.count > 1
      ? String(text[sentences[1].startIndex...]) : text
    // On a small screen it has what the units and four rows of tiles leave.
    let left = body.height - OverviewScreen.dueCount(state) - 10
    let most = body.height >= 28 ? 6 : isSmall ? min(3, max(1, left)) : 4
    let lines = state.alphabet.wrapped(moving, to: max(1, min(body.width - 5, widestBrief)))
    let isCut = lines.count > most
    return lines.prefix(most).enumerated().map { index, line in
      let isLast = isCut && index == most - 1
      return isLast ? line + String(state.alphabet.ellipsis) : line
    }
  }
}
