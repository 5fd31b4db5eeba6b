internal import ArgumentParser
internal import CensusReports

/// The form of a letter.
package enum LetterForm: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text
  case markdown
  case html
  case docx

  /// What its files' names end with.
  var ending: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html, .docx: rawValue
    }
  }

  /// The form that a file's name promises.
  init?(ofFile path: String) {
    let path = path.lowercased()
    guard let form = Self.allCases.first(where: { path.hasSuffix("." + $0.ending) }) else {
      return nil
    }
    self = form
  }

  /// A paper in this form.
  func bytes(of document: OfficialDocument) -> [UInt8] {
    switch self {
    case .text: Array(document.text.utf8)
    case .markdown: Array(document.markdown.utf8)
    case .html: Array(document.html.utf8)
    case .docx: document.docx
    }
  }
}
