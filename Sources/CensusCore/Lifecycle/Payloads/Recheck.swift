/// A re-check (复查) of findings; the latest round counts.
public struct Recheck: Equatable, Sendable {
  /// What a re-check came to.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The defect is gone (整改到位).
    case passed
    /// The defect is still there (整改不到位).
    case failed
    /// It could not be tested (无法复查); never counts as passed.
    case untestable
  }

  /// Why something could not be tested.
  public enum Reason: String, CaseIterable, Sendable {
    /// The site is offline for a time, as filed.
    case offline
    /// The connection failed.
    case connection
    /// The site is being moved.
    case migrated
    /// Another reason.
    case other
  }

  /// What it came to.
  public let verdict: Verdict
  /// Why it could not be tested.
  public let reason: Reason?
  /// The round of the re-check, from 1; it has nothing to do with the round of the report.
  public let recheckRound: Int
  /// Where the evidence is kept.
  public let evidence: String?
  /// A remark.
  public let note: String?

  /// One re-check.
  public init(
    verdict: Verdict, reason: Reason? = nil, recheckRound: Int = 1, evidence: String? = nil,
    note: String? = nil
  ) {
    self.verdict = verdict
    self.reason = reason
    self.recheckRound = recheckRound
    self.evidence = evidence
    self.note = note
  }
}

extension Recheck: EventContent {
  package static let eventKind = EventKind(
    "recheck", Phrase("复查", "re-check"), Event.Payload.recheck, Recheck.init,
    FieldSlot("verdict", Phrase("结论", "Verdict"), \.verdict),
    FieldSlot("reason", .reason, \.reason, told: .plain),
    FieldSlot(
      "recheckRound", Phrase("复查轮次", "Re-check"), \.recheckRound, shown: Phrase("第…轮", "#…")),
    FieldSlot("evidence", Phrase("佐证", "Evidence"), \.evidence, told: Phrase("佐证…", "evidence …")),
    FieldSlot("note", .note, \.note, told: .plain))

  /// Why it could not be tested is never left open.
  package var missing: String? { verdict == .untestable && reason == nil ? "reason" : nil }
}

extension Recheck.Verdict: FieldWord {
  var word: Phrase { Terms.verdict(self) }
}

extension Recheck.Reason: FieldWord {
  var word: Phrase { Terms.reason(self) }
}
