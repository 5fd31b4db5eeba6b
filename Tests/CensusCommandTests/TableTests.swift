import CensusCommand
import CensusTestSupport
import Testing

/// Every answer as people read it, in both languages.
struct TableTests {
  static let commands = [
    "overview", "quarters", "prefectures", "sites", "findings --mentions", "issues", "units",
    "deadlines", "check", "history", "show 昆明", "show 省直", "show 5309260040", "show 2018Q3-17",
    "show aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", "overview --quarter 2022Q3",
  ]

  /// A morning's work: Kunming is complete, Lincang's paper copy has to go back, a remark.
  static func morning() throws -> Desk {
    let desk = try Desk()
    for command in [
      "receive 昆明 --part both --on 2018-10-18 --incoming 政-118",
      "receive 临沧 --part paper --on 2018-10-19 --signature other --except 2018Q3-18",
      "note 保山 已电话联系",
    ] {
      #expect(try desk.run(command.split(separator: " ").map(String.init)).status == 0)
    }
    return desk
  }

  @Test(arguments: ["zh", "en"])
  func tables(language: String) throws {
    let desk = try Self.morning()
    desk.environment["CENSUS_LANG"] = language
    var text = ""
    for command in Self.commands {
      let outcome = try desk.run(
        command.split(separator: " ").map(String.init) + ["--as-of", "2018-10-22"])
      #expect(outcome.warnings == "")
      #expect(outcome.status == (command == "check" ? 2 : 0))
      text += "$ census \(command)\n\(outcome.answer)\n"
    }
    expectGolden(text, named: "tables-\(language)")
  }

  @Test func jsonOfEveryCommand() throws {
    let desk = try Self.morning()
    var text = ""
    for command in Self.commands where command != "findings --mentions" {
      let arguments = command.split(separator: " ").map(String.init)
      let outcome = try desk.run(arguments + ["--format", "json", "--as-of", "2018-10-22"])
      #expect(outcome.warnings == "")
      text += "$ census \(command)\n\(outcome.answer)\n"
    }
    expectGolden(text, named: "json")
  }

  @Test(arguments: ["csv", "markdown"])
  func otherForms(format: String) throws {
    let desk = try Self.morning()
    desk.environment["CENSUS_LANG"] = "zh"
    var text = ""
    for command in ["overview", "prefectures", "units", "sites --issue home_not_updated", "check"] {
      let arguments = command.split(separator: " ").map(String.init)
      text += try desk.run(arguments + ["--format", format, "--as-of", "2018-10-22"]).answer
    }
    expectGolden(text, named: format)
  }

  @Test func colourMarksWhatIsOverdue() throws {
    let desk = try Desk()
    let late = ["deadlines", "--as-of", "2018-10-21", "--color", "always"]
    #expect(try desk.run(late).answer.contains("\u{1B}[31m7\u{1B}[0m"))
    desk.output = .terminal
    #expect(try desk.run("deadlines").answer.contains("\u{1B}[1m"))
    desk.environment["NO_COLOR"] = "1"
    #expect(try !desk.run("deadlines").answer.contains("\u{1B}"))
    #expect(try desk.run(late).answer.contains("\u{1B}"))
  }

  @Test func csvBeginsWithAMarkOnlyInAFile() throws {
    let desk = try Desk()
    let plain = try desk.run("deadlines", "--format", "csv").answer
    #expect(plain.unicodeScalars.first == "Q")
    desk.output = .file
    #expect(try desk.run("deadlines", "--format", "csv").answer == "\u{FEFF}" + plain)
    #expect(try desk.run("deadlines", "--format", "csv", "--no-bom").answer == plain)
    desk.output = .terminal
    #expect(try desk.run("deadlines", "--format", "csv", "--bom").answer == "\u{FEFF}" + plain)
    #expect(
      Array(plain.utf8)
        == Array(
          "Quarter,Due,Units,Sites,Complete,Waived,Overdue,Rounds\r\n2018Q3,2018-10-20,7,19,0,0,0,1\r\n"
            .utf8))
  }
}
