package import CensusCore

/// Headings that several lists share, so that one thing is called by one name.
package enum Heading {
  package static let quarter = Phrase("季度", "Quarter")
  package static let document = Phrase("文号", "Document")
  package static let issued = Phrase("印发", "Issued")
  package static let due = Phrase("时限", "Due")
  package static let running = Phrase("在运行", "Running")
  package static let failing = Phrase("不合格", "Failing")
  package static let published = Phrase("合格率", "Pass rate")
  package static let computed = Phrase("核算", "Computed")
  package static let findings = Phrase("问题", "Findings")
  package static let sites = Phrase("网站", "Sites")
  package static let concentration = Phrase("集中程度", "Concentration")
  package static let accounts = Phrase("新媒体账号", "Accounts")
  package static let units = Phrase("应报单位", "Units")
  package static let complete = Phrase("已报齐", "Complete")
  package static let overdue = Phrase("逾期", "Overdue")
  package static let orderedOverdue = Phrase("再整改逾期", "Orders overdue")
  package static let prefecture = Phrase("州市", "Prefecture")
  package static let assignee = Phrase("承办人", "Handled by")
  package static let unit = Phrase("责任单位", "Unit")
  package static let code = Phrase("标识码", "Code")
  package static let name = Phrase("网站名称", "Site")
  package static let platform = Phrase("新媒体平台", "Platform")
  package static let issues = Phrase("问题类别", "Issues")
  package static let state = Phrase("状态", "State")
  package static let time = Phrase("时间", "Time")
  package static let paper = Phrase("纸质版", "Paper")
  package static let electronic = Phrase("电子版", "Electronic")
  package static let contact = Phrase("联络员", "Contact")
  package static let streak = Phrase("连续无不合格", "Streak")
  package static let lateness = Phrase("迟报等级", "Lateness")
  package static let workingDays = Phrase("工作日", "Workdays")
  package static let daysLeft = Phrase("剩余天数", "Days left")
}

extension Projection {
  /// The name of a prefecture in few words.
  package func name(ofPrefecture id: PrefectureID) -> Phrase {
    directory.prefecture(id)?.short ?? Phrase(id)
  }

  package func prefectureName(_ id: PrefectureID, _ language: Language) -> String {
    directory.prefecture(id)?.name[language] ?? id.text
  }

  package func unitName(_ id: UnitID, _ language: Language) -> String {
    Terms.unit(id, in: self)[language]
  }

  package func issueNames(_ ids: [CategoryID], _ language: Language) -> String {
    ids.map { name(ofCategory: $0)[language] }.joined(separator: Phrase("、", ", ")[language])
  }

  package func position(ofPrefecture id: PrefectureID) -> Int {
    directory.position(ofPrefecture: id)
  }

  package func position(ofUnit id: UnitID) -> Int {
    obligations.firstIndex { $0.unit.id == id } ?? obligations.count
  }

  /// What an empty list of this quarter means.
  package func nothing(_ otherwise: Phrase) -> Phrase {
    guard inspection.coverage == .headline else { return otherwise }
    return Phrase(
      "\(quarter.name.chinese)仅有总数，没有逐站结果。",
      "Only the totals of \(quarter.name.english) are known; there is nothing to list.")
  }
}

extension Headline {
  /// The place in the order from worst to best.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

extension Submission {
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// How much time is left: red once it is over.
package func timeTone(_ isOverdue: Bool) -> Tone { isOverdue ? .bad : .text }

package func stateTone(_ headline: Headline) -> Tone { headline.isClosed ? .good : .text }

/// The platform, where the row is about a new-media account; people read it behind the name.
func platformField<Row>(
  _ platform: @escaping @Sendable (Row) -> AccountPlatform?
) -> Field<Row> {
  Field(
    "platform", Heading.platform, shows: .machines, when: { platform($0) != nil },
    text: { platform($0)?.words[$1] ?? "" }, value: { Value(platform($0)?.name) })
}

/// The code as printed, beside the one that holds; people see it where some were corrected.
func printedCodeField<Row>(
  when isCorrected: @escaping @Sendable (Row) -> Bool,
  _ code: @escaping @Sendable (Row) -> SiteCode?
) -> Field<Row> {
  Field(
    "printedCode", Phrase("公布的标识码", "Printed code"), when: isCorrected,
    value: { Value(code($0)?.printed) })
}
