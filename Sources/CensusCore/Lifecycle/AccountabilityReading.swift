/// How far a unit has been held accountable, finding by finding.
///
/// A step concerns the findings that it names; one that names none, those whose latest re-check had
/// failed, and once accountability was opened, those of which it is going on. A finding that was
/// closed by then is never reopened by it; one that it names stays so whatever is recorded later of
/// days before.
struct AccountabilityReading {
  /// A step, where it stands in the order of events.
  struct Step {
    let place: Int
    /// Where what its writer knew of that day ends.
    let limit: Int
    let event: Event
    let step: Accountability
    /// Of one that names no finding, those that its writer knew to be struck off.
    let struck: Set<FindingID>
  }

  /// A finding in the follow-up.
  struct Subject {
    let id: FindingID
    let followUp: FollowUp
    let report: Report
  }

  /// How far each finding has come.
  private(set) var states: [FindingID: Accountability.State] = [:]
  /// How far the unit has come by steps that concern none of its findings.
  private(set) var ofUnit: Accountability.State = .none

  init(_ steps: [Step], on subjects: [Subject]) {
    var last: [FindingID: Step] = [:]
    for step in steps {
      let concerned = Self.concerned(by: step, among: subjects, last)
      for subject in concerned { last[subject.id] = step }
      let isFounded = step.step.stage == .opened || ofUnit.isOpen
      if concerned.isEmpty, step.step.findings == nil, isFounded { ofUnit = Self.state(step) }
    }
    for subject in subjects {
      let failure = subject.followUp.failure(subject.report)
      guard let step = last[subject.id] else {
        states[subject.id] = failure == nil ? Accountability.State.none : .toBeConsidered
        continue
      }
      // A failure after the conclusion is a new matter.
      let isNew = failure.map { $0.place > step.place } ?? false
      states[subject.id] =
        step.step.stage == .concluded && isNew ? .toBeConsidered : Self.state(step)
    }
  }

  private static func concerned(
    by step: Step, among subjects: [Subject], _ last: [FindingID: Step]
  ) -> [Subject] {
    let isGoing = { (subject: Subject) in last[subject.id].map { Self.state($0).isOpen } ?? false }
    let open = subjects.filter {
      !step.struck.contains($0.id) && (isGoing($0) || !$0.isClosed(at: step))
    }
    // A measure without an opening, which was taken back since, counts for nothing.
    let going = open.filter(isGoing)
    let able = step.step.stage == .opened ? open : going
    if let named = step.step.findings { return able.filter { named.contains($0.id) } }
    guard step.step.stage == .opened else { return going }
    let failed = open.filter {
      $0.followUp.state($0.report, before: step.limit) == .failed
    }
    return failed.isEmpty ? open : failed
  }

  private static func state(_ step: Step) -> Accountability.State {
    switch step.step.stage {
    case .opened: .opened
    case .measure: .measured
    case .concluded: .concluded
    }
  }
}

extension AccountabilityReading.Subject {
  /// Whether it had passed its re-check and been reported before a step.
  ///
  /// Of a finding that the step names, by what was recorded before it: whoever named it saw it open,
  /// and what is recorded late does not undo what was done.
  fileprivate func isClosed(at step: AccountabilityReading.Step) -> Bool {
    let clock = step.step.findings == nil ? .max : step.event.believedClock
    guard let day = report.settledOn, day <= step.event.on,
      report.settledAt.map({ $0 < clock }) ?? false
    else { return false }
    return followUp.state(report, before: step.limit, recordedBefore: clock) == .passed
  }
}
