package import CensusCore

extension Listing {
  /// The rows as CSV (RFC 4180), with all columns and headings in a language.
  ///
  /// Numbers stay numbers. A text that a spreadsheet would take for a formula begins with an
  /// apostrophe, and full-width signs count as signs.
  ///
  /// - Parameters:
  ///   - language: of headings and words.
  ///   - bom: whether a byte order mark tells spreadsheets that this is UTF-8.
  /// - Returns: the text, its lines ended by CR and LF.
  package func csv(_ language: Language, bom: Bool) -> String {
    let head = columns.map { csvField(($0.numberHeading ?? $0.heading)[language]) }
    let lines = rows.map { row in
      columns.map { column in
        switch column.value(row) {
        case .integer(let number): String(number)
        case .day(let day): day.description
        case .none: ""
        case let value: csvField(column.text?(row, language) ?? value.words(language))
        }
      }
    }
    let text = ([head] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
    return (bom ? "\u{FEFF}" : "") + text
  }
}

/// One field: quoted where it must be, and never a formula.
func csvField(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isFormula = scalars.first.map { formulaStarts.contains($0) } ?? false
  let safe = isFormula ? "'" + text : text
  let needsQuotes = safe.unicodeScalars.contains {
    $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
  }
  guard needsQuotes else { return safe }
  let doubled = safe.unicodeScalars.reduce(into: "") { result, scalar in
    if scalar == "\"" { result += "\"" }
    result.unicodeScalars.append(scalar)
  }
  return "\"\(doubled)\""
}

private let formulaStarts: [Unicode.Scalar] = [
  "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠",
]
