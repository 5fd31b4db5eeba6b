import CensusCore
import TerminalKit

/// Cells that several lists share.
enum Cells {
  /// One part of a unit's report: the day it is valid since, or what is the matter.
  static func part(_ summary: Obligation.PartSummary, _ language: Language) -> StyledText {
    switch summary {
    case .missing: StyledText("-", .muted)
    case .toReturn(let day):
      StyledText(day.monthAndDay, .accent)
        + StyledText(language == .chinese ? "退" : "!", .accent.bold)
    case .returned(let day): StyledText(day.monthAndDay, .accent)
    case .some(let count, let all): StyledText("\(count)/\(all)", .caution)
    case .valid(let day): StyledText(day.monthAndDay, .good)
    }
  }

  /// One part of a finding's report.
  static func part(_ state: PartState, _ language: Language) -> StyledText {
    switch state {
    case .missing: StyledText("-", .muted)
    case .toReturn(let day): part(Obligation.PartSummary.toReturn(on: day), language)
    case .returned(let day): part(Obligation.PartSummary.returned(on: day), language)
    case .valid(let day): StyledText(day.monthAndDay, .good)
    }
  }

  /// How a unit's report stands: 部分报送 says how far.
  static func submission(
    _ obligation: Obligation, on day: Day, _ language: Language
  ) -> StyledText {
    let style = Styles.submission(
      obligation.submission, isOverdue: obligation.isOverdue(on: day))
    var text = Terms.submission(obligation.submission)[language]
    if obligation.submission == .partial {
      text += " \(obligation.settledCount)/\(obligation.owedCount)"
    }
    return StyledText(text, style)
  }

  /// The time that is left, or how late a complete report was.
  static func time(_ obligation: Obligation, on day: Day, _ language: Language) -> StyledText {
    if let late = obligation.daysLate {
      return StyledText(Terms.daysLate(late)[language], late > 0 ? .caution : .good)
    }
    return daysLeft(obligation.daysLeft(on: day), language)
  }

  static func daysLeft(_ days: Int?, _ language: Language) -> StyledText {
    guard let days else { return StyledText("-", .muted) }
    return StyledText(Terms.daysLeft(days)[language], Styles.daysLeft(days))
  }

  /// The next action with its day.
  static func next(_ action: NextAction?, on day: Day, _ language: Language) -> StyledText {
    guard let action else { return StyledText("-", .muted) }
    let what = Terms.action(action.what)[language]
    if action.what == .recheck { return StyledText(what, .muted) }
    guard action.on <= day else { return StyledText("\(action.on.monthAndDay) \(what)", .muted) }
    let today = language == .chinese ? "今天" : "today"
    return StyledText("\(today) \(what)", action.what == .return ? .accent.bold : .text)
  }

  /// A number, or a dash for none.
  static func count(_ number: Int, _ style: Style = .text) -> StyledText {
    number == 0 ? StyledText("-", .muted) : StyledText(String(number), style)
  }

  /// The categories of some issues, in the notice's own words in Chinese.
  static func issues(_ ids: [String], in projection: Projection, _ language: Language) -> String {
    ids.map { id in
      language == .chinese
        ? projection.name(ofCategory: id).chinese : projection.directory.category(id).short.english
    }
    .joined(separator: language == .chinese ? "，" : ", ")
  }

  /// The numbers of some rows: 17,20.
  static func rows(_ findings: [FindingState]) -> String {
    findings.map { String($0.finding.id.row) }.joined(separator: ",")
  }
}

extension Projection {
  /// The name of a prefecture.
  func name(ofPrefecture id: String) -> Phrase {
    directory.prefecture(id)?.short ?? Phrase(id, id)
  }
}
