import ArgumentParser
import CensusCommand
import CensusCore
import CensusDashboard
import CensusPreferences
import CensusStore
import Glibc
import NcursesTerminal
import TerminalKit

/// The dashboard's program: its options, and what joins store, dashboard and terminal.
struct CensusTui: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "census-tui",
    abstract: "The dashboard of a census of government websites (政府网站普查督办).",
    discussion: """
      Keys: 1-5, 8 and 0 open the views, Enter goes in, Esc comes back; p, e and b record that the \
      paper copy, the electronic document or both arrived; u takes the last act back; ? explains \
      all keys; q leaves. Everything acknowledged is on the disk.

      Settings and keys are read from $XDG_CONFIG_HOME/site-census/config.json (else ~/.config); \
      --print-config prints a whole one. Place, filters and marks come back at the next start; \
      --fresh begins without them. Where standard output is no terminal, the list of the view is \
      printed as census does, with its exit code. Printed frames depend on neither.

      Exit codes: 0 left by the person; 1 the store or the terminal cannot be opened; 64 wrong \
      usage.

      Examples:
        census-tui
        census-tui --as-of 2018-10-23 --view deadlines
        census-tui --plain
        census-tui --print-frame --size 100x30 --keys '5 Down p'
      """,
    version: "0.1.0")

  @OptionGroup(title: "Common options") var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The view to begin with (视图); else the last one.", valueName: "view"))
  var view: CensusDashboard.View?

  @Option(
    help: ArgumentHelp(
      "Colours (配色): for a dark or a light background, the terminal's own, or none.",
      valueName: "theme"))
  var theme: Theme?

  @Flag(help: "Draw with characters whose width no terminal disputes (仅用无歧义字符).")
  var ascii = false

  @Flag(help: "A dialogue of lines in place of the screen, also for pipes (逐行对话).")
  var plain = false

  @Flag(help: "Begin without the place, filters and marks of the last time (从头开始).")
  var fresh = false

  @Flag(help: "Print a configuration file with all settings and keys as they are (打印配置).")
  var printConfig = false

  @Flag(help: "Print the frame as text instead of opening the screen (打印画面).")
  var printFrame = false

  @Option(
    help: ArgumentHelp(
      "Columns and rows of the printed frame (画面大小).", valueName: "columns x rows"),
    transform: ScreenSize.init(text:))
  var size = ScreenSize(columns: 100, rows: 30)

  @Option(
    help: ArgumentHelp(
      "Keys pressed before the frame is printed (按键), by their names: '5 Down p'; "
        + "marks they make are recorded.",
      valueName: "keys"),
    transform: KeyScript.init(text:))
  var keys = KeyScript(keys: [])

  func validate() throws {
    guard printFrame || keys.keys.isEmpty else {
      throw ValidationError("--keys goes with --print-frame.")
    }
  }

  func run(in world: inout World) throws(CommandError) -> Verdict {
    let preferences = Personal.preferences(world)
    if printConfig { return printConfiguration(preferences, in: &world) }
    if printFrame { return try printFrame(in: &world) }
    guard plain || world.output == .terminal else {
      return try (view ?? .overview).list.write(common, in: &world)
    }
    let (config, faults) = preferences.config()
    var common = common
    common.lang = common.lang ?? world.namedLanguage ?? config.language
    let session = try Session(common, in: &world)
    let isTyped = isatty(STDIN_FILENO) == 1
    let named = world.namedActor(preferences, config)
    let asks = named == nil && !common.readOnly && isTyped && World.isShared(world.login)
    let actor = common.readOnly || asks ? "" : try world.actor(named)
    var desk = try Desk(session, isReadOnly: common.readOnly, actor: actor) { name in
      do throws(Preferences.Fault) {
        try preferences.keep(actor: name)
        return nil
      } catch {
        return PreferenceMessages.sentence(error)
      }
    }
    let appearance = Appearance(
      theme: theme ?? config.theme ?? .dark,
      capturesMouse: config.mouse ?? Appearance().capturesMouse)
    // A script's rows have the numbers that it counts on: it begins where everybody begins.
    var personal = Personal(
      preferences, config: config, faults: faults, store: session.store.settings.id,
      looks: Looks(language: session.language, appearance: appearance), said: said(in: world),
      isRemembered: !fresh && config.restore != false && (isTyped || !plain))
    if let quarter = personal.quarter(of: session.store.quarters()) {
      _ = desk.perform(.open(quarter, on: session.asOf))
    }
    var state = State(
      snapshot: desk.snapshot(), language: session.language,
      alphabet: ascii || config.ascii == true || config.ambiguous == .wide ? .ascii : .unicode,
      size: Size(columns: size.columns, rows: size.rows), view: view ?? .overview,
      keys: config.keys, appearance: appearance)
    state.asksForActor = asks
    personal.resume(&state, at: world.now)
    let verdict = show(&state, in: &world) { desk.perform($0) } leaving: { state in
      personal.remember(state, at: Instant(seconds: time(nil)))
    }
    for sentence in personal.faults.map(PreferenceMessages.sentence) + desk.complaints {
      world.warn(sentence)
    }
    return verdict
  }

  /// Holds the dashboard on the screen, or as a dialogue of lines.
  ///
  /// - Parameter leaving: is told the last state; a signal ends the program with the terminal, so
  ///   what is to be kept is kept before that.
  private func show(
    _ state: inout State, in world: inout World, perform: (Effect) -> [Action],
    leaving: (State) -> Void
  ) -> Verdict {
    let language = state.language
    guard !plain else { return talk(&state, note: nil, perform, leaving) }
    do {
      var terminal = try NcursesTerminal(
        depth: depth, theme: state.appearance.theme,
        announcesIdle: world.variable("CENSUS_TUI_SYNC") == "1",
        crashMessage: TerminalMessages.crash[language])
      try Dashboard.run(&state, on: &terminal, perform: perform)
      leaving(state)
      _ = consume terminal
      return .good
    } catch .cannotPosition(let name) {
      return talk(&state, note: TerminalMessages.plain(name)[language], perform, leaving)
    } catch {
      world.warn(TerminalMessages.sentence(error))
      return .failed
    }
  }

  private func talk(
    _ state: inout State, note: String?, _ perform: (Effect) -> [Action],
    _ leaving: (State) -> Void
  ) -> Verdict {
    PlainLoop.run(&state, note: note, perform: perform)
    leaving(state)
    return .good
  }

  /// What options and the environment say, so that nothing remembered overrules it.
  private func said(in world: World) -> Set<Said> {
    var said: Set<Said> = []
    if common.quarter != nil { said.insert(.quarter) }
    if view != nil { said.insert(.view) }
    if common.lang != nil || world.namedLanguage != nil { said.insert(.language) }
    if theme != nil { said.insert(.theme) }
    return said
  }

  /// A frame that depends on the store and the options alone.
  private func printFrame(in world: inout World) throws(CommandError) -> Verdict {
    let session = try Session(common, in: &world)
    let actor = common.readOnly ? "" : try world.actor(nil)
    var desk = try Desk(session, isReadOnly: common.readOnly, actor: actor)
    var state = State(
      snapshot: desk.snapshot(), language: session.language, alphabet: ascii ? .ascii : .unicode,
      size: Size(columns: size.columns, rows: size.rows), view: view ?? .overview)
    var terminal = InMemoryTerminal(size: state.size, keys: keys.keys)
    Dashboard.run(&state, on: &terminal) { desk.perform($0) }
    world.answer += Dashboard.view(state, in: state.size).plainText
    return .good
  }

  /// The configuration in force, as a file.
  private func printConfiguration(_ preferences: Preferences, in world: inout World) -> Verdict {
    var (config, faults) = preferences.config()
    config.theme = theme ?? config.theme ?? .dark
    config.language = common.lang ?? world.namedLanguage ?? config.language
    config.ascii = ascii || config.ascii == true
    config.ambiguous = config.ambiguous ?? .auto
    config.mouse = config.mouse ?? Appearance().capturesMouse
    config.actor = world.namedActor(preferences, config)
    config.restore = !fresh && config.restore != false
    world.answer += String(decoding: config.file, as: UTF8.self)
    for fault in faults { world.warn(PreferenceMessages.sentence(fault)) }
    return .good
  }

  private var depth: ColourDepth {
    switch common.color {
    case .auto: .automatic
    case .always: .full
    case .never: .mono
    }
  }
}

extension Theme: ExpressibleByArgument {}

extension CensusDashboard.View: ExpressibleByArgument {}

extension CensusDashboard.View {
  /// The list of the command line that says most of what the view says.
  var list: ViewList {
    switch self {
    case .overview: .overview
    case .prefectures: .prefectures
    case .sites: .sites
    case .issues: .issues
    case .deadlines: .units
    case .rechecks, .notice: .findings
    case .checks: .checks
    case .history: .history
    }
  }
}
