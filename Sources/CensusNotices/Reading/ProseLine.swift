internal import CensusCore

/// A paragraph by the form it has in a list of sites in prose (layout E of the reference).
struct ProseLine {
  /// How a line is numbered.
  enum Style: Hashable {
    /// （一）
    case chineseInBrackets
    /// 一、
    case chinese
    /// 1. 1、 1）
    case digits
    /// （1） ①
    case digitsInBrackets

    var isOfDigits: Bool { self == .digits || self == .digitsInBrackets }
  }

  /// A site that a line names, and what stands behind it on the same line.
  struct Site {
    let name: String
    let code: String?
    /// What stands where a code is announced, and is none.
    let lostCode: String?
    let rest: String
  }

  /// How it is numbered; nil where it is not.
  let style: Style?
  /// The text behind the number.
  let text: String
  /// The site that it names, where it has that form.
  let site: Site?

  init(_ paragraph: String) {
    let line = BodyReading.withoutMarks(printed(paragraph))
    guard let (style, rest) = ProseLine.numbered(line) else {
      (style, text, site) = (nil, line, nil)
      return
    }
    (self.style, text, site) = (style, rest, ProseLine.site(rest))
  }

  /// What is the matter, in parts as they are printed, without their numbers.
  static func parts(_ text: String) -> [String] {
    text.split(whereSeparator: { "；;。\n".contains($0) }).map { part in
      let part = trimmed(String(part))
      guard let (style, rest) = numbered(part), style.isOfDigits else { return part }
      return rest
    }.filter { !squeezed($0).isEmpty }
  }

  // MARK: - Numbers

  /// A number at the beginning of a text, and what follows it.
  private static func numbered(_ text: String) -> (Style, String)? {
    let characters = Array(text.prefix(8))
    guard let first = characters.first else { return nil }
    func rest(from place: Int) -> String { trimmed(String(text.dropFirst(place))) }
    if "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".contains(first) { return (.digitsInBrackets, rest(from: 1)) }
    if "（(".contains(first), let close = characters.firstIndex(where: { "）)".contains($0) }),
      let isOfDigits = kind(characters[1..<close])
    {
      return (isOfDigits ? .digitsInBrackets : .chineseInBrackets, rest(from: close + 1))
    }
    guard let end = characters.firstIndex(where: { "、.．）)".contains($0) }),
      let isOfDigits = kind(characters[..<end])
    else { return nil }
    // 3.5 is no number of a line, and 一，is none either.
    if end + 1 < characters.count, ".．".contains(characters[end]), characters[end + 1].isNumber {
      return nil
    }
    guard isOfDigits || characters[end] == "、" else { return nil }
    return (isOfDigits ? .digits : .chinese, rest(from: end + 1))
  }

  /// Whether some characters are a number of digits; nil where they are none at all.
  private static func kind(_ characters: ArraySlice<Character>) -> Bool? {
    let text = squeezed(String(characters))
    guard (1...3).contains(text.count) else { return nil }
    if printedNumber(text) != nil { return true }
    return text.allSatisfy({ "一二三四五六七八九十百".contains($0) }) ? false : nil
  }

  // MARK: - Sites

  /// A name that ends with 网 or 网站, perhaps with its code in brackets, at the end of the line or
  /// before a colon or the first of what is the matter.
  private static func site(_ text: String) -> Site? {
    let characters = Array(text.prefix(120))
    for place in characters.indices where "网站".contains(characters[place]) {
      if characters[place] == "站", place == 0 || characters[place - 1] != "网" { continue }
      var end = place + 1
      while end < characters.count, "”\"".contains(characters[end]) { end += 1 }
      var name = printedName(String(characters[..<end]))
      var (code, lost): (String?, String?) = (nil, nil)
      if end < characters.count, "（(".contains(characters[end]),
        let close = characters[end...].firstIndex(where: { "）)".contains($0) })
      {
        let inside = String(characters[(end + 1)..<close])
        code = self.code(inside)
        if code == nil, ["标识码", "识别码"].contains(where: inside.contains) {
          let isNone = ["无", "-", "—", "/"].contains(where: squeezed(inside).hasSuffix)
          lost = isNone ? nil : inside
        } else if code == nil {
          name = printedName(String(characters[...close]))
        }
        end = close + 1
      }
      let rest = trimmed(String(text.dropFirst(end)))
      guard isEnd(rest), isName(name) else { continue }
      let behind = rest.drop { "：:。；;".contains($0) }
      return Site(name: name, code: code, lostCode: lost, rest: trimmed(String(behind)))
    }
    return nil
  }

  /// Whether a name may end before a text.
  private static func isEnd(_ rest: String) -> Bool {
    guard let first = rest.first else { return true }
    if "：:".contains(first) { return true }
    if "。；;".contains(first) { return rest.count == 1 }
    return numbered(rest)?.0.isOfDigits ?? false
  }

  /// A site's code in brackets: 标识码5333000001, or the digits alone.
  private static func code(_ text: String) -> String? {
    var key = wordKey(text)
    for word in ["政府网站标识码", "网站标识码", "标识码", "网站识别码", "识别码"] where key.hasPrefix(word) {
      key = String(key.dropFirst(word.count))
      break
    }
    key = key.filter { !":：".contains($0) }
    let digits = key.hasPrefix("bm") ? key.dropFirst(2) : key[...]
    let isOfDigits = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isOfDigits && (8...12).contains(digits.utf8.count) ? key : nil
  }

  /// Whether a text names one site, and not sites in general or something to be done.
  private static func isName(_ name: String) -> Bool {
    guard name.count <= 40, !name.contains(where: { "，。；：、,;:".contains($0) }) else { return false }
    var body = name.filter { !"“”\"".contains($0) }
    if let end = ["政府门户网站", "门户网站", "政府网站", "官方网站", "网站", "网"].first(where: {
      body.hasSuffix($0)
    }) {
      body = String(body.dropLast(end.count))
    }
    return body.count >= 2 && !general.contains(where: body.hasPrefix)
      && !["要求", "工作", "措施", "情况", "时限"].contains(where: body.hasSuffix)
  }

  /// How texts begin that end with 网站 and name none.
  private static let general = [
    "以下", "下列", "上述", "各", "全省", "全市", "全州", "全县", "全国", "部分", "个别", "一些", "多数", "少数", "所有",
    "不合格", "合格", "存在", "问题", "抽查", "普查", "检查", "加强", "切实", "办好", "规范", "提升", "推进", "强化",
    "严格", "做好", "建设", "完善", "健全", "落实", "开展", "对", "关于", "进一步", "认真", "及时", "关停", "整改",
    "政府", "政务", "我省", "我市", "我州", "本",
  ]
}
