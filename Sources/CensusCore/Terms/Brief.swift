extension Projection {
  /// The brief for the leader: who has reported and who owes what, in one paragraph.
  ///
  /// Every number in it is one of the screen's, counted in units (家).
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
    let counts = Phrase(
      "应报\(overview.units)家，已报齐\(overview.complete)家",
      "\(counted(overview.units, "unit owes", "units owe")) a report, \(overview.complete) complete"
    )
    guard !open.isEmpty else {
      return Phrase("\(date.chinese)，\(counts.chinese)。", "\(date.english): \(counts.english).")
    }
    let time = time(of: open)
    let groups = groups(of: open)
    return Phrase(
      "\(date.chinese)，\(counts.chinese)，未报齐\(open.count)家\(time.chinese)："
        + groups.map(\.chinese).joined(separator: "，") + "。",
      "\(date.english): \(counts.english), \(open.count) incomplete\(time.english): "
        + groups.map(\.english).joined(separator: "; ") + ".")
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
