import CensusCore
import CensusStore
import Testing

/// Demonstrations: made up, labelled so, sound, and the same for the same seed.
struct DemoTests {
  private static let small = Demo(Demo.Size())

  @Test func isLabelled() {
    let demo = Self.small
    #expect(
      demo.settings.title.chinese.contains("演示") && demo.settings.title.english.contains("demo"))
    #expect(demo.inspections.allSatisfy { $0.notice.title?.contains("演示") == true })
    #expect(
      demo.inspections.map(\.quarter.description) == ["2023Q1", "2023Q2", "2023Q3", "2023Q4"])
    #expect(demo.inspections.allSatisfy { $0.findings.count == 20 })
    #expect(demo.inspections.allSatisfy { $0.findings.allSatisfy { $0.code.isWellFormed } })
  }

  @Test("As many events as are wanted", arguments: [0, 1, 25, 400, 2_000])
  func events(count: Int) {
    let demo = Demo(Demo.Size(events: count))
    #expect(demo.acts.reduce(0) { $0 + $1.count } == count)
    #expect(demo.acts.map(\.at) == demo.acts.map(\.at).sorted())
  }

  @Test func theSeedDecides() {
    #expect(Self.small == Demo(Demo.Size()))
    #expect(Self.small != Demo(Demo.Size(seed: 2)))
  }

  @Test("It is read whole, and every kind of event is in it")
  func roundTrip() throws {
    let demo = Self.small
    let files = InMemoryFileSystem()
    try Store.initialise(files, with: demo)
    var store = try Store.open(files)
    #expect(store.problems == [])
    #expect(store.settings == demo.settings)
    let (made, lists) = (demo.directory, store.directory)
    #expect(lists.prefectures == made.prefectures && lists.units == made.units)
    #expect(lists.categories == made.categories)
    #expect(lists.calendar == StandardLists.calendar)
    var kinds: Set<String> = []
    var count = 0
    for inspection in demo.inspections {
      #expect(store.inspection(of: inspection.quarter).inspection == inspection)
      #expect(store.inspection(of: inspection.quarter).problems == [])
      let list = store.events(of: inspection.quarter)
      #expect(list.problems == [])
      kinds.formUnion(list.events.map(\.payload.typeName))
      count += list.events.count { $0.quarter != nil }
    }
    count += store.events(of: Sample.quarter).events.count
    #expect(count == 400)
    #expect(kinds.count == 17)
    let again = InMemoryFileSystem()
    try Store.initialise(again, with: demo)
    #expect(try paths(in: again) == paths(in: files))
  }

  @Test("Its newest quarter shows what a quarter can show")
  func headlines() throws {
    let demo = Demo(Demo.Size(findings: 120, events: 3_000))
    let files = InMemoryFileSystem()
    try Store.initialise(files, with: demo)
    var store = try Store.open(files)
    let inspection = try #require(demo.inspections.last)
    var headlines: Set<Headline> = []
    let events = store.events(of: inspection.quarter).events
    for days in stride(from: 0, to: 100, by: 1) {
      let projection = Projection(
        of: inspection, directory: store.directory,
        events: events, settings: store.settings,
        asOf: Sample.day("2023-12-28") + days)
      headlines.formUnion(projection.findings.map(\.headline))
    }
    #expect(headlines == Set(Headline.allCases))
  }

  @Test func needsAnEmptyFolder() throws {
    let files = try Sample.memory()
    #expect(throws: StoreError.self) { try Store.initialise(files, with: Self.small) }
  }

  private func paths(in files: InMemoryFileSystem, _ folder: String = "") throws -> [String] {
    try files.list(folder).flatMap { entry in
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      return entry.kind == .folder ? try paths(in: files, path) : [path]
    }
  }
}
