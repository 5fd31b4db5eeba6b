/// One wording in both languages.
public struct Phrase: Equatable, Hashable, Sendable {
  /// The Chinese wording.
  public let chinese: String
  /// The English wording.
  public let english: String

  /// Joins the two wordings of one thing.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The wording in one language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

extension Phrase {
  /// One wording behind the other, in each language.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.chinese + right.chinese, left.english + right.english)
  }

  /// Nothing.
  public static let empty = Phrase("", "")
  /// Between things of one kind: 、.
  public static let listing = Phrase("、", ", ")
  /// Between parts of a sentence: ，.
  public static let comma = Phrase("，", ", ")
  /// Between sentences that belong together: ；.
  public static let semicolon = Phrase("；", "; ")
}

extension [Phrase] {
  /// One behind the other, with something between them.
  public func joined(_ separator: Phrase = .listing) -> Phrase {
    Phrase(
      map(\.chinese).joined(separator: separator.chinese),
      map(\.english).joined(separator: separator.english))
  }
}

/// A number with its English noun: 1 day, 2 days; 1 prefecture, 2 prefectures.
package func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
}
