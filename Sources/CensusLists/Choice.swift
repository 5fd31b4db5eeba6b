package import CensusCore

/// The values by which rows are chosen, and what people call them.
package struct Choice: Sendable {
  /// All values that there can be; none where anything can be.
  package var known: [String] { all() }
  private let all: @Sendable () -> [String]
  /// Whether a screen offers them to choose rows by.
  package private(set) var isOffered = true
  /// Whether a day is a value as well.
  package private(set) var takesDays = false
  /// What a value is called in few words.
  package let word: @Sendable (String) -> Phrase?
  /// What else a person may call it.
  private let names: @Sendable (String) -> [String]

  /// Values and their names.
  ///
  /// - Parameters:
  ///   - known: all that there can be; none where anything can be.
  ///   - word: what one is called.
  ///   - names: what else a person may call it.
  package init(
    _ known: @escaping @autoclosure @Sendable () -> [String],
    word: @escaping @Sendable (String) -> Phrase?,
    names: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    all = known
    self.word = word
    self.names = names
  }

  /// Identities and their names.
  package init<ID: TextID>(
    _ known: @escaping @autoclosure @Sendable () -> [ID],
    word: @escaping @Sendable (ID) -> Phrase?,
    names: @escaping @Sendable (ID) -> [String] = { _ in [] }
  ) {
    self.init(known().map(\.text), word: { word(ID($0)) }, names: { names(ID($0)) })
  }

  /// The cases of a type, by their terms.
  static func all<Term: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    _ type: Term.Type, _ word: @escaping @Sendable (Term) -> Phrase
  ) -> Choice {
    Choice(type.allCases.map(\.rawValue), word: { Term(rawValue: $0).map(word) })
  }

  /// The same values, for whoever names one, and no screen offers them.
  var unoffered: Choice {
    var choice = self
    choice.isOffered = false
    return choice
  }

  /// The same values, and days.
  var orDays: Choice {
    var choice = self
    choice.takesDays = true
    return choice
  }

  /// Whether a person who types a text means a value.
  func means(_ value: String, by text: String) -> Bool {
    let phrase = word(value)
    let names = [value, phrase?.chinese, phrase?.english].compactMap(\.self) + names(value)
    return names.contains { searchKey($0) == searchKey(text) }
  }
}
