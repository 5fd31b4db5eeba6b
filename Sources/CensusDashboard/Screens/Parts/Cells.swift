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
        + StyledText("!", .accent.bold)
    case .returned(_, let arrived): StyledText(arrived.monthAndDay, .accent)
    case .some(let count, let all): StyledText("\(count)/\(all)", .caution)
    case .valid(let day): StyledText(day.monthAndDay, .good)
    }
  }

  /// One part of a finding's report.
  static func part(_ state: PartState, _ language: Language) -> StyledText {
    switch state {
    case .missing: StyledText("-", .muted)
    case .toReturn(let day): part(Obligation.PartSummary.toReturn(on: day), language)
    case .returned(let day, let arrived):
      part(Obligation.PartSummary.returned(on: day, arrived: arrived), language)
    case .valid(let day): StyledText(day.monthAndDay, .good)
    }
  }

  /// How a unit's report stands: 部分报送 says how far.
  static func submission(
    _ obligation: Obligation, on day: Day, _ language: Language
  ) -> StyledText {
    let style = Styles.submission(
      obligation.submission, isOverdue: obligation.isOverdue(on: day))
    let word = Terms.submission(obligation.submission)[language]
    guard let progress = Terms.progress(obligation.latest)?[language] else {
      return StyledText(word, style)
    }
    // 电子版4/5 says by itself that the rest is missing.
    guard obligation.settledCount > 0 else { return StyledText(progress, style) }
    return StyledText(word + (language == .chinese ? "" : " ") + progress, style)
  }

  /// A name, with a sign before it where records about it contradict each other.
  static func flagged(_ name: StyledText, _ conflicts: [Conflict]) -> StyledText {
    conflicts.isEmpty ? name : StyledText("! ", .bad.bold) + name
  }

  /// The time that is left, or how late a complete report was.
  static func time(_ obligation: Obligation, on day: Day, _ language: Language) -> StyledText {
    if let late = obligation.daysLate {
      return StyledText(Terms.daysLate(late)[language], late > 0 ? .caution : .good)
    }
    return daysLeft(obligation.daysLeft(on: day), language)
  }

  /// The deadline: an extended one with the original beside it, an ordered one with its round.
  static func deadline(_ obligation: Obligation, _ language: Language) -> StyledText {
    guard let deadline = obligation.deadline else { return StyledText("-", .muted) }
    let day = deadline.day.monthAndDay
    if obligation.round > 1 {
      let round = Phrase("第\(obligation.round)轮", "round \(obligation.round)")
      return StyledText("\(day) ", .accent) + StyledText(round[language], .accent)
    }
    guard obligation.isExtended, let original = obligation.originalDeadline else {
      return StyledText(day, .muted)
    }
    return StyledText("\(day) ", .accent) + StyledText("(\(original.day.monthAndDay))", .muted)
  }

  /// Re-checks as counts: 复查 3/5, re-checked of all; a cross says that some failed.
  static func rechecks(_ obligation: Obligation, _ alphabet: Alphabet) -> StyledText {
    guard obligation.recheckedCount > 0 else { return StyledText("-", .muted) }
    let all = obligation.followed.count
    let style: Style =
      obligation.failedCount > 0 ? .bad : obligation.passedCount == all ? .good : .accent
    let sign = obligation.failedCount > 0 ? String(alphabet.cross) : ""
    return StyledText("\(obligation.recheckedCount)/\(all)\(sign)", style)
  }

  /// Three truths in three narrow columns: reported, fixed, accountable.
  static func truths(_ findings: [FindingState], _ alphabet: Alphabet) -> [StyledText] {
    let followed = findings.filter { !$0.isVoid }
    let reported = followed.count { $0.submission.isSettled }
    let failed = followed.contains { $0.recheck == .failed }
    let passed = followed.count { $0.recheck == .passed }
    let check = String(alphabet.check)
    let cross = String(alphabet.cross)
    let accountability = Accountability.State.ofUnit(followed.map(\.accountability))
    return [
      sign(reported, of: followed.count, check),
      failed ? StyledText(cross, .bad.bold) : sign(passed, of: followed.count, check),
      truth(accountability, check),
    ]
  }

  private static func sign(_ count: Int, of all: Int, _ check: String) -> StyledText {
    if all > 0, count == all { return StyledText(check, .good) }
    return count == 0 ? StyledText("-", .muted) : StyledText("\(count)/\(all)", .caution)
  }

  private static func truth(_ state: Accountability.State, _ check: String) -> StyledText {
    switch state {
    case .none: StyledText("-", .muted)
    case .toBeConsidered: StyledText("?", .caution.bold)
    case .opened, .measured: StyledText("!", .bad.bold)
    case .concluded: StyledText(check, .good)
    }
  }

  static func daysLeft(_ days: Int?, _ language: Language) -> StyledText {
    guard let days else { return StyledText("-", .muted) }
    return StyledText(Terms.daysLeft(days)[language], Styles.daysLeft(days))
  }

  /// The next action with its day.
  static func next(_ action: NextAction?, on day: Day, _ language: Language) -> StyledText {
    guard let action else { return StyledText("-", .muted) }
    let what = Terms.action(action.what)[language]
    if action.what == .recheck { return StyledText(what, .accent) }
    if action.what == .promise {
      let text = Phrase("\(action.on.monthAndDay)承诺", "\(action.on.monthAndDay) said")
      return StyledText(text[language], .accent)
    }
    if action.what == .order {
      let text = Phrase("\(action.on.monthAndDay)再报", "\(action.on.monthAndDay) due")
      return StyledText(text[language], .accent)
    }
    if action.what == .accountability { return StyledText(what, .bad.bold) }
    guard action.on <= day else {
      let joint = language == .chinese ? "" : " "
      return StyledText(action.on.monthAndDay + joint + what, .muted)
    }
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
