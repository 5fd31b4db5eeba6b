package import CensusCore

extension Obligation.PartSummary {
  /// The day it was valid for every finding.
  var validOn: Day? {
    guard case .valid(let day) = self else { return nil }
    return day
  }

  /// How one part of a report stands: since when it is valid, or what is the matter.
  package func words(_ manner: Manner) -> Words {
    switch self {
    case .missing: .none
    case .some(let count, let all): Words("\(count)/\(all)", .caution)
    case .valid(let day): Words(manner(day), .good)
    case .unasked(let day?): Words(manner(day))
    case .unasked: Words(manner(Phrase("不需", "not due")))
    case .toReturn(let day) where manner.isBrief:
      Words(manner(day), .accent) + Words("!", .accent, strong: true)
    case .returned where manner.isBrief: Words(manner(Phrase("已退回", "back")), .accent)
    case .toReturn: Words(manner(Terms.submission(.toReturn)), .accent)
    case .returned: Words(manner(Terms.submission(.returned)), .accent)
    }
  }
}

extension Obligation {
  /// How the paper copy stands: since when it is valid, or what is the matter with it: 10-18 未签.
  package func paperWords(_ paper: PartSummary, _ manner: Manner) -> Words {
    guard manner.isBrief, case .toReturn(let day) = paper, let fault = paperFault(on: day) else {
      return paper.words(manner)
    }
    return Words(manner(day) + " ", .accent) + Words(manner(fault), .accent, strong: true)
  }

  /// What is the matter with the paper copy that arrived on a day.
  private func paperFault(on day: Day) -> Phrase? {
    let arrived = receipts.compactMap { event -> Receipt? in
      guard event.on == day, case .receipt(let receipt) = event.payload, receipt.part == .paper
      else { return nil }
      return receipt
    }
    guard let last = arrived.last else { return nil }
    switch last.signature {
    case Signature.none: return Phrase("未签", "unsigned")
    case .other: return Phrase("他签", "by other")
    case .principal: return last.channel == .fax ? Phrase("传真", "fax") : nil
    }
  }
}

extension PartState {
  /// How one part of a finding's report stands.
  package func words(_ manner: Manner) -> Words {
    Obligation.PartSummary(of: [self]).words(manner)
  }
}

extension Submission {
  /// How a report is to be looked at.
  package func tone(isOverdue: Bool) -> Tone {
    switch self {
    case .complete, .waived: .good
    case .toReturn, .returned: .accent
    case .outstanding, .paperMissing, .electronicMissing, .partial: isOverdue ? .bad : .caution
    }
  }
}

extension Words {
  /// A name, with a sign before it on narrow screens where records about it contradict each other;
  /// elsewhere the remarks say so.
  package static func flagged(
    _ name: String, _ conflicts: [Conflict], _ manner: Manner
  ) -> Words {
    conflicts.isEmpty || !manner.isBrief
      ? Words(name) : Words("! ", .bad, strong: true) + Words(name)
  }

  /// The time that is left; nothing where nothing is owed.
  ///
  /// What is overdue by the gravest grade of the office stands out.
  package static func daysLeft(
    _ days: Int?, _ policy: Settings.Policy, _ manner: Manner
  ) -> Words {
    guard let days else { return .none }
    let tone: Tone = days < 0 ? .bad : manner.isBrief && days <= 3 ? .caution : .text
    let isGrave = days < 0 && policy.tone(daysLate: -days).isStrong
    return Words(manner(Terms.daysLeft(days)), tone, strong: tone == .caution || isGrave)
  }

  /// A number of little weight where it is none.
  package static func count(_ number: Int, _ tone: Tone = .text) -> Words {
    number == 0 ? .none : Words(String(number), tone)
  }

  /// How often somebody was reminded; where there is room also when last, with the year where that is
  /// another than that of the day looked at.
  static func chases(_ chases: ChaseSummary, on asOf: Day, _ manner: Manner) -> Words {
    guard let last = chases.lastOn else { return .none }
    guard !manner.isBrief else { return Words(String(chases.count)) }
    let (count, day) = (chases.count, last.year == asOf.year ? last.monthAndDay : "\(last)")
    return Words(manner(Phrase("\(count)次 \(day)", "\(count), \(day)")))
  }

