import CensusCore
import CensusStore
import Testing

/// The office's grades of lateness in `store.json`: written, read, and refused with their place.
struct GradeSettingsTests {
  private func settings(_ grades: String?) throws -> Settings {
    let files = InMemoryFileSystem()
    let policy = grades.map { #","policy":{"latenessGrades":\#($0)}"# } ?? ""
    try write(
      #"{"format":"site-census","id":"1","title":{"zh":"甲","en":"A"}\#(policy)}"#,
      to: "store.json", in: files)
    return try Store.open(files).settings
  }

  @Test func areThoseOfTheOfficeElseTheStandard() throws {
    #expect(try settings(nil).policy.latenessGrades == LatenessGrade.standard)
    #expect(try settings("null").policy.latenessGrades == LatenessGrade.standard)
    #expect(try settings("[]").policy.latenessGrades == [])
    let own = #"[{"id":"late","from":3660,"name":{"zh":"迟","en":"late"}}]"#
    #expect(
      try settings(own).policy.latenessGrades
        == [LatenessGrade(id: "late", from: 3_660, name: Phrase("迟", "late"))])
  }

  @Test func areWrittenAndReadAgain() throws {
    let grades = [
      LatenessGrade(id: "a", from: 2, name: Phrase("甲", "A")),
      LatenessGrade(id: "b", from: 30, name: Phrase("乙", "B")),
    ]
    let settings = Settings(
      id: "1", title: Phrase("甲", "A"), province: Phrase("甲", "A"), language: nil,
      policy: Settings.Policy(latenessGrades: grades))
    let files = InMemoryFileSystem()
    try Store.initialise(files, settings: settings)
    #expect(try Store.open(files).settings == settings)
  }

  @Test(
    "What is no scale is refused",
    arguments: [
      (#"[{"id":"a","from":0,"name":{"zh":"甲","en":"A"}}]"#, "/0/from", .atLeast(1)),
      (#"[{"id":"a","from":3661,"name":{"zh":"甲","en":"A"}}]"#, "/0/from", .atMost(3_660)),
      (
        #"[{"id":"a","from":9223372036854775807,"name":{"zh":"甲","en":"A"}}]"#, "/0/from",
        .atMost(3_660)
      ),
      (#"[{"id":"","from":1,"name":{"zh":"甲","en":"A"}}]"#, "/0/id", .someText),
      (#"[{"id":"a","from":1}]"#, "/0/name", .field),
      (#"{}"#, "", .list),
      (
        #"[{"id":"a","from":4,"name":{"zh":"甲","en":"A"}},{"id":"b","from":4,"name":{"zh":"乙","en":"B"}}]"#,
        "/1", .after(4)
      ),
      (
        #"[{"id":"a","from":4,"name":{"zh":"甲","en":"A"}},{"id":"a","from":5,"name":{"zh":"乙","en":"B"}}]"#,
        "/1", .unique
      ),
    ] as [(String, String, RecordFault.Expectation)])
  func faults(grades: String, place: String, expectation: RecordFault.Expectation) {
    let fault = RecordFault(
      pointer: "/policy/latenessGrades\(place)", expectation: expectation)
    #expect(throws: StoreError.damagedStore(.record(fault))) { try settings(grades) }
  }

  @Test func tenAreTooMany() {
    let ten = (1...10).map { #"{"id":"g\#($0)","from":\#($0),"name":{"zh":"甲","en":"A"}}"# }
    let fault = RecordFault(
      pointer: "/policy/latenessGrades", expectation: .fewEntries(limit: LatenessGrade.most))
    #expect(throws: StoreError.damagedStore(.record(fault))) {
      try settings("[\(ten.joined(separator: ","))]")
    }
  }
}
