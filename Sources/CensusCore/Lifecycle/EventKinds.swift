extension Event.Payload {
  /// The name of its kind in files and in outputs.
  public var typeName: String {
    switch self {
    case .receipt: "receipt"
    case .return: "return"
    case .waive: "waive"
    case .extend: "extend"
    case .order: "order"
    case .chase: "chase"
    case .contact: "contact"
    case .detail: "detail"
    case .recheck: "recheck"
    case .accountability: "accountability"
    case .availability: "availability"
    case .correct: "correct"
    case .void: "void"
    case .reinstate: "reinstate"
    case .note: "note"
    case .retract: "retract"
    case .resolve: "resolve"
    case .verify: "verify"
    case .unknown(let type): type
    }
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
    case .order, .contact, .detail, .accountability, .availability, .resolve, .unknown: nil
    }
  }

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
