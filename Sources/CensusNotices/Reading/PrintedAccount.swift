internal import CensusCore

/// A new-media account as a name in a list of sites: “昆明发布”微信公众号, 昆明发布（微信）.
struct PrintedAccount {
  let name: String
  let platform: AccountPlatform

  /// Reads a name; nil where it is that of a site.
  init?(_ text: String) {
    let text = squeezed(text)
    guard let (name, platform) = Self.quoted(text) ?? Self.bracketed(text) ?? Self.ending(text),
      name.count > 1
    else { return nil }
    self.name = name
    self.platform = platform
  }

  private static func quoted(_ text: String) -> (String, AccountPlatform)? {
    guard let first = text.first, "“\"「".contains(first),
      let close = text.dropFirst().firstIndex(where: { "”\"」".contains($0) })
    else { return nil }
    let behind = text[text.index(after: close)...].filter { !"（(）)".contains($0) }
    return known(String(behind)).map { (String(text[..<close].dropFirst()), $0) }
  }

  private static func bracketed(_ text: String) -> (String, AccountPlatform)? {
    guard let last = text.last, "）)".contains(last),
      let open = text.lastIndex(where: { "（(".contains($0) })
    else { return nil }
    let inside = String(text[text.index(after: open)...].dropLast())
    return known(inside).map { (bare(text[..<open]), $0) }
  }

  private static func ending(_ text: String) -> (String, AccountPlatform)? {
    guard let end = endings.first(where: text.hasSuffix), let platform = known(end) else {
      return nil
    }
    return (bare(text.dropLast(end.count)), platform)
  }

  /// What ends the name of no site.
  private static let endings = [
    "微信公众号", "微信公众平台", "微信订阅号", "微信服务号", "微信视频号", "微信小程序", "新浪微博", "官方微博", "政务微博",
    "抖音号", "快手号", "今日头条号", "头条号", "百家号",
  ]

  private static func bare(_ name: Substring) -> String {
    String(name.filter { !"“”\"「」".contains($0) })
  }

  private static func known(_ text: String) -> AccountPlatform? {
    guard !text.isEmpty else { return nil }
    let platform = AccountPlatform(printed: text)
    return platform.isKnown ? platform : nil
  }
}
