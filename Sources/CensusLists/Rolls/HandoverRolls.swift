package import CensusCore

/// A promise to report that waits, or was not kept.
package struct PromiseRow: Sendable {
  package let quarter: Quarter
  package let unit: Unit
  /// The day that was promised.
  package let promised: Day
  /// The reminder at which it was.
  package let event: Event
}

/// What one person recorded of late.
package struct ActorRow: Sendable {
  package let actor: String
  package let records: Int
  package let last: Day
}

extension Projection {
  /// The promises of units that owe their report still, those to come and those that were broken.
  package var openPromises: [PromiseRow] {
    receiptDesk.compactMap { unit in
      guard unit.owed.contains(where: { !$0.submission.isSettled }) else { return nil }
      guard let promised = unit.promised else {
        return unit.brokenPromise(in: self).map {
          PromiseRow(quarter: quarter, unit: unit.unit, promised: $0.promised, event: $0.event)
        }
      }
      let chase = history(of: .unit(unit.unit.id)).first { entry in
        guard case .chase(let chase) = entry.event.payload else { return false }
        return !entry.isRetracted && chase.promised == promised
      }
      return chase.map {
        PromiseRow(quarter: quarter, unit: unit.unit, promised: promised, event: $0.event)
      }
    }
  }
}

extension Obligation {
  /// The last promise for the round that is owed which went by unkept, where a later reminder brought none:
  /// whoever was reminded again has broken it all the same.
  package func brokenPromise(in projection: Projection) -> (promised: Day, event: Event)? {
    guard !submission.isSettled else { return nil }
    for entry in projection.history(of: .unit(unit.id)) where !entry.isRetracted {
      guard case .chase(let chase) = entry.event.payload, entry.event.round >= round,
        let promised = chase.promised, promised < projection.asOf
      else { continue }
      return (promised, entry.event)
    }
    return nil
  }
}

/// The promises for whoever takes over.
package func promisesRoll(_ rows: [PromiseRow], on asOf: Day) -> Roll<PromiseRow> {
  Roll(
    fields: [
      Field("quarter", Heading.quarter, text: { $0.quarter.name[$1] }) {
        .text($0.quarter.description)
      },
      Field("unit", Heading.unit, text: { $0.unit.name[$1] }) { .text($0.unit.id.text) },
      Field(
        "promised", Phrase("承诺日期", "Promised"), form: .days,
        words: { row, manner in
          row.promised < asOf
            ? Words(manner(row.promised)) + Words(manner(Phrase("（失约）", " (broken)")), .bad)
            : Words(manner(row.promised))
        }, value: { .day($0.promised) }),
      Field("on", Phrase("催办日期", "Chased on"), form: .days) { .day($0.event.on) },
      Field("to", Phrase("接话人", "Who answered")) { Value($0.chase?.to) },
      Field("answer", Phrase("答复", "Answer")) { Value($0.chase?.answer) },
      Field("by", Phrase("登记人", "By")) { .text($0.event.actor) },
    ], rows: rows, naming: "unit",
    empty: Phrase("没有等待兑现的承诺。", "No promise is awaited."))
}

extension PromiseRow {
  fileprivate var chase: Chase? {
    if case .chase(let chase) = event.payload { chase } else { nil }
  }
}

/// A unit whose accountability is to be considered, or is going on.
package struct HeldRow: Sendable {
  package let quarter: Quarter
  package let unit: Unit
  /// How far it has come, and by which steps.
  package let entry: AccountabilityLedger.Row
  /// The rows of the notice that it is about.
  package let rows: [Int]
  /// Who recorded its last step.
  package let actor: String?
}

extension Projection {
  /// The units whose accountability is not over: to be considered, opened, or with measures and without
  /// a conclusion.
  package var pendingAccountability: [HeldRow] {
    accountability.rows.compactMap { entry in
      let obligation = obligation(of: entry.unit)
      let held = (obligation?.followed ?? []).filter {
        $0.accountability.isOpen || $0.accountability == .toBeConsidered
      }
      guard let obligation, !held.isEmpty else { return nil }
      return HeldRow(
        quarter: quarter, unit: obligation.unit, entry: entry, rows: held.map(\.finding.row),
        actor: entry.steps.last.flatMap { event($0.event)?.actor })
    }
  }
}

