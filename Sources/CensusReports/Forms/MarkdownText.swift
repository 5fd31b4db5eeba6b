package import CensusCore
package import CensusLists
internal import DisplayText

extension Roll {
  /// The rows as a Markdown table with the columns that people look at.
  package func markdown(_ language: Language) -> String {
    let shown = tableFields
    let head = shown.map { markdownCell($0.title[language]) }
    let rule = shown.map { $0.alignment == .right ? "---:" : "---" }
    let lines = (rows + [total].compactMap { $0 }).map { row in
      shown.map { markdownCell($0.words(row, .full(language)).text) }
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
