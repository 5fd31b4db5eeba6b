internal import CensusCore

/// Rows of annex 1 out of tables.
struct FigureRows {
  private(set) var rows: [(row: Inspection.Row, place: Place)] = []
  private(set) var total: Inspection.Annex.Total?
  private(set) var filled: [Int] = []
  private(set) var fullNames: [PrefectureID: String] = [:]
  /// The rows of each table that lack a figure.
  private(set) var without: [Int: [Int]] = [:]
  private let directory: Directory
  private let answers: Answers

  init(_ directory: Directory, _ answers: Answers) {
    self.directory = directory
    self.answers = answers
  }

  mutating func take(_ row: HeadedTable.Row, of table: HeadedTable) -> TableReading.Outcome {
    guard let name = row[.prefecture] else { return .listed(.noPrefecture, cell: nil) }
    for column in [Column.running, .failing] {
      if let text = row[column], !FigureRows.isNone(text), printedNumber(text) == nil {
        return .listed(.figure(text), cell: row.cell(column))
      }
    }
    var prefecture = directory.prefecture(printed: name)
    if directory.prefecture(prefecture) == nil {
      switch directory.newRow(printedName(name), answers) {
      case .known(let id): prefecture = id
      case .new: break
      case .slip(let near):
        return .listed(
          .newPrefecture(printedName(name), of: SiteCode(squeezed(name)), near: near),
          cell: row.cell(.prefecture))
      }
    }
    guard !rows.contains(where: { $0.row.prefecture == prefecture }) else {
      return .listed(.repeated(printedName(name)), cell: row.cell(.prefecture))
    }
    fullNames.note(name, of: prefecture)
    let columns = Set(table.headings.compactMap(\.column)).intersection([.running, .failing])
    if columns.contains(where: { row[$0].flatMap(printedNumber) == nil }) {
      without[table.number, default: []].append(row.line.number)
    }
    rows.append(
      (
        Inspection.Row(prefecture: prefecture, figures: FigureRows.figures(row, of: table)),
        table.place(row.line)
      ))
    return .role(.taken)
  }

  mutating func takeTotal(_ row: HeadedTable.Row, of table: HeadedTable) {
    // What is summed up over some rows is no total of the province.
    guard total == nil, !row.line.ownTexts.prefix(2).contains(where: { wordKey($0) == "小计" }) else {
      return
    }
    total = Inspection.Annex.Total(
      label: row[.prefecture].map(printedName) ?? row.line.ownTexts.first.map(printedName) ?? "",
      figures: FigureRows.figures(row, of: table))
  }

  private static func figures(
    _ row: HeadedTable.Row, of table: HeadedTable
  ) -> Inspection.Figures {
    // Under 合格率（%） a number alone is one of percent.
    let isOfPercent = table.headings.contains {
      $0.column == .rate && ($0.text.contains("%") || $0.text.contains("％"))
    }
    return Inspection.Figures(
      running: row[.running].flatMap(printedNumber), failing: row[.failing].flatMap(printedNumber),
      publishedRate: row[.rate].map { text in
        let rate = squeezed(text)
        let isAlone = !rate.isEmpty && wordKey(rate).allSatisfy { $0.isNumber || $0 == "." }
        return isOfPercent && isAlone ? rate + "%" : rate
      })
  }

  /// A stroke in place of a figure.
  private static func isNone(_ text: String) -> Bool {
    ["-", "—", "——", "/", "无", "－"].contains(squeezed(text))
  }
}

extension Directory {
  /// The row of annex 1 that a printed name means: by its short or its full name; else the name.
  func prefecture(printed text: String) -> PrefectureID {
    let key = wordKey(text)
    let known = prefectures.first { prefecture in
      let names = [prefecture.id.text, prefecture.name.chinese, prefecture.fullName]
      return names.contains { wordKey($0) == key }
        || ["市", "州", "地区"].contains { wordKey(prefecture.id.text) + $0 == key }
    }
    return known?.id ?? PrefectureID(Directory.short(printedName(text)))
  }

  /// The name of a prefecture as annexes print it: 昆明 of 昆明市.
  private static func short(_ name: String) -> String {
    guard name.count > 2, !name.hasSuffix("自治州"),
      let end = ["地区", "市", "州"].first(where: { name.hasSuffix($0) }), name.count - end.count > 1
    else { return name }
    return String(name.dropLast(end.count))
  }
}

extension [PrefectureID: String] {
  /// Notes how the name of a prefecture is printed, where that is more than its identity.
  mutating func note(_ text: String, of id: PrefectureID) {
    let name = printedName(text)
    if name != id.text, name.hasPrefix(id.text), self[id] == nil { self[id] = name }
  }
}
