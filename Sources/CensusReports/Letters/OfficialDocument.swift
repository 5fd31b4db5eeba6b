package import CensusCore

/// A paper of the office (公文): what it says, block by block, in no form yet.
package struct OfficialDocument: Equatable, Sendable {
  /// A part of it that stands by itself.
  package enum Block: Equatable, Sendable {
    /// What it is called, in one line or several.
    case title(String)
    /// A line in the middle: its number (发文字号).
    case centred(String)
    /// The heading of a part.
    case heading(String)
    /// A line at the margin: whom it addresses (主送机关).
    case flush(String)
    /// A paragraph, or an item with its number.
    case paragraph(String)
    /// A table.
    case table(Table)
    /// Who sends it and on which day, the day last (署名、成文日期).
    case closing([String])
  }

  /// A table whose first line is its headings; every line has as many cells.
  package struct Table: Equatable, Sendable {
    /// The headings.
    package let head: [String]
    /// The lines below.
    package let rows: [[String]]
    /// How many cells wide a column is at least, where people write into it by hand; none where it follows
    /// its texts.
    let room: [Int]

    /// A table; a line that is too short is filled up.
    package init(head: [String], rows: [[String]], room: [Int] = []) {
      let count = max(head.count, rows.map(\.count).max() ?? 0)
      func filled(_ cells: [String]) -> [String] {
        cells + Array(repeating: "", count: count - cells.count)
      }
      self.head = filled(head)
      self.rows = rows.map(filled)
      self.room = room + Array(repeating: 0, count: max(0, count - room.count))
    }

    /// All lines.
    var lines: [[String]] { [head] + rows }
  }

  /// The language, which decides its layout.
  package let language: Language
  /// What it says, in order.
  package let blocks: [Block]

  /// A paper.
  package init(_ language: Language, _ blocks: [Block]) {
    self.language = language
    self.blocks = blocks
  }

  /// What it is called, as one line.
  var title: String {
    let title = blocks.lazy.compactMap { if case .title(let text) = $0 { text } else { nil } }.first
    return joined(title ?? "")
  }

  /// The lines of a title as one.
  func joined(_ title: String) -> String {
    title.split(separator: "\n").joined(separator: language == .chinese ? "" : " ")
  }
}
