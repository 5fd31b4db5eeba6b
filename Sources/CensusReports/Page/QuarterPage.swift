package import CensusCore
internal import CensusLists

/// What the report of a quarter is made from.
package struct QuarterReport {
  let projection: Projection
  let worklist: Worklist
  let checks: [Discrepancy]
  let trends: Trends
  let leftOut: [Quarter]
  let source: Phrase?
  let pictures: KeptPictures

  /// Facts and events read on a day.
  ///
  /// - Parameters:
  ///   - projection: the quarter.
  ///   - worklist: what is owed over all periods.
  ///   - checks: what deserves a second look.
  ///   - trends: all periods up to the quarter.
  ///   - leftOut: the periods among them that cannot be read.
  ///   - source: what has to be known of the store, as that some of it is damaged.
  ///   - pictures: the pictures among the evidence, if they were asked for.
  package init(
    _ projection: Projection, worklist: Worklist, checks: [Discrepancy], trends: Trends,
    leavingOut leftOut: [Quarter], source: Phrase? = nil,
    pictures: KeptPictures = KeptPictures()
  ) {
    self.projection = projection
    self.worklist = worklist
    self.checks = checks
    self.trends = trends
    self.leftOut = leftOut
    self.source = source
    self.pictures = pictures
  }

  private var isFull: Bool { projection.inspection.coverage == .full }
  private var kind: Phrase {
    projection.inspection.scope.map { Terms.scope($0) } ?? Phrase("检查", "check")
  }

  /// The report: the brief first, then figures and pictures with the same in words.
  package var page: Page {
    let name = projection.quarter.name
    let sections: [[Page.Block]] =
      isFull
      ? [reports, receipts, places, categories, changes, kept, open, earlier]
      : [changes, open, earlier]
    return Page(
      title: Phrase(
        "\(name.chinese)政府网站\(kind.chinese)督办情况报告",
        "The \(name.english) \(kind.english) of government websites: how the follow-up stands"),
      date: projection.dated,
      blocks: [.lead([projection.brief(beside: worklist, leavingOut: leftOut)]), .figures(figures)]
        + numbered(sections.filter { !$0.isEmpty }),
      foot: projection.foot + [source].compactMap(\.self))
  }

  /// The sections with their numbers in official style: 一、二、三.
  private func numbered(_ sections: [[Page.Block]]) -> [Page.Block] {
    let numerals = Array("一二三四五六七八九十")
    return sections.enumerated().flatMap { place, blocks in
      blocks.map { block in
        guard case .heading(let title) = block else { return block }
        return .heading(
          Phrase("\(numerals[place % 10])、\(title.chinese)", "\(place + 1). \(title.english)"))
      }
    }
  }

  private var figures: [Page.Figure] {
    let published = projection.publishedTotals
    let number = { (number: Int?) in number.map(String.init) ?? "–" }
    let first: [Page.Figure] = [
      .init(label: Phrase("在运行网站", "Running sites"), value: number(published.running)),
      .init(
        label: Phrase("不合格（通报公布）", "Failing, as published"), value: number(published.failing),
        beside: isFull
          ? Phrase(
            "问题\(projection.overview.findings)条，网站\(projection.overview.sites)个",
            "\(counted(projection.overview.findings, "finding")), "
              + counted(projection.overview.sites, "site")) + struckOff : nil),
      .init(
        label: Phrase("合格率（通报公布）", "Pass rate, as published"),
        value: published.publishedRate ?? "–",
        beside: published.computedRate.map { Phrase("核算\($0)", "computed \($0)") }),
    ]
    guard isFull else { return first }
    let counts = projection.overview
    let sheet = projection.recheckSheet().tally
    let followed = projection.sites.count { !$0.followed.isEmpty }
    return first + [
      .init(
        label: Phrase("应报单位", "Units to report"), value: "\(counts.units)",
        beside: Phrase(
          "已报齐\(counts.complete)家" + (counts.waived > 0 ? "，免报\(counts.waived)家" : ""),
          "\(counts.complete) complete" + (counts.waived > 0 ? ", \(counts.waived) excused" : ""))),
      .init(
        label: Phrase("逾期未报齐", "Overdue"), value: "\(counts.overdue)",
        beside: Phrase("家", counts.overdue == 1 ? "unit" : "units")
          + (counts.orderedOverdue > 0
            ? Phrase(
              "；限期再整改逾期未报齐\(counts.orderedOverdue)家",
              "; with what was ordered anew \(counted(counts.orderedOverdue, "unit"))") : .empty),
        isAlarm: counts.overdue + counts.orderedOverdue > 0),
      .init(
        label: Phrase("整改到位", "Passed re-check"), value: "\(sheet.passed)/\(sheet.total)",
        beside: Phrase(
          "条" + (sheet.failed > 0 ? "，不到位\(sheet.failed)条" : ""),
          "findings" + (sheet.failed > 0 ? ", \(sheet.failed) failed" : ""))),
      .init(
        label: Phrase("办结网站", "Sites closed"), value: "\(counts.closedSites)/\(followed)",
        beside: Phrase("个", followed == 1 ? "site" : "sites")),
      .init(
        label: Phrase("启动问责", "Accountability"), value: "\(counts.escalated)",
        beside: Phrase("家", "opened")
          + (counts.concluded > 0
            ? Phrase("，另已办结\(counts.concluded)家", ", \(counts.concluded) concluded") : .empty)
          + (counts.toBeConsidered > 0
            ? Phrase(
              "，另待研究\(counts.toBeConsidered)家", ", \(counts.toBeConsidered) to be considered")
            : .empty)),
    ]
  }

  /// How many findings were struck off, where any were: they are closed nowhere.
  private var struckOff: Phrase {
    let void = projection.overview.voidFindings
    return void == 0 ? .empty : Phrase("，剔除问题\(void)条", ", \(counted(void, "finding")) struck off")
  }

  private var reports: [Page.Block] {
    guard let lanes = projection.lanesPicture else { return [] }
    let units = projection.unitsRoll(projection.receiptDesk).keeping(
      [
        "unit", "sites", "due", "paperOn", "electronicOn", "submission", "daysLeft", "rechecked",
        "chases", "next", "modifiers",
      ])
    return [
      .heading(Phrase("各单位报送情况", "Who has reported")), .picture(lanes),
      .list(PrintedList(Phrase("报送登记", "receipt desk"), units)),
    ]
  }

  private var receipts: [Page.Block] {
    guard let picture = projection.receiptsPicture else { return [] }
    return [.heading(Phrase("报送进度", "Reports against the deadline")), .picture(picture)]
  }

  private var places: [Page.Block] {
    guard let picture = projection.tilesPicture else { return [] }
    let failing = projection.prefectures.filter {
      ($0.figures.failing ?? 0) > 0 || !$0.findings.isEmpty
    }
    let sentence = Terms.concentration(projection.concentration, of: projection.quarter.name) {
      projection.directory.prefecture($0)?.name ?? Phrase($0)
    }
    let roll = projection.prefecturesRoll(failing).keeping(
      [
        "prefecture", "running", "failingPublished", "publishedRate", "computedRate", "sites",
        "units", "complete", "overdue", "orderedOverdue",
      ]).adding([
        Field(
          "void", Phrase("剔除问题", "Struck off"), .right,
          when: { ($0.state?.voidCount ?? 0) > 0 }
        ) { .integer($0.state?.voidCount ?? 0) }
      ])
    return [.heading(Phrase("地区分布", "Where they are")), .picture(picture)]
      + [sentence.map(Page.Block.paragraph)].compactMap(\.self)
      + [.list(PrintedList(Phrase("有不合格网站的州市", "prefectures with failing sites"), roll))]
  }

  private var categories: [Page.Block] {
    guard let picture = projection.categoriesPicture else { return [] }
    return [.heading(Phrase("问题类别", "What is wrong")), .picture(picture)]
  }

  private var changes: [Page.Block] {
    guard let picture = trends.picture else {
      return [
        .heading(Phrase("历次变化", "From period to period")),
        .note(
          Phrase(
            "截至\(longDate(projection.asOf).chinese)，数据目录中没有可供比较的另一期。",
            "Up to \(projection.asOf) the store has no other period to compare with.")),
      ]
    }
    let remarks = Terms.remarks(on: trends.latest(10)) + Terms.leftOut(leftOut)
    return [.heading(Phrase("历次变化", "From period to period")), .picture(picture)]
      + remarks.map(Page.Block.note)
  }

  private var kept: [Page.Block] {
    let files = projection.keptFiles
    guard !files.isEmpty else { return [] }
    return [
      .heading(Phrase("佐证材料", "Evidence")),
      .list(
        PrintedList(
          Phrase("各单位的佐证材料", "files kept as evidence, by unit"),
          projection.keptFilesRoll(files))),
    ] + pictures.blocks
  }

  private var open: [Page.Block] {
    let open = checks.filter(\.isOpen)
    let roll = { (language: Language) in
      checksRoll(open, quarter: projection.quarter, language: language)
    }
    guard !open.isEmpty else {
      return [
        .heading(Phrase("待核对事项", "Open checks")),
        .paragraph(Phrase("没有待核对的事项。", "Nothing waits to be checked.")),
      ]
    }
    return [
      .heading(Phrase("待核对事项", "Open checks")),
      .list(
        PrintedList(
          Phrase("通报中存疑、尚未核实的数字和内容", "printed figures and rows that nobody has confirmed yet"),
          roll(.chinese).keeping(["severity", "where", "message", "published", "computed"]))),
    ]
  }

  private var earlier: [Page.Block] {
    let left = worklist.before(projection.quarter)
    guard !left.entries.isEmpty else { return [] }
    return [
      .heading(Phrase("往期遗留", "Left from earlier periods")),
      .list(
        PrintedList(
          Phrase("往期未办结", "not closed"),
          worklistRoll(
            left, on: projection.asOf, projection.policy, directory: projection.directory
          ).keeping([
            "quarter", "unit", "sites", "findings", "submission", "due", "daysLeft", "next",
          ]))),
    ]
  }
}

