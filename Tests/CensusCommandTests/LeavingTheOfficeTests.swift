import CensusCommand
import CensusCore
import CensusTestSupport
import Testing

/// What leaves the office says nothing that is not so, in either language.
struct LeavingTheOfficeTests {
  private func expect(_ text: String, has sentences: [String], lacks others: [String] = []) {
    for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
    for sentence in others { #expect(!text.contains(sentence), "\(sentence)\n\(text)") }
  }

  // MARK: - Accountability

  private static let concluded = [
    "receive 昆明 --part both --on 2018-10-18",
    "recheck 2018Q3-3 2018Q3-4 2018Q3-5 --failed --on 2018-11-01",
    "account 2018Q3-3 --stage opened --approved-by 王副秘书长 --on 2018-11-02",
    "account 2018Q3-3 --stage measure --measure interview --person-role 张局长 --on 2018-11-03",
  ]

  @Test func whatIsConcludedIsToldOfAccountability() throws {
    let desk = try Desk.after(
      [
        "recheck 2018Q3-10 --failed --on 2018-11-01",
        "account 怒江 --stage opened --approved-by 王副秘书长 --on 2018-11-02",
        "account 怒江 --stage measure --measure interview --on 2018-11-03",
        "account 怒江 --stage concluded --on 2018-11-04",
      ], now: "2018-11-20T01:00:00Z")
    expect(
      try desk.does("report --lang zh"),
      has: [
        "问责办结1家（怒江州）。", "启动问责：**0**（家，另已办结1家）", "11月2日启动问责，11月3日问责：约谈，11月4日问责办结",
      ])
    expect(
      try desk.does("report --lang en"),
      has: ["Accountability: concluded 1 (Nujiang).", "2018-11-03 accountability: interview"])
    expect(
      try desk.does("report --next --lang zh"), has: ["对怒江州整改不到位问题启动问责，已问责办结；"])
    expect(
      try desk.does("report --since 2018-11-04 --lang zh"), has: ["| 问责办结单位 | 0 | 1 | +1 |"])
  }

  @Test func aTransferTellsOfItsOwnCaseAlone() throws {
    let desk = try Desk.after(
      Self.concluded + [
        "account 2018Q3-4 --stage opened --approved-by 王副秘书长 --on 2018-11-02",
        "account 2018Q3-4 --stage measure --measure interview --person-role 张局长 --on 2018-11-03",
        "account 2018Q3-3 --stage measure --measure publicCriticism --person-role 张局长 --on 2018-11-04",
        "account 2018Q3-3 --stage concluded --on 2018-11-05",
        "recheck 2018Q3-6 --passed --on 2018-11-05",
      ], now: "2018-11-20T01:00:00Z")
    let letter = try desk.does("letter transfer 昆明 --to 驻厅纪检监察组 --lang zh")
    expect(
      letter,
      has: [
        "移送贵组。", "请贵组依规依纪依法处理", "“昆明市旅游发展委员会”：第1轮复查，整改不到位", "2018年11月3日，约谈（对象：张局长）。",
        "“昆明高新技术产业开发区管理委员会网站”的问题尚未启动问责，待研究。",
      ],
      // Rows, sites that are no part of it, what is told in the third part, measures of what is concluded.
      lacks: ["你单位", "行 ", "昆明市人民政府网站", "已启动问责（", "通报批评", "石林"])
    #expect(letter.split(separator: "约谈（").count == 2)
    expect(
      try desk.does("letter transfer 昆明 --to X --lang en"),
      has: ["For “昆明高新技术产业开发区管理委员会网站” it has not been opened"], lacks: ["row "])
    expect(
      try desk.does("report --next --lang zh"), has: ["昆明市另有1条问题整改不到位，待研究问责"])
  }

  /// Two findings of one site, re-checked one by one, read as one line: the letter names sites, not rows.
  @Test func whatReadsTheSameOnOneDayIsToldOnce() throws {
    let desk = try Desk.after(
      [
        "recheck 2018Q3-17 --failed --on 2018-11-01", "recheck 2018Q3-20 --failed --on 2018-11-01",
        "recheck 2018Q3-20 --failed --on 2018-11-05",
      ], now: "2018-11-20T01:00:00Z")
    let letter = try desk.does("letter transfer 临沧 --to 驻厅纪检监察组 --lang zh")
    let course = letter.split(separator: "\n").filter { $0.contains("轮复查，整改不到位") }
    #expect(course.count == 2, "\(letter)")
    #expect(course.first?.contains("1. 2018年11月1日，") == true, "\(letter)")
    #expect(course.last?.contains("2. 2018年11月5日，") == true, "\(letter)")
  }

  // MARK: - Sites

  @Test func aSiteThatWentDarkWasNotReChecked() throws {
    let desk = try Desk.after([
      "recheck 2018Q3-3 --failed --on 2018-11-01",
      "availability 2018Q3-10 --status dark --on 2018-11-02",
    ])
    expect(
      try desk.does("report --brief --lang zh"), has: ["已复查1条问题，整改不到位1条；另有1条问题所在网站擅自下线，属整改不到位。"])
    expect(
      try desk.does("report --brief --lang en"),
      has: ["1 of 20 findings re-checked: 1 failed; 1 more failed at sites that went dark"])
    expect(
      try desk.does("report --since 2018-11-01 --lang zh"),
      has: ["| 已复查问题 | 0 | 1 | +1 |", "| 擅自下线问题 | 0 | 1 | +1 |", "| 整改不到位问题 | 0 | 2 | +2 |"])
    let dark = try Desk.after(["availability 2018Q3-10 --status dark --on 2018-11-02"])
    expect(
      try dark.does("report --brief --lang zh"), has: ["有1条问题所在网站擅自下线，属整改不到位。"], lacks: ["已复查"])
  }

  @Test func sitesThatAreNotWhereTheyWereAreNamed() throws {
    let desk = try Desk.after(
      [
        "availability 2018Q3-18 --status merged --successor 5309000044 --filed --reference 备8号 --on 2018-10-30",
        "availability 2018Q3-10 --status offline --until 2018-11-02 --on 2018-10-31",
        "availability 2018Q3-2 --status retired --filed --reference 备1号 --on 2018-10-10",
      ], now: "2018-11-20T01:00:00Z")
    expect(
      try desk.does("report --next --lang zh"),
      has: [
        "怒江州“怒江傈僳族自治州人民政府”10月31日起临时下线，11月2日到期未恢复；",
        "临沧市“临沧市茶叶信息网”10月30日整合并入“临沧市人民政府门户网站”（5309000044）。", "所在网站永久下线1条",
        "| 未复查：2018-10-31起临时下线，2018-11-02到期未恢复 |", "扣分大于 40 | 永久下线 | 未报 |",
      ])
    expect(
      try desk.does("report --next --lang en"),
      has: [
        "in Nujiang offline since 2018-10-31, due back by 2018-11-02 and not back",
        "merged into “临沧市人民政府门户网站” (5309000044) on 2018-10-30",
      ])
    expect(
      try desk.does("letter recheck 临沧 --lang zh"),
      has: ["2018年10月30日整合并入“临沧市人民政府门户网站”（5309000044）"])
    expect(
      try desk.does("letter chase 怒江 --lang zh"),
      has: ["尚未报送；2018年10月31日起临时下线，2018年11月2日到期未恢复"])
  }

  // MARK: - Names, addressees, promises

  @Test func lettersGoToWhoeverTookOver() throws {
    let desk = try Desk.after(
      [
        "correct 云南省文化厅 --field successor --to 云南省文化和旅游厅 --reason 机构改革 --on 2018-11-08",
        "correct 5301000067 --field name --to 昆明市文化和旅游局网站 --reason 机构改革 --on 2018-11-08",
      ], now: "2018-11-20T01:00:00Z")
    expect(
      try desk.does("letter chase 云南省文化厅 --lang zh"),
      has: ["\n云南省文化和旅游厅：\n", "通报所列云南省文化厅的有关职能现由你厅承担。"])
    expect(
      try desk.does("letter chase 云南省文化厅 --lang en"),
      has: ["To: 云南省文化和旅游厅", "have passed to you."])
    expect(try desk.does("letter chase 昆明 --lang zh"), has: ["昆明市旅游发展委员会（现昆明市文化和旅游局网站）"])
    expect(
      try desk.does("report --next --lang zh"),
      has: ["云南省文化厅（现云南省文化和旅游厅）", "昆明市旅游发展委员会（现昆明市文化和旅游局网站）"])
  }

  @Test func somebodyElseIsNotSpokenToAsTheUnit() throws {
    let desk = try Desk.after([])
    expect(
      try desk.does("letter chase 怒江 --to 某某局 --lang zh"), has: ["某某局：", "怒江州尚未报送整改情况"],
      lacks: ["你州"])
  }

  @Test func aBrokenPromiseOutlivesTheNextReminder() throws {
    let desk = try Desk.after([
      "chase 怒江 --promised 2018-10-24 --on 2018-10-22", "chase 怒江 --on 2018-10-23",
    ])
    expect(
      try desk.does("letter chase 怒江 --lang zh"), has: ["你州承诺于2018年10月24日报送，但至今未报齐。"])
    expect(
      try desk.does("report --handover --lang zh"),
      has: ["待兑现或已失约的承诺1项", "| 2018年三季度 | 怒江 | 2018-10-24（失约） |"], lacks: ["2018Q3 "])
  }

  @Test func recordsThatContradictEachOtherAreSaidBesideALetter() throws {
    let (desk, theirs) = (try Desk.after([]), try Desk.after([]))
    theirs.environment["CENSUS_ACTOR"] = "desk-3"
    theirs.drawn = 5_000
    try desk.does("recheck 2018Q3-10 --failed --on 2018-11-01")
    try theirs.does("recheck 2018Q3-10 --passed --on 2018-11-01")
    try desk.take(from: theirs)
    let outcome = try desk.run(line: "letter transfer 怒江 --to 省监委 --lang zh")
    #expect(outcome.status == 0)
    expect(outcome.warnings, has: ["怒江有相互矛盾的记录尚未裁定", "census resolve"])
  }

  // MARK: - Pages

  @Test func aNoticeOfTotalsDoesNotSayThatNothingIsToBeMended() throws {
    let desk = try Desk.after([])
    expect(
      try desk.does("report --next --quarter 2020Q2 --as-of 2020-12-01 --lang zh"),
      has: ["本期通报仅公布总数，未列各网站", "本附件无从列出。"], lacks: ["没有需要整改的问题"])
    let report = try desk.does("report --quarter 2020Q2 --as-of 2020-12-01 --lang zh")
    expect(report, has: ["核算96%", "2020年二季度：在运行网站305个，不合格12个，核算合格率96%。"], lacks: ["96.1%"])
  }

  @Test func aLaneTellsWhatArrivedAndWhatWentBack() throws {
    let desk = try Desk.after([
      "receive 保山 --part both --unsigned --on 2018-10-18",
      "return 保山 --part paper --reason 未签字 --on 2018-10-19",
      "extend 保山 --until 2018-10-31 --authority 办公厅 --reason 改革 --on 2018-10-19",
      "receive 保山 --part paper --on 2018-10-29",
    ])
    expect(
      try desk.does("report --lang zh"),
      has: [
        "保山市：10月18日收到纸质版（未签字）、电子版，10月19日退回纸质版、批准延期至10月31日，10月29日报齐。",
        "10月29日累计报齐1家。", "集中程度（2018年三季度）：", "逾期未报齐5个",
      ], lacks: ["不合要求", "期限", "我方"])
    expect(
      try desk.does("report --lang en"),
      has: [
        "Baoshan: 2018-10-18 received the paper copy (not signed) and the electronic document, 2018-10-19 sent "
          + "back the paper copy and extended to 2018-10-31, 2018-10-29 report complete."
      ])
    let html = try desk.does("report --format html --lang zh")
    expect(html, has: ["该单位的时限（延期、限期再整改）", "不合要求、退回"])
  }

  @Test func aPageOfChangesSaysWhatThereIsNone() throws {
    let desk = try Desk.after(["note 怒江 来电 --on 2018-11-04"])
    expect(
      try desk.does("report --since 2018-11-04 --lang zh"),
      has: ["2018年11月4日以来的变化", "新增办理记录1条，各单位报送情况和各问题状态均无变化。"], lacks: ["0家", "0条"])
    let refused = try desk.run(line: "report --since 2018-11-04 --as-of 2018-11-01 --lang zh")
    #expect(refused.status == 64)
    expect(refused.warnings, has: ["--since 不能晚于截至日期：2018-11-04晚于2018-11-01"])
  }

  @Test func theHandoverNamesWhoHandlesWhat() throws {
    let desk = try Desk.after(["assign 怒江 --to 李四 --on 2018-10-08"])
    expect(
      try desk.does("report --handover --lang zh"),
      has: ["| 季度 | 责任单位 | 承办人 |", "| 2018年三季度 | 怒江 | 李四 |"])
  }
}
