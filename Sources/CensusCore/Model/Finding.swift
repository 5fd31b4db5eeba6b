/// The identity of a finding: the quarter and a number, `2018Q3-7`.
///
/// The number is given once, at the first import, where it is the row printed in annex 2. It is never
/// given again and never moves: a corrected notice may print the finding in another row
/// (``Finding/row``).
public struct FindingID: Hashable, Comparable, Sendable {
  /// The quarter of the notice.
  public let quarter: Quarter
  /// The number that the finding was given, from 1.
  public let number: Int

  /// No notice has a row beyond this one, and no finding a number.
  public static let last = 1_000_000

  /// The finding of a quarter that was given a number.
  public init(_ quarter: Quarter, number: Int) {
    self.quarter = quarter
    self.number = number
  }

  /// Reads `2018Q3-7`; the number is without leading zeros.
  public init?(_ text: some StringProtocol) {
    guard let id = text.withBytes({ FindingID(bytes: $0) }) else { return nil }
    self = id
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let dash = bytes.lastIndex(of: UInt8(ascii: "-")),
      let quarter = Quarter(bytes: UnsafeBufferPointer(rebasing: bytes[..<dash])),
      let number = decimal(bytes[(dash + 1)...]), (1...FindingID.last).contains(number),
      bytes[dash + 1] != UInt8(ascii: "0")
    else { return nil }
    self.init(quarter, number: number)
  }

  /// By quarter, then by number.
  public static func < (left: FindingID, right: FindingID) -> Bool {
    (left.quarter, left.number) < (right.quarter, right.number)
  }
}

extension FindingID: CustomStringConvertible {
  /// The text form, `2018Q3-7`.
  public var description: String { "\(quarter)-\(number)" }
}

/// A finding (存在问题): one row of annex 2, as printed.
///
/// A site may have several.
public struct Finding: Equatable, Sendable {
  /// What it is known by, whatever row it is printed in.
  public let id: FindingID
  /// The row in which it is printed; of one that the corrected notice has no more the last.
  public let row: Int
  /// Whether the notice as last corrected has it no more.
  ///
  /// Nothing that was recorded of it is lost; a person decides whether it is struck off.
  public let isGone: Bool
  /// The row of annex 1 it is printed under.
  public let prefecture: PrefectureID
  /// The site's identification code as printed.
  public let code: SiteCode
  /// Codes with which the site was printed before the notice was corrected; records may be of them.
  public let formerCodes: [SiteCode]
  /// The site's name as printed.
  public let siteName: String
  /// The wording of the issue as printed.
  public let text: String
  /// The categories of the issue, at least one.
  public let issues: [CategoryID]

  /// One row of annex 2; printed in the row of its number unless another is given.
  public init(
    id: FindingID, row: Int? = nil, isGone: Bool = false, prefecture: PrefectureID, code: SiteCode,
    formerCodes: [SiteCode] = [], siteName: String, text: String, issues: [CategoryID]
  ) {
    self.id = id
    self.row = row ?? id.number
    self.isGone = isGone
    self.prefecture = prefecture
    self.code = code
    self.formerCodes = formerCodes
    self.siteName = siteName
    self.text = text
    self.issues = issues
  }
}

/// A mention (正文点名): a site criticised by name in the text, outside the failing count.
///
/// It owes nothing.
public struct Mention: Equatable, Sendable {
  /// Its number among the notice's mentions, from 1.
  public let number: Int
  /// The row of annex 1 it belongs to.
  public let prefecture: PrefectureID
  /// The site's name as printed.
  public let siteName: String
  /// The identification code, where the notice gives one.
  public let code: SiteCode?
  /// What is criticised, as a short label.
  public let text: String
  /// The categories of the issue.
  public let issues: [CategoryID]

  /// One site named in the text.
  public init(
    number: Int, prefecture: PrefectureID, siteName: String, code: SiteCode?, text: String,
    issues: [CategoryID]
  ) {
    self.number = number
    self.prefecture = prefecture
    self.siteName = siteName
    self.code = code
    self.text = text
    self.issues = issues
  }
}
