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

  private func obstacle(to act: Act, about references: [Reference]) -> Phrase? {
    var dialog = RecordDialog(act, about: references, day: projection.asOf)
    for field in dialog.fields where dialog.choices(of: field) == nil && !field.isDay {
      dialog.texts[field]?.insert(field == .count ? String(references.count) : "甲")
    }
    dialog.texts[.until]?.set((projection.asOf + 14).description)
    do throws(DialogFault) {
      _ = try dialog.plan(in: snapshot.known, today: snapshot.today)
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
    case .noDay, .otherCount: false
    case .needsOneFinding, .needsOneReceipt, .nothingStruckOff: true
    case .refused(let refusal, _): refusal.isOfTheRows
    }
  }
}

extension Refusal {
  fileprivate var isOfTheRows: Bool {
    switch self {
    case .owesNothing, .noFindings, .notASubject, .unknownBatch, .notAnEvent, .isVoid,
      .nothingOwed, .nothingFailed, .notAFinding, .notASite, .noConflict, .isACheck, .notACheck,
      .unknownCheck, .findingsOnly, .retiredSite, .alreadyConcluded:
      true
    default: false
    }
  }
}
