import CensusCore
import Testing

private let subject = Phrase(
  "2018年三季度政府网站普查通报（云府办明电〔2018〕55号）要求于10月20日前报送整改情况。",
  "The notice on the Q3 2018 census of government websites (云府办明电〔2018〕55号) asks for reports "
    + "on rectification by 2018-10-20. ")

@Suite("The brief for the leader")
struct BriefTests {
  @Test("As the design prints it: to be sent as it stands")
  func example() {
    var journal = Journal()
    journal.record(bothParts(from: ["云南省文史研究馆", "保山"], on: "2018-10-18"))
    journal.receive(Receipt(part: .electronic), from: "迪庆", on: "2018-10-18")
    journal.receive(Receipt(part: .paper, signature: .none), from: "迪庆", on: "2018-10-18")
    journal.receive(Receipt(part: .electronic), from: "临沧", on: "2018-10-19")
    #expect(
      yunnan(journal.events, asOf: "2018-10-23").brief.chinese
        == "2018年三季度政府网站普查通报（云府办明电〔2018〕55号）要求于10月20日前报送整改情况。"
        + "截至10月23日，7家应报单位中，已报齐2家；未报齐5家，均逾期3天："
        + "未报送3家（云南省文化厅、昆明市、怒江州），纸质版未经主要负责同志签字1家（迪庆州），"
        + "缺签字纸质版1家（临沧市）。")
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
      ("2018-10-19", "，距到期还有1天", ", 1 day left"), ("2018-10-20", "，今日到期", ", due today"),
      ("2018-10-21", "，逾期1天", ", 1 day overdue"), ("2018-10-25", "，逾期5天", ", 5 days overdue"),
    ])
  func one(asOf: String, chinese: String, english: String) {
    #expect(
      yunnan(Self.most, asOf: asOf).brief
        == Phrase(
          subject.chinese
            + "截至10月\(asOf.suffix(2))日，7家应报单位中，已报齐6家；未报齐1家\(chinese)：未报送1家（临沧市）。",
          subject.english
            + "As of \(asOf), of 7 units that owe a report, 6 complete; 1 incomplete\(english): "
            + "nothing sent 1 (Lincang)."))
  }

  @Test("Every kind of incomplete report, in the words of a letter")
  func kinds() {
    var journal = Journal()
    let paper = { (unit: UnitID, channel: Receipt.Channel?, signature: Signature) in
      EventDraft(
        on: day("2018-10-18"), quarter: Yunnan.quarter, subject: .unit(unit),
        payload: .receipt(Receipt(part: .paper, signature: signature, channel: channel)))
    }
    journal.record([
      paper("云南省文化厅", .fax, .principal), paper("保山", nil, .other), paper("怒江", nil, .principal),
      paper("迪庆", nil, .none),
    ])
    journal.record([
      EventDraft(
        on: day("2018-10-19"), quarter: Yunnan.quarter, subject: .unit("迪庆"),
        payload: .return(Return(part: .paper, reason: "未签字")))
    ])
    for part in Part.allCases {
      journal.receive(
        Receipt(part: part, covers: [3, 4, 5, 6].map { finding($0) }), from: "昆明", on: "2018-10-19")
    }
    journal.receive(
      Receipt(part: .electronic, covers: [16, 17, 18, 19].map { finding($0) }), from: "临沧",
      on: "2018-10-19")
    #expect(
      yunnan(journal.events, asOf: "2018-10-23").brief
        == Phrase(
          subject.chinese + "截至10月23日，7家应报单位中，已报齐0家；未报齐7家，均逾期3天："
            + "未报送1家（云南省文史研究馆），纸质版为传真件1家（云南省文化厅），"
            + "纸质版未经主要负责同志签字1家（保山市），纸质版已退回1家（迪庆州），缺电子版1家（怒江州），"
            + "部分报送2家（昆明市4/5、临沧市电子版4/5）。",
          subject.english
            + "As of 2018-10-23, of 7 units that owe a report, 0 complete; 7 incomplete, 3 days "
            + "overdue: nothing sent 1 (Yunnan Provincial Institute of Culture and History), paper "
            + "copy sent by fax 1 (Yunnan Provincial Department of Culture), paper copy not signed "
            + "by the principal leader 1 (Baoshan), paper copy sent back 1 (Diqing), electronic "
            + "document missing 1 (Nujiang), reported in part 2 (Kunming 4/5, Lincang e-doc 4/5)."))
  }

  @Test("All complete")
  func complete() {
    var journal = Journal()
    journal.record(
      bothParts(from: yunnan(asOf: "2018-10-18").obligations.map(\.unit.id), on: "2018-10-18"))
    #expect(
      yunnan(journal.events, asOf: "2018-10-23").brief
        == Phrase(
          subject.chinese + "截至10月23日，7家应报单位中，已报齐7家。",
          subject.english + "As of 2018-10-23, of 7 units that owe a report, 7 complete."))
  }

  @Test("One unit in all, none, another year, and no due day")
  func few() {
    let one = Yunnan.inspection.with(findings: [Yunnan.findings[0]])
    #expect(
      yunnan(asOf: "2019-01-02", inspection: one).brief.chinese
        == subject.chinese + "截至2019年1月2日，1家应报单位中，已报齐0家；未报齐1家，逾期74天：未报送1家（云南省文史研究馆）。")
    let none = Yunnan.inspection.with(findings: [])
    #expect(
      yunnan(asOf: "2018-10-20", inspection: none).brief
        == Phrase("本季度没有应报单位。", "No unit owes a report this quarter."))
    let open = Yunnan.inspection.with(notice: Yunnan.notice(deadline: nil))
    #expect(
      yunnan(Self.most, asOf: "2018-10-23", inspection: open).brief.chinese
        == "2018年三季度政府网站普查通报（云府办明电〔2018〕55号）要求报送整改情况。"
        + "截至10月23日，7家应报单位中，已报齐6家；未报齐1家：未报送1家（临沧市）。")
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

