import CensusCore
import CensusLists
import TerminalKit

extension State {
  /// What an act in this place is about: the marked rows, the row under the cursor, or the place.
  var subjects: [Reference] {
    if way.marks[listKey]?.isEmpty == false { return shownMarks.compactMap(\.reference) }
    if let reference = rowUnderCursor?.reference { return [reference] }
    return placeSubject.map { [$0] } ?? []
  }

  /// What the page is about, where it is about one thing.
  var placeSubject: Reference? {
    switch place {
    case .unit(let id): .unit(id)
    case .prefecture(let id): .prefecture(id)
    case .site(let code): .site(code)
    case .event(let id): .event(id)
    case .view(.notice): .notice(projection.quarter)
    case .view, .category, .ledger, .worklist, .comparison, .conflicts: nil
    }
  }

  /// The name of one thing, or how many there are.
  func name(of references: [Reference]) -> Phrase {
    guard references.count == 1, let reference = references.first else {
      return Phrase("\(references.count)项", "\(references.count) rows")
    }
    switch reference {
    case .unit(let id): return Terms.unit(id, in: projection)
    case .prefecture(let id): return projection.directory.prefecture(id)?.name ?? Phrase(id)
    case .site(let code):
      return projection.site(code)?.shownName ?? Phrase(code.text, code.text)
    case .finding(let id):
      let row = projection.row(of: id)
      return Phrase("第\(row)行 ", "row \(row) ")
        + (projection.finding(id)?.finding.shownName ?? .empty)
    case .event(let id): return name(ofRecord: id)
    case .batch(let id): return Phrase("批次\(id.text.prefix(8))", "batch \(id.text.prefix(8))")
    case .check(let id):
      return snapshot.discrepancies.first { $0.id == id }?.location
        ?? Phrase("核对项\(id)", "check \(id)")
    case .notice: return Phrase("整份通报", "the whole notice")
    }
  }

  /// One key: parts of a report arrived on the day looked at, for the whole unit.
  ///
  /// More than one unit, and what is marked out of view, is named in the dialog first.
  mutating func receive(_ act: Act) -> Effect {
    guard let subjects = recordable() else { return .none }
    let dialog = RecordDialog(act, about: subjects, day: projection.asOf)
    guard subjects.count == 1, unseenMarkCount == 0, hiddenMarkCount == 0,
      units(of: subjects[0]).count <= 1
    else {
      open(dialog)
      return .none
    }
    do throws(DialogFault) {
      let effect = try effect(of: dialog)
      justReceived.asked = effect.records ? dialog : nil
      return effect
    } catch {
      talk.message = Message(error.sentence, .problem)
      return .none
    }
  }

  /// The units that a prefecture stands for; none for all else.
  func units(of reference: Reference) -> [Unit] {
    guard case .prefecture(let id) = reference else { return [] }
    return projection.obligations.filter { $0.unit.prefecture == id && !$0.isVoid }.map(\.unit)
  }

  /// Opens the dialog of an act.
  mutating func openDialog(_ act: Act) {
    guard let subjects = recordable() else { return }
    if let why = obstacle(to: act, about: subjects) {
      talk.message = Message(why, .problem)
      return
    }
    openDialog(act, about: subjects)
  }

  /// Opens the dialog of an act about some rows, with what is likely filled in.
  mutating func openDialog(_ act: Act, about references: [Reference]) {
    open(filled(dialog(act, about: references)))
  }

  /// The units that answer for what something is; none for what is of no unit.
  func unitIDs(of reference: Reference) -> [UnitID] {
    switch reference {
    case .unit(let id): [id]
    case .prefecture: units(of: reference).map(\.id)
    case .site(let code): snapshot.known.site(code)?.findings.map(\.unit) ?? []
    case .finding(let id): snapshot.known.finding(id).map { [$0.unit] } ?? []
    case .event, .batch, .check, .notice: []
    }
  }

