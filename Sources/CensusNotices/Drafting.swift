package import CensusCore

extension Draft {
  /// Reads documents that together are one notice.
  ///
  /// - Parameters:
  ///   - sources: the notice and its annexes, as neutral blocks.
  ///   - directory: prefectures, units and categories of the store.
  ///   - answers: what a person said about earlier readings.
  ///   - source: where the facts were read, for the quarter's file.
  package init(
    _ sources: [Source], _ directory: Directory, _ answers: Answers = Answers(),
    source: Inspection.Source? = nil
  ) {
    self = NoticeReader(directory).draft(sources, answers, source: source)
  }
}

/// Reads notices with the words of a directory, made ready once.
package struct NoticeReader: Sendable {
  private let directory: Directory
  private let words: IssueWords

  package init(_ directory: Directory) {
    self.directory = directory
    words = IssueWords(directory.categories)
  }

  /// Reads documents that together are one notice; as `Draft.init`.
  package func draft(
    _ sources: [Source], _ answers: Answers = Answers(), source: Inspection.Source? = nil
  ) -> Draft {
    var reading = Drafting(directory, words, answers, source)
    for source in sources { reading.read(source) }
    let named = reading.namedPrefectures
    let draft = reading.draft()
    let asksForOwners =
      (draft.asksForOwners || reading.hasNewPrefectures) && !named.prefectures.isEmpty
    let others = reading.tables(notOf: draft.quarter)
    guard asksForOwners || !others.isEmpty else { return draft }
    // Whose something is may be told by the rows of annex 1, which may stand behind it; which period the
    // notice is of, by what stands behind a table.
    reading = Drafting(
      asksForOwners ? directory.adding(named) : directory, words, answers, source, others: others,
      beyond: directory)
    for source in sources { reading.read(source) }
    return reading.draft()
  }
}

/// A draft in the making.
struct Drafting {
  let directory: Directory
  let words: IssueWords
  let answers: Answers
  let origin: Inspection.Source?
  var tables: [TableReading] = []
  var figures: FigureRows
  var findings: FindingRows
  var accounts: AccountRows
  var proseAccounts: [TableAccount] = []
  var proseLines: Set<Place> = []
  var proseFrame: Inspection.Annex?
  var owners: [SiteCode: String] = [:]
  var frames: [Meaning: Inspection.Annex] = [:]
  var body: [(Place, String)] = []
  var notUnderstood: [NotUnderstood] = []
  var doubts: [PlacedDoubt] = []
  var name = ""
  var answeredHeadings: [String: Column] = [:]
  /// Cells that a person read differently, as they are printed.
  var mended: [Answers.Spot: String] = [:]
  /// The table before, on which one without headings may go on.
  var before: HeadedTable?
  /// Tables of another period than the notice, of which nothing is taken.
  let others: Set<Int>
  /// What was known before the notice was read.
  let lists: Directory
  let likeResults: LikeResults
  /// For each table of results the period that its own title names.
  var periods: [(table: Int, named: Named)] = []

  /// A period where it is named.
  struct Named {
    let quarter: Quarter
    let place: Place
    let text: String
  }

  init(
    _ directory: Directory, _ words: IssueWords, _ answers: Answers, _ origin: Inspection.Source?,
    others: Set<Int> = [], beyond lists: Directory? = nil
  ) {
    self.others = others
    self.lists = lists ?? directory
    likeResults = LikeResults(directory)
    self.words = words
    self.origin = origin
    self.directory = directory
    self.answers = answers
    figures = FigureRows(directory, answers)
    findings = FindingRows(directory, words, answers)
    accounts = AccountRows(directory, words, answers)
  }

