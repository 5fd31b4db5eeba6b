internal import CensusCore

/// What the wording of a cell comes to: categories, or the first part that nobody knows.
struct Issues {
  /// The categories, each once, in the order of the cell.
  private(set) var categories: [CategoryID] = []
  /// The notice's own wording of each that no person explained.
  private(set) var wordings: [CategoryID: String] = [:]
  /// Parts that were understood by a part of them.
  private(set) var partly: [(wording: String, category: CategoryID)] = []
  /// The first part that was not.
  private(set) var fault: Why?

  /// Reads a cell.
  ///
  /// Signs that end a sentence part issues; 、 may also stand inside one, so it parts only what is
  /// not understood otherwise. A list of columns that ends with 等 belongs to what follows it.
  init(_ text: String, _ words: IssueWords, _ answers: Answers) {
    let text = trimmed(text)
    if let category = answers.category(of: text) {
      take(nil, category)
      return
    }
    if let category = words.exact(text) {
      take(text, category)
      return
    }
    var waiting: [String] = []
    for part in Issues.parts(text, at: "；;。，,\n") {
      let joined = (waiting + [part]).joined(separator: "，")
      if let category = answers.category(of: part) {
        if let first = waiting.first { fail(first) }
        take(nil, category)
        waiting = []
      } else if !waiting.isEmpty, part.contains("等"), takesWhole(joined, words) {
        waiting = []
      } else if takes(part, words, answers) {
        if let first = waiting.first { fail(first) }
        waiting = []
      } else if waiting.isEmpty, let category = categories.last, Issues.explains(part) {
        partly.append((part, category))
      } else {
        waiting.append(part)
      }
    }
    if let first = waiting.first { fail(first) }
  }

  /// An issue that stands in several lines of a cell: one that was broken, or several.
  static func whole(_ text: String, _ words: IssueWords, _ answers: Answers) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }
      .filter { !$0.isEmpty }
    guard lines.count > 1 else { return lines.joined() }
    let broken = lines.joined()
    let ends = "；;。，,、："
    let several = lines.dropLast().map { ends.contains($0.last ?? " ") ? $0 : $0 + "；" }.joined()
    let parted = several + (lines.last ?? "")
    let one = Issues(broken, words, answers)
    if one.fault == nil, one.partly.isEmpty { return broken }
    let each = Issues(parted, words, answers)
    return each.fault == nil && each.categories.count >= one.categories.count ? parted : broken
  }

  /// Takes a part of the cell: as a wording of its own, as several, or as one that says more.
  private mutating func takes(
    _ text: String, _ words: IssueWords, _ answers: Answers
  ) -> Bool {
    if let category = words.exact(text) {
      take(text, category)
      return true
    }
    let parts = Issues.parts(text, at: "、/／")
    // A list of columns and what is the matter with them: 甲、乙等8个栏目不更新.
    guard parts.count > 1, parts.last?.contains("等") != true else {
      return takesWhole(text, words)
    }
    let found = parts.map { answers.category(of: $0) ?? words.exact($0) ?? words.inside($0) }
    // Where one of several is not known, nobody says that it is nothing.
    guard found.allSatisfy({ $0 != nil }) else { return false }
    for (part, category) in zip(parts, found) {
      guard let category else { continue }
      let (isKnown, isAnswered) = (words.exact(part) != nil, answers.category(of: part) != nil)
      if !isKnown, !isAnswered { partly.append((part, category)) }
      take(isKnown && !isAnswered ? part : nil, category)
    }
    return true
  }

  private mutating func takesWhole(_ text: String, _ words: IssueWords) -> Bool {
    if let category = words.exact(text) {
      take(text, category)
      return true
    }
    let found = words.allInside(text)
    for category in found {
      partly.append((text, category))
      take(nil, category)
    }
    return !found.isEmpty
  }

  /// Takes a category, with the notice's own wording of it where that is all that is said.
  private mutating func take(_ text: String?, _ category: CategoryID) {
    guard !categories.contains(category) else { return }
    categories.append(category)
    // What goes under “other” says several things, each of which stands with its own finding.
    if category != "other" { wordings[category] = text.map(squeezed) }
  }

  private mutating func fail(_ text: String) {
    guard fault == nil else { return }
    fault = IssueWords.isWarning(text) ? .warning(text) : .wording(text)
  }

  /// Whether a clause says more of the issue before it, and names none of its own: 如把“维护”写成“围护”.
  private static func explains(_ part: String) -> Bool {
    [
      "如", "其中", "例如", "比如", "譬如", "最近一次", "最后一次", "最新一条", "最近更新", "最后更新", "最新信息",
      "影响", "造成", "导致",
    ]
    .contains(where: part.hasPrefix)
  }

  private static func parts(_ text: String, at signs: String) -> [String] {
    text.split(whereSeparator: { signs.contains($0) }).map { trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }
}

