import CensusCommand
import CensusCore
import CensusLists
import CensusReports
import CensusStore
import CensusTestSupport
import CensusViews
import StrictJSON
import Testing

/// Every error with its sentence in both languages.
struct MessageTests {
  static let errors: [CommandError] = [
    .cannotOpen(path: "/x", .noStore),
    .cannotOpen(path: "/x", .file(FileError(.open, "", .notPermitted))),
    .cannotOpen(
      path: "/x",
      .damagedStore(.syntax(JSONFault(offset: 9, line: 2, column: 3, expectation: .colon)))),
    .cannotOpen(path: "/x", .newerStore(minReader: 2, supported: 1)),
    .emptyClone(path: "/x y"),
    .noOtherStore(path: "/x"), .noStoreYet(path: "/x", example: nil),
    .noStoreYet(path: "/x", example: "/usr/share/x"),
    .store(.noStore),
    .store(.file(FileError(.list, "events", .system(code: 5)))),
    .store(.damagedStore(.record(RecordFault(pointer: "/id", expectation: .someText)))),
    .store(.readOnly(.newerStore(minWriter: 2, supported: 1))),
    .store(.readOnly(.notPermitted)),
    .store(.readOnly(.newerReader(minReader: 2, supported: 1))),
    .store(.readOnly(.unreadable("units.json"))),
    .store(.nothingToRecord),
    .store(.eventTooLarge(bytes: 300_000, limit: 262_144)),
    .store(.controlCharacter("\u{1b}", in: "a\u{1b}b")),
    .store(.recordsVanished(folder: "events/2018Q3")),
    .store(.eventNotWritable("recheck")),
    .store(.badRandomness("x")),
    .store(.notRecorded(FileError(.write, "events/2018Q3/2018-10-19/a.json", .noSpace))),
    .store(.notRecorded(FileError(.write, "private/2018-10-19/a.json", .noSpace))),
    .store(.notRecorded(FileError(.write, "SHA256SUMS", .noSpace))),
    .store(
      .notConfirmed(
        RecordedBatch(id: batch, events: []), FileError(.synchronize, "events", .noSpace))),
    .store(.otherStore("1-2")), .store(.sameStore),
    .store(.notMerged(FileError(.write, "events/2018Q3/2018-10-19/a.json", .noSpace))),
    .store(.notBackedUp(FileError(.write, "events/2018Q3/2018-10-19/a.json", .noSpace))),
    .store(.backupDiffers(path: "units.json")),
    .store(.notEmpty("a")),
    .refused(.nothingToUndo),
    .noQuarter(path: "/x"),
    .unknownQuarter(q3, known: []),
    .unknownQuarter(q3, known: [q3]),
    .damagedQuarter(q3, nil),
    .damagedQuarter(
      q3, Problem(.unreadableFile(FileError(.read, "quarters/2018Q3.json", .missing)))),
    .damagedQuarter(q3, Problem(.otherQuarter(path: "quarters/2018Q3.json", says: q3))),
    .sameQuarter(q3), .nothingBefore(q3, known: [q3]), .noYear(2017, known: []),
    .noYear(2017, known: [2018, 2019]), .unreadableQuarter(q3, nil),
    .unreadableQuarter(
      q3, Problem(.unreadableFile(FileError(.read, "quarters/2018Q3.json", .missing)))),
    .readOnlyOption, .knownAtOption, .writes("--sweep", against: "--known-at"),
    .noActor,
    .documentUnreadable(path: "a.doc", .notAFile),
    .notUTF8(path: "a.tsv"),
    .filter(.unknownField("x", known: ["a", "b"])),
    .filter(.unknownValue("x", field: "state", known: [Phrase("甲", "a")])),
    .filter(.neverOverdue),
    .notACondition("x", known: ["a", "b"]),
    .views(.unreadable(path: "/c", .notPermitted)),
    .views(.syntax(path: "/c", line: 2, column: 3)),
    .unknownView("late", known: [], path: "/c"),
    .unknownView("late", known: ["owing", "paper"], path: "/c"),
    .cannotMake(path: "/x", .exists),
    .filter(.unknownOrder("x", known: ["a", "b"])),
    .formatNotOffered(.csv), .backupInside(path: "store/x"),
    .backupCompressed(path: "a.tar.gz"), .foreignEnding(path: "a.csv", .xlsx),
    .noForm(path: "a.pdf", known: ["csv", "xlsx"], isOption: true),
    .noForm(path: "a.pdf", known: [".docx", ".xlsx"], isOption: false),
    .contradiction("--a", "--b"),
    .letter(.refused(.nothingOwed(UnitID("昆明")), unit: Phrase("昆明", "Kunming"))),
    .letter(.refused(.nothingToOrder(UnitID("昆明")), unit: Phrase("昆明", "Kunming"))),
    .letter(.refused(.noDay(UnitID("昆明")), unit: Phrase("昆明", "Kunming"))),
    .letter(.refused(.nothingToTransfer(UnitID("昆明")), unit: Phrase("昆明", "Kunming"))),
    .letter(.refused(.nothingToRecheck(UnitID("昆明"), retired: []), unit: Phrase("昆明", "Kunming"))),
    .letter(
      .template(
        path: "a.md", TemplateFault(line: 3, .unknownField("unti", known: ["unit", "you"])))),
    .letter(.template(path: "a.md", TemplateFault(line: 3, .listAsText("findings")))),
    .letter(.template(path: "a.md", TemplateFault(line: 3, .unclosed("findings")))),
    .letter(.template(path: "a.md", TemplateFault(line: 3, .wrongEnd("due", open: "findings")))),
    .letter(.template(path: "a.md", TemplateFault(line: 3, .wrongEnd("due", open: nil)))),
    .letter(.template(path: "a.md", TemplateFault(line: 3, .brokenSign))),
    .letter(.template(path: "a.md", TemplateFault(line: 3, .noText))),
    .letter(.templateUnreadable(path: "a.md", .notPermitted)),
    .letter(.notWritten(path: "/x/b.md", .noSpace, folder: nil, written: ["/x/a.md"])),
    .letter(.notWritten(path: "/x/a.md", .missing, folder: "/x", written: [])),
    .cannotWrite(path: "/x/a.md", .notAFolder, folder: "/x"), .picturesNeedAPage, .letter(.noBody),
    .letter(.needsFile(.docx)), .letter(.logNeedsFile), .letter(.notLogged(.recheck)),
    .letter(.noDayNeeded(.chase)), .letter(.ending(path: "a.html", .docx)),
  ]

