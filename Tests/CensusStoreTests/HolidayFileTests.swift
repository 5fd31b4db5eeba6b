import CensusCore
import CensusStore
import CensusTestSupport
import StrictJSON
import Testing

/// `holidays.json`: what ships, what a store without it does, what damage in it leads to.
struct HolidayFileTests {
  private let path = "holidays.json"

  private func store(_ text: String?) throws -> Store {
    let files = try Sample.memory()
    try files.remove(path)
    if let text { try write(text, to: path, in: files) }
    try files.remove("SHA256SUMS")
    return try Store.open(files)
  }

  private func damage(_ store: Store) -> [Problem] {
    store.problems.filter { $0 != Problem(.noChecksums) }
  }

  @Test func whatShipsIsOfEveryYearWithItsNotice() throws {
    let calendar = try ShippedStore.open().directory.calendar
    #expect(calendar == StandardLists.calendar)
    #expect(calendar.years.map(\.number) == Array(2004...2026))
    for year in calendar.years {
      #expect(year.sources.first?.title == "国务院办公厅关于\(year.number)年部分节假日安排的通知")
      #expect(year.number < 2006 || year.sources.allSatisfy { $0.published != nil }, "\(year)")
      #expect(year.number < 2006 || year.sources.allSatisfy { $0.document != nil }, "\(year)")
      // A notice comes before the holidays that it arranges, and one that changes them in their year.
      #expect(
        year.sources.compactMap(\.published?.year).allSatisfy {
          [year.number - 1, year.number].contains($0)
        })
    }
    let q3 = try #require(calendar.years.first { $0.number == 2018 })
    #expect(q3.sources.map(\.document) == ["国办发明电〔2017〕12号"])
    // 2015, 2019 and 2020 were changed by a second notice.
    #expect(calendar.years.filter { $0.sources.count > 1 }.map(\.number) == [2015, 2019, 2020])
  }

  @Test func noDayIsOffAndWorked() throws {
    let holidays = StandardLists.calendar.years.flatMap(\.holidays)
    let off = holidays.flatMap { holiday in
      (0...(holiday.last - holiday.first)).map { holiday.first + $0 }
    }
    let worked = holidays.flatMap(\.worked)
    #expect(off.count == 617 && Set(off).count == 617)
    #expect(worked.count == 151 && Set(worked).count == 151)
    #expect(Set(off).isDisjoint(with: worked))
  }

  @Test func aStoreWithoutItOpensUnchanged() throws {
    let files = try Sample.memory()
    try files.remove(path)
    var store = try Store.open(files)
    // What was confirmed once and is gone is missed …
    #expect(store.problems == [Problem(.unreadableFile(FileError(.read, path, .missing)))])
    #expect(store.access == .readWrite)
    #expect(store.directory.calendar == .weekdays)
    try files.remove("SHA256SUMS")
    // … and nobody misses what a store never had.
    #expect(damage(try Store.open(files)) == [])
    _ = try store.confirmFacts()
    #expect(try Store.open(files).problems == [])
  }

  @Test(
    "A file that is none counts for nothing and harms nothing",
    arguments: [
      ("{", ContentFault.syntax(JSONFault(offset: 1, line: 1, column: 2, expectation: .key))),
      (
        #"{"format":"site-census-units","years":[]}"#,
        .record(
          RecordFault(pointer: "/format", expectation: .oneOf(["site-census-holidays"])))
      ),
      (
        #"{"format":"site-census-holidays"}"#,
        .record(RecordFault(pointer: "/years", expectation: .field))
      ),
    ])
  func damagedFiles(text: String, fault: ContentFault) throws {
    var store = try store(text)
    #expect(damage(store) == [Problem(.damagedFile(path: path, fault))])
    #expect(store.directory.calendar == .weekdays)
    #expect(store.access == .readWrite)
    #expect(throws: Never.self) {
      try store.record([Sample.receipt("昆明")], by: Sample.recorder())
    }
  }

  @Test(
    "A year with a fault is left out, the others count",
    arguments: [
      (#""from":"2018-10-08","to":"2018-10-01","working":[]"#, "", RecordFault.Expectation.holiday),
      (#""from":"2018-10-01","to":"2018-11-01","working":[]"#, "", .holiday),
      // A Friday is worked anyhow; a day among those off cannot be; a weekend far away is a slip.
      (#""from":"2018-10-01","to":"2018-10-07","working":["2018-09-28"]"#, "", .holiday),
      (#""from":"2018-10-01","to":"2018-10-07","working":["2018-10-06"]"#, "", .holiday),
      (#""from":"2018-10-01","to":"2018-10-07","working":["2018-03-31"]"#, "", .holiday),
      (#""from":"2018-10-01","to":"2018-13-01","working":[]"#, "/to", .day),
      (#""from":"2018-10-01","to":"2018-10-07","working":["x"]"#, "/working/0", .day),
      (#""from":"2017-10-01","to":"2017-10-07","working":[]"#, "", .yearOf(2018)),
    ])
  func damagedYears(days: String, place: String, expectation: RecordFault.Expectation) throws {
    let name = #""name":{"zh":"甲","en":"A"}"#
    let whole = #"{\#(name),"from":"2019-10-01","to":"2019-10-07","working":[]}"#
    let text = """
      {"format":"site-census-holidays","version":1,"years":[
        {"year":2018,"notices":[{"title":"甲"}],"holidays":[{\(name),\(days)}]},
        {"year":2019,"notices":[{"title":"乙"}],"holidays":[\(whole)]}]}
      """
    let store = try store(text)
    let fault = RecordFault(pointer: "/years/0/holidays/0\(place)", expectation: expectation)
    #expect(damage(store) == [Problem(.damagedPart(path: path, fault))])
    #expect(store.directory.calendar.years.map(\.number) == [2019])
    #expect(store.directory.calendar.isWorkingDay(Sample.day("2018-10-02")))
    #expect(!store.directory.calendar.isWorkingDay(Sample.day("2019-10-02")))
  }

  @Test func oneDayIsOfOneHoliday() throws {
    let name = #""name":{"zh":"甲","en":"A"}"#
    let twice = #"{\#(name),"from":"2018-10-01","to":"2018-10-02","working":[]}"#
    let store = try store(
      #"{"format":"site-census-holidays","years":[{"year":2018,"notices":[{"title":"甲"}],"#
        + #""holidays":[\#(twice),\#(twice)]}]}"#)
    let fault = RecordFault(pointer: "/years/0/holidays/1", expectation: .unique)
    #expect(damage(store) == [Problem(.damagedPart(path: path, fault))])
  }

  @Test func aCopyHasItsOwn() throws {
    let source = try Sample.memory()
    let copy = InMemoryFileSystem()
    try Store.initialise(copy, settings: Sample.settings, from: try Store.open(source))
    #expect(try copy.read(path, limit: 1 << 20) == source.read(path, limit: 1 << 20))
    try source.remove(path)
    try Sample.confirmFacts(in: source)
    let without = InMemoryFileSystem()
    try Store.initialise(without, settings: Sample.settings, from: try Store.open(source))
    #expect(try !without.list("").contains { $0.name == path })
    #expect(try Store.open(without).directory.calendar == .weekdays)
  }
}
