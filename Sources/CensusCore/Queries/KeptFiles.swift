/// A file kept as evidence, with whom and what it speaks of.
package struct KeptFile: Sendable {
  /// The unit; nil where it is about several, or none.
  package let unit: Unit?
  /// What it is evidence of: rows, site and round, and what was recorded with it.
  package let about: Phrase
  /// The file and its record.
  package let entry: EvidenceEntry
}

extension Projection {
  /// All files kept as evidence, unit by unit, the earliest first; those taken back are left out.
  package var keptFiles: [KeptFile] {
    let all = history.filter { !$0.isRetracted }
    let files = all.reversed().compactMap { entry -> KeptFile? in
      guard case .evidence(let file) = entry.event.payload else { return nil }
      return KeptFile(
        unit: entry.unit.flatMap { obligation(of: $0)?.unit },
        about: about(entry.event, beside: all),
        entry: EvidenceEntry(event: entry.event, file: file))
    }
    let order = obligations.map(\.unit.id)
    return order.flatMap { unit in files.filter { $0.unit?.id == unit } }
      + files.filter { $0.unit == nil }
  }

  /// What a file is evidence of: 第3行 石林县政府网，复查.
  private func about(_ event: Event, beside all: [HistoryEntry]) -> Phrase {
    let matter = EventMatter(projection: self).words(of: event)
    let together = all.map(\.event).filter { other in
      guard other.batch == event.batch else { return false }
      switch other.payload {
      case .receipt, .recheck, .accountability:
        let subject = other.payload.covers.map { Event.Subject.findings($0) } ?? other.subject
        return subject == event.subject
      default: return false
      }
    }
    let kinds = distinct(together.map { Terms.eventType($0.payload) })
    let whole = Phrase("责任单位", "the unit as a whole")
    return ([matter ?? whole] + kinds).joined(.comma)
  }
}
