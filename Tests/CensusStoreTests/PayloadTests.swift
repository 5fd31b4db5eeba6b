import CensusCore
import CensusStore
import Testing

/// Events of every kind: written, read again, and found where they belong.
struct PayloadTests {
  private static let findings = [FindingID(Sample.quarter, number: 17)]
  private static let until = Sample.day("2018-11-20")
  private static let ids = ["a", "b"].compactMap { EventID(String(repeating: $0, count: 32)) }

  private static func draft(
    _ payload: Event.Payload, about subject: Event.Subject = .unit("临沧"), round: Int = 1,
    quarter: Quarter? = Sample.quarter
  ) -> EventDraft {
    EventDraft(
      on: Sample.day("2018-10-19"), quarter: quarter, round: round, subject: subject,
      payload: payload)
  }

  private static let site = Event.Subject.site(SiteCode("5309260040"))

  static let drafts: [EventDraft] = [
    draft(
      .receipt(
        Receipt(
          part: .paper, signature: .other, signer: "甲", post: "市长", incoming: "收文1",
          document: "示例函", dated: Sample.day("2018-10-18"), channel: .confidential,
          covers: findings, note: "附清单"))),
    draft(.return(Return(part: .paper, reason: "未签字"))),
    draft(.waive(Waive(authority: "省政府办公厅", reason: "机构改革")), about: .findings(findings)),
    draft(.extend(Extend(until: until, authority: "分管领导", reason: "迁移"))),
    draft(.order(Order(until: until, reference: "督办函3号", covers: findings)), round: 2),
    draft(.order(Order(until: until)), round: 3),
    draft(
      .chase(
        Chase(channel: .phone, to: "乙", answer: "24日报", promised: until, note: "第二次"))),
    draft(.chase(Chase()), about: site),
    draft(.contact(Contact(name: "丙", post: "科长", phone: "0000")), quarter: nil),
    draft(
      .detail(
        Detail(lines: [
          Detail.Line(found: "示列", expected: "示例", page: "首页", address: "http://example.cn"),
          Detail.Line(item: "互动", points: "2.5", isDone: true),
        ])), about: .findings(findings)),
    draft(
      .recheck(
        Recheck(
          verdict: .untestable, reason: .offline, recheckRound: 2, evidence: "截图", note: "再查")),
      about: .findings(findings)),
    draft(
      .accountability(
        Accountability(
          stage: .measure, approvedBy: "丁", measure: .interview, person: "主任", document: "纪要",
          findings: findings))),
    draft(
      .availability(
        Availability(
          status: .merged, from: Sample.day("2018-10-01"), until: until,
          successor: SiteCode("5309260001"), isFiled: true, reference: "备1号")),
      about: site, quarter: nil),
    draft(
      .correct(
        Correct(
          field: .code, old: "53000000061", new: "5300000061", from: Sample.day("2018-10-01"),
          reason: "多印一位")), about: site, quarter: nil),
    draft(.void(Exclude(reason: "申诉成立")), about: .findings(findings)),
    draft(.reinstate(Reinstate(reason: "撤回申诉")), about: .findings(findings)),
    draft(.reinstate(Reinstate()), about: .findings(findings)),
    draft(.note(Note(kind: .instruction, text: "抓紧"))),
    draft(
      .note(Note(kind: .instruction, text: "按季通报", due: until)), about: .notice(Sample.quarter)),
    draft(.retract(Retract(targets: ids, reason: "有误")), about: .event(ids[0])),
    draft(.resolve(Resolve(targets: ids, keep: ids[1]))),
    draft(
      .verify(Verify(published: "70%", computed: "71%", note: "已核对")),
      about: .check("rateMismatch/临沧")),
    draft(.verify(Verify()), about: .check("dueOnWeekend")),
    draft(
      .evidence(
        Evidence(
          name: "截图.png", sha256: String(repeating: "a1", count: 32), kilobytes: 7, form: .image,
          note: "首页"))),
    draft(
      .remedy(Remedy(measures: "已更新", completion: "立行立改", responsible: "办公室主任")),
      about: .findings(findings)),
    draft(.remedy(Remedy(measures: "已更新")), about: .findings(findings)),
    draft(.assign(Assign(to: "李四")), quarter: nil),
    draft(.assign(Assign()), quarter: nil),
  ]

