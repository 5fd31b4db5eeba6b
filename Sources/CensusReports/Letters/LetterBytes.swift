package import CensusLists

extension LetterForm {
  /// A paper in this form.
  package func bytes(of document: OfficialDocument) -> [UInt8] {
    switch self {
    case .text: Array(document.text.utf8)
    case .markdown: Array(document.markdown.utf8)
    case .html: Array(document.html.utf8)
    case .docx: document.docx
    }
  }
}