/// Whose accountability is not over, with what was done and what is to be done, for whoever takes over.
package func accountabilityRoll(_ rows: [HeldRow]) -> Roll<HeldRow> {
  Roll(
    fields: [
      Field("quarter", Heading.quarter, text: { $0.quarter.name[$1] }) {
        .text($0.quarter.description)
      },
      Field("unit", Heading.unit, text: { $0.unit.name[$1] }) { .text($0.unit.id.text) },
      Field(
        "rows", Phrase("问题", "Findings"), text: { Terms.numbered($0.rows)?[$1] ?? "" },
        value: { .list($0.rows.map { .integer($0) }) }),
      Field(
        "state", Heading.state, text: { Terms.accountability($0.entry.state)[$1] },
        value: { .text($0.entry.state.rawValue) }),
      Field("opened", Phrase("启动日期", "Opened on"), form: .days) { Value($0.opening?.on) },
      Field("approvedBy", Phrase("批示领导", "Approved by")) { Value($0.opening?.step.approvedBy) },
      Field(
        "measures", Phrase("已采取的措施", "Measures taken"),
        text: { $0.measures.joined(.semicolon)[$1] },
        value: { .text($0.measures.joined(.semicolon).chinese) }),
      Field(
        "pending", Phrase("待办", "To be done"), text: { $0.pending[$1] },
        value: { .text($0.pending.chinese) }),
      Field("by", Phrase("登记人", "By")) { Value($0.actor) },
    ], rows: rows, naming: "unit",
    empty: Phrase("没有尚未办结的问责。", "No accountability is to be considered or going on."))
}

extension HeldRow {
  fileprivate var opening: AccountabilityLedger.Step? { entry.state.isOpen ? entry.opening : nil }

  /// The measures since the last conclusion: 2018-11-08 约谈（信息中心主任）.
  fileprivate var measures: [Phrase] {
    let last = entry.steps.lastIndex { $0.step.stage == .concluded }
    return entry.steps[(last.map { $0 + 1 } ?? 0)...].compactMap { taken in
      taken.step.measure.map { measure in
        let name = Terms.measure(measure)
        let person = taken.step.person.map { Phrase("（\($0)）", " (\($0))") } ?? .empty
        return Phrase("\(taken.on) \(name.chinese)", "\(taken.on) \(name.english)") + person
      }
    }
  }

  /// What is to be done next.
  fileprivate var pending: Phrase {
    let next: Phrase? =
      switch entry.state {
      case .opened: Phrase("作出问责处理", "take measures")
      case .measured: Phrase("办结问责", "conclude it")
      case .toBeConsidered, .concluded, .none: nil
      }
    let consider =
      entry.toConsider.isEmpty
      ? nil : Phrase("研究是否启动问责", "consider whether to open it")
    return [next, consider].compactMap(\.self).joined(.semicolon)
  }
}

/// What is open over all periods, with who recorded the last of it.
///
/// - Parameters:
///   - worklist: what is owed.
///   - asOf: the day looked at.
///   - policy: how grave lateness is.
///   - directory: names of prefectures.
///   - last: the latest record about a line, if there is one.
/// - Returns: the list.
package func handoverRoll(
  _ worklist: Worklist, on asOf: Day, _ policy: Settings.Policy, directory: Directory,
  last: @escaping @Sendable (Worklist.Entry) -> Event?
) -> Roll<Worklist.Entry> {
  worklistRoll(worklist, on: asOf, policy, directory: directory)
    .keeping([
      "quarter", "unit", "assignee", "findings", "submission", "due", "daysLeft", "chases", "next",
      "instruction",
    ]).adding([
      Field("last", Phrase("最近办理", "Last record"), form: .days) { Value(last($0)?.on) },
      Field("by", Phrase("登记人", "By")) { Value(last($0)?.actor) },
    ])
}

/// Who recorded how much of late.
package func actorsRoll(_ events: [Event], since day: Day) -> Roll<ActorRow> {
  let rows = Dictionary(grouping: events.filter { $0.on >= day }, by: \.actor)
    .map { ActorRow(actor: $0, records: $1.count, last: $1.map(\.on).max() ?? day) }
    .sorted { ($1.records, $0.actor) < ($0.records, $1.actor) }
  return Roll(
    fields: [
      Field("by", Phrase("登记人", "By")) { .text($0.actor) },
      Field("records", Phrase("记录", "Records"), .right) { .integer($0.records) },
      Field("last", Phrase("最近一条", "Last"), form: .days) { .day($0.last) },
    ], rows: rows, naming: "by",
    empty: Phrase("\(day)以来没有记录。", "Nothing was recorded since \(day)."))
}
