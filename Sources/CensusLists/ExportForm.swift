package import CensusCore

/// The forms in which a list is written into a file.
package enum ExportForm: String, CaseIterable, Sendable {
  case csv
  case xlsx
  case markdown
  case json
  case html

  /// What its files' names end with, with the dot.
  package var ending: String { self == .markdown ? ".md" : "." + rawValue }

  /// What a person chooses it by.
  package var name: Phrase {
    switch self {
    case .csv: Phrase("CSV（Excel、WPS）", "CSV (spreadsheets)")
    case .xlsx: Phrase("xlsx（Excel、WPS 工作簿）", "xlsx (workbook)")
    case .markdown: Phrase("Markdown", "Markdown")
    case .json: Phrase("JSON（供程序使用）", "JSON (for programs)")
    case .html: Phrase("HTML（网页，可打印）", "HTML (a page, to be printed)")
    }
  }

  /// The form that the ending of a file's name promises; nil where it promises none of these.
  package init?(endingOf path: String) {
    let path = path.lowercased()
    guard
      let form = Self.allCases.first(where: { path.hasSuffix($0.ending) })
        ?? (path.hasSuffix(".htm") ? .html : nil)
    else { return nil }
    self = form
  }

  /// The ending of a path that promises another form than is written; nil where it promises none.
  package func foreignEnding(of path: String) -> String? {
    if self == .html, path.lowercased().hasSuffix(".htm") { return nil }
    return Self.ending(promisedBy: path).flatMap { $0 == ending ? nil : $0 }
  }

  /// The ending of a path by which people know what is in a file; nil where it promises nothing.
  package static func ending(promisedBy path: String) -> String? {
    let path = path.lowercased()
    let known =
      allCases.map(\.ending) + [
        ".txt", ".htm", ".xls", ".et", ".ods", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf",
        ".xml",
      ]
    return known.first(where: path.hasSuffix)
  }
}
