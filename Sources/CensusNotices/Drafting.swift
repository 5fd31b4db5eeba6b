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
    guard draft.asksForOwners, !named.prefectures.isEmpty else { return draft }
    // Whose something is may be told by the rows of annex 1, which may stand behind it.
    reading = Drafting(directory.adding(named), words, answers, source)
    for source in sources { reading.read(source) }
    return reading.draft()
  }
}

/// A draft in the making.
private struct Drafting {
  private let directory: Directory
  private let words: IssueWords
  private let answers: Answers
  private let origin: Inspection.Source?
  private var tables: [TableReading] = []
  private var figures: FigureRows
  private var findings: FindingRows
  private var accounts: AccountRows
  private var proseAccounts: [TableAccount] = []
  private var proseLines: Set<Place> = []
  private var proseFrame: Inspection.Annex?
  private var owners: [SiteCode: String] = [:]
  private var frames: [Meaning: Inspection.Annex] = [:]
  private var body: [(Place, String)] = []
  private var notUnderstood: [NotUnderstood] = []
  private var doubts: [PlacedDoubt] = []
  private var name = ""
  private var answeredHeadings: [String: Column] = [:]

  init(
    _ directory: Directory, _ words: IssueWords, _ answers: Answers, _ origin: Inspection.Source?
  ) {
    self.words = words
    self.origin = origin
    self.directory = directory
    self.answers = answers
    figures = FigureRows(directory)
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
    let headed = HeadedTable(table, file: file, number: tables.count + 1, answers: answers)
    let reading = TableReading(
      headed, answers,
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
      total: { if headed.meaning == .figures { figures.takeTotal($0) } })
    tables.append(reading)
    for (place, heading) in headed.headings.enumerated() {
      let spot = Answers.Spot(table: headed.number, row: 0, column: place + 1)
      let key = HeadingWords.key(heading.text)
      if !key.isEmpty, let column = answers.columns[spot] ?? answers.headings[key] {
        answeredHeadings[key] = column
      }
    }
    notUnderstood += reading.notUnderstood
    let place = Place(file: file, line: table.line, table: headed.number)
    switch headed.meaning {
    case .unknown:
      let texts = headed.lines.flatMap(\.ownTexts)
      let isSkipped = answers.skipped.contains(Answers.Spot(table: headed.number, row: 0))
      if !isSkipped, texts.contains(where: TableReading.looksLikeCode) {
        notUnderstood.append(
          NotUnderstood(place: place, text: printed(texts.first ?? ""), why: .headings))
      }
      // What was laid out in a table is text all the same.
      body += headed.lines.flatMap { line in
        line.ownTexts.map {
          (Place(file: file, line: table.line, table: headed.number, row: line.number), $0)
        }
      }
    case .accountList:
      doubts.append(PlacedDoubt(place: place, doubt: .accounts(rows: reading.account.listed)))
    case .figures, .findings, .accounts:
      if frames[headed.meaning] == nil {
        let word = headed.meaning == .accounts ? "新媒体" : "网站"
        let title = headed.titles.last ?? above.last { $0.contains(word) } ?? sheetTitle(headed)
        frames[headed.meaning] = Inspection.Annex(
          title: title, headings: headed.headings.map(\.text).filter { !$0.isEmpty })
      }
      body += headed.titles.map { (place, $0) }
      body += reading.notes.map { (place, $0) }
      let hidden = headed.lines.count(where: \.isHidden)
      if hidden > 0 { doubts.append(PlacedDoubt(place: place, doubt: .hiddenRows(hidden))) }
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

  /// The name of its sheet, else what annexes are called.
  private func sheetTitle(_ table: HeadedTable) -> String {
    if let sheet = table.sheet { return sheet }
    switch table.meaning {
    case .figures: return "附件1"
    case .accounts: return "新媒体账号"
    default: return "附件2"
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

  /// Reads what the text says of sites, where no table is annex 2.
  private mutating func readProse() {
    owners = accounts.units
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
      notUnderstood + unknownPrefectures + body.notUnderstood + strayCodes(in: texts)
    var doubts = doubts
    if let due = answers.due {
      open.removeAll { if case .contradiction = $0.why { true } else { false } }
      if let printed = body.deadline, printed.value.day != due {
        doubts.append(
          PlacedDoubt(
            place: printed.place, doubt: .otherDeadline(printed: printed.value.day, said: due)))
      }
      body.deadline = BodyReading.Found(value: Deadline(due), place: Place(file: name), text: "")
      body.dueText = nil
    }
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
      answeredHeadings: answeredHeadings)
  }

  /// Whether a report can hardly be due on a day: before the notice or half a year behind it; where that
  /// bears no day, within its period or a year behind it.
  private func isOdd(_ due: Day, issued: Day?, of quarter: Quarter?) -> Bool {
    if let issued { return due < issued || due > issued + 183 }
    guard let quarter, let end = quarter.end else { return false }
    guard quarter.kind != .special else { return !(0...1).contains(due.year - quarter.year) }
    return due < end || due > end + 366
  }

  /// Codes of sites that stand in the text and in no row that was taken: rows may be lost there.
  private func strayCodes(in texts: [(Place, String)]) -> [NotUnderstood] {
    let taken = Set(findings.rows.compactMap(\.code))
    return texts.compactMap { place, text in
      guard place.table == nil, !proseLines.contains(place), text.utf8.count < 400,
        !["标识码", "电话", "手机", "传真", "联系", "账号"].contains(where: text.contains),
        let code = text.split(whereSeparator: { !("0"..."9").contains($0) }).first(where: {
          $0.count == 10
        }), !taken.contains(String(code)),
        !answers.skipped.contains(Answers.Spot(table: 0, row: place.line ?? 0))
      else { return nil }
      return NotUnderstood(place: place, text: printed(text), why: .strayCode(String(code)))
    }
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
      guard let code = row.code, answers.units[SiteCode(code)] == nil,
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

  private func places(_ body: BodyReading) -> [Draft.Sought: Place] {
    var places: [Draft.Sought: Place] = [:]
    places[.document] = body.document?.place
    places[.title] = body.title?.place
    places[.issued] = body.issued?.place
    places[.sampledTo] = body.sampledTo?.place
    places[.due] = body.deadline?.place
    places[.totals] = body.running?.place
    places[.quarter] = answers.quarter == nil ? body.period?.place : nil
    return places
  }

  private func notFound(_ quarter: Quarter?, _ body: BodyReading) -> [Draft.Sought] {
    let found: [Draft.Sought: Bool] = [
      .quarter: quarter != nil, .document: body.document != nil, .title: body.title != nil,
      .issued: body.issued != nil, .sampledTo: body.sampledTo != nil,
      .due: body.deadline != nil, .parts: !body.parts.isEmpty,
      .totals: (body.running?.value ?? figures.total?.figures.running) != nil,
      .prefectures: !figures.rows.isEmpty,
      .findings: !findings.rows.isEmpty || !accounts.rows.isEmpty,
    ]
    return Draft.Sought.allCases.filter { found[$0] != true }
  }

  private func inspection(
    _ quarter: Quarter, _ body: BodyReading, _ findings: [Finding]
  ) -> Inspection {
    let frame = frames[.figures]
    let title = body.title?.value ?? ""
    let words = title + (frame?.title ?? "") + (frames[.findings]?.title ?? "")
    let scope: Inspection.Scope? =
      words.contains("抽查") ? .sample : words.contains("普查") ? .all : nil
    return Inspection(
      quarter: quarter, coverage: findings.isEmpty ? .headline : .full, scope: scope,
      criteria: quarter.year <= 2018 ? "2015" : quarter.year >= 2020 ? "2019" : nil,
      source: origin, notice: notice(body),
      sampling: Inspection.Sampling(
        to: body.sampledTo?.value, covers: body.covers.map { Phrase($0, $0) },
        rounds: body.rounds, footnote: body.footnote),
      totals: Inspection.Figures(
        running: body.running?.value ?? figures.total?.figures.running,
        failing: body.failing?.value ?? figures.total?.figures.failing,
        publishedRate: body.rate ?? figures.total?.figures.publishedRate),
      annex1: frame.map {
        Inspection.Annex(title: $0.title, headings: $0.headings, total: figures.total)
      },
      rows: figures.rows.map(\.row),
      annex2: frames[.findings] ?? proseFrame ?? frames[.accounts], findings: findings,
      wordings: wordings, mentions: body.mentions, platforms: body.platforms,
      campaign: body.campaign, notes: corrections)
  }

  /// The notice's own wording of a category, where it has one alone and no person explained it.
  private var wordings: [CategoryID: String] {
    findings.wordings.merging(accounts.wordings) { $0.union($1) }
      .compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Cells that a person read differently, each with its place.
  private var corrections: [Phrase] {
    answers.cells.sorted {
      ($0.key.table, $0.key.row, $0.key.column) < ($1.key.table, $1.key.row, $1.key.column)
    }.map { spot, text in
      Phrase(
        "载入时改正：表\(spot.table)第\(spot.row)行第\(spot.column)列读作“\(text)”",
        "mended when read: table \(spot.table), row \(spot.row), column \(spot.column) as “\(text)”"
      )
    }
  }

  private func notice(_ body: BodyReading) -> Notice {
    Notice(
      document: body.document?.value, series: body.series, title: body.title?.value,
      issuer: body.issuer, addressees: body.addressees, issued: body.issued?.value,
      deadline: body.deadline?.value, dueText: body.dueText, parts: body.parts,
      sendTo: body.sendTo, telephones: body.telephones, email: body.email,
      legalBases: body.legalBases, copiedTo: body.copiedTo, annexes: body.annexes)
  }
}