/// What a brief can mention, each on and off, in every combination.
@Suite("The brief over every combination of what it can mention")
struct BriefTableTests {
  private struct Mentions: OptionSet {
    let rawValue: Int
    static let late = Mentions(rawValue: 1)
    static let excused = Mentions(rawValue: 2)
    static let extended = Mentions(rawValue: 4)
    static let unsigned = Mentions(rawValue: 8)
    static let chased = Mentions(rawValue: 16)
    static let promised = Mentions(rawValue: 32)
    static let ordered = Mentions(rawValue: 64)
    static let closed = Mentions(rawValue: 128)
    static let accounted = Mentions(rawValue: 256)
  }

  private func draft(
    _ on: String, _ subject: Event.Subject, _ payload: Event.Payload, round: Int = 1
  ) -> EventDraft {
    EventDraft(
      on: day(on), quarter: Yunnan.quarter, round: round, subject: subject, payload: payload)
  }

  private func events(_ mentions: Mentions) -> [Event] {
    var journal = Journal()
    let late = mentions.contains(.late)
    journal.record(bothParts(from: ["云南省文史研究馆"], on: late ? "2018-10-22" : "2018-10-18"))
    journal.record(bothParts(from: ["临沧"], on: "2018-10-18"))
    if mentions.contains(.excused) {
      journal.record([
        draft("2018-10-18", .unit("昆明"), .waive(Waive(authority: "省政府办公厅", reason: "并入")))
      ])
    }
    if mentions.contains(.extended) {
      let extend = Extend(until: day("2018-10-30"), authority: "省政府办公厅", reason: "迁移")
      journal.record([draft("2018-10-18", .unit("保山"), .extend(extend))])
    }
    if mentions.contains(.unsigned) {
      journal.receive(Receipt(part: .paper, signature: .none), from: "迪庆", on: "2018-10-18")
    }
    if mentions.contains(.chased) {
      let promised = mentions.contains(.promised) ? day("2018-10-24") : nil
      journal.record([draft("2018-10-22", .unit("怒江"), .chase(Chase(promised: promised)))])
    }
    if mentions.contains(.closed) {
      journal.record([
        draft("2018-10-22", .findings([finding(1)]), .recheck(Recheck(verdict: .passed)))
      ])
    }
    if !mentions.isDisjoint(with: [.ordered, .accounted]) {
      journal.record([
        draft("2018-10-19", .findings([finding(17)]), .recheck(Recheck(verdict: .failed)))
      ])
    }
    if mentions.contains(.ordered) {
      let order = Order(until: day("2018-10-22"), covers: [finding(17)])
      journal.record([draft("2018-10-20", .unit("临沧"), .order(order), round: 2)])
    }
    if mentions.contains(.accounted) {
      let step = Accountability(stage: .opened, approvedBy: "甲")
      journal.record([draft("2018-10-21", .unit("临沧"), .accountability(step))])
    }
    return journal.events
  }

