import ArgumentParser
import CensusCommand
import CensusCore
import CensusDashboard
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

      Exit codes: 0 left by the person; 1 the store or the terminal cannot be opened; 64 wrong \
      usage.

      Examples:
        census-tui
        census-tui --as-of 2018-10-23 --view deadlines
        census-tui --print-frame --size 100x30 --keys '5 Down p'
      """,
    version: "0.1.0")

  @OptionGroup(title: "Common options") var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The view to begin with (视图): overview, prefectures, sites, issues, deadlines, checks "
        + "or notice.", valueName: "view"))
  var view: CensusDashboard.View = .overview

  @Option(
    help: ArgumentHelp(
      "Colours (配色) for a dark or a light background, the terminal's own (default), or none "
        + "(mono).", valueName: "theme"))
  var theme: Theme = .dark

  @Option(
    help: ArgumentHelp(
      "How wide the terminal draws characters of ambiguous width (歧义字符宽度); auto asks it.",
      valueName: "width"))
  var ambiguous: AmbiguousWidth = .automatic

  @Flag(help: "Draw with characters whose width no terminal disputes (仅用无歧义字符).")
  var ascii = false

  @Flag(help: "Leave the mouse to the terminal (不用鼠标); % takes it.")
  var noMouse = false

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
    let session = try Session(common, in: &world)
    let actor = common.readOnly ? "" : try world.actor(nil)
    var desk = try Desk(session, isReadOnly: common.readOnly, actor: actor, in: world)
    var state = State(
      snapshot: desk.snapshot(), language: session.language,
      alphabet: ascii ? .ascii : .unicode,
      size: Size(columns: size.columns, rows: size.rows), view: view)
    guard !printFrame else {
      var terminal = InMemoryTerminal(size: state.size, keys: keys.keys)
      Dashboard.run(&state, on: &terminal) { desk.perform($0) }
      world.answer += Dashboard.view(state, in: state.size).plainText
      return .good
    }
    do {
      var terminal = try NcursesTerminal(
        depth: depth, theme: theme, ambiguous: ambiguous,
        announcesIdle: world.variable("CENSUS_TUI_SYNC") == "1",
        frameFile: world.variable("CENSUS_DUMP_FRAME"),
        crashMessage: TerminalMessages.crash[session.language])
      state.alphabet = ascii ? .ascii : terminal.alphabet
      state.appearance = Appearance(theme: theme, capturesMouse: !noMouse && terminal.hasMouse)
      let isLanguageChosen = common.lang != nil || world.variable("CENSUS_LANG") != nil
      if !terminal.showsChinese, state.language == .chinese, !isLanguageChosen {
        state.language = .english
        state.message = Message(TerminalMessages.noChinese, .news)
      } else if terminal.lacksLocale {
        state.message = Message(TerminalMessages.noLocale, .news)
      }
      try Dashboard.run(&state, on: &terminal) { desk.perform($0) }
      return .good
    } catch {
      world.warn(TerminalMessages.sentence(error))
      return .failed
    }
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
extension AmbiguousWidth: ExpressibleByArgument {}
extension CensusDashboard.View: ExpressibleByArgument {}
