package import CensusCore
import DisplayText
package import TerminalKit

/// The choice among several things that can be shown outside of the terminal.
package struct OpenChooser {
  let things: [Openable]
  /// The entry under the cursor.
  var index = 0

  init(_ things: [Openable]) { self.things = things }

  /// So many have a digit.
  private static let mostDigits = 9
}

extension OpenChooser: Overlay {
  package static var cursor: WritableKeyPath<Self, Int>? { \.index }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("打开哪一个", "What to open"),
      entries: [
        Help.Entry("1–9", "按序号选一个", "the number of an entry opens it"),
        Help.Entry("↑ ↓", "上一个、下一个", "previous, next entry"),
        Help.Entry("Enter", "打开这一个（只读副本）", "open the entry (a copy, read-only)"),
      ] + Help.Entry.cancel)
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let language = state.language
    let width = min(88, grid.size.columns - 2)
    let height = min(things.count + 2, grid.size.rows - 4)
    let keys = Phrase("Enter 打开   Esc 取消", "Enter open   Esc cancel")
    let area = grid.bounds.centred(Size(columns: width, rows: max(3, height)))
    let inside = Panel(
      StyledText(Phrase("打开哪一个", "What to open")[language], .accent.bold),
      footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    let first = max(0, min(index - inside.height + 1, things.count - inside.height))
    for (line, place) in (first..<things.count).prefix(inside.height).enumerated() {
      let row = inside.row(line)
      grid.write(
        text(place, inside.width, state), at: row.origin, fitting: inside.width, clip: row)
      grid.restyle(row) { $0.on(place == index ? .selection : .panel) }
      grid.add(.item(place), in: row)
      if place == index { grid.cursor = row.origin }
    }
    Scrollbar(count: things.count, visible: inside.height, offset: first).draw(
      in: Rect(x: area.endX - 1, y: inside.y, width: 1, height: inside.height), on: &grid)
  }

  /// Its number, what it is, and of a file form, size, day and who kept it.
  private func text(_ place: Int, _ width: Int, _ state: State) -> StyledText {
    let thing = things[place]
    let number = place < Self.mostDigits ? "\(place + 1)" : " "
    let head = StyledText(" \(number)  ", .accent.bold)
    switch thing.target {
    case .address(let address): return head + StyledText(address)
    case .file(let file):
      let beside = facts(of: thing, file, state)
      let room = max(8, width - 6 - beside.displayWidth)
      return head + StyledText(state.alphabet.fitted(file.name, to: room) + "  ")
        + StyledText(beside, .muted)
    }
  }

  private func facts(of thing: Openable, _ file: Evidence, _ state: State) -> String {
    let words = [
      Terms.evidenceForm(file.form)[state.language], Terms.fileSize(kilobytes: file.kilobytes),
      thing.on.map(\.description), thing.actor.map { String($0.prefix(12)) },
    ]
    return state.alphabet.shown(words.compactMap(\.self).joined(separator: "  "))
  }

  package func question(_ state: State) -> [Phrase]? {
    let lines = things.prefix(Self.mostDigits).enumerated().map { place, thing -> Phrase in
      switch thing.target {
      case .address(let address):
        return Phrase("\(place + 1) \(address)", "\(place + 1) \(address)")
      case .file(let file):
        let text = "\(place + 1) \(file.name)  \(facts(of: thing, file, state))"
        return Phrase(text, text)
      }
    }
    let left = things.count - lines.count
    let rest = Phrase("另有\(left)个不能在此选择。", "\(left) more cannot be chosen here.")
    return lines + (left > 0 ? [rest] : [])
      + [Phrase("输入序号打开，. 取消。", "Type a number to open it; . cancels.")]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    var chooser = self
    switch key.normalised {
    case .escape, "q":
      state.overlay = nil
      return .none
    case .up, "k": chooser.index = (index + things.count - 1) % things.count
    case .down, "j": chooser.index = (index + 1) % things.count
    case .enter:
      state.overlay = nil
      return things[index].effect
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...min(things.count, Self.mostDigits)) ~= number
      else { return .none }
      state.overlay = nil
      return things[number - 1].effect
    default: return .none
    }
    state.overlay = chooser
    return .none
  }
}
