import CensusCore
import Testing

@Suite("The brief for the leader")
struct BriefTests {
  @Test("Nothing received, six days before the due day")
  func nothingYet() {
    #expect(
      yunnan(asOf: "2018-10-14").brief
        == Phrase(
          "截至2018年10月14日，应报7家，已报齐0家，未报齐7家，还有6天到期："
            + "未报7家（云南省文史研究馆、云南省文化厅、昆明、保山、怒江、迪庆、临沧）。",
          "As of 2018-10-14: 7 units owe a report, 0 complete, 7 incomplete, 6 days left: "
            + "outstanding 7 (Yunnan Provincial Institute of Culture and History, Yunnan Provincial "
            + "Department of Culture, Kunming, Baoshan, Nujiang, Diqing, Lincang)."))
  }

  private static let most: [Event] = {
    var journal = Journal()
    journal.record(
      bothParts(from: ["云南省文史研究馆", "云南省文化厅", "昆明", "保山", "怒江", "迪庆"], on: "2018-10-12"))
    return journal.events
  }()

  @Test(
    "One unit owes its report",
    arguments: [
      ("2018-10-19", "，还有1天到期", ", 1 day left"), ("2018-10-20", "，当日到期", ", due today"),
      ("2018-10-21", "，已逾期1天", ", 1 day overdue"), ("2018-10-25", "，已逾期5天", ", 5 days overdue"),
    ])
  func one(asOf: String, chinese: String, english: String) {
    let number = asOf.suffix(2)
    #expect(
      yunnan(Self.most, asOf: asOf).brief
        == Phrase(
          "截至2018年10月\(number)日，应报7家，已报齐6家，未报齐1家\(chinese)：未报1家（临沧）。",
          "As of \(asOf): 7 units owe a report, 6 complete, 1 incomplete\(english): "
            + "outstanding 1 (Lincang)."))
  }

  @Test("All overdue alike")
  func overdueAlike() {
    #expect(
      yunnan(asOf: "2018-10-23").brief.chinese
        == "截至2018年10月23日，应报7家，已报齐0家，未报齐7家，均已逾期3天："
        + "未报7家（云南省文史研究馆、云南省文化厅、昆明、保山、怒江、迪庆、临沧）。")
  }

  @Test("Some of every kind")
  func mixed() {
    var journal = Journal()
    journal.record(bothParts(from: ["云南省文史研究馆", "保山"], on: "2018-10-18"))
    journal.receive(Receipt(part: .electronic), from: "迪庆", on: "2018-10-18")
    journal.receive(Receipt(part: .paper, signature: .none), from: "迪庆", on: "2018-10-18")
    journal.receive(Receipt(part: .electronic), from: "临沧", on: "2018-10-19")
    journal.receive(Receipt(part: .paper), from: "怒江", on: "2018-10-19")
    for part in Part.allCases {
      journal.receive(
        Receipt(part: part, covers: [3, 4, 5, 6].map { finding($0) }), from: "昆明",
        on: "2018-10-22")
    }
    #expect(
      yunnan(journal.events, asOf: "2018-10-23").brief
        == Phrase(
          "截至2018年10月23日，应报7家，已报齐2家，未报齐5家，均已逾期3天："
            + "未报1家（云南省文化厅），待退回1家（迪庆），缺纸质版1家（临沧），缺电子版1家（怒江），"
            + "部分报送1家（昆明4/5）。",
          "As of 2018-10-23: 7 units owe a report, 2 complete, 5 incomplete, 3 days overdue: "
            + "outstanding 1 (Yunnan Provincial Department of Culture); to return 1 (Diqing); "
            + "paper missing 1 (Lincang); e-doc missing 1 (Nujiang); partial 1 (Kunming 4/5)."))
  }

  @Test("All complete")
  func complete() {
    var journal = Journal()
    journal.record(
      bothParts(from: yunnan(asOf: "2018-10-18").obligations.map(\.unit.id), on: "2018-10-18"))
    #expect(
      yunnan(journal.events, asOf: "2018-10-23").brief
        == Phrase(
          "截至2018年10月23日，应报7家，已报齐7家。",
          "As of 2018-10-23: 7 units owe a report, 7 complete."))
  }

  @Test("One unit in all, and none")
  func few() {
    let one = Yunnan.inspection.with(findings: [Yunnan.findings[0]])
    #expect(
      yunnan(asOf: "2018-10-20", inspection: one).brief.english
        == "As of 2018-10-20: 1 unit owes a report, 0 complete, 1 incomplete, due today: "
        + "outstanding 1 (Yunnan Provincial Institute of Culture and History).")
    let none = Yunnan.inspection.with(findings: [])
    #expect(
      yunnan(asOf: "2018-10-20", inspection: none).brief
        == Phrase("本季度没有应报单位。", "No unit owes a report this quarter."))
  }

  @Test("Without a deadline nothing is said of time")
  func withoutDeadline() {
    let open = Yunnan.inspection.with(notice: Yunnan.notice(deadline: nil))
    #expect(
      yunnan(Self.most, asOf: "2018-10-23", inspection: open).brief.chinese
        == "截至2018年10月23日，应报7家，已报齐6家，未报齐1家：未报1家（临沧）。")
  }

  @Test("A quarter of which only the totals are known")
  func headline() {
    let headline = Inspection(
      quarter: known(Quarter("2020Q2")), coverage: .headline,
      totals: Yunnan.figures(305, 9, "97%"))
    #expect(
      yunnan(asOf: "2020-07-10", inspection: headline).brief
        == Phrase("本季度仅有总数，没有逐站结果。", "Only the totals of this quarter are known."))
  }
}