  /// The dialog of an act on the day looked at.
  func dialog(_ act: Act, about references: [Reference]) -> RecordDialog {
    let units = references.flatMap { unitIDs(of: $0) }
    let rounds = Set(units).compactMap { snapshot.known.obligation(of: $0)?.rounds.count }.max()
    return RecordDialog(act, about: references, day: projection.asOf, rounds: rounds ?? 1)
  }

  /// Shows a dialog, filled in as somebody left it; what is known by now is what the person decides
  /// upon.
  mutating func open(_ dialog: RecordDialog, goingOn: Bool = false) {
    var dialog = takenUp(dialog, asked: goingOn) ?? dialog
    dialog.seen = snapshot.knownEvents
    dialog.isUnfounded = isUnfounded(dialog)
    overlay = dialog
    if let origin = dialog.origin { announceLeftover(origin) }
  }

  /// Whether accountability would be opened though no re-check has failed.
  private func isUnfounded(_ dialog: RecordDialog) -> Bool {
    guard dialog.act == .account else { return false }
    var request = AccountRequest(.opened, on: projection.asOf)
    request.approvedBy = "-"
    do throws(Refusal) {
      _ = try snapshot.known.plan(request, for: dialog.references, today: snapshot.today)
      return false
    } catch {
      if case .nothingCallsForAccountability = error { return true }
      return false
    }
  }

  /// Opens the menu of acts.
  mutating func openMenu() {
    guard let subjects = recordable() else { return }
    overlay = ActMenu(references: subjects, obstacles: obstacles(to: subjects))
  }

  /// The dialog with what is likely: the next deadline of an order, whom one called last.
  private func filled(_ dialog: RecordDialog) -> RecordDialog {
    var dialog = dialog
    if dialog.act == .order || dialog.act == .extend {
      let until = projection.calendar.orNextWorkingDay(projection.asOf + 14).description
      dialog.texts[.until] = LineEditor(until)
      dialog.proposed[.until] = until
    }
    if dialog.act == .remedy, dialog.references.count == 1,
      case .finding(let id)? = dialog.references.first,
      let remedy = projection.finding(id)?.remedy
    {
      dialog.texts[.measures] = LineEditor(remedy.measures)
      dialog.texts[.completion] = LineEditor(remedy.completion ?? "")
      dialog.texts[.responsible] = LineEditor(remedy.responsible ?? "")
    }
    guard case .unit(let id)? = dialog.references.first, dialog.references.count == 1,
      let obligation = projection.obligation(of: id)
    else { return dialog }
    if dialog.act == .chase, let name = obligation.contact?.name {
      dialog.texts[.to] = LineEditor(name)
    }
    if dialog.act == .assign, let name = obligation.assignee {
      dialog.texts[.to] = LineEditor(name)
    }
    if dialog.act == .contact, let contact = obligation.contact {
      dialog.texts[.name] = LineEditor(contact.name ?? "")
      dialog.texts[.post] = LineEditor(contact.post ?? "")
      dialog.texts[.phone] = LineEditor(contact.phone ?? "")
    }
    return dialog
  }

  /// Asks for the last batch, or the last undo, to be taken back.
  mutating func takeBack(_ effect: Effect) -> Effect {
    if case .readOnly(let why) = snapshot.access {
      talk.message = Message(why, .problem)
      return .none
    }
    return effect
  }

  /// Retracts the event under the cursor, with a reason.
  mutating func retract() {
    let events = distinct(subjects.flatMap { records($0) })
    guard !events.isEmpty else {
      talk.message = Message(hiddenMarkCount > 0 ? whyNoSubject : Labels.retractInHistory, .problem)
      return
    }
    guard recordable() != nil else { return }
    open(RecordDialog(.retract, about: whole(events), day: projection.asOf))
  }

  /// A record, or those of a batch that still count; all of them where none does.
  private func records(_ reference: Reference) -> [Reference] {
    switch reference {
    case .event: return [reference]
    case .batch(let id):
      let own = snapshot.known.events.filter { $0.batch == id }
      let live = own.filter { snapshot.known.isLive($0.id) }
      return (live.isEmpty ? own : live).map { .event($0.id) }
    default: return []
    }
  }

