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
      Keys: the digits open the views, Enter goes in, Esc comes back; p, e and b record that the \
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
      "Colours (配色): for a dark or a light background, the terminal's own (default), or none "
        + "(mono).", valueName: "theme"))
  var theme: Theme?

  @Option(
    help: ArgumentHelp(
      "How wide the terminal draws characters of ambiguous width (歧义字符宽度); auto asks it.",
      valueName: "width"))
  var ambiguous: AmbiguousWidth?

  @Flag(help: "Draw with characters whose width no terminal disputes (仅用无歧义字符).")
  var ascii = false

  @Flag(help: "Leave the mouse to the terminal (不用鼠标); % takes it.")
  var noMouse = false

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
      throw ValidationError(
        Phrase("--keys 须与 --print-frame 同用。", "--keys goes with --print-frame."))
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
    // A script has nobody to ask, and counts on beginning where everybody begins.
    let isScript = plain && isatty(STDIN_FILENO) != 1
    let named = world.namedActor(preferences, config)
    let asks = named == nil && !common.readOnly && !isScript && isSharedLogin(world.login)
    // Whoever only looks need not be anybody.
    let owner =
      asks ? "" : common.readOnly ? (try? world.actor(named)) ?? "" : try world.actor(named)
    let actor = common.readOnly ? "" : owner
    var desk = try Desk(session, isReadOnly: common.readOnly, actor: actor, in: world) { name in
      do throws(Preferences.Fault) {
        try preferences.keep(actor: name)
        return nil
      } catch {
        return PreferenceMessages.sentence(error)
      }
    }
    let appearance = Appearance(
      theme: theme ?? config.theme ?? .dark,
      capturesMouse: !noMouse && config.mouse != false)
    var personal = Personal(
      preferences, config: config, faults: faults,
      of: Whereabouts(id: session.store.settings.id, path: session.path), by: owner,
      looks: Looks(language: session.language, appearance: appearance), said: said(in: world),
      isKept: config.restore != false && !isScript, isFresh: fresh)
    if let quarter = personal.quarter(of: session.store.quarters()) {
      _ = desk.perform(.open(quarter, on: session.asOf))
    }
    var state = State(
      snapshot: desk.snapshot(), language: session.language,
      alphabet: ascii || config.ascii == true ? .ascii : .unicode,
      size: Size(columns: size.columns, rows: size.rows), view: view ?? .overview,
      keys: config.keys, appearance: appearance)
    state.asksForActor = asks
    personal.resume(&state, at: world.now)
    let width = ambiguous ?? config.ambiguous.flatMap { AmbiguousWidth(rawValue: $0.rawValue) }
    let verdict = show(&state, width: width ?? .automatic, in: &world) {
      desk.perform($0)
    } leaving: { state in
      personal.remember(
        state, of: desk.actor.isEmpty ? owner : desk.actor, at: Instant(seconds: time(nil)))
    }
    for sentence in personal.faults.map(PreferenceMessages.sentence) + desk.complaints {
      world.warn(sentence)
    }
    return verdict
  }

  var depth: ColourDepth {
    switch common.color {
    case .auto: .automatic
    case .always: .full
    case .never: .mono
    }
  }
}

extension Theme: ExpressibleByArgument {}
extension AmbiguousWidth: ExpressibleByArgument {}
extension CensusDashboard.View: ExpressibleByArgument {}
