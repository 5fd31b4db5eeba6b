internal import CensusCore

/// Rows of annex 2 out of tables.
struct FindingRows {
  /// A row as read; its number is given once all are known.
  struct Taken {
    let serial: Int?
    let prefecture: PrefectureID
    let name: String
    let code: String?
    let text: String
    let issues: [CategoryID]
    let place: Place

    /// The account that it is about, where its name is that of one.
    var account: PrintedAccount? { code == nil ? PrintedAccount(name) : nil }
    /// What it is known by.
    var identity: SiteCode {
      if let account { return SiteCode(account: account.name, on: account.platform) }
      return code.map { SiteCode($0) } ?? SiteCode(without: prefecture, name)
    }
  }

  /// All that a row prints: the same in two tables is one row given twice.
  private struct RowKey: Hashable {
    let serial: String?
    let prefecture: PrefectureID
    let name: String?
    let code: String?
    let text: String
  }

  private var tables: [RowKey: Int] = [:]
  private(set) var rows: [Taken] = []
  /// The notice's own wordings of each category that no person explained.
  private(set) var wordings: [CategoryID: Set<String>] = [:]
  private(set) var doubts: [PlacedDoubt] = []
  private(set) var filled: [Int: [Int]] = [:]
  /// The units that answer for sites that only their names tell of, where it is not their prefecture.
  private(set) var units: [SiteCode: String] = [:]
  private(set) var fullNames: [PrefectureID: String] = [:]
  /// Prefectures that were found by where words stand, each with its place and its text.
  private(set) var placed: [(prefecture: PrefectureID, text: String, place: Place)] = []
  /// Whether a table of two records a row was among them.
  var isHalved = false
  private let directory: Directory
  private let words: IssueWords
  private let answers: Answers
  private var above: (table: Int, region: String?, name: String?, code: String?)

  init(_ directory: Directory, _ words: IssueWords, _ answers: Answers) {
    self.directory = directory
    self.answers = answers
    self.words = words
    above = (0, nil, nil, nil)
  }

  /// Keeps what a row prints for those that go on it, whether it is taken or not.
  mutating func pass(_ row: HeadedTable.Row, of table: HeadedTable) {
    if above.table != table.number {
      // On the next page merged cells go on.
      let isGoing = table.continued == above.table
      above =
        isGoing
        ? (table.number, above.region, above.name, above.code)
        : (table.number, nil, nil, nil)
    }
    if let text = row[.prefecture] { above.region = text }
    let (name, code) = (row[.name].map(printedName), row[.code].map(printedCode))
    if name != nil || code != nil { (above.name, above.code) = (name, code) }
  }

