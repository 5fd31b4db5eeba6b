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
    case prefecture(PrefectureID)
    case unit(UnitID)
    case site(SiteCode)
    case finding(FindingID, of: SiteCode)
    case category(CategoryID)
    case command(Command)
    case verb(Verb)
    /// A named view.
    case named(String)
    /// A program of the person's own, by its place among them.
    case own(Int)
    /// Sharing the store through git.
    case sync
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
    case .command, .verb, .named, .own, .sync: .command
    }
  }
}

extension FindEntry {
  init(_ row: Inspection.Row, in quarter: Quarter, _ directory: Directory) {
    let id = row.prefecture
    let figures = row.figures
    let running = figures.running.map(String.init) ?? "-"
    let failing = figures.failing.map(String.init) ?? "-"
    let rate = figures.publishedRate ?? "-"
    target = .prefecture(id)
    self.quarter = quarter
    name = directory.prefecture(id)?.name ?? Phrase(id)
    note = Phrase(
      "在运行\(running)个，不合格\(failing)个，合格率\(rate)",
      "\(running) running, \(failing) failing, rate \(rate)")
    text = SearchText(SearchTexts.names(ofPrefecture: id, in: directory))
  }

  init(_ unit: Unit, in quarter: Quarter, _ directory: Directory) {
    target = .unit(unit.id)
    self.quarter = quarter
    name = unit.name
    note = directory.prefecture(unit.prefecture)?.name ?? Phrase(unit.prefecture)
    text = SearchText(
      SearchTexts.names(of: unit)
        + SearchTexts.names(ofPrefecture: unit.prefecture, in: directory))
  }

  /// A site, by the first of its findings.
  init(siteOf finding: Finding, called code: SiteCode? = nil, _ directory: Directory) {
    let (id, unit) = (finding.prefecture, directory.unit(for: finding))
    target = .site(code ?? finding.code)
    quarter = finding.id.quarter
    name = finding.shownName
    note = directory.prefecture(id)?.short ?? Phrase(id)
    text = SearchText(
      [finding.siteName, finding.code.text, unit.name.chinese]
        + [code?.text].compactMap(\.self) + SearchTexts.names(of: finding.platform)
        + SearchTexts.names(ofPrefecture: id, in: directory))
  }

  /// A finding as printed; the names of prefecture, unit and categories are many findings' and
  /// looked through once for all (`FindPart.names`).
  init(_ finding: Finding) {
    let (id, site) = (finding.id, finding.shownName)
    target = .finding(id, of: finding.code)
    quarter = id.quarter
    name = Phrase("第\(finding.row)行 ", "row \(finding.row) ") + site
    note = Phrase(finding.text, finding.text)
    text = SearchText(SearchTexts.printed(finding))
  }

  init(_ id: CategoryID, in inspection: Inspection, _ directory: Directory) {
    let category = directory.category(id)
    let kind = Terms.kind(category.kind(under: inspection.criteria))
    target = .category(id)
    quarter = inspection.quarter
    name = inspection.wordings[id].map { Phrase($0, category.name.english) } ?? category.name
    note = kind
    text = SearchText(
      SearchTexts.names(ofIssue: id, in: inspection, directory) + category.aliases
        + [kind.chinese, kind.english])
  }
}
