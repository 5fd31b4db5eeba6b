import CensusCommand
import CensusCore
import CensusStore
import Testing

/// Letters say what happened: what is mended, what went dark, what is closed for good, what stands.
struct LettersSaidRightTests {
  private func letter(_ desk: Desk, _ line: String, _ language: String = "zh") throws -> String {
    try desk.does("letter \(line) --lang \(language)")
  }

  private func expect(_ text: String, has sentences: [String], lacks others: [String] = []) {
    for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
    for sentence in others { #expect(!text.contains(sentence), "\(sentence)\n\(text)") }
  }

  private static let dark = "availability 5333000001 --status dark --on 2018-10-10"

  @Test func whoHasMendedEverythingIsAskedForTheReportAlone() throws {
    let desk = try Desk.after(["recheck 2018Q3-2 2018Q3-8 --passed --on 2018-11-05"])
    expect(
      try letter(desk, "chase 云南省文化厅"),
      has: ["经复查，上述问题已整改到位，仅欠整改情况报告。", "复查整改到位，尚未报送", "请你厅高度重视，收到本函后尽快将整改情况"],
      lacks: ["抓紧整改"])
    expect(
      try letter(desk, "chase 云南省文化厅", "en"),
      has: [
        "On re-check all of this is rectified; the report alone is owed.",
        "Please give this matter your attention and send your report",
        "passed the re-check, no report",
      ], lacks: ["complete the rectification"])
    // Of two sites one is mended: the other is not.
    expect(
      try letter(desk, "chase 保山"), has: ["抓紧整改", "复查整改到位，尚未报送"], lacks: ["仅欠整改情况报告"])
    // A site that was closed for good has nothing left to mend either.
    let retired = try Desk.after([
      "availability 53000000006 --status retired --filed --reference 备案3号 --on 2018-10-10"
    ])
    expect(
      try letter(retired, "chase 云南省文化厅"),
      has: ["上述网站已按程序永久下线，无须再整改，仅欠整改情况报告。", "网站永久下线，尚未报送"], lacks: ["抓紧整改", "复查"])
  }

  @Test func aSiteThatWentDarkWasNotReChecked() throws {
    let desk = try Desk.after([Self.dark])
    let unseen = ["经复查", "进行了复查", "复查日期", "复查情况", "复查整改不到位"]
    expect(
      try letter(desk, "transfer 怒江 --to 省监委"),
      has: ["发现怒江州有1个网站的1个问题整改不到位：网站未经报备擅自下线、无法访问。", "2018年10月10日  未经报备擅自下线"], lacks: unseen)
    expect(
      try letter(desk, "transfer 怒江 --to 省监委", "en"),
      has: ["1 finding at 1 site of Nujiang Prefecture is not rectified: the site has gone dark"],
      lacks: ["failed the re-check", "Re-checked"])
    expect(
      try letter(desk, "order 怒江 --until 2018-11-30"),
      has: ["印发后，发现有网站未经报备擅自下线、无法访问。"], lacks: unseen)
    expect(
      try letter(desk, "order 怒江 --until 2018-11-30", "en"),
      has: ["we found that 1 site had gone dark without filing."],
      lacks: ["re-checked the", "Re-checked"])
    try desk.does("receive 怒江 --part both --on 2018-10-19")
    expect(
      try letter(desk, "chase 怒江"), has: ["已报送整改情况，但有1个问题所在网站未经报备擅自下线、无法访问"], lacks: unseen)
    try desk.does("order 怒江 --until 2018-11-30 --on 2018-11-05")
    expect(try letter(desk, "chase 怒江"), has: ["因网站擅自下线，已于2018年11月5日责令"], lacks: unseen)
    expect(
      try letter(desk, "chase 怒江", "en"),
      has: ["1 site went dark without filing. On 5 November 2018 rectification was ordered anew"])
  }

  @Test func whatFailedAndWhatWentDarkAreToldApart() throws {
    let desk = try Desk.after([Self.dark, "recheck 2018Q3-10 --failed --on 2018-11-05"])
    expect(
      try letter(desk, "transfer 怒江 --to 省监委"),
      has: ["2个网站的2个问题须追究责任（经复查整改不到位1个、网站未经报备擅自下线1个）"])
    expect(
      try letter(desk, "order 怒江 --until 2018-11-30"),
      has: ["对所列问题的整改情况进行了复查，并发现有网站未经报备擅自下线、无法访问。"])
  }

  @Test func theRunSheetLeavesOutWhatIsClosedForGood() throws {
    let desk = try Desk.after([
      "availability 5309000037 --status retired --filed --reference 备案3号 --on 2018-10-10",
      "availability 53000000006 --status retired --filed --reference 备案4号 --on 2018-10-10",
    ])
    let sheet = try letter(desk, "recheck 临沧")
    expect(sheet, has: ["网站已永久下线、无须复查的：临沧市茶叶信息网。", "网站3个，问题4个"], lacks: ["5309000037"])
    expect(
      try letter(desk, "recheck 临沧", "en"),
      has: ["Closed for good and not to be re-checked: 临沧市茶叶信息网."])
    let none = try desk.run(line: "letter recheck 云南省文化厅 --lang zh")
    #expect(none.status == 1)
    #expect(
      none.warnings == "census: 云南省文化厅没有需要复查的问题：云南省文化厅已永久下线，无须复查；未写出复查单。\n",
      "\(none.warnings)")
  }

  @Test func anOrderThatStandsIsSaid() throws {
    let desk = try Desk.after(
      [
        "recheck 2018Q3-5 --failed --on 2018-11-05",
        "order 2018Q3-5 --until 2018-11-30 --reference 督办函〔2018〕3号 --on 2018-11-06",
      ], now: "2018-11-10T01:00:00Z")
    let zh = try desk.run(line: "letter order 昆明 --until 2018-12-10 --lang zh")
    #expect(zh.status == 0 && zh.answer.contains("于2018年11月30日前完成"))
    #expect(
      zh.warnings.contains("昆明已责令限期再整改，期限为2018-11-30，函件以此为准，未采用 --until 2018-12-10"),
      "\(zh.warnings)")
    let en = try desk.run(line: "letter order 昆明 --until 2018-12-10")
    #expect(en.warnings.contains("2018-11-30 stands"), "\(en.warnings)")
    // The same day needs no word.
    #expect(try desk.run(line: "letter order 昆明 --until 2018-11-30").warnings == "")
    #expect(try desk.run(line: "letter order 昆明").warnings == "")
  }
}
