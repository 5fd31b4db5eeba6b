import CensusCore

extension State {
  /// Puts a verdict down on the row under the cursor, or on the marked rows, without recording it.
  ///
  /// What could not be recorded is refused at once. After every verdict the cursor goes on, or the
  /// marks go, so that the next verdict never falls on the same rows; on a row that is untestable
  /// already the same key takes the next reason.
  mutating func put(_ verdict: Recheck.Verdict) {
    guard let ids = runSubjects() else { return }
    let pending = RunVerdict(
      verdict: verdict, reason: verdict == .untestable ? nextReason(ids[0]) : nil)
    let before = run[ids[0]]
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
        problem = Message(Labels.refusal(error), .problem)
      }
    }
    let isOnMarks = marks[listKey]?.isEmpty == false
    if isOnMarks {
      markNone()
    } else if problem == nil {
      move(.down)
    }
    message = problem ?? Self.put(pending, on: ids, before: before, isOnMarks: isOnMarks)
  }

  /// What is said of a verdict that cannot be seen in one glance: on marked rows, with a reason, in
  /// the place of another.
  private static func put(
    _ pending: RunVerdict, on ids: [FindingID], before: RunVerdict?, isOnMarks: Bool
  ) -> Message? {
    let now = pending.words
    if isOnMarks {
      return Message(
        Phrase(
          "选中的\(ids.count)行填为“\(now.chinese)”（w 保存）",
          "\(ids.count) marked \(ids.count == 1 ? "row" : "rows"): \(now.english) (w saves)"), .news
      )
    }
    let row = ids[0].row
    if let before, before.verdict != pending.verdict {
      return Message(
        Phrase(
          "第\(row)行原填“\(before.words.chinese)”，改为“\(now.chinese)”",
          "row \(row): \(before.words.english) before, now \(now.english)"), .news)
    }
    guard pending.verdict == .untestable else { return nil }
    return Message(
      Phrase(
        "第\(row)行：\(now.chinese)；换原因：回到这一行再按 ~",
        "row \(row): \(now.english); for another reason go back to it and press ~"), .news)
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
        unsavedElsewhere.map { quarter, count in
          Phrase(
            "本季度没有待保存的复查结论；\(quarter.name.chinese)有\(count)条，回到该季度（[ ]）按 w 保存",
            "no verdict of this quarter to save; \(count) of \(quarter.name.english): go back there "
              + "([ ]) and press w")
        }
          ?? Phrase(
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
      message = Message(Labels.refusal(error), .problem)
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
  }

  /// The verdicts of the quarter on screen that are not recorded yet.
  var pendingRun: [FindingID: RunVerdict] {
    run.filter { id, _ in projection.finding(id).map { !$0.isVoid } ?? false }
  }

  /// Of another quarter the latest, with how many verdicts were put down there and not recorded:
  /// they belong to it, and wait there.
  var unsavedElsewhere: (quarter: Quarter, count: Int)? {
    let others = run.keys.map(\.quarter).filter { $0 != projection.quarter }
    return others.max().map { latest in (latest, others.count { $0 == latest }) }
  }

  /// How many verdicts are not recorded yet, in all quarters.
  var unsavedCount: Int {
    pendingRun.count + run.keys.count { $0.quarter != projection.quarter }
  }

  // MARK: - Leaving

  /// Leaves, unless verdicts of the run sheet are not recorded; the second time in a row drops them.
  mutating func leave() -> Effect {
    let count = unsavedCount
    guard count > 0, !hasWarnedOfRun else {
      run = [:]
      return .quit
    }
    hasWarnedOfRun = true
    let place = pendingRun.isEmpty ? unsavedElsewhere?.quarter.name : nil
    message = Message(
      Phrase(
        "有\(count)条复查结论尚未保存：\(place.map { "回到\($0.chinese)按 " } ?? "")w 保存，再按一次放弃",
        "\(count) \(count == 1 ? "verdict is" : "verdicts are") not saved: "
          + "w\(place.map { " in \($0.english)" } ?? "") saves, the same key again drops them"),
      .problem)
    return .none
  }

  /// Ctrl-C where something lies over the screen: that gives way to the question, if there is one.
  mutating func leaveFromOverlay() -> Effect {
    if unsavedCount > 0 { overlay = nil }
    return leave()
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
      message = Message(whyNoSubject, .problem)
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
