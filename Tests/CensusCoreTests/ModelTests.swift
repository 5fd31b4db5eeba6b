import CensusCore
import Testing

@Suite("Days and quarters")
struct CalendarTests {
  @Test("Every day from 1900 to 2100 agrees with a plain count")
  func everyDay() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // 1900-01-01 was a Monday, 25,567 days before 1970-01-01.
    var ordinal = -25_567
    var wrong: [String] = []
    for year in 1900...2100 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        for number in 1...(lengths[month - 1] + (isLeap && month == 2 ? 1 : 0)) {
          let text =
            "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (number < 10 ? "0" : "")
            + "\(number)"
          let day = Day(year: year, month: month, day: number)
          let isRight =
            day?.ordinal == ordinal && day == Day(text) && day?.description == text
            && day?.year == year && day?.month == month && day?.dayOfMonth == number
            && day?.weekday == Weekday.allCases[(ordinal + 25_567) % 7]
          if !isRight { wrong.append(text) }
          ordinal += 1
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(ordinal == 47_847)
  }

  @Test(
    "Known weekdays",
    arguments: [
      ("2018-10-20", Weekday.saturday), ("2018-09-26", .wednesday), ("2018-10-22", .monday),
      ("1970-01-01", .thursday), ("1969-12-31", .wednesday), ("2000-02-29", .tuesday),
    ])
  func weekdays(text: String, weekday: Weekday) {
    #expect(Day(text)?.weekday == weekday)
  }

  @Test(
    "Texts that are no day",
    arguments: [
      "", "2018-10-2", "2018-1-02", "18-10-20", "2018/10/20", "2018-10-20 ", " 2018-10-20",
      "2018-02-29", "1900-02-29", "2100-02-29", "2018-04-31", "2018-00-10", "2018-13-01",
      "2018-10-00", "2018-10-32", "1899-12-31", "+018-10-20", "2018-+1-20", "２０１８-10-20",
      "2018-10-20T00:00:00Z", "2018–10–20", "abcd-ef-gh",
    ])
  func badDays(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func daysAddAndSubtract() {
    #expect(day("2018-12-31") + 1 == day("2019-01-01"))
    #expect(day("2018-10-20") - 12 == day("2018-10-08"))
    #expect(day("2018-10-23") - day("2018-10-20") == 3)
    #expect(day("2018-10-20") < day("2018-10-21"))
    #expect(day("2018-10-20").monthAndDay == "10-20")
    #expect(day("2018-01-02").monthAndDay == "01-02")
  }

  @Test(
    "A weekend moves on to Monday, nothing else moves",
    arguments: [
      ("2018-10-19", "2018-10-19"), ("2018-10-20", "2018-10-22"), ("2018-10-21", "2018-10-22"),
      ("2018-10-22", "2018-10-22"),
    ])
  func nextWeekday(text: String, expected: String) {
    #expect(day(text).orNextWeekday == day(expected))
  }

  @Test func weekends() {
    #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
  }

  @Test(
    "Quarters are read and named",
    arguments: [
      ("2018Q1", "2018年一季度", "Q1 2018"), ("2018Q2", "2018年二季度", "Q2 2018"),
      ("2018Q3", "2018年三季度", "Q3 2018"), ("2020Q4", "2020年四季度", "Q4 2020"),
      ("2018-09", "2018年9月", "September 2018"), ("2018-12", "2018年12月", "December 2018"),
      ("2018H1", "2018年上半年", "first half of 2018"), ("2018H2", "2018年下半年", "second half of 2018"),
      ("2018S2", "2018年第二次抽查", "check 2 of 2018"), ("2018S12", "2018年第十二次抽查", "check 12 of 2018"),
    ])
  func quarters(text: String, chinese: String, english: String) {
    #expect(Quarter(text)?.description == text)
    #expect(Quarter(text)?.name == Phrase(chinese, english))
  }

  @Test(
    "Texts that are no quarter",
    arguments: [
      "", "2018Q0", "2018Q5", "2018q3", "2018 Q3", "2018Q", "2018Q33", "18Q3", "2018-3", "1899Q4",
      "2018Q３", "2018Q-1", "2018-00", "2018-13", "2018-9", "2018H0", "2018H3", "2018S0", "2018S01",
      "2018S100", "2018-09-1", "2018h1",
    ])
  func badQuarters(text: String) {
    #expect(Quarter(text) == nil)
  }

  @Test func quartersAreOrderedByTime() {
    let texts = ["2018Q3", "2017Q4", "2018Q1", "2019Q1"]
    #expect(
      texts.compactMap { Quarter($0) }.sorted().map(\.description)
        == ["2017Q4", "2018Q1", "2018Q3", "2019Q1"])
    let mixed = ["2018S1", "2019-01", "2018H2", "2018-12", "2018Q4", "2018-03", "2018Q1", "2018H1"]
    #expect(
      mixed.compactMap { Quarter($0) }.sorted().map(\.description)
        == ["2018-03", "2018Q1", "2018H1", "2018-12", "2018Q4", "2018H2", "2018S1", "2019-01"])
    #expect(FindingID("2018-09-7")?.quarter == Quarter("2018-09"))
    #expect(FindingID("2018-09-7")?.description == "2018-09-7")
    #expect(FindingID("2018S2-7")?.number == 7)
    #expect(FindingID("2018-09") == nil)
    #expect(Quarter(year: 2018, number: 5) == nil)
    #expect(Quarter(year: 1899, number: 1) == nil)
  }
}

