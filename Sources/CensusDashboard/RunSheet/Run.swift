import CensusCore
import CensusLists

extension State {
  /// Puts a verdict down on the row under the cursor, or on the marked rows, without recording it.
  ///
  /// What could not be recorded is refused at once. After every verdict the cursor goes on, or the
  /// marks go, so that the next verdict never falls on the same rows. Of what could not be tested
  /// the reason is asked first.
  mutating func put(_ verdict: Recheck.Verdict) {
    guard let ids = runSubjects() else { return }
    guard verdict != .untestable else {
      overlay = ReasonPrompt(findings: ids)
      return
    }
    put(verdict, reason: nil, on: ids)
  }

  /// Puts a verdict down on some rows.
  mutating func put(_ verdict: Recheck.Verdict, reason: Recheck.Reason?, on ids: [FindingID]) {
    guard !ids.isEmpty else { return }
    var pending = RunVerdict(verdict: verdict, reason: reason, on: projection.asOf)
    let before = run[ids[0]]
    let grounds = snapshot.grounds(of: Set(ids))
    var problem: Message?
    for id in ids {
      pending.grounds = grounds[id].number
      do throws(Refusal) {
        if try drafts(of: [id: pending]).drafts.isEmpty {
          run[id] = nil
          problem = Message(sameVerdict(id), .news)
        } else {
          run[id] = pending
        }
      } catch {
        problem = Message(
          error.sentence(in: snapshot.known) { Labels.refusal($0) }, .problem)
      }
    }
    let isOnMarks = way.marks[listKey]?.isEmpty == false
    if isOnMarks {
      markNone()
    } else if problem == nil {
      goOn()
    }
    talk.message = problem ?? put(pending, on: ids, before: before, isOnMarks: isOnMarks)
  }

  /// To the next row that is not closed; where there is none the cursor stays.
  private mutating func goOn() {
    let rows = arrangedRows
    guard let current = ListView.selectedIndex(in: rows, way.lists[listKey] ?? ListState()),
      let next = rows[(current + 1)...].firstIndex(where: { !$0.isHeading && !isClosed($0) })
    else { return }
    select(rows[next].id, at: next)
  }

  private func isClosed(_ row: ListRow) -> Bool {
    switch row.id {
    case .finding(let id): projection.finding(id)?.headline.isClosed == true
    default: false
    }
  }

  /// What is said of a verdict that cannot be seen in one glance: on marked rows, with a reason, in
  /// the place of another.
  private func put(
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
    let row = projection.row(of: ids[0])
    guard let before, !before.isSame(as: pending), before.on == pending.on else { return nil }
    return Message(
      Phrase(
        "第\(row)行原填“\(before.words.chinese)”，改为“\(now.chinese)”",
        "row \(row): \(before.words.english) before, now \(now.english)"), .news)
  }

  /// Takes the verdicts that are not recorded yet away from the same rows.
  mutating func clearVerdict() {
    guard let ids = runSubjects() else { return }
    for id in ids { run[id] = nil }
    talk.message = nil
  }

