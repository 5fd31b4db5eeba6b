extension Event.Payload {
  /// The kinds that this version knows.
  package static let kinds: [any EventContent.Type] = [
    Receipt.self, Return.self, Waive.self, Extend.self, Order.self, Chase.self, Contact.self,
    Detail.self, Recheck.self, Accountability.self, Availability.self, Correct.self, Exclude.self,
    Reinstate.self, Note.self, Retract.self, Resolve.self, Verify.self,
    Evidence.self, Remedy.self, Assign.self,
  ]

  private static let kindsByName = Dictionary(
    kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind of a name; nil if this version does not know it.
  package static func kind(named name: String) -> (any EventContent.Type)? { kindsByName[name] }

  /// What it says; nil for an unknown kind.
  package var content: (any EventContent)? {
    switch self {
    case .receipt(let receipt): receipt
    case .return(let sent): sent
    case .waive(let waive): waive
    case .extend(let extend): extend
    case .order(let order): order
    case .chase(let chase): chase
    case .contact(let contact): contact
    case .detail(let detail): detail
    case .recheck(let recheck): recheck
    case .accountability(let step): step
    case .availability(let availability): availability
    case .correct(let correct): correct
    case .void(let exclude): exclude
    case .reinstate(let reinstate): reinstate
    case .note(let note): note
    case .retract(let retract): retract
    case .resolve(let resolve): resolve
    case .verify(let verify): verify
    case .evidence(let file): file
    case .remedy(let remedy): remedy
    case .assign(let assign): assign
    case .unknown: nil
    }
  }

  /// The name of its kind in files and in outputs.
  public var typeName: String {
    if case .unknown(let type) = self { return type }
    return content.map { type(of: $0).name } ?? ""
  }

  // Spelled out, since lists and searches read these of thousands of events; a test holds them to
  // the fields.

  /// Everything that a person typed into it, word for word.
  public var texts: [String] {
    let texts: [String?] =
      switch self {
      case .receipt(let receipt):
        [
          receipt.signer, receipt.post, receipt.incoming, receipt.document, receipt.file,
          receipt.note,
        ]
      case .return(let sent): [sent.reason]
      case .waive(let waive): [waive.authority, waive.reason]
      case .extend(let extend): [extend.authority, extend.reason]
      case .order(let order): [order.reference]
      case .chase(let chase): [chase.to, chase.answer, chase.note]
      case .contact(let contact): [contact.name, contact.post, contact.phone]
      case .detail(let detail):
        detail.lines.flatMap {
          [$0.found, $0.expected, $0.page, $0.address, $0.item, $0.points]
        }
      case .recheck(let recheck): [recheck.evidence, recheck.note]
      case .accountability(let step): [step.approvedBy, step.person, step.document]
      case .availability(let availability):
        [availability.successor?.text, availability.reference]
      case .correct(let correct): [correct.old, correct.new, correct.reason]
      case .void(let exclude): [exclude.reason]
      case .reinstate(let reinstate): [reinstate.reason]
      case .note(let note): [note.text]
      case .retract(let retract): [retract.reason]
      case .verify(let verify): [verify.note]
      case .evidence(let file): [file.name, file.note]
      case .remedy(let remedy): [remedy.measures, remedy.completion, remedy.responsible]
      case .assign(let assign): [assign.to]
      case .resolve, .unknown: []
      }
    return texts.compactMap(\.self)
  }

  /// The remark or reason it carries, in the words of whoever recorded it.
  public var remark: String? {
    switch self {
    case .receipt(let receipt): receipt.note
    case .return(let sent): sent.reason
    case .waive(let waive): waive.reason
    case .extend(let extend): extend.reason
    case .chase(let chase): chase.note ?? chase.answer
    case .recheck(let recheck): recheck.note
    case .correct(let correct): correct.reason
    case .void(let exclude): exclude.reason
    case .reinstate(let reinstate): reinstate.reason
    case .note(let note): note.text
    case .retract(let retract): retract.reason
    case .verify(let verify): verify.note
    case .evidence(let file): file.note
    case .order, .contact, .detail, .accountability, .availability, .resolve, .remedy, .assign,
      .unknown:
      nil
    }
  }

  /// The texts that a person typed, with the keys of their fields.
  package var typed: [(key: String, text: String)] { content?.typed ?? [] }

  /// The findings of its unit that it names; nil means all.
  public var covers: [FindingID]? {
    switch self {
    case .receipt(let receipt): receipt.covers
    case .order(let order): order.covers
    case .accountability(let step): step.findings
    default: nil
    }
  }
}

extension Event {
  /// Whether it takes other events back.
  public var isRetract: Bool { retract != nil }

  /// Whether it speaks of the records rather than of the world, so that no day bounds it.
  var holdsOnAnyDay: Bool {
    switch payload {
    case .retract, .resolve: true
    default: false
    }
  }

  /// The retraction it is, if it is one.
  public var retract: Retract? {
    guard case .retract(let retract) = payload else { return nil }
    return retract
  }

  /// The receipt it is, if it is one.
  public var receipt: Receipt? {
    guard case .receipt(let receipt) = payload else { return nil }
    return receipt
  }

  /// The extension it is, if it is one.
  var extend: Extend? {
    guard case .extend(let extend) = payload else { return nil }
    return extend
  }

  /// The re-check it is, if it is one.
  var recheck: Recheck? {
    guard case .recheck(let recheck) = payload else { return nil }
    return recheck
  }

  /// The change of a site it is, if it is one.
  var availability: Availability? {
    guard case .availability(let availability) = payload else { return nil }
    return availability
  }

  /// The correction it is, if it is one.
  var correct: Correct? {
    guard case .correct(let correct) = payload else { return nil }
    return correct
  }

  /// The list of what has to be mended that it is, if it is one.
  var detail: Detail? {
    guard case .detail(let detail) = payload else { return nil }
    return detail
  }

  /// The order it is, if it is one.
  var order: Order? {
    guard case .order(let order) = payload else { return nil }
    return order
  }
}

extension Event.Subject {
  /// The unit it is, if it is one.
  var unitID: UnitID? {
    guard case .unit(let id) = self else { return nil }
    return id
  }

  /// The findings it names, if it names findings.
  var findings: [FindingID]? {
    guard case .findings(let ids) = self else { return nil }
    return ids
  }

  /// The site it is, if it is one.
  var siteCode: SiteCode? {
    guard case .site(let code) = self else { return nil }
    return code
  }
}
