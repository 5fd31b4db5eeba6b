internal import CensusCore

/// Facts of a notice's text, where they stand in a known form; what does not is not guessed.
struct BodyReading {
  /// A fact and where it stands.
  struct Found<Value: Sendable>: Sendable {
    let value: Value
    let place: Place
    let text: String
  }

  var document: Found<String>?
  var series: String?
  var title: Found<String>?
  var issuer: String?
  var addressees: [String] = []
  var issued: Found<Day>?
  var sampledTo: Found<Day>?
  var deadline: Found<Deadline>?
  var dueText: String?
  /// What says by when to report and is no day, with its place.
  var undated: (place: Place, text: String)?
  var running: Found<Int>?
  var failing: Found<Int>?
  var rate: String?
  var rounds: Int?
  var covers: String?
  var footnote: String?
  var parts: [Notice.RequiredPart] = []
  var sendTo: String?
  var telephones: [Notice.Telephone] = []
  var email: String?
  var legalBases: [Notice.LegalBasis] = []
  var copiedTo: [String] = []
  var annexes: [String] = []
  /// The last line that named one.
  var annexLine: Int?
  var platforms: [Inspection.Platform] = []
  var campaign: Inspection.Campaign?
  var mentions: [Mention] = []
  var period: (period: Period, place: Place)?
  /// The titles of notices, each with the period that it names.
  var titles: [(quarter: Quarter, place: Place, text: String)] = []
  var notUnderstood: [NotUnderstood] = []
  var doubts: [PlacedDoubt] = []

  /// A paragraph made ready.
  struct Line {
    let text: String
    let glyphs: Glyphs
    let place: Place
  }

  init(_ sources: [(Place, String)], _ directory: Directory, _ words: IssueWords) {
    let lines = BodyReading.whole(sources).map { place, text in
      let start = String(text.prefix(BodyReading.longest))
      return Line(text: text, glyphs: Glyphs(BodyReading.withoutMarks(start)), place: place)
    }
    readHead(lines)
    readDates(lines)
    readFigures(lines)
    readDeadline(lines)
    readReporting(lines)
    readLists(lines)
    readPlatforms(lines)
    readMentions(lines, directory, words)
  }

  /// Facts stand among the first characters of a paragraph, be it a whole notice.
  private static let longest = 20_000

  /// The paragraphs, those that a page's end broke in two as one.
  private static func whole(_ sources: [(Place, String)]) -> [(Place, String)] {
    var whole: [(Place, String)] = []
    for (place, text) in sources {
      if let (known, before) = whole.last, known.table == nil, place.table == nil,
        squeezed(before).count > 40, let last = trimmed(before).last,
        !"。：；！？”）)!?:|".contains(last), !"（一二三四五六七八九附注#".contains(trimmed(text).first ?? "#")
      {
        whole[whole.count - 1] = (known, before + text)
      } else {
        whole.append((place, text))
      }
    }
    return whole
  }

