import CensusCommand
import CensusCore
import CensusDashboard
import CensusDesk
import CensusLists
import CensusPreferences
import NcursesTerminal
import TerminalKit

extension CensusTui {
  /// A frame that depends on the store and the options alone.
  func printFrame(in world: inout World) throws(CommandError) -> Verdict {
    let session = try Session(common, in: &world)
    let actor = common.readOnly ? "" : try world.actor(nil)
    var desk = try Desk(
      session, isReadOnly: common.readOnly, actor: actor, in: world, readsPastAtOnce: true,
      clock: World.clock,
      keepView: { _ in
        Phrase(
          "这里只输出画面，配置没有改动，视图没有保存",
          "only a frame is printed: the configuration stays as it was, and the view is not saved")
      })
    var state = State(
      snapshot: desk.snapshot(), language: session.language,
      alphabet: ascii || ambiguous == .wide ? .ascii : .unicode,
      size: Size(columns: size.columns, rows: size.rows), view: view ?? .overview)
    var terminal = InMemoryTerminal(size: state.size, keys: keys.keys)
    Dashboard.run(&state, on: &terminal) { desk.perform($0) }
    world.answer += Dashboard.view(state, in: state.size).plainText
    return .good
  }

  /// The configuration in force, as a file.
  func printConfiguration(_ preferences: Preferences, in world: inout World) -> Verdict {
    var (config, faults) = preferences.config()
    config.theme = theme ?? config.theme ?? .auto
    config.language = common.lang ?? world.namedLanguage ?? config.language
    var quiet = world
    let spoken = config.language ?? (try? Session(common, in: &quiet))?.language
    if let spoken { world.settle(spoken) }
    config.ascii = ascii || config.ascii == true
    config.ambiguous = config.ambiguous ?? .auto
    config.mouse = !noMouse && config.mouse != false
    config.actor = world.namedActor(preferences, config)
    config.restore = config.restore != false
    world.answer += String(decoding: config.file, as: UTF8.self)
    for fault in faults { world.warn(PreferenceMessages.sentence(fault)) }
    return .good
  }
}

extension CensusDashboard.View {
  /// The list of the command line that says most of what the view says; nil for a picture of all.
  var list: RollName? {
    switch self {
    case .overview: nil
    case .prefectures: .prefectures
    case .sites: .sites
    case .issues: .issues
    case .deadlines: .units
    case .rechecks: .rechecks
    case .notice: .findings
    case .checks: .checks
    case .history: .history
    case .trends: .trends
    }
  }
}
