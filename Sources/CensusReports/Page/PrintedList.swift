package import CensusCore
package import CensusLists

/// A list ready for any form, whatever its rows are.
package struct PrintedList: Sendable {
  /// What stands above it.
  package let title: Phrase
  /// How many rows it has.
  package let count: Int
  /// Its rows for machines.
  let value: Value
  private let text: @Sendable (Language) -> String
  private let comma: @Sendable (Language, Bool) -> String
  private let workbook: @Sendable (Language) -> [UInt8]
  private let page: @Sendable (Language, Phrase) -> String
  private let table: @Sendable (Language, Phrase) -> Markup
  private let said: [Phrase]

  /// A list under a heading.
  package init<Row>(_ title: Phrase, _ roll: Roll<Row>) {
    self.title = headed(title)
    count = roll.rows.count
    value = roll.value
    said = roll.rows.isEmpty ? [roll.empty] : roll.remarks
    text = { roll.markdown($0) }
    comma = { roll.csv($0, bom: $1) }
    workbook = { roll.xlsx($0) }
    page = { roll.html($0, beside: $1) }
    table = { roll.section($0, captioned: $1) }
  }

  /// The list as Markdown, with what is said about its rows; a sentence where there is none.
  func markdown(_ language: Language) -> String {
    let remarks = said.map { $0[language] }.filter { !$0.isEmpty }.map { markdownCell($0) + "\n" }
    return ([count == 0 ? nil : text(language)].compactMap(\.self) + remarks)
      .joined(separator: "\n")
  }

  /// The list as a part of a page.
  func markup(_ language: Language) -> Markup { table(language, title) }

  /// The bytes of a file of it.
  ///
  /// - Parameters:
  ///   - form: which form.
  ///   - language: of headings and words.
  ///   - date: how old the data are, for forms that people read.
  ///   - bom: whether CSV begins with a byte order mark.
  /// - Returns: the file's bytes.
  package func bytes(
    _ form: ExportForm, _ language: Language, beside date: Phrase, bom: Bool = true
  ) -> [UInt8] {
    switch form {
    case .csv: Array(comma(language, bom).utf8)
    case .xlsx: workbook(language)
    case .markdown: Array(text(language).utf8)
    case .json: Array(value.json.utf8)
    case .html: Array(page(language, date).utf8)
    }
  }
}

extension Terms {
  /// How old the data of a page are.
  ///
  /// - Parameters:
  ///   - asOf: the day looked at.
  ///   - knownAt: the moment after which nothing recorded counts, if there is one.
  /// - Returns: half a sentence.
  package static func dataDate(_ asOf: Day, _ knownAt: Instant?) -> Phrase {
    let known =
      knownAt.map { Phrase("，只含\($0)以前登记的内容", ", with what was recorded until \($0) alone") }
      ?? .empty
    return Phrase("数据截至\(asOf)", "Data as of \(asOf)") + known
  }
}
