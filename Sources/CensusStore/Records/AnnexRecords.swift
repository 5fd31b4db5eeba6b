import CensusCore

/// Annex 1: running and failing sites of each prefecture.
struct FirstAnnexRecord: Readable {
  let annex: Inspection.Annex
  let rows: [Inspection.Row]

  enum CodingKeys: String {
    case title
    case headings
    case rows
    case total
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    annex = Inspection.Annex(
      title: try fields.text(.title), headings: try fields.list(.headings, of: String.self),
      total: try fields.object(.total, TotalRecord.self)?.total)
    rows = try fields.rows(.rows, of: RowRecord.self).map(\.row)
  }
}

private struct RowRecord: Readable {
  let row: Inspection.Row

  enum CodingKeys: String {
    case prefecture
    case running
    case failing
    case rate
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    row = Inspection.Row(
      prefecture: try fields.id(.prefecture),
      figures: Inspection.Figures(
        running: try fields.optionalNumber(.running),
        failing: try fields.optionalNumber(.failing),
        publishedRate: try fields.optionalText(.rate)))
  }
}

private struct TotalRecord: Readable {
  let total: Inspection.Annex.Total

  enum CodingKeys: String {
    case label
    case running
    case failing
    case rate
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    total = Inspection.Annex.Total(
      label: try fields.text(.label),
      figures: Inspection.Figures(
        running: try fields.optionalNumber(.running),
        failing: try fields.optionalNumber(.failing),
        publishedRate: try fields.optionalText(.rate)))
  }
}

/// Annex 2: the failing sites.
struct SecondAnnexRecord: Readable {
  let annex: Inspection.Annex
  private let rows: [FindingRecord]

  enum CodingKeys: String {
    case title
    case headings
    case rows
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    annex = Inspection.Annex(
      title: try fields.text(.title), headings: try fields.list(.headings, of: String.self))
    rows = try fields.rows(.rows, of: FindingRecord.self) {
      ($0.number == $0.row ? "row" : "id", String($0.number))
    }
  }

  func findings(of quarter: Quarter) -> [Finding] {
    rows.map { $0.finding(of: quarter) }
  }
}

private struct FindingRecord: Readable {
  /// The number of its identity: that of its row, unless the file says another.
  let number: Int
  let row: Int
  let isGone: Bool
  let formerCodes: [SiteCode]
  let prefecture: PrefectureID
  let name: String
  /// The platform, where it is about a new-media account; such a one has no code.
  let platform: AccountPlatform?
  let code: String?
  let text: String
  let issues: [CategoryID]

  enum CodingKeys: String {
    case row
    case id
    case gone
    case formerCodes
    case prefecture
    case name
    case platform
    case code
    case text
    case issues
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    row = try fields.number(.row, atLeast: 1, atMost: FindingID.last)
    number = try fields.optionalNumber(.id, atLeast: 1, atMost: FindingID.last) ?? row
    isGone = try fields.object(.gone, Bool.self) ?? false
    formerCodes = try fields.list(.formerCodes, of: SiteCode.self)
    prefecture = try fields.id(.prefecture)
    name = try fields.someText(.name)
    platform = try fields.optionalText(.platform).map { AccountPlatform(printed: $0) }
    code = try fields.optionalText(.code).flatMap { $0.isEmpty ? nil : $0 }
    text = try fields.text(.text)
    issues = try fields.list(.issues, of: CategoryID.self)
    guard !issues.isEmpty else { throw fields.fault(.field, .issues) }
    guard platform?.name.isEmpty != true else { throw fields.fault(.someText, .platform) }
    guard platform == nil || code == nil else { throw fields.fault(.nothing, .code) }
  }

  private var identity: SiteCode {
    if let platform { return SiteCode(account: name, on: platform) }
    return code.map { SiteCode($0) } ?? SiteCode(without: prefecture, name)
  }

  func finding(of quarter: Quarter) -> Finding {
    Finding(
      id: FindingID(quarter, number: number), row: row, isGone: isGone, prefecture: prefecture,
      code: identity,
      formerCodes: formerCodes, siteName: name,
      text: text, issues: issues)
  }
}

/// A site named in the text only.
struct MentionRecord: Readable {
  let mention: Mention

  enum CodingKeys: String {
    case mention
    case name
    case prefecture
    case code
    case text
    case issues
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    mention = Mention(
      number: try fields.number(.mention, atLeast: 1),
      prefecture: PrefectureID(try fields.optionalText(.prefecture) ?? ""),
      siteName: try fields.someText(.name),
      code: try fields.optionalText(.code).map { SiteCode($0) }, text: try fields.text(.text),
      issues: try fields.list(.issues, of: CategoryID.self))
  }
}
