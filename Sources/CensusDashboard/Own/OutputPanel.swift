package import CensusCore
package import TerminalKit

/// What a program of the person's own said.
package struct OwnOutput: Equatable, Sendable {
  package let title: Phrase
  /// Its lines, without anything that would move a cursor.
  package let lines: [String]
  /// What went wrong, if anything did.
  package let failure: Phrase?
  /// How many contradictions between records came over, if the store was shared.
  package let contradictions: Int

  /// Whether its last line says what went wrong, as the program's own do.
  package let explainsItself: Bool

  package init(
    title: Phrase, lines: [String], failure: Phrase?, contradictions: Int = 0,
    explainsItself: Bool = false
  ) {
    self.explainsItself = explainsItself
    self.contradictions = contradictions
    self.title = title
    self.lines = lines
    self.failure = failure
  }
}

/// The output of a program, to be scrolled.
package struct OutputPanel: Overlay {
  let output: OwnOutput
  /// The first line in view.
  var offset = 0

  package func draw(_ state: State, on grid: inout Grid) {
    let size = grid.size
    let lines = lines(state)
    let area = grid.bounds.centred(
      Size(columns: width(in: size) + 4, rows: min(max(1, lines.count), size.rows - 6) + 2))
    let keys = Phrase("j k 移动   Esc 关闭", "j k move   Esc close")
    let inside = Panel(
      StyledText(output.title[state.language], .accent.bold),
      footer: StyledText(keys[state.language], .muted)
    ).draw(in: area, on: &grid)
    let first = TextPage.clamped(offset, count: lines.count, height: inside.height)
    for (line, text) in lines.dropFirst(first).prefix(inside.height).enumerated() {
      let place = inside.row(line)
      grid.write(text, at: place.origin, clip: place)
      grid.restyle(place) { $0.on(.panel) }
    }
    Scrollbar(count: lines.count, visible: inside.height, offset: first).draw(
      in: Rect(x: area.endX - 1, y: inside.y, width: 1, height: inside.height), on: &grid)
    grid.cursor = inside.origin
  }

  private func width(in size: Size) -> Int { max(1, min(100, size.columns - 8)) }

  private func lines(_ state: State) -> [StyledText] {
    let failure = output.failure.map { [StyledText($0[state.language], .bad.bold)] } ?? []
    return failure
      + output.lines.flatMap { line in
        line.isEmpty
          ? [StyledText("", .text)]
          : state.alphabet.wrapped(line, to: width(in: state.size)).map { StyledText($0, .text) }
      }
  }

  package func question(_ state: State) -> [Phrase]? {
    [output.title] + (output.failure.map { [$0] } ?? []) + output.lines.map { Phrase($0, $0) }
  }

  /// It scrolls, or closes.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    let height = max(1, state.size.rows - 6)
    let count = lines(state).count
    let target: Int
    switch state.keys.command(for: key) {
    case .up: target = offset - 1
    case .down: target = offset + 1
    case .pageUp, .halfPageUp: target = offset - height
    case .pageDown, .halfPageDown: target = offset + height
    case .first: target = 0
    case .last: target = count
    case .back, .close, .open:
      state.overlay = nil
      return .none
    default: return .none
    }
    var panel = self
    panel.offset = TextPage.clamped(target, count: count, height: height)
    state.overlay = panel
    return .none
  }
}
