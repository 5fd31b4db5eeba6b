internal import CensusCore
internal import CensusLists

/// A day as letters write it: 2018年10月20日, 20 October 2018.
func longDate(_ day: Day) -> Phrase {
  Phrase(
    "\(day.year)年\(day.month)月\(day.dayOfMonth)日",
    "\(day.dayOfMonth) \(EnglishMonth.name(day.month)) \(day.year)")
}

/// A text in which days are written as letters write them.
func withLongDates(_ text: String) -> String {
  let signs = Array(text)
  var result = ""
  var place = 0
  while place < signs.count {
    let isStart = place == 0 || !(signs[place - 1].isNumber || signs[place - 1] == "-")
    let end = place + 10
    let isEnd = end >= signs.count || !(signs[end].isNumber || signs[end] == "-")
    if isStart, isEnd, end <= signs.count, let day = Day(String(signs[place..<end])) {
      result += longDate(day).chinese
      place = end
    } else {
      result.append(signs[place])
      place += 1
    }
  }
  return result
}

extension LetterFacts {
  // MARK: - Whom it is to

  /// What it is called now: whoever took over the duties of the unit that the notice names.
  private var called: Phrase {
    projection.presentName(of: unit) ?? projection.printedName(of: unit)
  }

  /// Whom the notice names, where another body has taken over.
  var formerly: Phrase? {
    obligation.successor == nil ? nil : projection.printedName(of: unit)
  }

  /// 昆明市, 怒江州, 云南省文化厅; with whom it took over from.
  var unitName: Phrase {
    let former = formerly.map { Phrase("（原\($0.chinese)）", " (formerly \($0.english))") } ?? .empty
    guard let place else { return called + former }
    return Phrase(called.chinese, place.named(unit.name.english)) + former
  }

  /// 昆明市人民政府, 云南省文化厅.
  var recipient: Phrase {
    guard let place else { return called }
    return Phrase(
      called.chinese + "人民政府", "the People's Government of \(place.named(unit.name.english))")
  }

  /// 你市, 你州, 你厅; where somebody else is addressed, the unit by its name.
  var you: Phrase {
    guard to == nil || to == recipient.chinese else { return Phrase(called.chinese, "you") }
    return Phrase("你\(Self.kind(of: called.chinese) ?? "单位")", "you")
  }

  /// 我厅, 我办.
  var we: Phrase {
    Phrase("我\(notice.issuer.flatMap(Self.kind) ?? "单位")", "we")
  }

  /// 贵组, 贵委: whoever is not under the office, as it addresses them.
  var addressee: Phrase {
    let name = to ?? called.chinese
    return Phrase("贵\(Self.kind(of: name) ?? "单位")", "you")
  }

  /// The last word of a body's name, by which it is addressed and calls itself.
  static func kind(of name: String) -> String? {
    let known: [(ending: String, word: String)] = [
      ("组", "组"), ("部", "部"), ("室", "室"),
      ("委员会", "委"), ("办公厅", "厅"), ("办公室", "办"), ("研究院", "院"), ("新区", "区"), ("市", "市"),
      ("州", "州"), ("县", "县"), ("区", "区"), ("厅", "厅"), ("局", "局"), ("委", "委"), ("办", "办"),
      ("馆", "馆"), ("院", "院"),
    ]
    return known.first { name.hasSuffix($0.ending) }?.word
  }

  /// What kind of place the unit is, where it is one with a government of its own.
  private var place: Place? {
    guard let prefecture = projection.directory.prefecture(unit.prefecture),
      prefecture.kind == .prefecture, prefecture.name.chinese == unit.name.chinese,
      projection.presentName(of: unit) == nil
    else { return nil }
    return Place.allCases.first { prefecture.fullName.hasSuffix($0.rawValue) }
  }

  private enum Place: String, CaseIterable {
    case city = "市"
    case prefecture = "州"
    case county = "县"

    func named(_ name: String) -> String {
      switch self {
      case .city: "\(name) Municipality"
      case .prefecture: "\(name) Prefecture"
      case .county: "\(name) County"
      }
    }
  }

  // MARK: - What is asked, and what is missing

  /// What the notice asks for: 经主要负责同志签字的纸质版1份和电子版.
  var asked: Phrase { Terms.asked(by: notice) }

