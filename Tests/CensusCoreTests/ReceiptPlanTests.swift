import CensusCore
import Testing

private let both = Part.allCases

private func request(_ parts: [Part] = both, on date: String = "2018-10-18") -> ReceiptRequest {
  ReceiptRequest(parts: parts, on: day(date))
}

private func rows(_ rows: Int...) -> [FindingID] { rows.map { finding($0) } }

private func receipt(_ draft: EventDraft) -> Receipt? {
  guard case .receipt(let receipt) = draft.payload else { return nil }
  return receipt
}

@Suite("Planning receipts")
struct ReceiptPlanTests {
  private let today = day("2018-10-23")
  private let empty = yunnan(asOf: "2018-10-23")

  @Test("A whole unit: one event a part, covering all of it")
  func wholeUnit() throws {
    let plan = try empty.plan(request(), for: [.unit("临沧")], today: today)
    #expect(
      plan.drafts
        == [.paper, .electronic].map { (part: Part) in
          EventDraft(
            on: day("2018-10-18"), quarter: Yunnan.quarter, round: 1, subject: .unit("临沧"),
            payload: .receipt(Receipt(part: part)))
        })
    #expect(plan.units == ["临沧"])
    #expect(plan.skipped.isEmpty)
    #expect(plan.findings == rows(16, 17, 18, 19, 20))
    #expect(plan.sites.map(\.text) == ["5309000044", "5309260040", "5309000037", "5309020048"])
  }

  @Test(
    "A site, a finding and a prefecture stand for the unit",
    arguments: [
      Reference.site(SiteCode("5301000045")), .finding(finding(7)), .prefecture("昆明"),
      .unit("昆明"),
    ])
  func standsForUnit(reference: Reference) throws {
    let plan = try empty.plan(request([.paper]), for: [reference], today: today)
    #expect(plan.units == ["昆明"])
    #expect(plan.findings == rows(3, 4, 5, 6, 7))
    #expect(plan.drafts.map { receipt($0)?.covers } == [nil])
  }

  @Test("Only the site or the finding that is named")
  func onlyNamed() throws {
    var only = request([.electronic])
    only.onlyNamed = true
    let site = try empty.plan(only, for: [.site(SiteCode("5309260040"))], today: today)
    #expect(site.findings == rows(17, 20))
    #expect(site.sites.map(\.text) == ["5309260040"])
    #expect(site.drafts.map { receipt($0)?.covers } == [rows(17, 20)])
    let row = try empty.plan(only, for: [.finding(finding(20))], today: today)
    #expect(row.drafts.map { receipt($0)?.covers } == [rows(20)])
    let unit = try empty.plan(only, for: [.unit("临沧")], today: today)
    #expect(unit.drafts.map { receipt($0)?.covers } == [nil])
    // Also the only finding of a unit: what was asked for alone is recorded of it alone.
    let alone = try empty.plan(only, for: [.finding(finding(2))], today: today)
    #expect(alone.drafts.map { receipt($0)?.covers } == [rows(2)])
  }

  @Test("All but the findings left out")
  func except() throws {
    var request = request([.paper])
    request.except = rows(7)
    let plan = try empty.plan(request, for: [.unit("昆明"), .unit("保山")], today: today)
    #expect(plan.drafts.map { receipt($0)?.covers } == [rows(3, 4, 5, 6), nil])
    #expect(plan.findings == rows(3, 4, 5, 6, 8, 9))
  }

  @Test("The departments are each their own unit")
  func departments() throws {
    let plan = try empty.plan(request(), for: [.prefecture("省直")], today: today)
    #expect(plan.units == ["云南省文史研究馆", "云南省文化厅"])
    #expect(plan.drafts.count == 4)
    #expect(plan.findings == rows(1, 2))
  }

  @Test("Several IDs of one unit are one report")
  func joined() throws {
    let references: [Reference] = [
      .unit("怒江"), .site(SiteCode("5301000045")), .finding(finding(3)),
    ]
    let plan = try empty.plan(request([.paper, .paper]), for: references, today: today)
    #expect(plan.units == ["怒江", "昆明"])
    #expect(plan.drafts.count == 2)
  }

  @Test("Nothing asked for is nothing planned")
  func nothing() throws {
    #expect(try empty.plan(request([]), for: [.unit("怒江")], today: today).drafts.isEmpty)
    #expect(try empty.plan(request(), for: [], today: today).drafts.isEmpty)
  }

  @Test("What is known of a receipt goes to the part it belongs to")
  func details() throws {
    var request = request()
    request.signer = "张三"
    request.incoming = "政-118"
    request.document = "临政报〔2018〕9号"
    request.dated = day("2018-10-17")
    request.channel = .confidential
    request.file = "临沧整改报告.docx"
    request.sha256 = "ab"
    request.note = "随机要件"
    let plan = try empty.plan(request, for: [.unit("临沧")], today: today)
    #expect(
      plan.drafts.map { receipt($0) } == [
        Receipt(
          part: .paper, signature: .principal, signer: "张三", incoming: "政-118",
          document: "临政报〔2018〕9号", dated: day("2018-10-17"), channel: .confidential,
          note: "随机要件"),
        Receipt(
          part: .electronic, incoming: "政-118", document: "临政报〔2018〕9号",
          dated: day("2018-10-17"), channel: .confidential, file: "临沧整改报告.docx",
          sha256: "ab", note: "随机要件"),
      ])
  }

  @Test("The same again on the same day is skipped and named")
  func skipped() throws {
    var journal = Journal()
    journal.record(try empty.plan(request(), for: [.unit("临沧")], today: today).drafts)
    let after = yunnan(journal.events, asOf: "2018-10-23")
    let plan = try after.plan(request(), for: [.unit("临沧"), .unit("怒江")], today: today)
    #expect(plan.skipped == [.unit("临沧")])
    #expect(plan.units == ["怒江"])
    #expect(plan.findings == rows(10, 11, 12))
    let one = try after.plan(request([.paper]), for: [.unit("临沧")], today: today)
    #expect(one.drafts.isEmpty && one.skipped == [.unit("临沧")] && one.sites.isEmpty)
  }

  @Test("An unsigned copy is recorded once a day, and a signed one replaces it")
  func unsigned() throws {
    var unsigned = request([.paper])
    unsigned.signature = .none
    var journal = Journal()
    journal.record(try empty.plan(unsigned, for: [.unit("保山")], today: today).drafts)
    let after = yunnan(journal.events, asOf: "2018-10-23")
    #expect(try after.plan(unsigned, for: [.unit("保山")], today: today).skipped == [.unit("保山")])
    unsigned.on = day("2018-10-19")
    #expect(try after.plan(unsigned, for: [.unit("保山")], today: today).drafts.count == 1)
    let signed = try after.plan(request([.paper]), for: [.unit("保山")], today: today)
    #expect(signed.drafts.map { receipt($0)?.signature } == [.principal])
    // A signature belongs to the paper copy alone, and is not dropped.
    unsigned.parts = [.electronic]
    #expect(
      refusal { () throws(Refusal) in
        try after.plan(unsigned, for: [.unit("保山")], today: today)
      } == .signatureWithoutPaper)
  }

  @Test("Another day for a valid part is refused, unless it is a further report")
  func otherDay() throws {
    var journal = Journal()
    journal.receive(Receipt(part: .paper), from: "临沧", on: "2018-10-15")
    let after = yunnan(journal.events, asOf: "2018-10-23")
    var again = request()
    #expect(
      refusal { () throws(Refusal) in
        try after.plan(again, for: [.unit("怒江"), .unit("临沧")], today: today)
      } == .alreadyReceived(unit: "临沧", part: .paper, on: day("2018-10-15")))
    again.again = true
    let plan = try after.plan(again, for: [.unit("临沧")], today: today)
    #expect(plan.drafts.map { receipt($0)?.covers } == [nil, nil])
  }

  @Test("A partial unit: the second report covers what is open, and completes it")
  func partialUnit() throws {
    var journal = Journal()
    var first = request(on: "2018-10-15")
    first.except = rows(7)
    journal.record(try empty.plan(first, for: [.unit("昆明")], today: today).drafts)
    let partial = yunnan(journal.events, asOf: "2018-10-23")
    let plan = try partial.plan(
      request(on: "2018-10-22"), for: [.unit("昆明")], today: today)
    #expect(plan.drafts.map { receipt($0)?.covers } == [rows(7), rows(7)])
    #expect(plan.sites.map(\.text) == ["5301000045"])
    journal.record(plan.drafts)
    let after = yunnan(journal.events, asOf: "2018-10-23")
    #expect(after.obligation(of: "昆明")?.completeOn == day("2018-10-22"))
    #expect(after.finding(finding(3))?.completeOn == day("2018-10-15"))
    // Row 3 alone came on another day.
    var only = request([.paper], on: "2018-10-22")
    only.onlyNamed = true
    #expect(
      refusal { () throws(Refusal) in
        try partial.plan(only, for: [.finding(finding(3))], today: today)
      } == .alreadyReceived(unit: "昆明", part: .paper, on: day("2018-10-15")))
  }

  @Test("A day before the notice needs a note of more than blanks")
  func beforeNotice() throws {
    var early = request([.paper], on: "2018-09-25")
    let plan = { (request: ReceiptRequest) throws(Refusal) in
      try empty.plan(request, for: [.unit("怒江")], today: today)
    }
    let expected = Refusal.beforeNotice(day("2018-09-25"), issued: day("2018-09-26"))
    for note in [nil, "", " ", "　"] {
      early.note = note
      #expect(refusal { () throws(Refusal) in try plan(early) } == expected)
    }
    early.note = "主动整改，提前报送"
    #expect(try plan(early).drafts.count == 1)
    #expect(try plan(request([.paper], on: "2018-09-26")).drafts.count == 1)
  }

  @Test("Why a plan is refused", arguments: 0..<9)
  func refusals(index: Int) {
    var future = request(on: "2018-10-24")
    var dated = request()
    dated.dated = day("2018-10-24")
    var file = request([.paper])
    file.file = "报告.docx"
    var notAmong = request()
    notAmong.except = rows(16)
    var nothingLeft = request()
    nothingLeft.except = rows(8, 9)
    future.again = true
    let event = EventID(String(repeating: "a", count: 32))
    let batch = BatchID(String(repeating: "b", count: 32))
    let cases: [(ReceiptRequest, Reference, Refusal)] = [
      (future, .unit("昆明"), .futureDay(day("2018-10-24"), today: today)),
      (dated, .unit("昆明"), .futureDay(day("2018-10-24"), today: today)),
      (file, .unit("昆明"), .fileWithoutElectronicPart),
      (notAmong, .unit("昆明"), .notAmong(finding(16))),
      (nothingLeft, .unit("保山"), .nothingLeft),
      (request(), .prefecture("昭通"), .owesNothing(.prefecture("昭通"), Yunnan.quarter)),
      (request(), .site(SiteCode("5300000001")), .owesNothing(.site("5300000001"), Yunnan.quarter)),
      (request(), .event(known(event)), .notASubject(.event(known(event)))),
      (request(), .batch(known(batch)), .notASubject(.batch(known(batch)))),
    ]
    let (request, reference, expected) = cases[index]
    #expect(
      refusal { () throws(Refusal) in
        try empty.plan(request, for: [.unit("临沧"), reference], today: today)
      }
        == (index == 3 ? nil : expected))
    #expect(
      refusal { () throws(Refusal) in try empty.plan(request, for: [reference], today: today) }
        == expected)
  }

  @Test("A quarter of which only the totals are known takes no receipt")
  func headlineQuarter() {
    let headline = yunnan(
      asOf: "2018-10-23",
      inspection: Inspection(
        quarter: known(Quarter("2020Q2")), coverage: .headline,
        totals: Yunnan.figures(305, 9, "97%")))
    #expect(
      refusal { () throws(Refusal) in
        try headline.plan(request(), for: [.unit("昆明")], today: today)
      } == .noFindings(known(Quarter("2020Q2"))))
  }
}

