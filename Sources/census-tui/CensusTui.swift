import ArgumentParser
import CensusCommand
import CensusCore
import CensusDashboard
import CensusDesk
import CensusLists
import CensusPreferences
import CensusStore
import Glibc
import NcursesTerminal
import TerminalKit

/// The dashboard's program: its options, and what joins store, dashboard and terminal.
struct CensusTui: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "census-tui",
      abstract: Phrase("政府网站普查督办的交互界面。", "The dashboard of a census of government websites."),
      discussion: Phrase(
        """
        按键：数字键打开各视图，Enter 进入，Esc 返回；p、e、b 分别登记收到纸质版、电子版或两者；u 撤销最近一次办理；? 说明所有按键；q 退出。凡已确认的登记都已存盘。

        设置和按键读自 $XDG_CONFIG_HOME/site-census/config.json（未\
        设此变量时为 ~/.config）；--print-config 输出一份完整的配置。位置、\
        筛选和选中项在下次启动时恢复；--fresh 从头开始。标准输出不是终端时，按 census 的格式输出该视图的列表，退出码也相同。输出的画面与两者无关。

        退出码：0 正常退出；1 数据目录或终端无法打开；64 用法有误。

        示例：
          census-tui
          census-tui --as-of 2018-10-23 --view deadlines
          census-tui --plain
          census-tui --print-frame --size 100x30 --keys '5 Down p'
        """,
        """
        Keys: the digits open the views, Enter goes in, Esc comes back; p, e and b record that \
        the paper copy, the electronic document or both arrived; u takes the last act back; ? \
        explains all keys; q leaves. Everything acknowledged is on the disk.

        Settings and keys are read from $XDG_CONFIG_HOME/site-census/config.json (else \
        ~/.config); --print-config prints a whole one. Place, filters and marks come back at the \
        next start; --fresh begins without them. Where standard output is no terminal, the list \
        of the view is printed as census does, with its exit code. Printed frames depend on \
        neither.

        Exit codes: 0 left by the person; 1 the store or the terminal cannot be opened; 64 wrong \
        usage.

        Examples:
          census-tui
          census-tui --as-of 2018-10-23 --view deadlines
          census-tui --plain
          census-tui --print-frame --size 100x30 --keys '5 Down p'
        """),
      version: Build.version)
  }

  @OptionGroup(title: "Common options") var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      Phrase("启动时的视图；未给出时为上次的视图。", "The view to begin with; else the last one."),
      valueName: Phrase("视图", "view")))
  var view: CensusDashboard.View?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "配色：auto（随终端背景，由程序询问终端）、dark（深色）、light（浅色）、default（终端自带）或 mono（无色）。",
        """
        Colours: dark, light, or as the terminal's background is (auto asks it), the terminal's own \
        (default), or none (mono).
        """),
      valueName: Phrase("配色", "theme")))
  var theme: Theme?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "终端显示歧义字符的宽度；auto 由程序询问终端。",
        "How wide the terminal draws characters of ambiguous width; auto asks it."),
      valueName: Phrase("宽度", "width")))
  var ambiguous: AmbiguousWidth?

  @Flag(
    help: ArgumentHelp(
      Phrase("画面只用宽度无歧义的字符。", "Draw with characters whose width no terminal disputes.")))
  var ascii = false

  @Flag(
    help: ArgumentHelp(
      Phrase("不占用鼠标，留给终端；按 % 可改为占用。", "Leave the mouse to the terminal; % takes it.")))
  var noMouse = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "以逐行对话代替全屏画面，也可用于管道。",
        "A dialogue of lines in place of the screen, also for pipes.")))
  var plain = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "从头开始，不恢复上次的位置、筛选和选中项。",
        "Begin without the place, filters and marks of the last time.")))
  var fresh = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "输出一份配置文件，包括当前的全部设置和按键。",
        "Print a configuration file with all settings and keys as they are.")))
  var printConfig = false

  @Flag(
    help: ArgumentHelp(
      Phrase("不打开全屏，把画面作为文本输出。", "Print the frame as text instead of opening the screen.")))
  var printFrame = false

  @Option(
    help: ArgumentHelp(
      Phrase("输出画面的列数和行数。", "Columns and rows of the printed frame."),
      valueName: Phrase("列数x行数", "columns x rows")),
    transform: ScreenSize.init(text:))
  var size = ScreenSize(columns: 100, rows: 30)

  @Option(
    help: ArgumentHelp(
      Phrase(
        "输出画面之前先按的键，写按键名称，如 '5 Down p'；其中所作的登记照样生效。",
        """
        Keys pressed before the frame is printed, by their names: '5 Down p'; marks they make \
        are recorded.
        """),
      valueName: Phrase("按键", "keys")),
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
      guard let list = view?.list else { return try writeOverview(common, in: &world) }
      return try list.write(nil, nil, common, in: &world)
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
    let whereabouts = Whereabouts(id: session.store.settings.id, path: session.path)
    // A draft begun before its owner was known goes over to whoever goes on with it.
    let (drafts, orphans) = (whereabouts.memory(of: owner), whereabouts.memory(of: ""))
    let held = HeldDraft()
    var desk = try Desk(
      session, isReadOnly: common.readOnly, actor: actor, in: world, readsPastAtOnce: plain,
      clock: World.clock
    ) { name in
      do throws(Preferences.Fault) {
        try preferences.keep(actor: name)
        return nil
      } catch {
        return PreferenceMessages.sentence(error)
      }
    } keepView: { view in
      do throws(Preferences.Fault) {
        try preferences.keep(view: view)
        return nil
      } catch {
        return PreferenceMessages.sentence(error)
      }
    } keepDraft: { draft in
      // Another window of the same person may have the same notice open.
      let found = try? preferences.draft(of: drafts, limit: Desk.largestDraft)
      let isOthers = found != nil && found != held.draft && found != draft
      do throws(Preferences.Fault) {
        try preferences.keep(draft: draft, of: drafts)
        if drafts != orphans { try preferences.keep(draft: nil, of: orphans) }
        held.draft = draft
        return isOthers ? .keptOverAnother : .kept
      } catch {
        return .failed(PreferenceMessages.sentence(error))
      }
    }
    let appearance = Appearance(
      theme: theme ?? config.theme ?? .auto,
      capturesMouse: !noMouse && config.mouse != false)
    var personal = Personal(
      preferences, config: config, faults: faults,
      of: whereabouts, by: owner,
      looks: Looks(language: session.language, appearance: appearance), said: said(in: world),
      isKept: config.restore != false && !isScript, isFresh: fresh)
    if let quarter = personal.quarter(of: session.store.quarters()) {
      _ = desk.perform(.open(quarter, on: session.asOf))
    }
    // Nobody began on a period that is long over: it is shown as on its due day.
    if common.asOf == nil, common.knownAt == nil, !plain, let due = desk.untouchedDueDay() {
      _ = desk.perform(.open(desk.shownQuarter, on: due))
    }
    var state = State(
      snapshot: desk.snapshot(), language: session.language,
      alphabet: ascii || config.ascii == true ? .ascii : .unicode,
      size: Size(columns: size.columns, rows: size.rows), view: view ?? .overview,
      keys: config.keys, appearance: appearance)
    state.asksForActor = asks
    state.views = config.views
    state.ownCommands = config.commands
    desk.onRecorded = config.onRecorded
    personal.resume(&state, at: world.now)
    for owner in drafts == orphans ? [drafts] : [drafts, orphans] where state.intake == nil {
      do throws(FileError) {
        guard let draft = try preferences.draft(of: owner, limit: Desk.largestDraft) else {
          continue
        }
        if let intake = Desk.intake(of: draft) {
          state.resume(intake)
          held.draft = owner == drafts ? draft : nil
        } else {
          state.lacksDraft(movedTo: preferences.setDraftAside(of: owner))
        }
      } catch {
        state.lacksDraft(movedTo: nil, because: Messages.words(error.reason))
      }
    }
    let width = ambiguous ?? config.ambiguous.flatMap { AmbiguousWidth(rawValue: $0.rawValue) }
    let kind = world.terminalKind
    let traits = preferences.traits(of: kind)
    let verdict = show(&state, width: width ?? .automatic, traits: traits, in: &world) {
      desk.perform($0)
    } resting: { state in
      personal.keepVerdicts(of: state, by: desk.actor.isEmpty ? owner : desk.actor)
    } leaving: { state in
      personal.remember(
        state, of: desk.actor.isEmpty ? owner : desk.actor, at: Instant(seconds: time(nil)))
    } learning: { learnt in
      if learnt != traits { preferences.keep(learnt, of: kind) }
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

/// The draft as this window read or wrote it last.
private final class HeldDraft {
  var draft: [UInt8]?
}

extension Theme: ExpressibleByArgument {}
extension AmbiguousWidth: ExpressibleByArgument {}
extension CensusDashboard.View: ExpressibleByArgument {}
