import Testing

/// The real command line on a copy of the shipped store.
@Suite struct CommandLinePrograms {
  @Test func receivesUndoesAndKeepsHistory() async throws {
    let scratch = try Scratch()
    let common = ["--store", scratch.store, "--lang", "en", "--as-of", "2018-10-19"]
    let received = try await Programs.run(
      Programs.census, ["receive", "临沧", "--part", "electronic"] + common)
    #expect(
      received.output
        == "recorded 1 event for Lincang (4 sites); undo with: census undo "
        + "--store \(scratch.store)\n")
    #expect(received.status == 0)
    let units = try await Programs.run(
      Programs.census,
      ["units", "--prefecture", "临沧", "--format", "csv", "--no-bom"] + common)
    #expect(units.output.contains("paper missing"))
    let undone = try await Programs.run(Programs.census, ["undo"] + common)
    #expect(undone.status == 0)
    let after = try await Programs.run(
      Programs.census, ["units", "--prefecture", "临沧", "--format", "json"] + common)
    #expect(after.output.contains("\"submission\" : \"outstanding\""))
  }

  /// Both programs explain themselves in the language asked for, without a word of the other.
  @Test func theDashboardExplainsItselfInEitherLanguage() async throws {
    let scratch = try Scratch()
    let chinese = try await Programs.run(
      Programs.dashboard, ["--help", "--lang", "zh", "--store", scratch.store])
    #expect(chinese.output.hasPrefix("概述：政府网站普查督办的交互界面。\n"))
    let prose = chinese.output.split(separator: "\n").filter { !$0.hasPrefix("  census-tui") }
    for line in prose where !line.contains("5 Down p") {
      #expect(line.firstMatch(of: /[A-Za-z]{2,}:? [A-Za-z]{2,}/) == nil, "\(line)")
    }
    let english = try await Programs.run(
      Programs.dashboard, ["--help", "--lang", "en", "--store", scratch.store])
    #expect(english.output.hasPrefix("OVERVIEW: The dashboard of a census"))
    #expect(!english.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    for answer in [chinese, english] {
      #expect(answer.status == 0)
      #expect(answer.errors.isEmpty)
    }
  }

  @Test func checkFindsTenRowsAndExitsWithTwo() async throws {
    let scratch = try Scratch()
    let answer = try await Programs.run(
      Programs.census, ["check", "--store", scratch.store, "--format", "json"])
    #expect(answer.output.split(separator: "\n").count { $0.contains("\"code\" :") } == 10)
    #expect(answer.status == 2)
  }

  @Test func aClosedPipeEndsItQuietly() async throws {
    let scratch = try Scratch()
    let answer = try await Programs.run(
      "/bin/bash",
      [
        "-c",
        "\(Programs.census) findings --format json --store \(scratch.store) | true; "
          + "echo ${PIPESTATUS[0]}",
      ])
    #expect(["0\n", "141\n"].contains(answer.output))
    #expect(answer.errors.isEmpty)
  }

  /// Behind other text a byte order mark would be a character of the table.
  @Test func aByteOrderMarkBeginsANewFileOnly() async throws {
    let scratch = try Scratch()
    let list = "\(Programs.census) units --format csv --store \(scratch.store)"
    let path = "\(scratch.path)/a.csv"
    let answer = try await Programs.run("/bin/sh", ["-c", "\(list) > \(path); \(list) >> \(path)"])
    #expect(answer.status == 0)
    let text = try #require(scratch.text("a.csv"))
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.unicodeScalars.count { $0 == "\u{FEFF}" } == 1)
    #expect(text.split(separator: "\r\n").count == 16)
  }

  @Test func aFullDeviceIsNoSuccess() async throws {
    let scratch = try Scratch()
    let answer = try await Programs.run(
      "/bin/sh", ["-c", "\(Programs.census) sites --store \(scratch.store) > /dev/full"])
    #expect(answer.status == 1)
    #expect(answer.errors.split(separator: "\n").count == 1)
  }

  /// Whoever repeats an undo that was recorded takes a second act back.
  @Test func aRecordWhoseAnswerIsLostIsSaidToBeRecorded() async throws {
    let scratch = try Scratch()
    let answer = try await Programs.run(
      "/bin/sh",
      [
        "-c",
        "\(Programs.census) receive 临沧 --part paper --on 2018-10-20 --lang zh --store "
          + "\(scratch.store) > /dev/full",
      ])
    #expect(answer.status == 1)
    #expect(
      answer.errors == "census: 已经登记并存盘，但结果无法写出：磁盘已满；不要重复登记，用 census history 查看。\n")
  }
}