/// All wordings of the directory, made ready.
struct IssueWords: Sendable {
  private var categories: [String: CategoryID] = [:]
  /// Those that may stand inside a longer wording, the longest first.
  private var inner: [(key: String, category: CategoryID)] = []

  init(_ categories: [IssueCategory]) {
    for category in categories {
      for wording in [category.name.chinese] + category.aliases {
        let key = wordKey(wording)
        guard !key.isEmpty, self.categories[key] == nil else { continue }
        self.categories[key] = category.id
        if key.count > 2 { inner.append((key, category.id)) }
      }
    }
    inner.sort { ($0.key.count, $1.key) > ($1.key.count, $0.key) }
  }

  /// The category that has exactly this wording.
  func exact(_ text: String) -> CategoryID? { categories[wordKey(text)] }

  /// The category whose longest wording stands inside this one; nil where it is denied, or is a
  /// warning alone.
  func inside(_ text: String) -> CategoryID? {
    let key = wordKey(text)
    guard !IssueWords.isWarning(key), !IssueWords.denials.contains(where: key.contains) else {
      return nil
    }
    return inner.first { key.contains($0.key) && !IssueWords.isOfPart(key, $0) }?.category
  }

  /// All categories whose wordings stand inside this one beside each other, in the order of the text.
  func allInside(_ text: String) -> [CategoryID] {
    var key = wordKey(text)
    guard !IssueWords.isWarning(key), !IssueWords.denials.contains(where: key.contains) else {
      return []
    }
    var found: [(place: Int, category: CategoryID)] = []
    while let (wording, category) = inner.first(where: {
      key.contains($0.key) && !IssueWords.isOfPart(key, $0)
    }),
      let place = key.firstRange(of: wording)
    {
      let front = key[..<place.lowerBound].count
      if !found.contains(where: { $0.category == category }) { found.append((front, category)) }
      // Of its length still, so that places stay.
      key.replaceSubrange(place, with: String(repeating: "\u{1}", count: wording.count))
    }
    return found.sorted { $0.place < $1.place }.map(\.category)
  }

  /// Whether a wording says that a site is close to failing.
  static func isWarning(_ text: String) -> Bool {
    let key = Array(wordKey(text))
    if String(key).contains("接近") || String(key).contains("临近") { return true }
    return key.indices.dropLast().contains {
      key[$0] == "近" && key[$0 + 1].isNumber && ($0 == 0 || key[$0 - 1] != "最")
    }
  }

  private static let denials = [
    "未发现", "没有", "不存在", "已整改", "已完成", "无问题", "已修复", "已无", "并无", "未出现", "未见",
  ]

  /// Whether what cannot be reached is a part of the site, which is not the site: 领导信箱无法访问.
  private static func isOfPart(_ key: String, _ known: (key: String, category: CategoryID)) -> Bool
  {
    guard known.category == "site_unreachable", let found = key.firstRange(of: known.key) else {
      return false
    }
    let front = key[..<found.lowerBound]
    return parts.contains(where: front.contains)
  }

  private static let parts = [
    "栏目", "页面", "信箱", "邮箱", "附件", "图片", "链接", "系统", "平台", "视频", "文件", "专栏", "频道", "专题", "客户端",
  ]
}