  mutating func read(_ source: Source) {
    if name.isEmpty { name = source.name }
    doubts += source.remarks.map {
      PlacedDoubt(place: Place(file: source.name), doubt: .remark($0))
    }
    var above: [String] = []
    for block in source.blocks {
      switch block {
      case .paragraph(let paragraph):
        body.append((Place(file: source.name, line: paragraph.line), paragraph.text))
        if !squeezed(paragraph.text).isEmpty {
          above = Array(above.suffix(1)) + [BodyReading.withoutMarks(paragraph.text)]
        }
      case .table(let table):
        for part in table.parts { read(part, in: source.name, below: above) }
        above = []
      }
    }
  }

  private mutating func read(_ table: Table, in file: String, below above: [String]) {
    let words = words
    if table.isHalved { findings.isHalved = true }
    let found = HeadedTable(
      table, file: file, number: tables.count + 1, answers: answers, after: before
    ) { words.exact($0) ?? words.inside($0) != nil }
    let named = found.meaning.isResult ? period(of: found, below: above) : nil
    if let named { periods.append((found.number, named)) }
    let isSkipped = answers.skipped.contains(Answers.Spot(table: found.number, row: 0))
    let isOther = others.contains(found.number)
    let point = self.doubt(of: found, below: above)
    // What goes on a table that is none of the period's is none of it either.
    if found.isRead { before = point == nil ? found : found.doubted }
    let isDoubted = point != nil && !isSkipped && !isOther
    let headed = isDoubted ? found.doubted : found
    let reading = TableReading(
      headed, answers,
      passingOver: isSkipped ? .note : isOther || isDoubted ? .listed : nil,
      taking: { row in
        switch headed.meaning {
        case .figures: figures.take(row, of: headed)
        case .accounts: accounts.take(row, of: headed)
        default: findings.take(row, of: headed)
        }
      },
      passing: { row in
        if headed.meaning == .findings { findings.pass(row, of: headed) }
        if headed.meaning == .accounts { accounts.pass(row, of: headed) }
      },
      total: { if headed.meaning == .figures { figures.takeTotal($0, of: headed) } })
    tables.append(reading)
    noteAnswers(reading)
    // Without a row of headings what a person explained is of this table alone.
    for (place, heading) in headed.headings.enumerated() where headed.headingRow != nil {
      let spot = Answers.Spot(table: headed.number, row: 0, column: place + 1)
      let key = HeadingWords.key(heading.text)
      if !key.isEmpty, let column = answers.columns[spot] ?? answers.headings[key] {
        answeredHeadings[key] = column
      }
    }
    notUnderstood += reading.notUnderstood
    let place = Place(file: file, line: table.line, table: headed.number)
    if isDoubted { notUnderstood += [point].compactMap(\.self) }
    if isDoubted || headed.meaning.isResult && (isSkipped || isOther) { return }
    switch headed.meaning {
    case .unknown:
      if !isSkipped { note(unknown: reading, place) }
      // What was laid out in a table is text all the same.
      body += headed.lines.flatMap { line in
        line.ownTexts.map {
          (Place(file: file, line: table.line, table: headed.number, row: line.number), $0)
        }
      }
    case .accountList:
      doubts.append(PlacedDoubt(place: place, doubt: .accounts(rows: reading.account.listed)))
    case .figures, .findings, .accounts:
      note(reading, place, isHalved: table.isHalved)
      if frames[headed.meaning] == nil {
        let word = headed.meaning == .accounts ? "新媒体" : "网站"
        let title = headed.titles.last ?? above.last { $0.contains(word) } ?? sheetTitle(headed)
        frames[headed.meaning] = Inspection.Annex(
          title: title, headings: headed.headings.map(\.text).filter { !$0.isEmpty })
      }
      body += headed.titles.map { (place, $0) }
      body += reading.notes.map { (place, $0) }
      noteHidden(headed, place)
      let split = headed.lines.filter { $0.slots.contains { $0.marks.contains(.split) } }
      if !split.isEmpty {
        doubts.append(PlacedDoubt(place: place, doubt: .splitRows(split.map(\.number))))
      }
      if let rows = findings.filled[headed.number] ?? accounts.filled[headed.number], !rows.isEmpty
      {
        doubts.append(PlacedDoubt(place: place, doubt: .filled(rows: rows)))
      }
    case .siteList, .adoption, .form, .prose: break
    }
  }

