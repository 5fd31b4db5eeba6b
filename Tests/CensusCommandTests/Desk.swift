import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// A supervisor's desk: the shipped store in memory, a fixed moment, a counted source of chance.
///
/// The moment is 2018-10-19 09:00 on the province's clock, the day before reports are due.
final class Desk {
  /// How a command ended, and what it left.
  struct Outcome: Equatable {
    var status: Int32
    var answer: String
    var warnings: String
    var errand: Errand?
  }

  var folders: [String: any FileSystem] = [:]
  var environment = ["CENSUS_STORE": "store", "CENSUS_ACTOR": "desk-2", "CENSUS_LANG": "en"]
  var login: String? = "somebody"
  var now = "2018-10-19T01:00:00Z"
  var output = World.Output.other
  /// What LibreOffice makes of a document; there is none unless a test says so.
  var saver: (_ document: [UInt8], _ form: OfficeForm) -> Conversion = { _, _ in .missing }
  /// What the converter makes of a document; there is none unless a test says so.
  var converter: (_ document: [UInt8]) -> Conversion = { _ in .missing }
  /// What `pdftotext` tells of a document; there is none unless a test says so.
  var words: (_ document: [UInt8]) -> Conversion = { _ in .missing }
  /// What the program was built of, as the build was told it.
  var commit: String?
  /// The store that was installed as an example.
  var example: String?
  /// What standard input holds.
  var input = ""
  /// How often chance was drawn upon; two desks that meet count from different numbers.
  var drawn = 0

  /// A desk with a copy of the shipped store in the folder `store`.
  init() throws {
    folders["store"] = try ShippedStore.copy()
  }

  static func put(_ bytes: [UInt8], at path: String, in fileSystem: any FileSystem) throws {
    let file = try fileSystem.create(path)
    try fileSystem.write(bytes, to: file)
    try fileSystem.synchronize(file)
    try fileSystem.close(file)
  }

  /// A desk on a morning on which commands were run that all did what they should.
  static func after(_ lines: [String], now: String = "2018-11-05T01:00:00Z") throws -> Desk {
    let desk = try Desk()
    desk.now = now
    for line in lines { try desk.does(line) }
    return desk
  }

  /// Runs a command, given as a line without quotes, that has to do what it should; what it says.
  @discardableResult
  func does(_ line: String) throws -> String {
    let outcome = try run(line: line)
    #expect(outcome.status == 0, "\(line): \(outcome.warnings)")
    return outcome.answer
  }

  /// Runs a command that is given as a line without quotes.
  func run(line: String) throws -> Outcome {
    try run(line.split(separator: " ").map(String.init))
  }

  /// How the finding that is printed in a row stands.
  func state(ofRow row: Int) throws -> JSON? {
    try json("findings", "--where", "row=\(row)").rows.first?["state"]
  }

  /// Runs a command.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs a command.
  func run(_ arguments: [String]) throws -> Outcome {
    let moment = try #require(Instant(now))
    var world = World(
      now: moment, environment: environment, commit: commit, example: example, login: login,
      output: output,
      openFolder: { [self] path, creating throws(FileError) in
        if let folder = folders[path] { return folder }
        guard creating else { throw FileError(.open, "", .missing) }
        let folder = InMemoryFileSystem()
        folders[path] = folder
        return folder
      },
      readInput: { [self] _ in Array(input.utf8) },
      convert: { [self] document in converter(document) },
      save: { [self] document, form in saver(document, form) },
      words: { [self] document in words(document) },
      randomHex: { [self] in
        drawn += 1
        let digits = String(drawn, radix: 16)
        return String(repeating: "a", count: 32 - digits.utf8.count) + digits
      })
    let status = execute(arguments, parsing: ParsedCalls.parse, in: &world)
    return Outcome(
      status: status, answer: world.answer, warnings: world.warnings, errand: world.errand)
  }

  /// The answer of a command in JSON, read back.
  func json(_ arguments: String...) throws -> JSON { try json(arguments) }

  /// What a command answers in JSON; it must be good.
  func json(_ arguments: [String]) throws -> JSON {
    let outcome = try run(arguments + ["--format", "json"])
    #expect(outcome.status == 0)
    // A list in JSON has no place to say that later records were left out.
    let isCut = arguments.contains("--known-at")
    #expect(outcome.warnings.contains("Only what was recorded until") == isCut)
    #expect(isCut || outcome.warnings == "")
    return try JSON(outcome.answer)
  }

  /// The number of event files in the store.
  func eventCount() throws -> Int {
    let folder = try #require(folders["store"])
    guard (try? folder.list("events")) != nil else { return 0 }
    return try folder.list("events").reduce(0) { count, quarter in
      try folder.list("events/\(quarter.name)").reduce(count) { count, day in
        try count + folder.list("events/\(quarter.name)/\(day.name)").count
      }
    }
  }
}
