import CensusCore
import Testing

@Suite("Lists of the quarter")
struct QueryTests {
  private let empty = yunnan(asOf: "2018-10-23")

  /// Culture and History and Baoshan complete, Diqing's copy unsigned, Lincang without paper,
  /// Kunming in part.
  private static let desk: Journal = {
    var journal = Journal()
    journal.record(bothParts(from: ["云南省文史研究馆", "保山"], on: "2018-10-18"))
    journal.receive(Receipt(part: .electronic), from: "迪庆", on: "2018-10-18")
    journal.receive(Receipt(part: .paper, signature: .none), from: "迪庆", on: "2018-10-18")
    journal.receive(Receipt(part: .electronic), from: "临沧", on: "2018-10-19")
    for part in Part.allCases {
      journal.receive(
        Receipt(part: part, covers: [3, 4, 5, 6].map { finding($0) }), from: "昆明",
        on: "2018-10-22")
    }
    return journal
  }()

  @Test("The known truths of 2018 Q3")
  func truths() {
    #expect(empty.prefectures.count == 18)
    #expect(empty.findings.count == 20)
    #expect(empty.sites.count == 19)
    #expect(empty.tagCount == 21)
    #expect(empty.obligations.count == 7)
    #expect(empty.publishedTotals == Yunnan.figures(409, 20, "95%"))
    #expect(empty.quarter.description == "2018Q3")
    #expect(
      empty.overview
        == yunnan(asOf: "2018-10-23", knownAt: "2018-09-26T00:00:00Z").overview)
  }

  @Test("Units in the order of annex 1, with their sites and findings")
  func units() {
    #expect(
      empty.obligations.map(\.unit.id)
        == ["云南省文史研究馆", "云南省文化厅", "昆明", "保山", "怒江", "迪庆", "临沧"])
    #expect(empty.obligations.map(\.findings.count) == [1, 1, 5, 2, 3, 3, 5])
    #expect(empty.obligations.map(\.siteCodes.count) == [1, 1, 5, 2, 3, 3, 4])
    #expect(empty.obligations.allSatisfy { $0.round == 1 && $0.submission == .outstanding })
    #expect(empty.obligation(of: "昭通") == nil)
  }

  @Test("Findings in the order of annex 2, sites in the order of their first row")
  func sites() throws {
    #expect(empty.findings.map(\.finding.row) == Array(1...20))
    #expect(empty.sites.map { $0.findings[0].finding.row } == Array(1...19))
    let gengma = try #require(empty.site(SiteCode("5309260040")))
    #expect(gengma.name == "耿马政府公众信息网")
    #expect(gengma.prefecture == "临沧" && gengma.unit == "临沧")
    #expect(gengma.findings.map(\.finding.row) == [17, 20])
    #expect(gengma.deadline == Deadline(day("2018-10-20")))
    #expect(empty.site(SiteCode("5309260041")) == nil)
    #expect(empty.finding(finding(21)) == nil)
  }

  @Test("Categories: vetoes first, the most frequent first")
  func categories() {
    let categories = empty.categories
    #expect(
      categories.map { "\($0.category.id) \($0.kind.rawValue) \($0.findings.count)" } == [
        "text_errors veto 10", "home_not_updated veto 2", "columns_not_updated veto 2",
        "blank_columns veto 1", "score_fail score 6",
      ])
    #expect(categories.map(\.sites.count) == [10, 2, 2, 1, 6])
    #expect(categories.map(\.openCount) == [10, 2, 2, 1, 6])
    #expect(
      categories.map(\.name) == [
        Phrase("错字漏字", "Text errors"), Phrase("首页不更新", "Home page not updated"),
        Phrase("多个栏目长期不更新", "Columns not updated"), Phrase("多个栏目空白", "Blank columns"),
        Phrase("扣分大于40", "Deductions over 40"),
      ])
    let codes = { (kind: IssueCategory.Kind) in
      Set(categories.filter { $0.kind == kind }.flatMap(\.sites).map(\.code.text))
    }
    #expect(codes(.veto).count == 15)
    #expect(codes(.score).count == 6)
    #expect(codes(.veto).intersection(codes(.score)) == ["53000000006", "5309260040"])
    #expect(codes(.veto).union(codes(.score)).count == 19)
    #expect(empty.name(ofCategory: "typo") == Phrase("错别字", "Typos"))
    #expect(empty.name(ofCategory: "never") == Phrase("never", "never"))
  }

  @Test("Prefectures in published order")
  func prefectures() {
    #expect(empty.prefectures.map(\.prefecture.id) == Yunnan.rows.map(\.prefecture))
    #expect(empty.prefectures.map(\.obligations.count).reduce(0, +) == 7)
    let failing = empty.prefectures.filter { !$0.findings.isEmpty }
    #expect(failing.map(\.prefecture.id) == ["省直", "昆明", "保山", "怒江", "迪庆", "临沧"])
    #expect(failing.map(\.findings.count) == [2, 5, 2, 3, 3, 5])
    #expect(failing.map(\.sites.count) == [2, 5, 2, 3, 3, 4])
    #expect(failing.map(\.obligations.count) == [2, 1, 1, 1, 1, 1])
    #expect(failing.map { $0.overdueCount(on: empty.asOf) } == [2, 1, 1, 1, 1, 1])
  }

  @Test("A row that the directory does not know keeps its printed name")
  func unknownPrefecture() {
    let inspection = Yunnan.inspection.with(rows: [Yunnan.row("某州", 3, 0, "100%")])
    let row = yunnan(asOf: "2018-10-23", inspection: inspection).prefectures[0]
    #expect(row.prefecture.name == Phrase("某州", "某州"))
    #expect(row.findings.isEmpty && row.completeCount == 0)
  }

  @Test("The overview, day by day")
  func overview() {
    let numbers = { (asOf: String) -> [Int] in
      let view = yunnan(Self.desk.events, asOf: asOf).overview
      return [
        view.units, view.complete, view.partial, view.overdue, view.toReturn,
        view.outstandingSites, view.awaitingRecheckSites, view.closedSites, view.events,
      ]
    }
    #expect(numbers("2018-10-17") == [7, 0, 0, 0, 0, 19, 0, 0, 0])
    #expect(numbers("2018-10-20") == [7, 2, 0, 0, 1, 9, 3, 0, 7])
    #expect(numbers("2018-10-21") == [7, 2, 0, 5, 1, 9, 3, 0, 7])
    #expect(numbers("2018-10-22") == [7, 2, 1, 5, 1, 5, 7, 0, 9])
  }

  @Test("Deadlines")
  func deadlines() throws {
    let due = try #require(yunnan(Self.desk.events, asOf: "2018-10-23").deadlines.first)
    #expect(due.deadline == Deadline(day("2018-10-20")))
    #expect(due.units.count == 7)
    #expect(due.siteCount == 19)
    #expect(due.completeCount == 2)
    #expect(due.overdueCount(on: day("2018-10-20")) == 0)
    #expect(due.overdueCount(on: day("2018-10-23")) == 5)
  }

  @Test("The receipt desk: incomplete first, then the order of annex 1")
  func receiptDesk() {
    #expect(
      yunnan(Self.desk.events, asOf: "2018-10-23").receiptDesk.map(\.unit.id)
        == ["云南省文化厅", "昆明", "怒江", "迪庆", "临沧", "云南省文史研究馆", "保山"])
    // Before the first day of the policy, what waits for us comes before what waits for a chase.
    var journal = Journal()
    journal.receive(Receipt(part: .paper, signature: .none), from: "迪庆", on: "2018-10-01")
    #expect(
      yunnan(journal.events, asOf: "2018-10-02").receiptDesk.map(\.unit.id)
        == ["迪庆", "云南省文史研究馆", "云南省文化厅", "昆明", "保山", "怒江", "临沧"])
  }

  @Test("A part over all findings of a unit")
  func parts() {
    let projection = yunnan(Self.desk.events, asOf: "2018-10-23")
    let parts = projection.obligations.map { [$0.paper, $0.electronic] }
    let d18 = day("2018-10-18")
    #expect(
      parts == [
        [.valid(on: d18), .valid(on: d18)], [.missing, .missing],
        [.some(4, of: 5), .some(4, of: 5)], [.valid(on: d18), .valid(on: d18)],
        [.missing, .missing], [.toReturn(on: d18), .valid(on: d18)],
        [.missing, .valid(on: day("2018-10-19"))],
      ])
    #expect(
      projection.obligations.map(\.submission) == [
        .complete, .outstanding, .partial, .complete, .outstanding, .toReturn, .paperMissing,
      ])
    #expect(projection.obligations.map(\.settledCount) == [1, 0, 4, 2, 0, 0, 0])
  }

  @Test("The history, newest first, with what was taken back")
  func history() {
    var journal = Self.desk
    let last = journal.events[journal.events.count - 1]
    let retraction = journal.retract([last.id], on: "2018-10-22")
    let projection = yunnan(journal.events, asOf: "2018-10-23")
    let history = projection.history
    #expect(history.count == 10)
    #expect(history[0].event == retraction && history[1].event == last)
    #expect(history.map(\.isRetracted) == [false, true] + Array(repeating: false, count: 8))
    #expect(history[0].unit == "昆明" && history[0].findings == [3, 4, 5, 6].map { finding($0) })
    #expect(history.map(\.event.on) == history.map(\.event.on).sorted(by: >))
    #expect(projection.history(of: .unit("昆明")).count == 3)
    #expect(projection.history(of: .finding(finding(7))).isEmpty)
    #expect(projection.history(of: .site(SiteCode("5301000042"))).count == 3)
    #expect(projection.history(of: .event(last.id)).map(\.event) == [retraction, last])
    #expect(projection.history(of: .prefecture("省直")).count == 2)
    #expect(projection.event(last.id) == last)
    #expect(projection.obligation(of: "昆明")?.electronic == .missing)
  }
}

