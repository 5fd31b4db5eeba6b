internal import CensusCore

/// Findings that stand in prose, a numbered list of issues for each site (layout E of the reference):
/// a line that names a site and lines of issues below it, or both on one line.
///
/// Each site is one finding with all of its issues, as a row of annex 2 is. From the first line that
/// names a site to the last issue every line is accounted for: heading + taken + notes + listed.
struct ProseRows {
  private(set) var rows: [FindingRows.Taken] = []
  private(set) var wordings: [CategoryID: Set<String>] = [:]
  private(set) var doubts: [PlacedDoubt] = []
  private(set) var notUnderstood: [NotUnderstood] = []
  /// The units of sites of which a person said so.
  private(set) var units: [SiteCode: String] = [:]
  /// For each file what became of its lines.
  private(set) var accounts: [TableAccount] = []
  /// The lines that are accounted for.
  private(set) var places: Set<Place> = []
  /// What stands above the first of the lists.
  private(set) var title: String?
  private let directory: Directory
  private let words: IssueWords
  private let answers: Answers
  /// What was read of a site, and in which file.
  private var known: [String: String] = [:]

  /// A line of a list.
  private struct Line {
    /// The places of its lines: several where it was broken.
    let places: [Place]
    let text: String
    let form: ProseLine

    init(_ places: [Place], _ text: String) {
      self.places = places
      self.text = text
      form = ProseLine(String(text.prefix(2_000)))
    }

    var place: Place { places[0] }
    var count: Int { places.count }
  }

  /// A site with the lines below it.
  private struct Block {
    let heading: Line
    /// What the line names; nil where it is numbered as sites are, and names none.
    let site: ProseLine.Site?
    var items: [Line] = []
    /// Lines without a number, which only a person can tell.
    var others: [Line] = []
    /// Such lines below the last one with a number.
    var trailing: [Line] = []
  }

  /// Looks for lists of sites among paragraphs, in the order of the documents.
  init(
    _ body: [(Place, String)], _ directory: Directory, _ words: IssueWords, _ answers: Answers
  ) {
    self.directory = directory
    self.words = words
    self.answers = answers
    let lines = body.filter { $0.0.table == nil && $0.0.line != nil && !squeezed($0.1).isEmpty }
      .map { Line([$0.0], $0.1) }
    for file in distinct(lines.map(\.place.file)) {
      read(whole(lines.filter { $0.place.file == file }))
    }
  }

  /// The lines of a file, a numbered one that was broken as one with those on which it goes on.
  ///
  /// It was broken where it is as long as lines of the text get, does not end as a sentence does, and
  /// what follows has no number. A line that a person leaves out goes on nothing.
  private func whole(_ lines: [Line]) -> [Line] {
    let widest = lines.map { ProseRows.width(of: $0.text) }.max() ?? 0
    var whole: [Line] = []
    var last = ""
    for line in lines {
      if let known = whole.last, known.form.style != nil, line.form.style == nil,
        !ProseRows.isAnnex(line.text), !isSkipped(line), !isSkipped(known),
        (line.place.line ?? 0) - (known.places.last?.line ?? 0) <= 2,
        ProseRows.isBroken(last, widest: widest)
      {
        let text = printed(known.text) + printed(line.text)
        whole[whole.count - 1] = Line(known.places + line.places, text)
      } else {
        whole.append(line)
      }
      last = line.text
    }
    return whole
  }

  private static func isBroken(_ text: String, widest: Int) -> Bool {
    guard let end = trimmed(text).last, !"。；;！？!?：:".contains(end) else { return false }
    let width = width(of: text)
    return width >= 40 && width * 10 >= widest * 9
  }

  /// The columns that a text takes, so far as lines are broken by them.
  private static func width(of text: String) -> Int {
    trimmed(text).unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }

  // MARK: - Lists

