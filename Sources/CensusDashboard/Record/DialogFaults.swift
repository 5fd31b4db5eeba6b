import CensusCore
import TerminalKit

extension RecordDialog {
  /// Says why it cannot be recorded, marks the field that is at fault, and goes there.
  mutating func refuse(_ fault: DialogFault) {
    refusal = fault.sentence(in: self)
    faulty = field(of: fault).flatMap { fields.contains($0) ? $0 : nil }
    if let faulty { focus = faulty }
  }

  /// The field on screen that a fault is about; nil where no field could mend it.
  private func field(of fault: DialogFault) -> Act.Field? {
    switch fault {
    case .noDay(let field): field
    case .noFile: .file
    case .noMeasures: .measures
    case .noAssignee: .to
    case .otherCount: .count
    case .needsOneFinding, .needsOneReceipt, .nothingStruckOff, .oneAtATime, .readOnly: nil
    case .refused(let refusal, _, _): field(of: refusal)
    }
  }

  private func field(of refusal: Refusal) -> Act.Field? {
    switch refusal {
    case .reasonNeeded: .reason
    case .authorityNeeded: .authority
    case .approvalNeeded: .approvedBy
    case .measureNeeded: .measure
    case .valueNeeded, .alreadySo, .notAUnit: .new
    case .malformedCode: act == .correct ? .new : .successor
    case .successorNeeded: .successor
    case .filingNeeded: choice(.filed) == 0 ? .filed : .reference
    case .emptyNote: .text
    case .emptyContact: .name
    case .emptyDetail: .found
    case .nothingCallsForAccountability: .note
    case .notOpened, .alreadyOpened, .alreadyConcluded: .stage
    case .futureDay, .beforeRecheck, .datedAfterArrival: .day
    case .beforeNotice: fields.contains(.note) ? .note : .day
    case .notLater: .until
    case .untilBefore: act == .chase ? .promised : .until
    case .alreadyReceived, .alreadyReturned: .again
    case .noReportRound: .round
    case .signatureWithoutPaper: .signature
    case .unknownID: .successor
    default: nil
    }
  }
}

/// What people answer to a reminder most often, offered in the field of the answer.
enum ChaseAnswers {
  /// That nobody answered: then there is no name of who did.
  static let nobody = unanswered.chinese
  private static let unanswered = Phrase("无人接听", "No answer")
  static let all = [
    Phrase("已接通", "Reached"), unanswered, Phrase("已收到短信", "Message received"),
  ]

  /// The answer after that in the field, or before it; nil where something else was typed there.
  static func step(_ key: Key, from editor: LineEditor?) -> String? {
    let step: Int
    switch key.normalised {
    case .right: step = 1
    case .left: step = -1
    default: return nil
    }
    let text = editor?.text ?? ""
    // In the language in which one was taken, Chinese first: what is recorded is shown to all.
    let texts = all.map(\.chinese)
    guard let index = text.isEmpty ? -1 : texts.firstIndex(of: text) else { return nil }
    let next = index == -1 && step < 0 ? texts.count - 1 : index + step
    return texts.indices.contains(next) ? texts[next] : ""
  }
}
