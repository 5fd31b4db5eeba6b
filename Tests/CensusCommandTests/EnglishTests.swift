import CensusCommand
import CensusCore
import CensusStore
import Testing

/// Nothing that is refused or found fault with is said in Chinese to somebody who reads English,
/// apart from names as published and what the person typed.
struct EnglishTests {
  private static let quarter: Quarter = MessageTests.aQuarter
  private static let finding = FindingID(quarter, number: 7)
  private static let day = Day(ordinal: 736_000)

  /// Every refusal; a new one does not compile until it is put here.
  static let refusals: [Refusal] = {
    guard let event = EventID(String(repeating: "a", count: 32)),
      let batch = BatchID(String(repeating: "b", count: 32))
    else { preconditionFailure("32 digits are an identity") }
    return [
      .unknownID("x", nearest: []), .unknownID("x", nearest: ["y"]),
      .ambiguousID("abcdef", matches: 2), .owesNothing(.unit("x"), quarter), .noFindings(quarter),
      .futureDay(day, today: day), .noSuchDay("x"), .ambiguousDay("x", [day, day]),
      .beforeNotice(day, issued: day),
      .alreadyReceived(unit: "x", part: .paper, on: day),
      .noReportRound(unit: "x", round: 2, known: [1]), .notAmong(finding), .nothingLeft,
      .fileWithoutElectronicPart, .emptyNote, .notASubject(.unit("x")), .nothingToUndo,
      .lastWasNotice(quarter, isWithdrawal: true), .lastWasNotice(quarter, isWithdrawal: false),
      .alreadyUndone(batch), .unknownBatch("x"), .alreadyRetracted(event), .notAnEvent(.unit("x")),
      .nothingToRedo, .reasonNeeded, .authorityNeeded, .valueNeeded, .isVoid(.unit("x")),
      .nothingOwed(.unit("x")), .nothingToReturn(unit: "x"),
      .alreadyReturned(unit: "x", part: .electronic, on: day), .notLater(day, due: day),
      .untilBefore(day, on: day), .nothingFailed("x"),
      .alreadyOrdered(unit: "x", round: 2, until: day), .emptyContact, .emptyDetail,
      .tooManyCells(line: 2, expected: 4), .noSuchRound(finding, next: 2),
      .alreadyRechecked(finding, round: 1, .failed), .beforeRecheck(finding, round: 1, on: day),
      .completeBefore(.unit("x"), on: day), .alreadySo(.unit("x"), .code, "y"),
      .signatureWithoutPaper,
      .alreadyClosed(finding), .closedForAccountability(finding), .alreadyOpened("x"),
      .alreadyConcluded("x", on: day), .notOpened("x"), .nothingCallsForAccountability("x"),
      .approvalNeeded, .measureNeeded, .notAFinding(.unit("x")), .notASite(.unit("x")),
      .filingNeeded, .severalLines,
      .successorNeeded, .malformedCode("x"), .notCorrectable(.unit("x"), .successor),
      .noConflict(event),
      .isACheck("x"), .isANotice(quarter), .notACheck(.unit("x")), .unknownCheck("x", known: []),
      .findingsOnly(.unit("x")), .retiredSite("x", since: day),
      .codeOfAnother("x", site: "y"),
      .nameOfAnother("x", unit: "y"), .notAUnit("x"), .settledBefore(event, by: event),
      .circle([.unit("x"), .unit("y"), .unit("x")]),
      .beforeReceipt(unit: "x", part: .paper, on: day),
      .beforeFailure(.unit("x"), on: day), .beforeOpening("x", on: day),
      .beforeVoid(finding, on: day),
      .notVoid(finding), .laterKnown(.unit("x"), on: day), .datedAfterArrival(day, on: day),
      .overtaken(.unit("x"), Phrase("戊", "u"), on: day),
      .otherDetail(
        .unit("x"), field: Phrase("丙", "w"), known: Phrase("甲", "y"), given: Phrase("乙", "z")),
      .unknownEvent("x"), .standsSo("x", .dark, since: day),
      .isOfRecords("x"),
      .detailApart(Phrase("至", "Until"), from: Phrase("丁", "v")),
    ]
  }()

