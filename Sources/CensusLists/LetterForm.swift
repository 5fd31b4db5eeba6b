package import CensusCore

/// The form of a letter.
package enum LetterForm: String, CaseIterable, Sendable {
  case text
  case markdown
  case html
  case docx

  /// What its files' names end with, without the dot.
  package var ending: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html, .docx: rawValue
    }
  }

  /// What a person chooses it by.
  package var name: Phrase {
    switch self {
    case .text: Phrase("文本", "plain text")
    case .markdown: Phrase("Markdown", "Markdown")
    case .html: Phrase("HTML（网页，可打印）", "HTML (a page, to be printed)")
    case .docx: Phrase("Word（WPS）", "Word document")
    }
  }

  /// The form that a file's name promises.
  package init?(ofFile path: String) {
    let path = path.lowercased()
    guard let form = Self.allCases.first(where: { path.hasSuffix("." + $0.ending) }) else {
      return nil
    }
    self = form
  }
}
