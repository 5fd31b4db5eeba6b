public import CensusCore
import StrictJSON

/// A report that was frozen (归档报告): what was known of a period on a day, as it was handed on.
///
/// It lies under `snapshots/` in two files, each of which bears the hash of its bytes in its name: the page
/// as people read it, and what is told here. Neither is ever altered, and nothing is read off them:
/// a state comes from facts and events alone.
public struct FrozenReport: Equatable, Sendable {
  /// What it is of.
  public struct Content: Equatable, Sendable {
    /// The period.
    public let quarter: Quarter
    /// The data date.
    public let asOf: Day
    /// Only what was recorded until then counts; nil for all that was known.
    public let knownAt: Instant?
    /// How many events counted.
    public let events: Int
    /// The ID of the revision that counted, and its number.
    public let revision: String
    /// The number of that revision.
    public let revisionNumber: Int
    /// The language of the page.
    public let language: Language

    /// What a page is of.
    public init(
      quarter: Quarter, asOf: Day, knownAt: Instant?, events: Int, revision: String,
      revisionNumber: Int, language: Language
    ) {
      self.quarter = quarter
      self.asOf = asOf
      self.knownAt = knownAt
      self.events = events
      self.revision = revision
      self.revisionNumber = revisionNumber
      self.language = language
    }
  }

  /// What it is of.
  public let content: Content
  /// Who froze it, and when.
  public let acceptance: Revision.Acceptance
  /// SHA-256 of the page.
  public let page: String
  /// The path of the file that says this, within the store.
  public let path: String

  /// The path of the page, within the store.
  public var pagePath: String {
    SnapshotName(content, hash: page, ending: .page).path
  }

  /// The file that says this.
  var file: [UInt8] {
    let said: [(String, PrettyJSON?)] = [
      ("format", .text("\(StoreRecord.format)-snapshot")), ("version", .number(1)),
      ("quarter", .text(content.quarter.description)), ("asOf", .text(content.asOf.description)),
      ("knownAt", content.knownAt.map { .text($0.description) }),
      ("events", .number(content.events)), ("revision", .text(content.revision)),
      ("revisionNumber", .number(content.revisionNumber)),
      ("language", .text(content.language.rawValue)), ("page", .text(page)),
      ("frozen", acceptance.json),
    ]
    return PrettyJSON.object(
      said.compactMap { key, value in value.map { (key, $0) } }
    ).file
  }

  init(_ content: Content, page: [UInt8], _ acceptance: Revision.Acceptance) {
    let hash = SHA256.hex(page)
    let draft = FrozenReport(content: content, acceptance: acceptance, page: hash, path: "")
    let path = SnapshotName(content, hash: SHA256.hex(draft.file), ending: .record).path
    self.init(content: content, acceptance: acceptance, page: hash, path: path)
  }

  private init(
    content: Content, acceptance: Revision.Acceptance, page: String, path: String
  ) {
    self.content = content
    self.acceptance = acceptance
    self.page = page
    self.path = path
  }

  /// Reads what one of the files says; nil where it is not what its name promises.
  init?(_ name: SnapshotName, _ bytes: [UInt8]) {
    guard name.ending == .record, name.isOf(bytes),
      let record = try? read(FrozenReportRecord.self, from: bytes).0,
      record.content.quarter == name.quarter, record.content.asOf == name.asOf,
      record.page.utf8.count == 64, record.page.utf8.allSatisfy(isLowerHex)
    else { return nil }
    self.init(
      content: record.content, acceptance: record.acceptance, page: record.page, path: name.path)
  }
}

/// The name of one of a frozen report's files: `2018Q3.2018-10-24.0123456789abcdef.html`.
struct SnapshotName: Hashable {
  /// Which of the files it is.
  enum Ending: String {
    case page = "html"
    case record = "json"
  }

  static let folder = "snapshots"
  private static let digits = 16

  let quarter: Quarter
  let asOf: Day
  let hash: String
  let ending: Ending

  init(_ content: FrozenReport.Content, hash: String, ending: Ending) {
    quarter = content.quarter
    asOf = content.asOf
    self.hash = String(hash.prefix(Self.digits))
    self.ending = ending
  }

  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, let quarter = Quarter(parts[0]), let asOf = Day(parts[1]),
      parts[2].utf8.count == Self.digits, parts[2].utf8.allSatisfy(isLowerHex),
      let ending = Ending(rawValue: String(parts[3]))
    else { return nil }
    self.quarter = quarter
    self.asOf = asOf
    hash = String(parts[2])
    self.ending = ending
    guard self.name == name else { return nil }
  }

  var name: String { "\(quarter).\(asOf).\(hash).\(ending.rawValue)" }
  var path: String { "\(Self.folder)/\(name)" }

  func isOf(_ bytes: [UInt8]) -> Bool { SHA256.hex(bytes).hasPrefix(hash) }
}

/// What the file of a frozen report says.
private struct FrozenReportRecord: Readable {
  let content: FrozenReport.Content
  let page: String
  let acceptance: Revision.Acceptance

  enum CodingKeys: String {
    case format
    case quarter
    case asOf
    case knownAt
    case events
    case revision
    case revisionNumber
    case language
    case page
    case frozen
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let format = "\(StoreRecord.format)-snapshot"
    guard try fields.text(.format) == format else { throw fields.fault(.oneOf([format]), .format) }
    content = FrozenReport.Content(
      quarter: try fields.quarter(.quarter), asOf: try fields.day(.asOf),
      knownAt: try fields.checked(.knownAt, .instant) { Instant($0) },
      events: try fields.number(.events), revision: try fields.someText(.revision),
      revisionNumber: try fields.number(.revisionNumber, atLeast: 1),
      language: try fields.word(.language, Language.self))
    page = try fields.someText(.page)
    acceptance = try fields.required(.frozen, fields.object(.frozen, AcceptanceRecord.self))
      .acceptance
  }
}