  /// The next action with its day.
  package static func next(_ action: NextAction?, on day: Day, _ manner: Manner) -> Words {
    guard let action else { return .none }
    let (on, what) = (action.on.monthAndDay, manner(Terms.action(action.what)))
    guard manner.isBrief else {
      return Words("\(action.on.year == day.year ? on : action.on.description) \(what)")
    }
    switch action.what {
    case .recheck: return Words(what, .accent)
    case .promise: return Words(manner(Phrase("\(on)承诺", "promised \(on)")), .accent)
    case .order: return Words(manner(Phrase("\(on)再报", "\(on) due")), .accent)
    case .accountability:
      return Words(manner(Phrase(what, "consider")), .bad, strong: true)
    case .chase, .return, .answer:
      guard action.on <= day else {
        return Words(manner(Phrase("\(on)\(what)", "\(what) \(on)")), .quiet)
      }
      let now = manner(Phrase("今天 \(what)", "\(what) today"))
      return action.what == .return ? Words(now, .accent, strong: true) : Words(now)
    }
  }
}

extension UnitRow {
  /// How the report stands: 部分报送 says how far.
  package func submissionWords(on day: Day, _ manner: Manner) -> Words {
    let word = manner(Terms.submission(submission))
    let tone = submission.tone(isOverdue: isOverdue(on: day))
    let isStrong = submission == .toReturn
    guard !obligation.isVoid else { return Words(manner(Terms.headline(.void)), .quiet) }
    guard let progress = Terms.progress(round).map({ manner($0) }) else {
      return Words(word, tone, strong: isStrong)
    }
    // 电子版4/5 says by itself that the rest is missing.
    if manner.isBrief, obligation.settledCount == 0 { return Words(progress, tone) }
    return Words(word + manner(Phrase(manner.isBrief ? "" : " ", " ")) + progress, tone)
  }

  /// How much time is left, or how late a settled report was, in the tone of its grade.
  package func timeWords(on day: Day, _ policy: Settings.Policy, _ manner: Manner) -> Words {
    if manner.isBrief, isLatest, let earlier = earlierWords(on: day, manner) { return earlier }
    guard let late = daysLate else { return .daysLeft(daysLeft(on: day), policy, manner) }
    let later = isRecordedLater && !manner.isBrief ? Phrase("（补录）", " (entered late)") : nil
    let (tone, isStrong) = policy.tone(daysLate: late)
    return Words(
      manner(Terms.daysLate(late)) + (later.map { manner($0) } ?? ""), tone, strong: isStrong)
  }

  /// Where the shown round is in time, an earlier one that is not: 1轮逾31天.
  private func earlierWords(on day: Day, _ manner: Manner) -> Words? {
    guard daysLeft(on: day).map({ $0 >= 0 }) != false else { return nil }
    let overdue = obligation.modifiers(on: day).compactMap { modifier in
      if case .earlierOverdue(let round, let days) = modifier {
        (round: round, days: days)
      } else {
        nil
      }
    }
    guard let (round, days) = overdue.max(by: { $0.days < $1.days }) else { return nil }
    return Words(manner(Phrase("\(round)轮逾\(days)天", "#\(round) late \(days) d")), .bad)
  }

  /// The deadline: on screens with the original beside it, or with its round.
  func dueWords(_ manner: Manner) -> Words {
    guard let deadline else { return .none }
    guard manner.isBrief else { return Words(manner(deadline.day)) }
    let day = manner(deadline.day)
    if number > 1 {
      return Words(day + " " + manner(Phrase("第\(number)轮", "round \(number)")), .accent)
    }
    // Where only rows with an extension of their own are owed, the time left is theirs.
    let apart = obligation.rowsDueApart(in: round)
    if let row = apart.first, let theirs = round.deadline {
      let rows =
        apart.count == 1
        ? Phrase("第\(row)行", "row \(row)") : Phrase("\(apart.count)行", "\(apart.count) rows")
      return Words(manner(rows) + " " + manner(theirs.day), .accent)
    }
    guard isExtended, let originalDeadline else { return Words(day, .quiet) }
    return Words(day + " ", .accent) + Words("(\(manner(originalDeadline.day)))", .quiet)
  }

  /// How many findings were re-checked, and whether some failed: 3/5 不到位1.
  func recheckWords(_ manner: Manner) -> Words {
    let (done, failed) = (obligation.recheckedCount, obligation.failedCount)
    let all = obligation.followed.count
    guard manner.isBrief else {
      let words = failed > 0 ? manner(Phrase(" 不到位\(failed)", ", \(failed) failed")) : ""
      return Words("\(done)/\(all)" + words, failed > 0 ? .bad : .text)
    }
    guard done > 0 else { return .none }
    let tone: Tone = failed > 0 ? .bad : obligation.passedCount == all ? .good : .accent
    guard failed > 0 else { return Words("\(done)/\(all)", tone) }
    return Words(manner(Phrase("\(done)/\(all) 不到位\(failed)", "\(failed) failed")), tone)
  }
}
