import CensusCore
import Testing

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
          "第16、17行：收到纸质版（主要负责同志签字，机要，签字人张三，收文号政-118，来文临政报〔2018〕9号，成文2018-10-17，"
            + "随机要件）",
          "rows 16, 17: paper part received (signed by the principal leader, confidential post, signer 张三, "
            + "incoming no. 政-118, document 临政报〔2018〕9号, dated 2018-10-17, "
            + "随机要件)"),
        Phrase("收到电子版", "electronic part received"),
        Phrase("收到电子版（电子邮件，文件报告.docx）", "electronic part received (e-mail, file 报告.docx)"),
        Phrase("收到纸质版（未签字）", "paper part received (unsigned)"),
        Phrase(
          "撤销2条记录（第16、17行的纸质版、电子版）", "undid 2 records (paper (rows 16, 17), electronic)"),
        Phrase("本版本无法识别的记录（chase）", "a record this version does not know (chase)"),
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
