extension Event.Payload {
  /// The kinds that this version knows.
  package static let kinds: [any EventContent.Type] = [
    Receipt.self, Return.self, Waive.self, Extend.self, Order.self, Chase.self, Contact.self,
    Detail.self, Recheck.self, Accountability.self, Availability.self, Correct.self, Exclude.self,
    Reinstate.self, Note.self, Retract.self, Resolve.self, Verify.self,
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
    case .unknown: nil
    }
  }

  /// The name of its kind in files and in outputs.
  public var typeName: String {
    if case .unknown(let type) = self { return type }
    return content.map { type(of: $0).name } ?? ""
  }

  /// Everything that a person typed into it, word for word.
  public var texts: [String] { typed.map(\.text) }

  /// The remark or reason it carries, in the words of whoever recorded it.
  public var remark: String? {
    let typed = typed
    return ["note", "reason", "text", "answer"].lazy.compactMap { key in
      typed.first { $0.key == key }?.text
    }.first
  }

  private var typed: [(key: String, text: String)] { content?.typed ?? [] }

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
