package import CensusCore
package import CensusLists
internal import DisplayText

extension Roll {
  /// The list as a workbook of office programs (.xlsx), with what the CSV form has.
  ///
  /// Codes and words are texts, also where they look like numbers or formulas; numbers are numbers
  /// and days are days. The headings stay in view and choose rows.
  ///
  /// - Parameters:
  ///   - language: of headings and words.
  ///   - rowsOfSheet: what does not fit goes on in the next sheet; the most that Excel has below the
  ///     headings.
  /// - Returns: the file; the same list gives the same bytes.
  package func xlsx(_ language: Language, rowsOfSheet: Int = 1_048_575) -> [UInt8] {
    let fields = machineFields
    let manner = Manner.full(language)
    let head = fields.map { WorkbookCell.heading($0.numberTitle[language]) }
    let lines = rows.map { row in
      fields.map { field -> WorkbookCell in
        switch field.value(row) {
        case .integer(let number): .number(number)
        case .day(let day): .day(day)
        case .none: .empty
        case .text, .flag, .list, .object: .text(field.said(row, manner).text)
        }
      }
    }
    let title = name?.title ?? Phrase("列表", "list")
    return Workbook(
      title: title[language], head: head, rows: lines, language: language, rowsOfSheet: rowsOfSheet
    ).bytes
  }
}

/// One cell of a workbook.
enum WorkbookCell: Equatable {
  case empty
  case heading(String)
  case text(String)
  case number(Int)
  case day(Day)

  /// Whether it holds a text, or nothing.
  var isText: Bool {
    switch self {
    case .empty, .text: true
    case .heading, .number, .day: false
    }
  }

  /// The text that it shows.
  var shown: String {
    switch self {
    case .empty: ""
    case .heading(let text), .text(let text): text
    case .number(let number): String(number)
    case .day(let day): day.description
    }
  }
}

/// A workbook of one table; what one sheet cannot hold goes on in the next.
struct Workbook {
  let title: String
  let head: [WorkbookCell]
  let rows: [[WorkbookCell]]
  let language: Language
  /// The rows of a sheet below its headings.
  let rowsOfSheet: Int

  var bytes: [UInt8] {
    let starts = Array(stride(from: 0, to: max(1, rows.count), by: rowsOfSheet))
    let names = starts.indices.map { $0 == 0 ? title : "\(title) \($0 + 1)" }
    let sheets = starts.map {
      WorkbookSheet(head: head, rows: rows[$0..<min($0 + rowsOfSheet, rows.count)])
    }
    var archive = ZipArchive()
    archive.add("[Content_Types].xml", contentTypes(sheets.count))
    archive.add(
      "_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
    archive.add("xl/workbook.xml", workbook(names, sheets))
    archive.add(
      "xl/_rels/workbook.xml.rels",
      relationships(
        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("styles", "styles.xml")]))
    archive.add("xl/styles.xml", styles)
    for (index, sheet) in sheets.enumerated() {
      archive.add("xl/worksheets/sheet\(index + 1).xml", sheet.xml(isFirst: index == 0))
    }
    return archive.bytes
  }

  private func contentTypes(_ sheets: Int) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts =
      [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
      + (1...sheets).map { ("/xl/worksheets/sheet\($0).xml", "worksheet") }
    return officeContentTypes(parts.map { ($0, "\(kind).\($1)+xml") })
  }

  private func workbook(_ names: [String], _ sheets: [WorkbookSheet]) -> String {
    let list = names.enumerated().map { index, name in
      "<sheet name=\"\(xmlText(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    let filters = names.enumerated().map { index, name in
      "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">"
        + "'\(xmlText(name))'!\(sheets[index].absoluteRange)</definedName>"
        // Every printed page begins with the headings.
        + "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
        + "'\(xmlText(name))'!$1:$1</definedName>"
    }
    return xmlHead
      + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      + "<sheets>\(list.joined())</sheets>"
      + "<definedNames>\(filters.joined())</definedNames></workbook>\n"
  }

  /// The looks of cells, by the numbers that `Sheet.style` gives.
  private var styles: String {
    let face = language == .chinese ? "宋体" : "Calibri"
    func font(_ bold: String) -> String {
      "<font>\(bold)<sz val=\"11\"/><name val=\"\(face)\"/></font>"
    }
    func look(_ format: Int, font: Int = 0, fill: Int = 0, _ alignment: String) -> String {
      "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"1\" xfId=\"0\" "
        + "applyBorder=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
        + "<alignment vertical=\"center\"\(alignment)/></xf>"
    }
    let edges = ["left", "right", "top", "bottom"].map { "<\($0) style=\"hair\"/>" }.joined()
    let looks = [
      look(0, ""), look(49, font: 1, fill: 2, ""), look(49, ""), look(49, " wrapText=\"1\""),
      look(1, ""), look(164, " horizontal=\"left\""),
    ]
    return xmlHead
      + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
      + "<fonts count=\"2\">\(font(""))\(font("<b/>"))</fonts>"
      + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill>"
      + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7E6E6\"/></patternFill></fill>"
      + "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      + "<border>\(edges)<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
      + "borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"\(looks.count)\">\(looks.joined())</cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + "</styleSheet>\n"
  }
}

