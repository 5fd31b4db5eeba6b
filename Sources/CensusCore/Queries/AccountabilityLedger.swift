/// Who is to be held accountable, who is, and what came of it (问责台账).
public struct AccountabilityLedger: Equatable, Sendable {
  /// One unit of the ledger.
  public struct Row: Equatable, Sendable {
    /// The unit.
    public let unit: String
    /// How far it has been held accountable.
    public let state: Accountability.State
    /// The findings that call for it: their latest re-check failed.
    public let failed: [FindingState]
    /// The steps taken, in order.
    public let steps: [Step]

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

  /// How often a measure was taken.
  public struct Tally: Equatable, Sendable {
    /// The measure.
    public let measure: Accountability.Measure
    /// How many people or bodies it was taken against.
    public let count: Int
  }

  /// The units concerned: what is to be considered first, then what is going on, then the rest.
  public let rows: [Row]

  /// The measures of all units, in the order of the official form; those never taken are left out.
  public var tally: [Tally] {
    let taken = rows.flatMap(\.measures).compactMap(\.step.measure)
    return Accountability.Measure.allCases.compactMap { measure in
      let count = taken.count { $0 == measure }
      return count > 0 ? Tally(measure: measure, count: count) : nil
    }
  }

  /// How many people or bodies were held accountable.
  public var measureCount: Int { tally.reduce(0) { $0 + $1.count } }
}

extension Projection {
  /// The ledger of accountability.
  public var accountability: AccountabilityLedger {
    var steps: [String: [AccountabilityLedger.Step]] = [:]
    for event in liveEvents {
      guard case .accountability(let step) = event.payload, case .unit(let unit) = event.subject
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
        failed: obligation.followed.filter { $0.recheck == .failed }, steps: own)
    }
    let order: [Accountability.State] = [.toBeConsidered, .opened, .measured, .concluded, .none]
    return AccountabilityLedger(rows: order.flatMap { state in rows.filter { $0.state == state } })
  }
}

extension Terms {
  /// The tally of measures as notices print it: 共问责3人次：约谈2人次、书面检查1人次.
  public static func tally(of ledger: AccountabilityLedger) -> Phrase {
    guard ledger.measureCount > 0 else {
      return Phrase("尚无问责处理。", "No measure has been taken.")
    }
    let words = ledger.tally.map { tally in
      let word = measure(tally.measure)
      return Phrase(
        "\(word.chinese)\(tally.count)人次",
        "\(word.english) \(tally.count)")
    }
    let total = counted(ledger.measureCount, "measure", "measures")
    return Phrase(
      "共问责\(ledger.measureCount)人次：\(words.map(\.chinese).joined(separator: "、"))。",
      "\(total): \(words.map(\.english).joined(separator: ", ")).")
  }

  /// Why a unit is to be considered: 第17行（耿马县人民政府网）复查整改不到位.
  public static func grounds(_ row: AccountabilityLedger.Row) -> Phrase {
    guard !row.failed.isEmpty else {
      return Phrase("没有整改不到位的问题", "no re-check failed")
    }
    let named = row.failed.map { state in
      let on = state.lastRecheck.map { entry in
        entry.recheck.verdict == .failed ? " \(entry.on)" : ""
      }
      let dark = state.darkOn != nil
      return Phrase(
        "第\(state.finding.id.row)行（\(state.finding.siteName)）"
          + (dark ? "擅自下线" : "\(on.map { $0.drop { $0 == " " } } ?? "")复查整改不到位"),
        "row \(state.finding.id.row) (\(state.finding.siteName)) "
          + (dark
            ? "went dark" : "failed the re-check\(on.map { $0.isEmpty ? "" : " of\($0)" } ?? "")"))
    }
    return Phrase(
      named.map(\.chinese).joined(separator: "；"), named.map(\.english).joined(separator: "; "))
  }
}