  /// Asks for all verdicts to be recorded, each on the day on which it was put down, as one batch
  /// that one undo takes back.
  ///
  /// What cannot be recorded any more is said and dropped; what was put down before others recorded
  /// something on the row is said, and recorded by the same key again.
  mutating func saveRun() -> Effect {
    if case .readOnly(let why) = snapshot.access {
      talk.message = Message(why, .problem)
      return .none
    }
    if let said = dropStruckOff() ?? dropUnfounded() ?? warnOfNewGrounds() {
      talk.message = Message(said, .problem)
      return .none
    }
    let pending = pendingRun
    guard !pending.isEmpty else {
      talk.message = Message(
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
      let (drafts, remarks) = try drafts(of: pending)
      guard !drafts.isEmpty else {
        return .confirm(
          snapshot.grounds(of: Set(pending.keys)).values.flatMap { $0.map(\.event.id) },
          said: Phrase("这些复查结论此前已登记，无需重复", "all of these verdicts were recorded before"))
      }
      let counts = RecheckCounts(pending.values.map { Recheck.State($0.verdict) }).parts
      let count = drafts.count { if case .recheck = $0.payload { true } else { false } }
      return .record(
        drafts,
        said: Phrase(
          "已登记复查\(count)条：\(counts.chinese)",
          "recorded \(count) \(count == 1 ? "re-check" : "re-checks"): \(counts.english)")
          + Labels.remarks(remarks))
    } catch {
      talk.message = Message(error.sentence(in: snapshot.known) { Labels.refusal($0) }, .problem)
      return .none
    }
  }

  /// Forgets the verdicts that are recorded now; all others stay.
  mutating func runSaved() {
    run = run.filter { id, pending in
      let recorded = snapshot.known.finding(id)?.rechecks ?? []
      return !recorded.contains {
        $0.on == pending.on && $0.recheck.verdict == pending.verdict
          && $0.recheck.reason == pending.reason
      }
    }
  }

  /// The verdicts of the quarter on screen that can be recorded.
  var pendingRun: [FindingID: RunVerdict] {
    run.filter { id, _ in projection.finding(id).map { !$0.isVoid } ?? false }
  }

  /// Of another quarter the latest, with how many verdicts were put down there and not recorded:
  /// they belong to it, and wait there.
  var unsavedElsewhere: (quarter: Quarter, count: Int)? {
    let others = run.keys.map(\.quarter).filter { $0 != projection.quarter }
    return others.max().map { latest in (latest, others.count { $0 == latest }) }
  }

  /// How many verdicts are not recorded yet, in all quarters, readable or not.
  var unsavedCount: Int { run.count }

  /// Verdicts on rows that were struck off since, or are in the notice no more: said, and dropped.
  private mutating func dropStruckOff() -> Phrase? {
    guard snapshot.unreadable == nil else { return nil }
    let lost = run.filter { $0.key.quarter == projection.quarter && pendingRun[$0.key] == nil }
    guard !lost.isEmpty else { return nil }
    for id in lost.keys { run[id] = nil }
    let named = lost.sorted { $0.key < $1.key }.map { id, verdict in
      let row = projection.row(of: id)
      return Phrase("第\(row)行（\(verdict.words.chinese)）", "row \(row) (\(verdict.words.english))")
    }
    return Phrase(
      "\(named.map(\.chinese).joined(separator: "、"))已剔除或不在通报中，其复查结论不能登记，已清除",
      "\(named.map(\.english).joined(separator: ", ")): struck off or not in the notice any more, so "
        + "the verdict cannot be recorded and is dropped") + savingTheRest
  }

  /// That `w` again saves the verdicts which were not dropped.
  var savingTheRest: Phrase {
    let count = pendingRun.count
    return count == 0
      ? .empty : Phrase("；其余\(count)条再按 w 保存", "; w again saves the other \(count)")
  }

  /// What came to be recorded on rows after a verdict was put down on them: said once.
  private mutating func warnOfNewGrounds() -> Phrase? {
    let pending = pendingRun
    let grounds = snapshot.grounds(of: Set(pending.keys))
    let changed = pending.filter { $0.value.grounds != grounds[$0.key].number }.keys.sorted()
    guard !changed.isEmpty else { return nil }
    renewGrounds()
    let latest = changed.compactMap { grounds[$0]?.max { $0.event.clock < $1.event.clock } }
    let rows = changed.map { String(projection.row(of: $0)) }
    let what = latest.isEmpty ? nil : Labels.records(latest, in: snapshot.known)
    return Phrase(
      "尚未登记：填写结论之后，第\(rows.joined(separator: "、"))行另有"
        + (what.map { "登记：\($0.chinese)" } ?? "记录被撤销") + "；核对后仍要登记请再按 w",
      "nothing is recorded yet: since the verdict was put down, on row "
        + "\(rows.joined(separator: ", ")) "
        + (what.map { "there was recorded: \($0.english)" } ?? "a record was taken back")
        + "; look again, and press w to go on")
  }

  /// All that is known of the rows by now has been said.
  mutating func renewGrounds() {
    let grounds = snapshot.grounds(of: Set(run.keys))
    for id in run.keys where id.quarter == projection.quarter {
      run[id]?.grounds = grounds[id].number
    }
  }

  // MARK: - Leaving

  /// Leaves, unless verdicts of the run sheet are not recorded; the second time in a row leaves, and
  /// the next start has them.
  mutating func leave() -> Effect {
    let count = unsavedCount
    let isBarred: Bool
    if case .readOnly = snapshot.access { isBarred = true } else { isBarred = missing != nil }
    guard count > 0, !hasWarnedOfRun else { return .quit }
    hasWarnedOfRun = true
    guard !isBarred else {
      talk.message = Message(
        Phrase(
          "有\(count)条复查结论尚未保存，现在不能登记；\(leaving.chinese)",
          "\(count) \(count == 1 ? "verdict is" : "verdicts are") not saved and cannot be recorded "
            + "now: \(leaving.english)"), .problem)
      return .none
    }
    guard !isTooSmall else {
      talk.message = Message(
        Phrase(
          "有\(count)条复查结论尚未保存：放大窗口后按 w 保存；\(leaving.chinese)",
          "\(count) \(count == 1 ? "verdict is" : "verdicts are") not saved: enlarge the window, "
            + "where w saves; \(leaving.english)"),
        .problem)
      return .none
    }
    let place = pendingRun.isEmpty ? unsavedElsewhere?.quarter.name : nil
    talk.message = Message(
      Phrase(
        "有\(count)条复查结论尚未保存：\(place.map { "回到\($0.chinese)按 " } ?? "")w 保存；"
          + leaving.chinese,
        "\(count) \(count == 1 ? "verdict is" : "verdicts are") not saved: "
          + "w\(place.map { " in \($0.english)" } ?? "") saves, \(leaving.english)"),
      .problem)
    return .none
  }

  /// Ctrl-C where something lies over the screen: that gives way to the question, if there is one.
  ///
  /// A dialog with something typed in it stays the first time, and is kept for the next start then.
  mutating func leaveFromOverlay() -> Effect {
    if overlay is ActorPrompt, let dialog = overlay?.dialog { overlay = dialog }
    if var dialog = overlay as? RecordDialog, dialog.isTouched, !dialog.hasWarnedOfLeaving {
      dialog.hasWarnedOfLeaving = true
      dialog.refusal = Labels.notRecordedYet
      overlay = dialog
      if isTooSmall { talk.message = Message(Labels.notRecordedYet, .problem) }
      return .none
    }
    if unsavedCount > 0 {
      leftovers = unrecorded
      overlay = nil
    }
    return leave()
  }

  /// What leaving does with verdicts that are not recorded.
  private var leaving: Phrase {
    isKept
      ? Phrase(
        "再按一次退出，结论留到下次打开", "the same key again leaves and keeps them for the next start")
      : Phrase(
        "结论没能留存，再按一次退出即丢失", "they could not be kept: the same key again leaves without them")
  }

  // MARK: - Parts

  /// Why no verdict can be put down here; nil if one can.
  var runRefusal: Phrase? {
    if case .readOnly(let why) = snapshot.access { return why }
    guard place == .view(.rechecks) else {
      return Phrase("复查结论在 6 复查 中逐条填写（按 6）", "verdicts are put down in 6 Re-check (press 6)")
    }
    return nil
  }

  /// The findings that a verdict is about; nil, and a message, where there are none.
  private mutating func runSubjects() -> [FindingID]? {
    if let refusal = runRefusal {
      talk.message = Message(refusal, .problem)
      return nil
    }
    let ids = subjects.compactMap { reference -> FindingID? in
      if case .finding(let id) = reference { id } else { nil }
    }
    guard !ids.isEmpty else {
      talk.message = Message(whyNoSubject, .problem)
      return nil
    }
    return ids
  }

  /// The events of some verdicts, in the order of days, verdicts, reasons and rows.
  private func drafts(
    of pending: [FindingID: RunVerdict]
  ) throws(Refusal) -> (drafts: [EventDraft], remarks: [PlanRemark]) {
    var drafts: [EventDraft] = []
    var remarks: [PlanRemark] = []
    var sites: Set<Event.Subject> = []
    for on in Set(pending.values.map(\.on)).sorted() {
      let censuses = Set(pending.values.compactMap(\.census)).sorted()
      let kinds =
        [RunVerdict(verdict: .passed, on: on)]
        + censuses.map { RunVerdict(verdict: .passed, census: $0, on: on) }
        + [RunVerdict(verdict: .failed, on: on)]
        + Recheck.Reason.allCases.map { RunVerdict(verdict: .untestable, reason: $0, on: on) }
      for kind in kinds {
        let ids = pending.filter { $0.value.isSame(as: kind) }.keys.sorted()
        guard !ids.isEmpty else { continue }
        var request = RecheckRequest(kind.verdict, on: on, reason: kind.reason)
        request.evidence = kind.census.map { Terms.absence(from: $0)[language] }
        let plan = try snapshot.known.plan(
          request, for: ids.map(Reference.finding), today: snapshot.today)
        // A site whose findings pass on several days is back since the first of them.
        drafts += plan.drafts.filter { draft in
          if case .availability = draft.payload {
            sites.insert(draft.subject).inserted
          } else {
            true
          }
        }
        remarks += plan.remarks
      }
    }
    return (drafts, remarks)
  }

  private func sameVerdict(_ id: FindingID) -> Phrase {
    let row = projection.row(of: id)
    return Phrase(
      "第\(row)行当日已登记同样的复查结论，无需重复",
      "the same verdict on row \(row) was recorded for this day already")
  }
}

extension Labels {
  static let notRecordedYet = Phrase(
    "填写的内容还没有登记：Enter 登记，Esc 放弃；再按一次 Ctrl-C 退出程序，内容留到下次",
    "what was filled in is not recorded: Enter records, Esc drops it; Ctrl-C again leaves and keeps "
      + "it for the next start")
}
