/// One category of issues with the findings that fall under it.
public struct CategoryState: Equatable, Sendable {
  /// The category.
  public let category: IssueCategory
  /// How it weighs under the notice's criteria.
  public let kind: IssueCategory.Kind
  /// The notice's own wording, or the category's name.
  public let name: Phrase
  /// Its findings, in the order of annex 2.
  public let findings: [FindingState]

  /// Its distinct sites.
  public let sites: [SiteState]
  /// Findings that are not closed.
  public let openCount: Int
  /// Findings that were struck off, which are not closed either.
  public let voidCount: Int

  init(
    category: IssueCategory, kind: IssueCategory.Kind, name: Phrase, findings: [FindingState]
  ) {
    self.category = category
    self.kind = kind
    self.name = name
    self.findings = findings
    sites = Projection.sites(of: findings)
    openCount = findings.count { !$0.headline.isClosed }
    voidCount = findings.count(where: \.isVoid)
  }
}

/// How many findings and distinct sites the categories of one kind come to.
public struct KindTally: Equatable, Sendable {
  /// The kind.
  public let kind: IssueCategory.Kind
  /// Findings with a category of the kind.
  public let findings: Int
  /// Their distinct sites.
  public let sites: Int
}

extension [CategoryState] {
  /// The kinds that occur, in their order.
  public var tallies: [KindTally] {
    IssueCategory.Kind.allCases.compactMap { kind in
      let findings = filter { $0.kind == kind }.flatMap(\.findings)
      guard !findings.isEmpty else { return nil }
      return KindTally(
        kind: kind, findings: Set(findings.map(\.finding.id)).count,
        sites: Set(findings.map(\.site)).count)
    }
  }
}

extension Projection {
  /// The categories that occur in annex 2: vetoes first, the most frequent first within a kind.
  public var categories: [CategoryState] {
    var grouped: [CategoryID: [FindingState]] = [:]
    for state in findings {
      for issue in distinct(state.finding.issues) { grouped[issue, default: []].append(state) }
    }
    let order = Dictionary(
      directory.categories.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let states = grouped.map { id, findings in
      let category = directory.category(id)
      return CategoryState(
        category: category, kind: category.kind(under: inspection.criteria),
        name: name(ofCategory: id), findings: findings)
    }
    return states.sorted { left, right in
      let leftKey = (left.kind.rank, -left.findings.count, order[left.category.id] ?? .max)
      let rightKey = (right.kind.rank, -right.findings.count, order[right.category.id] ?? .max)
      return leftKey == rightKey ? left.category.id < right.category.id : leftKey < rightKey
    }
  }

  /// What the notice calls a category: its own wording in Chinese, where it has one.
  public func name(ofCategory id: CategoryID) -> Phrase {
    let category = directory.category(id)
    guard let wording = inspection.wordings[id] else { return category.name }
    return Phrase(wording, category.name.english)
  }

  /// The category tags over all findings: a row may carry two.
  public var tagCount: Int { findings.reduce(0) { $0 + distinct($1.finding.issues).count } }
}

extension IssueCategory.Kind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
