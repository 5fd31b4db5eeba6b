internal import CensusCore

/// The days of a unit in words: what a lane shows, and what has no sign in it.
struct LaneStory {
  let projection: Projection
  let unit: Obligation
  let lane: Lane
  /// The first day that it tells of.
  let first: Day

  /// What happened day by day: 10月18日收到电子版、纸质版（未签字），10月19日退回纸质版、批准延期至10月31日.
  var days: [Phrase] {
    let history = projection.history(of: .unit(unit.unit.id)).filter { entry in
      !entry.isRetracted && entry.event.on >= first && entry.event.on <= projection.asOf
    }
    let events = Dictionary(grouping: history.map(\.event).reversed(), by: \.on)
    let days = Set(events.keys).union(lane.markedDays).filter { $0 >= first }
    return days.sorted().compactMap { day in
      let said = distinct(told(of: day, events[day] ?? []))
      guard !said.isEmpty else { return nil }
      let date = projection.dayAndMonth(day)
      return Phrase(
        date.chinese + said.joined().chinese,
        "\(date.english) \(said.map(\.english).joined(separator: " and "))")
    }
  }

  /// Whether the days tell that nothing more is owed, so that the state need not be said behind them.
  var tellsTheEnd: Bool {
    unit.submission == .complete && (unit.completeOn.map { $0 >= first } ?? false)
      && !unit.isOverdue(on: projection.asOf)
  }

  private func told(of day: Day, _ events: [Event]) -> [Phrase] {
    let complete = unit.rounds.filter {
      !$0.reports.isEmpty && $0.submission == .complete && $0.completeOn == day
    }
    let sign = lane.cell(on: day).sign
    return received(events, besides: Set(complete.map(\.number)))
      + complete.map { ofRound($0.number) + Phrase("报齐", "report complete") }
      + events.compactMap(words)
      + (sign == .closed || sign == .broken || sign == .promised
        ? [sign?.word].compactMap(\.self) : [])
  }

  /// What arrived and completed nothing, the parts of one round and of the same rows together.
  private func received(_ events: [Event], besides complete: Set<Int>) -> [Phrase] {
    struct Group: Hashable {
      let round: Int
      let rows: Phrase?
    }
    var order: [Group] = []
    var parts: [Group: [Phrase]] = [:]
    for event in events where !complete.contains(event.round) {
      guard case .receipt(let receipt) = event.payload else { continue }
      let group = Group(round: event.round, rows: rows(of: event))
      if parts[group] == nil { order.append(group) }
      parts[group, default: []].append(part(of: receipt))
    }
    return order.map { group in
      let named = distinct(parts[group] ?? []).joined(Phrase("、", " and "))
      return ofRound(group.round)
        + Phrase(
          "收到\(group.rows?.chinese ?? "")\(named.chinese)",
          "received \(named.english)\(group.rows.map { " (\($0.english))" } ?? "")")
    }
  }

  private func part(of receipt: Receipt) -> Phrase {
    let part = name(of: receipt.part)
    guard receipt.part == .paper else { return part }
    let fault: Phrase? =
      switch receipt.signature {
      case Signature.none: Phrase("未签字", "not signed")
      case .other: Phrase("非主要负责同志签字", "not signed by the principal leader")
      case .principal: receipt.channel == .fax ? Phrase("传真件", "by fax") : nil
      }
    return fault.map { part + Phrase("（\($0.chinese)）", " (\($0.english))") } ?? part
  }

  private func name(of part: Part) -> Phrase {
    part == .paper ? Phrase("纸质版", "the paper copy") : Terms.electronicDocument
  }

  /// What was done on a day; receipts are told together.
  private func words(of event: Event) -> Phrase? {
    let about = rows(of: event)
    let behind = about.map { " (\($0.english))" } ?? ""
    let date = projection.dayAndMonth
    let said: Phrase
    switch event.payload {
    case .return(let sent):
      let part = name(of: sent.part)
      said = Phrase(
        "退回\(about?.chinese ?? "")\(part.chinese)", "sent back \(part.english)\(behind)")
    case .waive: said = Phrase("\(about?.chinese ?? "")免报", "excused\(behind)")
    case .extend(let extend):
      let until = date(extend.until)
      said = Phrase(
        "批准\(about?.chinese ?? "")延期至\(until.chinese)", "extended to \(until.english)\(behind)")
    case .order(let order):
      let until = date(order.until)
      // The order opens its round, so the round goes without saying.
      return Phrase(
        "责令限期再整改（时限\(until.chinese)）", "rectification ordered anew (due \(until.english))")
    case .chase: return Phrase("催办", "reminded")
    case .accountability(let step): return words(of: step)
    default: return nil
    }
    return ofRound(event.round) + said
  }

  private func words(of step: Accountability) -> Phrase? {
    switch step.stage {
    case .opened: Phrase("启动问责", "accountability opened")
    case .measure: step.measure.map { Phrase("问责：", "accountability: ") + Terms.measure($0) }
    case .concluded: Phrase("问责办结", "accountability concluded")
    }
  }

  private func ofRound(_ round: Int) -> Phrase {
    round > 1 ? Phrase("第\(round)轮", "round \(round): ") : .empty
  }

  /// The rows that a record is about; nil where it is about all that the unit owes in its round.
  private func rows(of event: Event) -> Phrase? {
    guard let named = projection.findings(namedBy: event) else { return nil }
    let round = unit.rounds.first { $0.number == event.round } ?? unit.first
    let owed = Set(round.reports.map(\.finding))
    guard !owed.subtracting(named).isEmpty else { return nil }
    return Terms.numbered(distinct(named).map(projection.row))
  }
}
