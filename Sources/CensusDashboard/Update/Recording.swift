import CensusCore
import TerminalKit

extension State {
  /// What a mark in this place is about: the row under the cursor, else what the place shows.
  var subject: Reference? {
    if let row = rowUnderCursor { return row.reference ?? placeSubject }
    return placeSubject
  }

  private var placeSubject: Reference? {
    switch place {
    case .unit(let id): .unit(id)
    case .prefecture(let id): .prefecture(id)
    case .site(let code): .site(code)
    case .view, .category: nil
    }
  }

  /// One key: parts of a report arrived on the day looked at, for the whole unit.
  mutating func receive(_ parts: [Part]) -> Effect {
    guard let subject = recordable() else { return .none }
    return record(ReceiptRequest(parts: parts, on: projection.asOf), about: subject)
  }

  /// Opens the dialog for a receipt with all its details.
  mutating func openDialog(_ part: Part) {
    guard let subject = recordable() else { return }
    overlay = .receipt(ReceiptDialog(part: part, reference: subject, day: projection.asOf))
  }

  /// Asks for the last batch to be taken back.
  mutating func undo() -> Effect {
    if case .readOnly(let why) = snapshot.access {
      message = Message(why, .problem)
      return .none
    }
    return .undo
  }

  /// A key in the dialog: Enter records, Esc cancels, a refusal is shown in it.
  mutating func fill(_ dialog: ReceiptDialog, _ key: Key) -> Effect {
    var dialog = dialog
    switch key {
    case .escape: overlay = nil
    case .enter:
      guard let request = dialog.request else {
        dialog.refusal = Labels.notADay
        overlay = .receipt(dialog)
        return .none
      }
      let effect = record(request, about: dialog.reference)
      if message?.kind == .problem, let text = message?.text {
        dialog.refusal = text
        message = nil
        overlay = .receipt(dialog)
      } else {
        overlay = nil
      }
      return effect
    default:
      if dialog.handle(key) { overlay = .receipt(dialog) }
    }
    return .none
  }

  private mutating func recordable() -> Reference? {
    if case .readOnly(let why) = snapshot.access {
      message = Message(why, .problem)
      return nil
    }
    guard let subject else {
      message = Message(Labels.nothingHere, .problem)
      return nil
    }
    return subject
  }

  private mutating func record(_ request: ReceiptRequest, about subject: Reference) -> Effect {
    do {
      let plan = try projection.plan(request, for: [subject], today: snapshot.today)
      let names = (plan.units.isEmpty ? plan.skipped : plan.units)
        .map { Terms.unit($0, in: projection)[language] }
        .joined(separator: language == .chinese ? "、" : ", ")
      guard !plan.drafts.isEmpty else {
        let events = plan.skipped.compactMap { projection.obligation(of: $0) }
          .flatMap { $0.receipts.map(\.id) }
        return .confirm(events, said: Labels.alreadyRecorded(names, on: request.on))
      }
      let parts = plan.drafts.compactMap { draft -> Part? in
        if case .receipt(let receipt) = draft.payload { receipt.part } else { nil }
      }
      let said = Labels.recorded(
        units: names, parts: Part.allCases.filter(parts.contains), signature: request.signature)
      return .record(plan.drafts, said: said)
    } catch {
      message = Message(Terms.refusal(error), .problem)
      return .none
    }
  }
}
