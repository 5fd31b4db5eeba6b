package import CensusCore
internal import CensusStore

/// What failed before among some findings, read off the earlier quarters one after the other.
///
/// Only a quarter that lists one of their sites is read with its events; sites that were recoded or
/// merged are followed by what is known today.
package struct PastReading {
  private let aliases: Aliases
  private let sites: Set<SiteCode>
  private var read: [Projection]
  private var rest: [Quarter]

  /// Begins with the quarter looked at.
  ///
  /// - Parameters:
  ///   - projection: that quarter.
  ///   - findings: those that are listed.
  ///   - session: knows which quarters there are.
  package init(
    of projection: Projection, _ findings: [FindingState], in session: inout Session
  ) {
    aliases = projection.aliases
    sites = Set(findings.map { projection.aliases.lineage(of: $0.site) })
    read = [projection]
    rest = sites.isEmpty ? [] : session.store.quarters().filter { $0 < projection.quarter }
  }

  /// Whether there is no quarter left to read.
  package var isDone: Bool { rest.isEmpty }

  /// Recurrences and what was carried over, as far as was read, up to the quarter looked at.
  package var offenders: RepeatOffenders { RepeatOffenders(read) }

  /// Reads one more quarter.
  package mutating func step(_ session: inout Session) {
    guard let quarter = rest.popLast(),
      let inspection = session.store.inspection(of: quarter).inspection,
      inspection.coverage == .full,
      inspection.findings.contains(where: { finding in
        sites.contains(aliases.lineage(of: aliases.identity(of: finding)))
      }), let earlier = try? session.projection(of: quarter)
    else { return }
    read.append(earlier)
  }
}

extension Session {
  /// The period that another is held against: the last of its kind before it that has findings, else
  /// the last that has findings, else the last; nil where it is the first.
  ///
  /// One that cannot be read may be the one that is meant, so that none is taken in its place.
  package mutating func quarter(before quarter: Quarter) -> Quarter? {
    let earlier = store.quarters().filter { $0 < quarter }
    let full = earlier.filter { store.inspection(of: $0).inspection?.coverage != .headline }
    return full.first { $0.kind == quarter.kind } ?? full.first ?? earlier.first
  }

  /// What failed before among some findings, read off all earlier quarters.
  ///
  /// - Parameters:
  ///   - projection: the quarter looked at.
  ///   - findings: those that are listed.
  /// - Returns: recurrences and what was carried over, up to that quarter.
  package mutating func past(of projection: Projection, _ findings: [FindingState])
    -> RepeatOffenders
  {
    var reading = PastReading(of: projection, findings, in: &self)
    while !reading.isDone { reading.step(&self) }
    return reading.offenders
  }
}

/// What is owed of all periods, read off one after the other.
package struct WorklistReading {
  private var rest: [Quarter]
  private let asOf: Day
  private let isSearched: Bool
  private let before: Quarter?
  private let keepsCensus: Bool
  private var entries: [Worklist.Entry] = []
  /// The period that the one on screen is compared with; nil where that has no findings.
  package private(set) var previous: Projection?
  /// The latest census of all sites, which may be evidence for the one on screen (domain.md 2.10).
  package private(set) var latestCensus: Projection?
  /// The periods that cannot be read.
  package private(set) var unreadable: [Quarter] = []

  /// Begins with nothing read.
  ///
  /// - Parameters:
  ///   - quarters: which periods.
  ///   - asOf: the day looked at.
  ///   - isSearched: whether somebody will look for texts.
  ///   - before: the period to keep for a comparison, if one is wanted.
  ///   - keepsCensus: whether the latest census of all sites is kept as well.
  package init(
    of quarters: [Quarter], on asOf: Day, isSearched: Bool, keeping before: Quarter? = nil,
    andCensus keepsCensus: Bool = false
  ) {
    rest = quarters
    self.before = before
    self.keepsCensus = keepsCensus
    self.asOf = asOf
    self.isSearched = isSearched
  }

  /// Whether there is no period left to read.
  package var isDone: Bool { rest.isEmpty }

  /// What is owed, as far as was read.
  package var worklist: Worklist { Worklist(entries) }

  /// Reads one more period.
  package mutating func step(_ session: inout Session) {
    guard let quarter = rest.popLast() else { return }
    guard let inspection = session.store.inspection(of: quarter).inspection else {
      unreadable.append(quarter)
      return
    }
    if let issued = inspection.notice.issued, issued > asOf { return }
    guard let projection = try? session.projection(of: quarter, on: asOf) else { return }
    if quarter == before, inspection.coverage == .full { previous = projection }
    let isNewer = latestCensus.map { $0.quarter < quarter } ?? true
    if keepsCensus, isNewer, inspection.coverage == .full, inspection.scope == .all {
      latestCensus = projection
    }
    entries += projection.unfinished(searched: isSearched ? SearchTexts(of: projection) : nil)
  }
}

extension Session {
  /// What is owed of all periods, or of one.
  ///
  /// - Parameters:
  ///   - quarter: the only one; nil for all.
  ///   - isSearched: whether somebody looks for texts.
  /// - Returns: all of them read.
  mutating func unfinished(
    only quarter: Quarter? = nil, isSearched: Bool = false
  ) -> WorklistReading {
    let quarters = quarter.map { [$0] } ?? store.quarters()
    var reading = WorklistReading(of: quarters, on: asOf, isSearched: isSearched)
    while !reading.isDone { reading.step(&self) }
    return reading
  }
}
