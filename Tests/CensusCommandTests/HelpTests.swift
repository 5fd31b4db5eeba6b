import CensusTestSupport
import Testing

struct HelpTests {
  @Test(arguments: [
    "", "overview", "quarters", "prefectures", "sites", "findings", "issues", "units", "deadlines",
    "trends", "show", "check", "history", "report", "receive", "return", "waive", "extend", "chase",
    "contact",
    "detail", "recheck", "order", "account", "availability", "void", "reinstate", "correct", "note",
    "undo", "redo", "retract", "resolve", "verify", "init", "demo",
  ])
  func help(command: String) throws {
    let arguments = command.isEmpty ? ["--help"] : [command, "--help"]
    let outcome = try Desk().run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.warnings == "")
    expectGolden(outcome.answer, named: "help-\(command.isEmpty ? "census" : command)")
  }

  @Test func version() throws {
    #expect(try Desk().run("--version").answer == "0.1.0\n")
  }
}
