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
  private let place: Whereabouts
  private let actor: String
  private let looks: Looks
  private var memory = Memory()
  private let isKept: Bool

  /// Reads the configuration.
  static func preferences(_ world: World) -> Preferences {
    Preferences(
      environment: world.environment,
      files: Preferences.Files(
        open: world.openFolder, resolve: resolved, randomHex: world.randomHex,
        pause: { usleep(10_000) }))
  }

  /// Reads what was remembered of a place by an actor, whose name is empty if nobody knows it yet.
  ///
  /// Verdicts and dialogs are remembered in any case, places, filters and marks only if `isKept`.
  init(
    _ preferences: Preferences, config: Config, faults: [Preferences.Fault], of place: Whereabouts,
    by actor: String, looks: Looks, said: Set<Said>, isKept: Bool, isFresh: Bool
  ) {
    self.preferences = preferences
    self.config = config
    self.faults = faults
    self.place = place
    self.actor = actor
    self.looks = looks
    self.said = said
    self.isKept = isKept
    do {
      memory = try preferences.memory(of: place.memory(of: actor)) ?? Memory()
    } catch {
      if case .memoryDamaged(let path, _) = error {
        self.faults.append(.memoryDamaged(path: path, isAside: preferences.setAside(path)))
      } else {
        self.faults.append(error)
      }
    }
    // What waits to be recorded is no place and no filter.
    if isFresh || !isKept { memory = memory.unrecordedAlone }
  }

  /// The quarter to begin with, where no option says it and the store still has it.
  func quarter(of quarters: [Quarter]) -> Quarter? {
    guard !said.contains(.quarter), let quarter = memory.quarter, quarters.contains(quarter)
    else { return nil }
    return quarter
  }

  /// Goes on where the person left.
  func resume(_ state: inout State, at now: Instant) {
    if isKept {
      state.take(up: memory, at: now, said: said)
    } else {
      state.takeUpUnrecorded(of: memory)
    }
    if let summary = PreferenceMessages.summary(faults) {
      state.talk.message = Message(summary, .problem)
    }
  }

  /// Remembers where the person is, and what is not recorded.
  ///
  /// - Parameters:
  ///   - state: the last one.
  ///   - name: who records, which may have been asked meanwhile.
  ///   - now: the moment.
  mutating func remember(_ state: State, of name: String, at now: Instant) {
    preferences.exclusively { keep(state, of: name, at: now) }
  }

  /// Puts verdicts that nobody recorded yet where neither a kill nor a power cut loses them.
  ///
  /// - Parameters:
  ///   - state: with the verdicts.
  ///   - name: whose they are.
  /// - Returns: whether they lie there; if not, whoever leaves is told why.
  mutating func keepVerdicts(of state: State, by name: String) -> Bool {
    var isKept = true
    preferences.exclusively {
      do {
        var own = Memory()
        own.verdicts = state.run
        var stored = try preferences.memory(of: place.memory(of: name)) ?? Memory()
        own.keepUnrecorded(of: stored, unlike: memory)
        if own.verdicts != stored.verdicts || own.rivals != stored.rivals {
          (stored.verdicts, stored.rivals) = (own.verdicts, own.rivals)
          stored.joined = own.joined
          try preferences.keep(stored, of: place.memory(of: name))
        }
        if name != actor, !memory.verdicts.isEmpty,
          var nameless = try preferences.memory(of: place.memory(of: actor))
        {
          nameless.verdicts = [:]
          try preferences.keep(nameless, of: place.memory(of: actor))
        }
        // What others put there since is told from what this program did.
        memory.verdicts = state.run
      } catch {
        isKept = false
      }
    }
    return isKept
  }

  private mutating func keep(_ state: State, of name: String, at now: Instant) {
    do {
      let stored = try? preferences.memory(of: place.memory(of: name))
      var kept = Memory(of: state, at: now, begunWith: looks, said: said, after: memory)
      if !isKept {
        let unrecorded = kept
        kept = stored ?? Memory()
        (kept.verdicts, kept.joined, kept.rivals) = (unrecorded.verdicts, [], [:])
        kept.leftovers = unrecorded.leftovers
      }
      if let stored { kept.keepUnrecorded(of: stored, unlike: name == actor ? memory : Memory()) }
      if isKept || kept != stored ?? Memory() {
        try preferences.keep(kept, of: place.memory(of: name))
      }
      if !kept.tooLong.isEmpty { faults.append(.leftoverTooLong) }
      // What was taken up before anybody was named is that person's now.
      if name != actor, !memory.verdicts.isEmpty || !memory.leftovers.isEmpty {
        try preferences.keep(Memory(), of: place.memory(of: actor))
      }
    } catch {
      faults.append(error)
      let (verdicts, dialogs) = (state.run.count, state.unrecorded.count)
      if verdicts + dialogs > 0 {
        faults.append(.unrecordedNotKept(verdicts: verdicts, dialogs: dialogs))
      }
    }
  }
}

/// Which store one is at: a copy has the same identity and lies elsewhere.
struct Whereabouts {
  private let text: String

  /// The store with an identity at a path.
  init(id: String, path: String) { text = "\(id)\n\(resolved(path))" }

  /// What a person's memory of it is called.
  func memory(of actor: String) -> String { "\(text)\n\(actor)" }
}

extension World {
  /// What tells this kind of terminal from others, so that their answers are kept apart.
  var terminalKind: String {
    let names = [
      "TERM", "TERM_PROGRAM", "LC_TERMINAL", "COLORTERM", "COLORFGBG", "VTE_VERSION",
      "KONSOLE_VERSION", "XTERM_VERSION",
    ]
    return names.map { "\($0)=\(variable($0) ?? "")" }.joined(separator: "\n")
  }

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
