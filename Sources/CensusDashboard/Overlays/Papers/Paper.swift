package import CensusCore
package import CensusLists

/// A paper that the dashboard writes: a report, a letter, a form.
package enum Paper: Hashable, Sendable {
  case report
  case next
  case since
  case handover
  case letter(LetterKind)
  case answers
  /// The report, frozen in the store.
  case frozen

  /// A part of the menu.
  enum Group: CaseIterable {
    case reports
    case letters
    case others

    var title: Phrase {
      switch self {
      case .reports: Phrase("报告（整个季度）", "Reports (the whole quarter)")
      case .letters: Phrase("函件（每家一份）", "Letters (one a unit)")
      case .others: Phrase("表格、归档", "Forms, the archive")
      }
    }

    var papers: [Paper] {
      switch self {
      case .reports: [.report, .next, .since, .handover]
      case .letters: [.chase, .order, .transfer, .recheck].map(Paper.letter)
      case .others: [.answers, .frozen]
      }
    }
  }

  static let all = Group.allCases.flatMap(\.papers)

  /// The letter that chooses it in the menu.
  package var letter: Character {
    switch self {
    case .report: "r"
    case .next: "n"
    case .since: "s"
    case .handover: "h"
    case .letter(.chase): "c"
    case .letter(.order): "o"
    case .letter(.transfer): "t"
    case .letter(.recheck): "f"
    case .answers: "a"
    case .frozen: "z"
    }
  }

  /// What it is called.
  package var name: Phrase {
    switch self {
    case .report: Phrase("督办报告", "report")
    case .next: Phrase("下期通报段落", "next notice")
    case .since: Phrase("某日以来的变化", "changes since")
    case .handover: Phrase("交接单", "handover")
    case .letter(let kind): kind.name
    case .answers: RemedyForm.title
    case .frozen: Phrase("归档报告", "frozen report")
    }
  }

  /// What it says, in a few words.
  var about: Phrase {
    switch self {
    case .report: Phrase("简报、数字、时间线、问题、佐证", "brief, figures, lanes, findings, evidence")
    case .next: Phrase("上期通报问题整改情况和两个附件", "the paragraph and both annexes")
    case .since: Phrase("自某日（含当日）以来", "since a day, which counts")
    case .handover: Phrase("各期未办结事项、承诺、问责", "what is open, over all periods")
    case .letter(.chase): Phrase("欠报的单位", "to units that owe a report")
    case .letter(.order): Phrase("复查整改不到位的单位", "after a failed re-check")
    case .letter(.transfer): Phrase("待研究问责、正在问责的单位", "a case, to who holds to account")
    case .letter(.recheck): Phrase("待复查的问题，供打印", "what is to be re-checked, on paper")
    case .answers: Phrase("未办结的问题，交单位填写", "what is open, for units to fill in")
    case .frozen: Phrase("按截至日期定稿，存入数据目录", "the report as it stands, in the store")
    }
  }

  /// Whether it is about units that were chosen; else about the quarter.
  var isOfUnits: Bool {
    switch self {
    case .letter, .answers: true
    case .report, .next, .since, .handover, .frozen: false
    }
  }

  /// The forms in which it is written, the usual one first; none where nobody chooses.
  package var forms: [PaperForm] {
    switch self {
    case .report, .next, .since, .handover: [.list(.html), .list(.markdown)]
    case .letter: [.docx, .html, .markdown, .text].map(PaperForm.document)
    case .answers: [.document(.docx)] + [.xlsx, .csv, .markdown, .html].map(PaperForm.list)
    case .frozen: []
    }
  }

  /// What has to be known before it is made; nil where that is nothing.
  var question: Phrase? {
    switch self {
    case .since: Phrase("自哪天以来：", "Since which day: ")
    case .letter(.order): Phrase("整改期限（已登记的可空）：", "Due (empty where ordered): ")
    case .letter(.transfer): Phrase("移送哪个机关：", "To which body: ")
    default: nil
    }
  }
}

/// The form in which a paper is written.
package enum PaperForm: Equatable, Sendable {
  case document(LetterForm)
  case list(ExportForm)

  /// What its files' names end with, with the dot.
  package var ending: String {
    switch self {
    case .document(let form): "." + form.ending
    case .list(let form): form.ending
    }
  }

  /// What a person chooses it by.
  var name: Phrase {
    switch self {
    case .document(let form): form.name
    case .list(let form): form.name
    }
  }
}

/// A paper that is asked for.
package struct PaperRequest: Equatable, Sendable {
  package let paper: Paper
  /// The units that it is about, by whatever they are known by; the notice for all.
  package let references: [Reference]
  package let language: Language
  /// The day since when, or by which.
  package var day: Day?
  /// Whom it addresses.
  package var to: String?
}

/// A paper as it would be written now.
package struct PaperDraft: Equatable, Sendable {
  package let text: String
  /// Whether the text is Markdown; else it is laid out as it stands.
  package let isMarkdown: Bool
  /// The units that get one each; none where it is about the quarter.
  package let units: [Unit]
  /// What has to be known of it: who needs none, whose day stands.
  package let remark: Phrase?

  /// What is shown before anything is written.
  package init(text: String, isMarkdown: Bool, units: [Unit] = [], remark: Phrase? = nil) {
    self.text = text
    self.isMarkdown = isMarkdown
    self.units = units
    self.remark = remark
  }
}
