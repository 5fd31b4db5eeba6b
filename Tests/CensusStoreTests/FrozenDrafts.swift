import CensusCore
import CensusStore

/// What lies in `FrozenStore/`, act by act, as it was recorded: every kind of event with all of its
/// fields and with none of the optional ones, every word, and what is awkward to write.
///
/// New fields, words and kinds come in acts of their own behind these. These never change: the names
/// of the events that people have are made from the same bytes.
enum FrozenDrafts {
  static var acts: [[EventDraft]] {
    [
      receipts, submitting, followUp, details, rechecks, accounts, sites, corrections,
      [draft(.contact(Contact(name: "丙", post: "科长", phone: "0871-00000000")), quarter: nil)],
      [draft(.contact(Contact(phone: awkward)), quarter: nil)],
      exclusions, notes, about, verifications, hundredth,
    ]
  }

  /// What JSON escapes, what it need not, and letters that are equal for people only.
  private static let awkward =
    "\"\\/\n\r\t\u{85}\u{2028}\u{202E}\u{FEFF}\u{FFFF}😀é\u{E9}e\u{301}云南"

  /// What people cannot record, but values of `check` may hold.
  private static let controls = "\u{8}\u{C}\u{0}\u{1}\u{1F}\u{7F}" + awkward

  private static let day = Sample.day("2018-11-20")
  private static let findings = [3, 17, 1_000_000].map { FindingID(Sample.quarter, number: $0) }
  private static let ids = ["0", "a", "9f"].compactMap { digits in
    EventID(String(repeating: digits, count: 32 / digits.utf8.count))
  }
  private static let site = Event.Subject.site(SiteCode("5309260040"))

  private static func draft(
    _ payload: Event.Payload, about subject: Event.Subject = .unit("临沧"), round: Int = 1,
    quarter: Quarter? = Sample.quarter
  ) -> EventDraft {
    EventDraft(
      on: Sample.day("2018-10-19"), quarter: quarter, round: round, subject: subject,
      payload: payload)
  }

  private static var receipts: [EventDraft] {
    let channels: [Receipt.Channel] = [.email, .confidential, .post, .hand, .fax]
    let signatures: [Signature] = [.principal, .other, .none]
    return [
      draft(.receipt(Receipt(part: .paper))), draft(.receipt(Receipt(part: .electronic))),
      draft(
        .receipt(
          Receipt(
            part: .paper, signature: .other, signer: awkward, post: "市长", incoming: "收文〔2018〕1号",
            document: "示例函", dated: day, channel: .confidential, file: "附件 1.pdf",
            sha256: String(repeating: "0a", count: 32), covers: findings, note: "附清单")),
        about: .findings(findings), round: 2),
      draft(.receipt(Receipt(part: .electronic, covers: [], note: "")), about: .unit("甲/乙~\"")),
    ] + channels.map { draft(.receipt(Receipt(part: .electronic, channel: $0))) }
      + signatures.map { draft(.receipt(Receipt(part: .paper, signature: $0))) }
  }

  private static let submitting = [
    draft(.return(Return(part: .paper, reason: awkward))),
    draft(.return(Return(part: .electronic, reason: "无法打开")), about: .findings(findings)),
    draft(.waive(Waive(authority: "省政府办公厅", reason: "机构改革"))),
    draft(.waive(Waive(authority: awkward, reason: awkward)), about: .findings(findings)),
    draft(.extend(Extend(until: day, authority: "分管领导", reason: "迁移"))),
    draft(.order(Order(until: day)), round: 2),
    draft(.order(Order(until: day, reference: "督办函3号", covers: findings)), round: 3),
  ]

  private static var followUp: [EventDraft] {
    let channels: [Chase.Channel] = [.phone, .letter, .message, .visit]
    let full = Chase(channel: .phone, to: "乙", answer: awkward, promised: day, note: "第二次")
    return [draft(.chase(Chase())), draft(.chase(full)), draft(.chase(full), about: site)]
      + channels.map { draft(.chase(Chase(channel: $0))) }
  }

