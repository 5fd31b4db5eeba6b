import CensusCommand
import CensusTestSupport
import Testing

/// The quarter 2018 Q3 from the day of issue to the last 办结, in the command line alone.
struct StoryTests {
  /// What was recorded, each on its day.
  static let story: [(day: String, commands: [String])] = [
    (
      "2018-09-28",
      [
        "contact 怒江 --name 李主任 --post 办公室主任 --phone 0886-3620000",
        "detail 2018Q3-17",
      ]
    ),
    ("2018-10-08", ["chase 昆明 保山 怒江 迪庆 临沧 省直 --channel letter"]),
    (
      "2018-10-18",
      [
        "receive 昆明 --part electronic --incoming 政-118", "receive 保山 --part both",
        "receive 迪庆 --part both --unsigned",
      ]
    ),
    (
      "2018-10-19",
      [
        "return 迪庆 --part paper --reason 未经主要负责同志签字", "receive 临沧 --part both",
        "extend 云南省文史研究馆 --until 2018-10-31 --authority 省政府办公厅 --reason 机构改革",
      ]
    ),
    (
      "2018-10-22",
      ["chase 怒江 --channel phone --to 李主任 --answer 24日报 --promised 2018-10-24"]
    ),
    (
      "2018-10-24",
      [
        "receive 昆明 --part paper --except 2018Q3-7", "receive 怒江 --part both",
        "receive 迪庆 --part paper", "recheck 2018Q3-2 --passed",
      ]
    ),
    ("2018-10-30", ["receive 昆明 --part paper", "receive 云南省文史研究馆 --part both"]),
    (
      "2018-11-05",
      [
        "recheck "
          + ([1, 2] + Array(8...15)).map { "2018Q3-\($0)" }.joined(separator: " ") + " --passed",
        "recheck 2018Q3-3 2018Q3-4 2018Q3-5 2018Q3-6 2018Q3-16 2018Q3-18 2018Q3-19 2018Q3-20 --passed",
        "recheck 2018Q3-17 --failed --note 仍有错误",
        "availability 5301000045 --status offline --until 2018-11-15",
        "recheck 2018Q3-7 --untestable offline",
      ]
    ),
    (
      "2018-11-06",
      [
        "order 临沧 --until 2018-11-30 --reference 督办函〔2018〕3号",
        "account 2018Q3-17 --stage opened --approved-by 分管副秘书长",
      ]
    ),
    ("2018-11-12", ["account 2018Q3-17 --stage measure --measure interview --person-role 分管负责人"]),
    ("2018-11-16", ["availability 5301000045 --status operating", "recheck 2018Q3-7 --passed"]),
    (
      "2018-11-28",
      [
        "receive 临沧 --part both", "account 2018Q3-17 --stage concluded",
        "receive 云南省文化厅 --part both",
      ]
    ),
    ("2018-12-03", ["recheck 2018Q3-17 --passed"]),
  ]

  static func told() throws -> Desk {
    let desk = try Desk()
    desk.input = "原文\t应为\t页面\n第三季季度\t第三季度\t首页\n"
    for (day, commands) in story {
      desk.now = "\(day)T02:00:00Z"
      for command in commands {
        let outcome = try desk.run(ActTests.words(command))
        #expect(outcome.status == 0, "\(day) \(command): \(outcome.warnings)")
      }
    }
    return desk
  }

  /// The states of findings at the days one may look at, in the order of annex 2.
  static let days: [(day: String, complete: Int, overdue: Int, closed: Int)] = [
    ("2018-09-26", 0, 0, 0), ("2018-10-18", 1, 0, 0), ("2018-10-20", 2, 0, 0),
    ("2018-10-23", 2, 4, 0), ("2018-10-24", 4, 2, 0), ("2018-11-05", 6, 1, 16),
    ("2018-11-16", 6, 1, 17), ("2018-11-28", 7, 0, 18), ("2018-12-03", 7, 0, 19),
  ]

  @Test func countsAtEveryDay() throws {
    let desk = try Self.told()
    for (day, complete, overdue, closed) in Self.days {
      let overview = try desk.json("overview", "--as-of", day)
      #expect(overview["complete"] == .number(complete), "\(day)")
      #expect(overview["overdue"] == .number(overdue), "\(day)")
      #expect(overview["closed"] == .number(closed), "\(day)")
      #expect(overview["findings"] == 20)
      #expect(overview["sites"] == 19)
    }
    let states = try desk.json("findings", "--as-of", "2018-12-03").column("state")
    #expect(Set(states) == ["closed"])
    #expect(try desk.json("units").column("next") == Array(repeating: .null, count: 7))
  }

