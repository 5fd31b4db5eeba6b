import CensusCore
package import TerminalKit

extension Dashboard {
  /// Shows frames and obeys keys until the person leaves or the terminal ends.
  ///
  /// - Parameters:
  ///   - state: where to begin; the last state when it returns.
  ///   - terminal: shows frames, reports keys.
  ///   - perform: does what is asked of the world, and tells what came of it.
  ///   - resting: keeps the verdicts that nobody recorded, once a frame is shown and they have changed;
  ///     whether that went well.
  /// - Throws: what the terminal throws.
  package static func run<Screen: Terminal & ~Copyable>(
    _ state: inout State, on terminal: inout Screen, perform: (Effect) -> [Action],
    resting: (State) -> Bool = { _ in true }
  ) throws(Screen.Failure) {
    _ = update(&state, .resized(terminal.size))
    var appearance = state.appearance
    terminal.adopt(appearance)
    var shown = view(state, in: terminal.size)
    try terminal.present(shown)
    terminal.expect(text: state.isInField)
    var isDue = false
    var rested = state.run
    var sight = Sight()
    // What ended a run of characters.
    var held: TerminalKit.Event?
    while true {
      let next: TerminalKit.Event?
      if held != nil {
        next = held.take()
      } else {
        next = try terminal.nextEvent(timeout: state.hasWork ? 0 : 1000)
      }
      guard let event = next else { return }
      let action: Action
      switch event {
      case .key(.character(let first)) where first != Key.undecodable && state.isTypingLine:
        // Each on its own, thousands would take the time of all that stand before them.
        var text = String(first)
        while held == nil, terminal.hasPendingEvents, let next = try terminal.nextEvent(timeout: 0)
        {
          if case .key(.character(let more)) = next, more != Key.undecodable {
            text.append(more)
          } else {
            held = next
          }
        }
        action = text == String(first) ? .key(.character(first)) : .typed(text)
      case .key(let key): action = .key(key)
      case .mouse(let mouse): action = .mouse(mouse)
      case .paste(let text): action = .pasted(text)
      case .pasteTooLong(let limit): action = .pastedTooMuch(limit: limit)
      case .resized(let size): action = .resized(size)
      case .answer(let answer): action = .answered(answer)
      case .tick: action = state.hasWork ? .work : .tick
      case .interrupted: return
      }
      var effect = update(&state, action)
      if effect == .quit { return }
      if case .copy(let text) = effect { terminal.copy(text) }
      if effect == .suspend {
        terminal.suspend()
        _ = update(&state, .resized(terminal.size))
        effect = .redraw
      }
      if let why = sight.surprise(before: effect, in: state) {
        _ = update(&state, .surprised(why))
        effect = effect.withoutRecording
      }
      for answer in perform(effect) {
        let before = state.snapshot
        effect = update(&state, answer)
        sight.take(answer, before: before, after: state.snapshot)
      }
      if state.appearance != appearance {
        appearance = state.appearance
        terminal.adopt(appearance)
        effect = .redraw
      }
      if action == .resized(terminal.size) || effect == .redraw {
        isDue = true
        terminal.repaint()
      }
      terminal.expect(text: state.isInField)
      // An input method commits a whole text at once: all of it is read before a frame is made.
      guard held == nil, !terminal.hasPendingEvents else { continue }
      let frame = view(state, in: terminal.size)
      if frame != shown || isDue {
        try terminal.present(frame)
        shown = frame
        isDue = false
      }
      if !terminal.hasPendingEvents { sight.rest() }
      if state.run != rested {
        rested = state.run
        state.isKept = resting(state)
      }
    }
  }
}
