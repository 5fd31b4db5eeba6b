/// What recording a request comes to, before anything is written.
public struct Plan: Equatable, Sendable {
  /// The events to record.
  public let drafts: [EventDraft]
  /// The units they are about, in the order asked for.
  public let units: [UnitID]
  /// What needs nothing, since the same was recorded before: units, sites, findings or rows of `check`.
  public let skipped: [Reference]
  /// The units and findings whose earlier records got details that they lacked (补登).
  public let supplemented: [Reference]
  /// Members of a group, or parts of a report, for which there is nothing to do, and why.
  public let leftOut: [LeftOut]
  /// What else is to be known of it.
  public let remarks: [PlanRemark]
  /// The findings they are about.
  public let findings: [FindingID]
  /// The distinct sites they are about.
  public let sites: [SiteCode]

  init(
    drafts: [EventDraft], units: [UnitID], skipped: [Reference], supplemented: [Reference] = [],
    leftOut: [LeftOut] = [], remarks: [PlanRemark] = [], findings: [FindingID],
    in projection: Projection
  ) {
    self.drafts = projection.knowing(drafts)
    self.units = units
    self.skipped = skipped
    self.supplemented = supplemented
    self.leftOut = leftOut
    self.remarks = remarks
    self.findings = findings
    sites = distinct(findings.compactMap { projection.finding($0)?.site })
  }
}

extension Plan {
  /// The same, with more to record.
  func adding(_ more: [EventDraft], in projection: Projection) -> Plan {
    guard !more.isEmpty else { return self }
    return Plan(
      drafts: drafts + more, units: units, skipped: skipped, supplemented: supplemented,
      leftOut: leftOut, remarks: remarks, findings: findings, in: projection)
  }

  /// The same, recorded by somebody who knows what a projection does.
  func known(in projection: Projection) -> Plan {
    Plan(
      drafts: drafts, units: units, skipped: skipped, supplemented: supplemented,
      leftOut: leftOut, remarks: remarks, findings: findings, in: projection)
  }
}

/// What is to be known of a plan beside what it records.
public enum PlanRemark: Hashable, Sendable {
  /// So many of the lines of a finding that passes are not marked as mended.
  case openLines(row: Int, Int, of: Int)
  /// So many receipts of a round that nobody ordered any more count for the one before it.
  case receiptsOfRound(Int, count: Int)
  /// So many receipts of later days, recorded before, count for the round that is ordered.
  case receiptsAnswering(Int, count: Int)
  /// Other periods list a site of another name with the code that is given.
  case codeElsewhere(String, site: String)
  /// No list has the unit that took over; it may be a new one.
  case successorUnlisted(String)
  /// An order opens the next round, and the ordered one before it is not reported.
  case roundOwed(Int)
  /// What answers a failed re-check that is taken back stands still, of so many findings.
  case standsWithoutFailure(Int)
  /// So many later records, told otherwise by none of these, rest on what is taken back.
  case losesGround(Int)
  /// The site of a finding that passes stood dark, and is in operation again.
  case backInOperation(SiteCode)
}

/// What recording a receipt comes to.
public typealias ReceiptPlan = Plan

/// A plan in the making.
struct PlanBuilder {
  private(set) var drafts: [EventDraft] = []
  private(set) var skipped: [Reference] = []
  private(set) var supplemented: [Reference] = []
  private(set) var leftOut: [LeftOut] = []
  private var remarks: [PlanRemark] = []
  private var units: [UnitID] = []
  private var findings: Set<FindingID> = []

  /// Adds events about a unit and some of its findings.
  mutating func add(_ drafts: [EventDraft], unit: UnitID?, findings: [FindingID]) {
    self.drafts += drafts
    if let unit { units.append(unit) }
    self.findings.formUnion(findings)
  }

  /// Takes in events that add details to an earlier record.
  mutating func supplement(
    _ id: Reference, _ drafts: [EventDraft], unit: UnitID, finding: FindingID
  ) {
    supplemented.append(id)
    add(drafts, unit: unit, findings: [finding])
  }