/// One sheet of a workbook.
private struct WorkbookSheet {
  let head: [WorkbookCell]
  let rows: ArraySlice<[WorkbookCell]>

  var absoluteRange: String { "$A$1:$\(columnName(head.count - 1))$\(rows.count + 1)" }

  func xml(isFirst: Bool) -> String {
    let range = "A1:\(columnName(head.count - 1))\(rows.count + 1)"
    let columns = widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    var text =
      xmlHead + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
      + "<dimension ref=\"\(range)\"/>"
      + "<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
      + "<cols>\(columns.joined())</cols><sheetData>\n"
    let isOfTexts = head.indices.map { column in
      rows.allSatisfy { column >= $0.count || $0[column].isText }
    }
    for (index, row) in ([head] + rows).enumerated() {
      text += "<row r=\"\(index + 1)\">"
      for (column, cell) in row.enumerated() {
        text += xml(cell, at: "\(columnName(column))\(index + 1)", isOfTexts: isOfTexts[column])
      }
      text += "</row>\n"
    }
    return text + "</sheetData><autoFilter ref=\"\(range)\"/>\(onPaper)</worksheet>\n"
  }

  /// A cell; what is typed into an empty one among texts stays a text, also where it looks like a day.
  private func xml(_ cell: WorkbookCell, at place: String, isOfTexts: Bool) -> String {
    switch cell {
    case .empty: isOfTexts ? "<c r=\"\(place)\" s=\"3\"></c>" : ""
    case .number(let number): "<c r=\"\(place)\" s=\"4\"><v>\(number)</v></c>"
    case .day(let day):
      // Before March 1900 spreadsheets count a day that there never was.
      day.ordinal + daysBefore1970 > 60
        ? "<c r=\"\(place)\" s=\"5\"><v>\(day.ordinal + daysBefore1970)</v></c>"
        : inline(day.description, style: 2, at: place)
    case .heading(let text): inline(text, style: 1, at: place)
    case .text(let text):
      inline(text, style: width(of: text) > mostWide || text.contains("\n") ? 3 : 2, at: place)
    }
  }

  private func inline(_ text: String, style: Int, at place: String) -> String {
    "<c r=\"\(place)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
      + "\(cellText(text))</t></is></c>"
  }

  /// Printed across A4 with all columns on one page, as long as it takes.
  private var onPaper: String {
    "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
      + "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"
  }

  /// By the widest line of each column, within reason; a heading has its button beside it.
  private var widths: [Int] {
    head.indices.map { column in
      let widest = rows.reduce(head[column].shown.displayWidth + 2) { widest, row in
        max(widest, width(of: row[column].shown))
      }
      return min(max(6, widest), mostWide) + 2
    }
  }

  private func width(of text: String) -> Int {
    text.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
  }
}

/// Beyond so many cells a text goes on in the next line.
private let mostWide = 60

/// From the day 0 of spreadsheets on.
private let daysBefore1970 = 25_569

/// The most that a cell of Excel holds, in UTF-16 units; a longer text says what it lacks.
private let mostInCell = 32_767

/// A text as a cell holds it: what looks like an escape of XML's own, as `_x0041_`, is none.
private func cellText(_ text: String) -> String {
  var text = visible(text)
  let length = text.utf16.count
  if length > mostInCell {
    var kept = ""
    var room = mostInCell - 60
    for scalar in text.unicodeScalars {
      room -= UTF16.width(scalar)
      guard room >= 0 else { break }
      kept.unicodeScalars.append(scalar)
    }
    text = kept + " … [\(length - kept.utf16.count) / \(length): CSV, JSON]"
  }
  guard text.contains("_x") else { return xmlText(text) }
  let scalars = Array(text.unicodeScalars)
  var result = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    result.append(scalar)
    if scalar == "_", isEscape(scalars[index...].prefix(7)) {
      result.append(contentsOf: "x005F_".unicodeScalars)
    }
  }
  return xmlText(String(result))
}

private func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  let signs = Array(scalars)
  guard signs.count == 7, signs[1] == "x", signs[6] == "_" else { return false }
  return signs[2...5].allSatisfy(\.properties.isASCIIHexDigit)
}

/// `A`, `Z`, `AA`.
private func columnName(_ column: Int) -> String {
  var (rest, name) = (column, "")
  repeat {
    name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
    rest = rest / 26 - 1
  } while rest >= 0
  return name
}
