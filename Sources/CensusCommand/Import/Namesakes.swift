internal import CensusCore
internal import CensusStore

/// Sites of a notice that other periods list under the same name with another code, or with none.
///
/// Who is known by name alone in one period and by a code in another fails twice without being known
/// for it (屡查屡犯): only a person can say that both are one site.
struct Namesakes {
  private struct Bearer: Hashable {
    let prefecture: PrefectureID
    let name: String

    init?(_ finding: Finding) {
      guard !finding.isGone, finding.platform == nil else { return nil }
      prefecture = finding.prefecture
      name = siteNameKey(finding.siteName)
    }
  }

  private let own: [Bearer: [Finding]]
  /// The last period that lists each of them, with its row there.
  private var met: [Bearer: (finding: Finding, code: SiteCode)] = [:]
  private var settled: Set<Bearer> = []

  /// Looks for the sites of a notice in all other periods, the latest first.
  init(of facts: Inspection, in session: inout Session) {
    var own: [Bearer: [Finding]] = [:]
    for finding in facts.findings {
      if let bearer = Bearer(finding) { own[bearer, default: []].append(finding) }
    }
    self.own = own
    for quarter in session.store.quarters().sorted(by: >) where quarter != facts.quarter {
      look(at: quarter, in: &session)
    }
  }

  private mutating func look(at quarter: Quarter, in session: inout Session) {
    guard let there = session.store.inspection(of: quarter).inspection else { return }
    let rows = there.findings.filter { finding in
      Bearer(finding).map { own[$0] != nil && !settled.contains($0) } ?? false
    }
    guard !rows.isEmpty, let projection = try? session.projection(of: quarter) else { return }
    for finding in rows {
      guard let bearer = Bearer(finding), let mine = own[bearer] else { continue }
      // Corrections that were recorded have joined what belongs together.
      let code = projection.aliases.lineage(of: projection.aliases.identity(of: finding))
      let isKnown = mine.contains {
        $0.code == code
          || projection.aliases.lineage(of: projection.aliases.identity(of: $0)) == code
      }
      if isKnown {
        settled.insert(bearer)
      } else if met[bearer] == nil {
        met[bearer] = (finding, code)
      }
    }
  }

  /// What is to be said of them, in the order of their rows.
  var discrepancies: [Discrepancy] {
    own.flatMap { bearer, findings in
      settled.contains(bearer)
        ? []
        : findings.prefix(1).compactMap { mine in met[bearer].map { (mine, $0.finding, $0.code) } }
    }.sorted { $0.0.row < $1.0.row }.compactMap(Self.row)
  }

  private static func row(_ mine: Finding, _ there: Finding, _ code: SiteCode) -> Discrepancy? {
    let quarter = there.id.quarter
    let (message, command): (Phrase, Phrase)
    switch (mine.code.printed, code.printed) {
    case (let new?, let old?):
      message = Phrase(
        "“\(mine.siteName)”的标识码是\(new)，\(quarter.name.chinese)同名网站的是\(old)，按两个网站计",
        "“\(mine.siteName)” has the code \(new), and the site of that name in \(quarter.name.english) "
          + "\(old); they count as two sites")
      command = Phrase(
        "；如是同一网站，census correct \(old) --field code --to \(new) --reason 原因",
        "; if they are one, census correct \(old) --field code --to \(new) --reason TEXT")
    case (let known?, nil), (nil, let known?):
      let isHere = mine.code.printed == nil
      let bare = isHere ? mine.id : there.id
      message =
        isHere
        ? Phrase(
          "“\(mine.siteName)”没有标识码，\(quarter.name.chinese)同名网站的是\(known)，按两个网站计，连续不合格连不上",
          "“\(mine.siteName)” has no code, and the site of that name in \(quarter.name.english) \(known); "
            + "they count as two sites, so that it does not count as failing again")
        : Phrase(
          "“\(mine.siteName)”的标识码是\(known)，\(quarter.name.chinese)同名网站没有标识码，按两个网站计，连续不合格连不上",
          "“\(mine.siteName)” has the code \(known), and the site of that name in \(quarter.name.english) "
            + "none; they count as two sites, so that it does not count as failing again")
      command = Phrase(
        "；如是同一网站，载入后用 census correct \(bare) --field code --to \(known) --reason 原因",
        "; if they are one, take it in and then census correct \(bare) --field code --to \(known) "
          + "--reason TEXT")
    case (nil, nil): return nil
    }
    return Discrepancy(
      severity: .warning, code: "sameName", place: .findings([mine.id]),
      location: Phrase("附件2第\(mine.row)行", "annex 2, row \(mine.row)"), message: message,
      command: command)
  }
}
