import CensusCore

/// The notice in a quarter's file; every part may be null.
struct NoticeRecord: Readable {
  private var document: String?
  private var series: String?
  private var title: String?
  private var issuer: String?
  private var addressees: [String] = []
  private var issued: Day?
  private var deadline: Deadline?
  private var dueText: String?
  private var parts: [PartRecord] = []
  private var sendTo: String?
  private var telephones: [TelephoneRecord] = []
  private var email: String?
  private var legalBases: [LegalBasisRecord] = []
  private var copiedTo: [String] = []
  private var followUp: Phrase?
  private var annexes: [String] = []

  enum CodingKeys: String {
    case document
    case series
    case title
    case issuer
    case addressees
    case issued
    case due
    case dueInclusive
    case dueText
    case parts
    case sendTo
    case telephones
    case email
    case legalBases
    case copiedTo
    case followUp
    case annexes
  }

  /// Nothing known.
  init() {}

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    document = try fields.optionalText(.document)
    series = try fields.optionalText(.series)
    title = try fields.optionalText(.title)
    issuer = try fields.optionalText(.issuer)
    addressees = try fields.list(.addressees, of: String.self)
    issued = try fields.optionalDay(.issued)
    let inclusive = try fields.object(.dueInclusive, Bool.self) ?? true
    deadline = try fields.optionalDay(.due).map { Deadline($0, isInclusive: inclusive) }
    dueText = try fields.optionalText(.dueText)
    parts = try fields.rows(.parts, of: PartRecord.self)
    sendTo = try fields.optionalText(.sendTo)
    telephones = try fields.rows(.telephones, of: TelephoneRecord.self)
    email = try fields.optionalText(.email)
    legalBases = try fields.rows(.legalBases, of: LegalBasisRecord.self)
    copiedTo = try fields.list(.copiedTo, of: String.self)
    followUp = try fields.optionalPhrase(.followUp)
    annexes = try fields.list(.annexes, of: String.self)
  }

  /// The notice, with what the file keeps beside it.
  func notice(problems: [Phrase], requirements: [Notice.Requirement]) -> Notice {
    Notice(
      document: document, series: series, title: title, issuer: issuer,
      addressees: addressees, issued: issued, deadline: deadline, dueText: dueText,
      parts: parts.map(\.part), sendTo: sendTo,
      telephones: telephones.map(\.telephone), email: email,
      legalBases: legalBases.map(\.basis), copiedTo: copiedTo, followUp: followUp,
      problems: problems, requirements: requirements, annexes: annexes)
  }
}

private struct PartRecord: Readable {
  let part: Notice.RequiredPart

  enum CodingKeys: String {
    case part
    case copies
    case signature
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    part = Notice.RequiredPart(
      part: try fields.word(.part, Part.self),
      copies: try fields.optionalNumber(.copies, atLeast: 1),
      signature: try fields.optionalWord(.signature, Signature.self))
  }
}

private struct TelephoneRecord: Readable {
  let telephone: Notice.Telephone

  enum CodingKeys: String {
    case number
    case fax
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    telephone = Notice.Telephone(
      number: try fields.someText(.number), isFax: try fields.object(.fax, Bool.self) ?? false)
  }
}

private struct LegalBasisRecord: Readable {
  let basis: Notice.LegalBasis

  enum CodingKeys: String {
    case document
    case title
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    basis = Notice.LegalBasis(
      document: try fields.text(.document), title: try fields.text(.title))
  }
}

struct RequirementRecord: Readable {
  let requirement: Notice.Requirement

  enum CodingKeys: String {
    case title
    case summary
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    requirement = Notice.Requirement(
      title: try fields.phrase(.title), summary: try fields.phrase(.summary))
  }
}
