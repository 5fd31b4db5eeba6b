import CensusCore
import Testing

/// History says which: a record of some rows, of one site, or of a later round says so, whatever its
/// kind.
@Suite("Which row, site and round a record is about")
struct WhichRowTests {
  /// What a record can be about, within one unit or another.
  enum Place: Hashable {
    case unit(UnitID)
    case rows([Int])
    case site(String)
  }

  private static let places: [Place] = [
    .unit("昆明"), .unit("临沧"), .rows([3]), .rows([4]), .rows([3, 4]), .rows([17]), .rows([20]),
    .rows([17, 18]), .site("5309260040"), .site("5300000001"), .site("昆明#没有代码的网站"),
  ]

  /// One payload of each kind; findings that a kind names itself stand in it.
  private static func payloads(_ rows: [FindingID]?) -> [Event.Payload] {
    [
      .receipt(Receipt(part: .paper, covers: rows)), .return(Return(part: .paper, reason: "未签字")),
      .waive(Waive(authority: "甲", reason: "乙")),
      .extend(Extend(until: day("2018-11-05"), authority: "甲", reason: "乙")),
      .order(Order(until: day("2018-11-20"), covers: rows)), .chase(Chase()),
      .contact(Contact(name: "甲")), .detail(Detail(lines: [Detail.Line(found: "甲")])),
      .recheck(Recheck(verdict: .failed)),
      .accountability(Accountability(stage: .opened, approvedBy: "甲", findings: rows)),
      .availability(Availability(status: .dark)),
      .correct(Correct(field: .name, new: "甲", reason: "乙")), .void(Exclude(reason: "甲")),
      .reinstate(Reinstate()), .note(Note(text: "甲")), .verify(Verify()),
      .evidence(Evidence(name: "甲", sha256: "", kilobytes: 1, form: .pdf)),
      .remedy(Remedy(measures: "甲")), .assign(Assign(to: "甲")),
      .unknown(type: "forecast"),
    ]
  }

  private static func draft(
    _ payload: Event.Payload, _ place: Place, round: Int = 1
  ) -> EventDraft {
    let subject: Event.Subject =
      switch place {
      case .unit(let id): .unit(id)
      case .rows(let rows): .findings(rows.map(finding))
      case .site(let code): .site(SiteCode(code))
      }
    return EventDraft(
      on: day("2018-10-19"), quarter: Yunnan.quarter, round: round, subject: subject,
      payload: payload)
  }

  /// What people read of a record: its unit, and the sentence.
  private func read(_ event: Event, _ projection: Projection, isBrief: Bool) -> [String] {
    let entry = projection.history.first { $0.event.id == event.id }
    let sentence = Terms.summary(of: event, in: projection, isBrief: isBrief)
    let unit = entry?.unit?.text ?? ""
    return ["\(unit) \(sentence.chinese)", "\(unit) \(sentence.english)"]
  }

  private func differ(_ drafts: [EventDraft], _ kind: String, besides: [EventDraft] = []) {
    var story = Story()
    story.record(besides, at: "2018-10-19T00:00:00Z")
    let events = story.record(drafts, at: "2018-10-19T01:00:00Z")
    let projection = story.at("2018-10-20")
    for isBrief in [false, true] {
      let read = events.map { self.read($0, projection, isBrief: isBrief) }
      for language in 0...1 {
        let said = read.map { $0[language] }
        #expect(Set(said).count == said.count, "\(kind): \(said.sorted())")
      }
    }
  }

  @Test func recordsThatDifferInRowsNeverReadAlike() {
    var kinds: Set<String> = []
    for number in Self.payloads(nil).indices {
      let kind = Self.payloads(nil)[number].typeName
      kinds.insert(kind)
      // What is verified is no row of annex 2; a check has an ID of its own.
      guard kind != "verify" else { continue }
      differ(Self.places.map { Self.draft(Self.payloads(nil)[number], $0) }, kind)
    }
    let known = Event.Payload.kinds.map { $0.name } + ["forecast"]
    let read = kinds.union(["retract", "resolve"])
    #expect(read == Set(known))
  }

