import CensusCore

/// What an event of a known kind says besides what all say; its keys stand beside those.
enum PayloadRecord {
  case receipt(ReceiptRecord)
  case `return`(ReturnRecord)
  case waive(WaiveRecord)
  case extend(ExtendRecord)
  case order(OrderRecord)
  case chase(ChaseRecord)
  case contact(ContactRecord)
  case detail(DetailRecord)
  case recheck(RecheckRecord)
  case accountability(AccountabilityRecord)
  case availability(AvailabilityRecord)
  case correct(CorrectRecord)
  case void(ExcludeRecord)
  case reinstate(ReinstateRecord)
  case note(NoteRecord)
  case retract(RetractRecord)
  case resolve(ResolveRecord)

  /// The payload to be written; nil for an unknown kind, which this program never writes.
  init?(_ payload: Event.Payload) {
    switch payload {
    case .receipt(let receipt): self = .receipt(ReceiptRecord(receipt: receipt))
    case .return(let sent): self = .return(ReturnRecord(sent: sent))
    case .waive(let waive): self = .waive(WaiveRecord(waive: waive))
    case .extend(let extend): self = .extend(ExtendRecord(extend: extend))
    case .order(let order): self = .order(OrderRecord(order: order))
    case .chase(let chase): self = .chase(ChaseRecord(chase: chase))
    case .contact(let contact): self = .contact(ContactRecord(contact: contact))
    case .detail(let detail): self = .detail(DetailRecord(detail: detail))
    case .recheck(let recheck): self = .recheck(RecheckRecord(recheck: recheck))
    case .accountability(let step): self = .accountability(AccountabilityRecord(step: step))
    case .availability(let availability):
      self = .availability(AvailabilityRecord(availability: availability))
    case .correct(let correct): self = .correct(CorrectRecord(correct: correct))
    case .void(let exclude): self = .void(ExcludeRecord(exclude: exclude))
    case .reinstate(let reinstate): self = .reinstate(ReinstateRecord(reinstate: reinstate))
    case .note(let note): self = .note(NoteRecord(note: note))
    case .retract(let retract): self = .retract(RetractRecord(retract: retract))
    case .resolve(let resolve): self = .resolve(ResolveRecord(resolve: resolve))
    case .unknown: return nil
    }
  }

  /// Reads the payload of a kind; nil if the kind is unknown.
  init?(_ type: String, from decoder: any Decoder) throws {
    switch type {
    case "receipt": self = .receipt(try ReceiptRecord(from: decoder))
    case "return": self = .return(try ReturnRecord(from: decoder))
    case "waive": self = .waive(try WaiveRecord(from: decoder))
    case "extend": self = .extend(try ExtendRecord(from: decoder))
    case "order": self = .order(try OrderRecord(from: decoder))
    case "chase": self = .chase(try ChaseRecord(from: decoder))
    case "contact": self = .contact(try ContactRecord(from: decoder))
    case "detail": self = .detail(try DetailRecord(from: decoder))
    case "recheck": self = .recheck(try RecheckRecord(from: decoder))
    case "accountability": self = .accountability(try AccountabilityRecord(from: decoder))
    case "availability": self = .availability(try AvailabilityRecord(from: decoder))
    case "correct": self = .correct(try CorrectRecord(from: decoder))
    case "void": self = .void(try ExcludeRecord(from: decoder))
    case "reinstate": self = .reinstate(try ReinstateRecord(from: decoder))
    case "note": self = .note(try NoteRecord(from: decoder))
    case "retract": self = .retract(try RetractRecord(from: decoder))
    case "resolve": self = .resolve(try ResolveRecord(from: decoder))
    default: return nil
    }
  }

  var type: String {
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
    }
  }

  var payload: Event.Payload {
    switch self {
    case .receipt(let record): .receipt(record.receipt)
    case .return(let record): .return(record.sent)
    case .waive(let record): .waive(record.waive)
    case .extend(let record): .extend(record.extend)
    case .order(let record): .order(record.order)
    case .chase(let record): .chase(record.chase)
    case .contact(let record): .contact(record.contact)
    case .detail(let record): .detail(record.detail)
    case .recheck(let record): .recheck(record.recheck)
    case .accountability(let record): .accountability(record.step)
    case .availability(let record): .availability(record.availability)
    case .correct(let record): .correct(record.correct)
    case .void(let record): .void(record.exclude)
    case .reinstate(let record): .reinstate(record.reinstate)
    case .note(let record): .note(record.note)
    case .retract(let record): .retract(record.retract)
    case .resolve(let record): .resolve(record.resolve)
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .receipt(let record): try record.encode(to: encoder)
    case .return(let record): try record.encode(to: encoder)
    case .waive(let record): try record.encode(to: encoder)
    case .extend(let record): try record.encode(to: encoder)
    case .order(let record): try record.encode(to: encoder)
    case .chase(let record): try record.encode(to: encoder)
    case .contact(let record): try record.encode(to: encoder)
    case .detail(let record): try record.encode(to: encoder)
    case .recheck(let record): try record.encode(to: encoder)
    case .accountability(let record): try record.encode(to: encoder)
    case .availability(let record): try record.encode(to: encoder)
    case .correct(let record): try record.encode(to: encoder)
    case .void(let record): try record.encode(to: encoder)
    case .reinstate(let record): try record.encode(to: encoder)
    case .note(let record): try record.encode(to: encoder)
    case .retract(let record): try record.encode(to: encoder)
    case .resolve(let record): try record.encode(to: encoder)
    }
  }
}
