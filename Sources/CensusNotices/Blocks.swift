/// A document as neutral blocks: what any container comes to before a meaning is looked for.
package struct Source: Equatable, Sendable {
  /// The file as the person knows it.
  package let name: String
  /// Paragraphs and tables in the order of the document.
  package let blocks: [Block]
  /// What the reader of the container has to say of it.
  package let remarks: [SourceRemark]

  package init(name: String, blocks: [Block], remarks: [SourceRemark] = []) {
    self.name = name
    self.blocks = blocks
    self.remarks = remarks
  }
}

extension Source {
  /// How many places cells of its tables take below their own rows.
  package var filledCount: Int {
    blocks.reduce(0) { sum, block in
      if case .table(let table) = block { sum + table.filledCount } else { sum }
    }
  }
}

/// A piece of a document.
package enum Block: Equatable, Sendable {
  /// A line or paragraph.
  case paragraph(Paragraph)
  /// Cells in rows.
  case table(Table)
}

/// A line or paragraph of text.
package struct Paragraph: Equatable, Sendable {
  /// The text.
  package let text: String
  /// Its number in the document, from 1: the line of a text, else the paragraph.
  package let line: Int

  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// Cells in rows, as they stand in the document.
package struct Table: Equatable, Sendable {
  /// The rows; each has the cells that begin in it.
  package let rows: [[Cell]]
  /// Where it begins, counted as paragraphs are.
  package let line: Int
  /// The name of the sheet, in a workbook.
  package let sheet: String?
  /// Whether it had two records a row, and was put one half below the other.
  package let isHalved: Bool

  package init(_ rows: [[Cell]], line: Int, sheet: String? = nil, isHalved: Bool = false) {
    self.isHalved = isHalved
    self.rows = rows
    self.line = line
    self.sheet = sheet
  }
}

/// A cell of a table.
package struct Cell: Equatable, Sendable {
  /// What is to be known of a cell besides its text.
  package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// It goes on the cell above it (a vertical merge).
    package static let continued = Marks(rawValue: 1)
    /// The document keeps it as a number.
    package static let number = Marks(rawValue: 2)
    /// A formula whose value the document does not have.
    package static let noValue = Marks(rawValue: 4)
    /// Its row or column is hidden.
    package static let hidden = Marks(rawValue: 8)
    /// What of it is its own cannot be told by where it stands.
    package static let uncertain = Marks(rawValue: 16)
    /// A code that was put together of pieces.
    package static let broken = Marks(rawValue: 32)
    /// It goes on on the next page.
    package static let split = Marks(rawValue: 64)
    /// It was found by where its words stand.
    package static let placed = Marks(rawValue: 128)
    /// An empty cell of a form that has no merges: it is empty, and goes on nothing.
    package static let unmerged = Marks(rawValue: 256)
    /// Some of its text is struck out.
    package static let struck = Marks(rawValue: 512)
  }

  /// The text as printed.
  package let text: String
  /// How many columns it takes.
  package let columns: Int
  /// How many rows it takes.
  package let rows: Int
  /// What else is to be known.
  package let marks: Marks

  package init(_ text: String, columns: Int = 1, rows: Int = 1, marks: Marks = []) {
    self.text = text
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.marks = marks
  }
}

/// What the reader of a container left out or found odd.
package enum SourceRemark: Hashable, Sendable {
  /// So many deletions of tracked changes are left out.
  case deletions(Int)
  /// A hidden sheet was read all the same.
  case hiddenSheet(String)
  /// So many hidden rows were read all the same.
  case hiddenRows(Int)
  /// So many cells had texts of their own below merged ones, and are read as if nothing was merged.
  case covered(Int)
  /// So many runs of hidden text were read all the same.
  case hiddenText(Int)
  /// So many pieces of text are struck out, and were not taken for deleted.
  case struck(Int)
  /// So many pictures, in which nothing is read.
  case pictures(Int)
  /// LibreOffice saved it in another form first.
  case savedByLibreOffice
  /// It has only words and where they stand: rows and columns are judged by that.
  case placedWords
}

/// Where something stands.
package struct Place: Hashable, Sendable {
  /// The file as the person knows it.
  package let file: String
  /// The line or paragraph.
  package let line: Int?
  /// The table, counted over all files from 1.
  package let table: Int?
  /// The row of the table, from 1.
  package let row: Int?
  /// The cell of the row, from 1.
  package let cell: Int?

  package init(
    file: String, line: Int? = nil, table: Int? = nil, row: Int? = nil, cell: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.table = table
    self.row = row
    self.cell = cell
  }

  /// The same row, at one of its cells.
  func at(cell: Int?) -> Place {
    Place(file: file, line: line, table: table, row: row, cell: cell)
  }
}
