package import CensusCore

// The words that facts of several kinds of things share.

extension Phrase {
  /// How many findings of how many sites: 20条，19个网站.
  package static func counts(_ findings: Int, _ sites: Int) -> Phrase {
    Phrase("\(findings)条，\(sites)个网站", "\(findings) at \(counted(sites, "site"))")
  }
}

extension Deadline {
  /// A deadline with its weekday; where there is room also whether the day itself is on time.
  package func words(_ manner: Manner) -> String {
    let dated = Terms.dated(day)
    guard !manner.isBrief else { return manner(dated) }
    return manner(
      dated
        + (isInclusive
          ? Phrase("（含当日）", " (that day included)") : Phrase("（不含当日）", " (that day excluded)")))
  }
}

extension Obligation.PartSummary {
  /// When a part of a report arrived and what became of it.
  ///
  /// - Parameters:
  ///   - deadline: when it was due.
  ///   - rows: the findings that it leaves out.
  ///   - late: the days by which it was late; nil where that follows from the deadline.
  ///   - manner: how the words are wanted.
  /// - Returns: the words with their tone.
  func story(
    due deadline: Deadline?, without rows: [Int], late: Int?, _ manner: Manner
  ) -> Words {
    switch self {
    case .missing: return Words(manner(Phrase("未到", "missing")))
    case .toReturn(let day):
      let day = manner(day)
      return Words(
        manner(Phrase("\(day) 收到，不合要求，待退回", "arrived \(day), defective, to be returned")),
        .accent)
    case .returned(let day, let arrived):
      let (day, arrived) = (manner(day), manner(arrived))
      return Words(
        manner(Phrase("\(arrived) 收到，\(day) 退回，待重报", "arrived \(arrived), returned \(day)")),
        .accent)
    case .some(let count, let all):
      let rows = rows.map { Phrase("\($0)", "\($0)") }.joined(.listing)
      return Words(
        manner(
          Phrase("只涵盖\(count)/\(all)条，第", "covers \(count) of \(all), not row ") + rows
            + Phrase("行未涵盖", "")), .caution)
    case .unasked(let day):
      let arrived = day.map { Phrase("\(manner($0)) 收到，", "arrived \(manner($0)), ") } ?? .empty
      return Words(manner(arrived + Phrase("通报未要求", "not asked for by the notice")))
    case .valid(let day):
      let late = late ?? deadline?.daysLate(on: day) ?? 0
      let said = Phrase("\(manner(day)) 收到，", "arrived \(manner(day)), ") + Terms.daysLate(late)
      return Words(manner(said), late > 0 ? .caution : .good)
    }
  }
}

extension Fact {
  /// The quarter by its name; rows have it as a number.
  static func quarter(_ quarter: Quarter) -> Fact {
    Fact("quarter", Heading.quarter, quarter.name)
  }

  /// The deadline, with the original one beside it where it was extended, and the rows that have one
  /// of their own.
  static func due(
    _ deadline: Deadline?, original: Deadline?, _ round: Phrase? = nil, rows: [Modifier] = []
  ) -> Fact {
    let moved = original == deadline ? nil : original
    let first = moved.map { Phrase("原时限\($0.day)", "originally \($0.day)") }
    let more = [round, first].compactMap(\.self) + rows.map(Terms.modifier)
    return Fact("due", Heading.due) { manner in
      guard let deadline else { return .dash(manner) }
      return Words(deadline.words(manner) + more.map { manner(.comma + $0) }.joined())
    }
  }

  /// What a thing is called now, if that was corrected.
  static func currentName(_ now: String?, printed: String) -> Fact {
    Fact(
      "currentName", Phrase("现名", "Now called"), now.map { Phrase($0, $0) },
      value: .text(now ?? printed))
  }

  /// One part of a report.
  static func part(
    _ part: Part, _ summary: Obligation.PartSummary, due deadline: Deadline?,
    without rows: [Int] = [], late: Int? = nil, value: Value? = nil
  ) -> Fact {
    let (id, title) =
      part == .paper ? ("paperOn", Heading.paper) : ("electronicOn", Heading.electronic)
    return Fact(id, title, value: value) { manner in
      summary.story(due: deadline, without: rows, late: late, manner)
    }
  }

  /// Three truths at once: reported, fixed, accountable.
  static func truths(
    _ submission: Submission, _ recheck: Recheck.State, _ accountability: Accountability.State
  ) -> [Fact] {
    [
      Fact(
        "reported", Phrase("报送", "Reported"), Terms.submission(submission),
        submission.isSettled ? .good : .text),
      Fact(
        "fixed", Phrase("整改", "Fixed"), Terms.recheck(recheck),
        recheck == .failed ? .bad : recheck == .passed ? .good : .text),
      Fact(
        "accountable", Phrase("问责", "Accountable"), Terms.accountability(accountability),
        accountability == .toBeConsidered ? .bad : .text),
    ]
  }

  /// What is said beside the state.
  static func modifiers(_ lists: [[Modifier]]) -> Fact {
    let said = distinct(Array(lists.joined())).filter { !$0.isTime }
    return Fact("modifiers", Phrase("说明", "Remarks")) {
      Words(said.words($0.language), $0.isBrief ? .accent : .text)
    }
  }

  /// Records that contradict each other: on a screen what they are about, else what to do as well.
  static func conflicts(_ lists: [[Conflict]], value: Value? = nil) -> Fact {
    let conflicts = distinct(Array(lists.joined()))
    return Fact("conflicts", Phrase("记录矛盾", "Conflicts"), value: value) { manner in
      let said =
        manner.isBrief
        ? Modifier.of(conflicts).map(Terms.modifier)
        : conflicts.map { Terms.conflict($0) + Terms.settleConflict }
      return Words(manner(said.joined(.semicolon)), .bad)
    }
  }

  /// Whether a site can be reached, where something was recorded.
  static func availability(_ status: SiteStatus?, value: Value) -> Fact {
    let said = status.map { status -> Phrase in
      let more = [
        status.until.map { Phrase("至\($0)", "until \($0)") },
        status.successor.map { Phrase("并入\($0)", "into \($0)") },
        status.reference.map { Phrase("文号\($0)", "no. \($0)") },
      ].compactMap(\.self)
      let since = Phrase("，自\(status.since)起", " since \(status.since)")
      return ([Terms.availability(status.status) + since] + more).joined(.comma)
    }
    return Fact(
      "availability", Phrase("网站状态", "Availability"), said,
      status.map { $0.status == .operating } ?? true ? .text : .caution, value: value)
  }
}
