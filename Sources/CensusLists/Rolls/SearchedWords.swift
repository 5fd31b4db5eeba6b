package import CensusCore

// The words for how things stand, as a search looks at them. They are apart from the other texts
// of a row, so that the search for anything need not make those ready anew after each mark.

extension FindingState {
  /// What the run sheet says of it: what was reported, its re-check, its state, earlier quarters.
  package func searchedWords(_ past: RepeatOffenders?, on day: Day) -> [String] {
    let words = [Terms.submission(submission), Terms.recheck(recheck)]
    return words.flatMap { [$0.chinese, $0.english] } + headlineWords(past, on: day)
  }

  /// What the list of findings says of it: its state, and what earlier quarters say.
  func headlineWords(_ past: RepeatOffenders?, on day: Day) -> [String] {
    headline.searchedWords + modifiers(past, on: day).pastTexts
  }
}

extension SiteState {
  /// Its state, and what earlier quarters say of it.
  package func searchedWords(_ past: RepeatOffenders?, on day: Day) -> [String] {
    let isKnown = findings.contains { finding in
      past?.past(of: finding.finding.id).map { !$0.isEmpty } ?? false
    }
    return headline.searchedWords
      + (isKnown ? modifiers(on: day, past: past).pastTexts : [])
  }
}

extension Quarter {
  /// What it is called: 2018Q3, 2018年三季度.
  var searchedWords: [String] { [description, name.chinese, name.english] }
}

extension Headline {
  fileprivate var searchedWords: [String] {
    let word = Terms.headline(self)
    return [word.chinese, word.english]
  }
}

extension Submission {
  /// The word for it in both languages.
  package var searchedWords: [String] {
    let word = Terms.submission(self)
    return [word.chinese, word.english]
  }
}

extension Settings.Policy {
  /// The grade of a lateness in both languages; nothing where there is none.
  package func searchedWords(ofLateness days: Int?) -> [String] {
    days.flatMap(grade(daysLate:)).map { [$0.name.chinese, $0.name.english] } ?? []
  }
}
