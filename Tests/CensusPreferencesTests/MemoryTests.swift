import CensusCore
import CensusDashboard
import CensusLists
import CensusPreferences
import CensusStore
import CensusTestSupport
import StrictJSON
import TerminalKit
import Testing

@Suite struct MemoryTextTests {
  private static let awkward = ["", "临沧", "a:b", ":", " ", "\u{301}x", "\"\\\n", "unit:x", "é"]

  private func places(_ random: inout SplitMix64) -> [Place] {
    let text = Self.awkward.randomElement(using: &random) ?? ""
    return [
      .prefecture(PrefectureID(text)), .unit(UnitID(text)), .site(SiteCode(text)),
      .category(CategoryID(text)), .ledger, .worklist, .comparison,
      .event(Self.event(&random)),
    ] + View.allCases.map(Place.view)
  }

  private func rows(_ random: inout SplitMix64) -> [RowID] {
    let text = Self.awkward.randomElement(using: &random) ?? ""
    let number = Int.random(in: 0...500, using: &random)
    return [
      .unit(UnitID(text)), .prefecture(PrefectureID(text)), .site(SiteCode(text)),
      .category(CategoryID(text)),
      .heading(text), .owed(ShippedStore.quarter, UnitID(text)),
      .mention(number), .discrepancy(number), .event(Self.event(&random)),
      .finding(FindingID(ShippedStore.quarter, number: number + 1)),
    ]
  }

  private static func event(_ random: inout SplitMix64) -> EventID {
    let digits = (0..<32).map { _ in String(Int.random(in: 0...15, using: &random), radix: 16) }
    guard let id = EventID(digits.joined()) else {
      preconditionFailure("32 digits are an identity")
    }
    return id
  }

