import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport

/// Reads made-up notices beside the lists of the shipped store.
enum Made {
  static let headings = ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]

  static func directory() throws -> Directory { try ShippedStore.open().directory }

  /// What a text comes to.
  static func draft(
    text: String, _ answers: Answers = Answers(), quarter: Quarter? = Quarter(year: 2019, number: 1)
  ) throws -> Draft {
    var answers = answers
    answers.quarter = quarter
    return Draft([Source(name: "t", text: text)], try directory(), answers)
  }

  /// What some tables come to.
  static func draft(
    _ tables: [[[String]]], _ answers: Answers = Answers()
  ) throws -> Draft {
    var answers = answers
    answers.quarter = Quarter(year: 2019, number: 1)
    let blocks = tables.enumerated().map { index, rows in
      Block.table(Table(rows.map { $0.map { Cell($0) } }, line: index * 100 + 1))
    }
    return Draft([Source(name: "t", blocks: blocks)], try directory(), answers)
  }
}

extension Draft {
  var names: [String] { inspection?.findings.map(\.siteName) ?? [] }
  var whys: [Why] { notUnderstood.map(\.why) }
  var codesOfDoubts: [String] { doubts.map(\.doubt.code) }
}
