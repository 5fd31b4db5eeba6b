package import CensusCore
package import CensusLists

extension Roll {
  /// The list as CSV by RFC 4180, with CR LF after every line.
  ///
  /// All columns are there, also those that tables leave out; cells hold the words a person reads,
  /// but dates in full and numbers as numbers. What a spreadsheet would run as a formula is made
  /// harmless, whichever separator it goes by, and so is what a terminal would obey.
  ///
  /// - Parameters:
  ///   - language: the language of headings and words.
  ///   - bom: whether the text begins with a byte order mark, for Excel and WPS.
  /// - Returns: the text; numbers stand unguarded.
  package func csv(_ language: Language, bom: Bool) -> String {
    let fields = machineFields
    let manner = Manner.full(language)
    let head = fields.map { csvField($0.numberTitle[language]) }
    let lines = rows.map { row in
      fields.map { field in
        switch field.value(row) {
        case .integer(let number): String(number)
        case .day(let day): day.description
        case .none: ""
        case .text, .flag, .list, .object: csvField(field.said(row, manner).text)
        }
      }
    }
    let text = ([head] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
    return (bom ? "\u{FEFF}" : "") + text
  }
}

/// A text as a field of CSV.
///
/// Line breaks become LF and tabs stay; every other control or hidden character is shown as
/// `neutralised` shows it. A part that a spreadsheet would take for a formula gets an apostrophe
/// before it, at the start and after everything that may part fields somewhere, because a program
/// that goes by semicolons does not see the quotes of one that goes by commas.
func csvField(_ text: String) -> String {
  let safe = guarded(visible(text))
  guard safe.unicodeScalars.contains(where: isSeparator) || hasFormulaBehindGap(safe) else {
    return safe
  }
  let doubled = safe.unicodeScalars.reduce(into: "") { result, scalar in
    if scalar == "\"" { result += "\"" }
    result.unicodeScalars.append(scalar)
  }
  return "\"\(doubled)\""
}

/// The text with an apostrophe before each part that begins like a formula.
private func guarded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isStart = true
  for scalar in text.unicodeScalars {
    if isStart, formulaStarts.contains(scalar) { result.append("'") }
    result.append(scalar)
    // A program that trims its fields sees what stands behind the blanks.
    isStart = isSeparator(scalar) || isStart && scalar.properties.isWhitespace
  }
  return String(result)
}

/// A text as it was before it became a field: without the apostrophes that guard it.
package func unguarded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isStart = true
  var apostrophe: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    if let held = apostrophe {
      if !formulaStarts.contains(scalar) { result.append(held) }
      apostrophe = nil
    }
    if isStart, scalar == "'" {
      apostrophe = scalar
    } else {
      result.append(scalar)
    }
    isStart = isSeparator(scalar) || isStart && scalar.properties.isWhitespace
  }
  if let apostrophe { result.append(apostrophe) }
  return String(result)
}

/// Whether something like a formula stands behind a blank or a colon: who parts fields there as well
/// sees the quotes.
private func hasFormulaBehindGap(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return zip(scalars, scalars.dropFirst()).contains { before, scalar in
    (before == ":" || before.properties.isWhitespace) && formulaStarts.contains(scalar)
  }
}

/// Whether a character parts fields or lines somewhere, or quotes them: such a field is quoted.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ",", ";", "|", "\t", "\n", "\"": true
  default: false
  }
}

/// What spreadsheets take for a formula's first character, full-width forms included.
private let formulaStarts: Set<Unicode.Scalar> = [
  "=", "+", "-", "@", "＝", "＋", "－", "＠",
]
