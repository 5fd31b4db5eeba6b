extension Projection {
  /// The brief for the leader, in one paragraph that can be sent as it stands: what was asked for
  /// by when, who has reported, who owes what, and what was done about it.
  ///
  /// Every number in it is one of the screen's, counted in units (家), sites (个) or findings (条).
  /// What units reported is told of the notice's own round; what was ordered anew apart from it.
  /// What is zero is left out, but for those who reported.
  public var brief: Phrase {
    guard inspection.coverage == .full else {
      return Phrase("本季度仅有总数，没有逐站结果。", "Only the totals of this quarter are known.")
    }
    let counts = overview
    guard counts.units > 0 else {
      return Phrase("本季度没有应报单位。", "No unit owes a report this quarter.")
    }
    let sentences = [
      subject, reporting(counts), reminding, ordering(counts), rechecking(counts), holding,
    ].compactMap(\.self)
    return Phrase(
      sentences.map { "\($0.chinese)。" }.joined(),
      sentences.map { "\($0.english)." }.joined(separator: " "))
  }

  // MARK: - Sentences

  /// What the notice is, and what it asks for by when.
  private var subject: Phrase {
    let notice = inspection.notice
    let kind = inspection.scope.map(Terms.scope) ?? Phrase("检查", "check")
    let document = notice.document.map { Phrase("（\($0)）", " (\($0))") } ?? Phrase("", "")
    let due =
      notice.deadline.map { deadline in
        let date = dayAndMonth(deadline.day)
        return deadline.isInclusive
          ? Phrase("于\(date.chinese)前", " by \(date.english)")
          : Phrase("于\(date.chinese)前（不含当日）", " before \(date.english)")
      } ?? Phrase("", "")
    return Phrase(
      "\(quarter.name.chinese)政府网站\(kind.chinese)通报\(document.chinese)要求"
        + "\(due.chinese)报送整改情况",
      "The notice on the \(quarter.name.english) \(kind.english) of government websites"
        + "\(document.english) asks for reports on rectification\(due.english)")
  }

  /// Who has reported, who is excused, who has more time, and who is behind.
  private func reporting(_ counts: Overview) -> Phrase {
    let date = dayAndMonth(asOf)
    let complete = units { $0.submission == .complete }
    let late = complete.filter { ($0.first.daysLate ?? 0) > 0 }
    let excused = units { $0.submission == .waived }
    let extended = units { $0.isWithinExtension(on: asOf) }
    let behind = units { $0.isBehind(on: asOf) }
    let lateWords = named(late) { unit in
      let days = unit.first.daysLate ?? 0
      return Phrase("迟\(days)天", "\(counted(days, "day", "days")) late")
    }
    let extendedWords = named(extended) { unit in
      unit.first.deadline.map {
        let until = dayAndMonth($0.day)
        let rows = Terms.numbered(unit.rowsDueApart(in: unit.first))
        return Phrase(
          "\(rows?.chinese ?? "")至\(until.chinese)",
          "\(rows.map { $0.english + " " } ?? "")to \(until.english)")
      } ?? Phrase("", "")
    }
    let clauses: [Phrase?] = [
      Phrase(
        "已报齐\(complete.count)家"
          + (late.isEmpty ? "" : "（其中迟报\(late.count)家：\(lateWords.chinese)）"),
        "\(complete.count) complete"
          + (late.isEmpty ? "" : " (\(late.count) of them late: \(lateWords.english))")),
      excused.isEmpty
        ? nil
        : Phrase(
          "免报\(excused.count)家（\(names(excused).chinese)）",
          "\(excused.count) excused (\(names(excused).english))"),
      extended.isEmpty
        ? nil
        : Phrase(
          "延期\(extended.count)家（\(extendedWords.chinese)）",
          "\(extended.count) extended (\(extendedWords.english))"),
      behind.isEmpty ? nil : self.behind(behind),
    ]
    let said = clauses.compactMap(\.self)
    return Phrase(
      "截至\(date.chinese)，\(counts.units)家应报单位中，"
        + said.map(\.chinese).joined(separator: "；"),
      "As of \(date.english), of \(counted(counts.units, "unit", "units")) that "
        + "\(counts.units == 1 ? "owes" : "owe") a report, "
        + said.map(\.english).joined(separator: "; "))
  }

  private func behind(_ units: [Obligation]) -> Phrase {
    let time = time(of: units)
    let groups = groups(of: units)
    return Phrase(
      "未报齐\(units.count)家\(time.chinese)：" + groups.map(\.chinese).joined(separator: "，"),
      "\(units.count) incomplete\(time.english): "
        + groups.map(\.english).joined(separator: ", "))
  }

  /// Who was reminded, how often, and who promised to report.
  private var reminding: Phrase? {
    let chased = owing.filter { $0.chases.count > 0 }
    guard !chased.isEmpty else { return nil }
    let times = chased.reduce(0) { $0 + $1.chases.count }
    let promised = chased.filter { unit in
      // A day that has passed is no promise any more; that nothing came is said already.
      unit.promised.map { $0 >= asOf } == true
        && unit.owed.contains { !$0.submission.isSettled }
    }
    let days = named(promised) { unit in
      unit.promised.map(dayAndMonth) ?? Phrase("", "")
    }
    return Phrase(
      "已催办\(chased.count)家\(times)次"
        + (promised.isEmpty ? "" : "，\(promised.count)家承诺报送（\(days.chinese)）"),
      "\(counted(chased.count, "unit", "units")) chased \(counted(times, "time", "times"))"
        + (promised.isEmpty ? "" : ", \(promised.count) promised to report (\(days.english))"))
  }

  /// Of whom rectification was ordered anew, and what became of it.
  func ordering(_ counts: Overview) -> Phrase? {
    let ordered = owing.filter { !$0.ordered.isEmpty }
    guard !ordered.isEmpty else { return nil }
    let words = names(ordered)
    let outcome = [
      (counts.orderedComplete, Phrase("再次报齐", "reported anew")),
      (counts.orderedWaived, Phrase("免报", "excused")),
      (counts.orderedOverdue, Phrase("逾期未报齐", "overdue")),
    ].filter { $0.0 > 0 }
    let told = outcome.map { Phrase("\($1.chinese)\($0)家", "\($0) \($1.english)") }
    return Phrase(
      "责令限期再整改\(ordered.count)家（\(words.chinese)）"
        + (told.isEmpty ? "" : "，其中" + told.map(\.chinese).joined(separator: "，")),
      "Rectification ordered anew of \(counted(ordered.count, "unit", "units")) (\(words.english))"
        + (told.isEmpty ? "" : ", of them " + told.map(\.english).joined(separator: ", ")))
  }

  /// What the re-checks came to, and how much is closed.
  ///
  /// A site that went dark has failed without a re-check, so it is told apart from them.
  private func rechecking(_ counts: Overview) -> Phrase? {
    let tally = recheckSheet().tally
    let dark = counts.darkFindings
    let rechecked = tally.rechecked - dark
    let verdicts = [
      (tally.passed, Recheck.State.passed), (tally.failed - dark, .failed),
      (tally.untestable, .untestable),
    ].filter { $0.0 > 0 }.map { count, state in
      Phrase("\(Terms.recheck(state).chinese)\(count)条", "\(count) \(Terms.recheck(state).english)")
    }
    let closed = counts.closedSites
    let parts: [Phrase?] = [
      rechecked == 0
        ? nil
        : Phrase(
          "已复查\(rechecked)条问题，" + verdicts.map(\.chinese).joined(separator: "，"),
          "\(rechecked) of \(counted(tally.total, "finding", "findings")) re-checked: "
            + verdicts.map(\.english).joined(separator: ", ")),
      dark == 0
        ? nil
        : Phrase(
          "\(rechecked == 0 ? "" : "另")有\(dark)条问题所在网站擅自下线，属整改不到位",
          "\(rechecked == 0 ? counted(dark, "finding") : "\(dark) more") failed at sites that went dark "
            + "without filing"),
      closed == 0
        ? nil : Phrase("已办结\(closed)个网站", "\(counted(closed, "site", "sites")) closed"),
    ]
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(.semicolon)
  }

  /// Whose accountability is to be considered, going on, or concluded.
  private var holding: Phrase? {
    let held: [(Phrase, [Obligation])] = [
      (
        Terms.accountability(.toBeConsidered),
        owing.filter(\.isToBeConsidered)
      ),
      // The sentence begins with “Accountability”.
      (
        Phrase(Terms.accountability(.opened).chinese, "opened"),
        owing.filter(\.accountability.isOpen)
      ),
      (
        Phrase(Terms.accountability(.concluded).chinese, "concluded"),
        owing.filter { $0.accountability == .concluded }
      ),
    ].filter { !$0.1.isEmpty }
    guard !held.isEmpty else { return nil }
    return Phrase(
      held.map { "\($0.chinese)\($1.count)家（\(names($1).chinese)）" }.joined(separator: "，"),
      "Accountability: "
        + held.map { "\($0.english) \($1.count) (\(names($1).english))" }.joined(separator: ", "))
  }

  // MARK: - Parts

  /// The units whose report of the notice's own round is so.
  private func units(where isMeant: (Round) -> Bool) -> [Obligation] {
    owing.filter { isMeant($0.first) }
  }

  /// How late those behind are: all by as many days, or some of them.
  private func time(of behind: [Obligation]) -> Phrase {
    let overdue = behind.filter { $0.first.isOverdue(on: asOf) }
    let lefts = Set(behind.compactMap { $0.first.daysLeft(on: asOf) })
    guard !overdue.isEmpty else {
      guard let left = lefts.min() else { return Phrase("", "") }
      return left == 0
        ? Phrase("，今日到期", ", due today")
        : Phrase("，距到期还有\(left)天", ", \(counted(left, "day", "days")) left")
    }
    if overdue.count == behind.count, lefts.count == 1, let days = lefts.first {
      let all = behind.count == 1 ? "" : "均"
      return Phrase(
        "，\(all)逾期\(-days)天", ", \(counted(-days, "day", "days")) overdue")
    }
    let most = -(lefts.min() ?? 0)
    if overdue.count == behind.count {
      return Phrase(
        "，均已逾期，最长\(most)天", ", all overdue, by up to \(counted(most, "day", "days"))")
    }
    return Phrase(
      "，其中逾期\(overdue.count)家、最长\(most)天",
      ", \(overdue.count) of them overdue by up to \(counted(most, "day", "days"))")
  }

  /// What those behind owe, in the words of a letter.
  func groups(of behind: [Obligation]) -> [Phrase] {
    let order: [Submission] = [
      .outstanding, .toReturn, .returned, .paperMissing, .electronicMissing, .partial,
    ]
    return order.flatMap { submission -> [Phrase] in
      let units = behind.filter { $0.first.submission == submission }
      let words = Dictionary(grouping: units) { word(of: $0.first) }
      return distinct(units.map { word(of: $0.first) }).map { word in
        let named = named(words[word] ?? []) { Terms.progress($0.first) ?? Phrase("", "") }
        let count = words[word]?.count ?? 0
        return Phrase(
          "\(word.chinese)\(count)家（\(named.chinese)）",
          "\(word.english) \(count) (\(named.english))")
      }
    }
  }

  /// What a unit owes, in the words of a letter.
  private func word(of round: Round) -> Phrase {
    switch round.submission {
    case .outstanding: return Phrase("未报送", "nothing sent")
    case .toReturn:
      return round.reports.contains { $0.defect == .unsigned }
        ? Phrase("纸质版未经主要负责同志签字", "paper copy not signed by the principal leader")
        : Phrase("纸质版为传真件", "paper copy sent by fax")
    case .returned:
      let parts = Part.allCases.filter { part in round.reports.contains { $0[part].isReturned } }
      switch parts {
      case [.electronic]: return Phrase("电子版已退回", "electronic document sent back")
      case [.paper]: return Phrase("纸质版已退回", "paper copy sent back")
      default: return Phrase("纸质版、电子版均已退回", "both parts sent back")
      }
    case .paperMissing: return Phrase("缺签字纸质版", "signed paper copy missing")
    case .electronicMissing: return Phrase("缺电子版", "electronic document missing")
    case .partial: return Phrase("部分报送", "reported in part")
    case .waived, .complete: return Terms.submission(round.submission)
    }
  }

  func names(_ units: [Obligation]) -> Phrase { named(units) { _ in Phrase("", "") } }

  /// The names of some units, each with a word behind it.
  func named(_ units: [Obligation], _ word: (Obligation) -> Phrase) -> Phrase {
    let words = units.map { unit in
      let (name, word) = (officialName(of: unit.unit), word(unit))
      return Phrase(
        name.chinese + word.chinese,
        word.english.isEmpty ? name.english : "\(name.english) \(word.english)")
    }
    return Phrase(
      words.map(\.chinese).joined(separator: "、"), words.map(\.english).joined(separator: ", "))
  }

  /// A day without its year, unless it is another than the quarter's.
  package func dayAndMonth(_ day: Day) -> Phrase {
    let date = "\(day.month)月\(day.dayOfMonth)日"
    return Phrase(
      day.year == quarter.year ? date : "\(day.year)年\(date)", day.description)
  }

  /// What a unit is called in a sentence that can be sent: 昆明市, 怒江州; a department by its own name,
  /// with what it is called now or who took over its duties: 云南省文化厅（现云南省文化和旅游厅）.
  package func officialName(of unit: Unit) -> Phrase {
    let now =
      presentName(of: unit).map { Phrase("（现\($0.chinese)）", " (now \($0.english))") } ?? .empty
    return printedName(of: unit) + now
  }

  /// What a unit is called now, or who took over its duties; nil of one that is what it was.
  package func presentName(of unit: Unit) -> Phrase? {
    let last = aliases.successor(of: unit) ?? unit.id
    let name =
      aliases.name(ofUnit: last).map { Phrase($0, $0) } ?? Terms.unit(last, in: self)
    return name.chinese == unit.name.chinese ? nil : name
  }

  /// What the site of a finding is called now, if that was corrected.
  package func presentName(of state: FindingState) -> String? {
    aliases.name(of: state.site).flatMap { $0 == state.finding.siteName ? nil : $0 }
  }

  /// What a unit was called when the notice was issued: 昆明市, 怒江州; a department by its own name.
  package func printedName(of unit: Unit) -> Phrase {
    guard let prefecture = directory.prefecture(unit.prefecture),
      prefecture.name.chinese == unit.name.chinese
    else { return unit.name }
    return Phrase(prefecture.officialName.chinese, unit.name.english)
  }
}

extension Prefecture {
  /// What it is called in a sentence that can be sent: 昆明市, 怒江州.
  package var officialName: Phrase {
    guard kind != .departments else { return name }
    let isAutonomous =
      fullName.hasPrefix(name.chinese) && fullName.hasSuffix("自治州") && !name.chinese.hasSuffix("州")
    return Phrase(isAutonomous ? "\(name.chinese)州" : fullName, name.english)
  }
}