  static var aQuarter: Quarter { q3 }

  private static let q3: Quarter = {
    guard let quarter = Quarter(year: 2018, number: 3) else {
      preconditionFailure("there is a third quarter")
    }
    return quarter
  }()

  private static let batch: BatchID = {
    guard let batch = BatchID("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") else {
      preconditionFailure("32 digits are an identity")
    }
    return batch
  }()

  private static let event: EventID = {
    guard let event = EventID("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") else {
      preconditionFailure("32 digits are an identity")
    }
    return event
  }()

  private static let oddities: [Problem.Oddity] = [
    .futureDay(Day(ordinal: 736_000)), .futureMoment(Instant(seconds: 0)), .unknownUnit("x"),
    .unknownFinding(FindingID(q3, number: 99)), .unknownSite(SiteCode("9999999999")),
    .clock(1 << 48), .roundNotOrdered(2), .notOpened, .relisted(FindingID(q3, number: 2)),
    .reworded(FindingID(q3, number: 3)), .baseless(FindingID(q3, number: 4), census: q3),
  ]

  static let operations: [FileError.Operation] = FileError.Operation.allCases

  static let reasons: [FileError.Reason] = [
    .missing, .exists, .notAFile, .notAFolder, .tooLarge(limit: 9), .outside, .badPath,
    .notPermitted, .readOnly, .noSpace, .fileTooBig, .inputOutput, .tooManyFiles, .nameTooLong,
    .busy, .disconnected, .noMemory, .notOffered, .closed, .system(code: 5),
  ]

