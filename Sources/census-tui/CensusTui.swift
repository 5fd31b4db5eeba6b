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
      "Colours for a dark or a light background (配色).", valueName: "theme"))
  var theme: ThemeChoice = .dark

  @Flag(help: "Draw with characters whose width no terminal disputes (仅用无歧义字符).")
  var ascii = false

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
    let path = session.path
    let here = world
    var desk = try Desk(session, isReadOnly: common.readOnly, actor: actor) {
      try? openStore(path, in: here)
    }
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
        depth: depth, theme: theme == .light ? .light : .dark,
        announcesIdle: world.variable("CENSUS_TUI_SYNC") == "1",
        crashMessage: TerminalMessages.crash[session.language])
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

/// Which colours suit the terminal's background.
enum ThemeChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case dark
  case light
}

extension CensusDashboard.View: ExpressibleByArgument {}