  @Test("Every kind reads as it was written", arguments: drafts)
  func roundTrip(_ draft: EventDraft) throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let event = try #require(
      try store.record([draft], by: Sample.recorder()).events.first)
    #expect(event.payload == draft.payload)
    #expect(event.subject == draft.subject)
    #expect(event.round == draft.round)
    files.powerCut()
    var again = try Store.open(files)
    let list = again.events(of: Sample.quarter)
    #expect(list.events == [event])
    #expect(list.problems == [])
    #expect(list.events.first?.payload.typeName == draft.payload.typeName)
  }

  @Test func thereIsADraftOfEveryKind() {
    let kinds = Set(Self.drafts.map(\.payload.typeName))
    #expect(kinds.count == 21)
  }

  @Test func whatOutlivesQuartersIsReadWithEach() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let standing = Self.drafts.filter { $0.quarter == nil }
    #expect(
      standing.map(\.payload.typeName) == [
        "contact", "availability", "correct", "assign", "assign",
      ])
    _ = try store.record(standing, by: Sample.recorder())
    var again = try Store.open(files)
    for quarter in ["2018Q3", "2022Q1"] {
      #expect(
        Set(again.events(of: Sample.quarter(quarter)).events.map(\.payload.typeName)).count == 4)
    }
  }

  @Test func contactsLieApart() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let contact = Self.draft(.contact(Contact(phone: "0000")), quarter: nil)
    let first = try #require(try store.record([contact], by: Sample.recorder()).events.first)
    #expect(try files.list("private").map(\.name) == ["2018-10-19"])
    #expect(try files.list("private/2018-10-19").map(\.name) == ["\(first.id).json"])
    #expect((try? files.list("events/standing")) == nil)
    // A second writer has seen the first contact.
    let second = try store.record(
      [Self.draft(.contact(Contact(phone: "1111")), quarter: nil)],
      by: Sample.recorder(from: 9)
    ).events.first
    #expect(second?.seen == [first.id])
    #expect(second?.clock == first.clock + 1)
  }

  /// What searches read of a record is what its fields say was typed.
  @Test func whatPeopleTypedIsInTheFields() {
    for draft in FrozenDrafts.acts.joined() {
      let typed = draft.payload.typed
      #expect(draft.payload.texts.sorted() == typed.map(\.text).sorted(), "\(draft.payload)")
      let remarks = ["note", "reason", "text", "answer"].compactMap { key in
        typed.first { $0.key == key }?.text
      }
      #expect(draft.payload.remark == remarks.first, "\(draft.payload)")
    }
  }

  @Test func aContactAmongWhatIsSharedIsMisplaced() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let contact = Self.draft(.contact(Contact(phone: "0000")), quarter: nil)
    let event = try #require(try store.record([contact], by: Sample.recorder()).events.first)
    let name = "2018-10-19/\(event.id).json"
    let bytes = try files.read("private/\(name)", limit: 1 << 20)
    for folder in ["events", "events/standing", "events/standing/2018-10-19"] {
      _ = try files.makeDirectory(folder)
    }
    try write(String(decoding: bytes, as: UTF8.self), to: "events/standing/\(name)", in: files)
    var again = try Store.open(files)
    #expect(
      again.events(of: Sample.quarter).problems == [
        Problem(.damagedEvent(path: "events/standing/\(name)", .misplaced(says: nil)))
      ])
  }

  @Test(
    "Contacts stay out of git unless the office shares them",
    arguments: [
      (false, "/tmp/\n/local/\n/private/\n", "* -text\n"),
      (true, "/tmp/\n/local/\n", "* -text\n"),
    ])
  func sharing(isShared: Bool, ignored: String, attributes: String) throws {
    let files = InMemoryFileSystem()
    let settings = Settings(
      id: "1", title: Phrase("甲", "A"), province: Phrase("甲", "A"), language: nil,
      policy: Settings.Policy(shareContacts: isShared))
    try Store.initialise(files, settings: settings)
    let text = { (path: String) in
      String(decoding: try files.read(path, limit: 1 << 10), as: UTF8.self)
    }
    #expect(try text(".gitignore") == ignored)
    #expect(try text(".gitattributes") == attributes)
    #expect(try Store.open(files).settings.policy == settings.policy)
  }

  @Test func theExamplesOfTheSchemaAreReadWhole() throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let examples = try DiskFileSystem(root: "/\(folder)/GoodEvents")
    let files = try Sample.memory()
    let names = try examples.list("").map(\.name)
    for name in names {
      let bytes = try examples.read(name, limit: 1 << 20)
      let text = String(decoding: bytes, as: UTF8.self)
      let place =
        text.contains("\"type\":\"contact\"")
        ? "private" : text.contains("\"quarter\"") ? "events/2018Q3" : "events/standing"
      for path in ["events", place, "\(place)/2018-10-22"] { _ = try files.makeDirectory(path) }
      let id = SHA256.hex(bytes).prefix(32)
      try write(text, to: "\(place)/2018-10-22/\(id).json", in: files)
    }
    var store = try Store.open(files)
    let list = store.events(of: Sample.quarter)
    #expect(list.events.count == names.count)
    #expect(list.problems == [Problem(.unknownEventType(type: "forecast", count: 1))])
  }
}