  @Test func recordsOfAUnitThatDifferInTheRowsTheyNameNeverReadAlike() {
    let rows: [[Int]?] = [nil, [3], [4], [3, 4], []]
    for kind in ["receipt", "order", "accountability"] {
      let drafts = rows.compactMap { rows in
        Self.payloads(rows?.map(finding)).first { $0.typeName == kind }
      }
      differ(drafts.map { Self.draft($0, .unit("昆明")) }, kind)
    }
  }

  @Test(
    "Records that differ in the round of the report never read alike",
    arguments: ["receipt", "return", "waive", "extend", "order", "chase", "forecast"])
  func rounds(kind: String) throws {
    let payload = try #require(Self.payloads(nil).first { $0.typeName == kind })
    differ(
      (1...3).flatMap { round in
        [
          Self.draft(payload, .unit("昆明"), round: round),
          Self.draft(payload, .rows([3]), round: round),
        ]
      }, kind)
  }

  @Test func remarksAndRetractionsSayWhatTheyAreAbout() {
    for payload in Self.payloads(nil) where payload.typeName != "verify" {
      // Two rows of one site have one name, and two units have names of their own.
      let besides = Self.places.dropFirst(2).map { Self.draft(payload, $0) }
      var story = Story()
      let targets = story.record(besides, at: "2018-10-19T00:00:00Z").map(\.id)
      let remarks: [(EventID) -> Event.Payload] = [
        { _ in .note(Note(text: "甲")) }, { id in .retract(Retract(targets: [id])) },
      ]
      for about in remarks {
        differ(
          targets.map { id in
            EventDraft(
              on: day("2018-10-20"), quarter: Yunnan.quarter, subject: .event(id),
              payload: about(id))
          }, payload.typeName, besides: besides)
      }
    }
  }

  @Test(
    "What a record of one row, of several, of a site and of a later round says",
    arguments: [
      (
        Place.rows([3]), 1, "第3行 石林彝族自治县人民政府网站：免报（甲批准，乙）",
        "row 3 石林彝族自治县人民政府网站: waived (approved by 甲, 乙)"
      ),
      (
        .rows([4, 3]), 2, "第3、4行，第2轮：免报（甲批准，乙）",
        "rows 3, 4, round 2: waived (approved by 甲, 乙)"
      ),
      (.unit("昆明"), 2, "第2轮：免报（甲批准，乙）", "round 2: waived (approved by 甲, 乙)"),
      (.unit("昆明"), 1, "免报（甲批准，乙）", "waived (approved by 甲, 乙)"),
    ])
  func sentence(place: Place, round: Int, chinese: String, english: String) {
    var story = Story()
    let waive = Event.Payload.waive(Waive(authority: "甲", reason: "乙"))
    let event = story.record(
      [Self.draft(waive, place, round: round)], at: "2018-10-19T01:00:00Z")[0]
    #expect(
      Terms.summary(of: event, in: story.at("2018-10-20")) == Phrase(chinese, english))
  }

  @Test func anUndoOfABatchNamesItsRowsTogether() {
    var story = Story()
    let rechecks = story.record(
      [3, 4].map { Self.draft(.recheck(Recheck(verdict: .passed)), .rows([$0])) }
        + [Self.draft(.receipt(Receipt(part: .paper)), .unit("昆明"))], at: "2018-10-19T01:00:00Z")
    let undo = story.record(
      [
        EventDraft(
          on: day("2018-10-20"), quarter: Yunnan.quarter, subject: .event(rechecks[0].id),
          payload: .retract(Retract(targets: rechecks.map(\.id))))
      ], at: "2018-10-19T02:00:00Z")[0]
    #expect(
      Terms.summary(of: undo, in: story.at("2018-10-20"))
        == Phrase("撤销3条记录（第3、4行的复查、纸质版）", "undid 3 records (re-check (rows 3, 4), paper)"))
  }
}
