import CensusCore
import StrictJSON

extension Recheck {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    let verdict = try fields.word(.verdict, Recheck.Verdict.self)
    let reason = try fields.optionalWord(.reason, Recheck.Reason.self)
    if verdict == .untestable, reason == nil { throw fields.fault(.field, .reason) }
    self.init(
      verdict: verdict, reason: reason,
      recheckRound: try fields.number(.recheckRound, atLeast: 1),
      evidence: try fields.optionalText(.evidence), note: try fields.optionalText(.note))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.verdict, verdict.rawValue)
    object.put(EventKey.reason, reason?.rawValue)
    object.put(EventKey.recheckRound, recheckRound)
    object.put(EventKey.evidence, evidence)
    object.put(EventKey.note, note)
  }
}

extension Accountability {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    self.init(
      stage: try fields.word(.stage, Accountability.Stage.self),
      approvedBy: try fields.optionalText(.approvedBy),
      measure: try fields.optionalWord(.measure, Accountability.Measure.self),
      person: try fields.optionalText(.person), document: try fields.optionalText(.document),
      findings: try fields.object(.findings, [FindingID].self))
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.stage, stage.rawValue)
    object.put(EventKey.approvedBy, approvedBy)
    object.put(EventKey.measure, measure?.rawValue)
    object.put(EventKey.person, person)
    object.put(EventKey.document, document)
    object.put(EventKey.findings, findings?.map(\.description))
  }
}