  private func expected(_ mentions: Mentions) -> Phrase {
    let says = { (one: Mentions) in mentions.contains(one) }
    let names: [(String, String)?] = [
      ("云南省文化厅", "Yunnan Provincial Department of Culture"),
      says(.excused) ? nil : ("昆明市", "Kunming"), says(.extended) ? nil : ("保山市", "Baoshan"),
      ("怒江州", "Nujiang"), says(.unsigned) ? nil : ("迪庆州", "Diqing"),
    ]
    let outstanding = names.compactMap(\.self)
    let behind = outstanding.count + (says(.unsigned) ? 1 : 0)
    var chinese = subject.chinese + "截至10月23日，7家应报单位中，已报齐2家"
    var english = subject.english + "As of 2018-10-23, of 7 units that owe a report, 2 complete"
    func add(_ isSaid: Bool, _ words: String, _ more: String) {
      guard isSaid else { return }
      chinese += words
      english += more
    }
    add(
      says(.late), "（其中迟报1家：云南省文史研究馆迟2天）",
      " (1 of them late: Yunnan Provincial Institute of Culture and History 2 days late)")
    add(says(.excused), "；免报1家（昆明市）", "; 1 excused (Kunming)")
    add(says(.extended), "；延期1家（保山市至10月30日）", "; 1 extended (Baoshan to 2018-10-30)")
    add(
      true,
      "；未报齐\(behind)家，均逾期3天：未报送\(outstanding.count)家（"
        + outstanding.map(\.0).joined(separator: "、") + "）",
      "; \(behind) incomplete, 3 days overdue: nothing sent \(outstanding.count) ("
        + outstanding.map(\.1).joined(separator: ", ") + ")")
    add(
      says(.unsigned), "，纸质版未经主要负责同志签字1家（迪庆州）",
      ", paper copy not signed by the principal leader 1 (Diqing)")
    add(true, "。", ".")
    add(says(.chased), "已催办1家1次", " 1 unit chased 1 time")
    add(
      mentions.isSuperset(of: [.chased, .promised]), "，1家承诺报送（怒江州10月24日）",
      ", 1 promised to report (Nujiang 2018-10-24)")
    add(says(.chased), "。", ".")
    add(
      says(.ordered), "责令限期再整改1家（临沧市），其中逾期未报齐1家。",
      " Rectification ordered anew of 1 unit (Lincang), of them 1 overdue.")
    let failed = !mentions.isDisjoint(with: [.ordered, .accounted])
    let words: [(String, String)?] = [
      says(.closed) ? ("整改到位1条", "1 passed") : nil, failed ? ("整改不到位1条", "1 failed") : nil,
    ]
    let verdicts = words.compactMap(\.self)
    add(
      !verdicts.isEmpty,
      "已复查\(verdicts.count)条问题，" + verdicts.map(\.0).joined(separator: "，"),
      " \(verdicts.count) of 20 findings re-checked: "
        + verdicts.map(\.1).joined(separator: ", "))
    add(says(.closed), "；已办结1个网站", "; 1 site closed")
    add(!verdicts.isEmpty, "。", ".")
    add(says(.accounted), "已启动问责1家（临沧市）。", " Accountability: opened 1 (Lincang).")
    add(
      failed && !says(.accounted), "待研究问责1家（临沧市）。",
      " Accountability: to be considered 1 (Lincang).")
    return Phrase(chinese, english)
  }

  @Test("Each clause stands just where there is something to say", arguments: 0..<512)
  func combination(bits: Int) {
    let mentions = Mentions(rawValue: bits)
    let projection = yunnan(events(mentions), asOf: "2018-10-23")
    #expect(projection.brief == expected(mentions))
    let counts = projection.overview
    #expect(counts.complete + counts.waived + counts.extended + counts.behind == counts.units)
    #expect(counts.overdue == counts.behind)
  }
}
