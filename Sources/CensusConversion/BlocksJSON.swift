package import CensusNotices
package import StrictJSON

/// Neutral blocks as JSON: what the converter writes and the programs read.
///
/// `{"blocks":[{"p":TEXT,"line":N} | {"rows":[[{"t":TEXT,"c":COLUMNS,"r":ROWS,"m":MARKS}]],"line":N,
/// "sheet":NAME}],"remarks":[{"deletions":N}…]}`, or `{"fault":CODE}`.
package enum BlocksJSON {
  /// How much is accepted of a converter.
  package static let limits = JSONLimits(depth: 8, text: 1 << 20, file: 64 << 20)

  /// The bytes of a document.
  package static func bytes(_ source: Source) -> [UInt8] {
    var writer = JSONWriter(.canonical)
    writer.object(2) { writer, place in
      if place == 0 {
        writer.key("blocks")
        writer.list(source.blocks.count) { write(source.blocks[$1], &$0) }
      } else {
        writer.key("remarks")
        writer.list(source.remarks.count) { write(source.remarks[$1], &$0) }
      }
    }
    return writer.bytes
  }

  /// The bytes that say why a document was not read.
  package static func bytes(_ fault: ContainerFault) -> [UInt8] {
    var writer = JSONWriter(.canonical)
    writer.object(1) { writer, _ in
      writer.key("fault")
      writer.text(fault.rawValue)
    }
    return writer.bytes
  }

  /// Reads what a converter wrote.
  ///
  /// - Parameters:
  ///   - bytes: all of its output.
  ///   - name: the file as the person knows it.
  /// - Returns: the document.
  /// - Throws: the fault that it names; `stopped` where it wrote nothing of the kind.
  package static func source(
    _ bytes: [UInt8], name: String
  ) throws(ContainerFault) -> Source {
    guard let root = (try? JSONDocument(bytes, limits: limits))?.root else { throw .stopped }
    if let fault = root["fault"]?.text { throw ContainerFault(rawValue: fault) ?? .stopped }
    guard let blocks = root["blocks"]?.items, let remarks = root["remarks"]?.items else {
      throw .stopped
    }
    var read: [Block] = []
    for block in blocks { read.append(try self.block(block)) }
    return Source(name: name, blocks: read, remarks: remarks.compactMap(remark))
  }

  // MARK: - Writing

  private static func write(_ block: Block, _ writer: inout JSONWriter) {
    switch block {
    case .paragraph(let paragraph):
      writer.object(2) { writer, place in
        writer.key(place == 0 ? "p" : "line")
        if place == 0 { writer.text(paragraph.text) } else { writer.number(paragraph.line) }
      }
    case .table(let table):
      writer.object(3) { writer, place in
        switch place {
        case 0:
          writer.key("rows")
          writer.list(table.rows.count) { writer, row in
            writer.list(table.rows[row].count) { write(table.rows[row][$1], &$0) }
          }
        case 1:
          writer.key("line")
          writer.number(table.line)
        default:
          writer.key("sheet")
          if let sheet = table.sheet { writer.text(sheet) } else { writer.null() }
        }
      }
    }
  }

  private static func write(_ cell: Cell, _ writer: inout JSONWriter) {
    // What is 1 or 0 goes without saying.
    let numbers = [("c", cell.columns, 1), ("r", cell.rows, 1), ("m", cell.marks.rawValue, 0)]
      .filter { $0.1 != $0.2 }
    writer.object(1 + numbers.count) { writer, place in
      if place == 0 {
        writer.key("t")
        writer.text(cell.text)
      } else {
        writer.key(numbers[place - 1].0)
        writer.number(numbers[place - 1].1)
      }
    }
  }

  private static func write(_ remark: SourceRemark, _ writer: inout JSONWriter) {
    writer.object(1) { writer, _ in
      switch remark {
      case .deletions(let count):
        writer.key("deletions")
        writer.number(count)
      case .hiddenSheet(let name):
        writer.key("hiddenSheet")
        writer.text(name)
      case .hiddenRows(let count):
        writer.key("hiddenRows")
        writer.number(count)
      case .covered(let count):
        writer.key("covered")
        writer.number(count)
      case .hiddenText(let count):
        writer.key("hiddenText")
        writer.number(count)
      case .struck(let count):
        writer.key("struck")
        writer.number(count)
      case .pictures(let count):
        writer.key("pictures")
        writer.number(count)
      case .savedByLibreOffice:
        writer.key("savedByLibreOffice")
        writer.flag(true)
      case .placedWords:
        writer.key("placedWords")
        writer.flag(true)
      }
    }
  }

  // MARK: - Reading

  private static func block(_ value: JSONValue) throws(ContainerFault) -> Block {
    let line = value["line"]?.number ?? 0
    if let text = value["p"]?.text { return .paragraph(Paragraph(text, line: line)) }
    guard let rows = value["rows"]?.items else { throw .stopped }
    var read: [[Cell]] = []
    for row in rows {
      guard let cells = row.items else { throw .stopped }
      var line: [Cell] = []
      for cell in cells {
        guard let text = cell["t"]?.text else { throw .stopped }
        line.append(
          Cell(
            text, columns: min(cell["c"]?.number ?? 1, 16_384),
            rows: min(cell["r"]?.number ?? 1, 1 << 20),
            marks: Cell.Marks(rawValue: cell["m"]?.number ?? 0)))
      }
      read.append(line)
    }
    return .table(Table(read, line: line, sheet: value["sheet"]?.text))
  }

  private static func remark(_ value: JSONValue) -> SourceRemark? {
    if let count = value["deletions"]?.number { return .deletions(count) }
    if let name = value["hiddenSheet"]?.text { return .hiddenSheet(name) }
    if let count = value["hiddenRows"]?.number { return .hiddenRows(count) }
    if let count = value["covered"]?.number { return .covered(count) }
    if let count = value["hiddenText"]?.number { return .hiddenText(count) }
    if let count = value["struck"]?.number { return .struck(count) }
    if value["savedByLibreOffice"] != nil { return .savedByLibreOffice }
    if value["placedWords"] != nil { return .placedWords }
    return value["pictures"]?.number.map { .pictures($0) }
  }
}
