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
  private var units: [String: String] = [:]
  private var siteNames: [SiteCode: [Dated]] = [:]
  private var unitNames: [String: [Dated]] = [:]

  /// Reads them off events that count, in order.
  ///
  /// - Parameters:
  ///   - events: any events; only corrections and mergers matter.
  ///   - day: the day looked at; what begins later does not count yet.
  public init(_ events: some Sequence<Event>, on day: Day) {
    for event in events {
      switch event.payload {
      case .correct(let correct) where correct.from ?? event.on <= day:
        add(correct, about: event.subject, on: correct.from ?? event.on)
      case .availability(let availability) where availability.from ?? event.on <= day:
        guard case .site(let code) = event.subject else { continue }
        merged[code] = availability.status == .merged ? availability.successor : nil
      default: continue
      }
    }
  }

  private mutating func add(_ correct: Correct, about subject: Event.Subject, on day: Day) {
    switch (subject, correct.field) {
    case (.site(let code), .code): codes[code] = SiteCode(correct.new)
    case (.site(let code), .name):
      siteNames[code, default: []].append(Dated(from: day, name: correct.new))
    case (.site(let code), .successor): merged[code] = SiteCode(correct.new)
    case (.unit(let id), .successor): units[id] = correct.new
    case (.unit(let id), .name):
      unitNames[id, default: []].append(Dated(from: day, name: correct.new))
    case (.findings(let ids), .code):
      for id in ids { printed[id] = SiteCode(correct.new) }
    case (.unit, .code), (.findings, .name), (.findings, .successor), (.event, _), (.check, _):
      return
    }
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

  /// The unit that took over a unit's duties; nil if none did.
  public func successor(of unit: Unit) -> String? {
    let last = end(of: unit.id) { units[$0] ?? ($0 == unit.id ? unit.successor : nil) }
    return last == unit.id ? nil : last
  }

  /// What a site is called now, if that was corrected.
  public func name(of site: SiteCode) -> String? {
    let known = siteNames[site] ?? siteNames[identity(of: site)]
    return known?.max { $0.from < $1.from }?.name
  }

  /// What a unit is called now, if that was corrected.
  public func name(ofUnit id: String) -> String? {
    unitNames[id]?.max { $0.from < $1.from }?.name
  }

  private func end<Key: Hashable>(of start: Key, _ next: (Key) -> Key?) -> Key {
    var seen: Set<Key> = [start]
    var last = start
    while let following = next(last), seen.insert(following).inserted { last = following }
    return last
  }
}