  /// Records with all else that is in place of their batch, where that was cut short: half of half
  /// an act is nothing.
  private func whole(_ events: [Reference]) -> [Reference] {
    guard let cut = snapshot.damage?.cut, !cut.isEmpty else { return events }
    let known = snapshot.known
    let batches = Set(
      events.compactMap { reference -> BatchID? in
        guard case .event(let id) = reference else { return nil }
        return known.event(id)?.batch
      }
    ).intersection(cut)
    let rest = known.history.filter { !$0.isRetracted && batches.contains($0.event.batch) }
      .map { Reference.event($0.event.id) }
    return events + rest.filter { !events.contains($0) }
  }

  /// Why nothing is there that an act could be about: the filter hides all that is marked, or the
  /// row is none of that kind.
  var whyNoSubject: Phrase {
    let hidden = hiddenMarkCount
    if hidden == 0, case .owed(let quarter, _)? = rowUnderCursor?.id {
      return Phrase(
        "这是\(quarter.name.chinese)的事项：先按 Enter 到该期，再登记",
        "this is owed for \(quarter.name.english): Enter goes there, and there it is recorded")
    }
    guard hidden > 0 else { return Labels.nothingHere }
    guard isFiltered else {
      return Phrase(
        "选中的\(hidden)行都已不在列表中：按 U 全不选",
        "none of the \(hidden) marked rows is in the list any more: U unmarks them")
    }
    return Phrase(
      "选中的\(hidden)行都被筛选隐去：Esc 清除筛选，或按 U 全不选",
      "the filter hides all \(hidden) marked rows: Esc clears it, U unmarks them")
  }

  private mutating func recordable() -> [Reference]? {
    if case .readOnly(let why) = snapshot.access {
      talk.message = Message(why, .problem)
      return nil
    }
    let subjects = subjects
    guard !subjects.isEmpty else {
      talk.message = Message(whyNoSubject, .problem)
      return nil
    }
    return subjects
  }

  /// What is to be recorded for a dialog.
  func effect(of dialog: RecordDialog) throws(DialogFault) -> Effect {
    // It may have become so since the dialog was opened.
    if case .readOnly(let why) = snapshot.access { throw .readOnly(why) }
    let plan = try dialog.plan(in: snapshot.known, today: snapshot.today)
    if dialog.act == .attach { return .attach(try dialog.attaching(plan, self)) }
    let names = (plan.units.isEmpty ? plan.skipped : plan.units.map(Reference.unit))
      .map { Terms.name(of: $0, in: projection)[language] }
    let shown =
      names.count > 3
      ? Labels.units(names.count)[language]
      : names.joined(separator: language == .chinese ? "、" : ", ")
    guard !plan.drafts.isEmpty else {
      let events = plan.skipped.flatMap { snapshot.known.history(of: $0) }
        .filter { !$0.isRetracted }
        .map(\.event.id)
      let day = dialog.day(.day) ?? projection.asOf
      return .confirm(events, said: Labels.alreadyRecorded(shown, on: day))
    }
    let left = Labels.leftOut(plan, in: snapshot.known)
    let said = said(dialog, plan, shown)
    return .record(
      plan.drafts, said: Phrase(said.chinese + left.chinese, said.english + left.english))
  }

  private func said(_ dialog: RecordDialog, _ plan: Plan, _ units: String) -> Phrase {
    if !plan.supplemented.isEmpty { return Terms.supplemented(Phrase(units, units), by: plan) }
    let parts = plan.drafts.compactMap { draft -> Part? in
      if case .receipt(let receipt) = draft.payload { receipt.part } else { nil }
    }
    guard parts.isEmpty else {
      let signature = Signature.allCases[
        min(dialog.choice(.signature), Signature.allCases.count - 1)]
      return Labels.recorded(
        units: units, parts: Part.allCases.filter(parts.contains), signature: signature)
    }
    let name = dialog.act.name
    let subject = units.isEmpty ? self.name(of: dialog.references)[language] : units
    return Phrase(
      "已登记：\(name.chinese) \(subject)", "recorded: \(name.english), \(subject)")
  }
}
