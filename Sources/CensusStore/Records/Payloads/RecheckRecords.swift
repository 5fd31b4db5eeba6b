import CensusCore

extension Recheck {
  init(_ fields: Fields<EventKey>) throws {
    let verdict = try fields.word(.verdict, Recheck.Verdict.self)
    let reason = try fields.optionalWord(.reason, Recheck.Reason.self)
    if verdict == .untestable, reason == nil { throw fields.fault(.field, .reason) }
    self.init(
      verdict: verdict, reason: reason,
      recheckRound: try fields.number(.recheckRound, atLeast: 1),
      evidence: try fields.optionalText(.evidence), note: try fields.optionalText(.note))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(verdict.rawValue, forKey: .verdict)
    try container.encodeIfPresent(reason?.rawValue, forKey: .reason)
    try container.encode(recheckRound, forKey: .recheckRound)
    try container.encodeIfPresent(evidence, forKey: .evidence)
    try container.encodeIfPresent(note, forKey: .note)
  }
}

extension Accountability {
  init(_ fields: Fields<EventKey>) throws {
    self.init(
      stage: try fields.word(.stage, Accountability.Stage.self),
      approvedBy: try fields.optionalText(.approvedBy),
      measure: try fields.optionalWord(.measure, Accountability.Measure.self),
      person: try fields.optionalText(.person), document: try fields.optionalText(.document),
      findings: try fields.object(.findings, [FindingIDRecord].self)?.map(\.id))
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(stage.rawValue, forKey: .stage)
    try container.encodeIfPresent(approvedBy, forKey: .approvedBy)
    try container.encodeIfPresent(measure?.rawValue, forKey: .measure)
    try container.encodeIfPresent(person, forKey: .person)
    try container.encodeIfPresent(document, forKey: .document)
    try container.encodeIfPresent(findings?.map { FindingIDRecord($0) }, forKey: .findings)
  }
}
