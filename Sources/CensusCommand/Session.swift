package import CensusCore
package import CensusStore
internal import CensusViews

/// An open store with the quarter, the days and the language that a person looks at it with.
package struct Session {
  /// The store.
  package var store: Store
  /// The folder as the person knows it.
  package let path: String
  /// The language.
  package private(set) var language: Language
  /// Who is at work; nil where nothing tells.
  package let person: String?
  /// The real day on the province's clock.
  package let today: Day
  /// The day looked at.
  package private(set) var asOf: Day
  /// Only what was recorded until then counts.
  package let knownAt: Instant?
  /// The quarter asked for by name.
  package private(set) var chosenQuarter: Quarter?

  /// Opens the store that the options, the environment and the folders lead to.
  ///
  /// - Parameters:
  ///   - options: as the person gave them.
  ///   - world: learns the language of the store.
  /// - Throws: `CommandError.cannotOpen`, `.noStoreYet` where nobody named a store.
  package init(_ options: CommonOptions, in world: inout World) throws(CommandError) {
    path = storePath(options.store, in: world)
    if let language = options.lang ?? world.chosenLanguage { world.settle(language) }
    do {
      store = try openStore(path, in: world)
    } catch .cannotOpen(_, .noStore)
      where options.store == nil && world.variable("CENSUS_STORE") == nil
    {
      throw .noStoreYet(path: path, example: world.example)
    }
    language =
      options.lang ?? world.chosenLanguage ?? store.settings.language ?? world.language
    world.settle(language)
    person = try? world.actor(nil)
    today = world.now.day(at: store.settings.offset)
    store.now = world.now
    if let typed = options.asOf {
      asOf = try typed.resolved(near: today)
    } else {
      asOf = today
    }
    knownAt = options.knownAt
    store.knownAt = options.knownAt
    chosenQuarter = options.quarter
    if let counterfoils = world.counterfoils(of: store.settings.id, at: path) {
      store.use(counterfoils)
    }
  }

  /// The same store, looked at by the dashboard: a quarter, on a day, in a language.
  package func looking(at quarter: Quarter, on day: Day, in language: Language) -> Session {
    var session = self
    session.asOf = day
    session.language = language
    session.chosenQuarter = quarter
    return session
  }

  /// The day that somebody typed, looked at from the day looked at.
  ///
  /// - Throws: `CommandError.refused` where there is none, or several.
  func day(_ typed: TypedDay?, _ side: TypedDay.Side = .either) throws(CommandError) -> Day? {
    guard let typed else { return nil }
    return try typed.resolved(near: asOf, side)
  }

  /// The quarter asked for, else the newest with findings, else the newest.
  ///
  /// One that cannot be read may be the one that is meant, so that none is taken in its place.
  package mutating func quarter() throws(CommandError) -> Quarter {
    let quarters = store.quarters()
    if let chosenQuarter {
      guard quarters.contains(chosenQuarter) else {
        if let failure = store.quartersFailure { throw .store(.file(failure)) }
        throw .unknownQuarter(chosenQuarter, known: quarters)
      }
      return chosenQuarter
    }
    for quarter in quarters where store.inspection(of: quarter).inspection?.coverage != .headline {
      return quarter
    }
    guard let newest = quarters.first else {
      if let failure = store.quartersFailure { throw .store(.file(failure)) }
      throw .noQuarter(path: path)
    }
    return newest
  }

  /// A quarter as published.
  mutating func inspection(of quarter: Quarter) throws(CommandError) -> Inspection {
    let file = store.inspection(of: quarter)
    guard let inspection = file.inspection else {
      throw .damagedQuarter(quarter, file.problems.first)
    }
    return inspection
  }

  /// Checks that the quarters of some events can be read: nobody sees what a record does to one
  /// that cannot.
  ///
  /// - Throws: `CommandError.damagedQuarter`.
  mutating func checkReadable(_ events: [Event]) throws(CommandError) {
    for quarter in Set(events.compactMap(\.quarter)).sorted() { _ = try inspection(of: quarter) }
  }

  /// How the quarter looked at stands.
  package mutating func projection() throws(CommandError) -> Projection {
    try projection(of: try quarter())
  }

  /// How a quarter stands on the day looked at, or on another.
  package mutating func projection(
    of quarter: Quarter, on day: Day? = nil
  ) throws(CommandError) -> Projection {
    let inspection = try inspection(of: quarter)
    return Projection(
      of: inspection, directory: store.directory, events: store.events(of: quarter).events,
      settings: store.settings, asOf: day ?? asOf, knownAt: knownAt)
  }

  /// How a quarter stands today with all that is known: what recording builds upon.
  ///
  /// A person may look at an earlier day and record for it; what arrived since is not forgotten.
  ///
  /// - Throws: as `quarter`, and `Refusal.noFindings` where only totals are known.
  mutating func recordingProjection() throws(CommandError) -> Projection {
    try recordingProjection(of: try quarter())
  }

  /// How a quarter stands today with all that is known.
  mutating func recordingProjection(of quarter: Quarter) throws(CommandError) -> Projection {
    let projection = try currentProjection(of: quarter)
    guard projection.inspection.coverage == .full else { throw .refused(.noFindings(quarter)) }
    return projection
  }

  /// The same, also of a quarter of which only the totals are known.
  mutating func currentProjection() throws(CommandError) -> Projection {
    try currentProjection(of: try quarter())
  }

  /// How a quarter stands today, also one of which only the totals are known.
  mutating func currentProjection(
    of quarter: Quarter
  ) throws(CommandError) -> Projection {
    let inspection = try inspection(of: quarter)
    return Projection(
      of: inspection, directory: store.directory, events: store.events(of: quarter).events,
      settings: store.settings, asOf: today)
  }

  /// Everything that was recorded in any quarter, each event once.
  package mutating func allEvents() -> [Event] {
    var seen: Set<EventID> = []
    var events: [Event] = []
    for quarter in store.quarters() {
      events += store.events(of: quarter).events.filter { seen.insert($0.id).inserted }
    }
    return events
  }

  /// The last act of a person, to be taken back.
  ///
  /// - Throws: `Refusal.nothingToUndo`; `.lastWasNotice` where that person took a notice in, or back,
  ///   since: what lies before is not what anybody means.
  package mutating func undo(lastOf actor: String) throws(Refusal) -> Undo {
    let events = allEvents()
    let notice = store.lastAcceptance(by: actor)
    let undo: Undo
    do throws(Refusal) {
      undo = try Undo(lastOf: actor, in: events)
    } catch {
      if case .nothingToUndo = error, let notice {
        throw .lastWasNotice(notice.quarter, isWithdrawal: notice.isWithdrawal)
      }
      throw error
    }
    // Within one second only what was recorded upon that very notice is known to come after it.
    let isBefore = { (event: Event, notice: (at: Instant, revision: String)) in
      event.at < notice.at || event.at == notice.at && event.revision != notice.revision
    }
    if let notice, undo.events.allSatisfy({ isBefore($0, (notice.at, notice.revision)) }) {
      throw .lastWasNotice(notice.quarter, isWithdrawal: notice.isWithdrawal)
    }
    return undo
  }

  /// What is doubtful about the store and all that was read of it.
  package var problems: [Problem] { store.knownProblems }

  /// What is doubtful about the store, a quarter, and all else that was read.
  package mutating func problems(of quarter: Quarter) -> [Problem] {
    _ = store.inspection(of: quarter)
    _ = store.events(of: quarter)
    return problems
  }
}

