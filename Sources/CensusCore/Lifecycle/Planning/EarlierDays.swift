extension Projection {
  /// Plans an act on what is known; where that leaves nothing to be done, on the state of its own day.
  ///
  /// An act that is recorded late is judged by the day on which it was done, unless what came later
  /// contradicts it: then that is said, with its day.
  ///
  /// - Parameters:
  ///   - day: the day of the act.
  ///   - contradiction: what came later about one of the findings that it is about.
  ///   - plan: works it out on a state.
  /// - Returns: what recording it comes to.
  /// - Throws: why nothing is recorded.
  func planned(
    on day: Day, contradiction: (FindingState) -> Refusal?,
    by plan: (Projection) throws(Refusal) -> Plan
  ) throws(Refusal) -> Plan {
    do throws(Refusal) {
      return try plan(self)
    } catch {
      guard error.saysNothingToDo, let then = earlier(on: day) else { throw error }
      guard let late = try? plan(then), !late.drafts.isEmpty else { throw error }
      for state in late.findings.compactMap({ finding($0) }) {
        // A record says nothing of what was struck off when it was made.
        if state.isVoid { throw .isVoid(.finding(state.finding.id)) }
        if let refusal = contradiction(state) { throw refusal }
      }
      return late.known(in: self)
    }
  }
}

extension FindingState {
  /// That it was closed after a day, which nothing of that day may undo.
  func closed(after day: Day) -> Refusal? {
    guard headline.isClosed, !isVoid else { return nil }
    let last = [lastRecheck?.on, retiredOn, report.settledOn].compactMap(\.self).max()
    guard let last, last > day else { return nil }
    return .overtaken(.finding(finding.id), Phrase("办结", "closed"), on: last)
  }

  /// That rectification of it was ordered anew after a day, which an order of that day cannot precede.
  func ordered(after day: Day) -> Refusal? {
    guard let last = report.orderedOn, last > day else { return nil }
    return .overtaken(.finding(finding.id), Phrase("责令再整改", "ordered anew"), on: last)
  }

  /// That it was reported after a day, which nobody was excused from then.
  func reported(after day: Day) -> Refusal? {
    guard let last = report.completeOn, last > day else { return nil }
    return .overtaken(.finding(finding.id), Phrase("报齐", "reported in full"), on: last)
  }
}
