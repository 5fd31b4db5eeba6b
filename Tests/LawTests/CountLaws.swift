import CensusCore
import CensusDashboard
import CensusTestSupport
import StrictJSON
import TerminalKit
import Testing

/// Each count on a screen is the number that the command line answers with, whatever the day.
struct CountLaws {
  /// Where a count stands on a screen, and which field of which answer it is.
  struct Place: CustomStringConvertible {
    let view: View
    let language: Language
    var size = (columns: 200, rows: 60)
    /// What stands right before and right after the count.
    let before: String
    let after: String
    /// Whether nothing stands there instead of a 0.
    var isSilentAtZero = false
    let count: @Sendable (Office) throws -> String

    var description: String { "\(view) \(language) \(before)…\(after)" }
  }

  @Test(arguments: View.allCases)
  func countsAreThoseOfTheCommand(_ view: View) throws {
    let places = Self.places.filter { $0.view == view }
    var told: [String: Set<String>] = [:]
    for office in try Office.all() {
      for days in [-60, -37, -31, -14, 0] {
        let office = try office.looking(daysLater: days)
        var texts: [String: String] = [:]
        for place in places {
          let screen = "\(place.language) \(place.size)"
          let text =
            try texts[screen]
            ?? office.screen(view, place.language, place.size.columns, place.size.rows).frame
            .plainText
          texts[screen] = text
          let wanted = try place.count(office)
          told[place.description, default: []].insert(wanted)
          let shown = Self.texts(in: text, between: place.before, and: place.after)
          let isThere =
            place.isSilentAtZero && wanted == "0" ? shown.isEmpty : shown.contains(wanted)
          #expect(isThere, "\(place), \(office.name), \(days) days: \(wanted) in \(text)")
        }
      }
    }
    for place in places {
      #expect((told[place.description]?.count ?? 0) > 1, "\(place): always the same")
    }
  }

  /// A row shows the latest round; that an earlier one is overdue is said in it.
  @Test func anEarlierRoundStaysInSight() throws {
    let office = try #require(Office.all().first)
    let order = ["order", "2018Q3-17", "--until", "2018-12-20", "--on", "2018-11-10"]
    #expect(try office.run(order).status == 0)
    for columns in [80, 120, 200] {
      for (language, words) in [(Language.chinese, "1轮逾31天"), (.english, "#1 late 31 d")] {
        let text = try office.screen(.deadlines, language, columns, 30).frame.plainText
        #expect(text.contains(words), "\(text)")
      }
    }
  }

  /// The days ahead count the same next actions as the rows, also where the latest round is settled
  /// and an earlier one is owed.
  @Test func theDaysAheadAreThoseOfTheRows() throws {
    let office = Office("shipped", try ShippedStore.copy(), on: "2018-11-10", asOf: "2018-10-29")
    for line in [
      "receive 临沧 --part both --on 2018-10-18 --except 2018Q3-18",
      "recheck 2018Q3-17 --failed --on 2018-10-22",
      "order 2018Q3-17 --until 2018-11-10 --on 2018-10-23",
      "receive 2018Q3-17 --only --part both --on 2018-10-25",
      "chase 临沧 --on 2018-10-26 --promised 2018-10-31",
    ] {
      #expect(try office.run(line.split(separator: " ").map(String.init)).status == 0, "\(line)")
    }
    let screen = try office.screen(.deadlines, .chinese, 120, 36).frame.plainText
    let lines = screen.split(separator: "\n").map(String.init)
    let head = try #require(lines.firstIndex { $0.contains("31三") })
    let place = try #require(lines[head].firstRange(of: "31三"))
    // Wide characters before the column take two cells each in both rows.
    let column = lines[head][..<place.lowerBound].count
    let count = lines[head + 2].dropFirst(column - 1).prefix(5)
    #expect(count.contains("1"), "\(screen)")
  }

  /// The rows of view 2 add up to its total, also where somebody is excused.
  @Test func reportsOfPrefecturesAddUp() throws {
    let office = Office("shipped", try ShippedStore.copy(), on: "2018-11-10", asOf: "2018-10-24")
    for line in [
      "waive 迪庆 --authority 甲 --reason 乙 --on 2018-10-18",
      "receive 昆明 --part both --on 2018-10-18",
    ] {
      #expect(try office.run(line.split(separator: " ").map(String.init)).status == 0, "\(line)")
    }
    let lines = try office.screen(.prefectures, .chinese, 120, 40).frame.plainText
      .split(separator: "\n").map(String.init)
    let counts = lines.compactMap { line -> (name: Substring, done: Int, owed: Int)? in
      guard let place = line.firstMatch(of: /(\d+)\/(\d+)/), let done = Int(place.1),
        let owed = Int(place.2), let name = line.split(separator: " ").first
      else { return nil }
      return (name, done, owed)
    }
    let total = try #require(counts.last { $0.name.contains("总计") || $0.name.contains("合计") })
    let rows = counts.filter { $0.name != total.name && $0.owed < total.owed }
    #expect(total.done == rows.map(\.done).reduce(0, +) && total.owed == 6, "\(lines)")
    #expect(rows.map(\.owed).reduce(0, +) == total.owed, "\(lines)")
    #expect(lines.contains { $0.contains("迪庆") && $0.contains("免报") })
  }