  /// The name of a case; there is no default, so that the list above cannot fall behind unseen.
  private static func name(of refusal: Refusal) -> String {
    switch refusal {
    case .unknownID, .ambiguousID, .owesNothing, .noFindings, .futureDay, .noSuchDay, .ambiguousDay,
      .beforeNotice,
      .alreadyReceived, .noReportRound, .notAmong, .nothingLeft, .fileWithoutElectronicPart,
      .emptyNote, .notASubject, .nothingToUndo, .lastWasNotice, .alreadyUndone, .unknownBatch,
      .alreadyRetracted,
      .notAnEvent, .nothingToRedo, .reasonNeeded, .authorityNeeded, .valueNeeded, .isVoid,
      .nothingOwed, .nothingToReturn, .alreadyReturned, .notLater, .untilBefore, .nothingFailed,
      .alreadyOrdered, .emptyContact, .severalLines, .emptyDetail, .tooManyCells, .noSuchRound,
      .alreadyRechecked, .beforeRecheck, .completeBefore, .alreadySo, .signatureWithoutPaper,
      .alreadyClosed, .closedForAccountability, .alreadyOpened, .alreadyConcluded, .notOpened,
      .nothingCallsForAccountability, .approvalNeeded, .measureNeeded, .notAFinding, .notASite,
      .filingNeeded, .successorNeeded, .malformedCode, .notCorrectable, .noConflict, .isACheck,
      .isANotice, .notACheck, .unknownCheck, .findingsOnly, .retiredSite,
      .codeOfAnother,
      .nameOfAnother, .notAUnit, .settledBefore, .circle,
      .beforeReceipt, .beforeFailure, .beforeOpening, .beforeVoid, .notVoid, .laterKnown,
      .overtaken, .datedAfterArrival, .otherDetail, .standsSo, .unknownEvent,
      .detailApart,
      .isOfRecords:
      String("\(refusal)".prefix { $0 != "(" })
    }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }

  private func isEnglish(_ text: String) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains(where: Self.isHan)
  }

  /// Half-width punctuation belongs between digits and Latin letters, never behind Han.
  private func isChinese(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if ",;:!?()".unicodeScalars.contains(scalar), Self.isHan(last) { return false }
      last = scalar
    }
    return text.unicodeScalars.contains(where: Self.isHan)
  }

  @Test func everyRefusalIsThere() {
    #expect(Set(Self.refusals.map(Self.name)).count == 82)
  }

  @Test(arguments: refusals)
  func everyRefusal(refusal: Refusal) {
    let sentence = Terms.refusal(refusal)
    #expect(isEnglish(sentence.english) && ".?".contains(sentence.english.suffix(1)))
    #expect(isChinese(sentence.chinese) && "。？".contains(sentence.chinese.suffix(1)))
    let short = Terms.leftOut(.nothingToDo(refusal))
    #expect(isEnglish(short.english) && isChinese(short.chinese))
  }

  @Test func everyErrorAndProblem() {
    for error in MessageTests.errors {
      let sentence = Messages.sentence(error)
      #expect(isEnglish(sentence.english), "\(error)")
      #expect(isChinese(sentence.chinese), "\(error)")
    }
    for kind in MessageTests.problems {
      let row = Problem(kind).discrepancy
      #expect(isEnglish(row.message.english) && isEnglish(row.location.english), "\(kind)")
      #expect(isChinese(row.message.chinese), "\(kind)")
      let damage = Damage([Problem(kind)])
      #expect(damage.map { isEnglish($0.sentence.english) && isEnglish($0.brief.english) } ?? true)
    }
  }

  /// What is refused of the shipped notice: quoted input and names in brackets are left out.
  @Test(
    arguments: EffectTests.refusals.map { ($0.before, $0.command) }
      + ActRefusalTests.refusals.map {
        (["recheck 2018Q3-17 --failed --on 2018-11-05"], $0.command)
      }
      + [
        ([], "chase 大理"), ([], "receive 大理 --part both"), ([], "return 省直 --part both --reason x"),
        ([], "show 临仓"), ([], "findings --issue 胡说"), ([], "sites --prefecture 临仓"),
        ([], "trends --prefecture 临仓"), ([], "retract 临沧 --reason x"),
        ([], "order 省直 --until 2018-12-01"), ([], "correct 昆明 --field code --to x --reason x"),
        (["void 2018Q3-2 --reason x"], "chase 云南省文化厅"),
        (["void 2018Q3-2 --reason x"], "receive 2018Q3-2 --only --part both"),
      ])
  func everyRefusalOfTheNotice(before: [String], command: String) throws {
    let desk = try ActTests.desk(after: before)
    let outcome = try desk.run(ActTests.words(command))
    #expect(outcome.status != 0)
    var said = ""
    var isQuoted = false
    for character in outcome.warnings {
      if "“(".contains(character) { isQuoted = true }
      if !isQuoted { said.append(character) }
      if "”)".contains(character) { isQuoted = false }
    }
    #expect(isEnglish(said), "\(outcome.warnings)")
    // What names a unit is in English also where it is quoted, unless it was typed wrongly.
    if !outcome.warnings.contains("nothing is called") {
      for unit in ["昆明", "临沧", "怒江", "保山", "大理", "云南省文化厅", "云南省文史研究馆"] {
        #expect(!outcome.warnings.contains("“\(unit)”"), "\(outcome.warnings)")
      }
    }
  }
}
