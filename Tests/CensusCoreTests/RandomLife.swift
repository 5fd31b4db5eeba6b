import CensusCore

/// Random events of every kind, such as several people could have recorded, errors included.
struct RandomLife {
  private var random: SplitMix64
  private(set) var events: [Event] = []
  private var heads: [Event.Subject: [EventID]] = [:]

  private static let units: [UnitID] = [
    "云南省文史研究馆", "云南省文化厅", "昆明", "保山", "怒江", "迪庆", "临沧", "昭通", "某处",
  ]
  private static let codes = distinct(Yunnan.findings.map(\.code)) + [SiteCode("5300000001")]

  /// So many events.
  init(seed: UInt64, count: Int) {
    random = SplitMix64(seed: seed)
    for _ in 0..<count { add() }
  }

  private static func distinct(_ codes: [SiteCode]) -> [SiteCode] {
    codes.enumerated().filter { codes.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[number(0...(values.count - 1))]
  }

  private mutating func hex() -> String {
    [random.next(), random.next()].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
  }

  /// An order opens a round; all else belongs to one that was opened, or to the first.
  private mutating func round(of payload: Event.Payload, about subject: Event.Subject) -> Int {
    if case .order = payload { return number(2...3) }
    let opened = events.filter { $0.payload.typeName == "order" && $0.subject == subject }
    return one(of: [1] + opened.map(\.round))
  }

  private mutating func rows() -> [FindingID] {
    (0..<number(1...4)).map { _ in finding(number(1...21)) }
  }

  private mutating func add() {
    let on = day("2018-09-26") + number(0...70)
    let (subject, payload, quarter) = content(on)
    let seeing = number(0...3) > 0
    let event = Event(
      id: known(EventID(hex())), on: on,
      at: Instant(seconds: on.ordinal * 86_400 + number(0...200_000)),
      actor: one(of: ["li", "wang"]), origin: "cli", batch: known(BatchID(hex())), batchSize: 1,
      clock: (events.map(\.clock).max() ?? 0) + number(0...1),
      seen: seeing ? heads[subject] ?? [] : [], quarter: quarter,
      round: round(of: payload, about: subject),
      subject: subject, payload: payload)
    heads[subject] = [event.id]
    events.append(event)
  }

  private mutating func content(_ on: Day) -> (Event.Subject, Event.Payload, Quarter?) {
    let unit = Event.Subject.unit(one(of: Self.units))
    let some = Event.Subject.findings(rows())
    let site = Event.Subject.site(one(of: Self.codes))
    let later = on + number(0...30)
    let quarter = Yunnan.quarter
    switch number(0...22) {
    case 0...5:
      let receipt = Receipt(
        part: one(of: Part.allCases), signature: one(of: [.principal, .principal, .other, .none]),
        channel: one(of: [nil, .fax, .hand]), covers: number(0...1) == 0 ? nil : rows())
      return (unit, .receipt(receipt), quarter)
    case 6:
      return (
        one(of: [unit, some]), .return(Return(part: one(of: Part.allCases), reason: "未签字")), quarter
      )
    case 7: return (one(of: [unit, some]), .waive(Waive(authority: "甲", reason: "乙")), quarter)
    case 8:
      return (
        one(of: [unit, some]), .extend(Extend(until: later, authority: "甲", reason: "乙")), quarter
      )
    case 9:
      return (unit, .order(Order(until: later, covers: number(0...1) == 0 ? nil : rows())), quarter)
    case 10:
      return (one(of: [unit, site]), .chase(Chase(promised: one(of: [nil, later]))), quarter)
    case 11: return (unit, .contact(Contact(phone: "0000")), nil)
    case 12: return (some, .detail(Detail(lines: [Detail.Line(found: "甲")])), quarter)
    case 13...15:
      let recheck = Recheck(
        verdict: one(of: Recheck.Verdict.allCases), reason: .other, recheckRound: number(1...3))
      return (some, .recheck(recheck), quarter)
    case 16:
      let step = Accountability(
        stage: one(of: Accountability.Stage.allCases), approvedBy: "甲", measure: .interview,
        findings: number(0...1) == 0 ? nil : rows())
      return (unit, .accountability(step), quarter)
    case 17:
      let availability = Availability(
        status: one(of: Availability.Status.allCases), until: later,
        successor: one(of: Self.codes), isFiled: number(0...1) == 0)
      return (site, .availability(availability), nil)
    case 18:
      let correct = Correct(
        field: one(of: Correct.Field.allCases), new: one(of: Self.codes).text, reason: "乙")
      return (one(of: [unit, site, some]), .correct(correct), nil)
    case 19: return (some, .void(Exclude(reason: "甲")), quarter)
    case 20: return (some, .reinstate(Reinstate()), quarter)
    case 21 where !events.isEmpty:
      let targets = (0..<number(1...2)).map { _ in one(of: events).id }
      return (.event(targets[0]), .retract(Retract(targets: targets)), one(of: [nil, quarter]))
    case 22 where events.count > 1:
      let targets = [one(of: events).id, one(of: events).id]
      return (unit, .resolve(Resolve(targets: targets, keep: targets[0])), quarter)
    default: return (unit, .unknown(type: "forecast"), quarter)
    }
  }
}
