extension Phrase {
  /// The words as a sentence of the screen: in English it begins with a capital letter.
  ///
  /// A single letter in front is a key and stays.
  package func sentence(_ language: Language) -> String {
    let text = self[language]
    guard language == .english, let first = text.first, first.isLowercase,
      text.dropFirst().first?.isLetter == true
    else { return text }
    return text.capitalised
  }
}
