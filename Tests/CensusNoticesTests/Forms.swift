import CensusTestSupport

/// The ways in which people keep or copy a table as text.
enum Form: String, CaseIterable {
  case markdown
  case pipesAtTheEnd
  case tabs
  case tabsMerged
  case quotedTabs
  case commas
  case commasMerged
  case semicolons
  case cellLines
  case cellLinesMerged
  case cellLinesApart
  case cellLinesWithPipes
  case columnLines
  case columnLinesMerged
  case carriageReturns
  case doubledReturns
  case windowsLines

  /// The sample notice in this form.
  var text: String {
    let merged = SampleNotice.secondMerged
    let text: String
    switch self {
    case .markdown: text = document(Form.markdown, SampleNotice.second)
    case .pipesAtTheEnd:
      text = document({ $0.map { $0.joined(separator: "|") + "|" } }, SampleNotice.second)
    case .tabs: text = document(Form.tabs, SampleNotice.second)
    case .tabsMerged: text = document(Form.tabs, merged)
    case .quotedTabs:
      text = document(
        { $0.map { $0.map { "\"\($0)\"" }.joined(separator: "\t") } }, SampleNotice.second)
    case .commas: text = document({ Form.separated($0, ",") }, SampleNotice.second)
    case .commasMerged: text = document({ Form.separated($0, ",") }, merged)
    case .semicolons: text = document({ Form.separated($0, ";") }, SampleNotice.second)
    case .cellLines: text = document({ $0.flatMap { $0 } }, SampleNotice.second)
    case .cellLinesMerged: text = document({ $0.flatMap { $0 } }, merged)
    case .cellLinesApart:
      text = document({ $0.flatMap { $0.flatMap { [$0, ""] } } }, SampleNotice.second)
    case .cellLinesWithPipes:
      text = document({ $0.flatMap { $0.map { $0 + "|" } } }, SampleNotice.second)
    case .columnLines: text = document(Form.columns, SampleNotice.second)
    case .columnLinesMerged: text = document(Form.columns, merged)
    case .carriageReturns: text = document(Form.tabs, merged).replacing("\n", with: "\r")
    case .doubledReturns: text = document(Form.tabs, merged).replacing("\n", with: "\r\r")
    case .windowsLines: text = document(Form.tabs, merged).replacing("\n", with: "\r\n")
    }
    return text
  }

  private func document(_ table: ([[String]]) -> [String], _ second: [[String]]) -> String {
    let parts: [[String]] = [
      SampleNotice.body, [""], ["附件1"], [SampleNotice.firstTitle], [""],
      table(SampleNotice.first), [""], ["附件2"], [SampleNotice.secondTitle], [""],
      table(second), [""], [SampleNotice.note],
    ]
    return parts.flatMap { $0 }.joined(separator: "\n")
  }

  private static func markdown(_ rows: [[String]]) -> [String] {
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    let rule = "|" + rows[0].map { _ in "----|" }.joined()
    return [lines[0], rule] + lines.dropFirst()
  }

  private static func tabs(_ rows: [[String]]) -> [String] {
    rows.map { $0.joined(separator: "\t") }
  }

  /// Column by column, a heading broken over two lines.
  private static func columns(_ rows: [[String]]) -> [String] {
    rows[0].indices.flatMap { column in
      let heading = rows[0][column]
      let heads = heading == "州、市/部门" ? ["州、市", "/部门"] : [heading]
      return heads + rows.dropFirst().map { $0[column] }
    }
  }

  private static func separated(_ rows: [[String]], _ separator: String) -> [String] {
    rows.map { row in
      row.map { $0.contains("，") ? "\"\($0)\"" : $0 }.joined(separator: separator)
    }
  }
}
