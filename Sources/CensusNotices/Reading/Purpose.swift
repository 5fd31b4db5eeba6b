/// What a table's own title says that it is for, beside what its headings are: the same columns hold the
/// sites that failed, those that mended, and those that did well.
package enum Purpose: String, Hashable, Sendable {
  /// What became of what was found before: 上季度通报问题整改情况.
  case mended
  /// What was found at another time: 上季度.
  case earlier
  /// Sites that passed: 优秀政府网站, 合格但存在一般问题的网站.
  case passed
  /// Issues for which no site fails: 存在一般问题, 预警.
  case minor
  /// The sites that failed: what findings are read of.
  case failing

  /// What a title says; nil where it says nothing of the kind, or is no title.
  init?(title text: String) {
    let title = squeezed(text)
    guard title.count < 60, !Purpose.isSentence(title) else { return nil }
    let found = Purpose.words.first { purpose, words in
      words.contains(where: title.contains) || purpose == .passed && Purpose.saysPassed(title)
    }
    guard let found else { return nil }
    self = found.0
  }

  /// Whether findings under it are none of the period's.
  var isOther: Bool { self != .failing }

  /// Whether it is so of figures as well: those of annex 1 speak of sites that passed and of those that
  /// failed.
  var isOtherOfFigures: Bool { self == .mended || self == .earlier }

  /// The words of titles, the gravest first: where a title says two things it is asked.
  private static let words: [(Purpose, [String])] = [
    (
      .mended,
      [
        "整改情况", "整改到位", "整改完成", "完成整改", "整改完毕", "已整改", "整改结果", "整改进展", "整改落实", "整改反馈",
        "整改销号", "未整改", "复查", "复核", "回头看",
      ]
    ),
    (.earlier, ["上季度", "上一季度", "上个季度", "上期", "上一期", "上次", "上一次"]),
    (.minor, ["一般问题", "其他问题", "轻微问题", "预警", "提醒", "接近不合格"]),
    (.passed, ["优秀", "良好", "优良", "先进", "红榜", "表扬", "表彰"]),
    (
      .failing,
      ["不合格", "问题网站", "问题的网站", "问题的政府网站", "问题政府网站", "突出问题", "黑榜", "不达标", "未达标", "低于60分", "60分以下"]
    ),
  ]

  /// 合格 where nothing denies it: neither 不合格 nor 未达到合格, and no rate.
  private static func saysPassed(_ title: String) -> Bool {
    var rest = Substring(title)
    while let found = rest.firstRange(of: "合格") {
      let before = rest[..<found.lowerBound].suffix(4)
      rest = rest[found.upperBound...]
      if !before.contains("不"), !before.contains("未"), !rest.hasPrefix("率") { return true }
    }
    return false
  }

  /// Whether it says something of what is to be done, or is the notice's own: 请于1月20日前将整改情况报送.
  private static func isSentence(_ title: String) -> Bool {
    ["。", "；", "请", "报送", "上报", "比较", "对比"].contains(where: title.contains)
      || ["通报", "通知", "的函"].contains(where: title.hasSuffix)
  }
}
