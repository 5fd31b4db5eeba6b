/// An identity that is a text, as facts and records have it and people type it.
///
/// Each kind is a type of its own, so that no unit is taken for a prefecture; a text becomes one
/// where it is read or typed, and is one again in JSON, in a cell and for a search.
public protocol TextID: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The text that it is.
  var text: String { get }

  /// Takes the text as it is.
  init(_ text: String)
}

extension TextID {
  /// An identity that is written out.
  public init(stringLiteral text: String) { self.init(text) }

  /// By bytes, so that identities sort as in a table.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// The text that it is.
  public var description: String { text }
}

extension Phrase {
  /// What has no name beside its identity: that, in both languages.
  public init(_ id: some TextID) { self.init(id.text, id.text) }
}

/// The identity of a unit that owes reports: `临沧`, `云南省文化厅`.
public struct UnitID: TextID {
  /// The name as in `units.json`.
  public let text: String

  /// Takes the text as it is.
  public init(_ text: String) { self.text = text }
}

/// The identity of a category of issues, `text_errors`.
public struct CategoryID: TextID {
  /// The word as in `categories.json`.
  public let text: String

  /// Takes the text as it is.
  public init(_ text: String) { self.text = text }
}

/// The identity of a row of annex 1: the name printed there, `昆明`.
public struct PrefectureID: TextID {
  /// The name as printed.
  public let text: String

  /// Takes the text as it is.
  public init(_ text: String) { self.text = text }
}
