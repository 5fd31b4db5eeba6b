import CensusTestSupport
import FoundationEssentials
import Testing

/// The real programs, killed, interrupted and refused between two calls to the system.
///
/// They need strace and the right to use it. `.ci/run` installs it and sets `CENSUS_FAULTS`, with
/// which nothing is left out.
@Suite(
  .enabled("strace is not installed, or may not be used here") { await Faults.canBeMade() }
)
struct FaultsOfTheDisk {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private var common: [String] {
    ["--store", scratch.store, "--lang", "en", "--as-of", "2018-10-19"]
  }

  private func census(_ arguments: String...) async throws -> Programs.Answer {
    try await Programs.run(Programs.census, arguments + common)
  }

  /// Runs a program with faults, as strace writes them; its calls are left in `trace`.
  private func run(
    _ program: [String], tracing calls: String, _ fault: String? = nil, at path: String? = nil
  ) async throws -> Programs.Answer {
    try await Programs.run(
      "strace",
      ["-f", "-qq", "-y", "-o", scratch.path + "/trace", "-e", "trace=\(calls)"]
        + (path.map { ["-P", "\(scratch.store)/\($0)"] } ?? [])
        + (fault.map { ["-e", "inject=\($0)"] } ?? []) + program)
  }

  private func batch() async throws -> String {
    let history = try await census("history", "--format", "json").output
    return try String(#require(history.firstMatch(of: #/"batch" : "([0-9a-f]{8})/#)).1)
  }

  @Test func aBatchOfAKilledProgramIsSaidAndCompleted() async throws {
    let killed = try await run(
      [Programs.census, "receive", "昆明", "--part", "both"] + common, tracing: "renameat",
      "renameat:signal=KILL:when=2")
    #expect(killed.status == 137)
    #expect(killed.output == "")
    let id = try await batch()
    let said =
      "census: batch \(id) is recorded in part, 1 of 2 records: the program was stopped half way; "
      + "complete it with census check --complete, or take it back with census undo \(id).\n"
    for command in [["units"], ["chase", "怒江", "--by", "李四"]] {
      #expect(try await Programs.run(Programs.census, command + common).errors == said)
    }
    let frame = try await Programs.run(
      Programs.dashboard, ["--plain"] + common, setting: ["HOME=\(scratch.path)"])
    #expect(frame.output.contains("batch \(id) is recorded in part, 1 of 2 records"))
    let completed = try await census("check", "--complete", "--sweep")
    #expect(
      completed.errors
        == "census: completed batch \(id), 2 records; undo with: census undo \(id)\n"
        + "census: removed 0 temporary files.\n")
    #expect(try await census("units").errors == "")
    #expect(try await census("units", "--state", "complete").output.contains("Kunming"))
  }

  /// The dashboard says so as well, and its key puts the rest in place.
  @Test(.enabled(if: Programs.hasTmux, "tmux is not installed"), arguments: ["en", "zh"])
  func theDashboardCompletesABatchOfAKilledProgram(_ language: String) async throws {
    let isEnglish = language == "en"
    let screen = try await Screen(
      "exec \(Programs.dashboard) --store \(scratch.store) --lang \(language) "
        + "--as-of 2018-10-19 --view checks", in: scratch, columns: 120, rows: 30)
    try await screen.wait(for: isEnglish ? "to verify" : "待核")
    _ = try await run(
      [Programs.census, "receive", "昆明", "--part", "both"] + common, tracing: "renameat",
      "renameat:signal=KILL:when=2")
    let id = try await batch()
    try await screen.wait(
      for: isEnglish
        ? "Batch \(id) is recorded in part, 1 of 2 records" : "批次\(id)应有2条记录，只登记了1条（程序中途被终止）；补全按 C")
    try await screen.press("C")
    let text = try await screen.wait(
      for: isEnglish ? "Completed batch \(id), 2 records" : "已补全批次\(id)，共2条记录")
    #expect(!text.contains(isEnglish ? "batches cut short" : "半批登记"))
    #expect(try await census("units").errors == "")
    #expect(try await census("units", "--state", "complete").output.contains("Kunming"))
    try await screen.press("C")
    try await screen.wait(for: isEnglish ? "There is no batch to complete" : "没有可以补全的批次")
    try await screen.press("Q")
    try await screen.close()
  }

  @Test func aBatchOfAKilledProgramIsTakenBack() async throws {
    _ = try await run(
      [Programs.census, "receive", "昆明", "--part", "both"] + common, tracing: "renameat",
      "renameat:signal=KILL:when=2")
    #expect(try await census("undo", try await batch()).status == 0)
    #expect(try await census("units").errors == "")
  }