@Suite("Instants and offsets")
struct InstantTests {
  @Test(
    "Instants round trip",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2018-10-19T01:00:00Z", 1_539_910_800),
      ("1969-12-31T23:59:59Z", -1), ("2018-12-31T23:59:59Z", 1_546_300_799),
    ])
  func roundTrip(text: String, seconds: Int) {
    #expect(Instant(text)?.seconds == seconds)
    #expect(Instant(seconds: seconds).description == text)
  }

  @Test(
    "Texts that are no instant",
    arguments: [
      "", "2018-10-19", "2018-10-19T01:00:00", "2018-10-19T01:00:00z", "2018-10-19 01:00:00Z",
      "2018-10-19T24:00:00Z", "2018-10-19T01:60:00Z", "2018-10-19T01:00:60Z",
      "2018-02-30T01:00:00Z", "2018-10-19T01:00:00+08:00", "2018-10-19T01:00:00.0Z",
      "2018-10-19T01.00.00Z",
    ])
  func badInstants(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(
    "The day and time of the province's clock",
    arguments: [
      ("2018-10-20T15:59:59Z", "+08:00", "2018-10-20 23:59"),
      ("2018-10-20T16:00:00Z", "+08:00", "2018-10-21 00:00"),
      ("2018-10-20T00:00:00Z", "-03:30", "2018-10-19 20:30"),
      ("1970-01-01T00:00:00Z", "-00:01", "1969-12-31 23:59"),
      ("2018-10-20T00:00:00Z", "+00:00", "2018-10-20 00:00"),
    ])
  func local(text: String, offset: String, expected: String) throws {
    let offset = try #require(UTCOffset(offset))
    #expect(instant(text).text(at: offset) == expected)
    #expect(instant(text).day(at: offset).description == String(expected.prefix(10)))
  }

  @Test(
    "Offsets",
    arguments: [
      ("+08:00", 28_800), ("-03:30", -12_600), ("+00:00", 0), ("-00:00", 0), ("+18:00", 64_800),
      ("-18:00", -64_800), ("+05:45", 20_700),
    ])
  func offsets(text: String, seconds: Int) {
    #expect(UTCOffset(text)?.seconds == seconds)
  }

  @Test(
    "Texts that are no offset",
    arguments: [
      "", "08:00", "+8:00", "+0800", "+19:00", "+18:01", "-18:30", "+08:60", "Z", "+08-00",
    ])
  func badOffsets(text: String) {
    #expect(UTCOffset(text) == nil)
  }

  @Test func chinaIsEightHoursEast() {
    #expect(UTCOffset.china == UTCOffset("+08:00"))
  }
}

