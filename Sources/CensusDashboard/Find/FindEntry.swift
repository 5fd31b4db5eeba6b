import CensusCore

/// What kind of thing a search finds, in the order of the groups.
enum FindKind: CaseIterable, Sendable {
  case prefecture
  case unit
  case site
  case finding
  case category
  case command

  /// The heading of its group.
  var title: Phrase {
    switch self {
    case .prefecture: Phrase("州市", "Prefectures")
    case .unit: Phrase("单位", "Units")
    case .site: Phrase("网站", "Sites")
    case .finding: Phrase("问题", "Findings")
    case .category: Phrase("类别", "Categories")
    case .command: Phrase("命令", "Commands")
    }
  }
}

/// One thing that can be found.
struct FindEntry: Equatable, Sendable {
  /// What it stands for.
  enum Target: Hashable, Sendable {
    case prefecture(String)
    case unit(String)
    case site(SiteCode)
    case finding(FindingID, of: SiteCode)
    case category(String)
    case command(Command)
    case verb(Verb)
  }

  let target: Target
  /// The quarter it is of; nil for a command.
  let quarter: Quarter?
  let name: Phrase
  /// What is to be said of it, whatever has been recorded since.
  let note: Phrase
  /// What the search looks at.
  let text: SearchText

  var kind: FindKind {
    switch target {
    case .prefecture: .prefecture
    case .unit: .unit
    case .site: .site
    case .finding: .finding
    case .category: .category
    case .command, .verb: .command
    }
  }
}

extension FindEntry {
  init(_ row: Inspection.Row, _ prefecture: Prefecture?, in quarter: Quarter) {
    let id = row.prefecture
    let figures = row.figures
    let running = figures.running.map(String.init) ?? "-"
    let failing = figures.failing.map(String.init) ?? "-"
    let rate = figures.publishedRate ?? "-"
    target = .prefecture(id)
    self.quarter = quarter
    name = prefecture?.name ?? Phrase(id, id)
    note = Phrase(
      "在运行\(running)个，不合格\(failing)个，合格率\(rate)",
      "\(running) running, \(failing) failing, rate \(rate)")
    text = SearchText([name.chinese, name.english] + FindEntry.names(of: prefecture, id))
  }

  init(_ unit: Unit, _ prefecture: Prefecture?, in quarter: Quarter) {
    target = .unit(unit.id)
    self.quarter = quarter
    name = unit.name
    note = prefecture?.name ?? Phrase(unit.prefecture, unit.prefecture)
    text = SearchText(
      [unit.name.chinese, unit.name.english] + FindEntry.names(of: prefecture, unit.prefecture))
  }

  /// A site, by the first of its findings.
  init(siteOf finding: Finding, _ unit: Unit, _ prefecture: Prefecture?) {
    target = .site(finding.code)
    quarter = finding.id.quarter
    name = Phrase(finding.siteName, finding.siteName)
    note = prefecture?.short ?? Phrase(finding.prefecture, finding.prefecture)
    text = SearchText(
      [finding.siteName, finding.code.text, unit.name.chinese]
        + FindEntry.names(of: prefecture, finding.prefecture))
  }

  init(_ finding: Finding, _ prefecture: Prefecture?, issues: [Phrase]) {
    let (id, site) = (finding.id, finding.siteName)
    target = .finding(id, of: finding.code)
    quarter = id.quarter
    name = Phrase("第\(id.row)行 \(site)", "row \(id.row) \(site)")
    note = Phrase(finding.text, finding.text)
    text = SearchText(
      [id.description, "第\(id.row)行", finding.text, site, finding.code.text]
        + issues.flatMap { [$0.chinese, $0.english] }
        + FindEntry.names(of: prefecture, finding.prefecture))
  }

  init(
    _ category: IssueCategory, called name: Phrase, under criteria: String?, in quarter: Quarter
  ) {
    target = .category(category.id)
    self.quarter = quarter
    self.name = name
    note = Terms.kind(category.kind(under: criteria))
    text = SearchText(
      [name.chinese, name.english, category.name.chinese, category.id] + category.aliases)
  }

  /// The names of a prefecture under which all that is in it is found.
  private static func names(of prefecture: Prefecture?, _ id: String) -> [String] {
    guard let prefecture else { return [id] }
    return [prefecture.fullName, prefecture.name.english]
      + (prefecture.fullName.contains(id) ? [] : [id])
  }
}