  /// The signals that stop a program find it before the batch or after it, never within.
  @Test(arguments: ["TERM", "INT", "HUP"], [1, 2])
  func signalsWaitForABatch(_ signal: String, _ rename: Int) async throws {
    let fault = "renameat:signal=\(signal):when=\(rename)"
    let stopped = try await run(
      [Programs.census, "receive", "昆明", "--part", "both"] + common, tracing: "renameat", fault)
    #expect(stopped.status > 128)
    let frame = try await run(
      [Programs.dashboard, "--print-frame", "--keys", "5 Down b"] + common, tracing: "renameat",
      fault)
    #expect(frame.status > 128)
    let trace = try #require(scratch.text("trace"))
    #expect(trace.contains("SIG\(signal)"), "the signal came")
    let history = try await census("history", "--format", "json")
    #expect(history.errors == "")
    #expect(history.output.matches(of: #/"type" : "receipt"/#).count == 4)
  }

  /// What is found recorded already is forced to the disk once more: its file and its folders.
  @Test func aRepetitionForcesWhatFailedBefore() async throws {
    // The first record also notes that there are records; those after it take the same steps.
    _ = try await run([Programs.census, "note", "昆明", "a"] + common, tracing: "fsync")
    _ = try await run([Programs.census, "note", "怒江", "a"] + common, tracing: "fsync")
    let steps = try #require(scratch.text("trace")).split(separator: "\n").count
    let other = [Programs.census, "note", "临沧", "a"] + common
    let failed = try await run(other, tracing: "fsync", "fsync:error=EIO:when=\(steps)")
    #expect(failed.status == 1)
    let id = try await batch()
    let folder = try #require(failed.errors.firstMatch(of: #/“(events/2018Q3/[-0-9]+)”/#)).1
    #expect(
      failed.errors
        == "census: recorded as batch \(id), but it is not certain that it is on the disk: "
        + "“\(folder)”: the disk reports an error; make sure with census check --complete, and do "
        + "not record it again.\n")
    let again = try await run(other, tracing: "fsync")
    #expect(again.output == "skipped: 临沧 (recorded before)\n")
    let trace = try #require(scratch.text("trace"))
    #expect(trace.contains(#/\/store\/events\/2018Q3\/[-0-9]+\/[0-9a-f]{32}\.json/#))
    #expect(trace.contains("/store/\(folder)>"))
    let complete = try await run(
      [Programs.census, "check", "--complete"] + common, tracing: "syncfs")
    #expect(
      complete.errors == "census: there is no batch to complete; all records are on the disk.\n")
    #expect(try #require(scratch.text("trace")).contains("/store>"))
  }

  @Test func aRefusedRenameNamesTheRecord() async throws {
    let refused = try await run(
      [Programs.census, "note", "昆明", "a"] + common, tracing: "renameat",
      "renameat:error=EACCES")
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "census: nothing was recorded: a new record in “events/2018Q3”: it is not permitted; mend "
        + "that and try again.\n")
  }

  @Test func aListingErrorRefusesTheMark() async throws {
    _ = try await census("note", "昆明", "a")
    let refused = try await run(
      [Programs.census, "note", "昆明", "b"] + common, tracing: "getdents64",
      "getdents64:error=EIO", at: "events/2018Q3")
    #expect(refused.status == 1)
    #expect(
      refused.errors.hasSuffix(
        "census: nothing was recorded: “events/2018Q3”: the disk reports an error; mend that and "
          + "try again.\n"), "\(refused.errors)")
    let history = try await census("history", "--format", "json").output
    #expect(history.matches(of: #/"type" : "note"/#).count == 1)
  }
}

/// A limit on the size of files needs no strace.
@Suite struct LimitsOfTheSession {
  @Test func aFileThatMayNotGrowIsSaid() async throws {
    let scratch = try Scratch()
    let refused = try await Programs.run(
      "/bin/bash",
      [
        "-c",
        "ulimit -f 0; exec \(Programs.census) note 昆明 a --lang en --store "
          + scratch.store,
      ])
    #expect(refused.status == 1)
    #expect(
      refused.errors.hasSuffix(
        ": the file would be larger than is permitted; mend that and try again.\n"),
      "\(refused.errors)")
  }
}

/// Whether faults can be made here.
enum Faults {
  static func canBeMade() async -> Bool {
    if ProcessInfo.processInfo.environment["CENSUS_FAULTS"] != nil { return true }
    let trial = try? await Programs.run(
      "strace", ["-o", "/dev/null", "-e", "trace=none", "true"])
    return trial?.status == 0
  }
}
