import CensusCore
import CensusNotices
import Testing

/// Facts of the text: totals of samples, days that are due, titles of accounts, and that none failed.
@Suite struct BodyFactTests {
  private func draft(
    _ sentence: String, title: String = "某省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报",
    table: String = "| 1 | 昆明 | 甲网站 | 5301000001 | 首页不更新 |", issued: String = "2018年12月27日"
  ) throws -> Draft {
    try Made.draft(
      text: """
        \(title)

        \(sentence)

        某省人民政府办公厅
        \(issued)

        | 序号 | 州、市/部门 | 网站名称 | 网站标识码 | 存在问题 |
        |---|---|---|---|---|
        \(table)
        """, quarter: nil)
  }

  @Test(arguments: [
    ("抽查政府网站200个，不合格网站6个。", 200, 6), ("共抽查了200个政府网站，不合格6个。", 200, 6),
    ("在运行政府网站409个，抽查政府网站200个，问题网站6个。", 409, 6),
    ("在运行政府网站95个，不合格4个。", 95, 4), ("在运行政府网站95个，未发现不合格网站。", 95, 0),
  ])
  func totalsAreRead(text: String, running: Int, failing: Int) throws {
    let totals = try #require(draft(text).inspection?.totals)
    #expect(totals.running == running)
    #expect(totals.failing == failing)
  }

  /// Without annex 1 the text's number is held against annex 2.
  @Test func theTextIsComparedWithAnnexTwo() throws {
    let lists = try Made.directory()
    func codes(_ text: String) throws -> [String] {
      try #require(draft(text).inspection).discrepancies(in: lists).map(\.code)
    }
    #expect(try codes("在运行政府网站95个，监测发现问题网站7个。").contains("countMismatch"))
    #expect(try !codes("在运行政府网站95个，监测发现问题网站1个。").contains("countMismatch"))
  }

  @Test(arguments: [
    ("于1月20日前完成整改，1月25日前报送整改报告。", "2019-01-25"),
    ("于1月20日前完成整改，并于1月25日前将整改报告报送省政府办公厅。", "2019-01-25"),
    ("请于1月20日前报送整改情况。", "2019-01-20"), ("整改情况1月20日前报送省政府办公厅。", "2019-01-20"),
    ("请于1月15日前制定方案。整改情况于1月20日前报送。", "2019-01-20"),
    ("请于2019年1月20日17时前，将整改情况报送省政府办公厅。", "2019-01-20"),
    ("请于1月20日（星期日）前报送整改情况。", "2019-01-20"),
    ("请于1月20日(周日)17时30分前报送整改情况。", "2019-01-20"),
    ("请于2019年1月20日下午5时前报送整改情况。", "2019-01-20"),
    ("整改情况在1月底前报送省政府办公厅。", "2019-01-31"), ("请于2019年2月底前报送整改情况。", "2019-02-28"),
    ("整改情况报送时间不迟于1月20日。", "2019-01-20"), ("最迟于1月20日报送整改情况。", "2019-01-20"),
    ("请于一月二十日前报送整改情况。", "2019-01-20"), ("请于二〇一九年一月二十一日前报送整改情况。", "2019-01-21"),
    ("请于2019-01-20前报送整改情况。", "2019-01-20"), ("请于2019.1.20前报送整改情况。", "2019-01-20"),
    ("请于2019/1/20前报送整改情况。", "2019-01-20"), ("即日起至2019年1月20日报送整改情况。", "2019-01-20"),
  ])
  func theReportsDayIsDue(text: String, due: String) throws {
    let draft = try draft(text)
    #expect(draft.inspection?.notice.deadline?.day == Day(due))
    #expect(draft.notUnderstood.isEmpty)
    #expect(!draft.codesOfDoubts.contains("guessedYear"))
  }

  /// The day of sampling is the one that is called so; a page of ours has the day of its making above it.
  @Test(arguments: [
    ("数据截至2026-12-04。普查数据采样截至2018-09-14。", "2018-09-14"),
    ("截至1月5日，3家单位报送。采样截至2018年12月14日。", "2018-12-14"),
    ("采样截至2018年12月14日。数据截至2019年1月9日。", "2018-12-14"), ("数据截至2018年12月14日。", "2018-12-14"),
  ])
  func theDayOfSamplingIsTheOneCalledSo(text: String, day: String) throws {
    #expect(try draft(text).inspection?.sampling.to == Day(day))
  }

