import CensusCore
package import TerminalKit

/// The messages of this session, the latest first.
package struct MessageLog: Overlay {
  /// The first line in view.
  var offset = 0

  package func draw(_ state: State, on grid: inout Grid) {
    let size = grid.size
    let lines = Self.lines(state, width: Self.width(in: size))
    let area = grid.bounds.centred(
      Size(columns: Self.width(in: size) + 4, rows: min(max(1, lines.count), size.rows - 6) + 2))
    let keys = Phrase("j k 移动   Esc 关闭", "j k move   Esc close")
    let inside = Panel(
      StyledText(Phrase("消息", "Messages")[state.language], .accent.bold),
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

  private static func width(in size: Size) -> Int { max(1, min(74, size.columns - 8)) }

  private static func lines(_ state: State, width: Int) -> [StyledText] {
    guard !state.talk.messages.isEmpty else {
      return [StyledText(Phrase("还没有消息。", "Nothing was said yet.")[state.language], .muted)]
    }
    return state.talk.messages.reversed().flatMap { message in
      state.alphabet.wrapped(message.text.sentence(state.language), to: width).map {
        StyledText($0, message.style)
      }
    }
  }

  /// They scroll, or close.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    let height = max(1, state.size.rows - 6)
    let count = Self.lines(state, width: Self.width(in: state.size)).count
    let target: Int
    switch state.keys.command(for: key) {
    case .up: target = offset - 1
    case .down: target = offset + 1
    case .pageUp, .halfPageUp: target = offset - height
    case .pageDown, .halfPageDown: target = offset + height
    case .first: target = 0
    case .last: target = count
    case .back, .close, .messages, .open:
      state.overlay = nil
      return .none
    default: return .none
    }
    state.overlay = MessageLog(offset: TextPage.clamped(target, count: count, height: height))
    return .none
  }
}

extension Message {
  /// How it looks: what was done, what cannot be done, news.
  var style: Style {
    switch kind {
    case .done: .good.bold
    case .problem: .bad.bold
    case .news: .accent
    }
  }
}
