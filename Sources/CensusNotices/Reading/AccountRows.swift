internal import CensusCore

/// Rows about new-media accounts out of tables (layout C1 of the reference).
struct AccountRows {
  /// A row as read.
  struct Taken {
    let prefecture: PrefectureID
    let name: String
    let code: SiteCode
    let text: String
    let issues: [CategoryID]
    let place: Place
  }

  /// All that a row prints: the same in two tables is one row given twice.
  private struct RowKey: Hashable {
    let code: SiteCode
    let prefecture: PrefectureID
    let text: String
  }

  /// What a row that leaves a cell empty goes on.
  private struct Above {
    let table: Int
    var platform: String?
    var name: String?
    var unit: String?
    var prefecture: String?
  }

  private(set) var rows: [Taken] = []
  /// The units that answer for accounts, where it is not their prefecture.
  private(set) var units: [SiteCode: String] = [:]
  private(set) var wordings: [CategoryID: Set<String>] = [:]
  private(set) var doubts: [PlacedDoubt] = []
  private(set) var filled: [Int: [Int]] = [:]
  private(set) var fullNames: [PrefectureID: String] = [:]
  private var tables: [RowKey: Int] = [:]
  private var above = Above(table: 0)
  private let directory: Directory
  private let words: IssueWords
  private let answers: Answers

  init(_ directory: Directory, _ words: IssueWords, _ answers: Answers) {
    self.directory = directory
    self.words = words
    self.answers = answers
  }

  /// Keeps what a row prints for those that go on it, whether it is taken or not.
  mutating func pass(_ row: HeadedTable.Row, of table: HeadedTable) {
    if above.table != table.number { above = Above(table: table.number) }
    if let platform = row[.platform] {
      above.platform = platform
    } else if row.values[.platform]?.marks.contains(.unmerged) == true {
      // Nothing was merged there, so that nobody says which it is.
      above.platform = row[.name] == nil ? above.platform : nil
    }
    if let prefecture = row[.prefecture] { above.prefecture = prefecture }
    if let name = row[.name].map(printedName) { above.name = name }
    if let unit = row[.unit] { above.unit = unit }
  }

  mutating func take(_ row: HeadedTable.Row, of table: HeadedTable) -> TableReading.Outcome {
    pass(row, of: table)
    guard let text = row[.issue].map({ Issues.whole($0, words, answers) }) else {
      return .listed(.noIssue, cell: row.cell(.issue))
    }
    guard let name = above.name else { return .listed(.noSite, cell: row.cell(.name)) }
    guard let platform = AccountRows.platform(above.platform) else {
      return .listed(.platform(above.platform ?? ""), cell: row.cell(.platform))
    }
    let code = SiteCode(account: name, on: platform)
    guard let owner = owner(of: code, table) else {
      let text = above.unit ?? above.prefecture ?? ""
      return .listed(.owner(text, of: code), cell: row.cell(.unit) ?? row.cell(.prefecture))
    }
    let issues = Issues(text, words, answers)
    if let fault = issues.fault { return .listed(fault, cell: row.cell(.issue)) }
    guard !issues.categories.isEmpty else { return .listed(.wording(text), cell: row.cell(.issue)) }
    let key = RowKey(code: code, prefecture: owner.prefecture, text: text)
    if let known = tables[key], known != table.number {
      return .listed(.repeated(code.shown(name).chinese), cell: nil)
    }
    tables[key] = table.number
    note(issues, at: table.place(row.line).at(cell: row.cell(.issue)))
    if let unit = owner.unit { units[code] = unit }
    if isFilled(row, table) { filled[table.number, default: []].append(row.line.number) }
    rows.append(
      Taken(
        prefecture: owner.prefecture, name: name, code: code, text: text,
        issues: issues.categories, place: table.place(row.line)))
    return .role(.taken)
  }

  private mutating func note(_ issues: Issues, at place: Place) {
    for (category, wording) in issues.wordings {
      wordings[category, default: []].insert(wording)
    }
    doubts += issues.partly.map { wording, category in
      PlacedDoubt(
        place: place, doubt: .partly(wording: wording, directory.category(category).name))
    }
  }

  /// Whether a cell took the text above it.
  private func isFilled(_ row: HeadedTable.Row, _ table: HeadedTable) -> Bool {
    let taken: [(Column, String?)] = [
      (.platform, above.platform), (.name, above.name), (.unit, above.unit),
      (.prefecture, above.prefecture),
    ]
    return row.values.values.contains { $0.isFilled && !$0.text.isEmpty }
      || taken.contains { column, text in
        text != nil && row[column] == nil && table.headings.contains { $0.column == column }
      }
  }

  /// The platform that a cell names; nil where it names none, or several.
  private static func platform(_ text: String?) -> AccountPlatform? {
    guard let text, !text.contains(where: { "、，,；;/／\n".contains($0) }) else { return nil }
    let platform = AccountPlatform(printed: squeezed(text))
    if platform.isKnown { return platform }
    guard AccountPlatform.count(in: text) < 2,
      !text.contains(where: { "+＋&＆\\＼|和及与".contains($0) }),
      !["双微", "两微", "微博微信", "微信微博"].contains(where: squeezed(text).contains)
    else { return nil }
    return platform.name.isEmpty ? nil : platform
  }

  /// Who answers for an account: whom a person named, else by the unit's cell, and by that of its
  /// prefecture where there is one.
  private mutating func owner(of code: SiteCode, _ table: HeadedTable) -> Owner? {
    if let said = answers.said(of: code), let owner = directory.owner(said: said) { return owner }
    let unit = above.unit.flatMap { directory.owner(printed: $0) }
    guard let text = above.prefecture else { return unit }
    if let unit { return unit }
    if let owner = directory.owner(printed: text) { return owner }
    let region = directory.region(printed: text, code: nil, site: code.text, answers)
    guard case .known(let owner) = region else { return nil }
    let prefecture = owner.prefecture
    if owner.unit != nil { return owner }
    // A department's account is its own; which one that is nobody says.
    guard directory.prefecture(prefecture)?.kind != .departments else {
      return (answers.said(of: code) ?? above.unit).map { Owner(prefecture: prefecture, unit: $0) }
    }
    fullNames.note(text, of: prefecture)
    return Owner(prefecture: prefecture, unit: nil)
  }

  /// The findings, whose numbers follow those of the sites.
  func findings(
    of quarter: Quarter, after sites: [Finding]
  ) -> [(finding: Finding, place: Place)] {
    let used = Set(sites.map(\.id.number))
    var number = used.max() ?? 0
    return rows.map { row in
      number = number < FindingID.last ? number + 1 : 1
      while used.contains(number) { number += 1 }
      return (
        Finding(
          id: FindingID(quarter, number: number), prefecture: row.prefecture, code: row.code,
          siteName: row.name, text: row.text, issues: row.issues), row.place
      )
    }
  }
}
