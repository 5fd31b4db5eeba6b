package import CensusCore
internal import DisplayText

extension Listing {
  /// The rows as a Markdown table with the columns that people look at.
  package func markdown(_ language: Language) -> String {
    let shown = columns.filter(\.isShown)
    let head = shown.map { markdownCell($0.heading[language]) }
    let rule = shown.map { $0.alignment == .right ? "---:" : "---" }
    let lines = (rows + [total].compactMap { $0 }).map { row in
      shown.map { markdownCell($0.words(row, language)) }
    }
    return ([head, rule] + lines).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

/// A text that stays within its cell: no line end, and no sign with a meaning in Markdown or HTML.
func markdownCell(_ text: String) -> String {
  neutralised(text).unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "|", "\\", "`", "*", "_", "[", "]": result += "\\"
    case "<":
      result += "&lt;"
      return
    case "&":
      result += "&amp;"
      return
    default: break
    }
    result.unicodeScalars.append(scalar)
  }
}