  /// A notice says in brackets whether the day counts, and else it does.
  @Test(arguments: [
    ("请于2019年1月20日之前（不含当日）报送整改情况。", false), ("请于1月20日前（不含20日）报送整改情况。", false),
    ("整改情况1月20日（不含）前报送。", false), ("请于1月20日(不含当天)17时前报送整改情况。", false),
    ("请于1月20日（含）前报送整改情况。", true), ("请于1月20日（含当日）以前报送整改情况。", true),
    ("请于1月20日下班前报送整改情况。", true), ("请于1月20日（星期日）前报送整改情况。", true),
  ])
  func theDayCountsAsItIsPrinted(text: String, isInclusive: Bool) throws {
    let draft = try draft(text)
    let due = try #require(Day("2019-01-20"))
    #expect(draft.inspection?.notice.deadline == Deadline(due, isInclusive: isInclusive))
    #expect(draft.notUnderstood.isEmpty)
  }

  @Test func twoDaysThatCountOtherwiseContradictEachOther() throws {
    let draft = try draft("请于1月20日前报送整改情况，务必于1月20日前（不含当日）将整改报告报送省政府办公厅。")
    #expect(draft.notUnderstood.count == 1)
  }

  /// A day of issue in numerals is one, and tells the year of the deadline.
  @Test func theDayOfIssueInNumerals() throws {
    let draft = try draft("请于1月20日前报送整改情况。", issued: "二〇一八年十二月二十六日")
    #expect(draft.inspection?.notice.issued == Day("2018-12-26"))
    #expect(draft.inspection?.notice.deadline?.day == Day("2019-01-20"))
  }

  /// A day before the notice whose year was guessed is a doubt.
  @Test func aGuessedYearIsADoubt() throws {
    let draft = try draft("请于12月20日前报送整改情况。")
    let due = try #require(Day("2019-12-20"))
    #expect(draft.inspection?.notice.deadline?.day == due)
    #expect(draft.doubts.map(\.doubt).contains(.guessedYear(due)))
  }

  @Test(arguments: [
    "某省人民政府办公厅关于2020年第一季度政务新媒体检查情况的通报", "2020年第一季度政务新媒体检查情况通报",
  ])
  func titlesOfAccountsAreTitles(title: String) throws {
    let draft = try draft(
      "请于4月20日前报送整改情况。", title: title, issued: "2020年3月30日")
    #expect(draft.quarter == Quarter(year: 2020, number: 1))
    #expect(draft.inspection?.notice.title == title)
    #expect(draft.inspection?.notice.issued == Day("2020-03-30"))
    #expect(draft.inspection?.notice.deadline?.day == Day("2020-04-20"))
  }

  /// A quarter in which no site failed is whole, whether the text says so or annex 2 is empty.
  @Test func aQuarterWithoutFailuresIsWhole() throws {
    let says = try draft("在运行政府网站409个，监测发现问题网站0个，总体合格率100%。", table: "")
    #expect(says.inspection?.coverage == .full)
    #expect(says.inspection?.findings == [])
    #expect(!says.notFound.contains(.findings))
    let empty = try draft("在运行政府网站409个。", table: "")
    #expect(empty.inspection?.coverage == .full)
    let lost = try draft("在运行政府网站409个，监测发现问题网站3个。", table: "")
    #expect(lost.inspection?.coverage == .headline)
  }

  /// An empty line behind each line, or between the rows of a table alone, parts nothing.
  @Test(arguments: ["\n\n", "\r\r", "\r\n\r\n", "\r\n", "\n"], ["|", "\t", ","])
  func emptyLinesBetweenRowsPartNothing(end: String, sign: String) throws {
    let rows =
      [Made.headings]
      + (1...4).map { ["\($0)", "昆明", "第\($0)网站", "530100000\($0)", "错字漏字"] }
    let lines = rows.map { row in
      sign == "|" ? "| " + row.joined(separator: " | ") + " |" : row.joined(separator: sign)
    }
    let whole = try Made.draft(text: lines.map { $0 + end }.joined())
    #expect(whole.names == (1...4).map { "第\($0)网站" })
    let among = try Made.draft(text: "甲\n乙\n" + lines.joined(separator: "\n\n") + "\n丙\n丁\n")
    #expect(among.names.count == 4)
    #expect(among.tables.first?.line == 3)
  }

  /// A line's number is that of the text, also where its ends were doubled.
  @Test func numbersOfLinesStay() throws {
    let text = "甲\n\n乙\n\n请核对5301000001网站\n\n丙\n\n丁\n"
    #expect(try Made.draft(text: text).notUnderstood.map(\.place.line) == [5])
  }
}
