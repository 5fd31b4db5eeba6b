/// A step of holding a unit accountable (问责).
public struct Accountability: Hashable, Sendable {
  /// How far it has come with this step.
  public enum Stage: String, CaseIterable, Sendable {
    /// Opened, as somebody approved (启动).
    case opened
    /// A measure was taken (处理).
    case measure
    /// Concluded (办结).
    case concluded
  }

  /// What is done to those accountable, in the order in which official tallies name it.
  public enum Measure: String, CaseIterable, Sendable {
    /// An admonishing interview (约谈).
    case interview
    /// A written self-criticism (书面检查).
    case selfCriticism
    /// Criticism in a circular (通报批评).
    case publicCriticism
    /// A transfer to another post (调离岗位).
    case transfer
    /// A removal from the post (免职).
    case removal
    /// A warning of the party or the service (警告处分).
    case warning
    /// A suspension (停职检查).
    case suspension
    /// Another measure.
    case other
  }

  /// How far it has come.
  public let stage: Stage
  /// Who approved the opening (领导批示).
  public let approvedBy: String?
  /// What was done.
  public let measure: Measure?
  /// To whom: a person or a role.
  public let person: String?
  /// The document of it.
  public let document: String?
  /// The findings it is about; nil means all of the unit's.
  public internal(set) var findings: [FindingID]?

  /// One step.
  public init(
    stage: Stage, approvedBy: String? = nil, measure: Measure? = nil, person: String? = nil,
    document: String? = nil, findings: [FindingID]? = nil
  ) {
    self.stage = stage
    self.approvedBy = approvedBy
    self.measure = measure
    self.person = person
    self.document = document
    self.findings = findings
  }

  /// Whether it is about a finding of its unit.
  public func concerns(_ finding: FindingID) -> Bool { findings?.contains(finding) ?? true }
}

extension Accountability: EventContent {
  package static let eventKind = EventKind(
    "accountability", Phrase("问责", "accountability"), Event.Payload.accountability,
    Accountability.init,
    FieldSlot("stage", Phrase("阶段", "Stage"), \.stage),
    FieldSlot(
      "approvedBy", Phrase("批示领导", "Approved by"), \.approvedBy,
      told: .approved),
    FieldSlot("measure", Phrase("处理方式", "Measure"), \.measure, told: .plain),
    FieldSlot("person", Phrase("对象", "Person, role"), \.person, told: .plain),
    FieldSlot(
      "document", Phrase("文件", "Document"), \.document, told: Phrase("文件…", "document …")),
    FieldSlot("findings", .covers, \.findings, absent: .allFindings))
}

extension Accountability.Stage: FieldWord {
  var word: Phrase { Terms.stage(self) }
}

extension Accountability.Measure: FieldWord {
  var word: Phrase { Terms.measure(self) }
}
