/// Who is to be held accountable, who is, and what came of it (问责台账).
public struct AccountabilityLedger: Equatable, Sendable {
  /// One unit of the ledger.
  public struct Row: Equatable, Sendable {
    /// The unit.
    public let unit: UnitID
    /// How far it has been held accountable.
    public let state: Accountability.State
    /// The findings that call for it: their latest re-check failed, and of a unit to be considered
    /// or of which it is going on, accountability for them is not over.
    public let failed: [FindingState]
    /// The steps taken, in order.
    public let steps: [Step]

    /// Those of them of which nothing was opened: somebody has to consider it, also beside an opening
    /// for others of the unit.
    public var toConsider: [FindingState] {
      failed.filter { $0.accountability == .toBeConsidered }
    }

    /// Who approved the opening, and when.
    public var opening: Step? { steps.last { $0.step.stage == .opened } }

    /// The day it was concluded, if nothing has been opened since.
    public var concludedOn: Day? { state == .concluded ? steps.last?.on : nil }

    /// The measures taken, in order.
    public var measures: [Step] { steps.filter { $0.step.stage == .measure } }
  }

  /// One step of accountability, as recorded.
  public struct Step: Equatable, Sendable {
    /// The event that recorded it.
    public let event: EventID
    /// The day of it.
    public let on: Day
    /// What was done.
    public let step: Accountability
  }

  /// The units concerned: what is to be considered first, then what is going on, then the rest.
  public let rows: [Row]
}

extension Projection {
  /// The ledger of accountability.
  public var accountability: AccountabilityLedger {
    var steps: [UnitID: [AccountabilityLedger.Step]] = [:]
    for event in liveEvents where !repeats.contains(event.id) {
      guard case .accountability(let step) = event.payload, let unit = unit(of: event.subject)
      else { continue }
      steps[unit, default: []].append(
        AccountabilityLedger.Step(event: event.id, on: event.on, step: step))
    }
    let rows = obligations.compactMap { obligation -> AccountabilityLedger.Row? in
      let state = obligation.accountability
      let own = steps[obligation.unit.id] ?? []
      guard state != .none || !own.isEmpty else { return nil }
      return AccountabilityLedger.Row(
        unit: obligation.unit.id, state: state,
        failed: obligation.followed.filter { $0.calls(for: state) }, steps: own)
    }
    let order: [Accountability.State] = [.toBeConsidered, .opened, .measured, .concluded, .none]
    return AccountabilityLedger(rows: order.flatMap { state in rows.filter { $0.state == state } })
  }

  /// The unit that a step of accountability is about.
  private func unit(of subject: Event.Subject) -> UnitID? {
    switch subject {
    case .unit(let id): id
    case .findings(let ids): ids.first.flatMap { finding($0)?.unit }
    case .site, .event, .check, .notice: nil
    }
  }
}

extension FindingState {
  /// Whether it failed, and is what its unit stands so for: a matter that is over calls for nothing.
  fileprivate func calls(for state: Accountability.State) -> Bool {
    guard recheck == .failed else { return false }
    switch state {
    case .toBeConsidered: return accountability == .toBeConsidered
    case .opened, .measured: return accountability.isOpen || accountability == .toBeConsidered
    case .concluded, .none: return true
    }
  }
}

extension Terms {
  /// The tally of all measures of a quarter.
  public static func tally(of ledger: AccountabilityLedger) -> Phrase {
    tally(
      ofMeasures: ledger.rows.flatMap { row in
        row.measures.compactMap { taken in
          taken.step.measure.map { (row.unit, $0, taken.step.person) }
        }
      })
  }

  /// The tally of measures as notices print it: 共问责3人：约谈2人、书面检查1人; 人次 where a person
  /// recurs or has no name.
  ///
  /// - Parameter taken: of each measure its unit, what it was, and whom it was taken against.
  /// - Returns: one sentence.
  public static func tally(
    ofMeasures taken: [(unit: UnitID, measure: Accountability.Measure, person: String?)]
  ) -> Phrase {
    guard !taken.isEmpty else { return Phrase("尚无问责处理。", "No measure has been taken yet.") }
    let named = taken.compactMap { item in item.person.map { "\(item.unit) \($0)" } }
    // Of a measure against nobody by name it is not known against how many.
    let recurs = taken.count != Set(named).count
    let word = recurs ? "人次" : "人"
    let total =
      recurs ? counted(taken.count, "measure", "measures") : "\(taken.count) held accountable"
    let parts = Accountability.Measure.allCases.compactMap { kind -> Phrase? in
      let count = taken.count { $0.measure == kind }
      let name = measure(kind)
      return count == 0
        ? nil : Phrase("\(name.chinese)\(count)\(word)", "\(name.english) \(count)")
    }
    return Phrase(
      "共问责\(taken.count)\(word)：\(parts.map(\.chinese).joined(separator: "、"))。",
      "\(total): \(parts.map(\.english).joined(separator: ", ")).")
  }

  /// Why a unit is to be considered: each finding whose latest re-check failed.
  ///
  /// Where it is going on for others, those that are still to be considered are told apart.
  public static func grounds(_ row: AccountabilityLedger.Row) -> [Phrase] {
    row.failed.map { state in
      let ground = ground(state)
      guard row.state.isOpen, state.accountability == .toBeConsidered else { return ground }
      let word = accountability(.toBeConsidered)
      return Phrase("\(ground.chinese)，\(word.chinese)", "\(ground.english), \(word.english)")
    }
  }

  /// Why a finding calls for accountability: 第17行 耿马政府公众信息网（扣分大于40）：2018-11-05第1轮复查整改不到位.
  private static func ground(_ state: FindingState) -> Phrase {
    let finding = state.finding
    let (chinese, english): (String, String)
    if let day = state.darkOn {
      chinese = "\(day)发现擅自下线"
      english = "seen dark without filing on \(day)"
    } else {
      let round = state.lastRecheck.map { "第\($0.round)轮" } ?? ""
      chinese = "\(state.lastRecheck.map { "\($0.on)" } ?? "")\(round)复查整改不到位"
      english =
        "failed re-check" + (state.lastRecheck.map { " \($0.round) on \($0.on)" } ?? "")
    }
    return Phrase(
      "第\(finding.row)行 \(finding.shownName.chinese)（\(finding.text)）：\(chinese)",
      "row \(finding.row) \(finding.shownName.english) (\(finding.text)): \(english)")
  }
}
