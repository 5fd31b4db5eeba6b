package import CensusCore

/// The answer of `census check`: what deserves a second look, the gravest first.
///
/// - Parameters:
///   - discrepancies: what was found, in the order of the rules.
///   - quarter: the quarter looked at; nil where the store has none.
///   - language: the language of `where` and `message` in JSON.
/// - Returns: the list.
package func checksListing(
  _ discrepancies: [Discrepancy], quarter: Quarter?, language: Language
) -> Listing<Discrepancy> {
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
  return Listing(
    columns: checkColumns(
      quarter, language, isVerified: discrepancies.contains { $0.verified != nil }),
    rows: discrepancies,
    empty: Phrase("没有发现问题。", "Nothing was found."), remarks: [summary])
}

private func checkColumns(
  _ quarter: Quarter?, _ language: Language, isVerified: Bool
) -> [Column<Discrepancy>] {
  [
    Column("quarter", Heading.quarter, isShown: false) { discrepancy in
      if case .file = discrepancy.place { return .none }
      return Value(quarter?.description)
    },
    Column(
      "severity", Phrase("级别", "Severity"), rank: { $0.severity.rank },
      emphasis: { $0.isOpen ? .bad : .none },
      text: { Terms.severity($0.severity)[$1] }, value: { .text($0.severity.rawValue) }),
    Column("id", Phrase("编号", "ID")) { .text($0.id) },
    Column("code", Phrase("规则", "Rule"), isShown: false) { .text($0.code) },
    Column(
      "where", Phrase("位置", "Where"), text: { $0.location[$1] },
      value: { .text($0.location[language]) }),
    Column("published", Phrase("公布", "Published"), .right) { Value($0.published) },
    Column("computed", Phrase("核算", "Computed"), .right) { Value($0.computed) },
    Column(
      "message", Phrase("说明", "What"), text: { $0.message[$1] },
      value: { .text($0.message[language]) }),
    Column(
      "verified", Phrase("核实", "Verified"), isShown: isVerified, emphasis: { _ in .good },
      text: { row, language in
        row.verified.map { Terms.verified(by: $0)[language] } ?? ""
      }, value: { .flag($0.verified != nil) }),
    Column("verifiedOn", Phrase("核实日期", "Verified on"), isShown: false) {
      Value($0.verified?.on)
    },
    Column("verifiedBy", Phrase("核实人", "Verified by"), isShown: false) {
      Value($0.verified?.by)
    },
  ]
}

extension Discrepancy.Severity {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
