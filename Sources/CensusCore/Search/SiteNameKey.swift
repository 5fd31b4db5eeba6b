/// The name of a site as names are compared: what notices put around it counts not.
///
/// “甲县政府”网, 甲县政府网站, 甲县人民政府门户网站 and 中国·甲县 are one site (reference `notices.md` 2). It is
/// one function for the rows of a corrected notice and for what failed in several quarters.
package func siteNameKey(_ name: String) -> String {
  var key = searchKey(name).filter { !$0.isWhitespace && !"“”\"‘’'《》〈〉「」『』".contains($0) }
  for front in ["中国·", "中国•", "中国・", "中国．", "中国."] where key.hasPrefix(front) {
    key = String(key.dropFirst(front.count))
  }
  if let end = siteNameEnds.first(where: { key.hasSuffix($0) && key.count > $0.count + 1 }) {
    key = String(key.dropLast(end.count))
  }
  for end in ["人民政府", "政府"] where key.hasSuffix(end) && key.count > end.count + 1 {
    key = String(key.dropLast(end.count))
    break
  }
  return key
}

/// What names of sites end with, the longest first.
private let siteNameEnds = [
  "(门户网站)", "(官方网站)", "(网站)", "门户网站", "官方网站", "门户网", "官方网", "网站", "官网", "网",
]
