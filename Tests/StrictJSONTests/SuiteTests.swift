import StrictJSON
import Testing

/// Held against every case of the known suite of texts for JSON parsers.
struct SuiteTests {
  @Test(arguments: SuiteCase.mustBeAccepted)
  func accepts(_ item: SuiteCase) {
    #expect(item.found == item.fault)
  }

  @Test(arguments: SuiteCase.mustBeRefused)
  func refuses(_ item: SuiteCase) {
    #expect(item.found == item.fault)
  }

  @Test(arguments: SuiteCase.leftOpen)
  func decides(_ item: SuiteCase) {
    #expect(item.found == item.fault)
  }

  /// None is missing, and none is there twice.
  @Test func allCasesAreThere() {
    #expect(SuiteCase.mustBeAccepted.count == 95)
    #expect(SuiteCase.mustBeRefused.count == 188)
    #expect(SuiteCase.leftOpen.count == 35)
    let all = SuiteCase.mustBeAccepted + SuiteCase.mustBeRefused + SuiteCase.leftOpen
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(SuiteCase.mustBeRefused.allSatisfy { $0.fault != nil })
  }

  /// The one thing in which we are stricter than the suite.
  @Test func onlyKeysThatComeTwiceAreRefusedBeyondTheSuite() {
    let refused = SuiteCase.mustBeAccepted.filter { $0.fault != nil }
    #expect(refused.map(\.name) == ["object: a key twice", "object: a key and its value twice"])
  }
}
