/// How the rows of a corrected notice follow from those of the notice before (notices.md 4).
///
/// A finding keeps the identity under which things were recorded of it, whichever row it is printed in
/// now. Rows are matched by code, name and wording, then by name and wording, since codes slip sooner
/// than names, then by code and wording, then by site, then by a person's answer. What has no row
/// any more stays, as gone. What a revision that was withdrawn had brought is the same finding when it
/// comes again; what is new is given a number that no finding of the quarter ever had.
public struct RevisionMatch: Equatable, Sendable {
  /// What became of a finding.
  public enum Change: Equatable, Sendable {
    /// It is printed in another row.
    case moved(FindingID, from: Int, to: Int)
    /// Its site has another code, or another name where it has no code.
    case recoded(FindingID, from: SiteCode, to: SiteCode)
    /// It is worded in another way.
    case reworded(FindingID, from: String, to: String)
    /// It was not in the notice before.
    case new(FindingID, row: Int)
    /// It is in the notice no more.
    case gone(FindingID, row: Int)
    /// It was gone, and is back.
    case back(FindingID, row: Int)
  }

  /// A row that may be one of several findings of its site.
  public struct Doubt: Equatable, Sendable {
    /// The printed row.
    public let row: Int
    /// The findings that it may be.
    public let candidates: [FindingID]
  }

  /// The findings of the corrected notice, in its order, then those that are gone.
  public let findings: [Finding]
  /// What changed, in that order.
  public let changes: [Change]
  /// What only a person can tell; until then such a row takes the first finding that it may be.
  public let doubts: [Doubt]

  /// Matches the rows of a corrected notice.
  ///
  /// - Parameters:
  ///   - rows: the findings as read, in published order; only their rows count, not their numbers.
  ///   - before: the findings of the revision before, gone ones included.
  ///   - withdrawn: the findings of revisions that count no more, the latest first.
  ///   - highest: the highest number that a finding of the quarter ever had.
  ///   - answers: which finding a row is, where a person said so.
  public init(
    _ rows: [Finding], after before: [Finding], withdrawn: [Finding] = [], highest: Int = 0,
    answers: [Int: FindingID] = [:]
  ) {
    var numbered = Set(before.map(\.id))
    let known = before + withdrawn.filter { numbered.insert($0.id).inserted }.map(\.asGone)
    let highest = max(highest, known.map(\.id.number).max() ?? 0)
    var matching = Matching(rows, known)
    matching.take(answers)
    for level in Matching.levels { matching.takeUnique(level) }
    matching.takeOfOneSite()
    var number = highest
    var (findings, changes): ([Finding], [Change]) = ([], [])
    for (place, row) in rows.enumerated() {
      guard let old = matching.matches[place].map({ known[$0] }) else {
        // The first notice of all has the numbers of its rows.
        number = highest == 0 ? row.row : number + 1
        let id = FindingID(row.id.quarter, number: number)
        findings.append(row.known(as: id, formerCodes: []))
        if highest > 0 { changes.append(.new(id, row: row.row)) }
        continue
      }
      let former = distinct(old.formerCodes + [old.code]).filter { $0 != row.code }
      findings.append(row.known(as: old.id, formerCodes: former))
      changes += RevisionMatch.changes(from: old, to: row)
    }
    let kept = Set(matching.matches.compactMap(\.self))
    for (place, old) in before.enumerated() where !kept.contains(place) {
      findings.append(old.asGone)
      if !old.isGone { changes.append(.gone(old.id, row: old.row)) }
    }
    self.findings = findings
    self.changes = changes
    doubts = matching.doubts.map { Doubt(row: rows[$0].row, candidates: $1.map { known[$0].id }) }
  }

  private static func changes(from old: Finding, to new: Finding) -> [Change] {
    var changes: [Change] = []
    if old.isGone {
      changes.append(.back(old.id, row: new.row))
    } else if old.row != new.row {
      changes.append(.moved(old.id, from: old.row, to: new.row))
    }
    if old.code != new.code { changes.append(.recoded(old.id, from: old.code, to: new.code)) }
    if old.text != new.text { changes.append(.reworded(old.id, from: old.text, to: new.text)) }
    return changes
  }
}

/// Which row is which finding, step by step.
private struct Matching {
  /// By what a row and a finding are one; nil where that says nothing.
  typealias Level = @Sendable (Finding) -> [String]?

  static let levels: [Level] = [
    { [$0.code.key, siteNameKey($0.siteName), searchKey(finding: $0)] },
    {
      [
        $0.prefecture.text, $0.platform?.name ?? "", siteNameKey($0.siteName),
        searchKey(finding: $0),
      ]
    },
    { finding in finding.code.printed.map { _ in [finding.code.key, searchKey(finding: finding)] }
    },
  ]

