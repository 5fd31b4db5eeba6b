/// Why something cannot be recorded, or found; the sentences are in `Terms`.
public enum Refusal: Error, Equatable, Sendable {
  /// Nothing has this name or number.
  case unknownID(String, nearest: [String])
  /// Several events or batches begin so.
  case ambiguousID(String, matches: Int)
  /// It owes no report in this quarter.
  case owesNothing(String, Quarter)
  /// Only the totals of this quarter are known.
  case noFindings(Quarter)
  /// The day has not come yet.
  case futureDay(Day, today: Day)
  /// Before the notice was issued, and no note says why.
  case beforeNotice(Day, issued: Day)
  /// Already received on another day.
  case alreadyReceived(unit: String, part: Part, on: Day)
  /// The finding left out is none of those.
  case notAmong(FindingID)
  /// Everything was left out.
  case nothingLeft
  /// A paper copy of which only an electronic document could be meant, or the reverse.
  case fileWithoutElectronicPart
  /// A note without a word.
  case emptyNote
  /// It is not something that a receipt or note can be about.
  case notASubject(String)
  /// Nothing is there to undo.
  case nothingToUndo
  /// That batch was undone before.
  case alreadyUndone(BatchID)
  /// No such batch.
  case unknownBatch(String)
}
