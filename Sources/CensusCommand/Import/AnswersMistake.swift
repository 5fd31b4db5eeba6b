internal import CensusCore
internal import CensusNotices
internal import CensusStore
package import StrictJSON

/// What is wrong in a file of answers.
package enum AnswersMistake: Error, Equatable, Sendable {
  /// It is no JSON.
  case syntax(JSONFault)
  /// It is no object of fields.
  case noObject
  /// A field that is none of answers.
  case field(String)
  /// What a field, or an entry of it, says cannot be meant: the name, and what is expected there.
  case value(String, Expected)

  /// What stands in a place of such a file.
  package enum Expected: CaseIterable, Equatable, Sendable {
    /// A period.
    case quarter
    /// A day, or `none`.
    case due
    /// An object of entries.
    case entries
    /// A text.
    case text
    /// A name of a column.
    case column
    /// `TABLE:COLUMN`.
    case columnPlace
    /// `TABLE:ROW`.
    case rowPlace
    /// `skip`, or the ID of a finding.
    case rowAnswer
    /// `TABLE:ROW:COLUMN`.
    case cellPlace
  }

  /// Where it stands, and what it is.
  func words(at line: Int) -> Phrase {
    let place = Phrase("第\(line)行，", "line \(line), ")
    return switch self {
    case .syntax(let fault): Messages.words(ContentFault.syntax(fault))
    case .noObject: place + Phrase("应是一个对象 { }", "an object { } is expected")
    case .field(let name):
      place
        + Phrase(
          "没有“\(name)”这一项，可用 quarter、due、categories、columns、rows、cells、units",
          "there is no field “\(name)”, only quarter, due, categories, columns, rows, cells and units"
        )
    case .value(let name, let expected):
      place + Phrase("“\(name)”", "“\(name)” ") + expected.words
    }
  }
}

extension AnswersMistake.Expected {
  fileprivate var words: Phrase {
    switch self {
    case .quarter: Phrase("应是季度，如 2018Q4", "is to be a period, as 2018Q4")
    case .due: Phrase("应是日期，如 2019-02-15，或 none", "is to be a day, as 2019-02-15, or none")
    case .entries: Phrase("应是一个对象 { }", "is to be an object { }")
    case .text: Phrase("的值应是文字，写在引号内", "is to have a text in quotation marks")
    case .column:
      Phrase(
        "的值应是 \(Column.allCases.map(\.rawValue).joined(separator: "、")) 之一",
        "is to be one of \(Column.allCases.map(\.rawValue).joined(separator: ", "))")
    case .columnPlace: Phrase("应写成 表:列，如 2:3", "is to be TABLE:COLUMN, as 2:3")
    case .rowPlace: Phrase("应写成 表:行，如 2:7", "is to be TABLE:ROW, as 2:7")
    case .rowAnswer:
      Phrase("的值应是 skip 或问题编号，如 2018Q4-3", "is to be skip or the ID of a finding, as 2018Q4-3")
    case .cellPlace: Phrase("应写成 表:行:列，如 2:7:4", "is to be TABLE:ROW:COLUMN, as 2:7:4")
    }
  }
}
