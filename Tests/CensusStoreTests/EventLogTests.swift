import CensusCore
import CensusStore
import Testing

/// Recording and reading back, when nothing goes wrong.
struct EventLogTests {
  @Test func writesOneLineUnderTheNameOfItsHash() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let batch = try store.record([Sample.receipt("临沧")], by: Sample.recorder())
    let path = "events/2018Q3/2018-10-19/6ec39dc912f9547cf21683569bc82d03.json"
    #expect(
      try files.list("events/2018Q3/2018-10-19").map(\.name) == [
        "6ec39dc912f9547cf21683569bc82d03.json"
      ])
    #expect(
      try text(path, in: files) == """
        {"actor":"desk-2","at":"2018-10-19T01:00:00Z","batch":"00000000000000000000000000000001","batchSize":1,"clock":1,"nonce":"00000000000000000000000000000002","on":"2018-10-19","origin":"cli","part":"electronic","quarter":"2018Q3","round":1,"seen":[],"signature":"principal","subject":{"unit":"临沧"},"type":"receipt","v":1}

        """)
    #expect(batch.id.text == "00000000000000000000000000000001")
    #expect(batch.events.map(\.id.text) == ["6ec39dc912f9547cf21683569bc82d03"])
    #expect(try files.list("tmp") == [])
  }

  @Test func writesEveryFieldOfAReceipt() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let findings = [FindingID(Sample.quarter, number: 16), FindingID(Sample.quarter, number: 17)]
    let receipt = Receipt(
      part: .paper, signature: .other, signer: "张三", post: "副市长/代", incoming: "收文\"1\"",
      document: "示例函〔2018〕1号", dated: Sample.day("2018-10-18"), channel: .hand,
      file: "a.pdf", sha256: String(repeating: "0", count: 64), covers: findings,
      note: "é\u{301}\n\t\u{202E}")
    let draft = EventDraft(
      on: Sample.day("2018-10-19"), quarter: Sample.quarter, round: 2, subject: .unit("临沧"),
      payload: .receipt(receipt))
    let batch = try store.record([draft], by: Sample.recorder())
    #expect(
      try text(Sample.path(of: batch.events[0]), in: files) == #"""
        {"actor":"desk-2","at":"2018-10-19T01:00:00Z","batch":"00000000000000000000000000000001","batchSize":1,"channel":"hand","clock":1,"covers":["2018Q3-16","2018Q3-17"],"dated":"2018-10-18","document":"示例函〔2018〕1号","file":"a.pdf","incoming":"收文\"1\"","nonce":"00000000000000000000000000000002","note":"é\#u{301}\n\t\#u{202E}","on":"2018-10-19","origin":"cli","part":"paper","post":"副市长/代","quarter":"2018Q3","round":2,"seen":[],"sha256":"0000000000000000000000000000000000000000000000000000000000000000","signature":"other","signer":"张三","subject":{"unit":"临沧"},"type":"receipt","v":1}

        """#)
    #expect(batch.events[0].payload == .receipt(receipt))
    var again = try Store.open(files)
    #expect(again.events(of: Sample.quarter) == EventList(events: batch.events, problems: []))
  }

  @Test(
    arguments: [
      .unit("临沧"), .findings([FindingID(Sample.quarter, number: 3)]), .site(SiteCode("0530000001")),
    ] as [Event.Subject])
  func readsBackWhatItWrote(_ subject: Event.Subject) throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let first = try store.record([Sample.receipt("昆明")], by: Sample.recorder())
    let target = first.events[0].id
    let drafts = [
      EventDraft(
        on: Sample.day("2018-10-20"), quarter: Sample.quarter, subject: subject,
        payload: .note(Note(kind: .instruction, text: "核实"))),
      EventDraft(
        on: Sample.day("2018-10-20"), quarter: nil, subject: subject,
        payload: .note(Note(kind: .remark, text: "/"))),
      EventDraft(
        on: Sample.day("2018-10-20"), quarter: Sample.quarter, subject: .event(target),
        payload: .retract(Retract(targets: [target], reason: "登记错了单位"))),
    ]
    let batch = try store.record(drafts, by: Sample.recorder("desk-3", from: 100))
    #expect(batch.events.map(\.payload) == drafts.map(\.payload))
    #expect(batch.events.map(\.subject) == drafts.map(\.subject))
    #expect(batch.events.map(\.quarter) == drafts.map(\.quarter))
    #expect(batch.events.map(\.batchSize) == [3, 3, 3])
    #expect(batch.events.map(\.batch) == [batch.id, batch.id, batch.id])
    #expect(batch.events.map(\.actor) == ["desk-3", "desk-3", "desk-3"])
    var again = try Store.open(files)
    let expected = (first.events + batch.events).sorted(by: Event.inOrder)
    #expect(again.events(of: Sample.quarter) == EventList(events: expected, problems: []))
    #expect(store.events(of: Sample.quarter) == EventList(events: expected, problems: []))
    let other = again.events(of: Sample.quarter("2019Q1"))
    #expect(other.events == [batch.events[1]])
    #expect(try files.list("events").map(\.name) == ["2018Q3", "standing"])
  }

  @Test func followsWhatItHasSeen() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let pair = try store.record(
      [Sample.receipt("临沧", .paper), Sample.receipt("临沧", .electronic), Sample.receipt("昆明")],
      by: Sample.recorder())
    #expect(pair.events.map(\.clock) == [1, 2, 3])
    #expect(pair.events.map(\.seen) == [[], [pair.events[0].id], []])
    let next = try store.record([Sample.note("a")], by: Sample.recorder(from: 100))
    #expect(next.events[0].clock == 4)
    #expect(next.events[0].seen == [pair.events[1].id])
  }

  @Test func joinsWhatTwoWroteWithoutEachOther() throws {
    let files = try Sample.memory()
    var ours = try Store.open(files)
    let away = InMemoryFileSystem()
    try Store.initialise(away, settings: Sample.settings, from: ours)
    var theirs = try Store.open(away)
    let one = try ours.record([Sample.note("a")], by: Sample.recorder())
    let two = try theirs.record([Sample.note("b")], by: Sample.recorder("desk-3", from: 50))
    let path = Sample.path(of: two.events[0])
    try write(try text(path, in: away), to: path, in: files)
    _ = ours.refresh(Sample.quarter)
    let third = try ours.record([Sample.note("c")], by: Sample.recorder(from: 100))
    #expect(third.events[0].clock == 2)
    #expect(third.events[0].seen == [one.events[0].id, two.events[0].id].sorted())
  }

  @Test func refusesWhatCannotBeWritten() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    #expect(throws: StoreError.nothingToRecord) { try store.record([], by: Sample.recorder()) }
    let unknown = EventDraft(
      on: Sample.day("2018-10-19"), quarter: nil, subject: .unit("临沧"),
      payload: .unknown(type: "forecast"))
    #expect(throws: StoreError.eventNotWritable("forecast")) {
      try store.record([Sample.note("a"), unknown], by: Sample.recorder())
    }
    let long = Sample.note(String(repeating: "长", count: 87_380))
    #expect(throws: StoreError.eventTooLarge(bytes: 262_475, limit: 262_144)) {
      try store.record([Sample.note("a"), long], by: Sample.recorder())
    }
    let careless = Recorder(actor: "a", origin: "cli", at: Sample.instant("2018-10-19T01:00:00Z")) {
      "4"
    }
    #expect(throws: StoreError.badRandomness("4")) {
      try store.record([Sample.note("a")], by: careless)
    }
    let aboutNothing = EventDraft(
      on: Sample.day("2018-10-19"), quarter: nil, subject: .findings([]),
      payload: .note(Note(text: "a")))
    #expect(throws: StoreError.eventNotWritable("note")) {
      try store.record([aboutNothing], by: Sample.recorder())
    }
    #expect(try files.list("").map(\.name).contains("events") == false)
  }

  @Test func takesTheRecordedDayFromUTC() throws {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let batch = try store.record(
      [Sample.note("a")], by: Sample.recorder(at: "2018-12-31T23:59:59Z"))
    #expect(Sample.path(of: batch.events[0]).hasPrefix("events/2018Q3/2018-12-31/"))
    #expect(try text(Sample.path(of: batch.events[0]), in: files).isEmpty == false)
  }

  @Test func drawsRandomNumbersOfTheRightForm() {
    let numbers = Set((0..<100).map { _ in Recorder.systemRandomHex() })
    #expect(numbers.count == 100)
    #expect(numbers.allSatisfy { BatchID($0) != nil })
  }
}