@Suite("What a typed ID stands for")
struct ReferenceTests {
  private static let journal: Journal = {
    var journal = Journal()
    journal.record(bothParts(from: ["临沧"], on: "2018-10-18"))
    return journal
  }()
  private let projection = yunnan(Self.journal.events, asOf: "2018-10-23")

  @Test(
    "Names, codes and numbers",
    arguments: [
      ("2018Q3-7", Reference.finding(finding(7))), ("2018q3-7", .finding(finding(7))),
      ("２０１８Ｑ３-7", .finding(finding(7))), ("5309260040", .site(SiteCode("5309260040"))),
      ("53000000061", .site(SiteCode("53000000061"))),
      ("５３０９２６００４０", .site(SiteCode("5309260040"))),
      ("临沧", .unit("临沧")), ("Lincang", .unit("临沧")), ("LINCANG", .unit("临沧")),
      ("云南省文化厅", .unit("云南省文化厅")), ("yunnan provincial department of culture", .unit("云南省文化厅")),
      ("省直", .prefecture("省直")), ("Provincial departments", .prefecture("省直")),
      ("省级部门", .prefecture("省直")), ("昭通", .prefecture("昭通")), ("pu'er", .prefecture("普洱")),
      ("云南滇中新区", .prefecture("滇中新区")), ("临沧市", .prefecture("临沧")),
      ("耿马政府公众信息网", .site(SiteCode("5309260040"))),
    ])
  func resolves(text: String, reference: Reference) throws {
    #expect(try projection.resolve(text) == reference)
  }

