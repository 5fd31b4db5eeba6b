import Testing

/// What is typed reaches the store as it was typed, or not at all.
@Suite struct BytesOfArguments {
  /// A shell that makes the bytes, since no text has them.
  private func run(
    _ program: String, _ arguments: String, in scratch: Scratch, setting: String = "CENSUS_LANG=zh"
  ) async throws -> Programs.Answer {
    try await Programs.run(
      "/bin/bash",
      [
        "-c",
        "LC_ALL=C; export \(setting); exec \(program) \(arguments) --store \(scratch.store) "
          + "--quarter 2018Q3 --as-of 2018-10-19",
      ])
  }

  private func history(_ scratch: Scratch) async throws -> String {
    try await Programs.run(
      Programs.census, ["history", "--store", scratch.store, "--format", "json"]
    ).output
  }

  /// 原文 in GBK, wherever a command takes a text.
  @Test(arguments: [
    (#"note 昆明 $'\xd4\xad\xce\xc4'"#, 3), (#"note $'\xd4\xad\xce\xc4' a"#, 2),
    (#"receive 昆明 --part paper --signer $'\xd4\xad\xce\xc4'"#, 6),
    (#"chase 昆明 --answer=$'\xd4\xad\xce\xc4'"#, 3),
    (#"contact 昆明 --name $'\xd4\xad\xce\xc4'"#, 4),
    (#"receive 昆明 --part electronic --file $'\xd4\xad\xce\xc4.doc'"#, 6),
    (#"receive 昆明 --part paper --by $'\xd4\xad\xce\xc4'"#, 6),
  ])
  func bytesThatAreNoTextAreRefused(arguments: String, number: Int) async throws {
    let scratch = try Scratch()
    let answer = try await run(Programs.census, arguments, in: scratch)
    #expect(answer.status == 64)
    #expect(answer.output == "")
    #expect(answer.errors.hasPrefix("census: 第\(number)个参数“"))
    #expect(answer.errors.hasSuffix("请设 LC_ALL=zh_CN.GB18030；否则请改用 UTF-8 输入。\n"))
    #expect(try await history(scratch) == "[]\n")
  }

  @Test func anActorThatIsNoTextIsRefused() async throws {
    let scratch = try Scratch()
    let answer = try await run(
      Programs.census, "receive 昆明 --part paper", in: scratch,
      setting: #"CENSUS_LANG=en CENSUS_ACTOR=$'\xd4\xad\xce\xc4'"#)
    #expect(answer.status == 64)
    #expect(answer.errors.hasPrefix("census: the value of CENSUS_ACTOR is no text in UTF-8"))
    #expect(try await history(scratch) == "[]\n")
  }

  @Test func theDashboardRefusesThemToo() async throws {
    let scratch = try Scratch()
    let answer = try await run(
      Programs.dashboard, #"--plain --view $'\xd4\xad\xce\xc4'"#, in: scratch)
    #expect(answer.status == 64)
    #expect(answer.errors.hasPrefix("census-tui: 第3个参数“"))
  }

  /// Where the locale says so, the same bytes are Chinese; it need not be installed.
  @Test(arguments: ["zh_CN.GBK", "zh_CN.GB18030", "zh_CN.gb2312"])
  func theCharacterSetOfTheLocaleIsRead(locale: String) async throws {
    let scratch = try Scratch()
    let answer = try await run(
      Programs.census, #"note $'\xc0\xa5\xc3\xf7' $'\xd4\xad\xce\xc4'"#, in: scratch,
      setting: #"CENSUS_ACTOR=$'\xc0\xee' LC_ALL="# + locale)
    #expect(answer.status == 0, "\(answer.errors)")
    let history = try await history(scratch)
    #expect(history.contains("\"note\" : \"原文\""))
    #expect(history.contains("\"recordedBy\" : \"李\""))
  }
}
