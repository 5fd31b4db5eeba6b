import CensusStore
import CensusTestSupport
import Testing

/// What a corrected notice changes in what is read of it and in what goes out: its deadline, and rows that
/// it lists no more.
struct CorrectedPaperTests {
  private static let rows = [
    "昆明\t昆明市教育局网站\t5301000045\t错字漏字", "昆明\t昆明市人民政府网站\t5301000042\t首页不更新",
    "临沧\t耿马政府公众信息网\t5309260040\t扣分大于40",
  ]

  private func text(due: String, _ rows: [String] = rows) -> String {
    let kunming = rows.count { $0.hasPrefix("昆明") }
    let listed = rows.enumerated().map { "\($0 + 1)\t\($1)\n" }.joined()
    return """
      某省人民政府办公厅关于2018年第四季度政府网站普查情况的通报
      某办明电〔2019〕3号
      各州、市人民政府：
      省人民政府办公厅对全省政府网站进行了普查，数据采样截至2018年12月14日。
      请有关地区和部门\(due)报送整改情况。
      某省人民政府办公厅
      2018年12月28日
      附件1
      序号\t州、市/部门\t在运行网站数\t不合格网站数\t合格率
      1\t昆明\t50\t\(kunming)\t96%
      2\t临沧\t16\t1\t94%
      附件2
      序号\t州、市/部门\t网站名称\t网站标识码\t存在问题
      \(listed)
      """
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.now = "2019-02-01T01:00:00Z"
    #expect(try take(text(due: "于2019年1月20日前"), desk).status == 0)
    return desk
  }

  private func take(_ text: String, _ desk: Desk, _ more: String...) throws -> Desk.Outcome {
    desk.input = text
    return try desk.run(["import", "-", "--accept", "--lang", "zh"] + more)
  }

  private func due(_ desk: Desk) throws -> [JSON?] {
    let overview = try desk.json("overview", "--quarter", "2018Q4")
    return [overview["due"], overview["dueInclusive"]]
  }

  // MARK: - The deadline

  /// A period in place of the day is no “nothing changed”: by when it ends is asked for, once.
  @Test func aDeadlineWithoutADayIsAskedForInACorrection() throws {
    let desk = try desk()
    let period = text(due: "自印发之日起15个工作日内")
    let asked = try take(period, desk)
    #expect(asked.status == 2, "\(asked)")
    #expect(asked.answer.contains("自印发之日起15个工作日内"), "\(asked.answer)")
    #expect(try due(desk) == ["2019-01-20", true])
    #expect(try take(period, desk, "--due", "2019-01-21").status == 0)
    #expect(try due(desk) == ["2019-01-21", true])
    // The same paper says nothing new.
    let again = try take(period, desk)
    #expect(again.status == 0, "\(again)")
    #expect(again.warnings == "census: 数据目录中已是这些内容，没有变化。\n")
    #expect(try due(desk) == ["2019-01-21", true])
  }

  @Test func aDayThatDoesNotExistIsAskedForInACorrection() throws {
    let desk = try desk()
    let asked = try take(text(due: "于2019年2月30日前"), desk)
    #expect(asked.status == 2, "\(asked)")
    #expect(try due(desk) == ["2019-01-20", true])
  }

  @Test func whetherTheDayCountsIsCorrected() throws {
    let desk = try desk()
    let said = try take(text(due: "于2019年1月20日前（不含当日）"), desk)
    #expect(said.status == 0, "\(said)")
    #expect(said.answer.contains("整改时限：数据目录中为“2019-01-20”，读到“2019-01-20（不含当日）”"), "\(said.answer)")
    #expect(try due(desk) == ["2019-01-20", false])
    try desk.does("receive 临沧 --part both --on 2019-01-20 --quarter 2018Q4")
    let unit = try desk.json("units", "--quarter", "2018Q4").rows.first {
      $0["unit"] == "临沧"
    }
    #expect(unit?["daysLate"] == 1)
  }

  // MARK: - Rows that are gone

  /// The row that a correction dropped stands behind the others, with the number that it had, and goes once it
  /// is struck off.
  @Test func aDroppedRowIsNoneOfTheNotice() throws {
    let desk = try desk()
    let rows = [Self.rows[1], "昆明\t盘龙区人民政府网站\t5301030001\t多个栏目空白", Self.rows[2]]
    #expect(try take(text(due: "于2019年1月20日前", rows), desk).status == 0)
    func next() throws -> String { try desk.does("report --next --quarter 2018Q4 --lang zh") }
    func numbers(_ page: String) -> [String] {
      page.split(separator: "\n").drop { !$0.contains("附件2") }.filter { $0.hasPrefix("|") }
        .dropFirst(2).map {
          $0.split(separator: "|").first.map { $0.filter { $0 != " " } } ?? ""
        }
    }
    let before = try next()
    #expect(numbers(before) == ["1", "2", "3", "原1"], "\(before)")
    #expect(
      before.contains("普查通报问题3条，涉及2家单位的3个网站；另有1条更正后的通报不再列出，尚未剔除（昆明市“昆明市教育局网站”）"),
      "\(before)")
    try desk.does("void 2018Q4-1 --reason 更正后已删去 --quarter 2018Q4")
    let after = try next()
    #expect(numbers(after) == ["1", "2", "3"], "\(after)")
    #expect(after.contains("普查通报问题3条，涉及2家单位的3个网站。"), "\(after)")
    #expect(!after.contains("剔除"), "\(after)")
    let report = try desk.does("report --quarter 2018Q4 --lang zh")
    #expect(report.contains("昆明：在运行网站50个，不合格2个：逾期未报齐2个。"), "\(report)")
    // It is not listed still.
    let compared = try desk.does("compare 2018Q3 2018Q4 --lang zh")
    #expect(!compared.contains("仍列出"), "\(compared)")
  }
}
