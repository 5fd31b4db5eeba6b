package import CensusCore
internal import CensusLists
internal import DisplayText

/// A page about one thing for people: a title, labelled lines, and lists under them.
package struct Sheet {
  /// One labelled line.
  struct Line {
    let label: Phrase
    let words: (Language) -> Words

    init(_ label: Phrase, words: @escaping (Language) -> Words) {
      self.label = label
      self.words = words
    }

    init(_ label: Phrase, _ text: Phrase, _ tone: Tone = .text) {
      self.init(label) { Words(text[$0], tone) }
    }

    /// A line that is the same in both languages; a dash where nothing is known.
    init(_ label: Phrase, _ text: String?, _ tone: Tone = .text) {
      let text = text ?? "–"
      self.init(label, Phrase(text, text), tone)
    }
  }

  /// A list under a heading.
  struct Section {
    let heading: Phrase
    let text: (_ language: Language, _ colour: Bool) -> String

    init<Row>(_ heading: Phrase, _ roll: Roll<Row>) {
      self.heading = heading
      text = { roll.table($0, colour: $1) }
    }
  }

  let title: Phrase
  let lines: [Line]
  let paragraph: Phrase?
  let sections: [Section]

  init(_ title: Phrase, lines: [Line], paragraph: Phrase? = nil, sections: [Section] = []) {
    self.title = title
    self.lines = lines
    self.paragraph = paragraph
    self.sections = sections
  }

  /// The facts of one thing, all of them.
  init(_ facts: Facts, sections: [Section]) {
    let known = facts.all.filter { !$0.words(.full(.chinese)).isEmpty }
    self.init(
      facts.name, lines: known.map { fact in Line(fact.title) { fact.words(.full($0)) } },
      sections: sections)
  }

  /// The page as text with its line ends.
  package func text(_ language: Language, colour: Bool) -> String {
    let paint = Paint(isOn: colour)
    let width = lines.map { $0.label[language].displayWidth }.max() ?? 0
    var text = paint(neutralised(title[language]), .heading) + "\n\n"
    for line in lines {
      let label = neutralised(line.label[language])
      let words = paint(line.words(language).neutralised)
      text += label + blanks(width - label.displayWidth + 2) + words + "\n"
    }
    if let paragraph { text += "\n" + neutralised(paragraph[language]) + "\n" }
    for section in sections {
      text += "\n" + paint(neutralised(section.heading[language]), .heading) + "\n"
      text += section.text(language, colour)
    }
    return text
  }
}
