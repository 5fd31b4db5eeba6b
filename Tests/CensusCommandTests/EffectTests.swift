import CensusCommand
import CensusCore
import Testing

/// What would change nothing, or would say something else than is known, is refused with the
/// reason; what adds to a record is a supplement (domain.md 2.7, 2.9).
struct EffectTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let before: [String]
    let command: String
    let chinese: String
    let english: String

    var testDescription: String { command }
  }

  static let refusals: [Case] = [
    Case(
      before: ["waive 昆明 --authority 甲 --reason 乙 --on 2018-10-12"],
      command: "waive 昆明 --authority 丙 --reason 乙 --on 2018-10-12",
      chinese: "“昆明”的批准机关此前登记为“甲”，与“丙”不同；登记有误的，请先撤回原记录。",
      english: "“Kunming”: Authority was recorded as “甲” before, not “丙”; if that is wrong, "
        + "retract the record first."),
    Case(
      before: ["correct 2018Q3-8 --field code --to 5305020002 --reason 甲 --on 2018-10-13"],
      command: "correct 2018Q3-8 --field code --to 5305020002 --reason 乙 --on 2018-10-13",
      chinese: "“2018Q3-8”的原因此前登记为“甲”，与“乙”不同；登记有误的，请先撤回原记录。",
      english: "“2018Q3-8”: Reason was recorded as “甲” before, not “乙”; if that is wrong, retract "
        + "the record first."),
    Case(
      before: ["waive 保山 --authority 甲 --reason 乙 --on 2018-10-19"],
      command: "waive 保山 --authority 甲 --reason 乙 --on 2018-10-18",
      chinese: "“保山”的日期此前登记为“2018-10-19”，与“2018-10-18”不同；登记有误的，请先撤回原记录。",
      english: "“Baoshan”: The day was recorded as “2018-10-19” before, not “2018-10-18”; if that "
        + "is wrong, retract the record first."),
    Case(
      before: ["void 2018Q3-10 --reason 甲 --on 2018-10-19"],
      command: "void 2018Q3-10 --reason 甲 --on 2018-10-18",
      chinese: "“2018Q3-10”的日期此前登记为“2018-10-19”，与“2018-10-18”不同；登记有误的，请先撤回原记录。",
      english:
        "“2018Q3-10”: The day was recorded as “2018-10-19” before, not “2018-10-18”; if that "
        + "is wrong, retract the record first."),
    Case(
      before: ["contact 昆明 --name 张 --on 2018-10-19"],
      command: "contact 昆明 --name 张 --on 2018-10-18",
      chinese: "“昆明”的日期此前登记为“2018-10-19”，与“2018-10-18”不同；登记有误的，请先撤回原记录。",
      english: "“Kunming”: The day was recorded as “2018-10-19” before, not “2018-10-18”; if that "
        + "is wrong, retract the record first."),
    Case(
      before: ["correct 2018Q3-8 --field code --to 5305020002 --reason 甲 --on 2018-10-15"],
      command: "correct 2018Q3-8 --field code --to 5305020002 --reason 甲 --on 2018-10-13",
      chinese: "“2018Q3-8”的日期此前登记为“2018-10-15”，与“2018-10-13”不同；登记有误的，请先撤回原记录。",
      english: "“2018Q3-8”: The day was recorded as “2018-10-15” before, not “2018-10-13”; if that "
        + "is wrong, retract the record first."),
    Case(
      before: ["extend 昆明 --until 2018-10-25 --authority 甲 --reason 乙 --on 2018-10-19"],
      command: "extend 2018Q3-3 --until 2018-11-03 --authority 甲 --reason 乙 --on 2018-10-18",
      chinese: "“昆明”已有2018-10-19的同类登记，早于它的不起作用；请填写不早于当日的日期，或先撤回那一条。",
      english:
        "“Kunming” has a record of this kind for 2018-10-19, and an earlier one would change "
        + "nothing; give that day or a later one, or retract that record first."),
    Case(
      before: [],
      command: "availability 5301000011 --status dark --filed --reference 备1 --on 2018-10-12",
      chinese: "“备案”与“擅自下线”无关；请去掉这一项，或改选别的。",
      english: "“Filed” says nothing beside “dark”; leave it out, or choose something else."),
    Case(
      before: [],
      command: "availability 5301000042 --status operating --until 2018-11-01 --on 2018-10-12",
      chinese: "“至”与“正常运行”无关；请去掉这一项，或改选别的。",
      english: "“Until” says nothing beside “operating”; leave it out, or choose something "
        + "else."),
    Case(
      before: ["recheck 2018Q3-17 --failed --on 2018-10-19"],
      command: "account 临沧 --stage opened --approved-by 甲 --measure warning --on 2018-10-19",
      chinese: "“处理方式”与“已启动问责”无关；请去掉这一项，或改选别的。",
      english: "“Measure” says nothing beside “accountability opened”; leave it out, or choose "
        + "something else."),
    Case(
      before: [
        "recheck 2018Q3-17 --failed --on 2018-10-19",
        "account 临沧 --stage opened --approved-by 甲 --on 2018-10-19",
      ],
      command: "account 临沧 --stage concluded --approved-by 乙 --on 2018-10-20",
      chinese: "“批示领导”与“问责办结”无关；请去掉这一项，或改选别的。",
      english: "“Approved by” says nothing beside “accountability concluded”; leave it out, or "
        + "choose something else."),
    Case(
      before: [
        "receive 2018Q3-5 2018Q3-6 2018Q3-7 --only --part paper --signer 李 --on 2018-10-18",
        "receive 2018Q3-3 2018Q3-4 --only --part paper --signer 张 --on 2018-10-18",
      ],
      command: "receive 昆明 --part paper --signer 张 --on 2018-10-18",
      chinese: "“昆明”的签字人此前登记为“李”，与“张”不同；登记有误的，请先撤回原记录。",
      english: "“Kunming”: Signer was recorded as “李” before, not “张”; if that is wrong, retract "
        + "the record first."),
    Case(
      before: ["receive 昆明 --part paper --on 2018-10-18"],
      command: "return 昆明 --part paper --reason 缺页 --on 2018-10-17",
      chinese: "昆明的纸质版2018-10-18才收到，不能在此前退回；请填写不早于当日的日期。",
      english: "the paper part of Kunming arrived on 2018-10-18, so it was not returned before; "
        + "give that day or a later one."),
    Case(
      before: ["recheck 2018Q3-17 --failed --on 2018-11-05"],
      command: "order 2018Q3-17 --until 2018-11-30 --on 2018-11-04",
      chinese: "“2018Q3-17”2018-11-05才复查不到位；请填写不早于当日的日期。",
      english: "“2018Q3-17” failed its re-check on 2018-11-05 only; give that day or a later one."),
    Case(
      before: ["recheck 2018Q3-17 --failed --on 2018-11-05"],
      command: "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-04",
      chinese: "“临沧”2018-11-05才复查不到位；请填写不早于当日的日期。",
      english: "“Lincang” failed its re-check on 2018-11-05 only; give that day or a later one."),
    Case(
      before: [
        "recheck 2018Q3-17 --failed --on 2018-11-05",
        "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-08",
      ],
      command: "account 2018Q3-17 --stage concluded --on 2018-11-07",
      chinese: "“临沧”2018-11-08才启动问责；请填写不早于当日的日期。",
      english:
        "accountability of “Lincang” was opened on 2018-11-08 only; give that day or a later one."),
    Case(
      before: [
        "recheck 2018Q3-17 --failed --on 2018-11-05",
        "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-06",
        "account 2018Q3-17 --stage measure --measure interview --on 2018-11-08",
      ],
      command: "account 2018Q3-17 --stage concluded --on 2018-11-07",
      chinese: "“临沧”已有2018-11-08的同类登记，早于它的不起作用；请填写不早于当日的日期，或先撤回那一条。",
      english:
        "“Lincang” has a record of this kind for 2018-11-08, and an earlier one would change "
        + "nothing; give that day or a later one, or retract that record first."),
    Case(
      before: ["availability 5301000045 --status dark --on 2018-11-05"],
      command: "availability 5301000045 --status dark --on 2018-11-08",
      chinese: "“5301000045”自2018-11-05起已登记为擅自下线，再登记一个更晚的日期不起作用；原登记有误的，请先撤回。",
      english:
        "“5301000045” is recorded as dark since 2018-11-05, and the same for a later day would "
        + "change nothing; retract that record first if it is wrong."),
    Case(
      before: ["void 2018Q3-20 --reason 误列 --on 2018-11-05"],
      command: "reinstate 2018Q3-20 --on 2018-11-04",
      chinese: "2018Q3-20于2018-11-05才剔除，不能在此前恢复；请填写不早于当日的日期。",
      english: "2018Q3-20 was struck off on 2018-11-05, so it was not taken back before; give that "
        + "day or a later one."),
    Case(
      before: [], command: "reinstate 2018Q3-20",
      chinese: "2018Q3-20没有剔除，无需恢复。",
      english: "2018Q3-20 was not struck off, so there is nothing to take back."),
    Case(
      before: ["extend 昆明 --until 2018-11-30 --authority 甲 --reason 乙 --on 2018-10-18"],
      command: "extend 昆明 --until 2018-11-10 --authority 甲 --reason 乙",
      chinese: "新期限2018-11-10不晚于现期限2018-11-30；请填写更晚的日期，要提前的请先撤回原来的延期。",
      english: "the new due day 2018-11-10 is not later than the present one, 2018-11-30; give a "
        + "later one, or retract the extension that is to be shortened."),
    Case(
      before: ["extend 昆明 --until 2018-11-30 --authority 甲 --reason 乙 --on 2018-10-18"],
      command: "extend 昆明 --until 2018-12-10 --authority 甲 --reason 乙 --on 2018-10-17",
      chinese: "“昆明”已有2018-10-18的同类登记，早于它的不起作用；请填写不早于当日的日期，或先撤回那一条。",
      english:
        "“Kunming” has a record of this kind for 2018-10-18, and an earlier one would change "
        + "nothing; give that day or a later one, or retract that record first."),
    Case(
      before: [], command: "receive 昆明 --part both --dated 2018-10-19 --on 2018-10-18",
      chinese: "成文日期2018-10-19晚于收到日期2018-10-18；请核对两个日期。",
      english: "the document is dated 2018-10-19, after its arrival on 2018-10-18; check both days."
    ),
    Case(
      before: ["contact 怒江 --phone 1 --on 2018-10-18"],
      command: "contact 怒江 --phone 2 --on 2018-10-17",
      chinese: "“怒江”已有2018-10-18的同类登记，早于它的不起作用；请填写不早于当日的日期，或先撤回那一条。",
      english:
        "“Nujiang” has a record of this kind for 2018-10-18, and an earlier one would change "
        + "nothing; give that day or a later one, or retract that record first."),
    Case(
      before: ["correct 5309260040 --field name --to 甲 --reason 更名 --on 2018-10-18"],
      command: "correct 5309260040 --field name --to 乙 --reason 更名 --on 2018-10-17",
      chinese: "“5309260040”已有2018-10-18的同类登记，早于它的不起作用；请填写不早于当日的日期，或先撤回那一条。",
      english: "“5309260040” has a record of this kind for 2018-10-18, and an earlier one would "
        + "change nothing; give that day or a later one, or retract that record first."),
    Case(
      before: ["receive 昆明 --part paper --incoming 政-118 --on 2018-10-18"],
      command: "receive 昆明 --part paper --incoming 政-119 --on 2018-10-18",
      chinese: "“昆明”的收文号此前登记为“政-118”，与“政-119”不同；登记有误的，请先撤回原记录。",
      english: "“Kunming”: Incoming no. was recorded as “政-118” before, not “政-119”; if that is "
        + "wrong, retract the record first."),
    Case(
      before: ["receive 昆明 --part paper --on 2018-10-18"],
      command: "receive 昆明 --part paper --unsigned --on 2018-10-18",
      chinese: "“昆明”的签字此前登记为“主要负责同志签字”，与“未签字”不同；登记有误的，请先撤回原记录。",
      english:
        "“Kunming”: Signature was recorded as “signed by the principal leader” before, not "
        + "“unsigned”; if that is wrong, retract the record first."),
    Case(
      before: ["void 2018Q3-20 --reason 误列"], command: "void 2018Q3-20 --reason 申诉成立",
      chinese: "“2018Q3-20”的原因此前登记为“误列”，与“申诉成立”不同；登记有误的，请先撤回原记录。",
      english: "“2018Q3-20”: Reason was recorded as “误列” before, not “申诉成立”; if that is wrong, "
        + "retract the record first."),
    Case(
      before: ["waive 怒江 --authority 甲 --reason 迁移"],
      command: "waive 怒江 --authority 甲 --reason 撤并",
      chinese: "“2018Q3-10”的原因此前登记为“迁移”，与“撤并”不同；登记有误的，请先撤回原记录。",
      english:
        "“2018Q3-10”: Reason was recorded as “迁移” before, not “撤并”; if that is wrong, retract "
        + "the record first."),
    // Only findings and sites.
    Case(
      before: [], command: "void 昆明 --reason 误列",
      chinese: "“昆明”是单位或州市；这里只接受网站标识码或问题编号（如 2018Q3-7）。",
      english:
        "“Kunming” is a unit or a prefecture; only site codes and findings such as 2018Q3-7 are "
        + "taken here."),
    Case(
      before: [], command: "recheck 省直 --passed",
      chinese: "“省直”是单位或州市；这里只接受网站标识码或问题编号（如 2018Q3-7）。",
      english:
        "“Provincial departments” is a unit or a prefecture; only site codes and findings such as 2018Q3-7 are "
        + "taken here."),
    Case(
      before: [
        "availability 5309260040 --status retired --filed --reference 备1号 --on 2018-11-01"
      ],
      command: "recheck 2018Q3-17 --passed --on 2018-11-05",
      chinese: "“5309260040”自2018-11-01永久下线，不再复查；登记有误的，请先撤回那条永久下线的登记。",
      english: "“5309260040” was retired on 2018-11-01 and is not re-checked; retract that "
        + "record first if it is wrong."),
    // Codes and successors.
    Case(
      before: [], command: "correct 5301000045 --field code --to 5309260040 --reason 多印一位",
      chinese: "“5309260040”是另一个网站（耿马政府公众信息网）的标识码；请核对标识码。",
      english: "“5309260040” is the code of another site (耿马政府公众信息网); check the code."),
    Case(
      before: [], command: "correct 2018Q3-7 --field code --to 5309260040 --reason 多印一位",
      chinese: "“5309260040”是另一个网站（耿马政府公众信息网）的标识码；请核对标识码。",
      english: "“5309260040” is the code of another site (耿马政府公众信息网); check the code."),
    Case(
      before: [], command: "correct 5301000045 --field successor --to 胡说 --reason 合并",
      chinese: "“胡说”不是有效的网站标识码；应为10位数字。",
      english: "“胡说” is no identification code; it has ten digits."),
    Case(
      before: [], command: "availability 5301000045 --status merged --successor 胡说",
      chinese: "“胡说”不是有效的网站标识码；应为10位数字。",
      english: "“胡说” is no identification code; it has ten digits."),
    Case(
      before: ["availability 5301000045 --status merged --successor 5309260040"],
      command: "correct 5309260040 --field successor --to 5301000045 --reason 合并",
      chinese: "承接关系会形成循环：5309260040→5301000045→5309260040；请核对承接方。",
      english:
        "the successors would form a circle: 5309260040 → 5301000045 → 5309260040; check the "
        + "successor."),
    Case(
      before: ["correct 云南省文化厅 --field successor --to 云南省文史研究馆 --reason 机构改革"],
      command: "correct 云南省文史研究馆 --field successor --to 云南省文化厅 --reason 机构改革",
      chinese: "承接关系会形成循环：云南省文史研究馆→云南省文化厅→云南省文史研究馆；请核对承接方。",
      english: "the successors would form a circle: Yunnan Provincial Institute of Culture and "
        + "History → Yunnan Provincial Department of Culture → Yunnan Provincial Institute of Culture "
        + "and History; check the successor."),
  ]

  @Test(arguments: refusals)
  func refusedWithTheReason(_ refusal: Case) throws {
    for (language, sentence) in [("zh", refusal.chinese), ("en", refusal.english)] {
      let desk = try ActTests.desk(after: refusal.before)
      let count = try desk.eventCount()
      let outcome = try desk.run(ActTests.words(refusal.command) + ["--lang", language])
      #expect(outcome == .init(status: 1, answer: "", warnings: "census: \(sentence)\n"))
      #expect(try desk.eventCount() == count)
    }
  }

  /// What the refusals leave possible.
  @Test(arguments: [
    [
      "receive 昆明 --part paper --on 2018-10-18",
      "return 昆明 --part paper --reason 缺页 --on 2018-10-18",
    ],
    [
      "recheck 2018Q3-17 --failed --on 2018-11-05",
      "account 2018Q3-17 --stage opened --approved-by 李 --on 2018-11-04 --note 另有举报",
    ],
    ["void 2018Q3-20 --reason 误列 --on 2018-11-05", "reinstate 2018Q3-20 --on 2018-11-05"],
    [
      "availability 5309260040 --status retired --filed --reference 备1号 --on 2018-11-06",
      "recheck 2018Q3-17 --passed --on 2018-11-05",
    ],
    [
      "correct 53000000006 --field code --to 5300000006 --reason 多印一位",
      "correct 5300000006 --field code --to 53000000006 --reason 原码无误",
    ],
    ["correct 5301000045 --field successor --to 5301000099 --reason 合并"],
    ["receive 昆明 --part both --dated 2018-10-18 --on 2018-10-18"],
  ])
  func hasAnEffect(commands: [String]) throws {
    _ = try ActTests.desk(after: commands)
  }

  @Test(arguments: ["53000000006", "2018Q3-2"])
  func aCodeIsCorrectedBackToThePrintedOne(id: String) throws {
    let desk = try ActTests.desk(after: ["correct \(id) --field code --to 5300000006 --reason 多印一位"]
    )
    #expect(try desk.json("show", "5300000006")["identity"] == "5300000006")
    _ = try desk.run(
      "correct", "5300000006", "--field", "code", "--to", "53000000006", "--reason", "原码无误")
    #expect(try desk.json("show", "53000000006")["identity"] == "53000000006")
    #expect(try desk.json("sites").rows.count == 19)
  }

  // MARK: - 补登

  @Test func aSecondReceiptAddsWhatTheFirstLacks() throws {
    let desk = try ActTests.desk(after: ["receive 昆明 --part paper --on 2018-10-18"])
    let outcome = try desk.run(
      ActTests.words("receive 昆明 --part paper --incoming 政-118 --signer 王 --on 2018-10-18"))
    #expect(
      outcome.answer == """
        recorded 2 events for Kunming (5 sites); undo with: census undo
        supplemented: Kunming (the earlier record is retracted, a fuller one takes its place)

        """)
    let history = try desk.json("history")
    #expect(history.rows.count == 3)
    #expect(Set(history.column("batch")).count == 2)
    let receipts = history.rows.filter { $0["type"] == "receipt" }
    #expect(receipts.map { $0["retracted"] } == [.flag(false), .flag(true)])
    let unit = try desk.json("units").rows.first { $0["unit"] == "昆明" }
    #expect(unit?["paperOn"] == "2018-10-18")
    #expect(
      try desk.run("history", "--lang", "zh").answer.contains("签字人王，收文号政-118"))
    // Once more it is known, and harmless; one undo takes the supplement back, not the receipt.
    let again = try desk.run(
      ActTests.words("receive 昆明 --part paper --incoming 政-118 --on 2018-10-18"))
    #expect(again.answer == "skipped: Kunming (recorded for 2018-10-18 before)\n")
    #expect(try desk.run("undo").status == 0)
    let after = try desk.json("units").rows.first { $0["unit"] == "昆明" }
    #expect(after?["paperOn"] == "2018-10-18")
    #expect(try !desk.run("units", "--search", "政-118").answer.contains("Kunming"))
  }

  @Test func aFurtherReportOfTheDayIsSupplementedWhereItFits() throws {
    let desk = try ActTests.desk(after: [
      "receive 昆明 --part paper --incoming 政-118 --on 2018-10-18",
      "receive 昆明 --part paper --incoming 政-119 --on 2018-10-18 --again",
      "receive 昆明 --part paper --incoming 政-119 --signer 王 --on 2018-10-18",
    ])
    let live = try desk.json("history").rows.filter {
      $0["type"] == "receipt" && $0["retracted"] == .flag(false)
    }
    #expect(live.count == 2)
  }

  @Test func anUnsignedCopyIsSupplementedToo() throws {
    let desk = try ActTests.desk(after: [
      "receive 昆明 --part paper --unsigned --on 2018-10-18",
      "receive 昆明 --part paper --unsigned --incoming 政-118 --on 2018-10-18",
    ])
    #expect(try desk.json("history").rows.count == 3)
    let unit = try desk.json("units").rows.first { $0["unit"] == "昆明" }
    #expect(unit?["submission"] == "toReturn")
  }

  @Test func aVerdictTakesEvidenceLater() throws {
    let desk = try ActTests.desk(after: ["recheck 2018Q3-17 --failed --on 2018-11-05"])
    let outcome = try desk.run(
      ActTests.words("recheck 2018Q3-17 --failed --on 2018-11-05 --evidence 截图3 --lang zh"))
    #expect(
      outcome.answer == """
        已登记2条：临沧（1个网站）；撤销用：census undo
        补登：2018Q3-17（原记录已撤回，代之以内容更全的一条）

        """)
    let rechecks = try desk.json("show", "2018Q3-17")["rechecks"]
    #expect(rechecks?.rows.count == 1)
    #expect(rechecks?.rows.first?["evidence"] == "截图3")
  }
}
