import CensusCommand
import CensusTestSupport
import Testing

/// The paragraph for the next notice: each thing that it can say, once what it says holds.
struct RectificationTests {
  /// What was recorded, and what the paragraph says then and says nowhere before.
  private static let cases: [(acts: [String], day: String, chinese: [String], english: [String])] =
    [
      (
        [], "2018-10-01",
        [
          "2018年三季度普查通报问题20条，涉及7家单位的19个网站。", "截至10月1日，尚未开展复查。",
          "截至10月1日，未报齐7家：未报送7家（",
        ],
        [
          "listed 20 findings at 19 sites of 7 units.",
          "As of 2018-10-01 nothing has been re-checked.",
          "7 incomplete: nothing sent 7 (",
        ]
      ),
      (
        ["void 2018Q3-8 --reason 申诉成立 --on 2018-10-10"], "2018-10-11",
        ["涉及7家单位的19个网站，其中1条经核实予以剔除（保山市“隆阳区门户网站”）。"],
        ["19 sites of 7 units; 1 of them was struck off (“隆阳区门户网站” in Baoshan)."]
      ),
      (
        ["receive \(everybody) --part both --on 2018-10-19"], "2018-10-22",
        ["应报的7家单位均按时报送整改情况。"], ["All 7 units have reported in time."]
      ),
      (
        [
          "receive 昆明 --part both --on 2018-10-18", "receive 怒江 --part both --on 2018-10-23",
          "waive 云南省文史研究馆 --authority 办公厅 --reason 整合 --on 2018-10-19",
          "extend 迪庆 --until 2018-11-30 --authority 办公厅 --reason 迁移 --on 2018-10-19",
          "receive 临沧 --part electronic --on 2018-10-19",
          "chase 临沧 --on 2018-10-22", "chase 临沧 保山 --on 2018-10-23",
        ], "2018-10-24",
        [
          "应报的7家单位中，按时报送1家，逾期报送1家（怒江州迟3天），经批准免报1家（云南省文史研究馆），经批准延期1家（迪庆州至11月30日）。",
          "逾期未报齐3家：未报送2家（云南省文化厅、保山市），缺签字纸质版1家（临沧市）。",
          "期间共催办2家单位3次；临沧市经2次催办仍未报齐；保山市经1次催办仍未报齐。",
        ],
        [
          "1 reported in time; 1 late: Nujiang (3 days late); 1 excused",
          "1 with more time: Diqing to 2018-11-30",
          "3 reminders went to 2 units; Lincang still incomplete after 2 reminders",
        ]
      ),
      (
        ["recheck \(rows(1...20)) --passed --on 2018-11-05"], "2018-11-06",
        ["经复查，上述问题已全部整改到位。", "所列问题虽已整改到位，但未按要求报送整改情况。"],
        ["On re-check all of them are rectified.", "rectified, and not reported as asked."]
      ),
      (
        [
          "recheck \(rows(1...16)) 2018Q3-18 2018Q3-19 2018Q3-20 --passed --on 2018-11-05",
          "recheck 2018Q3-17 --failed --on 2018-11-05",
        ], "2018-11-06",
        [
          "经复查，除临沧市“耿马政府公众信息网”外，其余19条问题均已整改到位。",
          "临沧市“耿马政府公众信息网”存在的“扣分大于 40”问题（最近一次复查为11月5日）仍未整改到位。",
          "临沧市整改不到位，待研究问责。",
        ],
        [
          "ectified on re-check: 19 findings, all but for", "last re-check 2018-11-05",
          "To be considered for Lincang.",
        ]
      ),
      (
        [
          "recheck 2018Q3-17 --failed --on 2018-11-05",
          "recheck 2018Q3-17 --failed --on 2018-11-12",
          "recheck 2018Q3-3 --passed --on 2018-11-05",
          "recheck 2018Q3-4 --untestable connection --on 2018-11-05",
          "account 临沧 --stage opened --approved-by 某领导 --on 2018-11-13",
          "account 临沧 --stage measure --measure interview --person-role 主任 --on 2018-11-14",
          "order 2018Q3-17 --until 2018-11-30 --on 2018-11-14",
        ], "2018-11-20",
        [
          "截至11月20日，整改到位1条、整改不到位1条、无法复查1条、尚未复查17条。", "经2轮复查（最近一次复查为11月12日）仍未整改到位。",
          "责令限期再整改1家（临沧市）。", "对临沧市整改不到位问题启动问责；共问责1人：约谈1人。",
        ],
        [
          "1 rectified, 1 not rectified, 1 could not be tested, 17 not re-checked yet.",
          "after 2 re-checks",
          "Accountability was opened for Lincang; 1 held accountable: interview 1.",
        ]
      ),
      (
        ["availability 5309260040 --status dark --on 2018-10-30"], "2018-11-02",
        ["被通报后未经报备擅自下线，10月30日以来无法访问。"], ["went dark without filing after it was named"]
      ),
      (
        [
          "receive 昆明 --part both --on 2018-10-18",
          "availability 5301000045 --status retired --filed --reference 保函5号 --on 2018-10-30",
        ], "2018-11-02", ["已按程序永久下线。"], ["closed for good, as filed."]
      ),
    ]

  private static let everybody = "昆明 保山 怒江 迪庆 临沧 云南省文化厅 云南省文史研究馆"

  private static func rows(_ rows: ClosedRange<Int>) -> String {
    rows.map { "2018Q3-\($0)" }.joined(separator: " ")
  }

  @Test(arguments: cases.indices)
  func itSaysWhatHolds(_ index: Int) throws {
    let (acts, day, chinese, english) = Self.cases[index]
    let desk = try Desk.after(acts, now: "2018-12-01T01:00:00Z")
    for (language, sentences) in [("zh", chinese), ("en", english)] {
      let text = try paragraph(desk, day, language)
      for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
      // Of what nobody recorded nothing is said.
      let before = try paragraph(try Desk(), day, language)
      if !acts.isEmpty {
        for sentence in sentences { #expect(!before.contains(sentence), "\(sentence)") }
      }
    }
  }

  /// A site that is named for the same defect again says how often.
  @Test func recurrenceIsNamed() throws {
    let text = try paragraph(try Desk.ofTwoNotices(), "2019-01-20", "zh", "--quarter", "2018Q4")
    #expect(text.contains("因同类问题连续被通报的有"), "\(text)")
  }

  private func paragraph(
    _ desk: Desk, _ day: String, _ language: String, _ more: String...
  ) throws -> String {
    desk.environment["CENSUS_LANG"] = language
    return try desk.run(["report", "--next", "--as-of", day] + more).answer
  }
}
