/// The body that owes the report (责任单位): a prefecture for its sites, or one provincial department.
public struct Unit: Equatable, Sendable {
  /// The identity, and what a person types: `临沧`, `云南省文化厅`.
  public let id: UnitID
  /// Its name in both languages.
  public let name: Phrase
  /// A short name for narrow columns.
  public let short: Phrase
  /// The row of annex 1 it belongs to.
  public let prefecture: PrefectureID
  /// The codes of its sites; empty means every site of its prefecture that no other unit names.
  public let sites: [SiteCode]
  /// The unit that took over its duties (承接单位), if one did.
  public let successor: UnitID?

  /// One unit of the mapping table.
  public init(
    id: UnitID, name: Phrase, short: Phrase? = nil, prefecture: PrefectureID,
    sites: [SiteCode] = [], successor: UnitID? = nil
  ) {
    self.id = id
    self.name = name
    self.short = short ?? name
    self.prefecture = prefecture
    self.sites = sites
    self.successor = successor
  }
}
