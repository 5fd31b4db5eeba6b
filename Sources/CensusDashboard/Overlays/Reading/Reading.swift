package import CensusCore
package import TerminalKit

/// A text to be read, in a panel under a title.
package struct Reading {
  let title: Phrase
  let text: Phrase
}

extension Reading: Overlay {
  package func question(_ state: State) -> [Phrase]? { [title, text] }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    state.overlay = nil
    return .none
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let width = min(78, grid.size.columns - 2)
    let lines = grid.alphabet.wrapped(text[state.language], to: max(1, width - 4))
    let area = grid.bounds.centred(Size(columns: width, rows: lines.count + 4))
    let inside = Panel(
      StyledText(title[state.language], .accent.bold),
      footer: StyledText(Phrase("任意键关闭", "any key closes")[state.language], .muted)
    ).draw(in: area, on: &grid)
    for (line, text) in lines.enumerated() {
      let place = inside.row(line + 1)
      grid.write(text, at: place.origin, .text.on(.panel), clip: place)
    }
    grid.cursor = inside.origin
  }
}
