package import CensusCore

extension Projection {
  /// The form that units fill in on some findings (整改情况反馈表), with what they said before.
  package func remedyForm(_ findings: [FindingState]) -> Roll<FindingState> {
    func field(
      _ column: RemedyForm.Column, _ value: @escaping @Sendable (FindingState) -> Value
    ) -> Field<FindingState> {
      Field("\(column)", column.title, value: value)
    }
    return Roll(
      fields: [
        field(.id) { .text($0.finding.id.description) },
        field(.name) { .text($0.finding.siteName) },
        field(.code) { Value($0.finding.code.printed) },
        field(.problem) { .text($0.finding.text) },
        field(.measures) { Value($0.remedy?.measures) },
        field(.completion) { Value($0.remedy?.completion) },
        field(.responsible) { Value($0.remedy?.responsible) },
      ], rows: findings, empty: Phrase("没有需要整改的问题。", "There is nothing to be mended."))
  }
}
