/// What came of a finding, as the next notice tells it.
package enum Rectified: Hashable, Sendable {
  /// It passed its re-check.
  case passed
  /// It failed it, or its site went dark, whatever was reported since: nobody has seen it mended.
  case failed
  /// It could not be tested.
  case untestable
  /// Nobody has re-checked it yet.
  case waiting
  /// Its site was closed for good, as filed.
  case retired
  /// It was struck off.
  case void
}

extension FindingState {
  /// What came of it.
  package var rectified: Rectified {
    if isVoid { return .void }
    switch recheck {
    case .passed: return .passed
    case _ where headline == .closedRetired: return .retired
    case .failed: return .failed
    // Nobody re-checks what is closed for good, whether it was reported or not.
    case _ where isRetired: return .retired
    case .untestable: return .untestable
    case .notYet: return .waiting
    }
  }
}

extension Projection {
  /// The units whose time was extended in the round of the notice, each with its day: 至10月31日.
  func extensions(_ units: [Obligation]) -> Phrase {
    named(units) { self.extendedTo($0) ?? .empty }
  }

  /// Until when the report that the notice demanded was extended, and for which rows if not for all of
  /// the unit: 第4行至10月31日; nil where nobody granted more time.
  package func extendedTo(_ unit: Obligation) -> Phrase? {
    let reports = unit.first.reports
    let extended = reports.filter(\.isExtended)
    guard !extended.isEmpty else { return nil }
    let days = distinct(extended.compactMap { $0.deadline?.day }).sorted().map(dayAndMonth)
    let meant = Set(extended.map(\.finding))
    let rows = unit.findings.map(\.finding).filter { meant.contains($0.id) }.map(\.row).sorted()
    let whose = extended.count == reports.count ? nil : Terms.numbered(rows)
    return Phrase(
      "\(whose?.chinese ?? "")至\(days.joined().chinese)",
      "\(whose.map { $0.english + " " } ?? "")to \(days.joined().english)")
  }

  /// What was struck off, by the names of the sites; by its issue as well where others of the site stay.
  func struckOff(_ void: [FindingState]) -> Phrase {
    distinct(
      void.map { state in
        let name = siteName(state)
        let staysBeside = findings.contains { $0.site == state.site && !$0.isVoid }
        guard staysBeside else { return name }
        return Phrase(
          "\(name.chinese)的“\(state.finding.text)”问题",
          "\(name.english) (\(state.finding.text))")
      }
    ).joined()
  }
}

extension Projection {
  /// What has to be known of a finding's site that cannot be looked at as it was: it was merged into
  /// another, is offline for a time, or is closed for good.
  ///
  /// - Parameters:
  ///   - state: the finding.
  ///   - day: how days are written.
  /// - Returns: what became of the site, as a predicate; nil of one that runs, or that went dark.
  package func siteWords(_ state: FindingState, _ day: (Day) -> Phrase) -> Phrase? {
    guard let status = state.siteStatus, state.darkOn == nil else { return nil }
    let since = day(status.since)
    switch status.status {
    case .operating, .dark: return nil
    case .retired:
      return Phrase("\(since.chinese)起永久下线", "closed for good since \(since.english)")
    case .merged:
      let successor = status.successor.map { code in
        let printed = code.printed.map { Phrase($0, $0) }
        let name = findings(called: code).first?.finding.shownName
        guard let name else { return printed ?? Phrase(code.text, code.text) }
        return printed.map {
          Phrase("“\(name.chinese)”（\($0.chinese)）", "“\(name.english)” (\($0.english))")
        } ?? Phrase("“\(name.chinese)”", "“\(name.english)”")
      }
      return Phrase(
        "\(since.chinese)整合\(successor.map { "并入\($0.chinese)" } ?? "")",
        "merged\(successor.map { " into \($0.english)" } ?? "") on \(since.english)")
    case .offline:
      let head = Phrase("\(since.chinese)起临时下线", "offline since \(since.english)")
      guard let until = status.until else { return head }
      let end = day(until)
      return head
        + (asOf > until
          ? Phrase("，\(end.chinese)到期未恢复", ", due back by \(end.english) and not back")
          : Phrase("，至\(end.chinese)", ", until \(end.english)"))
    }
  }
}
