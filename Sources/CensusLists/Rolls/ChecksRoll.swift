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
  let places = Dictionary(
    discrepancies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  return Roll(
    .checks, fields: checkColumns(quarter, language),
    rows: discrepancies, identity: { places[$0.id].map(RowID.discrepancy) ?? .heading($0.id) },
    reference: { $0.isFile ? nil : .check($0.id) },
    searched: { item in
      let severity = Terms.severity(item.severity)
      return [item.code, item.location.chinese, item.location.english]
        + [severity.chinese, severity.english]
        + [item.message.chinese, item.message.english, item.published ?? ""]
        + (item.verified == nil ? [] : [verifiedWord.chinese, verifiedWord.english])
    },
    empty: Phrase("没有发现问题。", "Nothing was found."), remarks: summary)
}

/// How many there are of each severity, and how many of them somebody has verified.
private func summary(_ discrepancies: [Discrepancy]) -> [Phrase] {
  let words = Discrepancy.Severity.allCases.compactMap { severity -> Phrase? in
    let count = discrepancies.count { $0.severity == severity }
    guard count > 0 else { return nil }
    let word = Terms.severity(severity)
    return Phrase("\(word.chinese)\(count)条", "\(count) \(word.english)\(count == 1 ? "" : "s")")
  }
  let verified = discrepancies.count { $0.verified != nil }
  let known = verified == 0 ? [] : [Phrase("其中已核实\(verified)条", "\(verified) of them verified")]
  return [
    Phrase(
      (words + known).map(\.chinese).joined(separator: "，") + "。",
      (words + known).map(\.english).joined(separator: ", ") + ".")
  ]
}

private func checkColumns(
  _ quarter: Quarter?, _ language: Language
) -> [Field<Discrepancy>] {
  [
    Field("quarter", Heading.quarter, shows: .machines) { discrepancy in
      if case .file = discrepancy.place { return .none }
      return Value(quarter?.description)
    },
    Field(
      "severity", Phrase("级别", "Severity"), short: Phrase("级别", "Level"), room: .fixed(4, 7),
      choice: .all(Discrepancy.Severity.self, Terms.severity),
      rank: { $0.severity.rank },
      words: { item, manner in
        let word = manner(Terms.severity(item.severity))
        guard manner.isBrief else { return Words(word, item.isOpen ? .bad : .text) }
        return Words(word, item.severity.tone, strong: item.severity == .error)
      }, value: { .text($0.severity.rawValue) }),
    Field("id", Phrase("编号", "ID")) { .text($0.id) },
    Field("code", Phrase("规则", "Rule"), shows: .machines) { .text($0.code) },
    Field(
      "where", Phrase("位置", "Where"), room: .fixed(16, 24), text: { $0.location[$1] },
      value: { .text($0.location[language]) }),
    Field(
      "published", Phrase("公布", "Published"), .right, form: .any, short: Phrase("公布", "Printed"),
      room: .fixed(12, importance: 2)
    ) { Value($0.published) },
    Field(
      "computed", Heading.computed, .right, form: .any, room: .fixed(11, importance: 2),
      tone: { $0.computed == nil ? .quiet : .accent }, value: { Value($0.computed) }),
    Field(
      "message", Phrase("说明", "What"), room: .flexible(20),
      words: { item, manner in
        let known = item.verified != nil && manner.isBrief
        return Words(known ? manner(verifiedWord) + "  " : "", .good)
          + Words(
            manner.isBrief ? item.message.sentence(manner.language) : manner(item.whole))
      },
      value: { .text($0.whole[language]) }),
    Field(
      "verified", Phrase("核实", "Verified"), when: { $0.verified != nil }, tone: { _ in .good },
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

extension Discrepancy {
  /// What is doubtful, and the command that answers it.
  fileprivate var whole: Phrase { command.map { message + $0 } ?? message }
}

extension Discrepancy.Severity {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  fileprivate var tone: Tone {
    switch self {
    case .error: .bad
    case .warning: .caution
    case .note: .quiet
    }
  }
}

/// Stands before what was confirmed as it is.
private let verifiedWord = Phrase("已核实", "verified")
