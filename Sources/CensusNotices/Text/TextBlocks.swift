extension Source {
  /// A text: paragraphs, and the tables that stand in it in any of the forms that people store them.
  ///
  /// Markdown pipes, a row a line with | at its end, tabs, CSV, and one cell a line, row by row or
  /// column by column.
  package init(name: String, text: String) {
    self.init(name: name, blocks: TextBlocks(text).blocks)
  }
}

/// Finds tables among the lines of a text.
struct TextBlocks {
  private(set) var blocks: [Block] = []
  private let lines: [Substring]
  /// How many lines of the text each of these stands for: 2 where a terminal doubled their ends.
  private let scale: Int

  init(_ text: String) {
    (lines, scale) = TextBlocks.lines(of: text)
    var place = 0
    while place < lines.count {
      if let (table, end) = table(at: place) {
        blocks.append(
          .table(Table(table.rows, line: place * scale + 1, sheet: table.sheet)))
        place = end
      } else {
        let line = lines[place]
        if !squeezed(String(line)).isEmpty {
          blocks.append(.paragraph(Paragraph(trimmed(String(line)), line: place * scale + 1)))
        }
        place += 1
      }
    }
  }

  /// Lines by any of the line ends: LF, CRLF, CR, and what a terminal makes of CRLF, twice CR or LF.
  ///
  /// - Returns: the lines, and how many of the text each of them is.
  private static func lines(of text: String) -> ([Substring], Int) {
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let isOfReturns = !text.utf8.contains(0x0A) && text.utf8.contains(0x0D)
    let lines = text.utf8.split(
      separator: isOfReturns ? 0x0D : 0x0A, omittingEmptySubsequences: false
    ).map { line in Substring(line.last == 0x0D ? line.dropLast() : line) }
    let isDoubled =
      lines.count > 4 && lines.enumerated().allSatisfy { $0.offset % 2 == 0 || $0.element.isEmpty }
    guard isDoubled else { return (lines, 1) }
    return (lines.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), 2)
  }

  /// How far the next row of a table is: 2 where there is an empty line between every two rows.
  private func step(at place: Int, _ isRow: (Substring) -> Bool) -> Int {
    var next = place
    while next < lines.count, isRow(lines[next]) {
      guard next + 2 < lines.count, trimmed(String(lines[next + 1])).isEmpty, isRow(lines[next + 2])
      else { break }
      next += 2
    }
    // Two tables of one row each are none; one line alone may be a title.
    return next - place >= 4 ? 2 : 1
  }

  private func table(at place: Int) -> (Table, end: Int)? {
    let line = lines[place]
    guard !line.isEmpty else { return nil }
    if line.utf8.contains(0x7C) {
      return pipes(at: place) ?? CellLines(lines, at: place).table
    }
    if line.utf8.contains(0x09), let found = tabs(at: place) { return found }
    if line.utf8.contains(0x2C) || line.utf8.contains(0x3B) || line.utf8.contains(0x22),
      let found = separated(at: place)
    {
      return found
    }
    return CellLines(lines, at: place).table ?? ColumnLines(lines, at: place).table
  }

  // MARK: - Pipes

  /// Rows with | between cells; a line of dashes under the headings is none.
  private func pipes(at place: Int) -> (Table, end: Int)? {
    guard TextBlocks.pipeCells(lines[place]).count > 1 else { return nil }
    var rows: [[String]] = []
    var end = place
    var isRuled = false
    let step = step(at: place) { $0.utf8.contains(0x7C) }
    while end < lines.count, lines[end].utf8.contains(0x7C) {
      let cells = TextBlocks.pipeCells(lines[end])
      // A single cell with its | may be a title above, and is a row of its own.
      if TextBlocks.isRule(cells) { isRuled = true } else { rows.append(cells) }
      end += step
    }
    // One row is a table where a line of dashes says so, or where it has a number before its cells.
    let isRow = rows.first.map { $0.count > 2 && printedNumber($0[0]) != nil } ?? false
    guard rows.count > 1 || rows.count == 1 && (isRuled || isRow) else { return nil }
    // Markdown has no merges: what is empty there is empty.
    let cells = rows.map { row in
      row.map { Cell($0, marks: isRuled && $0.isEmpty ? .unmerged : []) }
    }
    return (Table(cells, line: place + 1), min(end, lines.count))
  }

  private static func pipeCells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in trimmed(String(line)).unicodeScalars {
      if isEscaped {
        if scalar != "|" { cell.append("\\") }
        cell.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        cells.append(trimmed(String(cell)))
        cell = String.UnicodeScalarView()
      } else {
        cell.append(scalar)
      }
    }
    if isEscaped { cell.append("\\") }
    if !cell.isEmpty { cells.append(trimmed(String(cell))) }
    if let first = cells.first, first.isEmpty, trimmed(String(line)).hasPrefix("|") {
      cells.removeFirst()
    }
    return cells.map { $0.split(separator: "<br>").joined(separator: "\n") }
  }

  private static func isRule(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3A } }
  }

  // MARK: - Tabs

  private func tabs(at place: Int) -> (Table, end: Int)? {
    let step = step(at: place) { $0.utf8.contains(0x09) }
    let quoted = Records(lines, from: place, separator: 0x09, step: step) { $0.utf8.contains(0x09) }
    guard quoted.rows.count > 1 else { return nil }
    return (Table(quoted.rows.map { $0.map { Cell($0) } }, line: place + 1), quoted.end)
  }

  // MARK: - Commas and semicolons

  /// Records from here on, if one of the first is a row of headings.
  private func separated(at place: Int) -> (Table, end: Int)? {
    for separator: UInt8 in [0x2C, 0x3B] {
      let step = step(at: place) { $0.utf8.contains(separator) }
      let records = Records(lines, from: place, separator: separator, step: step) { line in
        line.utf8.contains(separator)
      }
      guard records.rows.count > 1 else { continue }
      let heads = records.rows.prefix(4).map { HeadingWords.score($0) }
      let isForm = records.rows.prefix(4).contains { FilledForm.isHeading($0) }
      guard isForm || heads.contains(where: { $0 >= 2 }) else { continue }
      return (Table(records.rows.map { $0.map { Cell($0) } }, line: place + 1), records.end)
    }
    return nil
  }
}

