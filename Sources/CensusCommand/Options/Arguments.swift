public import ArgumentParser
public import CensusCore

// Words of the field that options take: as they are spelled in files and in JSON, or as a person
// reads them in either language.

extension Language: ExpressibleByArgument {}

extension Headline: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.headline) }
}

extension Submission: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.submission) }
}

extension Signature: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.signature) }
}

extension Receipt.Channel: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.channel) }
}

extension Note.Kind: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.noteKind) }
}

extension Chase.Channel: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.channel) }
}

extension Recheck.Reason: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.reason) }
}

extension Accountability.Stage: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.stage) }
}

extension Accountability.Measure: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.measure) }
}

extension Availability.Status: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.availability) }
}

extension Correct.Field: ExpressibleByArgument {
  /// The value of an ID, or of the words for it.
  public init?(argument: String) { self.init(argument, Terms.field) }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The value of an ID, or of the words that a person reads for it.
  fileprivate init?(_ text: String, _ words: (Self) -> Phrase) {
    let key = searchKey(text)
    let named = Self.allCases.first { value in
      let words = words(value)
      return [words.chinese, words.english].contains { searchKey($0) == key }
    }
    guard let value = Self(rawValue: text) ?? named else { return nil }
    self = value
  }
}
