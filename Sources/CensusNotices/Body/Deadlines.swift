internal import CensusCore

/// A deadline in a text: its day, as far as it is printed, and its wording.
struct PrintedDeadline: Equatable, Sendable {
  let date: PrintedDate
  /// Whether a report on the day itself is on time, as far as that is printed: （含当日）, （不含20日）.
  let isInclusive: Bool
  let text: String
  /// Whether its sentence speaks of reporting or mending.
  let isOfReports: Bool
  /// Whether its own clause speaks of handing in: mending has a day of its own at times.
  let isReport: Bool

  /// The day; a year that is not printed is that of the notice, or the next where it lies before it.
  func day(of issued: Day?) -> Day? {
    if let year = date.year { return date.day(in: year) }
    guard let issued, let day = date.day(in: issued.year) else { return nil }
    return day >= issued ? day : date.day(in: issued.year + 1)
  }
}

extension Glyphs {
  /// Every deadline: 于…前, 应于…前, 不迟于…, 截止到…, 即日起至…, with or without year and clock time.
  ///
  /// 截至 marks a data date and never a deadline.
  func deadlines() -> [PrintedDeadline] {
    var found: [PrintedDeadline] = []
    for word in ["于", "在", "截止到", "截止", "即日起至"] {
      for place in all(word) {
        guard let date = dueDate(at: place + word.count) else { continue }
        let limit = limit(at: date.end)
        let isLatest = ["不迟", "不晚", "最迟", "最晚"].contains { has($0, at: place - 2) }
        guard limit.isBefore || word.count > 1 || isLatest,
          isDemanded(from: place, to: limit.end)
        else { continue }
        found.append(deadline(date, isLatest ? place - 2 : place, limit))
      }
    }
    return found + bareDeadlines
  }

  /// 1月25日前报送整改报告, without a word before it.
  private var bareDeadlines: [PrintedDeadline] {
    var found: [PrintedDeadline] = []
    var place = 0
    while place < count {
      guard characters[place].isNumber, place == 0 || !Glyphs.isTied(characters[place - 1]),
        let date = dueDate(at: place)
      else {
        place += 1
        continue
      }
      let limit = limit(at: date.end)
      if limit.isBefore {
        let before = deadline(date, place, limit)
        // What was handed in by a day is told of, and not asked for.
        let told = self[sentence(around: place)]
        if before.isReport, !["已", "报送了", "上报了"].contains(where: told.contains),
          isDemanded(from: place, to: limit.end)
        {
          found.append(before)
        }
      }
      place = date.end
    }
    return found
  }

  private typealias Limit = (isBefore: Bool, isInclusive: Bool, end: Int)

  /// What stands behind the date of a deadline: a clock time, 前, and in brackets whether the day counts.
  private func limit(at place: Int) -> Limit {
    var (end, said) = (place, inclusion(at: place))
    end = said?.end ?? end
    end = clock(at: end) ?? end
    let word = ["前", "之前", "以前", "下班前", "下班之前"].first { has($0, at: end) }
    end += word?.count ?? 0
    if said == nil, let behind = inclusion(at: end) {
      said = behind
      end = behind.end
    }
    return (word != nil, said?.isInclusive ?? true, end)
  }

  /// Whether brackets at a place say that the day counts or that it does not: （含）, （不含当日）, （含20日）.
  private func inclusion(at place: Int) -> (isInclusive: Bool, end: Int)? {
    guard has("（", at: place) || has("(", at: place),
      let close = characters[place...].firstIndex(where: { $0 == "）" || $0 == ")" }),
      close - place <= 14
    else { return nil }
    let said = self[(place + 1)..<close]
    if ["不含", "不包含", "不包括"].contains(where: said.hasPrefix) { return (false, close + 1) }
    if ["含", "包含", "包括"].contains(where: said.hasPrefix) { return (true, close + 1) }
    return nil
  }

  /// Whether a sign belongs to the date behind it, or says what it is.
  private static func isTied(_ character: Character) -> Bool {
    character.isNumber || "年月于在止到至截已自从".contains(character)
  }

  /// How a text says by when to report without a day: 自印发之日起15个工作日内, 限期1个月.
  var relativeDeadline: String? {
    guard characters.contains(where: { $0 == "限" || $0 == "内" }) else { return nil }
    let units = ["个工作日", "个自然日", "个月", "个星期", "日", "天", "周", "工作日"]
    var place = 0
    while place < count {
      guard let number = number(at: place) ?? numeral(at: place),
        let unit = units.first(where: { has($0, at: number.end) })
      else {
        place += 1
        continue
      }
      var end = number.end + unit.count
      let isWithin = has("内", at: end) || has("之内", at: end) || has("以内", at: end)
      if isWithin { end += has("内", at: end) ? 1 : 2 }
      let isLimit = has("限期", at: place - 2) || has("限", at: place - 1)
      let clause = clause(from: place, to: end)
      // 2周内无更新 is what is the matter with a site.
      let isIssue = end < count && "无未不没".contains(characters[end])
      if isWithin || isLimit, !isIssue,
        ["报送", "上报", "整改", "书面", "提交"].contains(where: clause.contains)
      {
        let start = text(before: place, backTo: "，,。；;！？、：:").count
        return self[(place - start)..<end]
      }
      place = end
    }
    return nil
  }

  static let clauseEnds = "，,。；;！？"

  /// The clause around a date, and where that is all of it, the next one: 请于1月20日前，将整改情况报送.
  private func clause(from start: Int, to end: Int) -> String {
    let signs = Glyphs.clauseEnds
    var clause = text(before: start, backTo: signs) + text(from: start, to: signs)
    if end < count, signs.contains(characters[end]), !"。；;！？".contains(characters[end]) {
      clause += text(from: end + 1, to: signs)
    }
    return clause
  }

  private func deadline(_ date: PrintedDate, _ start: Int, _ limit: Limit) -> PrintedDeadline {
    let end = limit.end
    let sentence = self[sentence(around: start)]
    let clause = clause(from: start, to: end)
    return PrintedDeadline(
      date: date, isInclusive: limit.isInclusive, text: self[start..<end],
      isOfReports: ["报送", "整改", "书面", "报告", "上报"].contains(where: sentence.contains),
      isReport: ["报送", "上报", "书面", "报告", "报省", "报市", "报我", "提交", "报至", "报回", "反馈"]
        .contains(where: clause.contains))
  }
}
