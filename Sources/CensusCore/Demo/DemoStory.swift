/// What happens about one unit in one quarter.
struct DemoStory {
  private(set) var acts: [Demo.Act] = []
  private(set) var nextKey: Demo.Act.Key

  private let inspection: Inspection
  private let unit: Unit
  private let findings: [Finding]
  private let issued: Day
  private let due: Day
  private var round = 1
  private var seconds = 0

  init(_ inspection: Inspection, _ unit: Unit, _ findings: [Finding], key: Demo.Act.Key) {
    self.inspection = inspection
    self.unit = unit
    self.findings = findings
    nextKey = key
    issued = inspection.notice.issued ?? Day(ordinal: 0)
    due = inspection.notice.deadline?.day ?? issued
  }

  // MARK: - Recording

  private mutating func act(
    _ content: Demo.Act.Content, on day: Day, recordedOn late: Day? = nil, by actor: String = "示例一",
    isUnseen: Bool = false
  ) {
    // Nine in the morning by China's clock; what happens about a unit on a day, a minute apart.
    let at = Instant(seconds: (late ?? day).ordinal * 86_400 + 3_600 + seconds)
    seconds += 60
    acts.append(
      Demo.Act(key: nextKey, actor: actor, at: at, content: content, isUnseen: isUnseen))
    nextKey += 1
  }

  private func draft(
    _ payload: Event.Payload, on day: Day, about subject: Event.Subject? = nil,
    standing: Bool = false
  ) -> EventDraft {
    EventDraft(
      on: day, quarter: standing ? nil : inspection.quarter, round: standing ? 1 : round,
      subject: subject ?? .unit(unit.id), payload: payload)
  }

  private mutating func record(
    _ payload: Event.Payload, on day: Day, about subject: Event.Subject? = nil,
    standing: Bool = false, recordedOn late: Day? = nil
  ) {
    act(
      .record([draft(payload, on: day, about: subject, standing: standing)]), on: day,
      recordedOn: late)
  }

  private mutating func receive(
    _ parts: [Part] = Part.allCases, on day: Day, signature: Signature = .principal,
    covers: [FindingID]? = nil, recordedOn late: Day? = nil
  ) {
    let drafts = parts.map { part in
      draft(
        .receipt(
          Receipt(
            part: part, signature: part == .paper ? signature : .principal,
            incoming: "示例收文\(day.year)-\(nextKey + 1)",
            channel: part == .paper ? .confidential : .email,
            covers: covers)), on: day)
    }
    act(.record(drafts), on: day, recordedOn: late)
  }

  private mutating func recheck(
    _ verdict: Recheck.Verdict, _ findings: [Finding], on day: Day, round: Int = 1
  ) {
    let drafts = findings.map { finding in
      draft(
        .recheck(
          Recheck(
            verdict: verdict, reason: verdict == .untestable ? .connection : nil,
            recheckRound: round)), on: day, about: .findings([finding.id]))
    }
    act(.record(drafts), on: day, by: "示例二")
  }

  private mutating func chase(on day: Day, promised: Day? = nil) {
    record(
      .chase(
        Chase(
          channel: .phone, to: "示例联络员",
          answer: promised.map { "\($0.month)月\($0.dayOfMonth)日报" }, promised: promised)), on: day)
  }

  // MARK: - Stories

  /// Every kind of event there is, in an order that makes sense.
  mutating func everything() {
    let first = findings[0]
    let rest = Array(findings.dropFirst())
    let about = Event.Subject.findings([first.id])
    record(
      .contact(Contact(name: "示例联络员", post: "科长", phone: "0000-0000000")), on: issued + 1,
      standing: true)
    record(
      .detail(
        Detail(lines: [
          Detail.Line(found: "示列", expected: "示例", page: "首页", address: "http://example.invalid/")
        ])), on: issued + 2, about: about)
    record(.note(Note(kind: .instruction, text: "请按时限督促整改（演示）")), on: issued + 3)
    chase(on: issued + 12)
    let mistake = nextKey
    receive([.electronic], on: due - 5)
    act(.undo(mistake, reason: "登记错了单位（演示）"), on: due - 5)
    record(
      .extend(Extend(until: due + 7, authority: "示例领导", reason: "系统迁移（演示）")), on: due - 4)
    receive([.paper], on: due - 2, signature: .none)
    record(.return(Return(part: .paper, reason: "未经主要负责同志签字")), on: due - 1)
    receive([.paper], on: due + 2)
    let left = nextKey
    act(
      .record([draft(.receipt(Receipt(part: .electronic)), on: due + 3)]), on: due + 3, by: "示例一",
      isUnseen: true)
    act(
      .record([draft(.receipt(Receipt(part: .electronic)), on: due + 4)]), on: due + 4, by: "示例三",
      isUnseen: true)
    act(.resolve(unit: unit.id, keep: left, against: [left + 1]), on: due + 5)
    if let last = rest.last {
      let other = Event.Subject.findings([last.id])
      record(.void(Exclude(reason: "申诉成立（演示）")), on: due + 6, about: other)
      record(.reinstate(Reinstate(reason: "申诉撤回（演示）")), on: due + 7, about: other)
      record(
        .availability(
          Availability(status: .offline, until: due + 60, isFiled: true, reference: "示例备案1号")),
        on: due + 8, about: .site(last.code), standing: true)
      record(
        .correct(
          Correct(field: .name, old: last.siteName, new: "\(last.siteName)（更名）", reason: "机构改名（演示）")
        ),
        on: due + 9, about: .site(last.code), standing: true)
      recheck(.untestable, [last], on: due + 20)
    } else {
      record(.void(Exclude(reason: "申诉成立（演示）")), on: due + 6, about: about)
      record(.reinstate(Reinstate(reason: "申诉撤回（演示）")), on: due + 7, about: about)
      record(
        .availability(Availability(status: .operating)), on: due + 8, about: .site(first.code),
        standing: true)
      record(
        .correct(
          Correct(
            field: .name, old: first.siteName, new: "\(first.siteName)（更名）", reason: "机构改名（演示）")),
        on: due + 9, about: .site(first.code), standing: true)
    }
    recheck(.failed, [first], on: due + 20)
    if rest.count > 1 { recheck(.passed, Array(rest.dropLast()), on: due + 20) }
    failed(first, on: due + 20, isMended: false)
    // One excuse, for a round that nobody needs any more.
    round = 2
    record(
      .waive(Waive(authority: "示例省政府办公厅", reason: "已启动问责，免报第二轮（演示）")), on: due + 60,
      about: about)
  }

