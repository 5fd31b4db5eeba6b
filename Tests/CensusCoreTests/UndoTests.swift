import CensusCore
import Testing

@Suite("Undo")
struct UndoTests {
  private func undone(_ undo: Undo, in journal: inout Journal, on date: String) -> Event {
    journal.record([undo.draft(on: day(date), reason: nil)])[0]
  }

  @Test("The last batch of the person who asks")
  func lastOfAnActor() throws {
    var journal = Journal()
    let mine = journal.record(bothParts(from: ["昆明"], on: "2018-10-15"), by: "li")
    journal.record(bothParts(from: ["临沧"], on: "2018-10-16"), by: "wang")
    let undo = try Undo(lastOf: "li", in: journal.events)
    #expect(undo.batch == mine[0].batch)
    #expect(undo.events == mine)
    #expect(undo.changedSince == 2)
    #expect(try Undo(lastOf: "wang", in: journal.events).changedSince == 0)
    #expect(
      refusal { () throws(Refusal) in try Undo(lastOf: "zhao", in: journal.events) }
        == .nothingToUndo)
    #expect(refusal { () throws(Refusal) in try Undo(lastOf: "li", in: []) } == .nothingToUndo)
  }

  @Test("The last is the last recorded, not the last by its day")
  func backdated() throws {
    var journal = Journal()
    journal.receive(Receipt(part: .paper), from: "昆明", on: "2018-10-19", at: "2018-10-19T01:00:00Z")
    let last = journal.receive(
      Receipt(part: .paper), from: "临沧", on: "2018-10-12", at: "2018-10-22T01:00:00Z")
    let undo = try Undo(lastOf: "li", in: journal.events.reversed())
    #expect(undo.events == [last])
    #expect(undo.changedSince == 0)
  }

  @Test("Undoing a batch of three restores all three, and goes one batch further back each time")
  func batchOfThree() throws {
    var journal = Journal()
    journal.record(bothParts(from: ["临沧"], on: "2018-10-12"))
    let before = yunnan(journal.events, asOf: "2018-10-20")
    let drafts = ["昆明", "保山", "怒江"].map { unit in
      EventDraft(
        on: day("2018-10-15"), quarter: Yunnan.quarter, subject: .unit(unit),
        payload: .receipt(Receipt(part: .paper)))
    }
    let three = journal.record(drafts)
    let undo = try Undo(lastOf: "li", in: journal.events)
    #expect(undo.events.map(\.id).sorted() == three.map(\.id).sorted())
    let draft = undo.draft(on: day("2018-10-16"), reason: "登记错误")
    #expect(draft.quarter == Yunnan.quarter)
    #expect(draft.on == day("2018-10-16"))
    #expect(
      draft.payload
        == .retract(Retract(targets: undo.events.map(\.id), reason: "登记错误", step: .undo)))
    let retraction = journal.record([draft])[0]
    let after = yunnan(journal.events, asOf: "2018-10-20")
    #expect(after.obligations == before.obligations)
    // The undo is in the history of each of the three units, and of no other.
    for unit: UnitID in ["昆明", "保山", "怒江"] {
      #expect(after.history(of: .unit(unit)).map(\.event.id).contains(retraction.id))
      #expect(after.history(of: .prefecture(PrefectureID(unit.text))).count == 2)
    }
    #expect(!after.history(of: .unit("临沧")).map(\.event.id).contains(retraction.id))
    let entry = try #require(after.history.first { $0.event.id == retraction.id })
    #expect(entry.unit == nil)
    #expect(Set(entry.findings) == Set((3...12).map { finding($0) }))
    #expect(
      Terms.summary(of: retraction, in: after)
        == Phrase("撤销3条记录（纸质版）：登记错误", "undid 3 records (paper): 登记错误"))
    let next = try Undo(lastOf: "li", in: journal.events)
    #expect(next.events.count == 2)
    #expect(next.changedSince == 0)
    _ = undone(next, in: &journal, on: "2018-10-16")
    #expect(
      refusal { () throws(Refusal) in try Undo(lastOf: "li", in: journal.events) } == .nothingToUndo
    )
  }

  @Test("A batch by its first digits")
  func byPrefix() throws {
    var journal = Journal()
    let batch = journal.record(bothParts(from: ["昆明"], on: "2018-10-15"))[0].batch
    let events = journal.events
    #expect(try Undo(batch: String(batch.text.prefix(6)), in: events).batch == batch)
    #expect(try Undo(batch: batch.text, in: events).batch == batch)
    let short = String(batch.text.prefix(5))
    #expect(
      refusal { () throws(Refusal) in try Undo(batch: short, in: events) } == .unknownBatch(short))
    #expect(
      refusal { () throws(Refusal) in try Undo(batch: "zzzzzz", in: events) }
        == .unknownBatch("zzzzzz"))
  }

  @Test("A batch undone already, and an undo undone: the redo")
  func redo() throws {
    var journal = Journal()
    let batch = journal.record(bothParts(from: ["昆明"], on: "2018-10-15"))[0].batch
    let full = yunnan(journal.events, asOf: "2018-10-20")
    let retraction = undone(
      try Undo(batch: batch.text, in: journal.events), in: &journal, on: "2018-10-16")
    #expect(
      refusal { () throws(Refusal) in try Undo(batch: batch.text, in: journal.events) }
        == .alreadyUndone(batch))
    let redo = try Undo(batch: retraction.batch.text, in: journal.events)
    #expect(redo.events == [retraction])
    _ = undone(redo, in: &journal, on: "2018-10-16")
    #expect(yunnan(journal.events, asOf: "2018-10-20").obligations == full.obligations)
    #expect(
      refusal { () throws(Refusal) in try Undo(batch: retraction.batch.text, in: journal.events) }
        == .alreadyUndone(retraction.batch))
  }

  @Test("Taking back a correction restores what it corrected")
  func correction() throws {
    var journal = Journal()
    let wrong = journal.receive(Receipt(part: .paper), from: "昆明", on: "2018-10-15")
    journal.record([
      EventDraft(
        on: day("2018-10-18"), quarter: Yunnan.quarter, subject: .event(wrong.id),
        payload: .retract(Retract(targets: [wrong.id], reason: "日期有误"))),
      EventDraft(
        on: day("2018-10-18"), quarter: Yunnan.quarter, subject: .unit("昆明"),
        payload: .receipt(Receipt(part: .paper))),
    ])
    let paper = { (events: [Event]) in
      yunnan(events, asOf: "2018-10-20").obligation(of: "昆明")?.paper
    }
    #expect(paper(journal.events) == .valid(on: day("2018-10-18")))
    let undo = try Undo(lastOf: "li", in: journal.events)
    #expect(undo.events.count == 2)
    _ = undone(undo, in: &journal, on: "2018-10-19")
    #expect(paper(journal.events) == .valid(on: day("2018-10-15")))
  }

  @Test("Events by which something else changed since are counted, in other batches only")
  func changedSince() throws {
    var journal = Journal()
    let first = journal.record(bothParts(from: ["昆明"], on: "2018-10-15"))
    let second = journal.receive(Receipt(part: .paper), from: "临沧", on: "2018-10-16")
    journal.receive(Receipt(part: .paper), from: "怒江", on: "2018-10-16")
    let undo = { () throws(Refusal) in try Undo(batch: first[0].batch.text, in: journal.events) }
    #expect(try undo().changedSince == 2)
    journal.retract([second.id], on: "2018-10-17")
    #expect(try undo().changedSince == 1)
    // Undone in part, a batch still can be undone for the rest.
    journal.retract([first[0].id], on: "2018-10-17")
    #expect(try undo().events == [first[1]])
  }

  @Test("A chain of 5,000 undos and redos", arguments: [(4_999, false), (5_000, true)])
  func chain(length: Int, isValid: Bool) {
    var journal = Journal()
    var last = journal.receive(Receipt(part: .paper), from: "昆明", on: "2018-10-15")
    for _ in 0..<length { last = journal.retract([last.id], on: "2018-10-16") }
    let projection = yunnan(journal.events, asOf: "2018-10-20")
    #expect((projection.obligation(of: "昆明")?.paper != .missing) == isValid)
    #expect(projection.isLive(last.id))
    #expect(projection.history(of: .unit("昆明")).count == length + 1)
  }

  @Test("Retractions that name each other, or nothing known, give one answer in any order")
  func absurdRetractions() throws {
    let ids = ["a", "b", "c"].compactMap { EventID(String(repeating: $0, count: 32)) }
    func retraction(_ id: EventID, of targets: [EventID]) -> Event {
      Event(
        id: id, on: day("2018-10-15"), at: instant("2018-10-15T01:00:00Z"), actor: "li",
        origin: "cli", batch: known(BatchID(id.text)), batchSize: 1, clock: 1, seen: [],
        quarter: Yunnan.quarter, subject: .event(targets[0]),
        payload: .retract(Retract(targets: targets)))
    }
    let events = [
      retraction(ids[0], of: [ids[1]]), retraction(ids[1], of: [ids[0], ids[2]]),
      retraction(ids[2], of: [ids[2]]),
    ]
    let expected = yunnan(events, asOf: "2018-10-20")
    #expect(yunnan(events.reversed(), asOf: "2018-10-20") == expected)
    #expect(expected.history.count == 3)
    #expect(
      Terms.summary(
        of: retraction(ids[0], of: [known(EventID(String(repeating: "d", count: 32)))]),
        in: expected)
        == Phrase("撤销1条记录", "undid 1 record"))
  }
}
