internal import CensusCore

/// A field of letters: its name in a template, what it says, and where that comes from.
struct LetterField<Subject> {
  let name: String
  let meaning: Phrase
  let rows: [TemplateShape]?
  /// What a list of fields says of those of its rows.
  let rowMeanings: [(name: String, meaning: Phrase)]
  let value: (Subject, Language) -> TemplateValue

  /// A text; nothing where there is none.
  init(_ name: String, _ meaning: Phrase, _ text: @escaping (Subject) -> Phrase?) {
    self.name = name
    self.meaning = meaning
    rows = nil
    rowMeanings = []
    value = { .text(text($0)?[$1] ?? "") }
  }

  /// A list.
  init<Row>(
    _ name: String, _ meaning: Phrase, rows fields: [LetterField<Row>],
    _ list: @escaping (Subject) -> [Row]
  ) {
    self.name = name
    self.meaning = meaning
    rows = fields.map(\.shape)
    rowMeanings = fields.map { ($0.name, $0.meaning) }
    value = { subject, language in
      .list(list(subject).map { LetterField<Row>.values(fields, $0, language) })
    }
  }

  var shape: TemplateShape { TemplateShape(name, rows: rows) }

  /// What all fields say of something, by their names.
  static func values(
    _ fields: [LetterField], _ subject: Subject, _ language: Language
  ) -> [String: TemplateValue] {
    Dictionary(
      fields.map { ($0.name, $0.value(subject, language)) }, uniquingKeysWith: { first, _ in first }
    )
  }
}
