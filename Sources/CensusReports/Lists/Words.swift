internal import CensusCore

/// Headings that several lists share, so that one thing is called by one name.
enum Heading {
  static let quarter = Phrase("季度", "Quarter")
  static let document = Phrase("文号", "Document")
  static let issued = Phrase("印发", "Issued")
  static let due = Phrase("时限", "Due")
  static let running = Phrase("在运行", "Running")
  static let failing = Phrase("不合格", "Failing")
  static let published = Phrase("合格率", "Pass rate")
  static let computed = Phrase("核算", "Computed")
  static let findings = Phrase("问题", "Findings")
  static let sites = Phrase("网站", "Sites")
  static let units = Phrase("应报单位", "Units")
  static let complete = Phrase("已报齐", "Complete")
  static let overdue = Phrase("逾期", "Overdue")
  static let prefecture = Phrase("州市", "Prefecture")
  static let unit = Phrase("责任单位", "Unit")
  static let code = Phrase("标识码", "Code")
  static let name = Phrase("网站名称", "Site")
  static let issues = Phrase("问题类别", "Issues")
  static let state = Phrase("状态", "State")
  static let time = Phrase("时间", "Time")
  static let daysLeft = Phrase("剩余天数", "Days left")
}

extension Projection {
  func prefectureName(_ id: String, _ language: Language) -> String {
    directory.prefecture(id)?.name[language] ?? id
  }

  func unitName(_ id: String, _ language: Language) -> String {
    Terms.unit(id, in: self)[language]
  }

  func issueNames(_ ids: [String], _ language: Language) -> String {
    ids.map { name(ofCategory: $0)[language] }.joined(separator: Phrase("、", ", ")[language])
  }

  func position(ofPrefecture id: String) -> Int { directory.position(ofPrefecture: id) }

  func position(ofUnit id: String) -> Int {
    obligations.firstIndex { $0.unit.id == id } ?? obligations.count
  }

  /// What an empty list of this quarter means.
  func nothing(_ otherwise: Phrase) -> Phrase {
    guard inspection.coverage == .headline else { return otherwise }
    return Phrase(
      "\(quarter.name.chinese)仅有总数，没有逐站结果。",
      "Only the totals of \(quarter.name.english) are known; there is nothing to list.")
  }
}

extension Headline {
  /// The place in the order from worst to best.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

extension Submission {
  var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// How much time is left: red once it is over.
func timeEmphasis(_ isOverdue: Bool) -> Emphasis { isOverdue ? .bad : .none }

func stateEmphasis(_ headline: Headline) -> Emphasis { headline.isClosed ? .good : .none }
