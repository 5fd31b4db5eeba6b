import CensusCore
import CensusLists
import TerminalKit

/// The prefectures as tiles at their places on the map.
///
/// Where any of them has no place, all stand in published order.
struct TileMap {
  private struct Place: Hashable {
    let column: Int
    let row: Int
  }

  private let tiles: [(index: Int, picture: TilePicture, place: Place)]
  private let places: [RowID: Place]
  private let width: Int

  private static let narrowest = 9
  private static let widest = 13

  /// The tiles of the rows of a list.
  ///
  /// - Parameters:
  ///   - rows: rows with tiles among their pictures, as they are shown.
  ///   - all: all rows of the list: each has its place, whichever a filter leaves.
  ///   - width: the columns they share.
  init(_ rows: [ListRow], of all: [ListRow], width: Int) {
    self.width = width
    let places = Self.places(of: all, width: width)
    self.places = places
    tiles = rows.enumerated().compactMap { index, row in
      guard let picture = row.tile, let place = places[row.id] else { return nil }
      return (index, picture, place)
    }
  }

  private static func places(of rows: [ListRow], width: Int) -> [RowID: Place] {
    let known = rows.compactMap { row in row.tile.map { (row.id, $0.prefecture.tile) } }
    var places = known.compactMap { $0.1.map { Place(column: $0.column, row: $0.row) } }
    if places.count == known.count, Set(places).count == places.count {
      let left = places.map(\.column).min() ?? 0
      let top = places.map(\.row).min() ?? 0
      places = places.map { Place(column: $0.column - left, row: $0.row - top) }
    } else {
      let across = max(1, (width + 1) / (narrowest + 2))
      places = known.indices.map { Place(column: $0 % across, row: $0 / across) }
    }
    return Dictionary(
      zip(known.map(\.0), places).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  private var columns: Int { (places.values.map(\.column).max() ?? -1) + 1 }

  private var tileWidth: Int { min(Self.widest, (width + 1) / max(1, columns) - 1) }

  /// The lines it takes.
  var height: Int { ((places.values.map(\.row).max() ?? -1) + 1) * TilePicture.height }

  /// Whether all tiles find room in so many lines.
  func fits(height: Int) -> Bool {
    !places.isEmpty && self.height <= height && tileWidth >= Self.narrowest
  }

  /// The columns it takes.
  var drawnWidth: Int { columns * (tileWidth + 1) - 1 }

  func draw(
    in area: Rect, selected: Int?, isFocused: Bool, pane: Int?, language: Language,
    on grid: inout Grid
  ) {
    for tile in tiles {
      let place = Rect(
        x: area.x + tile.place.column * (tileWidth + 1),
        y: area.y + tile.place.row * TilePicture.height, width: tileWidth,
        height: TilePicture.height)
      let isSelected = tile.index == selected
      tile.picture.draw(
        in: place, language: language,
        ground: isSelected && isFocused ? .selection : .panel, on: &grid)
      if let pane { grid.add(.row(pane: pane, index: tile.index), in: place) }
      guard isSelected, isFocused else { continue }
      grid.cursor = place.origin
      // Also where there are no colours the cursor is seen.
      grid.fill(
        Rect(x: place.x, y: place.y, width: 1, height: place.height),
        with: grid.alphabet.tileCursor, Style(.accent, on: .selection).bold)
    }
  }

  /// The row to which a movement leads from another: the nearest tile in that direction.
  func step(_ command: Command, from index: Int) -> Int? {
    guard let here = tiles.first(where: { $0.index == index })?.place else {
      return tiles.first?.index
    }
    func distance(_ place: Place) -> Int? {
      let (across, down) = (place.column - here.column, place.row - here.row)
      let (ahead, aside) =
        switch command {
        case .left: (-across, down)
        case .right: (across, down)
        case .up: (-down, across)
        default: (down, across)
        }
      return ahead > 0 ? ahead + 3 * abs(aside) : nil
    }
    let ahead = tiles.compactMap { tile in distance(tile.place).map { (tile.index, $0) } }
    return ahead.min { $0.1 < $1.1 }?.0
  }

  /// What the signs mean, with how many sites there are of each; as many as find room, the worst first.
  static func legend(
    _ rows: [PrefectureState], _ state: State, within width: Int = .max
  ) -> StyledText {
    let day = state.projection.asOf
    let turns = rows.flatMap { $0.turns(on: day) }
    return Turn.allCases.reduce(StyledText([])) { text, turn in
      let count = turns.count { $0 == turn }
      guard count > 0 else { return text }
      let more =
        text + StyledText("\(state.alphabet.sign(turn)) ", Style(turn.role))
        + StyledText("\(turn.name[state.language]) \(count)  ", .muted)
      return more.width(in: state.alphabet) <= width ? more : text
    }
  }
}

extension ListRow {
  fileprivate var tile: TilePicture? {
    if case .tile(let picture) = graphics["tile"] { picture } else { nil }
  }
}

extension Alphabet {
  fileprivate var tileCursor: Character { self == .ascii ? "*" : "▐" }
}
