package import CensusCore
import TerminalKit

/// A file that is to be kept as evidence, as a dialog says it: nobody has looked at the file yet.
package struct Attaching: Equatable, Sendable {
  /// The file as a person named it; nothing is put around it any more.
  package let path: String
  /// What it is evidence of.
  package let references: [Reference]
  /// The same by name.
  package let about: Phrase
  /// The day it is about.
  package let on: Day
  package let note: String?
  /// What would be recorded of any file.
  let drafts: [EventDraft]
}

extension RecordDialog {
  /// The file that was named.
  private var file: String? { text(.file).map { $0.droppedPath ?? $0 } }

  /// What would be recorded of the file: it is not read before somebody presses Enter.
  func attaching(_ on: Day) throws(DialogFault) -> EvidenceRequest {
    guard let file else { throw .noFile }
    return EvidenceRequest(
      on: on,
      files: [Evidence(name: file, sha256: "", kilobytes: 1, form: .other, note: text(.note))])
  }

  /// What is asked of the world.
  func attaching(_ plan: Plan, _ state: State) throws(DialogFault) -> Attaching {
    guard let file, let on = day(.day) else { throw .noFile }
    return Attaching(
      path: file, references: references, about: state.title(of: self), on: on, note: text(.note),
      drafts: plan.drafts)
  }

  /// Works out what keeping a file comes to.
  func plan(
    _ request: EvidenceRequest, in projection: Projection, today: Day
  ) throws(DialogFault) -> Plan {
    do throws(Refusal) {
      return try projection.plan(request, for: references, today: today)
    } catch {
      throw .refused(error, hasNote: false, in: nil)
    }
  }
}
