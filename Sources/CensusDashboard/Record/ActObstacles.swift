import CensusCore
import TerminalKit

extension State {
  /// Why acts cannot be about some rows, whatever is filled in: each is tried with something in every
  /// field.
  func obstacles(to references: [Reference]) -> [Act: Phrase] {
    var obstacles: [Act: Phrase] = [:]
    for act in ActMenu.entries { obstacles[act] = obstacle(to: act, about: references) }
    return obstacles
  }

  /// Why an act cannot be about some rows, whatever is filled in.
  func obstacle(to act: Act, about references: [Reference]) -> Phrase? {
    var dialog = RecordDialog(act, about: references, day: projection.asOf)
    for field in dialog.fields where dialog.choices(of: field) == nil && !field.isDay {
      dialog.texts[field]?.insert(field == .count ? String(references.count) : "甲")
    }
    dialog.texts[.until]?.set((projection.asOf + 14).description)
    // What is corrected is one of several fields: it is an obstacle if none of them can be.
    var why: Phrase?
    for choice in 0..<(act == .correct ? Correct.Field.allCases.count : 1) {
      dialog.choices[.field] = choice
      why = dialog.obstacle(in: snapshot)
      guard why != nil else { return nil }
    }
    return act == .correct && why != DialogFault.oneAtATime.sentence ? Labels.notCorrectable : why
  }
}

extension RecordDialog {
  fileprivate func obstacle(in snapshot: Snapshot) -> Phrase? {
    do throws(DialogFault) {
      _ = try plan(in: snapshot.known, today: snapshot.today)
      return nil
    } catch {
      return error.isOfTheRows ? error.sentence : nil
    }
  }
}

extension DialogFault {
  /// Whether the rows are at fault, and nothing that could be filled in.
  fileprivate var isOfTheRows: Bool {
    switch self {
    case .noDay, .noFile, .noMeasures, .noAssignee, .otherCount, .readOnly: false
    case .needsOneFinding, .needsOneReceipt, .nothingStruckOff, .oneAtATime: true
    case .refused(let refusal, _, _): refusal.isOfTheRows
    }
  }
}

extension Refusal {
  fileprivate var isOfTheRows: Bool {
    switch self {
    case .owesNothing, .noFindings, .notASubject, .unknownBatch, .notAnEvent, .isVoid,
      .nothingOwed, .nothingFailed, .notAFinding, .notASite, .noConflict, .isACheck, .isANotice,
      .notACheck,
      .unknownCheck, .findingsOnly, .retiredSite, .notVoid, .notCorrectable,
      .alreadyConcluded:
      true
    default: false
    }
  }
}