  /// The rows of annex 1 that no list has.
  var namedPrefectures: Additions {
    var named = Additions()
    let unknown = figures.rows.map(\.row.prefecture).filter { directory.prefecture($0) == nil }
    named.prefectures = unknown.map { id in
      Prefecture(
        id: id, name: Phrase(id), fullName: figures.fullNames[id] ?? id.text,
        kind: Prefecture.kind(of: id.text))
    }
    return named
  }

  /// Whether a row was taken for a prefecture that no list has.
  var hasNewPrefectures: Bool {
    (findings.rows.map(\.prefecture) + accounts.rows.map(\.prefecture)).contains {
      directory.prefecture($0) == nil
    }
  }

  /// Lists the lines that name accounts, which are read out of tables alone.
  private var listedAccounts: [NotUnderstood] {
    AccountLines(body, words).lines.filter { place, _, _ in
      !answers.skipped.contains(Answers.Spot(table: 0, row: place.line ?? 0))
    }.map { place, text, count in
      NotUnderstood(place: place, text: printed(text), why: .accountsInText(count))
    }
  }

  /// Reads what the text says of sites, where no table is annex 2.
  private mutating func readProse() {
    owners = accounts.units.merging(findings.units) { own, _ in own }
    guard !tables.contains(where: { $0.table.meaning == .findings }) else { return }
    let prose = ProseRows(body, directory, words, answers)
    findings.take(prose)
    notUnderstood += prose.notUnderstood
    proseAccounts = prose.accounts
    proseLines = prose.places
    owners.merge(prose.units) { own, _ in own }
    guard let first = prose.rows.first else { return }
    proseFrame = Inspection.Annex(title: prose.title ?? "正文", headings: [])
    doubts.append(PlacedDoubt(place: first.place, doubt: .prose(sites: prose.rows.count)))
  }

  mutating func draft() -> Draft {
    readProse()
    let texts = self.body
    var body = BodyReading(texts, directory, words)
    var open =
      notUnderstood + otherProvince + unknownPrefectures + body.notUnderstood
      + strayCodes(in: texts) + listedAccounts
    var doubts = doubts + skippedLines(of: texts)
    takeDue(&body, &open, &doubts)
    doubts += otherUnits
    var quarter = answers.quarter
    if quarter == nil {
      switch body.period {
      case (.quarter(let known), _)?: quarter = known
      case (.other(let text), let place)?:
        open.append(NotUnderstood(place: place, text: text, why: .period(text)))
      case nil: open.append(NotUnderstood(place: Place(file: name), text: "", why: .noPeriod))
      }
    } else if let said = quarter, case (.quarter(let printed), let place)? = body.period,
      printed != said
    {
      doubts.append(
        PlacedDoubt(place: place, doubt: .otherPeriod(printed: printed, said: said)))
    }
    if let quarter { note(quarter, body, &open, &doubts) }
    if let deadline = body.deadline,
      isOdd(deadline.value.day, issued: body.issued?.value, of: quarter)
    {
      doubts.append(PlacedDoubt(place: deadline.place, doubt: .oddDeadline(deadline.value.day)))
    }
    var taken = quarter.map { findings.findings(of: $0) } ?? []
    taken += quarter.map { accounts.findings(of: $0, after: taken.map(\.finding)) } ?? []
    return Draft(
      inspection: quarter.map { inspection($0, body, taken.map(\.finding)) }, quarter: quarter,
      rowPlaces: Dictionary(
        figures.rows.map { ($0.row.prefecture, $0.place) }, uniquingKeysWith: { first, _ in first }),
      findingPlaces: Dictionary(
        taken.map { ($0.finding.id, $0.place) }, uniquingKeysWith: { first, _ in first }),
      bodyPlaces: places(body), tables: tables.map(\.account) + proseAccounts, notUnderstood: open,
      notFound: notFound(quarter, body),
      doubts: doubts + body.doubts + findings.doubts + accounts.doubts + counted, owners: owners,
      fullNames: figures.fullNames.merging(findings.fullNames) { first, _ in first }
        .merging(accounts.fullNames) { first, _ in first },
      answeredHeadings: answeredHeadings, openDue: openDue(body))
  }

