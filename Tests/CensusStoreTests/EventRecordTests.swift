import CensusCore
import CensusStore
import Testing

/// Events as others may have written them: newer kinds, odd values, and what is plainly wrong.
struct EventRecordTests {
  private static let fields: [(String, String)] = [
    ("actor", #""a""#), ("at", #""2018-10-19T01:00:00Z""#),
    ("batch", #""00000000000000000000000000000001""#), ("batchSize", "1"), ("clock", "1"),
    ("nonce", #""00000000000000000000000000000002""#), ("on", #""2018-10-19""#),
    ("origin", #""cli""#), ("part", #""paper""#), ("quarter", #""2018Q3""#), ("round", "1"),
    ("seen", "[]"), ("subject", #"{"unit":"甲"}"#), ("type", #""receipt""#), ("v", "1"),
  ]

  /// Reads an event with some fields changed, absent (nil) or added.
  private func read(_ changes: [String: String?]) throws -> EventList {
    var fields = Self.fields.filter { changes[$0.0] == nil }
    for (key, value) in changes { if let value { fields.append((key, value)) } }
    let lines = fields.sorted { $0.0 < $1.0 }.map { "\"\($0)\":\($1)" }
    let bytes = Array("{\(lines.joined(separator: ","))}\n".utf8)
    let files = try Sample.memory()
    for folder in ["events", "events/2018Q3", "events/2018Q3/2018-10-19"] {
      _ = try files.makeDirectory(folder)
    }
    let name = SHA256.hex(bytes).prefix(32)
    try write(
      String(decoding: bytes, as: UTF8.self), to: "events/2018Q3/2018-10-19/\(name).json",
      in: files)
    var store = try Store.open(files)
    return store.events(of: Sample.quarter)
  }

  @Test func readsThePlainEvent() throws {
    let list = try read([:])
    #expect(list.problems == [])
    #expect(list.events.map(\.payload) == [.receipt(Receipt(part: .paper))])
    #expect(list.events.map(\.subject) == [.unit("甲")])
  }

  /// One that is named over and over would be walked over and over.
  @Test(
    arguments: [
      ["covers": #"["2018Q3-3","2018Q3-3"]"#],
      ["subject": #"{"findings":["2018Q3-3","2018Q3-3"]}"#],
    ] as [[String: String?]])
  func aFindingIsNamedOnce(_ changes: [String: String?]) throws {
    let list = try read(changes)
    #expect(list.events == [])
    #expect(list.problems.count == 1)
    let once = changes.mapValues { $0?.replacing(#","2018Q3-3""#, with: "") }
    #expect(try read(once).problems == [])
  }

  @Test func ignoresUnknownFields() throws {
    let list = try read(["colour": #"{"a":[1,null]}"#, "dated": "null"])
    #expect(list.problems == [])
    #expect(list.events.map(\.payload) == [.receipt(Receipt(part: .paper))])
  }

  @Test(
    arguments: [
      ["type": #""forecast""#], ["type": #""forecast""#, "part": "7", "note": "[]"],
      ["v": "2"], ["v": "2", "part": "{}"],
    ] as [[String: String?]])
  func keepsUnknownKinds(_ changes: [String: String?]) throws {
    let type = changes["type"] == nil ? "receipt" : "forecast"
    let list = try read(changes)
    #expect(list.events.map(\.payload) == [.unknown(type: type)])
    #expect(list.problems == [Problem(.unknownEventType(type: type, count: 1))])
  }

  /// A newer kind may even be about something that this version has no word for.
  @Test func countsUnknownKindsThatItCannotPlace() throws {
    let list = try read(["type": #""forecast""#, "subject": #"{"province":"甲"}"#, "on": nil])
    #expect(list.events == [])
    #expect(list.problems == [Problem(.unknownEventType(type: "forecast", count: 1))])
  }

  @Test func doesNotBelieveAHostileClock() throws {
    #expect(try read(["clock": "9007199254740992"]).events.map(\.clock) == [1 << 48])
  }

  @Test func aRoundIsOneUnlessSaid() throws {
    #expect(try read(["round": nil]).events.map(\.round) == [1])
    #expect(try read(["round": "2"]).events.map(\.round) == [2])
  }

  @Test(
    arguments: [
      (["on": nil], "/on", .field), (["on": #""2018-02-30""#], "/on", .day),
      (["on": "20181019"], "/on", .text),
      (["at": #""2018-10-19T01:00:00+08:00""#], "/at", .instant),
      (["actor": nil], "/actor", .field), (["batch": #""A""#], "/batch", .identity),
      (["batchSize": "0"], "/batchSize", .atLeast(1)), (["clock": "-1"], "/clock", .atLeast(0)),
      (["clock": "1.5"], "/clock", .wholeNumber), (["clock": #""1""#], "/clock", .wholeNumber),
      (["clock": "99999999999999999999"], "/clock", .wholeNumber),
      (["seen": "[1]"], "/seen/0", .text),
      (["seen": #"["a"]"#], "/seen/0", .identity), (["seen": "{}"], "/seen", .list),
      (["quarter": #""2018Q5""#], "/quarter", .quarter), (["round": "0"], "/round", .atLeast(1)),
      (["subject": nil], "/subject", .field), (["subject": "{}"], "/subject", .subject),
      (["subject": #""甲""#], "/subject", .object),
      (["subject": #"{"unit":"甲","site":"1"}"#], "/subject", .subject),
      (["subject": #"{"unit":""}"#], "/subject/unit", .someText),
      (["subject": #"{"findings":["2018Q3-01"]}"#], "/subject/findings/0", .finding),
      (["subject": #"{"findings":[]}"#], "/subject/findings", .field),
      (["subject": #"{"event":"x"}"#], "/subject/event", .identity),
      (["part": nil], "/part", .field),
      (["part": #""fax""#], "/part", .oneOf(["paper", "electronic"])),
      (["signature": #""me""#], "/signature", .oneOf(["principal", "other", "none"])),
      (["dated": #""soon""#], "/dated", .day),
      (["covers": #"["2018Q3-0"]"#], "/covers/0", .finding),
      (["type": #""retract""#], "/targets", .field),
      (["type": #""retract""#, "targets": "[]"], "/targets", .field),
      (["type": #""note""#, "kind": #""note""#], "/text", .field),
      (
        ["type": #""note""#, "kind": #""x""#, "text": #""""#], "/kind",
        .oneOf(["note", "instruction", "remark"])
      ),
      (["v": "0"], "/v", .atLeast(1)), (["v": nil], "/v", .field),
    ] as [([String: String?], String, RecordFault.Expectation)])
  func namesWhatIsWrong(
    _ changes: [String: String?], _ pointer: String, _ expectation: RecordFault.Expectation
  ) throws {
    let list = try read(changes)
    #expect(list.events == [])
    guard case .damagedEvent(_, let damage) = list.problems.first?.kind else {
      Issue.record("no damage found")
      return
    }
    #expect(damage == .content(.record(RecordFault(pointer: pointer, expectation: expectation))))
  }
}
