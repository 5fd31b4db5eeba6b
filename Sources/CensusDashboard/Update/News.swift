import CensusCore

extension State {
  /// Another program changed the store: its rows are marked as new, and nothing moves.
  ///
  /// What this program recorded itself is no news, and a problem stays until a key answers it.
  mutating func takeNews(_ snapshot: Snapshot, own: Set<BatchID> = []) {
    let before = self.snapshot
    let known = Set(before.projection.events.map(\.id))
    let unknown = snapshot.projection.history.filter { !known.contains($0.event.id) }
    let arrived = unknown.filter { !own.contains($0.event.batch) }
    self.snapshot = snapshot
    leaveWhatIsGone()
    let warning = Self.warning(snapshot, since: before)
    if let warning {
      message = warning
    } else if before.damage != nil, snapshot.damage == nil {
      // What was said of the damage no longer holds.
      message = Message(Labels.wholeAgain, .news)
    }
    let gone = Self.gone(from: before, in: snapshot)
    if gone > 0, message?.kind != .problem || warning == nil {
      message = Message(Labels.vanished(gone), .problem)
    }
    guard unknown.isEmpty || !arrived.isEmpty else { return }
    for entry in arrived {
      news.insert(.event(entry.event.id))
      for unit in entry.units(in: snapshot.projection) { news.insert(.unit(unit.id)) }
      for id in entry.findings {
        news.insert(.finding(id))
        if let finding = snapshot.projection.finding(id)?.finding {
          news.insert(.site(finding.code))
        }
      }
    }
    guard !arrived.isEmpty || gone == 0 && before.damage == snapshot.damage else { return }
    let said = Message(Self.words(arrived, in: snapshot.projection), .news)
    if message?.kind == .problem { log(said) } else { message = said }
  }

  /// How many records are there no more and nothing says why: no record is ever removed.
  private static func gone(from before: Snapshot, in snapshot: Snapshot) -> Int {
    guard before.damage == snapshot.damage, before.projection.quarter == snapshot.projection.quarter
    else { return 0 }
    let present = Set(snapshot.known.history.map(\.event.id))
    return before.known.history.count { !present.contains($0.event.id) }
  }

  /// What has become wrong with the store, and comes before what is new in it.
  static func warning(_ snapshot: Snapshot, since before: Snapshot?) -> Message? {
    if let why = snapshot.unreadable, why != before?.unreadable { return Message(why, .problem) }
    if case .readOnly(let why) = snapshot.access, let before, before.access != snapshot.access {
      return Message(why, .problem)
    }
    guard let damage = snapshot.damage, damage != before?.damage else { return nil }
    return Message(damage.sentence, .problem)
  }

  /// What is said of it: 其他程序登记了2条：临沧、昆明（• 标出）.
  private static func words(_ arrived: [HistoryEntry], in projection: Projection) -> Phrase {
    guard !arrived.isEmpty else { return Labels.changedElsewhere }
    var units: [Unit] = []
    for unit in arrived.flatMap({ $0.units(in: projection) }) where !units.contains(unit) {
      units.append(unit)
    }
    let count = arrived.count
    let names = units.prefix(3)
    let more = units.count > names.count
    let chinese = names.map(\.name.chinese).joined(separator: "、") + (more ? "等" : "")
    let english = names.map(\.short.english).joined(separator: ", ") + (more ? " …" : "")
    return Phrase(
      "其他程序登记了\(count)条" + (names.isEmpty ? "" : "：\(chinese)"),
      "another program recorded \(count) \(count == 1 ? "event" : "events")"
        + (names.isEmpty ? "" : ": \(english)"))
  }

  /// The row under the cursor has been seen.
  mutating func lookAtRow() {
    guard !news.isEmpty, let row = rowUnderCursor else { return }
    news.remove(row.id)
  }

  /// The store went away: said once, and what was read stays on the screen.
  mutating func lose(_ why: Phrase) {
    guard missing == nil else { return }
    missing = why
    message = Message(why, .problem)
  }

  /// The store is back.
  mutating func find(_ snapshot: Snapshot) {
    missing = nil
    self.snapshot = snapshot
    leaveWhatIsGone()
    message = Message(
      Phrase("数据目录又能读取了，已更新", "the store can be read again; updated"), .news)
  }
}

/// Where a person stands: the way there, and what was made of each list.
struct Standpoint: Equatable, Sendable {
  let places: [Place]
  let panes: [Place: Int]
  let lists: [ListKey: ListState]
}

extension State {
  /// Keeps where a person stands, for the undo of what was just recorded.
  mutating func rememberStandpoint(before snapshot: Snapshot) {
    let known = Set(self.snapshot.projection.events.map(\.batch))
    guard let batch = snapshot.projection.events.map(\.batch).first(where: { !known.contains($0) })
    else { return }
    trail[batch] = Standpoint(places: places, panes: panes, lists: lists)
  }

  /// Goes back to where a person stood when that batch was recorded in this session.
  mutating func returnToStandpoint(of batch: BatchID) {
    guard let standpoint = trail.removeValue(forKey: batch) else { return }
    places = standpoint.places
    panes = standpoint.panes
    lists = standpoint.lists
    leaveWhatIsGone()
  }
}
