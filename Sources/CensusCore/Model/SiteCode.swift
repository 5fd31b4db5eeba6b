/// A site identification code (网站标识码), kept as text exactly as printed.
///
/// Well-formed codes have ten characters: ten digits that begin with the six-digit division code,
/// or `bm` and eight digits for central bodies. A malformed code is kept, and `check` names it.
///
/// A site that is printed without one is known by its row of annex 1 and its name, `昆明#某某网站`:
/// two such sites are two. A new-media account is known by its platform and its name, `@微信#某某发布`.
///
/// Two codes are one where they read the same: digits of full width are digits, and the names of sites
/// without a code are compared as `siteNameKey` folds them, however each notice prints them.
public struct SiteCode: TextID {
  /// The code as printed.
  public let text: String

  /// Takes the text as it is.
  public init(_ text: String) {
    self.text = text
  }

  /// What it is compared by.
  package var key: String {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      // Only what is of full width differs from its key.
      return text.utf8.contains(0xEF) ? searchKey(text) : text
    }
    guard text.utf8.first != UInt8(ascii: "@") else { return text }
    let name = text[text.utf8.index(after: sign)...]
    return String(text[...sign]) + siteNameKey(String(name))
  }

  /// Whether both read the same.
  public static func == (left: SiteCode, right: SiteCode) -> Bool {
    left.text == right.text || left.key == right.key
  }

  /// Hashes what it is compared by.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// By bytes of what they are compared by, so that equal ones sort as equal.
  public static func < (left: SiteCode, right: SiteCode) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  /// What stands for the code of a site that is printed without one.
  ///
  /// - Parameters:
  ///   - prefecture: the row of annex 1 it belongs to.
  ///   - name: its name as printed.
  public init(without prefecture: PrefectureID, _ name: String) {
    self.init("\(prefecture)#\(searchKey(name))")
  }

  /// The code as a notice prints it; nil where it stands for one that is not there.
  public var printed: String? { text.utf8.contains(UInt8(ascii: "#")) ? nil : text }

  /// Whether the code has one of the two forms in use.
  public var isWellFormed: Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return false }
    return bytes.allSatisfy(isDigit) || (text.hasPrefix("bm") && bytes[2...].allSatisfy(isDigit))
  }

  /// The six-digit division code (行政区划代码) at its front, if it begins with six digits.
  public var division: String? {
    let front = key.utf8.prefix(6)
    guard front.count == 6, front.allSatisfy(isDigit) else { return nil }
    return String(decoding: Array(front), as: UTF8.self)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
