/// What an ID that a person typed stands for in a quarter.
public enum Reference: Hashable, Sendable {
  /// A row of annex 1.
  case prefecture(PrefectureID)
  /// A unit that owes a report.
  case unit(UnitID)
  /// A failing site.
  case site(SiteCode)
  /// A finding.
  case finding(FindingID)
  /// An event.
  case event(EventID)
  /// A batch of events.
  case batch(BatchID)
  /// A row of `check`, by its ID.
  case check(String)
  /// The notice as a whole, by its quarter.
  case notice(Quarter)
}

extension Reference: CustomStringConvertible {
  /// The ID as a person types it.
  public var description: String {
    switch self {
    case .prefecture(let id): id.text
    case .unit(let id): id.text
    case .site(let code): code.text
    case .finding(let id): id.description
    case .event(let id): id.text
    case .batch(let id): id.text
    case .check(let id): id
    case .notice(let quarter): quarter.description
    }
  }
}

extension Projection {
  /// Finds what an ID stands for: the quarter itself, a finding, a site code, a unit or prefecture
  /// by its name in either language, or an event or batch by at least six of its first digits.
  ///
  /// Full-width letters and digits equal half-width ones, capitals equal small letters. A name
  /// that is both a unit and a prefecture is the unit. Corrected codes and names are known beside
  /// the printed ones, and a unit also by the one that took over its duties.
  ///
  /// - Throws: `Refusal.unknownID` with the nearest names, or `Refusal.ambiguousID`.
  public func resolve(_ text: String) throws(Refusal) -> Reference {
    let key = searchKey(text)
    if Quarter(key.uppercased()) == quarter { return .notice(quarter) }
    if let id = FindingID(key.uppercased()), finding(id) != nil { return .finding(id) }
    for code in [SiteCode(text), SiteCode(key)] {
      if let site = site(code) { return .site(site.code) }
    }
    if let unit = obligations.first(where: { names(of: $0.unit).contains(key) }) {
      return .unit(unit.unit.id)
    }
    if let row = prefectures.first(where: { names(of: $0.prefecture).contains(key) }) {
      return .prefecture(row.prefecture.id)
    }
    let named = sites.filter { site in
      ([site.name, site.shownName.chinese, site.shownName.english]
        + (aliases.name(of: site.code).map { [$0] } ?? []))
        .contains { searchKey($0) == key }
    }
    if let site = named.first, named.count == 1 { return .site(site.code) }
    let succeeded = obligations.filter { ($0.successor?.text).map(searchKey) == key }
    if let unit = succeeded.first, succeeded.count == 1 { return .unit(unit.unit.id) }
    if let found = try recorded(prefix: key) { return found }
    throw .unknownID(text, nearest: nearestNames(to: key))
  }

  private func recorded(prefix: String) throws(Refusal) -> Reference? {
    guard (6...32).contains(prefix.utf8.count), prefix.utf8.allSatisfy(isLowerHex) else {
      return nil
    }
    // What is dated ahead counts for nothing yet, and is known all the same.
    if let found = try one(of: Self.matches(prefix, events), prefix) { return found }
    return try one(of: Self.matches(prefix, eventsAhead), prefix)
  }

  private static func matches(_ prefix: String, _ events: [Event]) -> [Reference] {
    distinct(events.map(\.id)).filter { $0.text.hasPrefix(prefix) }.map(Reference.event)
      + distinct(events.map(\.batch)).filter { $0.text.hasPrefix(prefix) }.map(Reference.batch)
  }

  private func one(of matches: [Reference], _ prefix: String) throws(Refusal) -> Reference? {
    guard matches.count <= 1 else { throw .ambiguousID(prefix, matches: matches.count) }
    return matches.first
  }

  private func names(of unit: Unit) -> [String] {
    ([unit.id.text, unit.name.chinese, unit.name.english]
      + (aliases.name(ofUnit: unit.id).map { [$0] } ?? [])).map(searchKey)
  }

  private func names(of prefecture: Prefecture) -> [String] {
    [prefecture.id.text, prefecture.fullName, prefecture.name.chinese, prefecture.name.english]
      .map(searchKey)
  }

  /// The three names nearest to a mistyped one, nearest first.
  private func nearestNames(to key: String) -> [String] {
    let candidates = distinct(
      obligations.map(\.unit.id.text) + prefectures.map(\.prefecture.id.text)
        + findings.map(\.site.text) + findings.map(\.finding.id.description)
        + sites.map(\.shownName.chinese))
    let typed = Array(key.unicodeScalars)
    let ranked = candidates.enumerated().compactMap { index, name -> (Int, Int, String)? in
      let other = searchKey(name)
      let scalars = Array(other.unicodeScalars)
      let holds = !key.isEmpty && (other.contains(key) || key.contains(other))
      let distance = holds ? 0 : editDistance(typed, scalars)
      guard distance <= max(1, min(typed.count, scalars.count) / 2) else { return nil }
      return (distance, index, name)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }
}

/// The number of insertions, deletions and replacements between two texts.
package func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var row = Array(0...right.count)
  for (index, scalar) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (scalar == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
