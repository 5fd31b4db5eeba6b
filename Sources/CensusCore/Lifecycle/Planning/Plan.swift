/// What recording a request comes to, before anything is written.
public struct Plan: Equatable, Sendable {
  /// The events to record.
  public let drafts: [EventDraft]
  /// The units they are about, in the order asked for.
  public let units: [String]
  /// What needs nothing, since the same was recorded before: units, sites or findings by their ID.
  public let skipped: [String]
  /// The units and findings whose earlier records got details that they lacked (补登).
  public let supplemented: [String]
  /// The findings they are about.
  public let findings: [FindingID]
  /// The distinct sites they are about.
  public let sites: [SiteCode]

  init(
    drafts: [EventDraft], units: [String], skipped: [String], supplemented: [String] = [],
    findings: [FindingID], in projection: Projection
  ) {
    self.drafts = projection.knowing(drafts)
    self.units = units
    self.skipped = skipped
    self.supplemented = supplemented
    self.findings = findings
    sites = distinct(findings.compactMap { projection.finding($0)?.finding.code })
  }
}

/// What recording a receipt comes to.
public typealias ReceiptPlan = Plan

/// A plan in the making.
struct PlanBuilder {
  private(set) var drafts: [EventDraft] = []
  private(set) var skipped: [String] = []
  private(set) var supplemented: [String] = []
  private var units: [String] = []
  private var findings: Set<FindingID> = []

  /// Adds events about a unit and some of its findings.
  mutating func add(_ drafts: [EventDraft], unit: String?, findings: [FindingID]) {
    self.drafts += drafts
    if let unit { units.append(unit) }
    self.findings.formUnion(findings)
  }

  /// Takes in events that add details to an earlier record.
  mutating func supplement(_ id: String, _ drafts: [EventDraft], unit: String, finding: FindingID) {
    supplemented.append(id)
    add(drafts, unit: unit, findings: [finding])
  }

  /// Notes that something needs nothing.
  mutating func skip(_ id: String) {
    skipped.append(id)
  }

  /// The plan, with a remark on each thing that the events are about.
  ///
  /// - Parameters:
  ///   - note: for events that have no room for a remark of their own.
  ///   - projection: the quarter.
  /// - Returns: what recording comes to.
  func plan(note: String? = nil, in projection: Projection) -> Plan {
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
    return Plan(
      drafts: all, units: distinct(units), skipped: distinct(skipped),
      supplemented: distinct(supplemented),
      findings: findings.sorted(), in: projection)
  }
}

extension String {
  /// The text without blanks around it; nil if nothing is left.
  var something: String? {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(self[first...last])
  }
}
