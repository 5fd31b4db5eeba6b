import CensusCore

/// A re-check.
struct RecheckRecord: Codable {
  let recheck: Recheck

  enum CodingKeys: String, CodingKey {
    case verdict
    case reason
    case recheckRound
    case evidence
    case note
  }

  init(recheck: Recheck) {
    self.recheck = recheck
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    recheck = Recheck(
      verdict: try fields.word(.verdict, Recheck.Verdict.self),
      reason: try fields.optionalWord(.reason, Recheck.Reason.self),
      recheckRound: try fields.number(.recheckRound, atLeast: 1),
      evidence: try fields.optionalText(.evidence), note: try fields.optionalText(.note))
    if recheck.verdict == .untestable, recheck.reason == nil { throw fields.fault(.field, .reason) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(recheck.verdict.rawValue, forKey: .verdict)
    try container.encodeIfPresent(recheck.reason?.rawValue, forKey: .reason)
    try container.encode(recheck.recheckRound, forKey: .recheckRound)
    try container.encodeIfPresent(recheck.evidence, forKey: .evidence)
    try container.encodeIfPresent(recheck.note, forKey: .note)
  }
}

/// A step of accountability.
struct AccountabilityRecord: Codable {
  let step: Accountability

  enum CodingKeys: String, CodingKey {
    case stage
    case approvedBy
    case measure
    case person
    case document
    case findings
  }

  init(step: Accountability) {
    self.step = step
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    step = Accountability(
      stage: try fields.word(.stage, Accountability.Stage.self),
      approvedBy: try fields.optionalText(.approvedBy),
      measure: try fields.optionalWord(.measure, Accountability.Measure.self),
      person: try fields.optionalText(.person), document: try fields.optionalText(.document),
      findings: try fields.object(.findings, [FindingIDRecord].self)?.map(\.id))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(step.stage.rawValue, forKey: .stage)
    try container.encodeIfPresent(step.approvedBy, forKey: .approvedBy)
    try container.encodeIfPresent(step.measure?.rawValue, forKey: .measure)
    try container.encodeIfPresent(step.person, forKey: .person)
    try container.encodeIfPresent(step.document, forKey: .document)
    let findings = step.findings?.map { FindingIDRecord($0) }
    try container.encodeIfPresent(findings, forKey: .findings)
  }
}
