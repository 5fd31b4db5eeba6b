/// What a unit says that it does about a finding (整改措施): a row of the form that it fills in.
///
/// It is a statement and settles nothing: whether the finding is mended, a re-check tells.
public struct Remedy: Equatable, Sendable {
  /// What is done (整改措施).
  public let measures: String
  /// By when, as the unit put it (完成时间): a day, or words such as 立行立改.
  public let completion: String?
  /// Who answers for it (责任人).
  public let responsible: String?

  /// One statement.
  public init(measures: String, completion: String? = nil, responsible: String? = nil) {
    self.measures = measures
    self.completion = completion
    self.responsible = responsible
  }
}

extension Remedy: EventContent {
  package static let eventKind = EventKind(
    "remedy", Phrase("整改措施", "remedy"), Event.Payload.remedy, Remedy.init,
    FieldSlot("measures", Phrase("整改措施", "Remedy"), \.measures, told: .plain),
    FieldSlot(
      "completion", Phrase("完成时间", "Done by"), \.completion, told: Phrase("完成时间…", "done by …")),
    FieldSlot(
      "responsible", Phrase("责任人", "Responsible"), \.responsible,
      told: Phrase("责任人…", "responsible: …")))
}
