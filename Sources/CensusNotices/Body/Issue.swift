internal import CensusCore

/// The number of a notice and its day of issue, each on a line of its own.
extension BodyReading {
  /// The forms of a day of issue, the surest first.
  enum IssueForm: Int, Comparable {
    /// 2018年12月26日.
    case alone
    /// 2018年12月26日印发.
    case printed
    /// （2018年12月26日）, as below a title.
    case bracketed
    /// 2018-12-26.
    case signs

    static func < (one: IssueForm, other: IssueForm) -> Bool { one.rawValue < other.rawValue }
  }

  /// The day of issue, where a line is that and surer than what was found before.
  static func issue(_ line: Line, of known: IssueForm?) -> (IssueForm, Found<Day>)? {
    guard let (form, day) = issue(line.glyphs), known.map({ form < $0 }) ?? true,
      // Of dates in signs a page and its tables have several that are none of issue.
      form != .signs || line.place.table == nil
    else { return nil }
    return (form, Found(value: day, place: line.place, text: line.glyphs.text))
  }

  private static func issue(_ glyphs: Glyphs) -> (IssueForm, Day)? {
    if let (day, end) = glyphs.day(at: 0) {
      switch glyphs[end..<glyphs.count] {
      case "": return (.alone, day)
      case "印发": return (.printed, day)
      default: return nil
      }
    }
    if glyphs.count < 30, let open = glyphs.characters.first, "（(〔[".contains(open),
      let (day, end) = glyphs.dayWithSigns(at: 1), end == glyphs.count - 1,
      "）)〕]".contains(glyphs.characters[end])
    {
      return (.bracketed, day)
    }
    guard let (day, end) = glyphs.dayWithSigns(at: 0), end == glyphs.count else { return nil }
    return (.signs, day)
  }

  /// The document number that is all of a line: 云府办明电〔2018〕71号, 2018年第71号, and 云府办明电201871号, which
  /// lost its brackets.
  static func wholeDocumentNumber(_ glyphs: Glyphs) -> String? {
    let text = glyphs.text
    for word in ["发文字号", "文号"] {
      for sign in ["：", ":"] where text.hasPrefix(word + sign) {
        return wholeDocumentNumber(Glyphs(String(text.dropFirst(word.count + 1))))
      }
    }
    guard glyphs.count < 40, glyphs.characters.last == "号" else { return nil }
    if documentNumber(glyphs, at: 0) == text { return text }
    if let year = glyphs.number(at: 0), (1949...2999).contains(year.value),
      glyphs.has("年第", at: year.end), let number = glyphs.number(at: year.end + 2),
      number.end == glyphs.count - 1
    {
      return text
    }
    let front = glyphs.characters.dropLast()
    let office = front.prefix { $0.unicodeScalars.allSatisfy(isChinese) }
    let digits = front.dropFirst(office.count)
    // A year, and the number behind it.
    guard (2...20).contains(office.count), (5...8).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(String(digits.prefix(4))), (1949...2999).contains(year),
      digits.dropFirst(4).first != "0", !["电话", "第", "号"].contains(where: text.dropLast().contains)
    else { return nil }
    return text
  }

  /// A document number at a place: Chinese characters, a year in brackets, digits and 号.
  static func documentNumber(_ glyphs: Glyphs, at start: Int) -> String? {
    var place = start
    while place < glyphs.count, glyphs.characters[place].unicodeScalars.allSatisfy(isChinese),
      !"〔［【（〖".contains(glyphs.characters[place])
    {
      place += 1
    }
    guard place > start, place < glyphs.count, "〔[［【（(﹝〖{｛".contains(glyphs.characters[place]),
      let year = glyphs.number(at: place + 1), (1900...9999).contains(year.value),
      year.end < glyphs.count, "〕]］】）)﹞〗}｝".contains(glyphs.characters[year.end])
    else { return nil }
    var end = year.end + 1
    if glyphs.has("第", at: end) { end += 1 }
    guard let number = glyphs.number(at: end), glyphs.has("号", at: number.end) else { return nil }
    return glyphs[start..<(number.end + 1)]
  }
}