  @Test func atTheHeightOfIt() throws {
    let desk = try Self.told()
    let units = try desk.json("units", "--as-of", "2018-10-24")
    let kunming = units.rows.first { $0["unit"] == "昆明" }
    #expect(kunming?["submission"] == "partial")
    #expect(kunming?["daysLeft"] == -4)
    #expect(kunming?["chases"] == 1)
    let diqing = units.rows.first { $0["unit"] == "迪庆" }
    #expect(diqing?["completeOn"] == "2018-10-24")
    #expect(diqing?["daysLate"] == 4)
    let museum = units.rows.first { $0["unit"] == "云南省文史研究馆" }
    #expect(museum?["due"] == "2018-10-31")
    #expect(museum?["originalDue"] == "2018-10-20")
    let nujiang = try desk.json("units", "--as-of", "2018-10-22").rows.first {
      $0["unit"] == "怒江"
    }
    #expect(nujiang?["promised"] == "2018-10-24")
    #expect(nujiang?["lastChase"] == "2018-10-22")
    #expect(nujiang?["chases"] == 2)
    #expect(nujiang?["next"] == ["on": "2018-10-24", "what": "promise"])
    // Fixed, and the report is owed.
    let culture = try desk.json("findings", "--as-of", "2018-11-05").rows[1]
    #expect(culture["state"] == "fixedReportOwed")
    #expect(culture["fixed"] == "passed")
    #expect(culture["reported"] == "outstanding")
    #expect(
      try desk.json("findings", "--state", "fixedReportOwed", "--as-of", "2018-11-05").rows.count
        == 1)
    #expect(try desk.run("units", "--fail-overdue", "--as-of", "2018-11-05").status == 2)
    #expect(try desk.run("units", "--fail-overdue", "--as-of", "2018-12-03").status == 0)
  }

  @Test(arguments: ["zh", "en"])
  func screens(language: String) throws {
    let desk = try Self.told()
    desk.environment["CENSUS_LANG"] = language
    var text = ""
    for (day, commands) in [
      ("2018-10-19", ["units", "report --brief"]),
      ("2018-10-24", ["overview", "units", "sites --overdue", "show 昆明", "show 怒江"]),
      ("2018-11-12", ["units --rounds", "findings", "prefectures", "show 临沧", "show 2018Q3-17"]),
      ("2018-12-03", ["overview", "units", "issues", "show 5309260040", "history"]),
    ] {
      for command in commands {
        let outcome = try desk.run(ActTests.words(command) + ["--as-of", day])
        #expect(outcome.status == 0)
        text += "$ census \(command) --as-of \(day)\n\(outcome.answer)\n"
      }
    }
    expectGolden(text, named: "story-\(language)")
  }

  @Test func whatWasKnownThen() throws {
    let desk = try Self.told()
    let then = try desk.json(
      "overview", "--as-of", "2018-12-03", "--known-at", "2018-10-19T12:00:00Z")
    #expect(then["complete"] == 2)
    #expect(then["closed"] == 0)
  }

  /// Gengma has two findings: row 20 passes, row 17 fails.
  @Test func gengma() throws {
    let desk = try ActTests.desk(after: [
      "receive 临沧 --part both --on 2018-10-19",
      "recheck 2018Q3-20 --passed --on 2018-11-05",
      "recheck 2018Q3-17 --failed --on 2018-11-05",
    ])
    let findings = try desk.json("findings", "--prefecture", "临沧")
    let states = Dictionary(
      findings.rows.map { ($0["row"], $0["state"]) }, uniquingKeysWith: { first, _ in first })
    #expect(states[.some(20)] == .some("closed"))
    #expect(states[.some(17)] == .some("recheckFailed"))
    #expect(states[.some(16)] == .some("awaitingRecheck"))
    let site = try desk.json("sites", "--search", "5309260040").rows.first
    #expect(site?["state"] == "recheckFailed")
    #expect(site?["fixed"] == "failed")
    #expect(site?["accountable"] == "toBeConsidered")
    let overview = try desk.json("overview")
    #expect(overview["findings"] == 20)
    #expect(overview["sites"] == 19)
    #expect(overview["toBeConsidered"] == 1)
    #expect(overview["failedSites"] == 1)
    let unit = try desk.json("units", "--prefecture", "临沧").rows.first
    #expect(unit?["submission"] == "complete")
    #expect(unit?["rechecked"] == 2)
    #expect(unit?["passed"] == 1)
    #expect(try desk.json("show", "临沧")["accountability"] == "toBeConsidered")
    #expect(try desk.run("show", "临沧", "--lang", "zh").answer.contains("待研究问责"))
    #expect(try desk.run("report", "--brief", "--lang", "zh").answer.contains("待研究问责1家"))
  }
}
