import CensusCore

/// What the findings are called in the revision that counts, where somebody recorded upon another one.
///
/// Two people who take in one notice each number its findings. Where their readings differ, one number
/// is two findings: what was recorded of one is about the finding of the same site in the reading that
/// counts, never about whatever has the number there.
///
/// Nor is anything said of what a notice did not list yet: a report on all that was asked for answers
/// none of the findings that a correction added. Where a correction makes a finding another unit's, what was
/// said of its former unit as a whole stays with it, and nothing that was said of the other falls on it.
struct Renumbering: Equatable {
  /// By the revision upon which something was recorded: the finding here for each that is not the same.
  private var findings: [String: [FindingID: FindingID?]] = [:]
  /// By a revision that does not list all that the one that counts has, or lists it of others: what it
  /// lists of that.
  private var listed: [String: [FindingID: Finding]] = [:]
  /// The findings of the revision that counts, where another one lacks some.
  private var all: [Finding] = []
  /// By a revision that the one that counts goes back to: whether this one words a finding otherwise, for
  /// each that both list.
  private var rewordings: [String: [FindingID: Bool]] = [:]

  /// Nothing is called otherwise.
  init() {}

  /// What differs between the revision that counts and those that it does not go back to.
  ///
  /// - Parameters:
  ///   - counting: the revision that counts; nil if none does.
  ///   - revisions: all of the quarter.
  init(_ counting: Revision?, among revisions: [Revision]) {
    guard let counting, case .facts(let here) = counting.content else { return }
    // A correction keeps the numbers of what it corrects, also where it corrects a site's code.
    for rival in revisions
    where rival.id != counting.id && !counting.continues(rival, among: revisions) {
      guard case .facts(let there) = rival.content else { continue }
      let map = Self.differing(there.findings, here.findings)
      if !map.isEmpty { findings[rival.id] = map }
    }
    for other in revisions where other.id != counting.id {
      guard case .facts(let there) = other.content else { continue }
      let map = findings[other.id] ?? [:]
      var known: [FindingID: Finding] = [:]
      for finding in there.findings {
        if let id = map[finding.id] ?? finding.id { known[id] = finding }
      }
      let isSame = here.findings.allSatisfy { known[$0.id]?.isOfUnit(of: $0) == true }
      if !isSame { listed[other.id] = known }
      if counting.continues(other, among: revisions) {
        rewordings[other.id] = Self.rewordings(of: there.findings, in: here.findings)
      }
    }
    if !listed.isEmpty { all = here.findings }
  }

  /// The numbers that are another finding in another revision, each once, in order.
  var numbers: [Int] { Set(findings.values.flatMap(\.keys).map(\.number)).sorted() }

  /// Whether every record says the same upon all revisions.
  var isEmpty: Bool { findings.isEmpty && listed.isEmpty }

