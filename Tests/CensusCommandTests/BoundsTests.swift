import CensusCommand
import CensusCore
import CensusStore
import Testing

/// Figures far beyond any count: refused in a sentence or harmless, and never a crash.
struct BoundsTests {
  static let extremes = [
    "0", "-1", "10000000", "10000001", "4294967296", "9007199254740992", "46116860184273880",
    "9223372036854775807", "-9223372036854775808", "18446744073709551616",
  ]

  /// A quarter with every integer field that there is.
  private static let quarter = """
    {"format":"site-census-quarter","version":1,"revision":1,"quarter":"2019Q1","coverage":"full",
    "scope":"all","criteria":"2015","notice":{"document":"甲","issued":"2019-03-01",
    "due":"2019-04-20","dueInclusive":true,"parts":[{"part":"paper","copies":1,
    "signature":"principal"},{"part":"electronic","copies":1}]},
    "sampling":{"to":"2019-02-28","rounds":5},
    "totals":{"running":60,"failing":1,"publishedRate":"98%"},
    "annex1":{"title":"甲","headings":[],"rows":[{"prefecture":"昆明","running":60,"failing":1,
    "rate":"98%"}],"total":{"label":"总计","running":60,"failing":1,"rate":"98%"}},
    "annex2":{"title":"乙","headings":[],"rows":[{"row":1,"prefecture":"昆明","name":"甲网",
    "code":"5301000001","text":"错字","issues":["text_errors"]}]},
    "mentions":[{"mention":1,"name":"乙网","prefecture":"昆明","text":"错字","issues":["typo"]}],
    "platforms":[{"name":"丙","messages":14,"done":14}],
    "campaign":{"name":"丁","season":5,"sites":40,"accounts":39},
    "metrics":[{"name":{"zh":"戊","en":"e"},"total":9,"failing":1}]}
    """

  /// The text with each of its integers in turn replaced by some others.
  private static func variants(of text: String, by values: [String]) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var texts: [String] = []
    var index = 0
    while index < scalars.count {
      let isNumber = ("0"..."9").contains(scalars[index])
      let after = index > 0 ? scalars[index - 1] : " "
      guard isNumber, after == ":" || after == "[" else {
        index += 1
        continue
      }
      let end = scalars[index...].firstIndex { !("0"..."9").contains($0) } ?? scalars.count
      for value in values {
        var changed = String.UnicodeScalarView(scalars[..<index])
        changed.append(contentsOf: value.unicodeScalars)
        changed.append(contentsOf: scalars[end...])
        texts.append(String(changed))
      }
      index = end
    }
    return texts
  }

  @Test func figuresOfAQuarter() throws {
    let texts = Self.variants(of: Self.quarter, by: Self.extremes)
    #expect(texts.count == 20 * Self.extremes.count)
    for text in texts {
      let desk = try Desk()
      let folder = try #require(desk.folders["store"])
      try Desk.put(Array(text.utf8), at: "quarters/2019Q1.json", in: folder)
      for command in ["check", "trends", "overview", "units", "findings"] {
        let status = try desk.run(command, "--quarter", "2019Q1", "--format", "json").status
        #expect(command == "check" ? status != 64 : status < 2, "\(command): \(text)")
      }
    }
  }

  /// The three that were seen to crash.
  @Test func figuresThatWereSeenToCrash() throws {
    for (name, value) in [("running", "46116860184273880"), ("failing", "9007199254740992")] {
      let desk = try Desk()
      let folder = try #require(desk.folders["store"])
      let text = Self.quarter.replacing(
        "\"\(name)\":\(name == "running" ? 60 : 1)", with: "\"\(name)\":\(value)")
      try Desk.put(Array(text.utf8), at: "quarters/2019Q1.json", in: folder)
      let check = try desk.run("check", "--quarter", "2019Q1", "--lang", "zh").answer
      #expect(check.contains("应为不大于10000000的整数"))
    }
  }

  @Test(arguments: ["chaseDays", "chaseEvery", "minReader", "minWriter", "version"])
  func settings(field: String) throws {
    for value in Self.extremes + ["367", "-367", "366"] {
      let desk = try Desk()
      let folder = try #require(desk.folders["store"])
      let text = String(decoding: try folder.read("store.json", limit: 1 << 20), as: UTF8.self)
      let lines = text.split(separator: "\n").map { line in
        line.contains("\"\(field)\"")
          ? "    \"\(field)\": " + (field == "chaseDays" ? "[-12, \(value)]," : "\(value),") : line
      }
      try folder.remove("store.json")
      try Desk.put(
        Array(lines.joined(separator: "\n").replacing(",\n  }", with: "\n  }").utf8),
        at: "store.json", in: folder)
      for command in ["units", "check"] {
        #expect(try desk.run(command, "--lang", "zh").status != 64, "\(field): \(value)")
      }
    }
  }

  @Test func aChaseDayFarAwayIsNamed() throws {
    let desk = try Desk()
    let folder = try #require(desk.folders["store"])
    let text = String(decoding: try folder.read("store.json", limit: 1 << 20), as: UTF8.self)
    try folder.remove("store.json")
    let changed = text.replacing("[-12, -1, 2, 7]", with: "[9223372036854775807]")
    #expect(changed != text)
    try Desk.put(Array(changed.utf8), at: "store.json", in: folder)
    #expect(
      try desk.run("units").warnings
        == "census: “store/store.json” is damaged: /policy/chaseDays/0 must be a whole number not "
        + "above 366; restore it from a copy.\n")
  }

  @Test(arguments: ["v", "clock", "batchSize", "round", "recheckRound"])
  func numbersOfAnEvent(field: String) throws {
    let digits = String(repeating: "a", count: 32)
    for value in Self.extremes + ["1"] {
      var numbers = ["v": "1", "clock": "1", "batchSize": "1", "round": "1", "recheckRound": "1"]
      numbers[field] = value
      let number = { (key: String) in "\"\(key)\":\(numbers[key] ?? "1")" }
      let text =
        #"{"actor":"a","at":"2018-11-06T01:00:00Z","batch":"\#(digits)",\#(number("batchSize")),"#
        + #"\#(number("clock")),"nonce":"\#(digits)","on":"2018-11-06","origin":"cli","#
        + #""quarter":"2018Q3",\#(number("recheckRound")),\#(number("round")),"seen":[],"#
        + #""subject":{"findings":["2018Q3-17"]},"type":"recheck",\#(number("v")),"#
        + #""verdict":"failed"}"# + "\n"
      let desk = try ActTests.desk()
      let folder = try #require(desk.folders["store"])
      let day = "events/2018Q3/2018-11-06"
      for part in ["events", "events/2018Q3", day] { _ = try folder.makeDirectory(part) }
      let name = SHA256.hex(Array(text.utf8)).prefix(32)
      try Desk.put(Array(text.utf8), at: "\(day)/\(name).json", in: folder)
      for command in [
        "units", "check", "show 2018Q3-17", "recheck 2018Q3-17 --passed",
        "order 临沧 --until 2018-12-30",
        "receive 临沧 --part both", "undo",
      ] {
        #expect(try desk.run(ActTests.words(command)).status < 64, "\(field): \(value): \(command)")
      }
    }
  }
}
