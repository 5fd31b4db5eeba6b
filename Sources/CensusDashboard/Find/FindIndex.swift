import CensusCore

/// What can be found in one quarter, made ready slice by slice.
///
/// It holds what was published; how things stand is read off the snapshot when they are shown, so
/// that a mark makes nothing of it out of date.
struct FindPart: Sendable {
  let inspection: Inspection
  let directory: Directory
  private(set) var entries: [FindKind: [FindEntry]] = [:]
  /// How many findings are done.
  private var done = 0
  private var seenSites: Set<SiteCode> = []
  private var seenUnits: Set<String> = []

  /// Findings in one slice: a small part of the 8 ms that one may take.
  static let slice = 300

  /// Begins with what does not depend on findings.
  init(_ inspection: Inspection, _ directory: Directory) {
    self.inspection = inspection
    self.directory = directory
    entries[.prefecture] = inspection.rows.map { row in
      FindEntry(row, directory.prefecture(row.prefecture), in: inspection.quarter)
    }
  }

  var isReady: Bool { done == inspection.findings.count }

  /// Makes the next findings ready, with their sites and units.
  mutating func work() {
    let end = min(done + Self.slice, inspection.findings.count)
    for finding in inspection.findings[done..<end] { add(finding) }
    done = end
    if isReady { addCategories() }
  }

  private mutating func add(_ finding: Finding) {
    let prefecture = directory.prefecture(finding.prefecture)
    let unit = directory.unit(for: finding)
    if seenUnits.insert(unit.id).inserted {
      let home = directory.prefecture(unit.prefecture)
      entries[.unit, default: []].append(FindEntry(unit, home, in: inspection.quarter))
    }
    if seenSites.insert(finding.code).inserted {
      entries[.site, default: []].append(FindEntry(siteOf: finding, unit, prefecture))
    }
    entries[.finding, default: []].append(
      FindEntry(finding, prefecture, issues: finding.issues.map(name(ofCategory:))))
  }

  private mutating func addCategories() {
    let present = Set(inspection.findings.flatMap(\.issues))
    let known = directory.categories.map(\.id).filter(present.contains)
    let unknown = present.subtracting(known).sorted()
    entries[.category] = (known + unknown).map { id in
      FindEntry(
        directory.category(id), called: name(ofCategory: id), under: inspection.criteria,
        in: inspection.quarter)
    }
  }

  private func name(ofCategory id: String) -> Phrase {
    let name = directory.category(id).name
    return inspection.wordings[id].map { Phrase($0, name.english) } ?? name
  }
}

/// What people recorded in the quarter on screen, as far as the search for anything looks at it: the
/// number of a letter, who answered, a reason.
struct RecordedTexts: Sendable {
  private let quarter: Quarter
  private var texts: [FindEntry.Target: SearchText] = [:]

  init(_ snapshot: Snapshot) {
    let (projection, searched) = (snapshot.projection, snapshot.searched)
    quarter = projection.quarter
    for site in projection.sites {
      let known = site.findings.filter { !searched.recorded(about: $0.finding.id).isEmpty }
      guard !known.isEmpty else { continue }
      texts[.site(site.printedCode)] = SearchText(searched.of(site))
      for state in known {
        let target = FindEntry.Target.finding(state.finding.id, of: state.finding.code)
        texts[target] = SearchText(searched.of(state))
      }
    }
    for obligation in projection.obligations {
      let (id, findings) = (obligation.unit.id, obligation.findings)
      guard
        obligation.contact != nil || !searched.recorded(about: id).isEmpty
          || findings.contains(where: { !searched.recorded(about: $0.finding.id).isEmpty })
      else { continue }
      texts[.unit(id)] = SearchText(searched.of(obligation))
    }
    let noted = projection.history(of: .notice(quarter), among: snapshot.history)
      .filter { !$0.isRetracted }.flatMap(\.event.payload.texts)
    if !noted.isEmpty {
      let names = [Labels.tab(.notice), Labels.viewHelp(.notice)].flatMap {
        [$0.chinese, $0.english]
      }
      texts[.command(.view(.notice))] = SearchText(names + noted)
    }
  }

  /// What a search looks at, for a thing about which something was recorded.
  func text(for entry: FindEntry) -> SearchText? {
    // A view shows the quarter on screen, whichever that is.
    entry.quarter ?? quarter == quarter ? texts[entry.target] : nil
  }
}

/// What can be found: the quarter on screen and, once they are wanted, all others.
///
/// It follows from the snapshot and the archive, so two states never differ in it.
struct FindIndex: Equatable, Sendable {
  private var parts: [Quarter: FindPart] = [:]
  /// The texts of what something was recorded about, in the quarter on screen; nil until they are
  /// made after a mark.
  private(set) var recorded: RecordedTexts?
  /// Whether somebody asked for all quarters.
  var spansQuarters = false

  static func == (left: FindIndex, right: FindIndex) -> Bool { true }

  /// The parts that are ready, of one quarter or of all, in the order given.
  func parts(of quarters: [Quarter]) -> [FindPart] {
    quarters.compactMap { parts[$0] }.filter(\.isReady)
  }

  /// Forgets what is no longer so.
  mutating func keep(_ snapshot: Snapshot, _ archive: Archive) {
    recorded = nil
    let current = snapshot.projection
    parts = parts.filter { quarter, part in
      let inspection =
        quarter == current.quarter ? current.inspection : archive.inspections[quarter]
      return part.inspection == inspection && part.directory == current.directory
    }
  }

  /// The quarter to work on next: the one on screen first.
  func next(_ snapshot: Snapshot, _ archive: Archive) -> Inspection? {
    let current = snapshot.projection.inspection
    if isMissing(current.quarter) { return current }
    guard spansQuarters else { return nil }
    return snapshot.quarters.first { isMissing($0) && archive.inspections[$0] != nil }
      .flatMap { archive.inspections[$0] }
  }

  /// One slice of the work on a quarter.
  mutating func work(on inspection: Inspection, _ directory: Directory) {
    let quarter = inspection.quarter
    if parts[quarter] == nil { parts[quarter] = FindPart(inspection, directory) }
    parts[quarter]?.work()
  }

  /// Makes the texts of what was recorded ready.
  mutating func read(_ snapshot: Snapshot) { recorded = RecordedTexts(snapshot) }

  private func isMissing(_ quarter: Quarter) -> Bool { parts[quarter]?.isReady != true }
}

extension State {
  /// One slice of making the index ready; false if none is left.
  mutating func workOnIndex() -> Bool {
    guard let next = findIndex.next(snapshot, archive) else { return false }
    findIndex.work(on: next, projection.directory)
    if findIndex.next(snapshot, archive)?.quarter != next.quarter { searchAgain() }
    return true
  }

  /// Makes what was recorded ready, unless nothing has changed since.
  mutating func readRecords() {
    if findIndex.recorded == nil { findIndex.read(snapshot) }
  }

  /// Makes the index of the quarter on screen ready at once.
  mutating func finishIndex() {
    readRecords()
    while let next = findIndex.next(snapshot, archive), next.quarter == projection.quarter {
      findIndex.work(on: next, projection.directory)
    }
  }
}