  static let problems: [Problem.Kind] =
    [
      .unreadableFile(FileError(.read, "units.json", .missing)),
      .damagedFile(
        path: "units.json",
        .syntax(JSONFault(offset: 0, line: 1, column: 1, expectation: .noByteOrderMark))),
      .damagedPart(
        path: "units.json",
        RecordFault(pointer: "/units/3/id", expectation: .oneOf(["a", "b"]))),
      .damagedPart(
        path: "holidays.json",
        RecordFault(pointer: "/years/3/holidays/0", expectation: .holiday)),
      .otherQuarter(path: "quarters/2018Q3.json", says: q3),
      .damagedEvent(path: "events/a", .unreadable(.tooLarge(limit: 9))),
      .damagedEvent(path: "events/a", .otherBytes),
      .damagedEvent(
        path: "events/a", .content(.record(RecordFault(pointer: "", expectation: .subject)))),
      .damagedEvent(path: "events/a", .misplaced(says: nil)),
      .damagedEvent(path: "events/a", .misplaced(says: q3)),
      .oddNames(folder: "events/2018Q3", first: "x", count: 1),
      .oddNames(folder: "events/2018Q3", first: "x", count: 2),
      .strayNames(folder: "", first: "events (2)", count: 1),
      .strayNames(folder: "events", first: "2018Q3 (conflicted copy)", count: 2),
      .unreadableFile(FileError(.list, "", .notPermitted)),
      .vanishedRecords(folder: "events/2018Q3"),
      .missedRecords(first: event, count: 1), .missedRecords(first: event, count: 2),
      .foreignRecords(folder: "events/2020Q2", says: q3),
      .foreignRecords(folder: "events/2020Q2", says: nil),
      .editedFacts(path: "units.json", .changed),
      .editedFacts(path: "quarters/2018Q3.json", .added),
      .noChecksums,
      .damagedChecksums(line: 3),
      .newerReader(minReader: 2, supported: 1),
      .unknownEventType(type: "recheck", count: 3),
      .unreadableFile(FileError(.list, "tmp", .outside)),
      .unreadableFile(FileError(.list, "private", .notPermitted)),
      .partialBatch(
        PartialBatch(
          id: batch, actor: "张三", folder: "events/2018Q3", count: 1, size: 3, isCompletable: true)),
      .partialBatch(
        PartialBatch(
          id: batch, actor: "张三", folder: "events/2018Q3", count: 1, size: 3, isCompletable: false)),
      .partialBatch(
        PartialBatch(
          id: batch, actor: "张三", folder: "events/2018Q3", count: 1, size: 2, isCompletable: false,
          isBesideDamage: true)),
      .openToOthers(folder: "private"),
    ] + oddities.map { .oddEvent(path: "events/a", id: event, $0) } + [
      .newerStore(minWriter: 2, supported: 1)
    ]

  static let syntax: [JSONFault.Expectation] = [
    .value, .key, .colon, .commaOrBrace, .commaOrBracket, .closingQuote, .escape, .hexDigits,
    .surrogatePair, .escapedControl, .utf8, .digit, .noLeadingZero, .numberInRange,
    .uniqueKey("a"), .endOfFile, .noByteOrderMark, .depth(limit: 64), .textLength(limit: 9),
    .fileSize(limit: 9), .values(limit: 9),
  ]

  static let records: [RecordFault.Expectation] = [
    .field, .text, .someText, .wholeNumber, .atLeast(1), .atMost(9), .trueOrFalse, .object, .list,
    .day,
    .instant, .quarter, .thisQuarter("2018Q3"), .finding, .identity, .offset, .oneOf(["a", "b"]),
    .unique, .subject, .fewerFaults(limit: 9), .someEntries, .fewEntries(limit: 9),
    .after(4), .holiday, .yearOf(2018),
  ]

  @Test func everySentence() throws {
    var phrases = Self.errors.map { ("\($0)", Messages.sentence($0)) }
    phrases += Self.operations.map {
      ("\($0)", Messages.sentence(FileError($0, "tmp/1.tmp", .noSpace)))
    }
    phrases += Self.reasons.map { ("\($0)", Messages.words($0)) }
    phrases += Self.problems.map { kind in
      let row = Problem(kind).discrepancy
      return ("\(row.severity) \(row.code) \(row.location.english)", row.message)
    }
    phrases += Self.syntax.map {
      ("\($0)", Messages.words(.syntax(JSONFault(offset: 9, line: 2, column: 3, expectation: $0))))
    }
    phrases += Self.records.map {
      ("\($0)", Messages.words(RecordFault(pointer: "/a", expectation: $0)))
    }
    let text = phrases.map { "\($0)\n  \($1.chinese)\n  \($1.english)\n" }.joined()
    expectGolden(text, named: "messages")
  }

  @Test func onlyWrongUsageIsUsage() {
    let usage = Self.errors.filter(\.isUsage)
    #expect(
      usage == [
        .filter(.unknownField("x", known: ["a", "b"])),
        .filter(.unknownValue("x", field: "state", known: [Phrase("甲", "a")])),
        .filter(.neverOverdue), .notACondition("x", known: ["a", "b"]),
        .filter(.unknownOrder("x", known: ["a", "b"])), .formatNotOffered(.csv),
        .foreignEnding(path: "a.csv", .xlsx),
        .noForm(path: "a.pdf", known: ["csv", "xlsx"], isOption: true),
        .noForm(path: "a.pdf", known: [".docx", ".xlsx"], isOption: false),
        .contradiction("--a", "--b"), .picturesNeedAPage, .letter(.noBody),
        .letter(.needsFile(.docx)),
        .letter(.logNeedsFile), .letter(.notLogged(.recheck)), .letter(.noDayNeeded(.chase)),
        .letter(.ending(path: "a.html", .docx)),
      ])
  }

  @Test func textFromOutsideIsNeutralised() {
    let error = CommandError.cannotOpen(path: "\u{1B}[31m\nx", .noStore)
    #expect(
      Messages.line(error, .english)
        == "there is no store in “^[[31m x” (no store.json); name one with --store, or make one "
        + "with census init.")
  }
}
