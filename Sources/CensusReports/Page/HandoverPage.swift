package import CensusCore
internal import CensusLists

/// What whoever takes over has to know (交接单).
package struct Handover {
  private let projections: [Projection]
  private let worklist: Worklist
  private let asOf: Day
  private let policy: Settings.Policy
  private let directory: Directory
  private let unsaved: [Phrase]
  private let leftOut: [Quarter]

  /// Reads it off all periods.
  ///
  /// - Parameters:
  ///   - projections: the periods with findings, on one day.
  ///   - worklist: what is owed over all of them.
  ///   - asOf: the day looked at.
  ///   - policy: how grave lateness is.
  ///   - directory: names of prefectures.
  ///   - unsaved: what was begun and is not recorded whole, in sentences.
  ///   - leftOut: the periods that cannot be read.
  package init(
    _ projections: [Projection], _ worklist: Worklist, on asOf: Day, _ policy: Settings.Policy,
    directory: Directory, unsaved: [Phrase], leavingOut leftOut: [Quarter]
  ) {
    self.projections = projections
    self.worklist = worklist
    self.asOf = asOf
    self.policy = policy
    self.directory = directory
    self.unsaved = unsaved
    self.leftOut = leftOut
  }

  /// The sheet: what is open, promised, in conflict and unsaved, and by whom.
  package var page: Page {
    let promises = projections.flatMap(\.openPromises).sorted { $0.promised < $1.promised }
    let events = projections.flatMap(\.liveEvents)
    let known = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let open = handoverRoll(
      worklist, on: asOf, policy, directory: directory, last: latest(projections))
    let recent = asOf - 30
    let held = projections.flatMap(\.pendingAccountability)
    let count = worklist.entries.count
    let overdue = worklist.entries.count(where: \.isOverdue)
    let lead = Phrase(
      "共\(count)项未办结，其中逾期\(overdue)项；待兑现或已失约的承诺\(promises.count)项；"
        + "问责尚未办结\(held.count)家；记录矛盾\(conflicts.count)处。",
      "\(counted(count, "matter")) \(count == 1 ? "is" : "are") open, \(overdue) of them overdue; "
        + "\(counted(promises.count, "promise")) \(promises.count == 1 ? "is" : "are") awaited or "
        + "broken; accountability of \(counted(held.count, "unit")) is not over; records contradict "
        + "each other in \(counted(conflicts.count, "case")).")
    return Page(
      title: Phrase("政府网站普查督办工作交接单", "Handover of the follow-up of government websites"),
      date: Terms.dataDate(asOf, projections.last?.knownAt),
      blocks: [
        .lead([lead]), .heading(Phrase("一、未办结事项", "1. What is open")),
        .list(PrintedList(Phrase("各期未办结", "over all periods"), open)),
        .heading(Phrase("二、承诺", "2. What was promised")),
        .list(PrintedList(Phrase("承诺报送", "promises to report"), promisesRoll(promises, on: asOf))),
        .heading(Phrase("三、问责", "3. Accountability")),
        .list(PrintedList(Phrase("尚未办结", "not concluded"), accountabilityRoll(held))),
        .heading(Phrase("四、待裁定、未保存事项", "4. To be settled, or not saved")),
        .points(
          conflicts + unsaved
            + [
              Phrase(
                "各人在督办界面上填写而未登记的内容、复查清单中未保存的结果，只在其本人电脑上，不在数据目录中；交接前请各自登记或放弃。",
                "What somebody filled in on the dashboard without recording it, and verdicts of the run "
                  + "sheet that were not saved, lie on that person's own computer and not in the store: "
                  + "each should record or drop them before handing over.")
            ]), .heading(Phrase("五、近30天登记", "5. Recorded in the last 30 days")),
        .list(
          PrintedList(Phrase("按登记人", "by person"), actorsRoll(Array(known.values), since: recent))),
      ], foot: Terms.leftOut(leftOut))
  }

  /// Records that contradict each other, in sentences.
  private var conflicts: [Phrase] {
    projections.flatMap { projection in
      projection.conflicts.map { conflict in
        let words = Terms.conflict(conflict)
        let name = projection.quarter.name
        return Phrase("\(name.chinese)：\(words.chinese)。", "\(name.english): \(words.english).")
      }
    }
  }

  /// The latest record about a line of the worklist.
  private func latest(
    _ projections: [Projection]
  ) -> @Sendable (Worklist.Entry) -> Event? {
    let histories = Dictionary(
      projections.map { projection in
        (projection.quarter, projection.history.filter { !$0.isRetracted })
      }, uniquingKeysWith: { first, _ in first })
    return { entry in
      if let instruction = entry.instruction { return instruction }
      return histories[entry.quarter]?.first { $0.unit == entry.unit?.id }?.event
    }
  }
}
