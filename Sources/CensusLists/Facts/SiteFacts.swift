package import CensusCore

extension Projection {
  /// What is known of a failing site.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - past: what failed in earlier quarters, if they were read.
  /// - Returns: its facts; those of its findings are their own.
  package func facts(of site: SiteState, past: RepeatOffenders? = nil) -> Facts {
    let now = aliases.name(of: site.code)
    let status = site.status
    let failing = past?.sites.first { $0.code == aliases.lineage(of: site.code) }?.quarters
      .map(\.description)
    return Facts("site", site.shownName, of: sitesRoll([site])) { field in
      [.quarter(quarter)]
        + ["code", "printedCode", "platform", "prefecture", "unit"].flatMap(field)
        + [
          Fact("identity", machines: .text(site.code.text)),
          .currentName(now, printed: site.name),
        ] + ["issues", "state"].flatMap(field) + [
          .due(site.deadline, original: site.originalDeadline)
        ] + field("daysLeft") + field("lateness")
        + Fact.truths(
          Submission(of: site.followed.map(\.submission)), site.recheck, site.accountability)
        + [
          Fact("successor", machines: Value(status?.successor?.text)),
          .availability(status, value: .text((status?.status ?? .operating).rawValue)),
          Fact("until", machines: Value(status?.until)),
          .modifiers(site.findings.map { $0.modifiers(past, on: asOf) }),
          .conflicts(site.findings.map(\.conflicts)),
          Fact(
            "failingQuarters", Phrase("不合格季度", "Failing in"),
            failing.map { $0.map { Phrase($0, $0) }.joined(.listing) }, .bad,
            value: Value(failing ?? [])),
        ]
    }
  }

  /// What is known of a finding.
  ///
  /// - Parameters:
  ///   - state: the finding.
  ///   - past: what failed in earlier quarters, if they were read.
  /// - Returns: its facts; its re-checks and its detail lines are lists.
  package func facts(of state: FindingState, past: RepeatOffenders? = nil) -> Facts {
    let title = state.finding.shownName
    let id = Phrase("\(state.finding.id) ", "\(state.finding.id) ")
    let part = { (part: Part, of: PartState) in
      Fact.part(
        part, Obligation.PartSummary(of: [of]), due: state.deadline, value: Value(of.validOn))
    }
    return Facts("finding", id + title, of: findingsRoll([state])) { field in
      [.quarter(quarter)]
        + [
          "code", "printedCode", "platform", "prefecture", "unit", "text", "issues", "kind",
          "state",
        ].flatMap(field) + [.due(state.deadline, original: state.originalDeadline)]
        + field("daysLeft") + field("lateness")
        + [
          Fact("submission", machines: .text(state.submission.rawValue)),
          Fact("round", machines: .integer(state.round)),
          Fact("originalDue", machines: Value(state.originalDeadline?.day)),
          part(.paper, state.paper), part(.electronic, state.electronic),
          Fact("completeOn", machines: Value(state.completeOn)),
          Fact("daysLate", machines: Value(state.daysLate)),
          Fact("leftOut", machines: .flag(state.isLeftOut)),
          Fact("recordedLater", machines: .flag(state.isRecordedLater)),
          Fact("void", machines: .flag(state.isVoid)),
          Fact("darkOn", machines: Value(state.darkOn)),
        ] + Fact.truths(state.submission, state.recheck, state.accountability)
        + [
          .modifiers([state.modifiers(past, on: asOf)]),
          .conflicts(
            [state.conflicts], value: Value(state.conflicts.flatMap(\.events).map(\.text))),
          .availability(state.siteStatus, value: .text(state.availability.rawValue)),
        ] + ["measures", "completion", "responsible"].flatMap(field)
    }
  }
}