@Suite("The field's words")
struct TermTests {
  private func isWhole(_ phrases: [Phrase]) -> Bool {
    Set(phrases.map(\.chinese)).count == phrases.count
      && Set(phrases.map(\.english)).count == phrases.count
      && phrases.allSatisfy { !$0.chinese.isEmpty && !$0.english.isEmpty }
  }

  @Test("Every case has a word of its own in both languages")
  func complete() {
    #expect(isWhole(Weekday.allCases.map(Terms.weekday)))
    #expect(Set(Weekday.allCases.map(Terms.weekdayName)).count == 7)
    #expect(isWhole(Part.allCases.map(Terms.part)))
    #expect(isWhole(Submission.allCases.map(Terms.submission)))
    #expect(isWhole(Headline.allCases.map(Terms.headline)))
    #expect(isWhole(NextAction.What.allCases.map(Terms.action)))
    #expect(isWhole(IssueCategory.Kind.allCases.map(Terms.kind)))
    #expect(isWhole(Signature.allCases.map(Terms.signature)))
    #expect(isWhole(Receipt.Channel.allCases.map(Terms.channel)))
    #expect(isWhole(Note.Kind.allCases.map(Terms.noteKind)))
    #expect(isWhole(Discrepancy.Severity.allCases.map(Terms.severity)))
    #expect(isWhole(Inspection.Scope.allCases.map(Terms.scope)))
    #expect(isWhole(Inspection.Coverage.allCases.map(Terms.coverage)))
  }

  @Test("The headlines are the words of the domain")
  func headlines() {
    #expect(
      Headline.allCases.map { Terms.headline($0).chinese } == [
        "已启动问责", "整改不到位", "未报", "待退回", "已退回", "缺纸质版", "缺电子版", "已改未报", "待复查", "永久下线", "办结",
        "剔除",
      ])
    #expect(
      Submission.allCases.map { Terms.submission($0).chinese } == [
        "未报", "待退回", "已退回", "缺纸质版", "缺电子版", "部分报送", "免报", "已报齐",
      ])
  }

  @Test(
    "Days left and days late",
    arguments: [
      (3, "剩 3天", "3 d left"), (0, "今天到期", "due today"), (-1, "逾期 1天", "overdue 1 d"),
      (-31, "逾期 31天", "overdue 31 d"),
    ])
  func days(left: Int, chinese: String, english: String) {
    #expect(Terms.daysLeft(left) == Phrase(chinese, english))
  }

  @Test func lateDays() {
    #expect(Terms.daysLate(0) == Phrase("按时", "on time"))
    #expect(Terms.daysLate(2) == Phrase("迟报 2天", "late 2 d"))
    #expect(Terms.dated(day("2018-10-20")) == Phrase("2018-10-20 周六", "2018-10-20 Sat"))
    #expect(Terms.daysLate(1)[.chinese] == "迟报 1天" && Terms.daysLate(1)[.english] == "late 1 d")
  }

  @Test("What an event says")
  func summaries() {
    var journal = Journal()
    let full = journal.receive(
      Receipt(
        part: .paper, signer: "张三", incoming: "政-118", document: "临政报〔2018〕9号",
        dated: day("2018-10-17"), channel: .confidential, covers: [finding(16), finding(17)],
        note: "随机要件"), from: "临沧", on: "2018-10-18")
    let bare = journal.receive(Receipt(part: .electronic), from: "临沧", on: "2018-10-18")
    let file = journal.receive(
      Receipt(part: .electronic, channel: .email, file: "报告.docx"), from: "临沧", on: "2018-10-18")
    let unsigned = journal.receive(
      Receipt(part: .paper, signature: .none), from: "临沧", on: "2018-10-18")
    let both = journal.retract([full.id, bare.id], on: "2018-10-19")
    let newer = journal.record([
      EventDraft(
        on: day("2018-10-19"), quarter: Yunnan.quarter, subject: .unit("临沧"),
        payload: .unknown(type: "chase"))
    ])[0]
    let projection = yunnan(journal.events, asOf: "2018-10-23")
    #expect(
      [full, bare, file, unsigned, both, newer].map { Terms.summary(of: $0, in: projection) } == [
        Phrase(
          "收到纸质版（主要负责同志签字，机要，签字人张三，收文号政-118，来文临政报〔2018〕9号，成文2018-10-17，"
            + "仅第16、17行，随机要件）",
          "paper received (signed by the principal leader, confidential post, signer 张三, "
            + "incoming no. 政-118, document 临政报〔2018〕9号, dated 2018-10-17, rows 16, 17 only, "
            + "随机要件)"),
        Phrase("收到电子版", "electronic received"),
        Phrase("收到电子版（电子邮件，文件报告.docx）", "electronic received (e-mail, file 报告.docx)"),
        Phrase("收到纸质版（未签字）", "paper received (unsigned)"),
        Phrase("撤销2条记录（纸质版、电子版）", "undid 2 records (paper, electronic)"),
        Phrase("本版本不认识的记录（chase）", "a record this version does not know (chase)"),
      ])
    #expect(
      [full, both, newer].map { Terms.eventType($0.payload) } == [
        Phrase("收件", "receipt"), Phrase("撤销", "undo"), Phrase("未知（chase）", "unknown (chase)"),
      ])
  }

  @Test("The names of units, also of those that owe nothing or are unknown")
  func unitNames() {
    let projection = yunnan(asOf: "2018-10-23")
    #expect(Terms.unit("临沧", in: projection) == Phrase("临沧", "Lincang"))
    #expect(Terms.unit("昭通", in: projection) == Phrase("昭通", "Zhaotong"))
    #expect(Terms.unit("某处", in: projection) == Phrase("某处", "某处"))
  }
}