  /// What the unit has to hand in still, as the object of a sentence.
  var missing: Phrase? {
    let open = round.reports.filter { !$0.submission.isSettled }
    guard !open.isEmpty else { return nil }
    let parts = Part.allCases.filter { part in open.contains { $0[part].isOwed } }
    switch parts {
    case [.paper]: return Terms.signedPaper
    case [.electronic]: return Terms.electronicDocument
    default: return Phrase("整改情况（", "your report (") + asked + Phrase("）", ")")
    }
  }

  /// How the report stands, as what the unit is or does.
  var state: Phrase {
    let again = round.number > 1
    switch round.submission {
    case .outstanding:
      return again
        ? Phrase("尚未再次报送整改情况", "have not reported anew")
        : Phrase("尚未报送整改情况", "have not sent any report")
    case .paperMissing:
      return part(.electronic)
        + Phrase("，尚缺经主要负责同志签字的纸质版", ", but not the paper copy signed by the principal leader")
    case .electronicMissing:
      return part(.paper) + Phrase("，尚缺电子版", ", but not the electronic document")
    case .toReturn:
      return round.reports.contains { $0.defect == .unsigned }
        ? Phrase(
          "报送的纸质版未经主要负责同志签字，不符合要求",
          "have sent a paper copy that the principal leader has not signed")
        : Phrase("报送的纸质版为传真件，不符合要求", "have sent the paper copy by fax only")
    case .returned: return returned
    case .partial:
      let done = round.reports.count(where: \.submission.isSettled)
      let all = round.owedCount
      return Phrase(
        "应报送的\(all)个问题中已报齐\(done)个，其余\(all - done)个尚未报齐",
        "have reported in full on \(done) of \(all) findings, and not on the rest")
    case .complete, .waived:
      return failedState
    }
  }

  private var failedState: Phrase {
    let failing = findings.filter(\.isFailing)
    if failing.isEmpty {
      return Phrase(
        "有网站临时下线期满，尚未恢复", "have a site that was to be back in operation by now and is not")
    }
    let dark = failing.count { $0.darkOn != nil }
    let failed = failing.count - dark
    let seen = [
      failed == 0
        ? nil
        : Phrase(
          "经复查，仍有\(failed)个问题整改不到位", "\(counted(failed, "finding")) failed the re-check"),
      dark == 0
        ? nil
        : Phrase(
          "有\(dark)个问题所在网站未经报备擅自下线、无法访问",
          "of \(counted(dark, "finding")) the site went dark without filing"),
    ].compactMap(\.self)
    return Phrase("已报送整改情况，但", "have reported, but ") + seen.joined(Phrase("，另", ", and "))
  }

  /// That a part is here: 已于2018年10月18日报送电子版.
  private func part(_ part: Part) -> Phrase {
    let day = round.reports.compactMap { $0[part].validOn }.max()
    let name = part == .paper ? Phrase("签字纸质版", "the signed paper copy") : Terms.electronicDocument
    return Phrase(
      "\(day.map { "已于\(longDate($0).chinese)" } ?? "已")报送\(name.chinese)",
      "have sent \(name.english)\(day.map { " (\(longDate($0).english))" } ?? "")")
  }

  /// What was sent back, when and why.
  private var returned: Phrase {
    let parts = Part.allCases.filter { part in round.reports.contains { $0[part].isReturned } }
    let name =
      parts.count == 1
      ? (parts == [.paper] ? Phrase("纸质版", "the paper copy") : Terms.electronicDocument)
      : Phrase("纸质版和电子版", "both parts of your report")
    let last = projection.history(of: .unit(unit.id)).lazy.compactMap { entry -> (Day, String)? in
      guard !entry.isRetracted, case .return(let sent) = entry.event.payload,
        parts.contains(sent.part)
      else { return nil }
      return (entry.event.on, sent.reason)
    }.first
    guard let (day, reason) = last else {
      return Phrase(
        "报送的\(name.chinese)已退回，尚未重新报送",
        "have not re-sent \(name.english), which was returned to you"
      )
    }
    let date = longDate(day)
    return Phrase(
      "报送的\(name.chinese)因\(reason)，已于\(date.chinese)退回，尚未重新报送",
      "have not re-sent \(name.english), which was returned to you on \(date.english) (\(reason))")
  }