  mutating func take(_ row: HeadedTable.Row, of table: HeadedTable) -> TableReading.Outcome {
    let before = above
    pass(row, of: table)
    var isFilled = row.values.values.contains { $0.isFilled && !$0.text.isEmpty }
    guard let text = row[.issue].map({ Issues.whole($0, words, answers) }) else {
      return .listed(.noIssue, cell: row.cell(.issue))
    }
    var name = row[.name].map(printedName)
    var code = row[.code].map(printedCode)
    if name == nil, code == nil {
      // A site with several rows, of which the first alone names it.
      guard above.name != nil || above.code != nil else { return .listed(.noSite, cell: nil) }
      (name, code) = (above.name, above.code)
      isFilled = true
    }
    if code.map(FindingRows.isLost) == true, let code {
      return .listed(.lostCode(code), cell: row.cell(.code))
    }
    if code.map(FindingRows.isNone) == true { code = nil }
    if let several = code.map(FindingRows.several), several.count > 1 {
      return .listed(.severalCodes(several), cell: row.cell(.code))
    }
    if name == nil, let code {
      // Nothing but a name is one: that of the same site above, else a person's.
      if before.table == table.number, before.code == code, let known = before.name {
        name = known
        isFilled = true
      } else if table.headings.contains(where: { $0.column == .name }) {
        return .listed(.noName(code), cell: row.cell(.name))
      }
    }
    if let remark = denial(row, of: table) { return remark }
    let prefecture: PrefectureID
    if table.headings.contains(where: { $0.column == .prefecture }) {
      guard let text = row[.prefecture] ?? above.region else {
        return .listed(.noPrefecture, cell: row.cell(.prefecture))
      }
      if row[.prefecture] == nil { isFilled = true }
      let site = name ?? code ?? ""
      if row.values[.prefecture]?.marks.contains(.placed) == true {
        // What is part of a name there is told once annex 1 is known.
        prefecture = directory.prefecture(printed: text)
      } else {
        switch directory.region(printed: text, code: code, site: site, answers) {
        case .known(let owner):
          prefecture = owner.prefecture
          note(owner, at: table.place(row.line))
          if let unit = owner.unit {
            units[code.map { SiteCode($0) } ?? SiteCode(without: prefecture, site)] = unit
          }
        case .unknown(let key, let near):
          keep(name, code, of: table)
          return .listed(
            .region(printedName(text), of: key, near: near), cell: row.cell(.prefecture))
        }
      }
      fullNames.note(text, of: prefecture)
    } else {
      // Without a column of prefectures the code tells, else the name, else a person.
      let site = name ?? code ?? ""
      guard let owner = owner(ofCode: code, site) else {
        return .listed(.owner(site, of: SiteCode(site)), cell: row.cell(.name))
      }
      prefecture = owner.prefecture
      note(owner, at: table.place(row.line))
      if let unit = owner.unit {
        units[code.map { SiteCode($0) } ?? SiteCode(without: prefecture, site)] = unit
      }
    }
    keep(name, code, of: table)
    if code == nil, let account = name.flatMap(PrintedAccount.init) {
      let key = SiteCode(account: account.name, on: account.platform)
      // Which department's it is the group of them does not say.
      if directory.prefecture(prefecture)?.kind == .departments, units[key] == nil {
        guard let unit = answers.said(of: key) else {
          return .listed(.owner(account.name, of: key), cell: row.cell(.name))
        }
        units[key] = unit
      }
      doubts.append(
        PlacedDoubt(
          place: table.place(row.line).at(cell: row.cell(.name)),
          doubt: .accountAmongSites(key.shown(account.name))))
    }
    let issues = Issues(text, words, answers)
    if let fault = issues.fault { return .listed(fault, cell: row.cell(.issue)) }
    guard !issues.categories.isEmpty else { return .listed(.wording(text), cell: row.cell(.issue)) }
    let key = RowKey(
      serial: row[.serial], prefecture: prefecture, name: name, code: code, text: text)
    if let known = tables[key], known != table.number {
      return .listed(.repeated(name ?? code ?? ""), cell: nil)
    }
    tables[key] = table.number
    for (category, wording) in issues.wordings {
      wordings[category, default: []].insert(wording)
    }
    let place = table.place(row.line)
    for (wording, category) in issues.partly {
      doubts.append(
        PlacedDoubt(
          place: place.at(cell: row.cell(.issue)),
          doubt: .partly(wording: wording, directory.category(category).name)))
    }
    if let code, let printed = row[.code], printed != code, printed.contains(where: isFullWidth) {
      doubts.append(PlacedDoubt(place: place.at(cell: row.cell(.code)), doubt: .foldedCode(code)))
    }
    if let code, row.values[.code]?.marks.contains(.number) == true, FindingRows.isRound(code) {
      doubts.append(PlacedDoubt(place: place.at(cell: row.cell(.code)), doubt: .roundCode(code)))
    }
    if let code, row.values[.code]?.marks.contains(.broken) == true {
      doubts.append(PlacedDoubt(place: place.at(cell: row.cell(.code)), doubt: .brokenCode(code)))
    }
    if let value = row.values[.prefecture], value.marks.contains(.placed) {
      placed.append((prefecture, printed(value.text), place.at(cell: value.cell)))
    }
    if isFilled { filled[table.number, default: []].append(row.line.number) }
    rows.append(
      Taken(
        serial: row[.serial].flatMap(printedNumber), prefecture: prefecture,
        name: name ?? code ?? "", code: code, text: text, issues: issues.categories, place: place))
    return .role(.taken)
  }

  /// Says once whose something is by an earlier answer.
  private mutating func note(_ owner: Owner, at place: Place) {
    guard let key = owner.earlier, let said = answers.owners[key] else { return }
    let doubt = Doubt.earlierOwner(key, said)
    guard !doubts.contains(where: { $0.doubt == doubt }) else { return }
    doubts.append(PlacedDoubt(place: place, doubt: doubt))
  }

  /// What goes on a row has its site.
  private mutating func keep(_ name: String?, _ code: String?, of table: HeadedTable) {
    above = (table.number, above.region, name, code)
  }

