/// The re-checks of one finding, and what its site did meanwhile.
struct FollowUp {
  /// A failure: of a re-check, or of a site that went dark.
  struct Failure {
    /// Where it stands in the order of events.
    let place: Int
    /// The day of it.
    let on: Day
    /// Whether the site went dark.
    let isDark: Bool
  }

  /// One round: its verdicts, the one that counts last, and where that stands.
  private struct Round {
    let entries: [RecheckEntry]
    let last: RecheckEntry
    let place: Int
    /// Its place in the order of recording.
    let clock: Int
    let conflict: Conflict?
  }

  /// The identity of the site.
  let site: SiteCode
  /// The re-checks, by round; of each round the one that counts comes last, and the round that
  /// decides comes last of all.
  let entries: [RecheckEntry]
  /// Verdicts of one round that contradict each other, or that of a day on which somebody else saw
  /// the site dark.
  let conflicts: [Conflict]

  private let counting: [(place: Int, clock: Int, entry: RecheckEntry)]
  private let darkness: (place: Int, event: Event)?
  private let lightOn: Day?
  private let retiredOn: Day?
  /// Whether the last re-check and the darkness of its day contradict each other.
  private let isDoubted: Bool

  /// Reads them in the order of events.
  init(
    _ rechecks: [(place: Int, event: Event)], site: SiteCode,
    darkness: (place: Int, event: Event)?, lightOn: Day?, retiredOn: Day?,
    _ settling: Settling
  ) {
    self.site = site
    let others = rechecks.map(\.event.id)
    self.darkness = darkness.flatMap {
      settling.isOverruled($0.event.id, among: others) ? nil : $0
    }
    self.lightOn = lightOn
    self.retiredOn = retiredOn
    var read: [Round] = []
    let rounds = Dictionary(grouping: rechecks) { $0.event.recheck?.recheckRound ?? 1 }
    for (_, placed) in rounds.sorted(by: { $0.key < $1.key }) {
      let standing = settling.standing(placed.map(\.event))
      let settled = settling.settled(
        .verdicts, standing, value: { $0.recheck?.verdict }, badness: Self.badness)
      guard let settled else { continue }
      let others = standing.filter { $0.id != settled.event.id }
      let ordered = (others + [settled.event]).compactMap(RecheckEntry.init)
      guard let last = ordered.last,
        let place = placed.first(where: { $0.event.id == last.event })?.place
      else { continue }
      read.append(
        Round(
          entries: ordered, last: last, place: place, clock: settled.event.believedClock,
          conflict: settled.conflict))
    }
    // A round that somebody else dated before an earlier one does not decide over that.
    read.sort { ($0.last.on, $0.last.round) < ($1.last.on, $1.last.round) }
    entries = read.flatMap(\.entries)
    counting = read.map { ($0.place, $0.clock, $0.last) }
    let last = rechecks.first { $0.event.id == read.last?.last.event }?.event
    let contrary = Self.contrary(to: self.darkness?.event, last, settling)
    isDoubted =
      contrary != nil
      || last.flatMap { last in
        darkness.map { settling.isOverruled(last.id, among: [$0.event.id]) }
      } ?? false
    conflicts = Self.open(read) + [contrary].compactMap(\.self)
  }

  /// The last re-check, if it did not fail the site on the very day on which somebody who did not
  /// know of it saw the site dark; the worse counts.
  private static func contrary(
    to dark: Event?, _ recheck: Event?, _ settling: Settling
  ) -> Conflict? {
    guard let dark, let recheck, recheck.recheck?.verdict == .passed, recheck.on == dark.on,
      recheck.actor != dark.actor,
      settling.areConcurrent(recheck, dark), settling.standing([recheck, dark]).count == 2
    else { return nil }
    return Conflict(.verdicts, [recheck, dark], counting: dark.id)
  }

  /// The contradictions that a later re-check has not overtaken.
  private static func open(_ rounds: [Round]) -> [Conflict] {
    guard let deciding = rounds.last else { return [] }
    return rounds.compactMap { round in
      guard let conflict = round.conflict else { return nil }
      let days = round.entries.filter { conflict.events.contains($0.event) }.map(\.on)
      let isOvertaken =
        round.last.round < deciding.last.round && days.allSatisfy { $0 <= deciding.last.on }
      return isOvertaken ? nil : conflict
    }
  }

  /// Failed is worst, passed is best.
  private static func badness(_ event: Event) -> Int {
    switch event.recheck?.verdict {
    case .failed: 2
    case .untestable: 1
    case .passed, nil: 0
    }
  }

  /// How the finding stands.
  ///
  /// The latest round counts: that of the latest day, of one day the higher. A site that went dark
  /// has failed from the day it was seen, and only a re-check undoes that; while it was dark, one
  /// that passed. What was closed by then stays closed, also by a retirement; one that is filed
  /// afterwards undoes no failure, and leaves it to an order.
  ///
  /// - Parameters:
  ///   - report: the report on the finding.
  ///   - limit: what stands there or later in the order of events is left out.
  ///   - clock: what stands there or later in the order of recording is left out.
  /// - Returns: the state.
  func state(
    _ report: Report, before limit: Int = .max, recordedBefore clock: Int = .max
  ) -> Recheck.State {
    let last = counting.last { $0.place < limit && $0.clock < clock }
    let state = last.map { Recheck.State($0.entry.recheck.verdict) } ?? .notYet
    return isDark(report, last, state, before: limit) ? .failed : state
  }

  /// The failure that the finding stands by, if it does.
  func failure(_ report: Report) -> Failure? {
    guard state(report) == .failed else { return nil }
    let last = counting.last
    let verdict = last.map { Recheck.State($0.entry.recheck.verdict) } ?? .notYet
    if isDark(report, last, verdict, before: .max), let darkness {
      return Failure(place: darkness.place, on: darkness.event.on, isDark: true)
    }
    return last.map { Failure(place: $0.place, on: $0.entry.on, isDark: false) }
  }

  private func isDark(
    _ report: Report, _ last: (place: Int, clock: Int, entry: RecheckEntry)?,
    _ state: Recheck.State, before limit: Int
  ) -> Bool {
    guard let darkness, darkness.place < limit else { return false }
    if isDoubted { return true }
    if let retiredOn, retiredOn <= darkness.event.on { return false }
    guard let last, state != .notYet else { return true }
    if last.place > darkness.place {
      // That a dark site could not be tested tells nothing new of it, also once it is back.
      return state == .untestable && lightOn.map { last.entry.on < $0 } ?? true
    }
    return !(state == .passed && report.settledOn.map { $0 <= darkness.event.on } ?? false)
  }
}

extension RecheckEntry {
  fileprivate init?(_ event: Event) {
    guard let recheck = event.recheck else { return nil }
    self.init(event: event.id, on: event.on, recheck: recheck)
  }
}
