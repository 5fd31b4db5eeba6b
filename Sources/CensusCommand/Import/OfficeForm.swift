package import CensusNotices

/// What LibreOffice makes of a document that this program does not read, where it is installed and
/// somebody says so.
package enum OfficeForm: String, Sendable {
  /// A Word document.
  case docx
  /// An Excel workbook.
  case xlsx

  /// The form of a document that was refused; nil where LibreOffice would not help.
  package init?(_ fault: ContainerFault, _ document: [UInt8]) {
    switch fault {
    case .oldOffice: self = document.holds("Workbook") || document.holds("Book") ? .xlsx : .docx
    case .openDocument:
      let front = document.prefix(128)
      let isSheet = "opendocument.spreadsheet".utf8
      self = front.indices.contains { front[$0...].starts(with: isSheet) } ? .xlsx : .docx
    case .richText: self = .docx
    default: return nil
    }
  }
}

extension [UInt8] {
  /// Whether an entry of an old office file has a name, which stands there in UTF-16.
  fileprivate func holds(_ name: String) -> Bool {
    var wanted: [UInt8] = name.utf8.reduce(into: []) { $0 += [$1, 0] }
    wanted += [0, 0]
    return has(wanted)
  }
}
