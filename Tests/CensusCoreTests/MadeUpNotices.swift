import CensusCore

/// Notices that nobody published, each quiet but for one thing.
enum MadeUpNotices {
  static let first = Yunnan.findings[2]

  /// A quiet quarter: one row in each annex, and nothing wrong with them.
  static let quiet = Inspection(
    quarter: Yunnan.quarter, coverage: .full,
    notice: Yunnan.notice(deadline: Deadline(day("2018-10-19"))),
    totals: Yunnan.figures(60, 1, "98%"), rows: [Yunnan.row("昆明", 60, 1, "98%")],
    annex2: Inspection.Annex(title: "", headings: []), findings: [first])

  static func code(
    _ code: String, text: String = "错字漏字", issues: [CategoryID] = ["text_errors"]
  )
    -> Finding
  {
    Yunnan.finding(3, "昆明", "某网站", code, text, issues)
  }

  static func messages(_ platform: Int, _ done: Int) -> Inspection.Platform {
    Inspection.Platform(
      name: "政府网站找错", messages: platform, done: done, publishedRate: nil, from: nil, to: nil)
  }

  /// What one rule has to say of a notice.
  typealias Answer = (
    inspection: Inspection, code: String, place: String, englishPlace: String, chinese: String,
    english: String
  )

  static let broken: [Answer] = [
    (
      quiet.with(totals: Yunnan.figures(61, 1, "98%")), "sumMismatch", "正文", "the text",
      "在运行网站数通报载61，各行相加为60", "running sites printed as 61; the rows add up to 60"
    ),
    (
      quiet.with(
        annex1: Inspection.Annex(
          title: "", headings: [],
          total: Inspection.Annex.Total(label: "总计", figures: Yunnan.figures(60, 2, "97%")))),
      "sumMismatch", "附件1总计", "annex 1, total", "不合格网站数通报载2，各行相加为1",
      "failing sites printed as 2; the rows add up to 1"
    ),
    (
      quiet.with(totals: Yunnan.figures(60, 1, "99%")), "rateMismatch", "全省合计",
      "the province's total", "合格率通报载99%，按59/60计算应为98%",
      "the pass rate is printed as 99%; 59/60 makes 98%"
    ),
    (
      quiet.with(totals: Yunnan.figures(60, 1, "98．4％")), "rateMismatch", "全省合计",
      "the province's total", "合格率通报载98．4％，按59/60计算应为98.3%",
      "the pass rate is printed as 98．4％; 59/60 makes 98.3%"
    ),
    (
      quiet.with(totals: Yunnan.figures(60, 2, "97%"), rows: [Yunnan.row("昆明", 60, 2, "97%")]),
      "countMismatch", "附件1 昆明", "annex 1, Kunming", "不合格网站通报载2个，附件2列出1条",
      "2 failing sites printed; annex 2 lists 1 row"
    ),
    (
      quiet.with(
        rows: [Yunnan.row("昆明", 59, 1, "98%"), Yunnan.row("昭通", 1, 0, "100%")], findings: []),
      "countMismatch", "附件1 昆明", "annex 1, Kunming", "不合格网站通报载1个，附件2列出0条",
      "1 failing site printed; annex 2 lists 0 rows"
    ),
    (
      quiet.with(
        findings: [
          first, Yunnan.finding(4, "昭通", "某网站", "5306000045", "错字漏字", ["text_errors"]),
        ]),
      "countMismatch", "附件1 昭通", "annex 1, Zhaotong", "附件1没有这一行，附件2列出1条",
      "annex 1 has no such row; annex 2 lists 1 row"
    ),
    (
      quiet.with(totals: Yunnan.figures(60, 1, "0.99")), "rateMismatch", "全省合计",
      "the province's total", "合格率通报载0.99，按59/60计算应为98%",
      "the pass rate is printed as 0.99; 59/60 makes 98%"
    ),
    (
      quiet.with(findings: [code("5301OO0045")]), "codeLength", "附件2第3行", "annex 2, row 3",
      "网站标识码5301OO0045含有数字以外的字符（某网站）",
      "the identification code 5301OO0045 has characters other than digits (某网站)"
    ),
    (
      quiet.with(findings: [code("530100004")]), "codeLength", "附件2第3行", "annex 2, row 3",
      "网站标识码530100004有9位，应为10位（某网站）",
      "the identification code 530100004 has 9 characters instead of 10 (某网站)"
    ),
    (
      quiet.with(
        totals: Yunnan.figures(60, 2, "97%"), rows: [Yunnan.row("昆明", 60, 2, "97%")],
        findings: [first, code("5301000045")]), "duplicateRow", "附件2第3行", "annex 2, row 3",
      "序号3出现2次", "row number 3 occurs 2 times"
    ),
    (
      quiet.with(findings: [code("5301000045", issues: ["text_errors", "sleepy"])]),
      "unknownCategory", "附件2第3行", "annex 2, row 3", "categories.json 中没有问题类别“sleepy”",
      "categories.json has no category “sleepy”"
    ),
    (
      quiet.with(rows: [Yunnan.row("昆明", 60, 1, "98%"), Yunnan.row("某州", 0, 0, nil)]),
      "unknownPrefecture", "某州", "某州", "prefectures.json 中没有“某州”",
      "prefectures.json has no row “某州”"
    ),
    (
      quiet.with(findings: [code("5303000045")]), "otherDivision", "附件2第3行", "annex 2, row 3",
      "标识码5303000045的区划代码不属于昆明", "the code 5303000045 begins with a division outside Kunming"
    ),
    (
      quiet.with(
        rows: [Yunnan.row("昆明", 60, 1, "98%"), Yunnan.row("昭通", 0, 0, nil)],
        mentions: [
          Mention(
            number: 1, prefecture: "昆明", siteName: "某局网站", code: nil, text: "无法访问",
            issues: ["site_unreachable"])
        ]), "notInAnnex", "正文", "the text", "正文点名的“某局网站”（无法访问）不在附件2内",
      "the text criticises “某局网站” (无法访问), which annex 2 does not list"
    ),
    (
      quiet.with(
        totals: Yunnan.figures(0, 1, nil), rows: [Yunnan.row("昆明", 0, 1, nil)]),
      "impossibleFigure", "附件1 昆明", "annex 1, Kunming", "不合格网站1个，多于在运行网站0个",
      "1 failing site, but only 0 running"
    ),
    (
      quiet.with(platforms: [messages(14, 15), messages(15, 15)]), "impossibleFigure", "正文",
      "the text", "“政府网站找错”办结15条，多于受理14条",
      "“政府网站找错”: 15 messages done, but only 14 received"
    ),
    (
      quiet.with(notice: Yunnan.notice(deadline: nil)), "noDeadline", "报送期限", "the deadline",
      "没有报送期限，任何单位都不会逾期", "there is no deadline, so that nobody is ever overdue"
    ),
    (
      quiet.with(notice: Yunnan.notice(deadline: Deadline(day("2018-10-21")))), "dueOnWeekend",
      "报送期限", "the deadline", "2018-10-21是周日；其后的周一为2018-10-22，期限不自动顺延",
      "2018-10-21 is a Sunday; the next weekday is Monday, 2018-10-22; the deadline is not moved"
    ),
  ]

  static let sound: [Inspection] = [
    quiet.with(totals: Yunnan.figures(60, 1, "98.3%")),
    quiet.with(totals: Yunnan.figures(60, 1, "98 ％")),
    // As a sheet keeps a share in a cell of no format.
    quiet.with(totals: Yunnan.figures(60, 1, "0.98")),
    quiet.with(totals: Yunnan.figures(60, 1, "0.983")),
    quiet.with(totals: Yunnan.figures(60, 1, "0.98333333333333328")),
    quiet.with(
      totals: Yunnan.figures(10, 1, "0.9"), rows: [Yunnan.row("昆明", 10, 1, "0.9")]),
    quiet.with(totals: Yunnan.figures(nil, nil, nil)),
    quiet.with(findings: [code("bm53010001")]),
    quiet.with(
      mentions: [
        Mention(
          number: 1, prefecture: "昆明", siteName: first.siteName, code: nil, text: "",
          issues: [])
      ]),
    quiet.with(campaign: Inspection.Campaign(name: "", season: nil, sites: 60, accounts: 900)),
    Inspection(
      quarter: Yunnan.quarter, coverage: .headline, totals: Yunnan.figures(409, 20, "95%")),
  ]
}