  private static func differing(
    _ there: [Finding], _ here: [Finding]
  ) -> [FindingID: FindingID?] {
    let own = Dictionary(here.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var map: [FindingID: FindingID?] = [:]
    for finding in there {
      let isSame = own[finding.id].map { $0.isOfSite(of: finding) } ?? false
      guard !isSame else { continue }
      let same = here.filter { $0.isOfSite(of: finding) }
      // Of several of one site that in the same words, else none: nobody can tell which was meant.
      let meant = same.count > 1 ? same.filter { $0.text == finding.text } : same
      map[finding.id] = .some(meant.count == 1 ? meant[0].id : nil)
    }
    return map
  }

  private static func rewordings(
    of there: [Finding], in here: [Finding]
  ) -> [FindingID: Bool] {
    let former = Dictionary(there.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let both = here.filter { !$0.isGone }.compactMap { finding in
      former[finding.id].map { (finding.id, searchKey($0) != searchKey(finding.text)) }
    }
    return Dictionary(both, uniquingKeysWith: { first, _ in first })
  }

  /// What is odd about events because of the revision upon which they were recorded, by event.
  func oddities(of events: [Event]) -> [EventID: Problem.Oddity] {
    var oddities = contradicted(among: events)
    for event in events {
      guard let map = event.revision.flatMap({ findings[$0] }) else { continue }
      let lost = event.namedFindings.first { map[$0] == .some(.none) }
      if let lost { oddities[event.id] = .otherReading(lost) }
    }
    return oddities
  }

  /// What a correction that came later lists although it was struck off, or words anew although it had
  /// passed: of a finding its last word alone, since whatever was said after it settles it.
  private func contradicted(among events: [Event]) -> [EventID: Problem.Oddity] {
    guard !rewordings.isEmpty else { return [:] }
    let liveness = Liveness(events)
    var (strikes, verdicts): ([FindingID: Event], [FindingID: Event]) = ([:], [:])
    for event in events where liveness.isLive(event.id) {
      switch event.payload {
      case .void, .reinstate: for id in event.namedFindings { strikes[id] = event }
      case .recheck: for id in event.namedFindings { verdicts[id] = event }
      default: continue
      }
    }
    func isReworded(_ id: FindingID, since event: Event) -> Bool? {
      rewordings[event.revision ?? Revision.original]?[id]
    }
    var oddities: [EventID: Problem.Oddity] = [:]
    // Of several findings of one record the first is named.
    for (id, event) in verdicts.sorted(by: { $0.key > $1.key }) {
      guard event.payload.isPass, isReworded(id, since: event) == true else { continue }
      oddities[event.id] = .reworded(id)
    }
    for (id, event) in strikes.sorted(by: { $0.key > $1.key }) {
      guard case .void = event.payload, isReworded(id, since: event) != nil else { continue }
      oddities[event.id] = .relisted(id)
    }
    return oddities
  }

  /// An event with the findings that it is about in the revision that counts.
  func event(_ event: Event, _ directory: Directory) -> Event {
    narrowed(renumbered(event), directory)
  }

  /// What was said of a unit, of the findings that its writer could know to be of it.
  private func narrowed(_ event: Event, _ directory: Directory) -> Event {
    guard case .unit(let unit) = event.subject,
      let known = listed[event.revision ?? Revision.original]
    else { return event }
    let (payload, here) = (event.payload, Set(all.map(\.id)))
    let own = Set(all.filter { directory.unit(for: $0).id == unit }.map(\.id))
    let then = Set(known.filter { directory.unit(for: $0.value).id == unit }.keys)
      .intersection(here)
    let named = payload.covers.map { $0.filter(then.contains) }
    let meant = named ?? then.sorted()
    let isMoved = !own.isSuperset(of: meant)
    // Another unit's there, and this one's here.
    let hasMoved = isMoved || own.contains { known[$0] != nil && !then.contains($0) }
    guard !meant.isEmpty,
      named != nil
        ? isMoved
        : payload.isOfWholeReport && then != own || payload.isOfWholeDeadline && hasMoved
    else { return event }
    return event.narrowed(to: meant, isMoved: isMoved)
  }

  private func renumbered(_ event: Event) -> Event {
    guard let map = event.revision.flatMap({ findings[$0] }),
      event.namedFindings.contains(where: { map[$0] != nil })
    else { return event }
    return event.renumbered { id in map[id] ?? id }
  }
}

extension Finding {
  fileprivate func isOfSite(of other: Finding) -> Bool {
    code == other.code && prefecture == other.prefecture
  }

  /// Whether the same unit answers for both, as far as the notices say it.
  fileprivate func isOfUnit(of other: Finding) -> Bool {
    prefecture == other.prefecture && siteName == other.siteName && code == other.code
  }
}

extension Event.Payload {
  fileprivate var isPass: Bool {
    guard case .recheck(let recheck) = self else { return false }
    return recheck.verdict == .passed
  }
}

extension Event {
  fileprivate var namedFindings: [FindingID] {
    guard case .findings(let ids) = subject else { return payload.covers ?? [] }
    return ids + (payload.covers ?? [])
  }
}

extension Revision {
  /// Whether it goes back to another one: a correction of it, or of one that corrects it.
  fileprivate func continues(_ other: Revision, among all: [Revision]) -> Bool {
    var one = self
    var seen: Set<String> = []
    while seen.insert(one.id).inserted, let before = one.before(among: all) {
      if before.id == other.id { return true }
      one = before
    }
    return false
  }

  /// What it corrects; of those that do not say it, what was there with a lower number.
  private func before(among all: [Revision]) -> Revision? {
    if let after = acceptance?.after { return all.first { $0.id == after } }
    return all.filter { $0.isOfFacts && $0.number < number }.max { $0.number < $1.number }
  }

  private var isOfFacts: Bool {
    guard case .facts = content else { return false }
    return true
  }
}

extension Store {
  /// What whoever records has before them.
  mutating func before(_ drafts: [EventDraft]) -> EventLog.Before {
    var ids: [Quarter: String] = [:]
    var renumberings: [Quarter: (Renumbering, Directory)] = [:]
    for quarter in Set(drafts.compactMap(\.quarter)) where !revisions(of: quarter).isEmpty {
      let file = inspection(of: quarter)
      let id = file.revisions.counting(at: nil)?.revision.id
      ids[quarter] = id == Revision.original ? nil : id
      renumberings[quarter] = (
        file.renumbering, directory.adding(file.inspection?.additions ?? .none)
      )
    }
    return EventLog.Before(
      revisions: ids,
      read: { event in
        guard let (renumbering, directory) = event.quarter.flatMap({ renumberings[$0] }) else {
          return event
        }
        return renumbering.event(event, directory)
      })
  }
}