  // MARK: - Reminders

  /// The day for which it promised its report: at the last reminder, or before and not kept.
  var promised: Day? {
    if let promised = obligation.promised { return promised }
    return obligation.brokenPromise(in: projection)?.promised
  }

  /// How often it was reminded: 已于2018年10月22日催办1次.
  var reminded: Phrase? {
    guard let last = reminders.lastOn.map(longDate) else { return nil }
    switch reminders.count {
    case 1:
      return Phrase("已于\(last.chinese)催办1次", "reminded once, on \(last.english)")
    case let count:
      return Phrase(
        "已催办\(count)次，最近一次为\(last.chinese)",
        "reminded \(count == 2 ? "twice" : counted(count, "time")), most recently on \(last.english)"
      )
    }
  }

  // MARK: - Time

  /// Days overdue, in the round that the letter is about.
  var daysOverdue: Int? {
    guard until == nil, round.isOverdue(on: asOf) else { return nil }
    return round.daysLeft(on: asOf).map { -$0 }
  }

  /// 已逾期3天; 距报送时限还有2天.
  var lateness: Phrase? {
    guard until == nil, let days = round.daysLeft(on: asOf) else { return nil }
    if days < 0 { return Phrase("已逾期\(-days)天", "\(counted(-days, "day")) overdue") }
    if days == 0 { return Phrase("今日到期", "due today") }
    return Phrase("距报送时限还有\(days)天", "due in \(counted(days, "day"))")
  }

  // MARK: - One finding

  /// The site as the notice names it, with what it is called now.
  func siteName(_ state: FindingState) -> Phrase {
    state.finding.shownName
      + (projection.presentName(of: state).map { Phrase("（现\($0)）", " (now \($0))") } ?? .empty)
  }

  /// How one finding stands, for a table, with what became of a site that was merged or is offline:
  /// 尚未报送; 复查整改不到位.
  func standing(of state: FindingState) -> Phrase {
    guard state.availability == .merged || state.availability == .offline,
      let site = projection.siteWords(state, longDate)
    else { return followUp(of: state) }
    // Of what is reported and waits there is nothing else to say.
    let isReported = state.submission.isSettled && !state.isFailing && !state.isMended
    return isReported ? site : followUp(of: state) + Phrase("；", "; ") + site
  }

  private func followUp(of state: FindingState) -> Phrase {
    if state.isFailing {
      return state.darkOn == nil ? Phrase("复查整改不到位", "failed the re-check") : wentDark
    }
    if state.isMended, !state.submission.isSettled {
      return
        (state.recheck == .passed
        ? Phrase("复查整改到位，", "passed the re-check, ") : Phrase("网站永久下线，", "closed for good, "))
        + report(of: state)
    }
    return report(of: state)
  }

  /// How the report on it stands, with the day where its time alone was extended.
  private func report(of state: FindingState) -> Phrase {
    let stand = reportStand(of: state)
    let apart = round.extendedApart.first { $0.finding == state.finding.id }
    guard !state.submission.isSettled, let day = apart?.deadline?.day else { return stand }
    let until = longDate(day)
    return stand + Phrase("（延期至\(until.chinese)）", " (extended to \(until.english))")
  }

  private func reportStand(of state: FindingState) -> Phrase {
    switch state.submission {
    case .outstanding:
      return state.isLeftOut
        ? Phrase("报告未涵盖", "not covered by the report") : Phrase("尚未报送", "no report")
    case .paperMissing: return Phrase("缺签字纸质版", "signed paper copy missing")
    case .electronicMissing: return Phrase("缺电子版", "electronic document missing")
    case .toReturn:
      return state.report.defect == .fax
        ? Phrase("纸质版为传真件", "paper copy sent by fax")
        : Phrase("纸质版未经主要负责同志签字", "paper copy not signed by the principal leader")
    case .returned:
      let parts = Part.allCases.filter { state[$0].isReturned }
      return switch parts {
      case [.paper]: Phrase("纸质版已退回", "paper copy returned")
      case [.electronic]: Phrase("电子版已退回", "electronic document returned")
      default: Phrase("材料已退回", "both parts returned")
      }
    case .complete, .waived, .partial: return Terms.headline(state.headline)
    }
  }
}