extension Projection {
  /// How old the data of a page are, and of which notice.
  var dated: Phrase {
    let document = inspection.notice.document.map { Phrase(" · \($0)", " · \($0)") } ?? .empty
    let issued = inspection.notice.issued.map { Phrase("，\($0)印发", ", issued \($0)") } ?? .empty
    return Terms.dataDate(asOf, knownAt) + document
      + (inspection.notice.document == nil ? .empty : issued)
  }

  /// What a page rests on: events, revision, sampling.
  var foot: [Phrase] {
    let count = overview.events
    let sampled =
      inspection.sampling.to.map { Phrase("；普查数据采样截至\($0)", "; sampled to \($0)") } ?? .empty
    return [
      Phrase(
        "据\(quarter.name.chinese)通报第\(inspection.revision)版和截至\(asOf)的\(count)条办理记录生成",
        "Made from revision \(inspection.revision) of the \(quarter.name.english) notice and "
          + "\(counted(count, "record")) up to \(asOf)") + sampled + Phrase("。", "."),
      Phrase(
        "“通报公布”照录原文，“核算”按公布的数量重新计算；状态均由记录推算，未作改动。",
        "“As published” is what the notice prints, “computed” is worked out from its counts; every state "
          + "is read off the records."),
    ]
  }
}