  let rows: [Finding]
  let before: [Finding]
  /// For each row the place of its finding, if it has one.
  var matches: [Int?]
  private(set) var doubts: [(Int, [Int])] = []
  private var taken: Set<Int> = []

  init(_ rows: [Finding], _ before: [Finding]) {
    self.rows = rows
    self.before = before
    matches = Array(repeating: nil, count: rows.count)
  }

  private mutating func match(_ row: Int, _ old: Int) {
    guard matches[row] == nil, taken.insert(old).inserted else { return }
    matches[row] = old
  }

  mutating func take(_ answers: [Int: FindingID]) {
    for (place, row) in rows.enumerated() {
      guard let id = answers[row.row], let old = before.firstIndex(where: { $0.id == id }) else {
        continue
      }
      match(place, old)
    }
  }

  /// Rows and findings that are one by a key; several alike in their order, of which none is another.
  mutating func takeUnique(_ level: Level) {
    let old = open(before.indices.filter { !taken.contains($0) }, of: before, level)
    let new = open(rows.indices.filter { matches[$0] == nil }, of: rows, level)
    for (key, places) in new {
      for (row, finding) in zip(places, old[key] ?? []) { match(row, finding) }
    }
  }

  private func open(_ places: [Int], of all: [Finding], _ level: Level) -> [[String]: [Int]] {
    var found: [[String]: [Int]] = [:]
    for place in places {
      if let key = level(all[place]) { found[key, default: []].append(place) }
    }
    return found
  }

  /// What is left of a site: what shares most categories is one; where several share as many, the
  /// first is taken and a person is asked.
  mutating func takeOfOneSite() {
    for row in rows.indices where matches[row] == nil {
      let candidates = before.indices.filter { !taken.contains($0) && isSameSite(row, $0) }
      guard !candidates.isEmpty else { continue }
      let shares = candidates.map { sharedCategories(row, $0) }
      let most = shares.max() ?? 0
      let best = candidates.indices.filter { shares[$0] == most }.map { candidates[$0] }
      match(row, best[0])
      let others = rows.indices.filter {
        $0 != row && isSameSite($0, best[0]) && matches[$0] == nil
      }
      if best.count > 1, !others.isEmpty { doubts.append((row, best)) }
    }
  }

  private func isSameSite(_ row: Int, _ old: Int) -> Bool {
    let (new, old) = (rows[row], before[old])
    let codes = [old.code] + old.formerCodes
    if new.code.printed != nil || new.platform != nil, codes.contains(new.code) { return true }
    return new.prefecture == old.prefecture && new.platform == old.platform
      && siteNameKey(new.siteName) == siteNameKey(old.siteName)
  }

  private func sharedCategories(_ row: Int, _ old: Int) -> Int {
    Set(rows[row].issues).intersection(before[old].issues).count
  }
}

/// The wording of a finding, folded.
private func searchKey(finding: Finding) -> String { searchKey(finding.text) }

extension Finding {
  /// The same row as the finding that it is.
  fileprivate func known(as id: FindingID, formerCodes: [SiteCode]) -> Finding {
    Finding(
      id: id, row: row, prefecture: prefecture, code: code, formerCodes: formerCodes,
      siteName: siteName, text: text, issues: issues)
  }

  /// The same finding once the notice has it no more.
  fileprivate var asGone: Finding {
    Finding(
      id: id, row: row, isGone: true, prefecture: prefecture, code: code,
      formerCodes: formerCodes, siteName: siteName, text: text, issues: issues)
  }
}

extension Inspection {
  /// The quarter as printed: without the findings that the notice as corrected has no more.
  public var withoutGone: Inspection {
    findings.contains(where: \.isGone) ? with(findings: findings.filter { !$0.isGone }) : self
  }

  /// The same quarter with other findings, as another revision, or bringing something else.
  public func with(
    findings: [Finding]? = nil, revision: Int? = nil, additions: Additions? = nil
  ) -> Inspection {
    Inspection(
      quarter: quarter, coverage: coverage, scope: scope, criteria: criteria,
      revision: revision ?? self.revision, source: source, notice: notice, sampling: sampling,
      totals: totals, annex1: annex1, rows: rows, annex2: annex2,
      findings: findings ?? self.findings,
      wordings: wordings, mentions: mentions, platforms: platforms, campaign: campaign,
      metrics: metrics, previous: previous, notes: notes,
      additions: additions ?? self.additions)
  }
}
