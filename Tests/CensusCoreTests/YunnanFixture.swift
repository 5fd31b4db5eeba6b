import CensusCore

/// The census of 2018 Q3 in Yunnan as Swift values: the shipped data, which the core cannot read.
enum Yunnan {
  static let quarter = known(Quarter(year: 2018, number: 3))

  static let inspection = Inspection(
    quarter: quarter, coverage: .full, scope: .all, criteria: "2015", notice: notice,
    sampling: Inspection.Sampling(
      to: day("2018-09-14"), covers: Phrase("7—9月", "July to September"), rounds: 5),
    totals: figures(409, 20, "95%"),
    annex1: Inspection.Annex(
      title: "2018 年三季度全省在运行政府网站普查情况",
      headings: ["州、市/部门", "在运行网站数", "不合格网站数", "合格率"],
      total: Inspection.Annex.Total(label: "总计", figures: figures(409, 20, "95%"))),
    rows: rows,
    annex2: Inspection.Annex(
      title: "2018 年三季度普查不合格政府网站",
      headings: ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]),
    findings: findings,
    wordings: [
      "text_errors": "错字漏字",
      "score_fail": "扣分大于40",
      "columns_not_updated": "多个栏目长期不更新",
      "home_not_updated": "首页不更新",
      "blank_columns": "多个栏目空白",
    ],
    mentions: mentions,
    platforms: [
      platform("政府网站找错", 154), platform("云南省政府网站曝光台", 14),
    ],
    campaign: Inspection.Campaign(
      name: "群众办事百项堵点疏解行动", season: 5, sites: 431, accounts: 379))

  static let notice = notice(
    deadline: Deadline(day("2018-10-20"), isInclusive: true))

  static func notice(deadline: Deadline?) -> Notice {
    Notice(
      document: "云府办明电〔2018〕55号", series: "云南省发电",
      title: "云南省人民政府办公厅关于2018年三季度全省政府网站普查情况的通报",
      issuer: "云南省人民政府办公厅", issued: day("2018-09-26"), deadline: deadline,
      dueText: "于10月20日前",
      parts: [
        Notice.RequiredPart(part: .paper, copies: 1, signature: .principal),
        Notice.RequiredPart(part: .electronic, copies: nil, signature: nil),
      ])
  }

  static let directory = Directory(
    prefectures: prefectures, units: units, categories: categories)

  static let settings = Settings(
    id: "test", title: Phrase("测试", "Test"), province: Phrase("云南省", "Yunnan"), language: nil)

  static let rows: [Inspection.Row] = [
    row("省直", 57, 2, "96%"),
    row("昆明", 60, 5, "92%"),
    row("昭通", 29, 0, "100%"),
    row("曲靖", 29, 0, "100%"),
    row("玉溪", 15, 0, "100%"),
    row("保山", 21, 2, "90%"),
    row("楚雄", 37, 0, "100%"),
    row("红河", 15, 0, "100%"),
    row("文山", 13, 0, "100%"),
    row("普洱", 11, 0, "100%"),
    row("西双版纳", 12, 0, "100%"),
    row("大理", 27, 0, "100%"),
    row("德宏", 6, 0, "100%"),
    row("丽江", 8, 0, "100%"),
    row("怒江", 42, 3, "93%"),
    row("迪庆", 8, 3, "63%"),
    row("临沧", 17, 5, "70%"),
    row("滇中新区", 2, 0, "100%"),
  ]

  static let findings: [Finding] = [
    finding(
      1, "省直", "云南省文史研究馆网站", "53000000061",
      "错字漏字", ["text_errors"]),
    finding(
      2, "省直", "云南省文化厅", "53000000006",
      "多个栏目长期不更新，扣分大于 40", ["columns_not_updated", "score_fail"]),
    finding(
      3, "昆明", "石林彝族自治县人民政府网站", "5301260001",
      "错字漏字", ["text_errors"]),
    finding(
      4, "昆明", "昆明市旅游发展委员会", "5301000067",
      "扣分大于 40", ["score_fail"]),
    finding(
      5, "昆明", "昆明高新技术产业开发区管理委员会网站", "5301000011",
      "错字漏字", ["text_errors"]),
    finding(
      6, "昆明", "昆明市人民政府网站", "5301000042",
      "扣分大于 40", ["score_fail"]),
    finding(
      7, "昆明", "昆明市教育局网站", "5301000045",
      "错字漏字", ["text_errors"]),
    finding(
      8, "保山", "隆阳区门户网站", "5305020001",
      "错字漏字", ["text_errors"]),
    finding(
      9, "保山", "腾冲市人民政府", "5305220003",
      "多个栏目长期不更新", ["columns_not_updated"]),
    finding(
      10, "怒江", "怒江傈僳族自治州人民政府", "5333000024",
      "扣分大于 40", ["score_fail"]),
    finding(
      11, "怒江", "怒江农业信息网", "5333000001",
      "错字漏字", ["text_errors"]),
    finding(
      12, "怒江", "怒江州供销合作网", "5333000007",
      "错字漏字", ["text_errors"]),
    finding(
      13, "迪庆", "迪庆州科技信息网", "5334000003",
      "错字漏字", ["text_errors"]),
    finding(
      14, "迪庆", "维西傈僳族自治县人民政府门户网站", "5334230003",
      "扣分大于 40", ["score_fail"]),
    finding(
      15, "迪庆", "云南香格里拉教育网", "5334210001",
      "首页不更新", ["home_not_updated"]),
    finding(
      16, "临沧", "临沧市人民政府门户网站", "5309000044",
      "多个栏目空白", ["blank_columns"]),
    finding(
      17, "临沧", "耿马政府公众信息网", "5309260040",
      "扣分大于 40", ["score_fail"]),
    finding(
      18, "临沧", "临沧市茶叶信息网", "5309000037",
      "首页不更新", ["home_not_updated"]),
    finding(
      19, "临沧", "临翔区人民政府门户网站", "5309020048",
      "错字漏字", ["text_errors"]),
    finding(
      20, "临沧", "耿马政府公众信息网", "5309260040",
      "错字漏字", ["text_errors"]),
  ]

  static let mentions: [Mention] = [
    Mention(
      number: 1, prefecture: "昆明", siteName: "昆明市商务局", code: nil,
      text: "英文名称出现多个单词拼写错误", issues: ["typo"]),
    Mention(
      number: 2, prefecture: "省直", siteName: "云南教育网", code: nil,
      text: "首页未设置站内搜索", issues: ["function_design"]),
  ]

  static let prefectures: [Prefecture] = [
    prefecture(
      "省直", "Provincial departments", short: "Provincial", full: "省级部门", kind: .departments,
      prefixes: ["5300"]),
    prefecture(
      "昆明", "Kunming", short: "Kunming", full: "昆明市",
      prefixes: ["5301"]),
    prefecture(
      "昭通", "Zhaotong", short: "Zhaotong", full: "昭通市",
      prefixes: ["5306"]),
    prefecture(
      "曲靖", "Qujing", short: "Qujing", full: "曲靖市",
      prefixes: ["5303"]),
    prefecture(
      "玉溪", "Yuxi", short: "Yuxi", full: "玉溪市",
      prefixes: ["5304"]),
    prefecture(
      "保山", "Baoshan", short: "Baoshan", full: "保山市",
      prefixes: ["5305"],
      former: [
        Prefecture.FormerDivision(
          code: "530522", now: "530581", name: "腾冲", since: 2015,
          change: Phrase("县改市", "county made a city"))
      ]),
    prefecture(
      "楚雄", "Chuxiong", short: "Chuxiong", full: "楚雄彝族自治州",
      prefixes: ["5323"]),
    prefecture(
      "红河", "Honghe", short: "Honghe", full: "红河哈尼族彝族自治州",
      prefixes: ["5325"]),
    prefecture(
      "文山", "Wenshan", short: "Wenshan", full: "文山壮族苗族自治州",
      prefixes: ["5326"]),
    prefecture(
      "普洱", "Pu'er", short: "Pu'er", full: "普洱市",
      prefixes: ["5308"]),
    prefecture(
      "西双版纳", "Xishuangbanna", short: "Banna", full: "西双版纳傣族自治州",
      prefixes: ["5328"]),
    prefecture(
      "大理", "Dali", short: "Dali", full: "大理白族自治州",
      prefixes: ["5329"]),
    prefecture(
      "德宏", "Dehong", short: "Dehong", full: "德宏傣族景颇族自治州",
      prefixes: ["5331"]),
    prefecture(
      "丽江", "Lijiang", short: "Lijiang", full: "丽江市",
      prefixes: ["5307"]),
    prefecture(
      "怒江", "Nujiang", short: "Nujiang", full: "怒江傈僳族自治州",
      prefixes: ["5333"]),
    prefecture(
      "迪庆", "Diqing", short: "Diqing", full: "迪庆藏族自治州",
      prefixes: ["5334"],
      former: [
        Prefecture.FormerDivision(
          code: "533421", now: "533401", name: "香格里拉", since: 2014,
          change: Phrase("县改市", "county made a city"))
      ]),
    prefecture(
      "临沧", "Lincang", short: "Lincang", full: "临沧市",
      prefixes: ["5309"]),
    prefecture(
      "滇中新区", "Central Yunnan New Area", short: "Dianzhong", full: "云南滇中新区", kind: .newArea,
      prefixes: []),
  ]

  static let units: [Unit] = [
    unit(
      "云南省文史研究馆", "Yunnan Provincial Institute of Culture and History", short: "Culture & History",
      of: "省直", sites: [SiteCode("53000000061")]),
    unit(
      "云南省文化厅", "Yunnan Provincial Department of Culture", short: "Dept of Culture", of: "省直",
      sites: [SiteCode("53000000006")]),
    unit(
      "昆明", "Kunming", short: "Kunming", of: "昆明", sites: []),
    unit(
      "昭通", "Zhaotong", short: "Zhaotong", of: "昭通", sites: []),
    unit(
      "曲靖", "Qujing", short: "Qujing", of: "曲靖", sites: []),
    unit(
      "玉溪", "Yuxi", short: "Yuxi", of: "玉溪", sites: []),
    unit(
      "保山", "Baoshan", short: "Baoshan", of: "保山", sites: []),
    unit(
      "楚雄", "Chuxiong", short: "Chuxiong", of: "楚雄", sites: []),
    unit(
      "红河", "Honghe", short: "Honghe", of: "红河", sites: []),
    unit(
      "文山", "Wenshan", short: "Wenshan", of: "文山", sites: []),
    unit(
      "普洱", "Pu'er", short: "Pu'er", of: "普洱", sites: []),
    unit(
      "西双版纳", "Xishuangbanna", short: "Banna", of: "西双版纳", sites: []),
    unit(
      "大理", "Dali", short: "Dali", of: "大理", sites: []),
    unit(
      "德宏", "Dehong", short: "Dehong", of: "德宏", sites: []),
    unit(
      "丽江", "Lijiang", short: "Lijiang", of: "丽江", sites: []),
    unit(
      "怒江", "Nujiang", short: "Nujiang", of: "怒江", sites: []),
    unit(
      "迪庆", "Diqing", short: "Diqing", of: "迪庆", sites: []),
    unit(
      "临沧", "Lincang", short: "Lincang", of: "临沧", sites: []),
    unit(
      "滇中新区", "Central Yunnan New Area", short: "Dianzhong", of: "滇中新区", sites: []),
  ]

  static let categories: [IssueCategory] = [
    IssueCategory(
      id: "security", name: Phrase("安全、泄密事故", "Security or secrecy incident"), kind: .veto),
    IssueCategory(
      id: "text_errors", name: Phrase("错字漏字", "Text errors"), kind: .veto),
    IssueCategory(
      id: "serious_error", name: Phrase("严重错误", "Serious error"), kind: .veto),
    IssueCategory(
      id: "fabrication", name: Phrase("弄虚作假", "Fabrication"), kind: .veto),
    IssueCategory(
      id: "site_unreachable", name: Phrase("站点无法访问", "Site unreachable"), kind: .veto),
    IssueCategory(
      id: "home_not_updated", name: Phrase("首页不更新", "Home page not updated"), kind: .veto),
    IssueCategory(
      id: "columns_not_updated", name: Phrase("栏目不更新", "Columns not updated"), kind: .veto),
    IssueCategory(
      id: "blank_columns", name: Phrase("空白栏目", "Blank columns"), kind: .veto),
    IssueCategory(
      id: "poor_response", name: Phrase("互动回应差", "Poor response"), kind: .veto),
    IssueCategory(
      id: "poor_service", name: Phrase("服务不实用", "Service unusable"), kind: .veto,
      kindUnder: ["2015": .deduction, "2019": .veto]),
    IssueCategory(
      id: "score_fail", name: Phrase("扣分大于40", "Deductions over 40"), kind: .score),
    IssueCategory(
      id: "broken_links", name: Phrase("链接不可用", "Broken links"), kind: .deduction),
    IssueCategory(
      id: "typo", name: Phrase("错别字", "Typos"), kind: .deduction),
    IssueCategory(
      id: "privacy", name: Phrase("泄露个人隐私", "Personal data exposed"), kind: .other),
    IssueCategory(
      id: "function_design", name: Phrase("功能设计", "Function design"), kind: .deduction),
    IssueCategory(
      id: "identity", name: Phrase("标识域名不规范", "Identity or domain"), kind: .deduction),
    IssueCategory(
      id: "registration", name: Phrase("信息报送不规范", "Registration"), kind: .management),
    IssueCategory(
      id: "offline_improper", name: Phrase("关停下线不规范", "Improper closure"), kind: .management),
    IssueCategory(
      id: "zhaocuo_overdue", name: Phrase("找错留言超期", "Error reports overdue"), kind: .management),
    IssueCategory(
      id: "interpretation", name: Phrase("解读关联", "Policy interpretation"), kind: .deduction),
    IssueCategory(
      id: "repost", name: Phrase("转载", "Reposting"), kind: .deduction),
    IssueCategory(
      id: "nm_not_updated", name: Phrase("新媒体不更新", "New media not updated"), kind: .veto),
    IssueCategory(
      id: "nm_no_interaction", name: Phrase("无有效互动", "No effective interaction"), kind: .veto),
    IssueCategory(
      id: "nm_function", name: Phrase("功能无法使用", "Functions unusable"), kind: .other),
    IssueCategory(
      id: "ads", name: Phrase("商业广告", "Commercial advertising"), kind: .other),
    IssueCategory(
      id: "other", name: Phrase("其他", "Other"), kind: .other),
  ]

  // MARK: - Short forms

  static func figures(_ running: Int?, _ failing: Int?, _ rate: String?) -> Inspection.Figures {
    Inspection.Figures(running: running, failing: failing, publishedRate: rate)
  }

  static func row(
    _ prefecture: PrefectureID, _ running: Int?, _ failing: Int?, _ rate: String?
  ) -> Inspection.Row {
    Inspection.Row(prefecture: prefecture, figures: figures(running, failing, rate))
  }

  static func finding(
    _ row: Int, _ prefecture: PrefectureID, _ name: String, _ code: String, _ text: String,
    _ issues: [CategoryID]
  ) -> Finding {
    Finding(
      id: FindingID(quarter, number: row), prefecture: prefecture, code: SiteCode(code),
      siteName: name, text: text, issues: issues)
  }

  private static func platform(_ name: String, _ messages: Int) -> Inspection.Platform {
    Inspection.Platform(
      name: name, messages: messages, done: messages, publishedRate: "100%",
      from: day("2018-07-01"), to: day("2018-09-14"))
  }

  static func prefecture(
    _ id: String, _ english: String, short: String, full: String,
    kind: Prefecture.Kind = .prefecture, prefixes: [String],
    former: [Prefecture.FormerDivision] = []
  ) -> Prefecture {
    Prefecture(
      id: PrefectureID(id), name: Phrase(id, english), short: Phrase(id, short), fullName: full,
      kind: kind,
      codePrefixes: prefixes, formerDivisions: former)
  }

  private static func unit(
    _ id: String, _ english: String, short: String, of prefecture: PrefectureID, sites: [SiteCode]
  ) -> Unit {
    Unit(
      id: UnitID(id), name: Phrase(id, english), short: Phrase(id, short), prefecture: prefecture,
      sites: sites)
  }
}
