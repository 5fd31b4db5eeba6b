internal import CensusCore

/// What is to be said of a table beside its rows.
extension Drafting {
  /// What is to be said of the columns of a table.
  mutating func note(_ reading: TableReading, _ place: Place, isHalved: Bool) {
    let headed = reading.table
    if let before = headed.continued {
      doubts.append(
        PlacedDoubt(place: place, doubt: .continued(rows: reading.account.taken, of: before)))
    }
    if isHalved { doubts.append(PlacedDoubt(place: place, doubt: .halved)) }
    for (column, use, cells) in reading.unread where !headed.said.contains(column) {
      let heading = printed(headed.headings[column].text)
      if use == .listed {
        notUnderstood.append(
          NotUnderstood(
            place: place, text: heading, why: .column(column + 1, of: headed.number, cells: cells)))
      } else if answers.headings[HeadingWords.key(heading)] == nil {
        doubts.append(
          PlacedDoubt(place: place, doubt: .leftOut(column: column + 1, heading, cells: cells)))
      }
    }
  }

  /// Says which rows and columns are hidden, and which rows of annex 1 lack a figure.
  mutating func noteHidden(_ table: HeadedTable, _ place: Place) {
    let shown = table.lines.filter { !$0.isHidden }
    let rows = table.lines.count - shown.count
    if rows > 0 { doubts.append(PlacedDoubt(place: place, doubt: .hiddenRows(rows))) }
    let columns = table.headings.indices.filter { index in
      let columns = table.headings[index].columns
      // A title lies over all columns, and is of none.
      let slots = shown.flatMap(\.slots).filter { slot in
        slot.columns.clamped(to: columns) == slot.columns && !slot.isFilled && !slot.isEmpty
      }
      return !slots.isEmpty && slots.allSatisfy { $0.marks.contains(.hidden) }
    }.map { $0 + 1 }
    if !columns.isEmpty {
      doubts.append(PlacedDoubt(place: place, doubt: .hiddenColumns(columns)))
    }
    if let rows = figures.without[table.number] {
      doubts.append(PlacedDoubt(place: place, doubt: .noFigure(rows: rows)))
    }
  }

  /// What is to be said of a table of no known kind: it waits for an answer where its rows are those of
  /// an annex.
  mutating func note(unknown reading: TableReading, _ place: Place) {
    let texts = reading.table.lines.flatMap(\.ownTexts)
    let words = words
    let rows = likeResults.rows(of: reading.table) {
      words.exact($0) ?? words.inside($0) != nil
    }
    if texts.contains(where: TableReading.looksLikeCode) {
      notUnderstood.append(
        NotUnderstood(place: place, text: printed(texts.first ?? ""), why: .headings))
    } else if rows > 0 {
      notUnderstood.append(
        NotUnderstood(
          place: place, text: printed(texts.first ?? ""), why: .likeResults(rows: rows)))
    } else if reading.table.headings.contains(where: { $0.column == .issue }) {
      doubts.append(PlacedDoubt(place: place, doubt: .unread(rows: reading.account.listed)))
    }
  }

  /// The period that a table's own title names: above its headings, right above the table, or on its
  /// sheet's tab.
  func period(of table: HeadedTable, below above: [String]) -> Named? {
    for text in titles(of: table, below: above).reversed()
    where text.count < 60 && !text.contains("。") {
      guard
        ["网站", "新媒体", "账号", "普查", "抽查", "检查", "监测", "附件", "问题", "整改", "合格", "通报"]
          .contains(where: text.contains),
        case .quarter(let quarter)? = Glyphs(text).period()
      else { continue }
      return Named(
        quarter: quarter, place: Place(file: table.file, line: table.line, table: table.number),
        text: text)
    }
    // On the next page it is of the same one.
    return periods.first { $0.table == table.continued }.map { _, named in
      Named(
        quarter: named.quarter,
        place: Place(file: table.file, line: table.line, table: table.number),
        text: named.text)
    }
  }

  /// The tables whose titles name another period than the notice is of, where no person said which.
  func tables(notOf quarter: Quarter?) -> Set<Int> {
    guard answers.quarter == nil, let quarter else { return [] }
    return Set(
      periods.filter { quarter.excludes($0.named.quarter) }.map(\.table).filter {
        !answers.skipped.contains(Answers.Spot(table: $0, row: 0))
      })
  }

  /// The name of its sheet, else what annexes are called.
  func sheetTitle(_ table: HeadedTable) -> String {
    if let sheet = table.sheet { return sheet }
    switch table.meaning {
    case .figures: return "附件1"
    case .accounts: return "新媒体账号"
    default: return "附件2"
    }
  }
}
