import CensusCommand
import Testing

/// What a shell is told can stand in a place of the command line.
struct CompletionTests {
  private func candidates(
    _ desk: Desk, _ command: String, _ argument: String, _ words: String...
  ) throws -> [String] {
    let outcome = try desk.run(
      ["---completion", command, "--", argument, "1", "0", "census", command] + words)
    #expect(outcome.status == 0)
    #expect(outcome.warnings == "")
    return outcome.answer.split(separator: "\n").map(String.init)
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.environment["CENSUS_STORE"] = "store"
    return desk
  }

  @Test func idsAreThoseOfTheQuarter() throws {
    let ids = try candidates(try desk(), "receive", "positional@0")
    for id in ["临沧", "云南省文化厅", "2018Q3", "2018Q3-17", "5309260040"] {
      #expect(ids.contains(id), "\(id)")
    }
    #expect(Set(ids).count == ids.count)
    #expect(!ids.contains(""))
  }

  @Test func fieldsAreThoseOfTheList() throws {
    let desk = try desk()
    let fields = try candidates(desk, "units", "--sort")
    #expect(fields.contains("daysLeft") && fields.contains("submission"))
    #expect(!fields.contains("code"))
    #expect(try candidates(desk, "findings", "--where").contains("issues="))
    #expect(try candidates(desk, "export", "--columns", "sites").contains("daysLeft"))
  }

  @Test func wordsOfTheirKindComplete() throws {
    let desk = try desk()
    #expect(try candidates(desk, "units", "--quarter").contains("2018Q3"))
    #expect(try candidates(desk, "units", "--prefecture").contains("Lincang"))
    #expect(try candidates(desk, "findings", "--issue").contains("text_errors"))
    #expect(try candidates(desk, "units", "--state").contains("paperMissing"))
    #expect(try candidates(desk, "findings", "--state").contains("整改不到位"))
    #expect(try candidates(desk, "verify", "positional@0").contains("rateMismatch/临沧"))
    #expect(try candidates(desk, "export", "positional@0").contains("quarter"))
  }

  @Test func theStoreAndTheQuarterOnTheLineAreMeant() throws {
    let desk = try desk()
    desk.environment["CENSUS_STORE"] = "nowhere"
    #expect(try candidates(desk, "receive", "positional@0").isEmpty)
    let ids = try candidates(
      desk, "receive", "positional@0", "--store", "'store'", "--quarter=2018Q3")
    #expect(ids.contains("2018Q3-7"))
  }

  @Test func pathsCompleteByTheShell() throws {
    let script = try desk().run("--generate-completion-script", "bash").answer
    #expect(script.contains("---completion"))
    #expect(script.contains("__census_add_completions -d"))
    #expect(script.contains("__census_add_completions -f"))
  }
}
