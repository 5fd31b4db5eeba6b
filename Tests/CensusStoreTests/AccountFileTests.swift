import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Accounts in a quarter's file: an optional `platform` beside the name (notices.md 4).
struct AccountFileTests {
  private func file(_ row: String) throws -> QuarterFile {
    let files = try Sample.memory(
      withQuarter: """
        {"quarter":"2018Q3","coverage":"full","annex2":{"title":"附件2","headings":[],"rows":[
        {"row":1,"prefecture":"昆明","name":"甲发布",\(row)"text":"僵尸","issues":["nm_not_updated"]}]}}
        """)
    var store = try Store.open(files)
    return store.inspection(of: Sample.quarter)
  }

  /// Spellings are one platform, and a row without it is a site, as ever.
  @Test(arguments: [
    (#""platform":"微信","code":null,"#, "@微信#甲发布"), (#""platform":"政务微信","#, "@微信#甲发布"),
    (#""code":null,"#, "昆明#甲发布"), (#""code":"5301000001","#, "5301000001"),
  ])
  func rowsAreRead(fields: String, code: String) throws {
    let file = try file(fields)
    #expect(file.problems == [])
    #expect(file.inspection?.findings.map(\.code.text) == [code])
  }

  /// An empty platform, and one beside a code, are named; the rest of the file is read.
  @Test(arguments: [
    (#""platform":"","#, "/annex2/rows/0/platform", RecordFault.Expectation.someText),
    (#""platform":"微信","code":"5301000001","#, "/annex2/rows/0/code", .nothing),
  ])
  func faultsAreNamed(fields: String, pointer: String, expectation: RecordFault.Expectation) throws
  {
    let file = try file(fields)
    #expect(file.inspection?.findings == [])
    #expect(
      file.problems.first
        == Problem(
          .damagedPart(
            path: "quarters/2018Q3.json",
            RecordFault(pointer: pointer, expectation: expectation))))
  }

  /// Written again an account is what it was, and a site's row has no field more.
  @Test func accountsAreWritten() throws {
    var shipped = try ShippedStore.open()
    let quarter = ShippedStore.quarter
    let before = try #require(shipped.inspection(of: quarter).inspection)
    let account = Finding(
      id: FindingID(quarter, number: 21), prefecture: "昆明",
      code: SiteCode(account: "甲 发布#一", on: AccountPlatform(printed: "试验圈")), siteName: "甲 发布#一",
      text: "僵尸", issues: ["nm_not_updated"])
    let inspection = before.with(findings: before.findings + [account])
    let files = InMemoryFileSystem()
    try Store.initialise(
      files, settings: shipped.settings, directory: shipped.directory, inspections: [inspection])
    var copy = try Store.open(files)
    #expect(copy.inspection(of: quarter).inspection == inspection)
    let text = String(
      decoding: try files.read("quarters/\(quarter).json", limit: 1 << 20), as: UTF8.self)
    #expect(text.split(separator: "\"platform\"").count == 2)
    #expect(text.contains(#""name": "甲 发布#一", "platform": "试验圈", "code": null"#))
  }
}
