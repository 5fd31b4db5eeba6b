extension Projection {
  /// The brief for the leader: who has reported, who owes what, and what the re-checks and the
  /// accountability came to, in one paragraph.
  ///
  /// Every number in it is one of the screen's, counted in units (家) or findings (条).
  public var brief: Phrase {
    let overview = overview
    guard inspection.coverage == .full else {
      return Phrase("本季度仅有总数，没有逐站结果。", "Only the totals of this quarter are known.")
    }
    guard overview.units > 0 else {
      return Phrase("本季度没有应报单位。", "No unit owes a report this quarter.")
    }
    let open = owing.filter { !$0.submission.isSettled }
    let date = Phrase(
      "截至\(asOf.year)年\(asOf.month)月\(asOf.dayOfMonth)日", "As of \(asOf)")
    let waived =
      overview.waived == 0
      ? Phrase("", "") : Phrase("（含免报\(overview.waived)家）", " (\(overview.waived) waived)")
    let counts = Phrase(
      "应报\(overview.units)家，已报齐\(overview.complete)家\(waived.chinese)",
      "\(counted(overview.units, "unit owes", "units owe")) a report, \(overview.complete) complete"
        + waived.english)
    let further = followUp(overview)
    guard !open.isEmpty else {
      return Phrase(
        "\(date.chinese)，\(counts.chinese)。\(further.chinese)",
        "\(date.english): \(counts.english).\(further.english)")
    }
    let time = time(of: open)
    let groups = groups(of: open)
    return Phrase(
      "\(date.chinese)，\(counts.chinese)，未报齐\(open.count)家\(time.chinese)："
        + groups.map(\.chinese).joined(separator: "，") + "。" + further.chinese,
      "\(date.english): \(counts.english), \(open.count) incomplete\(time.english): "
        + groups.map(\.english).joined(separator: "; ") + "." + further.english)
  }

  /// What the re-checks and the accountability came to; nothing while there is nothing to say.
  private func followUp(_ overview: Overview) -> Phrase {
    var sentences: [Phrase] = []
    if overview.recheckedFindings > 0 {
      let tally = recheckSheet().tally
      let rest = [(tally.failed, Recheck.State.failed), (tally.untestable, .untestable)]
        .filter { $0.0 > 0 }
      let words = [(tally.passed, Recheck.State.passed)] + rest
      let said = words.map { count, state in
        Phrase(
          "\(Terms.recheck(state).chinese)\(count)条", "\(count) \(Terms.recheck(state).english)")
      }
      sentences.append(
        Phrase(
          "已复查\(tally.rechecked)条，\(said.map(\.chinese).joined(separator: "，"))。",
          "\(tally.rechecked) of \(counted(tally.total, "finding", "findings")) re-checked: "
            + said.map(\.english).joined(separator: ", ") + "."))
    }
    let held = [
      (overview.toBeConsidered, Accountability.State.toBeConsidered),
      (overview.escalated, .opened),
    ].filter { $0.0 > 0 }.map { count, state in
      Phrase(
        "\(Terms.accountability(state).chinese)\(count)家",
        "\(Terms.accountability(state).english) \(count)")
    }
    if !held.isEmpty {
      sentences.append(
        Phrase(
          held.map(\.chinese).joined(separator: "，") + "。",
          "Accountability: \(held.map(\.english).joined(separator: ", "))."))
    }
    return Phrase(
      sentences.map(\.chinese).joined(), sentences.map { " " + $0.english }.joined())
  }

  /// How late the open ones are: all by as many days, or some of them.
  private func time(of open: [Obligation]) -> Phrase {
    let overdue = open.filter { $0.isOverdue(on: asOf) }
    let lefts = Set(open.compactMap { $0.daysLeft(on: asOf) })
    guard !overdue.isEmpty else {
      guard let left = lefts.min() else { return Phrase("", "") }
      return left == 0
        ? Phrase("，当日到期", ", due today")
        : Phrase("，还有\(left)天到期", ", \(counted(left, "day", "days")) left")
    }
    if overdue.count == open.count, lefts.count == 1, let days = lefts.first {
      let all = open.count == 1 ? "已" : "均已"
      return Phrase(
        "，\(all)逾期\(-days)天", ", \(counted(-days, "day", "days")) overdue")
    }
    let most = -(lefts.min() ?? 0)
    return Phrase(
      "，其中逾期\(overdue.count)家，最长\(most)天",
      ", \(overdue.count) of them overdue, up to \(counted(most, "day", "days"))")
  }

  private func groups(of open: [Obligation]) -> [Phrase] {
    let order: [Submission] = [
      .outstanding, .toReturn, .returned, .paperMissing, .electronicMissing, .partial,
    ]
    return order.compactMap { submission in
      let units = open.filter { $0.submission == submission }
      guard !units.isEmpty else { return nil }
      let word = Terms.submission(submission)
      let names = units.map { obligation in
        let settled = "\(obligation.settledCount)/\(obligation.owedCount)"
        let mark = submission == .partial ? settled : ""
        return Phrase(
          obligation.unit.name.chinese + mark,
          obligation.unit.name.english + (mark.isEmpty ? "" : " \(mark)"))
      }
      return Phrase(
        "\(word.chinese)\(units.count)家（\(names.map(\.chinese).joined(separator: "、"))）",
        "\(word.english) \(units.count) (\(names.map(\.english).joined(separator: ", ")))")
    }
  }
}
