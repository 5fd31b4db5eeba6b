/// The form that a unit fills in on the findings that concern it (整改情况反馈表).
package enum RemedyForm {
  /// What it is called.
  package static let title = Phrase("整改情况反馈表", "Rectification form")

  /// A column of it.
  package enum Column: CaseIterable, Sendable {
    /// The finding, as the program knows it.
    case id
    /// The site.
    case name
    /// The site's code, against which the row is held when it comes back.
    case code
    /// What was found.
    case problem
    /// What is done.
    case measures
    /// By when.
    case completion
    /// Who answers for it.
    case responsible

    /// Its heading.
    package var title: Phrase {
      switch self {
      case .id: Phrase("编号", "ID")
      case .name: Phrase("网站名称", "Site")
      case .code: Phrase("网站标识码", "Site code")
      case .problem: Phrase("存在问题", "What was found")
      case .measures: Remedy.word(of: "measures")
      case .completion: Remedy.word(of: "completion")
      case .responsible: Remedy.word(of: "responsible")
      }
    }

    /// What offices call it besides.
    private var others: [String] {
      switch self {
      case .id: ["问题编号"]
      case .name: ["网站"]
      case .code: ["标识码", "code"]
      case .problem: ["问题", "主要问题"]
      case .measures: ["整改情况", "整改措施及成效", "measures"]
      case .completion: ["完成时限", "整改时限", "整改完成时间", "完成日期", "completion"]
      case .responsible: ["责任人员", "整改责任人", "responsible person"]
      }
    }

    /// The column of a heading, whatever its width and blanks; nil for another.
    package init?(heading: String) {
      let key = Self.key(heading)
      let found = Self.allCases.first { column in
        ([column.title.chinese, column.title.english] + column.others).contains {
          Self.key($0) == key
        }
      }
      guard let found else { return nil }
      self = found
    }

    private static func key(_ text: String) -> String {
      String(searchKey(text).filter { !$0.isWhitespace })
    }
  }
}