  /// What usually happens.
  mutating func usual(_ random: inout DemoRandom) {
    if random.happens(15) {
      record(
        .contact(
          Contact(
            name: "示例联络员\(random.number(1...99))", phone: "0000-000\(random.number(1000...9999))")),
        on: issued + 1, standing: true)
    }
    for finding in findings where random.happens(15) {
      record(
        .detail(Detail(lines: [Detail.Line(found: "示列", expected: "示例", page: "首页")])),
        on: issued + 3, about: .findings([finding.id]))
    }
    if random.happens(50) { chase(on: issued + 12) }
    var reports = true
    switch random.number(1...100) {
    case ...50: receive(on: due - random.number(0...8))
    case ...60: receive(on: due - 1, recordedOn: due + random.number(1...4))
    case ...70:
      let first: Part = random.happens(70) ? .electronic : .paper
      receive([first], on: due - 2)
      receive(Part.allCases.filter { $0 != first }, on: due + random.number(1...9))
    case ...78:
      receive(on: due - 3, signature: .other)
      record(.return(Return(part: .paper, reason: "签字人不是主要负责同志")), on: due - 2)
      if random.happens(80) { receive([.paper], on: due + random.number(0...6)) }
    case ...83:
      receive([.electronic], on: due - 2)
      chase(on: due + 2, promised: due + 6)
    case ...88:
      record(.extend(Extend(until: due + 10, authority: "示例领导", reason: "系统迁移")), on: due - 2)
      receive(on: due + 8)
    case ...92:
      record(.waive(Waive(authority: "示例省政府办公厅", reason: "机构改革")), on: due - 6)
    case ...95 where findings.count > 1:
      receive(on: due - 1, covers: findings.dropLast().map(\.id))
    default:
      chase(on: due + 2)
      chase(on: due + 7)
      reports = false
    }
    if random.happens(8) { record(.note(Note(text: "已电话核实")), on: due + 1) }
    for finding in findings { afterwards(finding, reports: reports, &random) }
  }

  private mutating func afterwards(_ finding: Finding, reports: Bool, _ random: inout DemoRandom) {
    let day = due + 16 + random.number(0...10)
    let site = Event.Subject.site(finding.code)
    switch random.number(1...100) {
    case ...62: recheck(.passed, [finding], on: day)
    case ...74 where reports:
      recheck(.failed, [finding], on: day)
      failed(finding, on: day, isMended: random.happens(70))
    case ...79:
      record(
        .availability(
          Availability(status: .offline, until: day + 30, isFiled: true, reference: "示例备案2号")),
        on: day - 3, about: site, standing: true)
      recheck(.untestable, [finding], on: day)
    case ...82:
      record(
        .availability(Availability(status: .retired, isFiled: true, reference: "示例备案3号")),
        on: day, about: site, standing: true)
    case ...84:
      record(.availability(Availability(status: .dark)), on: day, about: site, standing: true)
    case ...86:
      record(.void(Exclude(reason: "申诉成立")), on: day, about: .findings([finding.id]))
    default: return
    }
  }

  /// After a failed re-check: ordered anew, re-checked, and held accountable if it failed again.
  private mutating func failed(_ finding: Finding, on day: Day, isMended: Bool) {
    round += 1
    record(
      .order(Order(until: day + 15, reference: "示例督办函\(nextKey)号", covers: [finding.id])),
      on: day + 1)
    receive(on: day + 12, covers: [finding.id])
    recheck(isMended ? .passed : .failed, [finding], on: day + 18, round: 2)
    guard !isMended else { return }
    let steps = [
      Accountability(stage: .opened, approvedBy: "示例领导", findings: [finding.id]),
      Accountability(
        stage: .measure, measure: .interview, person: "网站主管负责人", findings: [finding.id]),
      Accountability(
        stage: .measure, measure: .selfCriticism, person: "网站编辑", document: "示例检查材料",
        findings: [finding.id]),
      Accountability(stage: .concluded, findings: [finding.id]),
    ]
    for (index, step) in steps.enumerated() {
      record(.accountability(step), on: day + 20 + 2 * index)
    }
  }

  /// A reminder or a remark, to fill up what is wanted.
  mutating func remark(_ random: inout DemoRandom) {
    seconds = random.number(0...20_000)
    let day = issued + random.number(1...60)
    if random.happens(50) {
      chase(on: day)
    } else {
      record(.note(Note(text: "电话沟通情况\(nextKey)")), on: day)
    }
  }
}