/// Records of a text with separators, as spreadsheets write them: quotation marks around what has a
/// separator, a line end or a quotation mark in it.
struct Records {
  private(set) var rows: [[String]] = []
  /// Behind the last line that was read.
  private(set) var end: Int

  init(
    _ lines: [Substring], from start: Int, separator: UInt8, step: Int = 1,
    while goesOn: (Substring) -> Bool
  ) {
    end = start
    while end < lines.count, goesOn(lines[end]) {
      var bytes = Array(lines[end].utf8)
      var last = end
      // An open quotation mark takes the next lines in, as far as it is closed at all.
      while Records.isOpen(bytes, separator), last + 1 < lines.count, last - end < 40 {
        last += 1
        bytes += [0x0A] + Array(lines[last].utf8)
      }
      if Records.isOpen(bytes, separator) {
        bytes = Array(lines[end].utf8)
        last = end
      }
      rows.append(Records.cells(bytes, separator))
      end = last + step
    }
    end = min(end, lines.count)
  }

  private static func isOpen(_ bytes: [UInt8], _ separator: UInt8) -> Bool {
    var isInside = false
    var isAtStart = true
    for byte in bytes {
      if isInside {
        if byte == 0x22 { isInside = false }
      } else if byte == 0x22, isAtStart {
        isInside = true
      } else if byte == 0x22 {
        isInside = true
      }
      isAtStart = byte == separator
    }
    return isInside
  }

  private static func cells(_ bytes: [UInt8], _ separator: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isInside = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if isInside {
        if byte == 0x22, place + 1 < bytes.count, bytes[place + 1] == 0x22 {
          cell.append(byte)
          place += 1
        } else if byte == 0x22 {
          isInside = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22, cell.isEmpty {
        isInside = true
      } else if byte == separator {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else {
        cell.append(byte)
      }
      place += 1
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells.map(withoutGuard)
  }

  /// `="5300000061"`, which keeps a spreadsheet from taking a code for a number.
  private static func withoutGuard(_ cell: String) -> String {
    guard cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 2 else { return cell }
    return String(cell.dropFirst(2).dropLast())
  }
}
