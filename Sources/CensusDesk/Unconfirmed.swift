import CensusCommand
import CensusCore
import CensusDashboard
import CensusStore

/// Records that are written, and not certain to be on the disk.
extension Desk {
  static func notConfirmed(_ reason: Phrase) -> Phrase {
    Phrase(
      "已写入，但不能确认是否已存盘：\(reason.chinese)排除后按 Esc、再按 r 重新存盘，不要再登记一次。",
      "it is written, but not certain to be on the disk: \(reason.english) Mend that, press "
        + "Esc and then r to make sure; do not record it again.")
  }

  /// Forces to the disk what could not be confirmed before.
  ///
  /// - Parameter isAsking: whether something is to be recorded, which is then to be asked for anew.
  /// - Returns: what is to be said of it; nothing where all is certain.
  mutating func confirmAgain(asking isAsking: Bool = false) -> [Action] {
    let events = unconfirmed.values.flatMap(\.self)
    guard !events.isEmpty else { return [] }
    do {
      try session.store.confirm(events)
      unconfirmed = [:]
      let done = Phrase(
        "先前未确认的\(events.count)条记录已存盘",
        "\(counted(events.count, "record")) not confirmed before: on the disk now")
      return [
        .changed(snapshot(), own: []), isAsking ? .surprised(Labels.notYet(done)) : .told(done),
      ]
    } catch {
      return [
        .failed(isAsking ? Self.notConfirmed(Messages.sentence(error)) : Messages.sentence(error))
      ]
    }
  }

  mutating func confirm(_ events: [EventID], _ said: Phrase) -> [Action] {
    do {
      try session.store.confirm(events + unconfirmed.values.flatMap(\.self))
      guard !unconfirmed.isEmpty else { return [.confirmed(said)] }
      unconfirmed = [:]
      return [.changed(snapshot(), own: []), .confirmed(said)]
    } catch {
      return [.failed(Messages.sentence(error))]
    }
  }
}
