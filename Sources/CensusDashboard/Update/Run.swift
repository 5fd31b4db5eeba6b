import CensusCore

extension State {
  /// Puts a verdict down on the row under the cursor, or on the marked rows, without recording it.
  ///
  /// What could not be recorded is refused at once. After a verdict the cursor goes on; untestable
  /// keeps it there, since the same key chooses the next reason.
  mutating func put(_ verdict: Recheck.Verdict) {
    guard let ids = runSubjects() else { return }
    let pending = RunVerdict(
      verdict: verdict, reason: verdict == .untestable ? nextReason(ids[0]) : nil)
    var problem: Message?
    for id in ids {
      do throws(Refusal) {
        if try drafts(of: [id: pending]).isEmpty {
          run[id] = nil
          problem = Message(Self.sameVerdict(id), .news)
        } else {
          run[id] = pending
        }
      } catch {
        problem = Message(Terms.refusal(error), .problem)
      }
    }
    hasWarnedOfRun = false
    let isOnMarks = marks[listKey]?.isEmpty == false
    if problem == nil, verdict != .untestable, !isOnMarks { move(.down) }
    if isOnMarks, verdict != .untestable { markNone() }
    message = problem
  }

  /// Takes the verdicts that are not recorded yet away from the same rows.
  mutating func clearVerdict() {
    guard let ids = runSubjects() else { return }
    for id in ids { run[id] = nil }
    message = nil
  }

  /// Asks for all verdicts to be recorded on the day looked at, as one batch that one undo takes
  /// back.
  mutating func saveRun() -> Effect {
    if case .readOnly(let why) = snapshot.access {
      message = Message(why, .problem)
      return .none
    }
    let pending = pendingRun
    guard !pending.isEmpty else {
      message = Message(
        Phrase(
          "没有待保存的复查结论；在 6 复查 中按 + - ~ 填写",
          "no verdict to save; put them down in 6 Re-check with + - ~"), .news)
      return .none
    }
    do throws(Refusal) {
      let drafts = try drafts(of: pending)
      guard !drafts.isEmpty else {
        runSaved()
        message = Message(
          Phrase("这些复查结论早已登记，无需重复", "all of these verdicts were recorded before"), .news)
        return .none
      }
      let counts = RecheckCounts(pending.values.map { Recheck.State($0.verdict) }).parts
      return .record(
        drafts,
        said: Phrase(
          "已登记复查\(drafts.count)条：\(counts.chinese)",
          "recorded \(drafts.count) \(drafts.count == 1 ? "re-check" : "re-checks"): "
            + "\(counts.english)"))
    } catch {
      message = Message(Terms.refusal(error), .problem)
      return .none
    }
  }

  /// Forgets the verdicts that are recorded now; all others stay.
  mutating func runSaved() {
    run = run.filter { id, pending in
      guard let last = projection.finding(id)?.lastRecheck else { return true }
      return last.on != projection.asOf || last.recheck.verdict != pending.verdict
        || last.recheck.reason != pending.reason
    }
    if run.isEmpty { hasWarnedOfRun = false }
  }

  /// The verdicts of the quarter on screen that are not recorded yet.
  var pendingRun: [FindingID: RunVerdict] {
    run.filter { id, _ in projection.finding(id).map { !$0.isVoid } ?? false }
  }

  // MARK: - Parts

  /// The findings that a verdict is about; nil, and a message, where there are none.
  private mutating func runSubjects() -> [FindingID]? {
    if case .readOnly(let why) = snapshot.access {
      message = Message(why, .problem)
      return nil
    }
    guard place == .view(.rechecks) else {
      message = Message(
        Phrase(
          "复查结论在 6 复查 中逐条填写（按 6）", "verdicts are put down in 6 Re-check (press 6)"), .problem)
      return nil
    }
    let ids = subjects.compactMap { reference -> FindingID? in
      if case .finding(let id) = reference { id } else { nil }
    }
    guard !ids.isEmpty else {
      message = Message(Labels.nothingHere, .problem)
      return nil
    }
    return ids
  }

  /// The first reason, or the one after that which was put down.
  private func nextReason(_ id: FindingID) -> Recheck.Reason {
    let all = Recheck.Reason.allCases
    let index = run[id]?.reason.flatMap(all.firstIndex)
    return index.map { all[($0 + 1) % all.count] } ?? .offline
  }

  /// The events of some verdicts, in the order of verdicts, reasons and rows.
  private func drafts(of pending: [FindingID: RunVerdict]) throws(Refusal) -> [EventDraft] {
    var drafts: [EventDraft] = []
    let kinds =
      [RunVerdict(verdict: .passed), RunVerdict(verdict: .failed)]
      + Recheck.Reason.allCases.map { RunVerdict(verdict: .untestable, reason: $0) }
    for kind in kinds {
      let ids = pending.filter { $0.value == kind }.keys.sorted()
      guard !ids.isEmpty else { continue }
      let request = RecheckRequest(kind.verdict, on: projection.asOf, reason: kind.reason)
      drafts += try snapshot.known.plan(
        request, for: ids.map(Reference.finding), today: snapshot.today
      ).drafts
    }
    return drafts
  }

  private static func sameVerdict(_ id: FindingID) -> Phrase {
    Phrase(
      "第\(id.row)行当日已登记同样的复查结论，无需重复",
      "the same verdict on row \(id.row) was recorded for this day already")
  }
}