  /// Notes what is to be known of it.
  mutating func remark(_ remark: PlanRemark) { remarks.append(remark) }

  /// Notes that something needs nothing.
  mutating func skip(_ id: Reference) {
    skipped.append(id)
  }

  /// Notes that earlier records of a unit get details that they lacked.
  mutating func supplement(_ drafts: [EventDraft], unit: UnitID, findings: [FindingID]) {
    supplemented.append(.unit(unit))
    add(drafts, unit: unit, findings: findings)
  }

  /// Notes that there is nothing to do about a member of a group, or about a part.
  mutating func leaveOut(_ id: Reference, _ why: LeftOut.Why) {
    let one = LeftOut(id: id, why: why)
    if !leftOut.contains(one) { leftOut.append(one) }
  }

  /// Takes in what one unit or finding comes to; a member of a group that has nothing to do is left
  /// out, and any other refusal refuses all.
  mutating func take(
    _ id: Reference, isMember: Bool, _ work: (inout PlanBuilder) throws(Refusal) -> Void
  ) throws(Refusal) {
    var next = self
    do throws(Refusal) {
      try work(&next)
      self = next
    } catch {
      guard isMember, error.saysNothingToDo else { throw error }
      leaveOut(id, .nothingToDo(error))
    }
  }

  /// The plan, with a remark on each thing that the events are about.
  ///
  /// - Parameters:
  ///   - note: for events that have no room for a remark of their own.
  ///   - repeated: the remark with what was recorded before, which is not lost although that is
  ///     skipped.
  ///   - day: the day of it.
  ///   - projection: the quarter.
  /// - Returns: what recording comes to.
  /// - Throws: why the first member of a group is left out, where that leaves nothing.
  func plan(
    note: String? = nil, repeated: String? = nil, on day: Day? = nil, in projection: Projection
  ) throws(Refusal) -> Plan {
    if drafts.isEmpty, skipped.isEmpty, supplemented.isEmpty {
      for one in leftOut { if case .nothingToDo(let refusal) = one.why { throw refusal } }
    }
    var all = drafts
    if let note = note?.something {
      all += distinct(drafts.map(\.subject)).compactMap { subject in
        drafts.first { $0.subject == subject }.map { draft in
          EventDraft(
            on: draft.on, quarter: projection.quarter, round: draft.round, subject: subject,
            payload: .note(Note(text: note)))
        }
      }
    }
    if let repeated = repeated?.something, let day {
      all += distinct(skipped).compactMap { id in
        projection.subject(ofSkipped: id).flatMap { subject in
          projection.hasNote(repeated, about: subject, on: day)
            ? nil
            : EventDraft(
              on: day, quarter: projection.quarter, subject: subject,
              payload: .note(Note(text: repeated)))
        }
      }
    }
    return Plan(
      drafts: all, units: distinct(units), skipped: distinct(skipped),
      supplemented: distinct(supplemented), leftOut: leftOut,
      remarks: distinct(remarks), findings: findings.sorted(), in: projection)
  }
}

extension Projection {
  /// What is remarked on where something was skipped.
  fileprivate func subject(ofSkipped id: Reference) -> Event.Subject? {
    switch id {
    case .unit(let id): obligation(of: id).map { _ in .unit(id) }
    case .finding(let id): finding(id).map { _ in .findings([id]) }
    case .site(let code): site(code).map { _ in .site(code) }
    case .check(let id): .check(id)
    case .prefecture, .event, .batch, .notice: nil
    }
  }

  /// Whether a remark stands there already: in a note, or in a record that carries it itself.
  fileprivate func hasNote(_ text: String, about subject: Event.Subject, on day: Day) -> Bool {
    liveEvents.contains { event in
      event.subject == subject && event.on == day
        && (event.payload.remark == text || event.payload.texts.contains(text))
    }
  }
}

extension String {
  /// The text without blanks around it; nil if nothing is left.
  package var something: String? {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(self[first...last])
  }
}
