package import CensusCore

/// The answer of `census check`: what deserves a second look, the gravest first.
///
/// - Parameters:
///   - discrepancies: what was found, in the order of the rules.
///   - quarter: the quarter looked at; nil where the store has none.
///   - language: the language of `where` and `message` in JSON.
/// - Returns: the list.
package func checksRoll(
  _ discrepancies: [Discrepancy], quarter: Quarter?, language: Language
) -> Roll<Discrepancy> {
  let counts = Discrepancy.Severity.allCases.map { severity in
    discrepancies.count { $0.severity == severity }
  }
  let words = zip(Discrepancy.Severity.allCases, counts).filter { $1 > 0 }.map { severity, count in
    let word = Terms.severity(severity)
    return Phrase("\(word.chinese)\(count)条", "\(count) \(word.english)\(count == 1 ? "" : "s")")
  }
  let verified = discrepancies.count { $0.verified != nil }
  let known = verified == 0 ? [] : [Phrase("其中已核实\(verified)条", "\(verified) of them verified")]
  let summary = Phrase(
    (words + known).map(\.chinese).joined(separator: "，") + "。",
    (words + known).map(\.english).joined(separator: ", ") + ".")
  return Roll(
    fields: checkColumns(
      quarter, language, isVerified: discrepancies.contains { $0.verified != nil }),
    rows: discrepancies,
    empty: Phrase("没有发现问题。", "Nothing was found."), remarks: [summary])
}

private func checkColumns(
  _ quarter: Quarter?, _ language: Language, isVerified: Bool
) -> [Field<Discrepancy>] {
  [
    Field("quarter", Heading.quarter, shows: .machines) { discrepancy in
      if case .file = discrepancy.place { return .none }
      return Value(quarter?.description)
    },
    Field(
      "severity", Phrase("级别", "Severity"), rank: { $0.severity.rank },
      tone: { $0.isOpen ? .bad : .text },
      text: { Terms.severity($0.severity)[$1] }, value: { .text($0.severity.rawValue) }),
    Field("id", Phrase("编号", "ID")) { .text($0.id) },
    Field("code", Phrase("规则", "Rule"), shows: .machines) { .text($0.code) },
    Field(
      "where", Phrase("位置", "Where"), text: { $0.location[$1] },
      value: { .text($0.location[language]) }),
    Field("published", Phrase("公布", "Published"), .right) { Value($0.published) },
    Field("computed", Phrase("核算", "Computed"), .right) { Value($0.computed) },
    Field(
      "message", Phrase("说明", "What"), text: { $0.message[$1] },
      value: { .text($0.message[language]) }),
    Field(
      "verified", Phrase("核实", "Verified"), shows: .people(if: isVerified), tone: { _ in .good },
      text: { row, language in
        row.verified.map { Terms.verified(by: $0)[language] } ?? ""
      }, value: { .flag($0.verified != nil) }),
    Field("verifiedOn", Phrase("核实日期", "Verified on"), shows: .machines) {
      Value($0.verified?.on)
    },
    Field("verifiedBy", Phrase("核实人", "Verified by"), shows: .machines) {
      Value($0.verified?.by)
    },
  ]
}

extension Discrepancy.Severity {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
