/// The made-up notices: who fails, quarter after quarter, some of them again and again.
struct DemoNotices {
  private let size: Demo.Size
  private let prefectures: [Prefecture]

  /// The quarter whose notice is the latest on the day of the demonstration.
  private var newest: Int {
    guard let today = size.today else { return 2023 * 4 + 3 }
    let index = today.year * 4 + (today.month - 1) / 3
    return Self.issued(index) <= today ? index : index - 1
  }

  /// The day on which the notice of a quarter is issued.
  private static func issued(_ index: Int) -> Day {
    Day(year: index / 4, month: (index % 4 + 1) * 3, day: 26) ?? Day(ordinal: 0)
  }

  init(_ size: Demo.Size, _ geography: DemoGeography) {
    self.size = size
    prefectures = geography.directory.prefectures
  }

  func inspections(_ random: inout DemoRandom) -> [Inspection] {
    var before: [SiteCode: [CategoryID]] = [:]
    let newest = newest
    return ((newest - size.quarters + 1)...newest).compactMap { index in
      guard let quarter = Quarter(year: index / 4, number: index % 4 + 1) else { return nil }
      let findings = findings(of: quarter, after: before, &random)
      before = Dictionary(
        findings.map { ($0.code, $0.issues) }, uniquingKeysWith: { first, _ in first })
      return inspection(quarter, findings)
    }
  }

  private func findings(
    of quarter: Quarter, after before: [SiteCode: [CategoryID]], _ random: inout DemoRandom
  ) -> [Finding] {
    var chosen: [(prefecture: Int, site: Int, issues: [CategoryID])] = []
    var taken: Set<SiteCode> = []
    var counts = prefectures.map { _ in 0 }
    // Every site once before any is listed twice, as annexes almost never do.
    let total = prefectures.reduce(0) { $0 + running($1) }
    for _ in 0..<min(size.findings, total) {
      var place = random.number(0...(prefectures.count - 1))
      while counts[place] >= running(prefectures[place]) { place = (place + 1) % prefectures.count }
      counts[place] += 1
      let prefecture = prefectures[place]
      var site = random.number(1...running(prefecture))
      // The sites at the front fail more often than others.
      if random.happens(40) { site = random.number(1...max(1, running(prefecture) / 4)) }
      while !taken.insert(DemoGeography.code(of: prefecture, site: site)).inserted {
        site = site % running(prefecture) + 1
      }
      let earlier = before[DemoGeography.code(of: prefecture, site: site)]
      var issues = [random.one(of: DemoCategories.all).id]
      if let earlier, random.happens(60) { issues = earlier }
      if random.happens(10), issues != ["score_fail"] { issues = [issues[0], "score_fail"] }
      chosen.append((place, site, distinct(issues)))
    }
    let ordered = chosen.sorted { ($0.prefecture, $0.site) < ($1.prefecture, $1.site) }
    return ordered.enumerated().map { index, row in
      let prefecture = prefectures[row.prefecture]
      let names = row.issues.map { id in
        DemoCategories.all.first { $0.id == id }?.name.chinese ?? id.text
      }
      return Finding(
        id: FindingID(quarter, number: index + 1), prefecture: prefecture.id,
        code: DemoGeography.code(of: prefecture, site: row.site),
        siteName: DemoGeography.name(of: prefecture, site: row.site),
        text: names.joined(separator: "，"), issues: row.issues)
    }
  }

  private func running(_ prefecture: Prefecture) -> Int {
    DemoGeography.running(in: prefecture, findings: size.findings, of: prefectures.count)
  }

  /// Sites that ran then and are closed by now: the base shrinks year by year, as it really does.
  private func closed(since quarter: Quarter, in prefecture: Prefecture) -> Int {
    running(prefecture) * (newest / 4 - quarter.year) / 20
  }

  private func inspection(_ quarter: Quarter, _ findings: [Finding]) -> Inspection {
    let counts = Dictionary(grouping: findings, by: \.prefecture).mapValues(\.count)
    let rows = prefectures.map { prefecture in
      Inspection.Row(
        prefecture: prefecture.id,
        figures: figures(
          running(prefecture) + closed(since: quarter, in: prefecture), counts[prefecture.id] ?? 0))
    }
    let total = figures(rows.reduce(0) { $0 + ($1.figures.running ?? 0) }, findings.count)
    let issued = Self.issued(quarter.year * 4 + quarter.number - 1)
    let name = quarter.name.chinese
    return Inspection(
      quarter: quarter, coverage: .full, scope: .all,
      criteria: quarter.year < 2019 ? "2015" : "2019",
      source: Inspection.Source(
        title: Phrase("合成的演示数据", "Synthetic demonstration data"), sha256: nil,
        readIn: Phrase("由程序生成，非真实通报", "made by the program, no real notice")),
      notice: Notice(
        document: "示例办〔\(quarter.year)〕\(quarter.number)号", title: "\(name)示例省政府网站普查情况的通报（演示）",
        issuer: "示例省人民政府办公厅", issued: issued, deadline: Deadline(issued + 24),
        dueText: "于\((issued + 24).month)月\((issued + 24).dayOfMonth)日前",
        parts: [
          Notice.RequiredPart(part: .paper, copies: 1, signature: .principal),
          Notice.RequiredPart(part: .electronic, copies: nil, signature: nil),
        ]),
      sampling: Inspection.Sampling(to: issued - 12), totals: total,
      annex1: Inspection.Annex(
        title: "\(name)政府网站普查情况（演示）", headings: ["州、市/部门", "在运行网站数", "不合格网站数", "合格率"],
        total: Inspection.Annex.Total(label: "总计", figures: total)), rows: rows,
      annex2: Inspection.Annex(
        title: "\(name)不合格政府网站（演示）", headings: ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"]),
      findings: findings,
      notes: [
        Phrase("合成的演示数据，与任何真实网站和人员无关。", "Synthetic data; no real site or person is meant.")
      ])
  }

  private func figures(_ running: Int, _ failing: Int) -> Inspection.Figures {
    Inspection.Figures(
      running: running, failing: failing,
      publishedRate: PassRate(failing: failing, of: running)?.text())
  }
}
