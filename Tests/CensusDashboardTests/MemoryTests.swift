import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct MemoryTests {
  private let now = Instant(seconds: 1_540_000_000)

  private func looks(_ state: State) -> Looks {
    Looks(language: state.language, appearance: state.appearance)
  }

  /// A session that ends somewhere, and one that begins with what was remembered of it.
  private func resumed(
    _ keys: String, after seconds: Int = 60, said: Set<Said> = [], in begun: () throws -> Script
  ) throws -> (before: Script, after: Script) {
    var before = try begun()
    let looks = looks(before.state)
    try before.press(keys)
    before.change { $0.talk.message = nil }
    let memory = Memory(of: before.state, at: now, begunWith: looks)
    var after = try begun()
    after.change { $0.take(up: memory, at: Instant(seconds: now.seconds + seconds), said: said) }
    return (before, after)
  }

  @Test func goesOnWhereThePersonLeft() throws {
    let (before, after) = try resumed("3 / lit:临沧 Enter s s S l z Down 5 Down Down Enter Down") {
      try Script()
    }
    #expect(after.frame.plainText == before.frame.plainText)
    #expect(after.state.place == before.state.place)
    var (left, right) = (before, after)
    for keys in ["Escape", "3", "Escape"] {
      try left.press(keys)
      try right.press(keys)
      #expect(right.line(2) == left.line(2))
      #expect(
        right.state.way.lists[right.state.listKey] == left.state.way.lists[left.state.listKey])
    }
  }

  @Test func panesAndZoomComeBack() throws {
    let (before, after) = try resumed("Tab Down z") { try Script() }
    #expect(after.state.way.isZoomed)
    #expect(after.frame == before.frame)
  }

  @Test(arguments: [(0, true), (86_399, true), (86_400, false), (-60, false)])
  func marksLastForADay(_ seconds: Int, _ isKept: Bool) throws {
    let (before, after) = try resumed("5 Space Space", after: seconds) { try Script() }
    #expect(before.state.way.marks.count == 1)
    #expect(after.state.way.marks == (isKept ? before.state.way.marks : [:]))
    #expect(after.state.place == .view(.deadlines))
  }

  @Test func optionsWin() throws {
    let (_, after) = try resumed("5 Down L T", said: [.view, .language, .theme]) {
      try Script(view: .sites)
    }
    #expect(after.state.place == .view(.sites))
    #expect(after.state.language == .chinese)
    #expect(after.state.appearance.theme == .dark)
  }

  @Test func looksChosenAtTheScreenHoldUntilOthersAreConfigured() throws {
    let (_, after) = try resumed("L T %") { try Script() }
    #expect(after.state.language == .english)
    #expect(after.state.appearance == Appearance(theme: .light, capturesMouse: true))
    var memory = Memory()
    memory.theme = .init(.light, instead: .dark)
    var script = try Script()
    script.change {
      $0.appearance.theme = .mono
      $0.take(up: memory, at: now)
    }
    #expect(script.state.appearance.theme == .mono)
  }

  @Test func whatAnOptionSaidDoesNotForgetAnEarlierChoice() throws {
    var earlier = Memory()
    earlier.theme = .init(.light, instead: .dark)
    let state = try Script().state
    let begun = looks(state)
    let kept = Memory(of: state, at: now, begunWith: begun, said: [.theme], after: earlier)
    #expect(kept.theme == earlier.theme)
    let dropped = Memory(of: state, at: now, begunWith: begun, after: earlier)
    #expect(dropped.theme == nil)
  }

  @Test func whatIsGoneIsDropped() throws {
    var memory = Memory()
    memory.quarter = ShippedStore.quarter
    memory.at = now
    memory.way.places = [.view(.deadlines), .unit("亚特兰蒂斯"), .site(SiteCode("1"))]
    let key = ListKey(place: .view(.deadlines), pane: 0)
    memory.way.lists[key] = ListState()
    memory.way.lists[key]?.cursor = .unit("亚特兰蒂斯")
    memory.way.lists[key]?.index = 2
    memory.way.lists[key]?.sort = SortOrder(column: "moon")
    memory.way.marks = [
      key: [.unit("亚特兰蒂斯"), .unit("临沧")], ListKey(place: .unit("亚特兰蒂斯"), pane: 0): [.unit("x")],
    ]
    memory.way.panes = [.view(.overview): 9]
    var script = try Script()
    script.change { $0.take(up: memory, at: now) }
    #expect(script.state.way.places == [.view(.deadlines)])
    #expect(script.state.way.marks == [key: [.unit("临沧")]])
    #expect(script.frame.lines.filter { $0.hasPrefix("▌") }.count == 1)
    #expect(script.frame.lines.contains { $0.hasPrefix("▌ 昆明") })
    try script.press("1")
    #expect(script.state.pane == 1)
  }

  @Test func marksOfAnotherQuarterAreDropped() throws {
    var memory = Memory()
    memory.quarter = Quarter("2017Q4")
    memory.at = now
    memory.way.marks = [ListKey(place: .view(.deadlines), pane: 0): [.unit("临沧")]]
    var script = try Script()
    script.change { $0.take(up: memory, at: now) }
    #expect(script.state.way.marks.isEmpty)
  }

  /// Nothing that was opened once and left stays for ever.
  @Test func onlyViewsAndTheWayHereAreRemembered() throws {
    var script = try Script()
    try script.press("5 Enter Down Escape Down Enter")
    let memory = Memory(of: script.state, at: now, begunWith: looks(script.state))
    #expect(
      Set(memory.way.lists.keys.map(\.place)) == [
        .view(.overview), .view(.deadlines), script.state.place,
      ])
  }

  /// A signal ends the program without a question; what was put down is there at the next start.
  @Test func verdictsComeBack() throws {
    let (before, after) = try resumed("6 + - ~ 1") { try Script(asOf: "2018-11-05") }
    #expect(before.state.run.count == 3)
    #expect(after.state.run == before.state.run)
    #expect(after.message == "上次有3条复查结论没有保存，都还在：按 6 查看，w 保存")
    let (_, other) = try resumed("6 + - ]") { try Script(asOf: "2018-11-05") }
    #expect(other.state.run.count == 2)
    // Whoever leaves by key finds them, too.
    let (_, left) = try resumed("6 + q q") { try Script(asOf: "2018-11-05") }
    #expect(left.state.run.count == 1)
  }

  /// Two programs share a memory: the one that leaves last drops nothing of the other.
  @Test func verdictsOfAnotherProgramAreKept() throws {
    let ids = (1...4).map { FindingID(ShippedStore.quarter, number: $0) }
    let day = try #require(Day("2018-11-05"))
    let passed = RunVerdict(verdict: .passed, on: day)
    let failed = RunVerdict(verdict: .failed, on: day)
    var begun = Memory()
    begun.verdicts = [ids[0]: passed]
    var stored = begun
    for id in ids[1...3] { stored.verdicts[id] = failed }
    var kept = Memory()
    kept.verdicts = [ids[2]: passed, ids[3]: failed]
    kept.keepUnrecorded(of: stored, unlike: begun)
    #expect(kept.verdicts == [ids[1]: failed, ids[2]: passed, ids[3]: failed])
    #expect(kept.joined == [ids[1]])
    #expect(kept.rivals == [ids[2]: failed])
    // The next start says so, and takes no side.
    var script = try Script(asOf: "2018-11-05")
    script.change { $0.takeUpUnrecorded(of: kept) }
    #expect(script.state.run.keys.sorted() == [ids[1], ids[3]])
    #expect(
      script.message
        == "上次有2条复查结论没有保存（其中1条是另一个窗口填的），都还在：按 6 查看，w 保存；"
        + "2018Q3-3在两个窗口里填得不同（整改到位、整改不到位），都没有保留，请重新填写")
  }

  /// What was recorded after all, before the program died, is no draft any more.
  @Test func aVerdictThatIsRecordedIsNotTakenUp() throws {
    let id = FindingID(ShippedStore.quarter, number: 1)
    var memory = Memory()
    memory.verdicts = [
      id: RunVerdict(verdict: .failed, on: try #require(Day("2018-11-05")))
    ]
    var script = try Script(asOf: "2018-11-05")
    try script.press("6 - w")
    script.change { $0.takeUpUnrecorded(of: memory) }
    #expect(script.state.run.isEmpty)
  }

  @Test func aWayThatBeginsInNoViewIsNone() throws {
    var memory = Memory()
    memory.way.places = [.unit("临沧")]
    var script = try Script(view: .sites)
    script.change { $0.take(up: memory, at: now) }
    #expect(script.state.way.places == [.view(.sites)])
  }
}
