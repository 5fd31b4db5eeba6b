/// What outlives quarters (目录): prefectures, units and issue categories, each in official order, and
/// which days are worked.
public struct Directory: Equatable, Sendable {
  /// The rows of annex 1 in official order.
  public let prefectures: [Prefecture]
  /// Who owes reports.
  public let units: [Unit]
  /// The categories of issues.
  public let categories: [IssueCategory]
  /// Which days are worked; weekdays, where the store does not say.
  public let calendar: WorkingCalendar

  private let prefectureIndex: [PrefectureID: Int]
  private let unitIndex: [UnitID: Int]
  private let categoryIndex: [CategoryID: Int]
  private let unitOfSite: [SiteCode: UnitID]
  private let unitOfPrefecture: [PrefectureID: Int]

  /// Joins the lists; of two entries with one identity the first counts.
  public init(
    prefectures: [Prefecture], units: [Unit], categories: [IssueCategory],
    calendar: WorkingCalendar = .weekdays
  ) {
    self.prefectures = prefectures
    self.units = units
    self.categories = categories
    self.calendar = calendar
    prefectureIndex = firstIndices(of: prefectures.map(\.id))
    unitIndex = firstIndices(of: units.map(\.id))
    categoryIndex = firstIndices(of: categories.map(\.id))
    let named = units.flatMap { unit in unit.sites.map { ($0, unit.id) } }
    unitOfSite = Dictionary(named, uniquingKeysWith: { first, _ in first })
    let answering = units.enumerated().filter { $1.sites.isEmpty }.map { ($1.prefecture, $0) }
    unitOfPrefecture = Dictionary(answering, uniquingKeysWith: { first, _ in first })
  }

  /// The prefecture of an identity.
  public func prefecture(_ id: PrefectureID) -> Prefecture? {
    prefectureIndex[id].map { prefectures[$0] }
  }

  /// The unit of an identity.
  public func unit(_ id: UnitID) -> Unit? { unitIndex[id].map { units[$0] } }

  /// The category of an identity; one that the list does not know yet keeps its id as its name.
  public func category(_ id: CategoryID) -> IssueCategory {
    categoryIndex[id].map { categories[$0] }
      ?? IssueCategory(id: id, name: Phrase(id), kind: .other)
  }

  /// Whether the list of categories has an identity.
  public func knowsCategory(_ id: CategoryID) -> Bool { categoryIndex[id] != nil }

  /// The prefecture's place in the official order; unknown ones come last.
  public func position(ofPrefecture id: PrefectureID) -> Int {
    prefectureIndex[id] ?? prefectures.count
  }

  /// The unit that owes the report on a finding (`domain.md` 5.2).
  ///
  /// A site named by a unit is that unit's. Otherwise the prefecture answers for it; a department
  /// that the table does not know yet answers for itself, under the name of its site.
  public func unit(for finding: Finding) -> Unit {
    if let id = unitOfSite[finding.code], let unit = unit(id) { return unit }
    let prefecture = prefecture(finding.prefecture)
    if prefecture?.kind == .departments {
      let name = finding.siteName
      return unit(UnitID(name))
        ?? Unit(id: UnitID(name), name: Phrase(name, name), prefecture: finding.prefecture)
    }
    if let index = unitOfPrefecture[finding.prefecture] { return units[index] }
    let name = prefecture?.name ?? Phrase(finding.prefecture)
    return Unit(id: UnitID(finding.prefecture.text), name: name, prefecture: finding.prefecture)
  }
}

private func firstIndices<ID: Hashable>(of keys: [ID]) -> [ID: Int] {
  Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}