  @Test func placesAndRowsComeBackFromTheirTexts() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      for place in places(&random) {
        #expect(Place(text: place.text) == place)
        let key = ListKey(place: place, pane: Int.random(in: 0...9, using: &random))
        #expect(ListKey(text: key.text) == key)
      }
      for row in rows(&random) { #expect(RowID(text: row.text) == row) }
    }
  }

  @Test(arguments: [
    "", ":", "view", "view:", "view:moon", "event:12", "finding:2018Q3", "mention:x", "moon:1",
    "ledger:x", "worklist:x", "owed:2018Q3", "owed:x:y",
  ])
  func whatIsUnknownIsDropped(_ text: String) {
    #expect(Place(text: text) == nil)
    #expect(RowID(text: text) == nil)
    #expect(ListKey(text: "0 " + text) == nil)
  }

  @Test(arguments: ["view:sites", " view:sites", "10 view:sites", "-1 view:sites", "x view:sites"])
  func aListNeedsItsPane(_ text: String) {
    #expect(ListKey(text: text) == nil)
  }

  private func memory(_ random: inout SplitMix64) -> Memory {
    var memory = Memory()
    let places = places(&random)
    let rows = rows(&random)
    memory.quarter = Bool.random(using: &random) ? ShippedStore.quarter : nil
    memory.way.places = Array(places.shuffled(using: &random).prefix(3))
    memory.way.isZoomed = Bool.random(using: &random)
    memory.views[ListKey(place: .view(.sites), pane: 0)] = Self.awkward.randomElement(
      using: &random)
    memory.at = Bool.random(using: &random) ? Instant(seconds: 1_540_000_000) : nil
    for place in places.shuffled(using: &random).prefix(4) {
      var list = ListState()
      list.cursor = rows.randomElement(using: &random)
      list.index = Int.random(in: 0...99, using: &random)
      list.shift = Int.random(in: 0...3, using: &random)
      list.filter = Self.awkward.randomElement(using: &random) ?? ""
      list.sought = Self.awkward.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { list.facets["state"] = ["未报", "\u{301}"] }
      if Bool.random(using: &random) {
        list.sort = SortOrder(column: "left", isReversed: Bool.random(using: &random))
      }
      memory.way.lists[ListKey(place: place, pane: Int.random(in: 0...2, using: &random))] = list
      memory.way.panes[place] = Int.random(in: 0...9, using: &random)
      memory.way.marks[ListKey(place: place, pane: 0)] = Set(
        rows.shuffled(using: &random).prefix(2))
    }
    if Bool.random(using: &random) { memory.language = .init(.english, instead: .chinese) }
    if Bool.random(using: &random) { memory.theme = .init(.light, instead: .mono) }
    if Bool.random(using: &random) { memory.mouse = .init(true, instead: false) }
    memory.nameOrder = NameOrder.allCases.randomElement(using: &random) ?? .official
    memory.habits.used = Set(Command.allCases.shuffled(using: &random).prefix(5))
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      memory.leftovers.append(leftover(&random))
    }
    memory.habits.searches = Self.awkward.shuffled(using: &random)
    memory.habits.queries = Array(Self.awkward.shuffled(using: &random).prefix(3))
    return memory
  }

  private func references(_ random: inout SplitMix64) -> [Reference] {
    let text = Self.awkward.randomElement(using: &random) ?? ""
    let number = Int.random(in: 1...500, using: &random)
    return [
      .unit(UnitID(text)), .prefecture(PrefectureID(text)), .site(SiteCode(text)), .check(text),
      .event(Self.event(&random)), .notice(ShippedStore.quarter),
      .finding(FindingID(ShippedStore.quarter, number: number)),
    ]
  }

  private func leftover(_ random: inout SplitMix64) -> Leftover {
    var leftover = Leftover(
      quarter: ShippedStore.quarter, act: Act.allCases.randomElement(using: &random) ?? .note,
      references: Array(references(&random).shuffled(using: &random).prefix(3)),
      opened: Day(ordinal: Int.random(in: 17_000...18_000, using: &random)),
      focus: Act.Field.allCases.randomElement(using: &random) ?? .day,
      known: UInt64.random(in: 0...UInt64.max, using: &random))
    for field in Act.Field.allCases.shuffled(using: &random).prefix(4) {
      leftover.texts[field] = Self.awkward.randomElement(using: &random) ?? ""
      leftover.choices[field] = Self.awkward.randomElement(using: &random) ?? ""
    }
    return leftover
  }

  @Test func referencesComeBackFromTheirWords() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      for reference in references(&random) {
        #expect(Reference(word: reference.word) == reference)
      }
    }
    for word in ["", ":", "unit", "moon:1", "finding:2018Q3", "notice:2018", "event:12", "batch:x"]
    {
      #expect(Reference(word: word) == nil)
    }
  }

  /// As much as a record has room for comes back whole; what is longer than any is told of, and takes
  /// nothing along.
  @Test func aLongDialogHasItsRoom() throws {
    var random = SplitMix64(seed: 5)
    var memory = memory(&random)
    var long = leftover(&random)
    long.texts = [.text: String(repeating: "整改“\"\\", count: (256 << 10) / 14)]
    memory.leftovers = [long]
    #expect(Memory(reading: memory.file) == memory)
    #expect(memory.file.count <= Memory.limits.file)
    #expect(memory.tooLong.isEmpty)
    // The latest comes first.
    var longer = leftover(&random)
    longer.texts = [.text: String(repeating: "整", count: 200_000)]
    let short = leftover(&random)
    memory.leftovers = [longer, short, long]
    #expect(try #require(Memory(reading: memory.file)).leftovers == [short, long])
    longer.texts = [.text: String(repeating: "整", count: 400_000)]
    memory.leftovers = [short, longer]
    #expect(memory.tooLong == [longer])
    #expect(try #require(Memory(reading: memory.file)).leftovers == [short])
  }

  @Test(arguments: [
    "\"act\": \"dance\"", "\"about\": []", "\"about\": [\"moon:1\"]", "\"about\": \"unit:x\"",
    "\"opened\": \"noon\"", "\"focus\": \"nose\"", "\"known\": \"x\"", "\"quarter\": 1",
  ])
  func aDialogThatIsNotUnderstoodIsDropped(_ change: String) {
    let whole: [String: String] = [
      "quarter": "\"2018Q3\"", "act": "\"chase\"", "about": "[\"unit:x\"]",
      "opened": "\"2018-10-19\"", "focus": "\"to\"", "known": "\"0\"",
    ]
    func file(_ fields: [String: String]) -> [UInt8] {
      let row = fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
      return Array("{\"leftovers\": [{\(row)}]}".utf8)
    }
    #expect(Memory(reading: file(whole))?.leftovers.count == 1)
    let parts = change.split(separator: ":", maxSplits: 1).map(String.init)
    var changed = whole
    changed[parts[0].split(separator: "\"").joined()] = parts[1]
    #expect(Memory(reading: file(changed))?.leftovers == [])
  }

  @Test func aMemoryComesBackFromItsFile() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
      let memory = memory(&random)
      #expect(Memory(reading: memory.file) == memory)
    }
  }

  @Test func damageIsNoticedAndNeverTraps() {
    var random = SplitMix64(seed: 3)
    let file = memory(&random).file
    for length in 0..<file.count - 2 { #expect(Memory(reading: Array(file[..<length])) == nil) }
    for _ in 0..<2_000 {
      var bytes = file
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      _ = Memory(reading: bytes)
    }
    #expect(Memory(reading: Array("[]".utf8)) == nil)
    #expect(Memory(reading: Array("{}".utf8)) == Memory())
    let hostile = """
      {"quarter": 7, "places": ["view:sites", "moon:1", "view:checks"], "lists": {"0 moon:": {}, \
      "0 view:sites": {"index": -5, "shift": 9999999999, "cursor": 3, "sort": {"column": 1}}}, \
      "panes": {"view:sites": 77}, "marks": {"0 view:sites": ["?", 4]}, "at": "noon", \
      "theme": {"chosen": "sepia", "instead": "dark"}}
      """
    var expected = Memory()
    expected.way.places = [.view(.sites)]
    expected.way.lists[ListKey(place: .view(.sites), pane: 0)] = ListState()
    #expect(Memory(reading: Array(hostile.utf8)) == expected)
  }

  @Test func tooMuchIsCutAndNotLost() throws {
    var memory = Memory()
    memory.quarter = ShippedStore.quarter
    memory.way.places = [.view(.sites)]
    let key = ListKey(place: .view(.sites), pane: 0)
    memory.way.lists[key] = ListState()
    memory.way.lists[key]?.filter = "怒江"
    memory.way.marks[key] = Set((0..<40_000).map { RowID.unit(UnitID("unit \($0)")) })
    #expect(memory.file.count <= Memory.limits.file)
    let read = try #require(Memory(reading: memory.file))
    #expect(read.way.marks.isEmpty)
    #expect(read.way.lists[key]?.filter == "怒江")
    memory.way.lists[key]?.filter = String(repeating: "x", count: 300_000)
    memory.habits.queries = [String(repeating: "x", count: 300_000)]
    let rest = try #require(Memory(reading: memory.file))
    #expect(rest.way.lists.isEmpty)
    #expect(rest.way.places == [.view(.sites)])
  }
}
