/// The platform of a new-media account (新媒体平台), such as 微信 or 微博.
///
/// It is part of an account's identity: one name on two platforms is two accounts
/// (reference `notices.md` 2). The spellings of notices come to one word; a platform that nobody
/// knows keeps the word that is printed.
public struct AccountPlatform: Hashable, Sendable {
  /// The word for it, and the identity: `微信`.
  public let name: String

  /// The platform that a printed text means: 政务微信 and 微信公众号 are 微信.
  public init(printed text: String) {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\n", "\u{A0}"]
    // What stands between the parts of an identity stands in no platform.
    let kept = searchKey(text).unicodeScalars.filter { !blanks.contains($0) && $0 != "#" }
    let key = String(String.UnicodeScalarView(kept))
    var known = AccountPlatform.names[key]
    for front in ["政务", "官方"] where known == nil && key.hasPrefix(front) {
      known = AccountPlatform.names[String(key.dropFirst(front.count))]
    }
    name = known ?? key
  }

  /// How many of the known platforms a text names, each once.
  package static func count(in text: String) -> Int {
    var rest = searchKey(text).filter { !$0.isWhitespace }
    var found: Set<String> = []
    for spelling in spellings where rest.contains(spelling) {
      if let name = names[spelling] { found.insert(name) }
      rest = rest.split(separator: spelling, omittingEmptySubsequences: false)
        .joined(separator: "\u{1}")
    }
    return found.count
  }

  /// All spellings, the longest first, so that 微信视频号 is one platform.
  private static let spellings = names.keys.sorted { ($0.count, $1) > ($1.count, $0) }

  /// Its name in both languages; one that nobody knows is called as printed in both.
  public var words: Phrase {
    Phrase(name, AccountPlatform.known.first { $0.name == name }?.english ?? name)
  }

  /// Whether it is one of those that notices are known to name.
  public var isKnown: Bool { AccountPlatform.known.contains { $0.name == name } }

  /// The platforms that notices name, with their other spellings.
  private static let known: [(name: String, english: String, others: [String])] = [
    ("微信", "WeChat", ["微信公众号", "公众号", "微信公众平台", "微信订阅号", "微信服务号", "订阅号", "服务号"]),
    ("微博", "Weibo", ["新浪微博"]),
    ("今日头条", "Toutiao", ["头条", "头条号", "今日头条号"]),
    ("抖音", "Douyin", ["抖音号", "抖音短视频"]),
    ("快手", "Kuaishou", ["快手号"]),
    ("视频号", "Channels", ["微信视频号"]),
    ("客户端", "App", ["app", "移动客户端", "手机客户端", "移动客户端(app)", "手机app"]),
    ("小程序", "Mini program", ["微信小程序"]),
    ("百家号", "Baijiahao", ["百家"]),
    ("大鱼号", "Dayuhao", []),
    ("企鹅号", "Qiehao", []),
    ("小红书", "Xiaohongshu", []),
    ("哔哩哔哩", "Bilibili", ["b站", "bilibili"]),
    ("贴吧", "Tieba", ["百度贴吧"]),
  ]

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for platform in known {
      for text in [platform.name] + platform.others { names[text] = platform.name }
    }
    return names
  }()
}

extension SiteCode {
  /// What stands for the code of a new-media account, `@微信#某某发布`: its platform and its name.
  ///
  /// It is the same in every quarter, whoever answers for the account.
  ///
  /// - Parameters:
  ///   - name: its name as printed.
  ///   - platform: the platform it is on.
  public init(account name: String, on platform: AccountPlatform) {
    self.init("@\(platform.name)#\(searchKey(name))")
  }

  /// The platform, where it stands for the code of a new-media account; nil for a site.
  public var platform: AccountPlatform? {
    guard text.utf8.first == UInt8(ascii: "@"), let end = text.firstIndex(of: "#") else {
      return nil
    }
    return AccountPlatform(printed: String(text[..<end].dropFirst()))
  }

  /// The name of what has this code as it is shown: behind that of an account stands its platform.
  public func shown(_ name: String) -> Phrase {
    guard let words = platform?.words else { return Phrase(name, name) }
    return Phrase("\(name)（\(words.chinese)）", "\(name) (\(words.english))")
  }
}

extension Finding {
  /// The platform of the new-media account that it is about; nil where it is about a site.
  public var platform: AccountPlatform? { code.platform }

  /// The name of its site as it is shown; that of an account with its platform.
  public var shownName: Phrase { code.shown(siteName) }
}

extension Inspection {
  /// The findings about sites, which alone the figures of annex 1 count; those about new-media
  /// accounts left out.
  public var siteFindings: [Finding] { findings.filter { $0.platform == nil } }

  /// How many distinct new-media accounts have findings.
  var failingAccounts: Int { findings.failingAccounts }
}

extension SiteState {
  /// The platform, where it is a new-media account.
  public var platform: AccountPlatform? { printedCode.platform }

  /// The name as it is shown; that of an account with its platform.
  public var shownName: Phrase { printedCode.shown(name) }
}

extension Comparison.Site {
  /// The name as it is shown; that of an account with its platform.
  public var shownName: Phrase { code.shown(name) }
}

extension RepeatOffenders.Site {
  /// The name as it is shown; that of an account with its platform.
  public var shownName: Phrase { code.shown(name) }
}

extension [Finding] {
  /// How many distinct sites they are of.
  package var failingSites: Int { Set(lazy.filter { $0.platform == nil }.map(\.code)).count }

  /// How many distinct new-media accounts they are of.
  package var failingAccounts: Int { Set(lazy.filter { $0.platform != nil }.map(\.code)).count }
}
