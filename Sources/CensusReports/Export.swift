package import CensusCore
internal import CensusLists

/// The form of a file that a list is written out in.
package enum ExportForm: String, CaseIterable, Sendable {
  /// For spreadsheets; it begins with a byte order mark, so that Excel and WPS read Chinese.
  case csv
  case markdown
  case json

  /// What its files' names end with, without the dot.
  package var fileExtension: String { self == .markdown ? "md" : rawValue }
}

/// Which list is written out; a row is known by the field that names it.
package enum ExportList: String, CaseIterable, Sendable {
  case units
  case prefectures
  case sites
  case findings
  case issues
  case checks
  case history
  /// The province, quarter by quarter.
  case trends

  /// The field that names a row.
  var identity: String {
    switch self {
    case .units: "unit"
    case .prefectures: "prefecture"
    case .sites: "code"
    case .findings, .issues, .history: "id"
    case .checks: "message"
    case .trends: "quarter"
    }
  }
}

extension Projection {
  /// Rows of a list, in the order given, as the command of the same name prints them.
  ///
  /// - Parameters:
  ///   - list: which list.
  ///   - rows: the identities of the rows wanted, as the list's JSON has them.
  ///   - form: the form of the file.
  ///   - language: of headings and words.
  ///   - discrepancies: what `checks` lists.
  ///   - offset: the province's clock, for `history`.
  ///   - trends: the quarters that `trends` lists.
  /// - Returns: the whole file.
  package func export(
    _ list: ExportList, rows: [String], as form: ExportForm, _ language: Language,
    discrepancies: [Discrepancy], offset: UTCOffset, trends: Trends
  ) -> String {
    func text<Row>(_ roll: Roll<Row>) -> String {
      roll.picking(rows, by: list.identity).text(as: form, language)
    }
    switch list {
    case .units: return text(unitsRoll(receiptDesk))
    case .prefectures: return text(prefecturesRoll)
    case .sites: return text(sitesRoll(sites))
    case .findings: return text(findingsRoll(findings, mentions: []))
    case .issues: return text(issuesRoll)
    case .checks: return text(checksRoll(discrepancies, quarter: quarter, language: language))
    case .history: return text(historyRoll(history, offset: offset))
    case .trends:
      return text(trendsRoll(trends, directory: directory) { $0 == .province })
    }
  }
}

extension Roll {
  /// The rows of some identities, in their order; what is not in the list is passed over.
  func picking(_ identities: [String], by field: String) -> Roll {
    guard let field = self[field] else { return self }
    let known = Dictionary(
      rows.map { (field.value($0).words(.full(.chinese)), $0) },
      uniquingKeysWith: { first, _ in first })
    return with(rows: identities.compactMap { known[$0] })
  }

  /// The list as a file.
  func text(as form: ExportForm, _ language: Language) -> String {
    switch form {
    case .csv: csv(language, bom: true)
    case .markdown: markdown(language)
    case .json: json
    }
  }
}