extension World {
  /// The language that the environment names for this program.
  var chosenLanguage: Language? { variable("CENSUS_LANG").flatMap { Language(rawValue: $0) } }
}

extension World {
  /// The counterfoils of a store, in the person's own folder; nil where the environment names none.
  package func counterfoils(of store: String, at path: String) -> Counterfoils? {
    let state = PersonalConfig.folder("XDG_STATE_HOME", else: ".local/state", environment)
    // An account without a home keeps nothing.
    let base =
      environment["XDG_STATE_HOME"]?.hasPrefix("/") == true ? nil : variable("HOME") ?? "."
    guard let state, base.map({ (try? openFolder($0, false)) != nil }) ?? true else { return nil }
    return Counterfoils(
      of: store, at: resolve(path),
      open: { creating throws(FileError) in try folder(state, creating) },
      openStore: { try? openFolder($0, false) })
  }

  /// Opens a folder, after those above it were made if asked to.
  private func folder(_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem {
    do throws(FileError) {
      return try openFolder(path, false)
    } catch {
      guard creating, error.reason == .missing, path.hasPrefix("/") else { throw error }
      let above = path.split(separator: "/").dropLast().joined(separator: "/")
      if !above.isEmpty { _ = try folder("/\(above)", true) }
      return try openFolder(path, true)
    }
  }
}

extension TypedDay {
  /// The day that it means, for a command.
  func resolved(near day: Day, _ side: Side = .either) throws(CommandError) -> Day {
    do throws(Refusal) {
      return try self.day(near: day, side)
    } catch {
      throw .refused(error)
    }
  }
}

/// Opens the store in a folder.
package func openStore(_ path: String, in world: World) throws(CommandError) -> Store {
  do throws(StoreError) {
    return try Store.open(try folder(path, in: world))
  } catch .noStore where isEmptyClone(path, in: world) {
    throw .emptyClone(path: path)
  } catch {
    throw .cannotOpen(path: path, error)
  }
}

/// Whether a folder has a repository and nothing else.
private func isEmptyClone(_ path: String, in world: World) -> Bool {
  guard let folder = try? world.openFolder(path, false) else { return false }
  return (try? folder.list("").map(\.name)) == [".git"]
}

private func folder(_ path: String, in world: World) throws(StoreError) -> any FileSystem {
  do {
    return try world.openFolder(path, false)
  } catch {
    throw error.reason == .missing ? .noStore : .file(error)
  }
}

/// The store's folder: the option, the variable, `./data` if it is a store, the person's own.
func storePath(_ option: String?, in world: World) -> String {
  if let path = option ?? world.variable("CENSUS_STORE") { return path }
  let data = "data"
  if let folder = try? world.openFolder(data, false), (try? folder.stamp(of: "store.json")) != nil {
    return data
  }
  if let share = world.variable("XDG_DATA_HOME"), share.hasPrefix("/") {
    return share + "/site-census"
  }
  return (world.variable("HOME") ?? ".") + "/.local/share/site-census"
}