  /// Says where titles and tables name another period than the notice is of: two notices are never
  /// mixed without a word.
  private func note(
    _ quarter: Quarter, _ body: BodyReading, _ open: inout [NotUnderstood],
    _ doubts: inout [PlacedDoubt]
  ) {
    let titles = body.titles.map { Named(quarter: $0.quarter, place: $0.place, text: $0.text) }
    let tables = periods.map(\.named).filter {
      !answers.skipped.contains(Answers.Spot(table: $0.place.table ?? 0, row: 0))
    }
    for other in titles + tables where quarter.excludes(other.quarter) {
      if answers.quarter == nil {
        open.append(
          NotUnderstood(
            place: other.place, text: printed(other.text),
            why: .otherPeriod(other.quarter, than: quarter, isOfTable: other.place.table != nil)))
      } else {
        // Said once for a period, however many tables name it.
        let doubt = Doubt.otherPeriod(printed: other.quarter, said: quarter)
        guard !doubts.contains(where: { $0.doubt == doubt }) else { continue }
        doubts.append(PlacedDoubt(place: other.place, doubt: doubt))
      }
    }
  }

  /// Whether a report can hardly be due on a day: before the notice or half a year behind it; where that
  /// bears no day, within its period or a year behind it.
  private func isOdd(_ due: Day, issued: Day?, of quarter: Quarter?) -> Bool {
    if let issued { return due < issued || due > issued + 183 }
    guard let quarter, let end = quarter.end else { return false }
    guard quarter.kind != .special else { return !(0...1).contains(due.year - quarter.year) }
    return due < end || due > end + 366
  }

  /// Prefectures that were found by where words stand and that neither annex 1 nor a list has: part of a
  /// name, or of two.
  private var unknownPrefectures: [NotUnderstood] {
    findings.placed.compactMap { id, text, place in
      guard directory.prefecture(id) == nil,
        !figures.rows.contains(where: { $0.row.prefecture == id })
      else { return nil }
      return NotUnderstood(place: place, text: text, why: .noPrefecture)
    }
  }

  /// Departments' sites that count for units of other names, as earlier notices had it.
  ///
  /// A site that is named after no body, as 云南教育网, may be anybody's and is no cause for doubt.
  private var otherUnits: [PlacedDoubt] {
    findings.rows.compactMap { row in
      guard let code = row.code, answers.said(of: SiteCode(code)) == nil,
        let unit = directory.units.first(where: { $0.sites.contains(SiteCode(code)) }),
        !row.name.contains(unit.name.chinese),
        ["厅", "局", "委", "办"].contains(where: row.name.contains)
      else { return nil }
      return PlacedDoubt(
        place: row.place, doubt: .otherUnit(site: row.name, unit: unit.name.chinese))
    }
  }

  /// What is to be said of the numbers of rows.
  private var counted: [PlacedDoubt] {
    guard let first = findings.rows.first else { return [] }
    let place = Place(file: first.place.file, line: first.place.line, table: first.place.table)
    if !findings.hasNumbers, findings.rows.contains(where: { $0.serial != nil }) {
      return [PlacedDoubt(place: place, doubt: .renumbered)]
    }
    return findings.gaps.isEmpty
      ? [] : [PlacedDoubt(place: place, doubt: .serialGap(findings.gaps))]
  }
}
