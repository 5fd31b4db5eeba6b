import CensusStore
import CensusTestSupport
import Testing

struct UndoTests {
  @Test func takesBackMyLastBatch() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "both")
    _ = try desk.run("receive", "临沧", "--part", "both", "--by", "other")
    let outcome = try desk.run("undo")
    #expect(outcome.status == 0)
    #expect(
      outcome.answer == """
        undid 2 records of batch aaaaaaaa: paper, electronic of Kunming
        2 records made since stay as they are

        """)
    let units = try desk.json("units", "--state", "complete")
    #expect(units.column("unit") == ["临沧"])
    let history = try desk.json("history")
    #expect(history.rows.count == 5)
    #expect(history.column("retracted").filter { $0 == true }.count == 2)
    #expect(try desk.json("overview")["events"] == 2)
    #expect(try desk.run("undo").warnings == "census: there is nothing to undo.\n")
  }

  @Test func goesOverAllQuarters() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "昆明", "--part", "both")
    // Another quarter with findings, newer than the first.
    let folder = try #require(desk.folders["store"])
    let text = String(
      decoding: try folder.read("quarters/2018Q3.json", limit: 1 << 24), as: UTF8.self)
    let other = text.split(separator: "2018Q3", omittingEmptySubsequences: false)
      .joined(separator: "2019Q1")
    try Desk.put(Array(other.utf8), at: "quarters/2019Q1.json", in: folder)
    #expect(
      try desk.run("check", "--confirm-facts").warnings
        == "census: confirmed quarters/2019Q1.json.\n")
    #expect(try desk.json("overview")["quarter"] == "2019Q1")
    #expect(try desk.json("overview")["events"] == 0)
    #expect(try desk.run("undo").status == 0)
    #expect(try desk.json("overview", "--quarter", "2018Q3")["complete"] == 0)
  }

  @Test func aBatchIsNamedByItsDigits() throws {
    let desk = try Desk()
    let receipt = try JSON(try desk.run("receive", "昆明", "--part", "both", "--json").answer)
    let id = try #require(receipt["batch"]?.string)
    _ = try desk.run("receive", "临沧", "--part", "both")
    #expect(try desk.run("undo", "aaaaaa").status == 1)
    let outcome = try desk.run("undo", id, "--note", "登记错了")
    #expect(outcome.status == 0)
    #expect(try desk.json("units", "--state", "complete").column("unit") == ["临沧"])
    #expect(try desk.json("history").column("note").contains("登记错了"))
    let again = try desk.run("undo", id)
    #expect(again.status == 1)
    #expect(again.warnings == "census: batch aaaaaaaa was undone before.\n")
  }

  /// After a failed fsync nobody is told to repeat an undo, which would take another batch.
  ///
  /// What was not confirmed is forced to the disk by `check --complete`.
  @Test func aFailedForcingIsMadeUpFor() throws {
    for command in [["note", "昆明", "a"], ["receive", "昆明", "--part", "both"], ["undo"]] {
      let desk = try Desk()
      _ = try desk.run("receive", "临沧", "--part", "both")
      let base = try #require(desk.folders["store"] as? InMemoryFileSystem)
      try base.synchronizeAll()
      // The last step of all is to force the folder to the disk.
      let trial = try Desk()
      _ = try trial.run("receive", "临沧", "--part", "both")
      let steps = FaultyFileSystem(
        try #require(trial.folders["store"] as? InMemoryFileSystem), failingAt: .max,
        .error(.inputOutput))
      trial.folders["store"] = steps
      #expect(try trial.run(command).status == 0)
      let faulty = FaultyFileSystem(
        base, failingAt: steps.steps.count - 1, .error(.inputOutput))
      desk.folders["store"] = faulty
      let outcome = try desk.run(command)
      #expect(outcome.status == 1)
      #expect(
        outcome.warnings.hasSuffix(
          "the disk reports an error; make sure with census check --complete, and do not record "
            + "it again.\n"), "\(outcome.warnings)")
      #expect(outcome.warnings.hasPrefix("census: recorded as batch aaaaaaaa, but it is not "))
      let complete = try desk.run("check", "--complete")
      #expect(
        complete.warnings == "census: there is no batch to complete; all records are on the disk.\n"
      )
      base.powerCut()
      #expect(try desk.eventCount() == trial.eventCount(), "\(command) is on the disk")
    }
  }

  @Test func whatIsRepeatedIsForcedToTheDisk() throws {
    for command in [["note", "昆明", "a"], ["receive", "昆明", "--part", "both"], ["chase", "昆明"]] {
      let desk = try Desk()
      #expect(try desk.run(command).status == 0)
      let base = try #require(desk.folders["store"] as? InMemoryFileSystem)
      let counting = FaultyFileSystem(base, failingAt: .max, .error(.inputOutput))
      desk.folders["store"] = counting
      #expect(try desk.run(command).answer.contains("skipped"))
      #expect(counting.steps.contains(.synchronize), "\(command)")
      #expect(!counting.steps.contains(.rename))
    }
    // An undo that is repeated by its batch is refused, and forced to the disk all the same.
    let desk = try Desk()
    let id = try #require(
      try JSON(try desk.run("receive", "昆明", "--part", "both", "--json").answer)["batch"]?.string)
    _ = try desk.run("undo", id)
    let base = try #require(desk.folders["store"] as? InMemoryFileSystem)
    let counting = FaultyFileSystem(base, failingAt: .max, .error(.inputOutput))
    desk.folders["store"] = counting
    #expect(try desk.run("undo", id).status == 1)
    #expect(counting.steps.first == .synchronize)
  }

  /// An act of a quarter that nobody looks at is named with its quarter.
  @Test func theQuarterOfWhatIsUndoneIsNamed() throws {
    let desk = try Desk()
    _ = try desk.run("receive", "临沧", "--part", "paper", "--quarter", "2018Q3")
    let undone = try desk.run("undo", "--quarter", "2022Q3", "--lang", "zh")
    #expect(undone.status == 0)
    #expect(undone.answer.contains("；属于2018年三季度"))
    _ = try desk.run("receive", "临沧", "--part", "paper", "--quarter", "2018Q3")
    #expect(!(try desk.run("undo", "--lang", "zh").answer.contains("属于")))
  }
}
