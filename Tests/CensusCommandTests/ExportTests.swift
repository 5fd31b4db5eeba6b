import CensusCommand
import CensusCore
import CensusLists
import CensusStore
import CensusTestSupport
import Testing

/// `census export`: any list, or a whole quarter, as a file.
struct ExportTests {
  private let desk: Desk
  private let out = InMemoryFileSystem()

  init() throws {
    desk = try Desk()
    desk.folders["/out/"] = out
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try out.read(name, limit: 1 << 24), as: UTF8.self)
  }

  /// What is written is what the command of the list prints.
  @Test(arguments: RollName.allCases)
  func everyListInEveryForm(_ list: RollName) throws {
    // With one period there is nothing to compare.
    let asked = list == .compare ? ["--quarter", "2022Q3"] : []
    for form in ExportForm.allCases {
      let name = "list\(form.ending)"
      let outcome = try desk.run(["export", list.rawValue, "--output", "/out/" + name] + asked)
      #expect(outcome.status == 0, "\(outcome.warnings)")
      #expect(outcome.answer.hasSuffix(": /out/\(name)\n"))
      guard form != .xlsx else {
        // What is in a workbook is held to the CSV where it is made.
        #expect(try out.read(name, limit: 1 << 24).starts(with: [0x50, 0x4B, 0x03, 0x04]))
        continue
      }
      let printed = try desk.run(
        [list.rawValue, "--format", form.rawValue] + (form == .csv ? ["--bom"] : []) + asked)
      #expect(try text(name) == printed.answer, "\(list) as \(form)")
      try out.remove(name)
    }
  }

  @Test func aListMayBeNarrowedAndCalledByItsWord() throws {
    #expect(
      try desk.run(
        "export", "问题", "--output", "/out/a.csv", "--prefecture", "临沧", "--no-bom", "--columns",
        "row,name"
      ).answer == "wrote 5 rows: /out/a.csv\n")
    #expect(try text("a.csv").hasPrefix("Row,"))
    #expect(try text("a.csv").split(separator: "\r\n").count == 6)
  }

  /// A name alone is one in the folder where one stands, and is told as it was given.
  @Test func aNameAloneIsToldAsGiven() throws {
    let desk = try Desk()
    desk.folders["./"] = InMemoryFileSystem()
    #expect(
      try desk.run("export", "units", "--output", "units.md").answer == "wrote 7 rows: units.md\n")
    #expect(
      try desk.run("export", "units", "--output", "units.md").answer == "wrote 7 rows: units-2.md\n"
    )
  }

  @Test func noFileIsOverwritten() throws {
    for name in ["units.md", "units-2.md"] {
      let answer = try desk.run("export", "units", "--output", "/out/units.md").answer
      #expect(answer == "wrote 7 rows: /out/\(name)\n")
    }
  }

  @Test func aWholeQuarterIsOneFile() throws {
    #expect(
      try desk.run("export", "quarter", "--output", "/out/q.json", "--as-of", "2018-10-22").status
        == 0)
    let value = try JSON(try text("q.json"))
    #expect(value["quarter"] == "2018Q3")
    #expect(value["findings"]?.rows.count == 20)
    #expect(value["check"]?.rows.count == 10)
    #expect(value["overview"]?.rows.count == 1)
    for (form, marks) in [("md", ["# ", "\n## Findings\n"]), ("html", ["<h2>Findings</h2>"])] {
      #expect(try desk.run("export", "quarter", "--output", "/out/q.\(form)").status == 0)
      for mark in marks { #expect(try text("q.\(form)").contains(mark)) }
    }
  }

  @Test(arguments: [
    (["units", "--output", "/out/a.xlsx", "--format", "csv"], 64, "the ending of “/out/a.xlsx”"),
    (["units", "--output", "/out/list"], 64, "names no form; say which with --format: csv"),
    (["quarter", "--output", "/out/a.csv"], 64, "csv holds one list"),
    (["quarter", "--output", "/out/a.json", "--overdue"], 64, "quarter contradicts --overdue"),
    (["nothing", "--output", "/out/a.json"], 64, "there is no list “nothing”; use quarter"),
    (["units", "--output", "/nowhere/a.csv"], 1, "“/nowhere/a.csv” cannot be written"),
  ])
  func whatCannotBeWrittenIsASentence(arguments: [String], status: Int32, sentence: String) throws {
    let outcome = try desk.run(["export"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.warnings.contains(sentence), "\(outcome.warnings)")
    #expect(outcome.answer == "")
    #expect(try out.list("").isEmpty)
  }
}