  /// A remark that says that the row is no failure, in a column that nobody said is of no use.
  private func denial(_ row: HeadedTable.Row, of table: HeadedTable) -> TableReading.Outcome? {
    let places = row.texts.keys.sorted().filter {
      !table.said.contains($0) && table.use(of: $0) != .read
    }
    for place in places {
      guard let text = row.texts[place],
        FindingRows.denials.contains(where: squeezed(text).contains)
      else { continue }
      let columns = table.headings[place].columns
      let cell = row.line.slots.first { $0.columns.overlaps(columns) }?.cell
      return .listed(.remark(text), cell: cell)
    }
    return nil
  }

  private static let denials = ["不计入", "不纳入", "不作为", "不列入", "不算", "不参与"]

  private func owner(ofCode code: String?, _ site: String) -> Owner? {
    let key = SiteCode(site)
    if let said = answers.said(of: key), let owner = directory.owner(said: said) {
      return owner.told(by: answers.earlier(key))
    }
    if let known = directory.prefecture(ofCode: code, name: site) {
      return Owner(prefecture: known, unit: nil)
    }
    return directory.owner(printed: site)
  }

  /// Takes what the text says of sites, where no table does.
  mutating func take(_ prose: ProseRows) {
    rows += prose.rows
    doubts += prose.doubts
    wordings.merge(prose.wordings) { $0.union($1) }
  }

  /// The findings with their numbers: the printed ones where each row has its own, else in order.
  func findings(of quarter: Quarter) -> [(finding: Finding, place: Place)] {
    let numbers = hasNumbers ? rows.compactMap(\.serial) : Array(rows.indices.map { $0 + 1 })
    // The halves of a table may count across.
    let ordered = isHalved ? zip(numbers, rows).sorted { $0.0 < $1.0 } : Array(zip(numbers, rows))
    return ordered.map { number, row in
      (
        Finding(
          id: FindingID(quarter, number: number), prefecture: row.prefecture,
          code: row.identity, siteName: row.account?.name ?? row.name, text: row.text,
          issues: row.issues), row.place
      )
    }
  }

  /// Whether every row has a number that no other has.
  var hasNumbers: Bool {
    let numbers = rows.compactMap(\.serial).filter { (1...FindingID.last).contains($0) }
    return numbers.count == rows.count && Set(numbers).count == numbers.count
  }

  /// Numbers that are missing between others.
  var gaps: [Int] {
    guard hasNumbers else { return [] }
    let numbers = Set(rows.compactMap(\.serial))
    guard let last = numbers.max(), last < 100_000 else { return [] }
    return (1...last).filter { !numbers.contains($0) }
  }

  /// `5.3E+10`: what a spreadsheet leaves of a code in a text.
  private static func isLost(_ code: String) -> Bool {
    let key = wordKey(code)
    guard let e = key.firstIndex(of: "e"), e != key.startIndex else { return false }
    let (front, back) = (key[..<e], key[key.index(after: e)...])
    return front.allSatisfy { $0.isNumber || $0 == "." }
      && !back.isEmpty && back.allSatisfy { $0.isNumber || $0 == "+" }
  }

  /// The codes of ten digits in a cell, parted by signs or run together.
  private static func several(_ code: String) -> [String] {
    let runs = code.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    let whole = runs.count == 1 && runs[0] == code && code.count > 10 && code.count % 10 == 0
    guard whole else { return runs.filter { $0.count == 10 } }
    return stride(from: 0, to: code.count, by: 10).map { String(code.dropFirst($0).prefix(10)) }
  }

  private static func isNone(_ code: String) -> Bool {
    ["-", "—", "——", "/", "无", "－", "--"].contains(code)
  }

  /// More digits than a number keeps, and 0 at their end.
  private static func isRound(_ code: String) -> Bool {
    code.utf8.count >= 15 && code.hasSuffix("0")
      && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension Directory {
  /// The prefecture that a code, or a name's beginning, belongs to.
  func prefecture(ofCode code: String?, name: String) -> PrefectureID? {
    if let code,
      let found = prefectures.first(where: {
        $0.codePrefixes.contains(where: wordKey(code).hasPrefix)
      })
    {
      return found.id
    }
    return prefectures.first { prefecture in
      prefecture.kind != .departments
        && [prefecture.fullName, prefecture.id.text].contains { name.hasPrefix($0) }
    }?.id
  }
}
