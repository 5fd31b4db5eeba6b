import CensusCore
import CensusLists

/// What a search finds in the quarter on screen beside what was published: how things stand, and
/// what people recorded, the number of a letter, who answered, a reason.
///
/// A mark makes it anew, and all of it is little: the words for a state are looked through once for
/// all that have it, and most findings have nothing recorded.
struct LiveTexts: Sendable {
  let quarter: Quarter
  /// The words that some row stands with.
  private(set) var words: [SearchText] = []
  /// Which of the words each finding, unit and site has.
  private(set) var findingWords: [Int32] = []
  private(set) var unitWords: [Int: Int32] = [:]
  private(set) var siteWords: [Int32] = []
  /// What was added to the texts of findings and units, by their places among the entries.
  private(set) var added: [Int: SearchText] = [:]
  private(set) var addedToUnit: [Int: SearchText] = [:]
  /// The sites under the codes that hold, and the site of each finding among them.
  private(set) var sites: [FindEntry] = []
  private(set) var siteOf: [Int32] = []
  /// What was noted on the whole notice, and the names of its view.
  private(set) var notice: SearchText?

  private var placeOfWords: [[String]: Int32] = [:]

  /// Lays what was recorded over what was published.
  init(_ snapshot: Snapshot, over part: FindPart) {
    let projection = snapshot.projection
    quarter = projection.quarter
    let findings = projection.findings
    // Both hold all rows of annex 2 in order.
    guard findings.count == part.entries[.finding]?.count ?? 0 else { return }
    addFindings(findings, snapshot)
    addUnits(snapshot, part)
    addSites(snapshot, part)
    addNotice(snapshot)
  }

  private mutating func addFindings(_ findings: [FindingState], _ snapshot: Snapshot) {
    let (searched, day) = (snapshot.searched, snapshot.projection.asOf)
    var known: [Standing: Int32] = [:]
    for (place, state) in findings.enumerated() {
      let standing = Standing(state, snapshot.past?.past(of: state.finding.id))
      let index =
        known[standing] ?? index(ofWords: state.searchedWords(snapshot.past, on: day))
      known[standing] = index
      findingWords.append(index)
      let texts = searched.added(to: state)
      if !texts.isEmpty { added[place] = SearchText(texts) }
    }
  }

  private mutating func addUnits(_ snapshot: Snapshot, _ part: FindPart) {
    let projection = snapshot.projection
    for (place, entry) in (part.entries[.unit] ?? []).enumerated() {
      guard case .unit(let id) = entry.target, let obligation = projection.obligation(of: id)
      else { continue }
      unitWords[place] = index(
        ofWords: obligation.latest.submission.searchedWords
          + projection.policy.searchedWords(
            ofLateness: obligation.daysBehind(on: projection.asOf)))
      let texts = snapshot.searched.added(to: obligation)
      if !texts.isEmpty { addedToUnit[place] = SearchText(texts) }
    }
  }

  /// A site whose code holds as printed is found as published.
  private mutating func addSites(_ snapshot: Snapshot, _ part: FindPart) {
    let projection = snapshot.projection
    let published = part.entries[.site] ?? []
    var placeOf: [SiteCode: Int32] = [:]
    for (place, state) in projection.findings.enumerated() {
      if let known = placeOf[state.site] {
        siteOf.append(known)
        continue
      }
      let index = Int32(sites.count)
      placeOf[state.site] = index
      siteOf.append(index)
      let entry = published[Int(part.siteOf[place])]
      sites.append(
        entry.target == .site(state.site)
          ? entry : FindEntry(siteOf: state.finding, called: state.site, part.directory))
    }
    siteWords = Array(repeating: 0, count: sites.count)
    for site in snapshot.sites {
      guard let place = placeOf[site.code] else { continue }
      siteWords[Int(place)] = index(
        ofWords: site.searchedWords(snapshot.past, on: projection.asOf))
    }
  }

  private mutating func addNotice(_ snapshot: Snapshot) {
    let noted = snapshot.projection.history(of: .notice(quarter), among: snapshot.history)
      .filter { !$0.isRetracted }.flatMap(\.event.payload.texts)
    guard !noted.isEmpty else { return }
    let names = [Labels.tab(.notice), Labels.viewHelp(.notice)].flatMap {
      [$0.chinese, $0.english]
    }
    notice = SearchText(names + noted)
  }

  private mutating func index(ofWords texts: [String]) -> Int32 {
    if let known = placeOfWords[texts] { return known }
    let place = Int32(words.count)
    placeOfWords[texts] = place
    words.append(SearchText(texts))
    return place
  }

  /// What the words of a finding follow from.
  private struct Standing: Hashable {
    let headline: Headline
    let recheck: Recheck.State
    let submission: Submission
    let past: PastFailures?

    init(_ state: FindingState, _ past: PastFailures?) {
      headline = state.headline
      recheck = state.recheck
      submission = state.submission
      self.past = past
    }
  }
}
