/// One row of annex 1 (州市/部门): a prefecture, the provincial departments together, or a new area.
public struct Prefecture: Equatable, Sendable {
  /// What kind of row it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A prefecture (州市).
    case prefecture
    /// The provincial departments as a group (省直): each department is a unit of its own.
    case departments
    /// A new area (新区).
    case newArea
  }

  /// A division code that sites were registered under before the division changed.
  public struct FormerDivision: Equatable, Sendable {
    /// The six-digit code at registration.
    public let code: String
    /// The code in force now.
    public let now: String
    /// The division's name.
    public let name: String
    /// The year of the change.
    public let since: Int
    /// What changed, and thereby where this is known from.
    public let change: Phrase

    /// One change of a division.
    public init(code: String, now: String, name: String, since: Int, change: Phrase) {
      self.code = code
      self.now = now
      self.name = name
      self.since = since
      self.change = change
    }
  }

  /// A place among the tiles that stand for the prefectures of a province on its map.
  public struct Tile: Hashable, Sendable {
    /// The greatest column or row.
    public static let limit = 19
    /// From the west, beginning with 0.
    public let column: Int
    /// From the north, beginning with 0.
    public let row: Int

    /// A place; nil beyond the limit.
    public init?(column: Int, row: Int) {
      guard (0...Self.limit).contains(column), (0...Self.limit).contains(row) else { return nil }
      self.column = column
      self.row = row
    }
  }

  /// The name printed in annex 1, and the identity: `昆明`.
  public let id: PrefectureID
  /// Its name in both languages.
  public let name: Phrase
  /// A short name for narrow columns.
  public let short: Phrase
  /// The official name, `昆明市`.
  public let fullName: String
  /// What kind of row it is.
  public let kind: Kind
  /// Where it stands on the map, if that is known.
  public let tile: Tile?
  /// The first digits of its sites' codes, four digits each.
  public let codePrefixes: [String]
  /// Divisions of it whose code changed.
  public let formerDivisions: [FormerDivision]

  /// One row of the official list.
  public init(
    id: PrefectureID, name: Phrase, short: Phrase? = nil, fullName: String, kind: Kind,
    tile: Tile? = nil, codePrefixes: [String] = [], formerDivisions: [FormerDivision] = []
  ) {
    self.id = id
    self.name = name
    self.short = short ?? name
    self.fullName = fullName
    self.kind = kind
    self.tile = tile
    self.codePrefixes = codePrefixes
    self.formerDivisions = formerDivisions
  }
}