@Suite("Site codes and finding numbers")
struct IdentityTests {
  @Test(
    "The form of a site code",
    arguments: [
      ("5309260040", true, "530926"), ("53000000061", false, "530000"),
      ("530926004", false, "530926"), ("bm55000001", true, nil), ("BM55000001", false, nil),
      ("bm5500000", false, nil), ("53092600４0", false, "530926"), ("53O9260040", false, nil),
      ("", false, nil), ("53092", false, nil),
    ] as [(String, Bool, String?)])
  func siteCodes(text: String, isWellFormed: Bool, division: String?) {
    let code = SiteCode(text)
    #expect(code.isWellFormed == isWellFormed)
    #expect(code.division == division)
    #expect(code.description == text)
  }

  @Test func siteCodesSortAsText() {
    let codes = ["bm55000001", "5309260040", "53000000061", "5300000006"].map { SiteCode($0) }
    #expect(
      codes.sorted().map(\.text)
        == ["5300000006", "53000000061", "5309260040", "bm55000001"])
  }

  @Test(
    "Finding numbers", arguments: [("2018Q3-7", 7), ("2018Q3-17", 17), ("2018Q3-120", 120)])
  func findingNumbers(text: String, row: Int) {
    #expect(FindingID(text) == FindingID(Yunnan.quarter, number: row))
    #expect(FindingID(Yunnan.quarter, number: row).description == text)
  }

  @Test(
    "Texts that are no finding",
    arguments: [
      "", "2018Q3", "2018Q3-", "2018Q3-0", "2018Q3-07", "2018Q3--7", "2018Q3-7a", "2018Q5-7",
      "2018Q3 7", "-7", "2018Q3-+7", "2018Q3-７",
    ])
  func badFindingNumbers(text: String) {
    #expect(FindingID(text) == nil)
  }

  @Test func findingsSortByNumberNotByText() {
    #expect(
      [finding(17), finding(7), finding(2)].sorted() == [finding(2), finding(7), finding(17)])
  }

  @Test(
    "Events and batches are 32 lower-case hex digits",
    arguments: [
      ("0123456789abcdef0123456789abcdef", true), ("0123456789ABCDEF0123456789abcdef", false),
      ("0123456789abcdef0123456789abcde", false), ("0123456789abcdef0123456789abcdefa", false),
      ("g123456789abcdef0123456789abcdef", false), ("", false),
    ])
  func eventIDs(text: String, isGood: Bool) {
    #expect((EventID(text) != nil) == isGood)
    #expect((BatchID(text) != nil) == isGood)
  }
}

@Suite("Pass rates")
struct PassRateTests {
  @Test(
    "Half up, with decimals",
    arguments: [
      (12, 17, 0, "71%"), (13, 17, 0, "76%"), (1, 2, 0, "50%"), (1, 8, 0, "13%"), (3, 8, 0, "38%"),
      (5, 8, 0, "63%"), (1, 200, 0, "1%"), (1, 201, 0, "0%"), (280, 289, 2, "96.89%"),
      (59, 60, 1, "98.3%"), (1, 3, 4, "33.3333%"), (2, 3, 4, "66.6667%"), (1, 1, 1, "100.0%"),
      (0, 7, 2, "0.00%"), (1, 16, 1, "6.3%"), (1, 80, 1, "1.3%"), (1, 1_000, 1, "0.1%"),
      (389, 409, 0, "95%"), (2, 3, 9, "66.6667%"), (2, 3, -1, "67%"),
    ])
  func rounding(passed: Int, total: Int, decimals: Int, text: String) {
    #expect(PassRate(passed: passed, of: total)?.text(decimals: decimals) == text)
  }

  @Test(
    "As many decimals as the printed figure",
    arguments: [
      ("95%", "98%"), ("98.3%", "98.3%"), ("98.30％", "98.33%"), ("98．3%", "98.3%"),
      ("98.3333%", "98.3333%"), (nil, "98%"),
    ] as [(String?, String)])
  func likePrinted(printed: String?, text: String) {
    #expect(PassRate(passed: 59, of: 60)?.text(like: printed) == text)
  }

  @Test(
    "Absurd parts are no rate",
    arguments: [(1, 0), (-1, 5), (6, 5), (0, -1)])
  func absurd(passed: Int, total: Int) {
    #expect(PassRate(passed: passed, of: total) == nil)
  }