  /// Whatever stands between two texts on one line, without blanks around it.
  private static func texts(in text: String, between before: String, and after: String) -> [String]
  {
    text.split(separator: "\n").flatMap { line in
      line.ranges(of: before).compactMap { place in
        let rest = line[place.upperBound...]
        guard !after.isEmpty else { return String(rest.trimmingPrefix(" ").prefix { $0 != " " }) }
        return rest.firstRange(of: after).map { end in
          String(rest[rest.startIndex..<end.lowerBound].trimmingPrefix(" "))
        }
      }
    }
  }

  private static let places: [Place] =
    View.allCases.flatMap { view in
      [
        Place(view: view, language: .chinese, before: "应报 ", after: "", count: field("units")),
        Place(
          view: view, language: .chinese, before: "已报齐 ", after: "", count: field("complete")),
        Place(view: view, language: .chinese, before: "  逾期 ", after: "", count: field("overdue")),
        Place(
          view: view, language: .english, before: "  late ", after: "", count: field("overdue")),
        Place(
          view: view, language: .chinese, before: " 记录 ", after: "条",
          count: field("events")),
      ]
    } + [
      chinese(.overview, "在运行", "", field("running")),
      chinese(.overview, "  不合格", "", field("failingPublished")),
      chinese(.overview, "合格率", "", field("publishedRate")),
      chinese(.overview, "应报", "家，报齐", field("units")),
      chinese(.overview, "家，报齐", "家", field("complete")),
      chinese(.overview, "复查", "条，到位", field("rechecked")),
      chinese(.overview, "条，到位", "条", field("passed")),
      compact("未报齐 ", " 家", field("behind")),
      compact("逾期 ", " 家", field("overdue")),
      compact("待退回 ", " 家", field("toReturn")),
      compact("待复查 ", " 个网站", field("awaitingRecheckSites")),
      compact("整改不到位 ", " 个网站", field("failedSites")),
      chinese(.sites, "通报", "条，", field("findings")),
      chinese(.sites, "条，", "个网站", field("sites")),
      chinese(.issues, "项，", "个网站", field("sites")),
      chinese(.rechecks, "已复查 ", "/", field("rechecked")),
      chinese(.rechecks, "到位 ", "", field("passed")),
      chinese(.checks, "8 核对 ", "  9 记录", isSilentAtZero: true, { try String($0.open) }),
      chinese(.checks, "", "项待核", { try String($0.open) }),
      chinese(.history, "共", "条", { try String($0.column("id", ["history"]).count) }),
      chinese(
        .history, "已撤销", "条", isSilentAtZero: true,
        { try String($0.column("retracted", ["history"]).count { $0 == "true" }) }),
    ]

  private static func chinese(
    _ view: View, _ before: String, _ after: String, isSilentAtZero: Bool = false,
    _ count: @escaping @Sendable (Office) throws -> String
  ) -> Place {
    Place(
      view: view, language: .chinese, before: before, after: after,
      isSilentAtZero: isSilentAtZero, count: count)
  }

  /// Where the figures of the overview are a line of text.
  private static func compact(
    _ before: String, _ after: String, _ count: @escaping @Sendable (Office) throws -> String
  ) -> Place {
    Place(
      view: .overview, language: .chinese, size: (100, 30), before: before, after: after,
      count: count)
  }

  private static func field(_ name: String) -> @Sendable (Office) throws -> String {
    { office in
      let value = try JSONDocument(Array(office.overview().utf8)).root[name]
      return try #require(value?.text ?? value?.number.map(String.init))
    }
  }
}

extension Office {
  /// The same store long after, looked at as of some days later or earlier.
  func looking(daysLater days: Int) throws -> Office {
    let day = try #require(Day(day))
    return Office(
      name, store, on: (day + 400).description, asOf: (day + days).description)
  }

  /// How many rows of `check` doubt something and nobody has looked into.
  fileprivate var open: Int {
    get throws {
      let severities = try column("severity", ["check"])
      let verified = try column("verified", ["check"])
      return zip(severities, verified).count { $0 != "note" && $1 != "true" }
    }
  }
}
