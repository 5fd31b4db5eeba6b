/// What corrections and mergers say of identities: which code, name and unit stand for which.
///
/// Cycles, which only contradictory corrections make, end where they began.
public struct Aliases: Equatable, Sendable {
  private struct Dated: Equatable {
    let from: Day
    let name: String
  }

  private var codes: [SiteCode: SiteCode] = [:]
  private var merged: [SiteCode: SiteCode] = [:]
  private var printed: [FindingID: SiteCode] = [:]
  private var units: [UnitID: UnitID] = [:]
  private var siteNames: [SiteCode: [Dated]] = [:]
  private var unitNames: [UnitID: [Dated]] = [:]

  /// Nothing is called anything else.
  init() {}

  /// A site has another code.
  mutating func recode(_ code: SiteCode, as new: SiteCode) { codes[code] = new }

  /// A site had a code for a time; it still stands for the site, unless another has that now.
  mutating func recodeIfFree(_ code: SiteCode, as site: SiteCode) {
    let isTaken = codes[code] != nil || codes.values.contains(code) || printed.values.contains(code)
    if !isTaken { codes[code] = site }
  }

  /// The code of a finding's site is another than the printed one.
  mutating func reprint(_ finding: FindingID, as code: SiteCode) { printed[finding] = code }

  /// A site became part of another; nil where it is one of its own again.
  mutating func merge(_ code: SiteCode, into successor: SiteCode?) {
    merged[identity(of: code)] = successor
  }

  /// Puts the names of a site under its last code, whichever code it had when it was named.
  mutating func settleNames() {
    var settled: [SiteCode: [Dated]] = [:]
    for (code, names) in siteNames.sorted(by: { $0.key < $1.key }) {
      settled[identity(of: code), default: []] += names
    }
    siteNames = settled
  }

  /// A unit's duties were taken over.
  mutating func succeed(_ unit: UnitID, by successor: UnitID) { units[unit] = successor }

  /// A site is called something else from a day on.
  mutating func call(_ site: SiteCode, _ name: String, from day: Day) {
    siteNames[site, default: []].append(Dated(from: day, name: name))
  }

  /// A unit is called something else from a day on.
  mutating func call(unit: UnitID, _ name: String, from day: Day) {
    unitNames[unit, default: []].append(Dated(from: day, name: name))
  }

  /// The identity of a site: its code after all recodings.
  public func identity(of code: SiteCode) -> SiteCode { end(of: code) { codes[$0] } }

  /// The identity of the site that a finding is about: its code after corrections and recodings.
  public func identity(of finding: Finding) -> SiteCode {
    identity(of: printed[finding.id] ?? finding.code)
  }

  /// The site that a site's history belongs to: itself, or what it was merged into.
  public func lineage(of code: SiteCode) -> SiteCode {
    end(of: identity(of: code)) { site in merged[site].map(identity) }
  }

  /// The sites that lead from one to another by what they became part of; nil if none do.
  func path(from start: SiteCode, to end: SiteCode) -> [SiteCode]? {
    Self.path(from: identity(of: start), to: identity(of: end)) { site in
      merged[site].map(identity)
    }
  }

  /// The units that lead from one to another by who took over; nil if none do.
  func path(fromUnit start: UnitID, to end: UnitID) -> [UnitID]? {
    Self.path(from: start, to: end) { units[$0] }
  }

  private static func path<Key: Hashable>(
    from start: Key, to end: Key, _ next: (Key) -> Key?
  ) -> [Key]? {
    var path = [start]
    while let last = path.last, last != end {
      guard let following = next(last), !path.contains(following) else { return nil }
      path.append(following)
    }
    return path
  }

  /// The unit that took over a unit's duties; nil if none did.
  public func successor(of unit: Unit) -> UnitID? {
    let last = end(of: unit.id) { units[$0] ?? ($0 == unit.id ? unit.successor : nil) }
    return last == unit.id ? nil : last
  }

  /// What a site is called now, if that was corrected.
  public func name(of site: SiteCode) -> String? {
    siteNames.isEmpty ? nil : siteNames[identity(of: site)].flatMap(Self.latest)
  }

  /// What a unit is called now, if that was corrected.
  public func name(ofUnit id: UnitID) -> String? {
    unitNames[id].flatMap(Self.latest)
  }

  /// The units whose name was corrected.
  var renamedUnits: [UnitID] { Array(unitNames.keys) }

  /// The last name by its day; of one day the last in the order of events.
  private static func latest(_ names: [Dated]) -> String? {
    names.reduce(names.first) { best, name in
      best.map { name.from >= $0.from } ?? true ? name : best
    }?.name
  }

  private func end<Key: Hashable>(of start: Key, _ next: (Key) -> Key?) -> Key {
    var seen: Set<Key> = [start]
    var last = start
    while let following = next(last), seen.insert(following).inserted { last = following }
    return last
  }
}