  @Test func failingTurnsIntoPassing() {
    #expect(PassRate(failing: 5, of: 17) == PassRate(passed: 12, of: 17))
    #expect(PassRate(failing: 6, of: 5) == nil)
  }

  @Test func comparedExactly() throws {
    let lower = try #require(PassRate(passed: 12, of: 17))
    let higher = try #require(PassRate(passed: 13, of: 18))
    #expect(lower.isLower(than: higher))
    #expect(!higher.isLower(than: lower))
    #expect(!lower.isLower(than: lower))
  }

  @Test(
    "The rates printed in annex 1, recomputed",
    arguments: zip(
      Yunnan.rows,
      [
        "96%", "92%", "100%", "100%", "100%", "90%", "100%", "100%", "100%", "100%", "100%",
        "100%", "100%", "100%", "93%", "63%", "71%", "100%",
      ]))
  func annex1(row: Inspection.Row, computed: String) {
    #expect(row.figures.computedRate == computed)
    #expect((row.figures.publishedRate == computed) == (row.prefecture != "临沧"))
  }

  @Test func annex1HasEighteenRowsThatAddUp() {
    #expect(Yunnan.rows.count == 18)
    #expect(Yunnan.rows.compactMap(\.figures.running).reduce(0, +) == 409)
    #expect(Yunnan.rows.compactMap(\.figures.failing).reduce(0, +) == 20)
    #expect(Yunnan.inspection.totals.computedRate == "95%")
    #expect(Yunnan.rows.first { $0.prefecture == "临沧" }?.figures.publishedRate == "70%")
    #expect(Inspection.Figures(running: nil, failing: 1, publishedRate: "9%").computedRate == nil)
  }
}

@Suite("The directory")
struct DirectoryTests {
  @Test("Who answers for a site")
  func units() {
    let answers = Yunnan.findings.map { Yunnan.directory.unit(for: $0).id }
    #expect(
      answers == ["云南省文史研究馆", "云南省文化厅"] + Array(repeating: "昆明", count: 5)
        + Array(repeating: "保山", count: 2) + Array(repeating: "怒江", count: 3)
        + Array(repeating: "迪庆", count: 3) + Array(repeating: "临沧", count: 5))
  }

  @Test func aDepartmentUnknownYetAnswersForItself() {
    let finding = Yunnan.finding(21, "省直", "云南省某厅", "5300000099", "错字漏字", ["text_errors"])
    let unit = Yunnan.directory.unit(for: finding)
    #expect(unit.id == "云南省某厅")
    #expect(unit.prefecture == "省直")
  }

  @Test func aPrefectureUnknownYetAnswersForItself() {
    let finding = Yunnan.finding(21, "某州", "某网站", "5399000001", "错字漏字", ["text_errors"])
    #expect(Yunnan.directory.unit(for: finding).id == "某州")
    #expect(Yunnan.directory.position(ofPrefecture: "某州") == 18)
    #expect(Yunnan.directory.prefecture("某州") == nil)
  }

  @Test func ofTwoEntriesTheFirstCounts() {
    let twice = Directory(
      prefectures: [], units: [],
      categories: [
        IssueCategory(id: "a", name: Phrase("甲", "A"), kind: .veto),
        IssueCategory(id: "a", name: Phrase("乙", "B"), kind: .score),
      ])
    #expect(twice.category("a").kind == .veto)
    #expect(twice.category("b").name == Phrase("b", "b"))
    #expect(!twice.knowsCategory("b"))
  }

  @Test func aCategoryWeighsByTheCriteria() {
    let service = Yunnan.directory.category("poor_service")
    #expect(service.kind(under: "2015") == .deduction)
    #expect(service.kind(under: "2019") == .veto)
    #expect(service.kind(under: nil) == .veto)
    #expect(service.kind(under: "2030") == .veto)
  }

  @Test func chaseDaysAreInOrderAndNeverStandStill() {
    let policy = Settings.Policy(chaseDays: [7, -12, 2], chaseEvery: 0)
    #expect(policy.chaseDays == [-12, 2, 7])
    #expect(policy.chaseEvery == 1)
  }
}
