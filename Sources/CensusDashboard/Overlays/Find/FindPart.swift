import CensusCore

/// What can be found in one quarter, made ready slice by slice.
///
/// It holds what was published; what people recorded is laid over it for the quarter on screen
/// (`LiveTexts`), so that a mark makes nothing of it out of date. Of other quarters nothing but this
/// is looked through.
struct FindPart: Sendable {
  let inspection: Inspection
  /// The lists of the store, which all quarters share.
  let lists: Directory
  let directory: Directory
  private(set) var entries: [FindKind: [FindEntry]] = [:]
  /// The names that many findings share: of prefectures, units and categories.
  private(set) var names: [SearchText] = []
  /// Which of the names each finding has, one finding after the other.
  private(set) var nameIndices: [Int32] = []
  /// Where those of each finding end.
  private(set) var nameEnds: [Int32] = []
  /// The unit and the site of each finding, as places among their entries.
  private(set) var unitOf: [Int32] = []
  private(set) var siteOf: [Int32] = []
  /// The row of annex 1 of each unit, if it has one.
  private(set) var prefectureOf: [Int?] = []

  /// The findings in the order of their rows, as a projection has them.
  private let findings: [Finding]
  /// How many of them are done.
  private var done = 0
  private var prefectures: [PrefectureID: Int] = [:]
  private var sites: [SiteCode: Int32] = [:]
  private var units: [UnitID: Int32] = [:]
  private var nameOf: [FindEntry.Target: Int32] = [:]

  /// Findings in one slice: a small part of the 8 ms that one may take.
  static let slice = 300

  /// Begins with what does not depend on findings.
  init(_ inspection: Inspection, _ lists: Directory) {
    self.inspection = inspection
    self.lists = lists
    let directory = lists.adding(inspection.additions)
    self.directory = directory
    findings = inspection.findings.sorted { $0.id < $1.id }
    entries[.prefecture] = inspection.rows.map { row in
      FindEntry(row, in: inspection.quarter, directory)
    }
    prefectures = Dictionary(
      inspection.rows.enumerated().map { ($1.prefecture, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var isReady: Bool { done == findings.count && entries[.category] != nil }

  /// Makes the next findings ready, with their sites and units.
  mutating func work() {
    let end = min(done + Self.slice, findings.count)
    for finding in findings[done..<end] { add(finding) }
    done = end
    if done == findings.count { addCategories() }
  }

  private mutating func add(_ finding: Finding) {
    let unit = directory.unit(for: finding)
    addUnit(unit)
    addSite(of: finding)
    entries[.finding, default: []].append(FindEntry(finding))
    let id = finding.prefecture
    addName(.prefecture(id)) { SearchTexts.names(ofPrefecture: id, in: $0.directory) }
    addName(.unit(unit.id)) { _ in SearchTexts.names(of: unit) }
    for issue in finding.issues {
      addName(.category(issue)) {
        SearchTexts.names(ofIssue: issue, in: $0.inspection, $0.directory)
      }
    }
    nameEnds.append(Int32(nameIndices.count))
  }

  private mutating func addUnit(_ unit: Unit) {
    if let known = units[unit.id] {
      unitOf.append(known)
      return
    }
    let place = Int32(units.count)
    units[unit.id] = place
    unitOf.append(place)
    prefectureOf.append(prefectures[unit.prefecture])
    entries[.unit, default: []].append(FindEntry(unit, in: inspection.quarter, directory))
  }

  private mutating func addSite(of finding: Finding) {
    if let known = sites[finding.code] {
      siteOf.append(known)
      return
    }
    let place = Int32(sites.count)
    sites[finding.code] = place
    siteOf.append(place)
    entries[.site, default: []].append(FindEntry(siteOf: finding, directory))
  }

  /// Gives the finding in the making one of the shared names.
  private mutating func addName(_ key: FindEntry.Target, _ texts: (FindPart) -> [String]) {
    if let known = nameOf[key] {
      nameIndices.append(known)
      return
    }
    let place = Int32(names.count)
    nameOf[key] = place
    nameIndices.append(place)
    names.append(SearchText(texts(self)))
  }

  private mutating func addCategories() {
    let present = Set(inspection.findings.flatMap(\.issues))
    let known = directory.categories.map(\.id).filter(present.contains)
    let unknown = present.subtracting(known).sorted()
    entries[.category] = (known + unknown).map { FindEntry($0, in: inspection, directory) }
  }
}
