package import CensusCore

/// Where the texts of a field stand: left, and numbers right.
package enum Alignment: Hashable, Sendable {
  case left
  case right
}

/// How wide a field wants to be where columns share a screen, in cells.
package struct Room: Hashable, Sendable {
  /// The least it takes, in Chinese and in English.
  package let least: [Int]
  /// Its share of what is left over; none for a width that is fixed.
  package let weight: Int
  /// The most it takes.
  package let most: Int
  /// Where room is short, the field of the lowest importance goes first.
  package let importance: Int

  /// A width that does not change.
  package static func fixed(
    _ chinese: Int, _ english: Int? = nil, importance: Int = .max
  ) -> Room {
    Room(least: [chinese, english ?? chinese], weight: 0, most: .max, importance: importance)
  }

  /// A width that grows.
  package static func flexible(
    _ chinese: Int, _ english: Int? = nil, weight: Int = 1, most: Int = .max,
    importance: Int = .max
  ) -> Room {
    Room(least: [chinese, english ?? chinese], weight: weight, most: most, importance: importance)
  }

  /// The least it takes in one language.
  package func least(_ language: Language) -> Int { language == .chinese ? least[0] : least[1] }
}

/// Who is shown a field.
package enum Shows: Hashable, Sendable {
  /// Programs and people.
  case always
  /// Programs alone: JSON and CSV.
  case machines
  /// People alone, on the screen: a picture, or what must not be handed on.
  case screens
  /// Nobody: rows are only chosen by it.
  case filters
}

/// What the values of a field are, where a person can name one that no row has.
package enum Form: Hashable, Sendable {
  case any
  case days
  case numbers
}

/// One field of a list: a value for machines, a title and words for people.
package struct Field<Row: Sendable>: Sendable {
  /// Its name in JSON, in `--sort`, and as a column of the screen.
  package let id: String
  /// The heading.
  package let title: Phrase
  /// The heading where columns are narrow.
  package let short: Phrase
  /// The heading in CSV, where it has a number and tables have words.
  package let numberTitle: Phrase
  package let alignment: Alignment
  package let shows: Shows
  /// Of which rows it says something, where tables have it only then.
  package let when: (@Sendable (Row) -> Bool)?
  /// How wide it wants to be on a screen; nil where no screen has it.
  package let room: Room?
  /// What its values are, if they are of one form.
  package let form: Form
  /// The value for machines.
  package let value: @Sendable (Row) -> Value
  /// What its rows are ordered by.
  package let key: @Sendable (Row) -> SortKey
  /// What its values are called, where a screen offers them to choose rows by.
  package let choice: Choice?
  /// By which of its values a row is chosen.
  package let choices: @Sendable (Row) -> [String]
  /// What a person reads, if there is anything.
  package let said: @Sendable (Row, Manner) -> Words
  /// The name that the field says, where it is a person's wish in which order names come.
  package let name: (@Sendable (Row) -> String)?

  /// One field.
  ///
  /// - Parameters:
  ///   - id: the name in JSON.
  ///   - title: the heading.
  ///   - alignment: left, or right for numbers.
  ///   - form: what its values are; numbers where they stand right.
  ///   - short: the heading where columns are narrow; else the same.
  ///   - shows: who is shown it.
  ///   - when: of which rows it says something; tables have it once there is such a row.
  ///   - numberTitle: the heading in CSV, where it has a number and tables have words.
  ///   - room: how wide it wants to be on a screen.
  ///   - choice: what its values are called, if rows are chosen by them.
  ///   - choices: by which values a row is chosen; else by its value, or the values it lists.
  ///   - name: the name it says, if names may be ordered as in a dictionary.
  ///   - rank: the order of its values, where it is neither that of numbers nor of texts.
  ///   - words: the words for people, with their tones.
  ///   - tone: how the words are meant that come from `text` or from the value.
  ///   - text: the words for people, where they are one text; else the value itself.
  ///   - value: the value for machines.
  package init(
    _ id: String, _ title: Phrase, _ alignment: Alignment = .left, form: Form? = nil,
    short: Phrase? = nil, shows: Shows = .always, when: (@Sendable (Row) -> Bool)? = nil,
    numberTitle: Phrase? = nil,
    room: Room? = nil, choice: Choice? = nil, choices: (@Sendable (Row) -> [String])? = nil,
    name: (@Sendable (Row) -> String)? = nil, rank: (@Sendable (Row) -> Int?)? = nil,
    words: (@Sendable (Row, Manner) -> Words)? = nil, tone: (@Sendable (Row) -> Tone)? = nil,
    text: (@Sendable (Row, Language) -> String)? = nil, value: @escaping @Sendable (Row) -> Value
  ) {
    self.id = id
    self.title = title
    self.short = short ?? title
    self.numberTitle = numberTitle ?? title
    self.alignment = alignment
    self.form = form ?? (alignment == .right ? .numbers : .any)
    self.shows = shows
    self.when = when
    self.room = room
    self.choice = choice
    self.choices = choices ?? { value($0).choices }
    self.name = name
    self.value = value
    key = { row in rank.map { SortKey($0(row)) } ?? SortKey(value(row)) }
    said =
      words ?? { row, manner in
        Words(text?(row, manner.language) ?? value(row).words(manner), tone?(row) ?? .text)
      }
  }

  /// What a person reads in a cell; a dash where nothing is known.
  package func words(_ row: Row, _ manner: Manner) -> Words {
    let words = said(row, manner)
    return words.isEmpty ? .dash(manner) : words
  }
}