  /// The text without Markdown's marks of headings and items at its beginning.
  static func withoutMarks(_ text: String) -> String {
    var rest = Substring(trimmed(text))
    while let first = rest.first, "#>*".contains(first) { rest = rest.dropFirst() }
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2) }
    return trimmed(String(rest))
  }

  // MARK: - Number, title, dates

  private mutating func readHead(_ lines: [Line]) {
    for (index, line) in lines.enumerated() {
      let text = line.glyphs.text
      if document == nil, let number = BodyReading.wholeDocumentNumber(line.glyphs) {
        document = Found(value: number, place: line.place, text: line.text)
        if index > 0, lines[..<index].allSatisfy({ $0.glyphs.count < 20 }) {
          series = lines[..<index].last { $0.glyphs.text.hasSuffix("发电") }?.glyphs.text
        }
      }
      let isTitle = BodyReading.isTitle(text)
      if isTitle, !text.hasPrefix("附件"), case .quarter(let quarter)? = line.glyphs.period() {
        titles.append((quarter, line.place, line.text))
      }
      if title == nil, isTitle {
        title = Found(value: text, place: line.place, text: line.text)
        issuer = line.glyphs.find("关于").map { line.glyphs[0..<$0] }.flatMap {
          $0.isEmpty ? nil : $0
        }
        if let period = line.glyphs.period() { self.period = (period, line.place) }
      }
    }
    // What the annexes say, where the title does not.
    guard period == nil else { return }
    for line in lines where line.glyphs.count < 40 {
      if line.glyphs.contains("网站") || line.glyphs.contains("新媒体"),
        let period = line.glyphs.period()
      {
        self.period = (period, line.place)
        return
      }
    }
  }

  private static func isTitle(_ text: String) -> Bool {
    let nouns = ["通报", "通知", "函告", "情况报告", "的函"]
    let isAbout = text.contains("网站") || text.contains("新媒体")
    // 2020年第一季度政务新媒体检查情况通报: a period in place of whom it is from.
    let isHeaded =
      text.contains("关于") || text.first?.isNumber == true && Quarter(printed: text) != nil
    return text.count < 80 && isHeaded && isAbout
      && nouns.contains { text.hasSuffix($0) } && !text.hasPrefix("《") && !text.contains("。")
  }

  private mutating func readDates(_ lines: [Line]) {
    var issuedForm: IssueForm?
    var isOfSampling = false
    for line in lines {
      if let found = BodyReading.issue(line, of: issuedForm) {
        (issuedForm, issued) = found
      }
      for place in line.glyphs.all("截至") {
        // Other days are those of a page, or of reports that had arrived.
        let isSampling = line.glyphs[max(0, place - 4)..<place].contains("采样")
        guard sampledTo == nil || isSampling && !isOfSampling,
          let (day, _) = isSampling
            ? line.glyphs.dayWithSigns(at: place + 2) : line.glyphs.day(at: place + 2)
        else { continue }
        isOfSampling = isSampling
        sampledTo = Found(value: day, place: line.place, text: line.text)
      }
      if footnote == nil, TableReading.isNote(line.text), line.glyphs.contains("截至") {
        footnote = printed(line.text)
        if let start = line.glyphs.find("包含") {
          let rest = line.glyphs.text(from: start + 2, to: "，。；数")
          if rest.hasSuffix("月") { covers = rest }
        }
      }
      if rounds == nil, let place = line.glyphs.find("轮监测"), place > 0 {
        rounds = Array("一二三四五六七八九十").firstIndex(of: line.glyphs.characters[place - 1])
          .map { $0 + 1 }
      }
    }
  }

  // MARK: - Figures of the province

  private mutating func readFigures(_ lines: [Line]) {
    running = BodyReading.first(of: ["在运行政府网站", "在运行网站", "运行政府网站"], in: lines)
    // Of a sample, how many were looked at.
    running =
      running
      ?? BodyReading.first(
        of: ["抽查政府网站", "抽查网站", "检查政府网站", "检查网站", "监测政府网站", "监测网站", "抽查", "抽查了", "共抽查"],
        in: lines)
    for line in lines {
      let glyphs = line.glyphs
      if failing == nil, let start = running?.place.line,
        line.place.file != running?.place.file || line.place.line ?? 0 >= start
      {
        failing =
          BodyReading.count(in: line, after: ["问题网站", "不合格网站", "不合格政府网站", "不合格"])
          ?? BodyReading.none(in: line)
      }

      if rate == nil,
        let place = glyphs.all("合格率").first(where: {
          !glyphs.has("不合格率", at: $0 - 1) && !glyphs.isOfEarlier(at: $0)
        })
      {
        let start = place + 3
        rate = glyphs.rate(at: start) ?? glyphs.rate(at: start + 1) ?? glyphs.rate(at: start + 2)
      }
      if running != nil, failing != nil { break }
    }
  }

  private static func first(of words: [String], in lines: [Line]) -> Found<Int>? {
    lines.lazy.compactMap { count(in: $0, after: words) }.first
  }

  /// Whether a sign begins something else that is counted: 不合格6个单位.
  private static func isCounted(_ character: Character) -> Bool {
    !"，,。；;、（(）)".contains(character)
  }

  /// That no site failed, in words.
  private static func none(in line: Line) -> Found<Int>? {
    let says = [
      "未发现不合格网站", "未发现问题网站", "没有不合格网站", "没有问题网站", "无不合格网站", "无问题网站", "未发现不合格政府网站",
      "没有不合格政府网站", "无不合格政府网站",
    ].contains(where: line.glyphs.contains)
    // Of all of them, and not of those of a prefecture.
    let isOfAll =
      ["全省", "全区", "本次", "此次", "本季度"].contains(where: line.glyphs.contains)
      && ["全部合格", "均合格", "均为合格"].contains(where: line.glyphs.contains)
    return (says || isOfAll) && line.glyphs.contains("网站")
      ? Found(value: 0, place: line.place, text: line.text) : nil
  }

  private static func count(in line: Line, after words: [String]) -> Found<Int>? {
    for word in words {
      for place in line.glyphs.all(word) where !line.glyphs.isOfEarlier(at: place) {
        var start = place + word.count
        for filler in ["共", "计", "有", "为", "总数", "数"] where line.glyphs.has(filler, at: start) {
          start += filler.count
        }
        guard let number = line.glyphs.count(at: start), number.end < line.glyphs.count,
          "个家".contains(line.glyphs.characters[number.end])
        else { continue }
        // 抽查200个政府网站: what is counted stands behind its number.
        if word.hasSuffix("抽查") || word.hasSuffix("抽查了") || word == "不合格" {
          let behind = line.glyphs[(number.end + 1)..<(number.end + 9)]
          let isOfSites = ["政府网站", "网站"].contains(where: behind.hasPrefix)
          let isAlone = word == "不合格" && !(behind.first.map(isCounted) ?? false)
          guard isOfSites || isAlone else { continue }
        }
        return Found(value: number.value, place: line.place, text: line.text)
      }
    }
    return nil
  }

  // MARK: - The deadline

  private mutating func readDeadline(_ lines: [Line]) {
    let all = lines.flatMap { line in line.glyphs.deadlines().map { (line, $0) } }
    let reports = all.filter(\.1.isReport)
    let meant = reports.isEmpty ? all.filter(\.1.isOfReports) : reports
    guard let (line, first) = meant.first else {
      undated =
        lines.lazy.compactMap { line in
          line.glyphs.relativeDeadline.map { (line.place, $0) }
        }.first
      return
    }
    guard let day = first.day(of: issued?.value) else {
      undated = (line.place, first.text)
      return
    }
    if first.date.year == nil, let issued = issued?.value, day.year > issued.year,
      day > issued + 183
    {
      doubts.append(PlacedDoubt(place: line.place, doubt: .guessedYear(day)))
    }
    deadline = Found(
      value: Deadline(day, isInclusive: first.isInclusive), place: line.place, text: line.text)
    dueText = first.text
    if let (other, second) = meant.dropFirst().first(where: {
      $0.1.day(of: issued?.value) != day || $0.1.isInclusive != first.isInclusive
    }) {
      notUnderstood.append(
        NotUnderstood(
          place: other.place, text: second.text, why: .contradiction(first.text, second.text)))
    }
  }
}
