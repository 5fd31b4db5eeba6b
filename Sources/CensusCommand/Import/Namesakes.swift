internal import CensusCore
internal import CensusStore

/// Sites of a notice that other periods list under the same name with another code, or with none.
///
/// Who is known by name alone in one period and by a code in another fails twice without being known
/// for it (屡查屡犯): only a person can say that both are one site (notices.md 4).
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
  /// The periods that cannot be read, which may list any of them.
  private var unreadable: [Quarter] = []

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
    guard let there = session.store.inspection(of: quarter).inspection else {
      unreadable.append(quarter)
      return
    }
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
    met.filter { !settled.contains($0.key) }.compactMap { bearer, there in
      own[bearer]?.first.map { ($0, there.finding, there.code) }
    }.sorted { $0.0.row < $1.0.row }.compactMap(Self.row) + unreadable.map(Self.unread)
  }

  private static func row(_ mine: Finding, _ there: Finding, _ code: SiteCode) -> Discrepancy? {
    // The earlier code gives way to the later one, and none to any.
    let isMended = code.printed != nil && (mine.code.printed == nil || mine.id < there.id)
    let (id, learnt) = isMended ? (mine.id, code) : (there.id, mine.code)
    guard let known = learnt.printed else { return nil }
    let (own, other) = (has(mine.code), has(code))
    let quarter = there.id.quarter.name
    return Discrepancy(
      severity: .warning, code: "sameName", place: .findings([mine.id]),
      location: Phrase("附件2第\(mine.row)行", "annex 2, row \(mine.row)"),
      message: Phrase(
        "“\(mine.siteName)”\(own.chinese)，\(quarter.chinese)同名网站\(other.chinese)，按两个网站计，屡查屡犯不连计；如是同一网站，载入后更正标识码",
        "“\(mine.siteName)” \(own.english), and the site of that name in \(quarter.english) \(other.english); "
          + "they count as two sites, so that neither fails again; if they are one, correct the code once it is taken in"
      ),
      command: Phrase(
        "：census correct \(id) --field code --to \(known) --reason 原因",
        ": census correct \(id) --field code --to \(known) --reason TEXT"))
  }

  private static func unread(_ quarter: Quarter) -> Discrepancy {
    Discrepancy(
      severity: .warning, code: "sameName", place: .notice, location: quarter.name,
      message: Phrase(
        "无法读取，其中有没有同名网站未能核对",
        "cannot be read, so that its sites were not looked at for the same names"))
  }

  private static func has(_ code: SiteCode) -> Phrase {
    code.printed.map { Phrase("的标识码是\($0)", "has the code \($0)") }
      ?? Phrase("没有标识码", "has no code")
  }
}