  private static let details = [
    draft(
      .detail(
        Detail(lines: [
          Detail.Line(
            found: awkward, expected: "示例", page: "首页", address: "http://example.cn/a?b=c",
            item: "互动", points: "2.5", isDone: true), Detail.Line(), Detail.Line(item: "信息更新"),
        ])), about: .findings(findings)),
    draft(.detail(Detail(lines: [Detail.Line(isDone: true)])), about: .findings([findings[0]])),
  ]

  private static var rechecks: [EventDraft] {
    let reasons: [Recheck.Reason] = [.offline, .connection, .migrated, .other]
    let one = Event.Subject.findings([findings[1]])
    return [
      draft(.recheck(Recheck(verdict: .passed)), about: one),
      draft(
        .recheck(Recheck(verdict: .failed, recheckRound: 7, evidence: awkward, note: "再查")),
        about: .findings(findings)),
    ] + reasons.map { draft(.recheck(Recheck(verdict: .untestable, reason: $0)), about: one) }
  }

  private static var accounts: [EventDraft] {
    let measures: [Accountability.Measure] = [
      .interview, .selfCriticism, .publicCriticism, .transfer, .removal, .warning, .suspension,
      .other,
    ]
    let full = Accountability(
      stage: .measure, approvedBy: "丁", measure: .interview, person: "主任", document: awkward,
      findings: findings)
    return [
      draft(.accountability(Accountability(stage: .opened, approvedBy: "丁"))),
      draft(.accountability(full)), draft(.accountability(Accountability(stage: .concluded))),
    ] + measures.map { draft(.accountability(Accountability(stage: .measure, measure: $0))) }
  }

  private static var sites: [EventDraft] {
    let states: [Availability.Status] = [.operating, .offline, .retired, .merged, .dark]
    let full = Availability(
      status: .merged, from: day, until: day, successor: SiteCode("bm12345678"), isFiled: true,
      reference: awkward)
    return [draft(.availability(full), about: site, quarter: nil)]
      + states.map { draft(.availability(Availability(status: $0)), about: site, quarter: nil) }
  }

  private static let corrections = [
    draft(
      .correct(
        Correct(field: .code, old: "53000000061", new: "5300000061", from: day, reason: awkward)),
      about: site, quarter: nil),
    draft(
      .correct(Correct(field: .name, new: "新名", reason: "更名")), about: site, quarter: nil),
    draft(.correct(Correct(field: .successor, new: "甲厅", reason: "机构改革")), quarter: nil),
  ]

  private static let exclusions = [
    draft(.void(Exclude(reason: "申诉成立")), about: .findings(findings)),
    draft(.reinstate(Reinstate(reason: awkward)), about: .findings(findings)),
    draft(.reinstate(Reinstate()), about: .findings([findings[0]])),
  ]

  private static let notes = [
    draft(.note(Note(text: awkward))), draft(.note(Note(text: ""))),
    draft(.note(Note(kind: .instruction, text: "抓紧", due: day))),
    draft(.note(Note(kind: .remark, text: "来文")), about: .findings(findings)),
    draft(.note(Note(text: "网站")), about: site),
    draft(.note(Note(text: "记录")), about: .event(ids[1])),
    draft(.note(Note(text: "核对项")), about: .check("rateMismatch/临沧")),
  ]

  private static let about = [
    draft(.retract(Retract(targets: [ids[0]])), about: .event(ids[0])),
    draft(.retract(Retract(targets: ids, reason: awkward, step: .undo)), about: .event(ids[0])),
    draft(.retract(Retract(targets: ids, step: .redo)), about: .event(ids[2])),
    draft(.resolve(Resolve(targets: ids, keep: ids[1]))),
  ]

  private static let verifications = [
    draft(.verify(Verify()), about: .check("dueOnWeekend")),
    draft(
      .verify(Verify(published: "70%", computed: controls, note: "已核对")),
      about: .check("rateMismatch/临沧")),
  ]

  /// So many that names of batches and clocks have more digits.
  private static let hundredth = (1...20).map { draft(.note(Note(text: "第\($0)条"))) }
}