  private mutating func read(_ lines: [Line]) {
    var list: [Block] = []
    var above: Line?
    var first: Line?
    var count = Count()
    func isSibling(_ line: Line) -> Bool {
      list.last.map { $0.heading.form.style == line.form.style } ?? false
    }
    for line in lines {
      if let site = line.form.site, !ProseRows.isTitle(site) {
        if list.isEmpty { first = above }
        list.append(Block(heading: line, site: site))
      } else if list.isEmpty {
        above = line
      } else if isSibling(line), !ProseRows.isSection(line.form.text) || speaksOfIssues(line) {
        list.append(Block(heading: line, site: nil))
      } else if line.form.style?.isOfDigits == true, !isSibling(line) {
        list[list.count - 1].others += list[list.count - 1].trailing
        list[list.count - 1].trailing = []
        list[list.count - 1].items.append(line)
      } else if line.form.style == nil, !ProseRows.isAnnex(line.text) {
        list[list.count - 1].trailing.append(line)
      } else {
        take(list, below: first, &count)
        list = []
        above = line
      }
    }
    take(list, below: first, &count)
    guard let start = count.start else { return }
    accounts.append(count.account(start))
  }

  /// What became of the lines of a file.
  private struct Count {
    var start: Place?
    var lines = 0
    var (heading, taken, notes, listed) = (0, 0, 0, 0)

    func account(_ start: Place) -> TableAccount {
      TableAccount(
        number: 0, file: start.file, line: start.line ?? 1, sheet: nil, meaning: .prose,
        headings: [], rows: lines, title: 0, heading: heading,
        taken: taken, total: 0, notes: notes, listed: listed, lastRow: 0,
        columns: 0, columnsRead: 0, columnsListed: 0)
    }
  }

  /// Takes a list in, if it is one of sites with issues: a code, a known owner or a known wording says
  /// so; else it is text as any other.
  private mutating func take(_ list: [Block], below title: Line?, _ count: inout Count) {
    guard list.contains(where: isOfSites) else { return }
    if count.start == nil { count.start = list.first?.heading.place }
    if self.title == nil, let title, title.form.text.count <= 60 {
      self.title = printed(title.text)
    }
    for (index, block) in list.enumerated() {
      var block = block
      // Between two sites no line is of anything else; below the last only what speaks of issues.
      let isLast = index == list.count - 1
      block.others += isLast ? block.trailing.prefix(1).filter(speaksOfIssues) : block.trailing
      take(block, &count)
    }
  }

  private func isOfSites(_ block: Block) -> Bool {
    guard let site = block.site else { return false }
    return site.code != nil || directory.owner(printed: site.name) != nil
      || answers.said(of: SiteCode(site.name)) != nil
      || ([site.rest] + block.items.map(\.form.text)).contains { text in
        !text.isEmpty && fault(of: issues(text), text) == nil
      }
  }

  private func speaksOfIssues(_ line: Line) -> Bool { !words.allInside(line.text).isEmpty }

  // MARK: - Sites

  private mutating func take(_ block: Block, _ count: inout Count) {
    let lines = [block.heading] + block.items + block.others
    places.formUnion(lines.flatMap(\.places))
    let all = lines.reduce(0) { $0 + $1.count }
    count.lines += all
    guard !isSkipped(block.heading) else {
      // What goes on the line goes with it.
      count.notes += all
      return
    }
    guard let site = block.site else { return list(block, .prose, &count) }
    if let lost = site.lostCode { return list(block, .lostCode(lost), &count) }
    guard let owner = owner(of: site) else {
      return list(block, .owner(site.name, of: SiteCode(site.name)), &count)
    }
    guard !site.rest.isEmpty || !block.items.isEmpty else { return list(block, .noIssue, &count) }
    var found: [Issues] = []
    var texts: [String] = []
    var hasLost = false
    func understand(_ text: String) -> Why? {
      let issues = issues(text)
      if let fault = fault(of: issues, text) { return fault }
      found.append(issues)
      texts += ProseLine.parts(text)
      return nil
    }
    if site.rest.isEmpty {
      count.heading += block.heading.count
    } else if let why = understand(site.rest) {
      hasLost = true
      note(block.heading, why)
      count.listed += block.heading.count
    } else {
      count.taken += block.heading.count
    }
    for line in block.items {
      if isSkipped(line) {
        count.notes += line.count
      } else if let why = understand(line.form.text) {
        hasLost = true
        note(line, why)
        count.listed += line.count
      } else {
        count.taken += line.count
      }
    }
    for line in block.others {
      if isSkipped(line) {
        count.notes += line.count
      } else {
        note(line, .prose)
        count.listed += line.count
      }
    }
    guard !found.isEmpty else {
      if !hasLost { note(block.heading, .noIssue) }
      return
    }
    take(site, owner, texts.joined(separator: "；"), found, at: block.heading.place)
  }

