import CensusCommand
import CensusCore
import CensusDashboard
import NcursesTerminal
import TerminalKit

extension CensusTui {
  /// Holds the dashboard on the screen, or as a dialogue of lines.
  ///
  /// - Parameters:
  ///   - state: where to begin; the last state when it returns.
  ///   - width: how wide characters of ambiguous width are.
  ///   - traits: what such a terminal answered the last time.
  ///   - world: where complaints go.
  ///   - perform: does what is asked of the world, and tells what came of it.
  ///   - resting: keeps verdicts that were put down and nobody recorded yet; whether that went well.
  ///   - leaving: is told the last state; a signal ends the program with the terminal, so what is
  ///     to be kept is kept before that.
  ///   - learning: is told what is known of the terminal by its answers.
  /// - Returns: whether there was a screen, or a dialogue in its place.
  func show(
    _ state: inout State, width: AmbiguousWidth, traits: TerminalTraits, in world: inout World,
    perform: (Effect) -> [Action], resting: (State) -> Bool, leaving: (State) -> Void,
    learning: (TerminalTraits) -> Void
  ) -> Verdict {
    let language = state.language
    guard !plain else { return talk(&state, note: nil, in: &world, perform, resting, leaving) }
    do {
      var terminal = try NcursesTerminal(
        depth: depth, ambiguous: state.alphabet == .ascii ? .wide : width, traits: traits,
        announcesIdle: world.variable("CENSUS_TUI_SYNC") == "1",
        frameFile: world.variable("CENSUS_DUMP_FRAME"),
        crashMessage: TerminalMessages.crash[language])
      state.alphabet = terminal.alphabet
      state.appearance.background = terminal.background
      if terminal.lacksLocale { state.talk.message = Message(TerminalMessages.noLocale, .news) }
      let isForeign =
        !terminal.showsChinese && language == .chinese && !said(in: world).contains(.language)
      if isForeign {
        state.language = .english
        state.talk.message = Message(TerminalMessages.noChinese, .news)
      }
      try Dashboard.run(&state, on: &terminal, perform: perform, resting: resting)
      // What the console forced is nobody's choice.
      if isForeign, state.language == .english { state.language = language }
      leaving(state)
      terminal.settle()
      learning(terminal.traits)
      _ = consume terminal
      return .good
    } catch .cannotPosition(let name) {
      return talk(
        &state, note: TerminalMessages.plain(name)[language], in: &world, perform, resting,
        leaving)
    } catch {
      world.warn(TerminalMessages.sentence(error))
      return .failed
    }
  }

  private func talk(
    _ state: inout State, note: String?, in world: inout World,
    _ perform: (Effect) -> [Action], _ resting: (State) -> Bool, _ leaving: (State) -> Void
  ) -> Verdict {
    var input = LineInput(decode: CallDecoder(world.environment).text)
    let code = PlainLoop.run(&state, from: &input, note: note, perform: perform, resting: resting)
    leaving(state)
    // A signal that was held ends the program here.
    _ = consume input
    guard code != 0 else { return .good }
    world.warn(Messages.notWritten(code: code))
    return .failed
  }

  /// What options and the environment say, so that nothing remembered overrules it.
  func said(in world: World) -> Set<Said> {
    var said: Set<Said> = []
    if common.quarter != nil { said.insert(.quarter) }
    if view != nil { said.insert(.view) }
    if common.lang != nil || world.namedLanguage != nil { said.insert(.language) }
    if theme != nil { said.insert(.theme) }
    if noMouse { said.insert(.mouse) }
    return said
  }
}
