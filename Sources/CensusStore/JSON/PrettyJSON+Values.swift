import CensusCore

extension PrettyJSON {
  /// A text, or null.
  static func maybe(_ text: String?) -> PrettyJSON { text.map { .text($0) } ?? .null }

  /// A number, or null.
  static func maybe(_ number: Int?) -> PrettyJSON { number.map { .number($0) } ?? .null }

  /// A day, or null.
  static func maybe(_ day: Day?) -> PrettyJSON { maybe(day?.description) }

  /// Texts on one line.
  static func texts(_ texts: [String]) -> PrettyJSON { .list(texts.map { .text($0) }) }

  /// Both wordings, on one line.
  static func phrase(_ phrase: Phrase) -> PrettyJSON {
    .line([("zh", .text(phrase.chinese)), ("en", .text(phrase.english))])
  }

  /// Both wordings, each on a line.
  static func tallPhrase(_ phrase: Phrase) -> PrettyJSON {
    .object([("zh", .text(phrase.chinese)), ("en", .text(phrase.english))])
  }
}
