/// A category of issues (问题类别): data in `categories.json`, never a case in the program.
public struct IssueCategory: Equatable, Sendable {
  /// How an issue weighs under the criteria.
  public enum Kind: String, CaseIterable, Sendable {
    /// One is enough to fail (单项否决).
    case veto
    /// Deductions added up beyond the limit (累计扣分): a score band, no defect.
    case score
    /// Points are deducted (扣分).
    case deduction
    /// Management of the site, outside the score (管理).
    case management
    /// Anything else (其他).
    case other
  }

  /// The identity, `text_errors`.
  public let id: CategoryID
  /// The name in both languages.
  public let name: Phrase
  /// A short name for narrow columns.
  public let short: Phrase
  /// How it weighs unless the criteria of a notice say otherwise.
  public let kind: Kind
  /// How it weighs under particular criteria (`2015`, `2019`).
  public let kindUnder: [String: Kind]
  /// The indicator of the criteria it falls under, by edition.
  public let criterion: [String: String]
  /// Wordings seen in notices.
  public let aliases: [String]

  /// One category.
  public init(
    id: CategoryID, name: Phrase, short: Phrase? = nil, kind: Kind, kindUnder: [String: Kind] = [:],
    criterion: [String: String] = [:], aliases: [String] = []
  ) {
    self.id = id
    self.name = name
    self.short = short ?? name
    self.kind = kind
    self.kindUnder = kindUnder
    self.criterion = criterion
    self.aliases = aliases
  }

  /// How it weighs under the criteria of an edition.
  public func kind(under criteria: String?) -> Kind {
    criteria.flatMap { kindUnder[$0] } ?? kind
  }
}
