package import CensusCore

extension Event {
  /// The name of its kind in files and in JSON.
  package var type: String {
    switch payload {
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
    case .unknown(let type): type
    }
  }

  /// The remark it carries: why, or what was said.
  package var remark: String? {
    switch payload {
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
    case .order, .contact, .detail, .accountability, .availability, .resolve, .unknown: nil
    }
  }
}
