internal import CensusCore

/// Lines of a text that name new-media accounts with what is the matter with them (layout C3).
///
/// As `（一）2周内无更新：“甲发布”微信公众号、“乙文旅”抖音号。` Whose accounts they are they do not say, so that each is listed, and none is read.
struct AccountLines {
  /// Each line with how many accounts it names.
  private(set) var lines: [(Place, String, Int)] = []

  init(_ body: [(Place, String)], _ words: IssueWords) {
    var isBelow = false
    for (place, text) in body where place.table == nil {
      let line = ProseLine(String(text.prefix(2_000)))
      let count = AccountLines.count(in: line.text)
      guard count > 0 else {
        if AccountLines.isHeading(line.text) {
          isBelow = true
        } else if line.style == nil, line.text.hasPrefix("附件") {
          isBelow = false
        }
        continue
      }
      // A campaign or a good example names accounts as well.
      let isOfIssues = !words.allInside(line.text).isEmpty
      let isList = line.style != nil || line.text.hasPrefix("“")
      if isBelow && (isList || isOfIssues) || isList && isOfIssues {
        lines.append((place, text, count))
      }
    }
  }

  /// Whether what follows is about accounts with issues.
  private static func isHeading(_ text: String) -> Bool {
    guard text.count < 40, !text.contains("。") else { return false }
    let isOfAccounts = ["新媒体", "账号", "公众号"].contains(where: text.contains)
    let isOfIssues = ["不合格", "问题", "否决", "不达标"].contains(where: text.contains)
    return isOfAccounts && isOfIssues || ["单项否决问题", "扣分问题"].contains(where: text.contains)
  }

  /// How many accounts a text names: a name in quotation marks with its platform behind it.
  private static func count(in text: String) -> Int {
    let characters = Array(text)
    return characters.indices.count { place in
      guard characters[place] == "”" || characters[place] == "\"" else { return false }
      let behind = characters[(place + 1)...].prefix(12)
        .prefix { !"“”\"、，,；;。：:".contains($0) }
        .filter { !"（(）)".contains($0) }
      return !behind.isEmpty && AccountPlatform.count(in: String(behind)) > 0
    }
  }
}
