import CensusCore
import StrictJSON

/// What an event of a known kind says besides what all say; its keys stand beside those.
enum PayloadRecord {
  case receipt(Receipt)
  case `return`(Return)
  case waive(Waive)
  case extend(Extend)
  case order(Order)
  case chase(Chase)
  case contact(Contact)
  case detail(Detail)
  case recheck(Recheck)
  case accountability(Accountability)
  case availability(Availability)
  case correct(Correct)
  case void(Exclude)
  case reinstate(Reinstate)
  case note(Note)
  case retract(Retract)
  case resolve(Resolve)
  case verify(Verify)

  /// The payload to be written; nil for an unknown kind, which this program never writes.
  init?(_ payload: Event.Payload) {
    switch payload {
    case .receipt(let payload): self = .receipt(payload)
    case .return(let payload): self = .return(payload)
    case .waive(let payload): self = .waive(payload)
    case .extend(let payload): self = .extend(payload)
    case .order(let payload): self = .order(payload)
    case .chase(let payload): self = .chase(payload)
    case .contact(let payload): self = .contact(payload)
    case .detail(let payload): self = .detail(payload)
    case .recheck(let payload): self = .recheck(payload)
    case .accountability(let payload): self = .accountability(payload)
    case .availability(let payload): self = .availability(payload)
    case .correct(let payload): self = .correct(payload)
    case .void(let payload): self = .void(payload)
    case .reinstate(let payload): self = .reinstate(payload)
    case .note(let payload): self = .note(payload)
    case .retract(let payload): self = .retract(payload)
    case .resolve(let payload): self = .resolve(payload)
    case .verify(let payload): self = .verify(payload)
    case .unknown: return nil
    }
  }

  /// Reads the payload of a kind; nil if the kind is unknown.
  init?(_ type: String, _ fields: Fields<EventKey>) throws(RecordFault) {
    switch type {
    case "receipt": self = .receipt(try Receipt(fields))
    case "return": self = .return(try Return(fields))
    case "waive": self = .waive(try Waive(fields))
    case "extend": self = .extend(try Extend(fields))
    case "order": self = .order(try Order(fields))
    case "chase": self = .chase(try Chase(fields))
    case "contact": self = .contact(try Contact(fields))
    case "detail": self = .detail(try Detail(fields))
    case "recheck": self = .recheck(try Recheck(fields))
    case "accountability": self = .accountability(try Accountability(fields))
    case "availability": self = .availability(try Availability(fields))
    case "correct": self = .correct(try Correct(fields))
    case "void": self = .void(try Exclude(fields))
    case "reinstate": self = .reinstate(try Reinstate(fields))
    case "note": self = .note(try Note(fields))
    case "retract": self = .retract(try Retract(fields))
    case "resolve": self = .resolve(try Resolve(fields))
    case "verify": self = .verify(try Verify(fields))
    default: return nil
    }
  }

  var type: String { payload.typeName }

  var payload: Event.Payload {
    switch self {
    case .receipt(let payload): .receipt(payload)
    case .return(let payload): .return(payload)
    case .waive(let payload): .waive(payload)
    case .extend(let payload): .extend(payload)
    case .order(let payload): .order(payload)
    case .chase(let payload): .chase(payload)
    case .contact(let payload): .contact(payload)
    case .detail(let payload): .detail(payload)
    case .recheck(let payload): .recheck(payload)
    case .accountability(let payload): .accountability(payload)
    case .availability(let payload): .availability(payload)
    case .correct(let payload): .correct(payload)
    case .void(let payload): .void(payload)
    case .reinstate(let payload): .reinstate(payload)
    case .note(let payload): .note(payload)
    case .retract(let payload): .retract(payload)
    case .resolve(let payload): .resolve(payload)
    case .verify(let payload): .verify(payload)
    }
  }

  func write(into object: inout CanonicalObject) {
    switch self {
    case .receipt(let payload): payload.write(into: &object)
    case .return(let payload): payload.write(into: &object)
    case .waive(let payload): payload.write(into: &object)
    case .extend(let payload): payload.write(into: &object)
    case .order(let payload): payload.write(into: &object)
    case .chase(let payload): payload.write(into: &object)
    case .contact(let payload): payload.write(into: &object)
    case .detail(let payload): payload.write(into: &object)
    case .recheck(let payload): payload.write(into: &object)
    case .accountability(let payload): payload.write(into: &object)
    case .availability(let payload): payload.write(into: &object)
    case .correct(let payload): payload.write(into: &object)
    case .void(let payload): payload.write(into: &object)
    case .reinstate(let payload): payload.write(into: &object)
    case .note(let payload): payload.write(into: &object)
    case .retract(let payload): payload.write(into: &object)
    case .resolve(let payload): payload.write(into: &object)
    case .verify(let payload): payload.write(into: &object)
    }
  }
}