@Suite("Planning notes")
struct NotePlanTests {
  private let today = day("2018-10-23")
  private let empty = yunnan(asOf: "2018-10-23")
  private let note = Note(kind: .instruction, text: "请抓紧办理")

  @Test("A note on anything but a batch")
  func subjects() throws {
    let event = known(EventID(String(repeating: "a", count: 32)))
    let expected: [(Reference, [Event.Subject])] = [
      (.unit("昆明"), [.unit("昆明")]), (.prefecture("昆明"), [.unit("昆明")]),
      (.prefecture("省直"), [.unit("云南省文史研究馆"), .unit("云南省文化厅")]),
      // Owes nothing, and is spoken of all the same.
      (.prefecture("昭通"), [.unit("昭通")]),
      (.site(SiteCode("5309260040")), [.site(SiteCode("5309260040"))]),
      (.finding(finding(7)), [.findings([finding(7)])]), (.event(event), [.event(event)]),
    ]
    for (reference, subjects) in expected {
      let drafts = try empty.plan(note, on: reference, day: day("2018-10-20"), today: today)
      #expect(drafts.map(\.subject) == subjects)
      #expect(drafts.allSatisfy { $0.payload == .note(note) && $0.on == day("2018-10-20") })
    }
  }

  @Test("Why a note is refused")
  func refusals() {
    let batch = known(BatchID(String(repeating: "b", count: 32)))
    let plan = { (note: Note, reference: Reference, date: String) in
      refusal { () throws(Refusal) in
        try empty.plan(note, on: reference, day: day(date), today: today)
      }
    }
    #expect(
      plan(note, .unit("昆明"), "2018-10-24") == .futureDay(day("2018-10-24"), today: today))
    #expect(plan(Note(text: " \n　"), .unit("昆明"), "2018-10-23") == .emptyNote)
    #expect(plan(note, .batch(batch), "2018-10-23") == .notASubject(.batch(batch)))
  }

  @Test("A note changes the state of nothing, and is found with its subject")
  func noEffect() throws {
    var journal = Journal()
    let drafts = try empty.plan(
      note, on: .site(SiteCode("5309260040")), day: day("2018-10-20"), today: today)
    let event = journal.record(drafts)[0]
    let after = yunnan(journal.events, asOf: "2018-10-23")
    #expect(after.obligations == empty.obligations)
    for reference: Reference in [
      .unit("临沧"), .prefecture("临沧"), .site(SiteCode("5309260040")), .finding(finding(17)),
      .finding(finding(20)), .event(event.id), .batch(event.batch),
    ] {
      #expect(after.history(of: reference).map(\.event) == [event])
    }
    for reference: Reference in [.unit("昆明"), .finding(finding(16)), .prefecture("昭通")] {
      #expect(after.history(of: reference).isEmpty)
    }
    #expect(
      Terms.summary(of: event, in: after)
        == Phrase(
          "第17、20行 耿马政府公众信息网：领导批示：请抓紧办理",
          "rows 17, 20 耿马政府公众信息网: leader's instruction: 请抓紧办理"))
  }
}
