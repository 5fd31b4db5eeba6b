/// Why something cannot be recorded, or found; the sentences are in `Terms`.
public enum Refusal: Error, Equatable, Sendable {
  /// Nothing has this name or number.
  case unknownID(String, nearest: [String])
  /// Several events or batches begin so.
  case ambiguousID(String, matches: Int)
  /// It owes no report in this quarter.
  case owesNothing(Reference, Quarter)
  /// Only the totals of this quarter are known.
  case noFindings(Quarter)
  /// The day has not come yet.
  case futureDay(Day, today: Day)
  /// What was typed for a day names none that exists.
  case noSuchDay(String)
  /// What was typed for a day can mean several; the likeliest first.
  case ambiguousDay(String, [Day])
  /// Before the notice was issued, and no note says why.
  case beforeNotice(Day, issued: Day)
  /// Already received on another day.
  case alreadyReceived(unit: UnitID, part: Part, on: Day)
  /// The report has no such round, or none of the findings named are in it.
  case noReportRound(unit: UnitID, round: Int, known: [Int])
  /// The finding left out is none of those.
  case notAmong(FindingID)
  /// Everything was left out.
  case nothingLeft
  /// A paper copy of which only an electronic document could be meant, or the reverse.
  case fileWithoutElectronicPart
  /// A note without a word.
  case emptyNote
  /// It is not something that a receipt or note can be about.
  case notASubject(Reference)
  /// Nothing is there to undo.
  case nothingToUndo
  /// The last thing that the person did is taking a notice in, or back: no record.
  case lastWasNotice(Quarter, isWithdrawal: Bool)
  /// That batch was undone before.
  case alreadyUndone(BatchID)
  /// No such batch.
  case unknownBatch(String)
  /// That event was taken back before.
  case alreadyRetracted(EventID)
  /// It is no event.
  case notAnEvent(Reference)
  /// Nothing is there to do again.
  case nothingToRedo
  /// A reason is needed, and none is given.
  case reasonNeeded
  /// Who decided it is needed.
  case authorityNeeded
  /// A value is needed.
  case valueNeeded
  /// The finding or site was struck off the follow-up.
  case isVoid(Reference)
  /// Nothing is open there.
  case nothingOwed(Reference)
  /// No part of the unit's report is here that could be returned.
  case nothingToReturn(unit: UnitID)
  /// The part was returned on another day.
  case alreadyReturned(unit: UnitID, part: Part, on: Day)
  /// A new due day that is not later than the old one.
  case notLater(Day, due: Day)
  /// A day that comes before the one it follows.
  case untilBefore(Day, on: Day)
  /// No re-check failed there.
  case nothingFailed(UnitID)
  /// Ordered anew already, and not reported since.
  case alreadyOrdered(unit: UnitID, round: Int, until: Day)
  /// Whom to call, without a word.
  case emptyContact
  /// A name of several lines.
  case severalLines
  /// What has to be mended, without a line.
  case emptyDetail
  /// A line with more cells than columns.
  case tooManyCells(line: Int, expected: Int)
  /// A round of the re-check that cannot come yet.
  case noSuchRound(FindingID, next: Int)
  /// That round of the re-check has another verdict.
  case alreadyRechecked(FindingID, round: Int, Recheck.Verdict)
  /// A new round of the re-check before the day of the last one.
  case beforeRecheck(FindingID, round: Int, on: Day)
  /// The report was complete by then, and an extension moves nothing.
  case completeBefore(Reference, on: Day)
  /// It is what it is to be corrected to.
  case alreadySo(Reference, Correct.Field, String)
  /// Nothing recorded has such an ID.
  case unknownEvent(String)
  /// A site stands so already, since a day.
  case standsSo(String, Availability.Status, since: Day)
  /// A signature or a signer, where no paper copy is recorded.
  case signatureWithoutPaper
  /// The finding is closed, and never reopens.
  case alreadyClosed(FindingID)
  /// The finding is closed, and accountability does not reopen it.
  case closedForAccountability(FindingID)
  /// Accountability was opened before.
  case alreadyOpened(UnitID)
  /// Accountability was concluded, and no re-check has failed since.
  case alreadyConcluded(UnitID, on: Day)
  /// Accountability was not opened.
  case notOpened(UnitID)
  /// No re-check failed, and no note says why accountability is opened.
  case nothingCallsForAccountability(UnitID)
  /// Who approved the opening is needed.
  case approvalNeeded
  /// What was done is needed.
  case measureNeeded
  /// It is no finding.
  case notAFinding(Reference)
  /// It is no site.
  case notASite(Reference)
  /// A retirement has to be filed under a number.
  case filingNeeded
  /// The row of `check` is about records, which are settled and not verified.
  case isOfRecords(String)
  /// A detail that says nothing beside what was chosen.
  case detailApart(Phrase, from: Phrase)
  /// The site it was merged into is needed, another one.
  case successorNeeded
  /// What is to be the name of a unit is a site's code, or a row of annex 1 that is no unit.
  case notAUnit(String)
  /// A code of the wrong form.
  case malformedCode(String)
  /// That has no such field to correct.
  case notCorrectable(Reference, Correct.Field)
  /// That event contradicts no other, or not the one that is to count.
  case noConflict(EventID, with: EventID? = nil)
  /// Which of the records counts was settled before.
  case settledBefore(EventID, by: EventID)
  /// A row of `check` can be confirmed, and nothing else.
  case isACheck(String)
  /// The notice as a whole can be remarked on, and nothing else.
  case isANotice(Quarter)
  /// Only a row of `check` can be confirmed.
  case notACheck(Reference)
  /// No row of `check` has this name.
  case unknownCheck(String, known: [String])
  /// The act is about findings or sites, and a unit was named.
  case findingsOnly(Reference)
  /// The site was retired, and is not re-checked.
  case retiredSite(String, since: Day)
  /// The code is that of another site.
  case codeOfAnother(String, site: String)
  /// Another unit has that name.
  case nameOfAnother(String, unit: UnitID)
  /// The successor leads back to whom it succeeds, by these steps.
  case circle([Reference])
  /// What was sent back had not arrived on that day.
  case beforeReceipt(unit: UnitID, part: Part, on: Day)
  /// The re-check had not failed on that day.
  case beforeFailure(Reference, on: Day)
  /// Accountability had not been opened on that day.
  case beforeOpening(UnitID, on: Day)
  /// The finding had not been struck off on that day.
  case beforeVoid(FindingID, on: Day)
  /// The finding was never struck off.
  case notVoid(FindingID)
  /// A record of the same kind for a later day is there, and this one would change nothing.
  case laterKnown(Reference, on: Day)
  /// What came later, in words, contradicts a record of an earlier day.
  case overtaken(Reference, Phrase, on: Day)
  /// The document bears a date after its arrival.
  case datedAfterArrival(Day, on: Day)
  /// A detail that contradicts the one recorded.
  case otherDetail(Reference, field: Phrase, known: Phrase, given: Phrase)
}
