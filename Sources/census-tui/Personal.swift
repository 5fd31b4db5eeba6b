import CensusCommand
import CensusCore
import CensusDashboard
import CensusPreferences
import CensusStore
import Glibc
import TerminalKit

/// What a person has configured and left behind, joined with what the options say.
///
/// An option wins over the environment, that over what was chosen at the screen, that over the
/// configuration, that over the store, that over the locale.
struct Personal {
  let config: Config
  private(set) var faults: [Preferences.Fault]
  private let preferences: Preferences
  private let said: Set<Said>
  private let store: String
  private let looks: Looks
  private var memory = Memory()
  private let isKept: Bool

  /// Reads the configuration.
  static func preferences(_ world: World) -> Preferences {
    Preferences(
      environment: world.environment,
      files: Preferences.Files(
        open: world.openFolder, resolve: resolved, randomHex: world.randomHex))
  }

  init(
    _ preferences: Preferences, config: Config, faults: [Preferences.Fault], store: String,
    looks: Looks, said: Set<Said>, isKept: Bool, isFresh: Bool
  ) {
    self.preferences = preferences
    self.config = config
    self.faults = faults
    self.store = store
    self.looks = looks
    self.said = said
    self.isKept = isKept
    guard isKept else { return }
    do {
      memory = try preferences.memory(of: store) ?? Memory()
    } catch {
      self.faults.append(error)
    }
    if isFresh {
      // What waits to be recorded is no place and no filter.
      let verdicts = memory.verdicts
      memory = Memory()
      memory.verdicts = verdicts
    }
  }

  /// The quarter to begin with, where no option says it and the store still has it.
  func quarter(of quarters: [Quarter]) -> Quarter? {
    guard !said.contains(.quarter), let quarter = memory.quarter, quarters.contains(quarter)
    else { return nil }
    return quarter
  }

  /// Goes on where the person left.
  func resume(_ state: inout State, at now: Instant) {
    state.take(up: memory, at: now, said: said)
    if let summary = PreferenceMessages.summary(faults) {
      state.message = Message(summary, .problem)
    }
  }

  /// Remembers where the person is.
  mutating func remember(_ state: State, at now: Instant) {
    guard isKept else { return }
    do {
      var kept = Memory(of: state, at: now, begunWith: looks, said: said, after: memory)
      if let stored = try? preferences.memory(of: store) {
        kept.keepVerdicts(of: stored, unlike: memory)
      }
      try preferences.keep(kept, of: store)
    } catch {
      faults.append(error)
    }
  }
}

extension World {
  /// The language that the environment names for this program.
  var namedLanguage: Language? { variable("CENSUS_LANG").flatMap(Language.init(rawValue:)) }

  /// Who records, as far as anybody has said: the environment, the configuration, an earlier answer.
  func namedActor(_ preferences: Preferences, _ config: Config) -> String? {
    variable("CENSUS_ACTOR") ?? config.actor ?? preferences.keptActor()
  }
}

/// The path that a path leads to through links; itself where it leads nowhere.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
