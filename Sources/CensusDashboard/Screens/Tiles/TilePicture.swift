import CensusCore
import TerminalKit

/// One prefecture as a tile: its name and running sites, and below them one sign a failing site.
package struct TilePicture: Sendable {
  let prefecture: Prefecture
  let running: Int?
  let failing: Int
  let turns: [Turn]

  init(_ row: PrefectureState, on day: Day) {
    prefecture = row.prefecture
    running = row.figures.running
    turns = row.turns(on: day)
    failing = max(row.figures.failing ?? 0, turns.count)
  }

  static let height = 2
  /// A bar of four cells with the number says no less than more squares than these.
  private static let mostSigns = 8

  func draw(in place: Rect, language: Language, ground: Ground, on grid: inout Grid) {
    grid.fill(place, Style(.text, on: ground))
    let isCalm = turns.isEmpty && failing == 0
    let worst = turns.first { !$0.isOver } ?? turns.first
    if let worst {
      let edge = Rect(x: place.x, y: place.y, width: 1, height: place.height)
      grid.fill(edge, with: grid.alphabet.tileEdge, Style(worst.role, on: ground))
    }
    let upper = Rect(x: place.x + 1, y: place.y, width: place.width - 1, height: 1)
    let name = language == .chinese ? prefecture.name.chinese : prefecture.short.english
    let count = running.map(String.init) ?? ""
    let hasCount =
      grid.alphabet.width(of: name) + grid.alphabet.width(of: count) < upper.width
    let nameWidth = upper.width - (hasCount ? grid.alphabet.width(of: count) + 1 : 0)
    grid.write(
      StyledText(name, isCalm ? Style(.muted, on: ground) : Style(.text, on: ground).bold),
      at: upper.origin, fitting: nameWidth, clip: upper)
    if hasCount {
      grid.write(
        count, at: Point(x: upper.endX - grid.alphabet.width(of: count), y: upper.y),
        Style(.muted, on: ground), clip: upper)
    }
    drawLower(
      in: Rect(x: upper.x, y: upper.y + 1, width: upper.width, height: 1), language, ground,
      isCalm: isCalm, running: hasCount ? nil : running, on: &grid)
  }

  /// The signs and the number of failing sites; running sites that found no room above stand here.
  private func drawLower(
    in line: Rect, _ language: Language, _ ground: Ground, isCalm: Bool, running besides: Int?,
    on grid: inout Grid
  ) {
    guard !isCalm else {
      let forms =
        (besides.map { [Phrase("\($0)个合格", "\($0) passed"), Phrase("\($0)合格", "\($0) pass")] }
        ?? [Phrase("全部合格", "all passed"), Phrase("合格", "passed")]).map { $0[language] }
      let calm = forms.first { grid.alphabet.width(of: $0) <= line.width } ?? forms[1]
      grid.write(
        StyledText(running == nil ? "" : calm, Style(.good, on: ground)),
        at: line.origin, fitting: line.width, clip: line)
      return
    }
    // Where the signs do not find room beside both figures, a bar stands for them.
    let number = besides.map { "\(failing)/\($0)" } ?? String(failing)
    let isTight =
      besides != nil && turns.count <= Self.mostSigns
      && turns.count + 1 + number.utf8.count > line.width
    let room = line.width - grid.alphabet.width(of: number) - (isTight ? 0 : 1)
    if turns.count <= min(Self.mostSigns, room) {
      for (x, turn) in turns.enumerated() {
        grid.write(
          String(grid.alphabet.sign(turn)), at: Point(x: line.x + x, y: line.y),
          Style(turn.role, on: ground), clip: line)
      }
    } else {
      var x = line.x
      for turn in Turn.allCases {
        let share = turns.count { $0 == turn }
        guard share > 0 else { continue }
        let width = max(1, room * share / turns.count)
        let bar = Rect(x: x, y: line.y, width: width, height: 1)
        grid.fill(
          bar.intersection(Rect(x: line.x, y: line.y, width: room, height: 1)),
          with: grid.alphabet.fullBar, Style(turn.role, on: ground))
        x += width
      }
    }
    grid.write(
      StyledText(number, Style(.text, on: ground).bold),
      at: Point(x: line.endX - grid.alphabet.width(of: number), y: line.y), clip: line)
  }
}

extension Graphic {
  /// A prefecture as the tile of its row.
  static func tile(_ prefecture: PrefectureState?, in state: State) -> [String: Graphic] {
    prefecture.map { ["tile": .tile(TilePicture($0, on: state.projection.asOf))] } ?? [:]
  }
}

extension Turn {
  var role: Role {
    switch self {
    case .overdue: .bad
    case .ours: .accent
    case .theirs: .caution
    case .closed: .good
    case .void: .muted
    }
  }

  var name: Phrase {
    switch self {
    case .overdue: Phrase("逾期", "overdue")
    case .ours: Phrase("该我办", "our move")
    case .theirs: Phrase("未到期", "not due")
    case .closed: Phrase("办结", "closed")
    case .void: Phrase("剔除", "struck off")
    }
  }
}

extension Alphabet {
  /// The left edge of a tile with failing sites.
  fileprivate var tileEdge: Character { self == .ascii ? "|" : "▌" }

  /// The sign of a failing site; each has its own, so that colour is never alone.
  func sign(_ turn: Turn) -> Character {
    let isAscii = self == .ascii
    return switch turn {
    case .overdue: isAscii ? "!" : "■"
    case .ours: isAscii ? ">" : "◆"
    case .theirs: isAscii ? "o" : "□"
    case .closed: check
    case .void: isAscii ? "x" : "×"
    }
  }
}
