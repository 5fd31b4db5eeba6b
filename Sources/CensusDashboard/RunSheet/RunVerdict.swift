package import CensusCore

/// A verdict that a person has put down and not recorded yet.
package struct RunVerdict: Equatable, Sendable {
  package var verdict: Recheck.Verdict
  package var reason: Recheck.Reason?
  /// The later census that does not list the site any more, if the pass rests on that alone.
  package var census: Quarter?
  /// The day looked at when it was put down: that is the day of the re-check, whenever it is saved.
  package var on: Day
  /// What was known of the finding's re-checks then, as a number.
  package var grounds: UInt64

  package init(
    verdict: Recheck.Verdict, reason: Recheck.Reason? = nil, census: Quarter? = nil, on: Day,
    grounds: UInt64 = 0
  ) {
    self.verdict = verdict
    self.reason = reason
    self.census = census
    self.on = on
    self.grounds = grounds
  }

  /// 无法复查（临时下线）; 整改到位（2018年四季度普查未再列入）.
  var words: Phrase {
    let (verdict, reason) = (
      Terms.verdict(verdict), reason.map(Terms.reason) ?? census.map(Terms.absence)
    )
    return Phrase(
      verdict.chinese + (reason.map { "（\($0.chinese)）" } ?? ""),
      verdict.english + (reason.map { " (\($0.english))" } ?? ""))
  }

  /// Whether both say the same of the same day.
  package func isSame(as other: RunVerdict) -> Bool {
    (verdict, reason, census, on) == (other.verdict, other.reason, other.census, other.on)
  }
}

extension Snapshot {
  /// The records on which verdicts of some findings build, those that still count.
  func grounds(of ids: Set<FindingID>) -> [FindingID: [HistoryEntry]] {
    var grounds: [FindingID: [HistoryEntry]] = [:]
    for entry in knownHistory where !entry.isRetracted && entry.event.payload.isGround {
      for id in entry.findings where ids.contains(id) { grounds[id, default: []].append(entry) }
    }
    return grounds
  }
}

extension [HistoryEntry]? {
  /// Some records as a number: others, or fewer, give another one.
  var number: UInt64 {
    (self ?? []).reduce(0) { $0 &+ $1.event.id.number }
  }
}

extension EventID {
  /// Its digits, well mixed, so that sums of them tell sets apart.
  var number: UInt64 {
    let digits = text.utf8.map { UInt64($0) }
    return digits.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
  }
}

extension Event.Payload {
  /// Whether a verdict on the finding takes it into account.
  fileprivate var isGround: Bool {
    switch self {
    case .recheck, .void, .reinstate, .availability, .resolve: true
    default: false
    }
  }
}
