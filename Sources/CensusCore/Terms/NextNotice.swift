extension Projection {
  /// The paragraph on the rectification of this period for the notice of the next one (上期通报问题
  /// 整改情况), in the form that notices use: what came of the findings with the exceptions by name, who
  /// has reported, how often was reminded, and who was held accountable.
  ///
  /// Every sentence rests on facts and records; of what is zero, or not known, nothing is said.
  ///
  /// - Parameter past: what failed in earlier periods, if they were read.
  /// - Returns: whole sentences.
  public func rectification(past: RepeatOffenders? = nil) -> [Phrase] {
    guard inspection.coverage == .full else {
      return [
        Phrase(
          "本期通报仅公布总数，未列各网站，无从说明逐站整改情况。",
          "Of this period only the totals were published, and not the sites, so that nothing can be said "
            + "of their rectification.")
      ]
    }
    guard !namedFindings.isEmpty else {
      return [Phrase("本期没有需要整改的问题。", "No finding of this period has to be rectified.")]
    }
    let followed = findings.filter { !$0.isVoid }
    guard !followed.isEmpty else { return [named + Phrase("。", ".")] }
    let sentences: [Phrase?] =
      [named, outcome(followed)] + failures(followed)
      + [
        retired(followed), elsewhere(followed), reported, granted, unreported, reminded,
        fixedUnreported, orderedAnew,
      ]
      + [accounted, recurring(followed, past)]
    return sentences.compactMap(\.self).map { $0 + Phrase("。", ".") }
  }

  // MARK: - What became of the findings

  /// What the notice named, and whom, as it was published; what was struck off since by name.
  private var named: Phrase {
    let listed = namedFindings.filter { !$0.finding.isGone }
    let (sites, units) = (Set(listed.map(\.site)).count, Set(listed.map(\.unit)).count)
    let kind = inspection.scope.map(Terms.scope) ?? Phrase("检查", "check")
    let published = Phrase(
      "\(quarter.name.chinese)\(kind.chinese)通报问题\(listed.count)条，涉及\(units)家单位的\(sites)个网站",
      "The notice on the \(quarter.name.english) \(kind.english) listed "
        + counted(listed.count, "finding")
        + " at \(counted(sites, "site")) of \(counted(units, "unit"))")
    let void = listed.filter(\.isVoid)
    guard !void.isEmpty else { return published + dropped }
    let names = struckOff(void)
    guard void.count < listed.count else {
      return published
        + Phrase("，经核实均已剔除（\(names.chinese)）", "; all was struck off (\(names.english))") + dropped
    }
    return published
      + Phrase(
        "，其中\(void.count)条经核实予以剔除（\(names.chinese)）",
        "; \(void.count) of them \(void.count == 1 ? "was" : "were") struck off (\(names.english))")
      + dropped
  }

  /// What the corrected notice lists no more and nobody has struck off, which goes on being asked for.
  private var dropped: Phrase {
    let gone = namedFindings.filter(\.finding.isGone)
    guard !gone.isEmpty else { return .empty }
    let names = distinct(gone.map(siteName)).joined()
    return Phrase(
      "；另有\(gone.count)条更正后的通报不再列出，尚未剔除（\(names.chinese)）",
      "; \(gone.count) more, which the corrected notice lists no longer, "
        + "\(gone.count == 1 ? "is" : "are") not struck off (\(names.english))")
  }

  /// How the re-checks stand, the exceptions by name where they are few.
  private func outcome(_ followed: [FindingState]) -> Phrase {
    let failing = followed.filter { $0.rectified == .failed }
    func count(_ rectified: Rectified) -> Int { followed.count { $0.rectified == rectified } }
    let (passed, untestable, waiting) = (count(.passed), count(.untestable), count(.waiting))
    let retired = count(.retired)
    let date = dayAndMonth(asOf)
    if passed == followed.count {
      return followed.count < namedFindings.count
        ? Phrase("经复查，其余问题已全部整改到位", "On re-check all the others are rectified")
        : Phrase("经复查，上述问题已全部整改到位", "On re-check all of them are rectified")
    }
    if waiting == followed.count {
      return Phrase(
        "截至\(date.chinese)，尚未开展复查", "As of \(date.english) nothing has been re-checked")
    }
    let sites = distinct(failing.map(\.site))
    if passed > 0, untestable == 0, waiting == 0, retired == 0, sites.count <= 3 {
      let names = distinct(failing.map(siteName)).joined()
      return Phrase(
        "经复查，除\(names.chinese)外，其余\(passed)条问题均已整改到位",
        "Rectified on re-check: \(counted(passed, "finding")), all but for \(names.english)"
      )
    }
    let counts = [
      (passed, Phrase("整改到位", "rectified")), (failing.count, Phrase("整改不到位", "not rectified")),
      (untestable, Phrase("无法复查", "could not be tested")),
      (retired, Phrase("所在网站永久下线", "at sites closed for good")),
      (waiting, Phrase("尚未复查", "not re-checked yet")),
    ].filter { $0.0 > 0 }.map { Phrase("\($1.chinese)\($0)条", "\($0) \($1.english)") }
    return Phrase(
      "截至\(date.chinese)，\(counts.joined().chinese)",
      "As of \(date.english), \(counts.joined().english)")
  }

  /// What is not rectified, site by site, with its defect and the re-check that says so.
  private func failures(_ followed: [FindingState]) -> [Phrase?] {
    let failing = followed.filter { $0.rectified == .failed }
    return distinct(failing.map(\.site)).map { site in
      let states = failing.filter { $0.site == site }
      guard let first = states.first else { return nil }
      let defects = distinct(states.map(\.finding.text)).joined(separator: "；")
      let name = siteName(first)
      if let day = states.compactMap(\.darkOn).first {
        let date = dayAndMonth(day)
        return Phrase(
          "\(name.chinese)被通报后未经报备擅自下线，\(date.chinese)以来无法访问",
          "\(name.english) went dark without filing after it was named, and has not been reached since "
            + date.english)
      }
      let last = states.compactMap(\.lastRecheck).max { ($0.on, $0.round) < ($1.on, $1.round) }
      let date = last.map { dayAndMonth($0.on) }
      let rounds = last.map { $0.round } ?? 1
      let times = rounds > 1 ? Phrase("经\(rounds)轮复查", " after \(rounds) re-checks") : .empty
      return Phrase(
        "\(name.chinese)存在的“\(defects)”问题\(times.chinese)"
          + "\(date.map { "（最近一次复查为\($0.chinese)）" } ?? "")仍未整改到位",
        "\(name.english) is not rectified\(times.english) (\(defects)"
          + "\(date.map { "; last re-check \($0.english)" } ?? ""))")
    }
  }

  /// Sites that were closed for good, as filed.
  private func retired(_ followed: [FindingState]) -> Phrase? {
    let sites = distinct(followed.filter { $0.rectified == .retired }.map(siteName))
    guard !sites.isEmpty else { return nil }
    return Phrase(
      "\(sites.joined().chinese)已按程序永久下线",
      "\(sites.joined().english) \(sites.count == 1 ? "was" : "were") closed for good, as filed")
  }

  /// Sites of which nobody could re-check anything where they were: merged into others, or offline.
  private func elsewhere(_ followed: [FindingState]) -> Phrase? {
    let sites = distinct(
      followed.filter { $0.rectified == .waiting || $0.rectified == .untestable }
        .compactMap { state in
          siteWords(state, dayAndMonth).map { words in
            let name = siteName(state)
            return Phrase(name.chinese + words.chinese, "\(name.english) \(words.english)")
          }
        })
    return sites.isEmpty ? nil : sites.joined(.semicolon)
  }

  // MARK: - Who reported

  /// Who reported in time, and who late.
  private var reported: Phrase? {
    guard !owing.isEmpty else { return nil }
    let complete = owing.filter { $0.first.submission == .complete }
    let late = complete.filter { ($0.first.daysLate ?? 0) > 0 }
    let onTime = complete.count - late.count
    let excused = owing.filter { $0.first.submission == .waived }
    let extended = owing.filter { $0.first.isWithinExtension(on: asOf) }
    if onTime == owing.count {
      return owing.count == 1
        ? Phrase("应报的1家单位已按时报送整改情况", "The one unit has reported in time")
        : Phrase(
          "应报的\(onTime)家单位均按时报送整改情况", "All \(onTime) units have reported in time")
    }
    let lateNames = self.named(late) { unit in
      let days = unit.first.daysLate ?? 0
      return Phrase("迟\(days)天", "(\(counted(days, "day")) late)")
    }
    let parts: [Phrase?] = [
      onTime > 0 ? Phrase("按时报送\(onTime)家", "\(onTime) reported in time") : nil,
      late.isEmpty
        ? nil
        : Phrase(
          "逾期报送\(late.count)家（\(lateNames.chinese)）", "\(late.count) late: \(lateNames.english)"),
      excused.isEmpty
        ? nil
        : Phrase(
          "经批准免报\(excused.count)家（\(names(excused).chinese)）",
          "\(excused.count) excused: \(names(excused).english)"),
      extended.isEmpty
        ? nil
        : Phrase(
          "经批准延期\(extended.count)家（\(extensions(extended).chinese)）",
          "\(extended.count) with more time: \(extensions(extended).english)"),
    ]
    let said = parts.compactMap(\.self)
    guard !said.isEmpty else { return nil }
    let units = owing.count == 1 ? "the unit" : "the \(owing.count) units"
    return Phrase(
      "应报的\(owing.count)家单位中，\(said.joined(.comma).chinese)",
      "Of \(units) that \(owing.count == 1 ? "owes" : "owe") a report, \(said.joined(.semicolon).english)"
    )
  }

  /// To whom more time was granted that is over or was not needed to the end: lateness counts from it.
  private var granted: Phrase? {
    let units = owing.filter { unit in
      unit.first.submission != .waived && !unit.first.isWithinExtension(on: asOf)
        && unit.first.reports.contains(where: \.isExtended)
    }
    guard !units.isEmpty else { return nil }
    let words = extensions(units)
    return Phrase(
      "经批准延期报送的\(units.count)家（\(words.chinese)），已按延期后的时限计算",
      "More time was granted to \(counted(units.count, "unit")) (\(words.english)), and lateness "
        + "counts from the longer deadline")
  }

  /// Who has not reported, or not all of it; nobody is late before the day is over.
  private var unreported: Phrase? {
    let behind = owing.filter { $0.first.isBehind(on: asOf) }
    guard !behind.isEmpty else { return nil }
    let groups = groups(of: behind).joined(.comma)
    let date = dayAndMonth(asOf)
    let isOver = behind.allSatisfy { $0.first.isOverdue(on: asOf) }
    return Phrase(
      "截至\(date.chinese)，\(isOver ? "逾期" : "")未报齐\(behind.count)家：\(groups.chinese)",
      "As of \(date.english), \(behind.count) incomplete\(isOver ? " and overdue" : ""): "
        + groups.english)
  }

  /// How often was reminded, and who owes still after that.
  private var reminded: Phrase? {
    let chased = owing.filter { $0.chases.count > 0 }
    guard !chased.isEmpty else { return nil }
    let times = chased.reduce(0) { $0 + $1.chases.count }
    let still = chased.filter { $0.first.isOverdue(on: asOf) }
    let counts = distinct(still.map(\.chases.count)).sorted(by: >).map { count in
      let units = names(still.filter { $0.chases.count == count })
      return Phrase(
        "\(units.chinese)经\(count)次催办仍未报齐",
        "\(units.english) still incomplete after \(counted(count, "reminder"))")
    }
    let head = Phrase(
      "期间共催办\(chased.count)家单位\(times)次",
      "\(counted(times, "reminder")) went to \(counted(chased.count, "unit"))")
    return ([head] + counts).joined(.semicolon)
  }

  /// Units of which everything is rectified, and whose report is owed all the same.
  private var fixedUnreported: Phrase? {
    let units = owing.filter { unit in
      unit.followed.allSatisfy { $0.recheck == .passed } && unit.first.isOverdue(on: asOf)
    }
    guard !units.isEmpty else { return nil }
    return Phrase(
      "\(names(units).chinese)所列问题虽已整改到位，但未按要求报送整改情况",
      "\(names(units).english): rectified, and not reported as asked")
  }

  /// Of whom rectification was ordered anew.
  private var orderedAnew: Phrase? { ordering(overview) }

  // MARK: - Accountability

  /// Of whom accountability was opened, and the tally of measures.
  private var accounted: Phrase? {
    let rows = accountability.rows
    let opened = rows.filter { $0.opening != nil }
    let considered = rows.filter { !$0.toConsider.isEmpty }
    let units = { (rows: [AccountabilityLedger.Row]) in
      rows.map { row in
        self.obligation(of: row.unit).map { self.officialName(of: $0.unit) } ?? Phrase(row.unit)
      }.joined()
    }
    var parts: [Phrase] = []
    if !opened.isEmpty {
      let concluded = opened.filter { $0.state == .concluded }
      let isAll = concluded.count == opened.count
      let names = units(concluded)
      let end =
        concluded.isEmpty
        ? Phrase.empty
        : Phrase(
          isAll ? (concluded.count == 1 ? "，已问责办结" : "，均已问责办结") : "，其中\(names.chinese)已问责办结",
          isAll ? ", and is concluded" : ", and is concluded for \(names.english)")
      parts.append(
        Phrase(
          "对\(units(opened).chinese)整改不到位问题启动问责",
          "Accountability was opened for \(units(opened).english)") + end)
    }
    if rows.contains(where: { !$0.measures.isEmpty }) {
      let tally = Terms.tally(of: accountability)
      parts.append(Phrase(String(tally.chinese.dropLast()), String(tally.english.dropLast())))
    }
    if !considered.isEmpty {
      // Of a unit under accountability for others it is said how many more there are.
      let (beside, whole) = (
        considered.filter(\.state.isOpen), considered.filter { !$0.state.isOpen }
      )
      parts += beside.map { row in
        let (name, count) = (units([row]), row.toConsider.count)
        return Phrase(
          "\(name.chinese)另有\(count)条问题整改不到位，待研究问责",
          "to be considered for \(counted(count, "more finding")) of \(name.english)")
      }
      if !whole.isEmpty {
        parts.append(
          Phrase(
            "\(units(whole).chinese)整改不到位，待研究问责",
            "to be considered for \(units(whole).english)"))
      }
    }
    guard let joined = parts.isEmpty ? nil : parts.joined(.semicolon) else { return nil }
    return Phrase(
      joined.chinese, joined.english.capitalised)
  }

  /// Sites that were named for the same defect before.
  private func recurring(_ followed: [FindingState], _ past: RepeatOffenders?) -> Phrase? {
    guard let past else { return nil }
    let counted = followed.compactMap { state in
      past.past(of: state.finding.id).flatMap { $0.recurrence > 1 ? (state, $0.recurrence) : nil }
    }
    guard !counted.isEmpty else { return nil }
    let names = distinct(
      counted.map { state, count in
        let name = siteName(state)
        return Phrase("\(name.chinese)（连续\(count)期）", "\(name.english) (\(count) periods running)")
      })
    return Phrase(
      "因同类问题连续被通报的有\(names.joined().chinese)",
      "Named again for the same defect: \(names.joined().english)")
  }

  /// A site as notices name it: 临沧市“耿马政府公众信息网”.
  package func siteName(_ state: FindingState) -> Phrase {
    let name = state.finding.shownName
    let now =
      presentName(of: state).map { Phrase("（现“\($0)”）", " (now “\($0)”)") } ?? .empty
    return siteName(name, of: state) + now
  }

  private func siteName(_ name: Phrase, of state: FindingState) -> Phrase {
    let prefecture = directory.prefecture(state.finding.prefecture)
    guard let prefecture, prefecture.kind != .departments else {
      let unit = obligation(of: state.unit).map { officialName(of: $0.unit) } ?? Phrase(state.unit)
      return Phrase("\(unit.chinese)“\(name.chinese)”", "“\(name.english)” of \(unit.english)")
    }
    return Phrase(
      "\(prefecture.officialName.chinese)“\(name.chinese)”",
      "“\(name.english)” in \(prefecture.name.english)")
  }
}
