import CensusCore
import CensusLists

// What a record is called where somebody decides upon it: nobody knows one by the digits of its identity.
extension State {
  /// Whom a record is about, and of what kind it is: 昆明 延期.
  func name(ofRecord id: EventID) -> Phrase {
    guard let entry = snapshot.history.first(where: { $0.event.id == id }) else {
      return Phrase("记录\(id.text.prefix(8))", "record \(id.text.prefix(8))")
    }
    let kind = Terms.eventType(entry.event.payload)
    let units = entry.units(in: projection)
    guard !units.isEmpty else {
      return Phrase(
        "\(kind.chinese)（记录\(id.text.prefix(8))）", "\(kind.english) (record \(id.text.prefix(8)))")
    }
    let whom = Labels.unitsCell(units)
    return Phrase("\(whom.chinese) \(kind.chinese)", "\(whom.english), \(kind.english)")
  }

  /// What a record says, and who recorded it: 延期至2018-11-20，2018-10-19，王五登记.
  func content(of reference: Reference) -> Phrase? {
    guard case .event(let id) = reference, let event = snapshot.known.event(id) else { return nil }
    let said = Terms.summary(of: event, in: snapshot.known)
    return Phrase(
      "\(said.chinese)，\(event.on)，\(event.actor)登记。",
      "\(said.english), \(event.on), by \(event.actor).")
  }
}