  private mutating func take(
    _ site: ProseLine.Site, _ owner: Owner, _ text: String, _ found: [Issues], at place: Place
  ) {
    let code = site.code.map { SiteCode($0) } ?? SiteCode(without: owner.prefecture, site.name)
    let key = [code.text, site.name, text].joined(separator: "\n")
    if let file = known[key], file != place.file {
      notUnderstood.append(
        NotUnderstood(place: place, text: site.name, why: .repeated(site.name)))
      return
    }
    known[key] = place.file
    if answers.said(of: SiteCode(site.name)) != nil, let unit = owner.unit { units[code] = unit }
    for issues in found {
      for (category, wording) in issues.wordings {
        wordings[category, default: []].insert(wording)
      }
      doubts += issues.partly.map { wording, category in
        PlacedDoubt(
          place: place, doubt: .partly(wording: wording, directory.category(category).name))
      }
    }
    rows.append(
      FindingRows.Taken(
        serial: nil, prefecture: owner.prefecture, name: site.name, code: site.code, text: text,
        issues: distinct(found.flatMap(\.categories)), place: place))
  }

  /// Lists a whole site: nothing of it is taken.
  private mutating func list(_ block: Block, _ why: Why, _ count: inout Count) {
    note(block.heading, why)
    count.listed += ([block.heading] + block.items + block.others).reduce(0) { $0 + $1.count }
  }

  private mutating func note(_ line: Line, _ why: Why) {
    notUnderstood.append(NotUnderstood(place: line.place, text: printed(line.text), why: why))
  }

  private func isSkipped(_ line: Line) -> Bool {
    answers.skipped.contains(Answers.Spot(table: 0, row: line.place.line ?? 0))
  }

  /// What the text of a line comes to, part by part.
  private func issues(_ text: String) -> Issues {
    Issues(ProseLine.parts(text).joined(separator: "；"), words, answers)
  }

  /// Why a text was not understood; nil where it was.
  private func fault(of issues: Issues, _ text: String) -> Why? {
    issues.fault ?? (issues.categories.isEmpty ? .wording(text) : nil)
  }

  /// Who answers for a site: by its code, by what a person said, or by its name.
  private func owner(of site: ProseLine.Site) -> Owner? {
    if let said = answers.said(of: SiteCode(site.name)),
      let owner = directory.owner(said: said)
    {
      return owner
    }
    if let code = site.code,
      let found = directory.prefectures.first(where: {
        $0.codePrefixes.contains(where: code.hasPrefix)
      })
    {
      return Owner(prefecture: found.id, unit: nil)
    }
    return directory.owner(printed: site.name)
  }

  /// Whether a numbered line begins something else than a site.
  private static func isSection(_ text: String) -> Bool {
    ["要求", "工作", "措施", "情况", "时限", "安排", "附件", "建议", "意见"].contains(where: text.contains)
  }

  /// Whether what reads as a site's name is that of an annex: 2018年四季度普查不合格政府网站.
  private static func isTitle(_ site: ProseLine.Site) -> Bool {
    site.code == nil && site.rest.isEmpty
      && (site.name.contains("不合格") || Quarter(printed: site.name) != nil)
  }

  private static func isAnnex(_ text: String) -> Bool {
    let text = squeezed(text)
    return text.hasPrefix("附件") || TableReading.isNote(text)
  }
}
