import CensusCore
import CensusStore
import Testing

/// A small store of the tests' own, and what is recorded in it.
enum Sample {
  static let quarter = quarter("2018Q3")
  static let settings = Settings(
    id: "00000000-0000-0000-0000-000000000001", title: Phrase("甲省普查", "Census of A"),
    province: Phrase("甲省", "A"), language: .chinese)

  static func quarter(_ text: String) -> Quarter {
    guard let quarter = Quarter(text) else { preconditionFailure(text) }
    return quarter
  }

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure(text) }
    return day
  }

  static func instant(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure(text) }
    return instant
  }

  /// An empty store in memory, all of it on the disk.
  static func memory() throws -> InMemoryFileSystem {
    let files = InMemoryFileSystem()
    try Store.initialise(files, settings: settings)
    files.powerCut()
    return files
  }

  /// A store in memory with one quarter, confirmed as it is.
  static func memory(withQuarter text: String) throws -> InMemoryFileSystem {
    let files = try memory()
    _ = try files.makeDirectory("quarters")
    try write(text, to: "quarters/2018Q3.json", in: files)
    try confirmFacts(in: files)
    return files
  }

  /// Takes what a test has written for what was published.
  static func confirmFacts(in files: any FileSystem) throws {
    var store = try Store.open(files)
    _ = try store.confirmFacts()
  }

  /// Somebody whose random numbers begin at a number of their own.
  static func recorder(
    _ actor: String = "desk-2", at instant: String = "2018-10-19T01:00:00Z", from first: Int = 1
  ) -> Recorder {
    var next = first - 1
    return Recorder(actor: actor, origin: "cli", at: Sample.instant(instant)) {
      next += 1
      let digits = String(next, radix: 16)
      return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }
  }

  static func receipt(_ unit: UnitID, _ part: Part = .electronic) -> EventDraft {
    EventDraft(
      on: day("2018-10-19"), quarter: quarter, subject: .unit(unit),
      payload: .receipt(Receipt(part: part)))
  }

  static func note(_ text: String, on unit: UnitID = "临沧") -> EventDraft {
    EventDraft(
      on: day("2018-10-19"), quarter: quarter, subject: .unit(unit),
      payload: .note(Note(text: text)))
  }

  static func path(of event: Event) -> String {
    let folder = event.quarter.map(\.description) ?? "standing"
    let day = event.at.description.prefix(10)
    return "events/\(folder)/\(day)/\(event.id).json"
  }
}
