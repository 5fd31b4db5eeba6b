/// The identity of a finding: the quarter and the row of annex 2, `2018Q3-7`.
public struct FindingID: Hashable, Comparable, Sendable {
  /// The quarter of the notice.
  public let quarter: Quarter
  /// The row number printed in annex 2, from 1.
  public let row: Int

  /// No notice has a row beyond this one.
  public static let lastRow = 1_000_000

  /// Row so-and-so of a quarter's annex 2.
  public init(_ quarter: Quarter, row: Int) {
    self.quarter = quarter
    self.row = row
  }

  /// Reads `2018Q3-7`; the row is without leading zeros.
  public init?(_ text: some StringProtocol) {
    guard let id = text.withBytes({ FindingID(bytes: $0) }) else { return nil }
    self = id
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")),
      let quarter = Quarter(bytes: UnsafeBufferPointer(rebasing: bytes[..<dash])),
      let row = decimal(bytes[(dash + 1)...]), (1...FindingID.lastRow).contains(row),
      bytes[dash + 1] != UInt8(ascii: "0")
    else { return nil }
    self.init(quarter, row: row)
  }

  /// By quarter, then by row.
  public static func < (left: FindingID, right: FindingID) -> Bool {
    (left.quarter, left.row) < (right.quarter, right.row)
  }
}

extension FindingID: CustomStringConvertible {
  /// The text form, `2018Q3-7`.
  public var description: String { "\(quarter)-\(row)" }
}

/// A finding (存在问题): one row of annex 2, as printed.
///
/// A site may have several.
public struct Finding: Equatable, Sendable {
  /// Quarter and row number.
  public let id: FindingID
  /// The row of annex 1 it is printed under.
  public let prefecture: PrefectureID
  /// The site's identification code as printed.
  public let code: SiteCode
  /// The site's name as printed.
  public let siteName: String
  /// The wording of the issue as printed.
  public let text: String
  /// The categories of the issue, at least one.
  public let issues: [CategoryID]

  /// One row of annex 2.
  public init(
    id: FindingID, prefecture: PrefectureID, code: SiteCode, siteName: String, text: String,
    issues: [CategoryID]
  ) {
    self.id = id
    self.prefecture = prefecture
    self.code = code
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