  @Test("Events and batches by their first digits")
  func recorded() throws {
    let event = Self.journal.events[0]
    #expect(try projection.resolve(event.id.text) == .event(event.id))
    #expect(try projection.resolve(String(event.id.text.prefix(6))) == .event(event.id))
    #expect(
      try projection.resolve(String(event.id.text.uppercased().prefix(8))) == .event(event.id))
    #expect(try projection.resolve(String(event.batch.text.prefix(6))) == .batch(event.batch))
    let short = String(event.id.text.prefix(5))
    #expect(refusal { () throws(Refusal) in try projection.resolve(short) } != nil)
  }

  @Test("A prefix of two records is ambiguous")
  func ambiguous() {
    let twin = { (last: Character) in
      Event(
        id: known(EventID("abcdef" + String(repeating: last, count: 26))), on: day("2018-10-18"),
        at: instant("2018-10-18T01:00:00Z"), actor: "li", origin: "cli",
        batch: known(BatchID(String(repeating: "9", count: 32))), batchSize: 2, clock: 1, seen: [],
        quarter: Yunnan.quarter, subject: .unit("临沧"), payload: .unknown(type: "chase"))
    }
    let projection = yunnan([twin("1"), twin("2")], asOf: "2018-10-23")
    #expect(
      refusal { () throws(Refusal) in try projection.resolve("abcdef") }
        == .ambiguousID("abcdef", matches: 2))
    #expect((try? projection.resolve("abcdef1")) == .event(twin("1").id))
    #expect(
      refusal { () throws(Refusal) in try Undo(batch: "999999", in: projection.events) } == nil)
    #expect(
      refusal { () throws(Refusal) in try Undo(batch: "abcdef", in: projection.events) }
        == .unknownBatch("abcdef"))
  }

  @Test(
    "Mistyped names and the nearest ones",
    arguments: [
      ("昆名", ["昆明"]), ("临仓", ["临沧"]), ("530926004", ["5309260040"]),
      ("5309260041", ["5309260040"]), ("2018Q3-21", ["2018Q3-2", "2018Q3-1", "2018Q3-11"]),
      ("耿马", ["耿马政府公众信息网"]), ("文化厅", ["云南省文化厅"]), ("云南省文化厅网站", ["云南省文化厅"]),
      ("?????????????????????????", []), ("", []),
    ] as [(String, [String])])
  func nearest(text: String, names: [String]) {
    let refused = refusal { () throws(Refusal) in try projection.resolve(text) }
    guard case .unknownID(text, let nearest)? = refused else {
      Issue.record("resolved, or refused otherwise: \(String(describing: refused))")
      return
    }
    #expect(Array(nearest.prefix(max(1, names.count))) == names)
    #expect(nearest.count <= 3)
  }

  @Test("A name of two sites is nobody's")
  func twoSitesOfOneName() {
    let inspection = Yunnan.inspection.with(
      findings: Yunnan.findings + [
        Yunnan.finding(21, "昆明", "云南省文化厅网", "5301000099", "错字漏字", ["text_errors"]),
        Yunnan.finding(22, "昆明", "云南省文化厅网", "5301000098", "错字漏字", ["text_errors"]),
      ])
    let projection = yunnan(asOf: "2018-10-23", inspection: inspection)
    guard
      case .unknownID(_, let nearest)? = refusal(of: { () throws(Refusal) in
        try projection.resolve("云南省文化厅网")
      })
    else {
      Issue.record("resolved")
      return
    }
    #expect(nearest.contains("云南省文化厅网"))
  }
}
