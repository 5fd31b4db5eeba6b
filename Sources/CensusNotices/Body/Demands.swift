/// Whether a day is one by which units are asked for something. A text names other days in the same form:
/// by when somebody means to look again, and by when something was handed in or was not.
extension Glyphs {
  /// Whether the clause of a date asks for something; it reaches from the word before the date to the end
  /// of 前.
  func isDemanded(from start: Int, to end: Int) -> Bool {
    let signs = Glyphs.clauseEnds
    let front = text(before: start, backTo: signs)
    var behind = text(from: end, to: signs)
    // 截止1月5日，仍有3个单位未报送: what stands behind the sign is all that is said of the day.
    if behind.isEmpty, end < count, "，,".contains(characters[end]) {
      behind = text(from: end + 1, to: signs)
    }
    return !Glyphs.isMeant(front) && !Glyphs.isTold(front, behind)
      && !Glyphs.isLook(front, behind)
  }

  /// 将于, 拟于: what somebody means to do.
  private static func isMeant(_ front: String) -> Bool {
    ["将", "拟", "计划", "预计", "拟定", "暂定", "原定", "决定"].contains(where: front.hasSuffix)
  }

  /// What was done by a day, or was not: 未按要求于…前报送, 已于…前报送, …前仍未报送, …前报送了.
  private static func isTold(_ front: String, _ behind: String) -> Bool {
    let front = bare(front, of: manners)
    if denials.contains(where: front.hasSuffix) { return true }
    return reports.contains { verb in
      var rest = Substring(behind)
      while let found = rest.firstRange(of: verb) {
        rest = rest[found.upperBound...]
        if rest.hasPrefix("了") { return true }
        // 将已报送的材料重新报送: what it says of something else.
        if rest.hasPrefix("的") { continue }
        let before = bare(String(behind[..<found.lowerBound]), of: manners)
        if denials.contains(where: before.hasSuffix) { return true }
      }
      return false
    }
  }

  /// Somebody's look at what was done, which is no report: …前进行复核, 下一季度普查于…前开展.
  private static func isLook(_ front: String, _ behind: String) -> Bool {
    if (reports + ["完成整改", "整改到位", "整改完"]).contains(where: behind.contains) { return false }
    let subject = bare(front, of: ["工作", "结果", "通报", "情况"])
    if looks.contains(where: subject.hasSuffix) { return true }
    if ["公布", "公示", "公开"].contains(where: behind.contains) { return true }
    return looks.contains(where: bare(behind, of: ["工作", "完毕", "结束", "一遍", "一次"]).hasSuffix)
  }

  /// A text without some words at its end.
  private static func bare(_ text: String, of words: [String]) -> String {
    var rest = Substring(text)
    while let word = words.first(where: rest.hasSuffix) { rest = rest.dropLast(word.count) }
    return String(rest)
  }

  private static let reports = ["报送", "上报", "提交", "反馈", "报告", "书面报", "报省", "报市", "报我", "报至", "报回"]
  private static let denials = ["未", "没有", "没", "已", "已经", "均", "曾"]
  /// How something is done, between a denial and its verb.
  private static let manners = [
    "按要求", "按规定", "按时", "按期", "及时", "如期", "全部", "书面", "能够", "能", "在规定时间内", "陆续", "逐一",
  ]
  private static let looks = [
    "复核", "复查", "核查", "核实", "抽查", "普查", "检查", "验收", "监测", "考核", "约谈", "回头看", "开展",
    "通报",
  ]
}
