import Testing

/// Letters from the menu of the real program, previewed, written, and recorded only by a further key.
@Suite struct WrittenPapers {
  @Test func aReminderIsWrittenAndRecorded() async throws {
    let scratch = try Scratch()
    let keys = "5 / lit:临沧 Enter F9 c Enter C-u lit:\(scratch.path)/函.txt Enter"
    for (key, count) in [("n", 0), ("y", 1)] {
      let frame = try await Programs.run(
        Programs.dashboard,
        [
          "--store", scratch.store, "--as-of", "2018-10-23", "--lang", "zh", "--print-frame",
          "--size", "120x30", "--keys", keys + " " + key,
        ])
      #expect(frame.status == 0, "\(frame.errors)")
      let history = try await Programs.run(
        Programs.census, ["history", "--store", scratch.store, "--format", "json"])
      #expect(history.output.contains("\"chase\"") == (count == 1), "\(history.output)")
    }
    let letter = try await Programs.run(
      Programs.census,
      ["letter", "chase", "临沧", "--store", scratch.store, "--as-of", "2018-10-23", "--lang", "zh"])
    #expect(scratch.text("函.txt") == scratch.text("函-2.txt"))
    #expect(scratch.text("函.txt")?.contains("临沧") == true)
    // What was recorded since is in the letter of today.
    #expect(letter.output.contains("临沧"))
  }
}
