import CensusCore
import CensusLists
import CensusReports
import CensusStore
import CensusTestSupport
import FoundationEssentials
import Testing

/// What office programs make of the workbooks and documents that leave the office.
@Suite(.enabled(if: Office.isHere, "LibreOffice is not installed"))
struct OfficeForms {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private static let acts = [
    "receive 昆明 --part both --on 2018-10-18 --incoming 政-118",
    "receive 迪庆 --part paper --unsigned --on 2018-10-18",
    "receive 临沧 --part both --on 2018-10-19 --signer =李市长",
    "chase 怒江 --channel phone --to 王联络 --answer=-周五报 --promised 2018-10-24 --on 2018-10-22",
    "recheck 2018Q3-3 --passed --on 2018-11-05",
    "recheck 2018Q3-5 --failed --note +1 --on 2018-11-05",
    "order 2018Q3-5 --until 2018-11-30 --reference 督办函〔2018〕3号 --on 2018-11-06",
    "recheck 2018Q3-17 --failed --on 2018-11-05",
    "account 临沧 --stage opened --approved-by 分管副秘书长 --on 2018-11-07",
  ]

  private func livedIn() async throws {
    for act in Self.acts {
      let answer = try await census(act.split(separator: " ").map(String.init))
      #expect(answer.status == 0, "\(act): \(answer.errors)")
    }
  }

  private func census(_ arguments: [String]) async throws -> Programs.Answer {
    try await Programs.run(
      Programs.census, arguments + ["--store", scratch.store, "--lang", "zh"])
  }

  /// Has LibreOffice save some files in another form.
  private func saved(_ names: [String], as form: String) async throws {
    let answer = try await Programs.run(
      "soffice",
      ["-env:UserInstallation=file://\(scratch.path)/profile", "--headless", "--convert-to", form]
        + ["--outdir", "\(scratch.path)/saved"] + names.map { "\(scratch.path)/\($0)" },
      setting: ["HOME=\(scratch.path)"])
    #expect(answer.status == 0, "\(answer.errors)")
  }

  private func read(_ name: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: "\(scratch.path)/saved/\(name)"))
    return String(decoding: data, as: UTF8.self)
  }

  /// Every list as a workbook has the values that its CSV has: codes with all their digits, days, and
  /// nothing that was reckoned.
  @Test func workbooksHaveWhatCSVHas() async throws {
    try await livedIn()
    let store = try Store.open(DiskFileSystem(root: scratch.store))
    var opened = store
    let quarter = try #require(Quarter("2018Q3"))
    let projection = Projection(
      of: try #require(opened.inspection(of: quarter).inspection), directory: store.directory,
      events: opened.events(of: quarter).events, settings: store.settings,
      asOf: try #require(Day("2018-11-10")))
    var expected: [String: [[String]]] = [:]
    func write<Row>(_ roll: Roll<Row>) throws {
      let name = try #require(roll.name?.rawValue)
      try Data(roll.xlsx(.chinese)).write(to: URL(filePath: "\(scratch.path)/\(name).xlsx"))
      expected[name] = fieldsOfCSV(roll.csv(.chinese, bom: false))
    }
    try write(projection.unitsRoll(projection.receiptDesk))
    try write(projection.prefecturesRoll)
    try write(projection.sitesRoll(projection.sites))
    try write(projection.findingsRoll(projection.findings))
    try write(projection.issuesRoll)
    try write(projection.deadlinesRoll)
    try write(projection.rechecksRoll(projection.findings))
    try write(projection.ledgerRoll(isWhole: true))
    try write(
      projection.historyRoll(
        projection.history, offset: store.settings.offset, language: .chinese, isWhole: true))
    // 76: UTF-8; texts in quotes; cells as they are shown.
    try await saved(
      expected.keys.sorted().map { "\($0).xlsx" },
      as: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")
    for (name, rows) in expected.sorted(by: { $0.key < $1.key }) {
      let found = fieldsOfCSV(try read("\(name).csv"))
      #expect(found.count == rows.count, "\(name)")
      for (found, row) in zip(found, rows) {
        // Only CSV guards against formulas.
        #expect(found.map(unguarded) == row.map(unguarded), "\(name)")
      }
    }
  }

  private func unguarded(_ text: String) -> String { text.filter { $0 != "'" } }

  /// A letter as a document says what it says as text.
  @Test func lettersSayWhatTheirTextsSay() async throws {
    try await livedIn()
    let letters = [
      "chase 怒江", "chase 迪庆", "order 昆明", "transfer 临沧 --to 驻省政府办公厅纪检监察组", "recheck 昆明",
    ]
    var expected: [String: String] = [:]
    for (number, letter) in letters.enumerated() {
      let call =
        ["letter"] + letter.split(separator: " ").map(String.init) + ["--as-of", "2018-11-10"]
      expected["\(number)"] = try await census(call).output
      let answer = try await census(call + ["--output", "\(scratch.path)/\(number).docx"])
      #expect(answer.status == 0, "\(answer.errors)")
    }
    try await saved(expected.keys.sorted().map { "\($0).docx" }, as: "txt:Text (encoded):UTF8")
    for (name, text) in expected {
      #expect(words(try read("\(name).txt")) == words(text), "\(letters[Int(name) ?? 0])")
    }
  }

  /// The text without blanks and the rules of tables.
  private func words(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{FEFF}" }
  }
}
