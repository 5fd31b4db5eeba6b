import CensusCore
import CensusLists

extension State {
  /// Another program changed the store: its rows are marked as new, and nothing moves.
  ///
  /// What this program recorded itself is no news, nor is what was on the disk before and can be
  /// read again; a problem stays until a key answers it, or until it is none.
  mutating func takeNews(_ snapshot: Snapshot, own: Set<BatchID> = []) {
    let before = self.snapshot
    let known = Set(before.projection.events.map(\.id))
    let unknown =
      snapshot.projection.history.filter { !known.contains($0.event.id) }
      + snapshot.laterRetractions(since: before)
    let missed = vanished.union(before.damagedRecords)
    let back = unknown.filter { missed.contains($0.event.id) }
    let arrived = unknown.filter {
      !own.contains($0.event.batch) && !missed.contains($0.event.id)
    }
    self.snapshot = snapshot
    stayWithMatter(of: before)
    if var dialog = overlay as? RecordDialog, !own.isEmpty {
      // What its own act has written surprises nobody.
      dialog.seen?.formUnion(
        snapshot.known.events.filter { own.contains($0.batch) }.map(\.id))
      overlay = dialog
    }
    leaveWhatIsGone()
    endAlarms(of: before)
    let gone = before.knownEvents.subtracting(snapshot.knownEvents)
      .subtracting(snapshot.damagedRecords)
    vanished = vanished.union(gone).subtracting(snapshot.knownEvents)
    mark(arrived)
    if let warning = Self.warning(snapshot, since: before) {
      talk.message = warning
    } else if !gone.isEmpty, snapshot.unreadable == nil {
      talk.message = Message(Labels.vanished(gone.count), .problem)
    }
    let words = Self.words(arrived, back: back.count, unlike: before, in: snapshot)
    guard let words else { return }
    let former = Set(before.projection.conflicts)
    let count = snapshot.projection.conflicts.count { !former.contains($0) }
    talk.add(
      count == 0
        ? Message(words, .news)
        : Message(
          [words, contradictions(count)].joined(Phrase("；", "; ")), .news, offer: .conflicts))
  }

  private mutating func mark(_ arrived: [HistoryEntry]) {
    for entry in arrived {
      talk.news.insert(.event(entry.event.id))
      for unit in entry.units(in: projection) { talk.news.insert(.unit(unit.id)) }
      for id in entry.findings {
        talk.news.insert(.finding(id))
        if let site = projection.finding(id)?.site { talk.news.insert(.site(site)) }
      }
    }
  }

  /// What was said of something that was wrong is over once that is mended.
  mutating func endAlarms(of before: Snapshot) {
    let over = before.alarms.filter { !snapshot.alarms.contains($0) }
    guard !over.isEmpty else { return }
    if talk.message.map({ over.contains($0.text) })
      ?? (before.damage != nil && snapshot.damage == nil)
    {
      talk.message = Message(Labels.wholeAgain, .news)
    }
    if overlay is RecordDialog, let refusal = overlay?.refusal, over.contains(refusal) {
      overlay?.refusal = nil
    }
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

  /// What is said of it: 其他程序登记了2条：临沧、昆明（• 标出）; nil if it can be seen nowhere.
  private static func words(
    _ arrived: [HistoryEntry], back: Int, unlike before: Snapshot, in snapshot: Snapshot
  ) -> Phrase? {
    if arrived.isEmpty, back > 0 {
      return Phrase(
        "\(back)条记录又能读取了", "\(back) \(back == 1 ? "record" : "records") can be read again")
    }
    guard !arrived.isEmpty else {
      // What failed before was read meanwhile: that is nobody's doing.
      let isOfOthers =
        before.lacksPast == snapshot.lacksPast
        && before.knownEvents.isSubset(of: snapshot.knownEvents) && before.alarms == snapshot.alarms
        && before.projection.events.count == snapshot.projection.events.count
      return isOfOthers && before != snapshot ? Labels.changedElsewhere : nil
    }
    var units: [Unit] = []
    for unit in arrived.flatMap({ $0.units(in: snapshot.projection) }) where !units.contains(unit) {
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
    guard !talk.news.isEmpty, let row = rowUnderCursor else { return }
    talk.news.remove(row.id)
  }

  /// The store went away: said once, and what was read stays on the screen.
  mutating func lose(_ why: Phrase) {
    guard missing == nil else { return }
    missing = why
    talk.message = Message(why, .problem)
  }

  /// The store is back.
  mutating func find(_ snapshot: Snapshot) {
    missing = nil
    self.snapshot = snapshot
    leaveWhatIsGone()
    // What could not be recorded then can be now.
    if overlay is RecordDialog { overlay?.refusal = nil }
    talk.message = Message(
      Phrase("数据目录又能读取了，已更新", "the store can be read again; updated"), .news)
  }
}

extension State {
  /// Keeps where a person stands, for the undo of what was just recorded.
  mutating func rememberStandpoint(before snapshot: Snapshot) {
    let known = Set(self.snapshot.projection.events.map(\.batch))
    guard let batch = snapshot.projection.events.map(\.batch).first(where: { !known.contains($0) })
    else { return }
    trail[batch] = way
  }

  /// Goes back to where a person stood when that batch was recorded in this session; marks stay as
  /// they are.
  mutating func returnToStandpoint(of batch: BatchID) {
    guard var standpoint = trail.removeValue(forKey: batch) else { return }
    (standpoint.marks, standpoint.range) = (way.marks, way.range)
    way = standpoint
    leaveWhatIsGone()
  }
}

extension Snapshot {
  /// What was taken back since, on a later day than the one looked at: it counts on no day any more.
  fileprivate func laterRetractions(since before: Snapshot) -> [HistoryEntry] {
    guard knownEvents != before.knownEvents else { return [] }
    let shown = Set(before.projection.events.filter { before.projection.isLive($0.id) }.map(\.id))
    return known.history.filter { entry in
      guard entry.event.on > projection.asOf, !before.knownEvents.contains(entry.event.id),
        case .retract(let retract) = entry.event.payload
      else { return false }
      return !shown.isDisjoint(with: retract.targets)
    }
  }

  /// What is said of everything that is wrong with the files.
  var alarms: [Phrase] {
    var alarms = [unreadable, damage?.sentence].compactMap(\.self)
    if case .readOnly(let why) = access { alarms.append(why) }
    return alarms
  }

  /// The records whose files are there and cannot be read.
  var damagedRecords: Set<EventID> {
    Set(
      discrepancies.compactMap { row in
        guard case .file(let path) = row.place, path.hasSuffix(".json") else { return nil }
        return EventID(path.dropLast(5).suffix(32))
      })
  }
}
