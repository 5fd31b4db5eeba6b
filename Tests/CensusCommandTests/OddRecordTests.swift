import CensusCommand
import CensusStore
import Testing

/// Whole records that cannot be right: `check` names them, and those without effect are counted as
/// damage to what people recorded.
struct OddRecordTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let fields: String
    var isWithoutEffect = true
    let chinese: String
    let english: String

    var testDescription: String { fields }
  }

  private static let receipt =
    #""type":"receipt","part":"paper","signature":"principal","quarter":"2018Q3","round":1"#

  static let cases: [Case] = [
    Case(
      fields: receipt + #","subject":{"unit":"昆明"},"on":"2999-01-01","at":"2018-10-18T01:00:00Z""#,
      chinese: "的日期2999-01-01尚未到来，不起作用", english: "is about 2999-01-01, which has not come"),
    Case(
      fields: receipt + #","subject":{"unit":"昆明"},"on":"2999-01-01","at":"2999-01-01T01:00:00Z""#,
      chinese: "的日期2999-01-01尚未到来，不起作用", english: "is about 2999-01-01, which has not come"),
    Case(
      fields: receipt + #","subject":{"unit":"昆明"},"on":"2018-10-18","at":"2999-01-01T01:00:00Z""#,
      isWithoutEffect: false, chinese: "的登记时间2999-01-01T01:00:00Z尚未到来",
      english: "says that it was recorded at 2999-01-01T01:00:00Z"),
    Case(
      fields: receipt + #","subject":{"unit":"火星"},"on":"2018-10-18","at":"2018-10-18T01:00:00Z""#,
      chinese: "所说的单位“火星”在本季度没有问题，不起作用",
      english: "is about the unit “火星”, which has no finding there, so that it has no effect"),
    Case(
      fields: #""type":"recheck","verdict":"passed","recheckRound":1,"quarter":"2018Q3","round":1"#
        + #","subject":{"findings":["2018Q3-99"]},"on":"2018-10-18","at":"2018-10-18T01:00:00Z""#,
      chinese: "所说的问题2018Q3-99不在附件2内，不起作用",
      english: "is about the finding 2018Q3-99, which annex 2 does not list"),
    Case(
      fields: #""type":"availability","status":"dark","filed":false"#
        + #","subject":{"site":"9999999999"},"on":"2018-10-18","at":"2018-10-18T01:00:00Z""#,
      chinese: "所说的网站“9999999999”没有列入通报，不起作用",
      english: "is about the site “9999999999”, which no notice lists"),
    Case(
      fields: receipt + #","subject":{"unit":"昆明"},"on":"2018-10-18","at":"2018-10-18T01:00:00Z""#
        + #","clock":9007199254740992"#,
      isWithoutEffect: false, chinese: "大得不合理", english: "which is impossible"),
  ]

  /// A desk with a record that no program wrote.
  static func desk(with fields: String) throws -> (desk: Desk, id: String) {
    let desk = try ActTests.desk()
    let store = try #require(desk.folders["store"])
    let clock = fields.contains("clock") ? "" : #""clock":1,"#
    let text =
      #"{"actor":"desk-3","batch":"cccccccccccccccccccccccccccccccc","batchSize":1,"# + clock
      + #""nonce":"dddddddddddddddddddddddddddddddd","origin":"cli","seen":[],"v":1,"# + fields
      + "}\n"
    let bytes = Array(text.utf8)
    let id = String(SHA256.hex(bytes).prefix(32))
    let place = fields.contains("quarter") ? "2018Q3" : "standing"
    for folder in ["events", "events/\(place)", "events/\(place)/2018-10-18"] {
      _ = try? store.makeDirectory(folder)
    }
    try Desk.put(bytes, at: "events/\(place)/2018-10-18/\(id).json", in: store)
    return (desk, id)
  }

  @Test(arguments: cases)
  func checkNamesIt(one: Case) throws {
    let (desk, id) = try Self.desk(with: one.fields)
    let rows = try JSON(try desk.run("check", "--format", "json", "--lang", "zh").answer)
    let row = try #require(rows.rows.first { $0["code"] == "oddEvent" })
    let message = try #require(row["message"]?.string)
    #expect(message.contains(one.chinese) && message.contains(id.prefix(12)))
    #expect(message.contains("census retract \(id.prefix(12))"))
    #expect(row["severity"] == (one.isWithoutEffect ? "error" : "warning"))
    let english = try desk.run("check")
    #expect(english.status == 2 && english.answer.contains(one.english))
    // It is taken back like any record, and then nothing is odd.
    #expect(try desk.run("retract", String(id.prefix(12)), "--reason", "时间有误").status == 0)
    let after = try JSON(try desk.run("check", "--format", "json").answer)
    #expect(!after.rows.contains { $0["code"] == "oddEvent" })
  }

  @Test(arguments: cases.filter { !$0.fields.contains("availability") })
  func whatHasNoEffectIsDamage(one: Case) throws {
    let (desk, _) = try Self.desk(with: one.fields)
    let english = try desk.run("units").warnings
    let chinese = try desk.run("units", "--lang", "zh").warnings
    guard one.isWithoutEffect else {
      #expect(english == "" && chinese == "")
      return
    }
    #expect(
      english == "census: 1 record has no effect; this may be incomplete, see census check.\n")
    #expect(chinese == "census: 1条记录不起作用；结果可能不完整，详见 census check。\n")
  }

  @Test func recordingGoesOnPastAnImpossibleClock() throws {
    let (desk, _) = try Self.desk(
      with: try #require(Self.cases.last).fields)
    for unit in ["怒江", "保山"] {
      #expect(try desk.run("receive", unit, "--part", "both", "--on", "2018-10-18").status == 0)
    }
    // The last act is the last one recorded, not the one whose clock is impossible.
    let undone = try desk.run("undo", "--lang", "zh")
    #expect(undone.status == 0 && undone.answer.contains("保山的纸质版、电子版"))
    let other = try desk.run(
      "receive", "怒江", "--part", "both", "--on", "2018-10-18", "--by", "desk-3")
    #expect(other.status == 0)
  }

  @Test func whatIsInOrderIsNotOdd() throws {
    let desk = try ActTests.desk(after: [
      "receive 昆明 --part both --on 2018-10-18", "contact 怒江 --name 甲 --on 2018-10-18",
      "correct 53000000006 --field code --to 5300000006 --reason 多印一位",
      "availability 5300000006 --status offline", "chase 5300000006", "note 大理 已电话核实",
    ])
    let rows = try JSON(try desk.run("check", "--format", "json").answer)
    #expect(!rows.rows.contains { $0["code"] == "oddEvent" })
    #expect(try desk.run("units").warnings == "")
  }
}
