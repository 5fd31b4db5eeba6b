package import CensusCore

extension Modifier {
  /// The name of its kind in JSON.
  var kind: String {
    guard case .object(let fields) = value, case .text(let kind)? = fields.first?.value else {
      return ""
    }
    return kind
  }

  /// What it says, for machines.
  package var value: Value {
    switch self {
    case .due(let days): named("due", .init("days", .integer(days)))
    case .overdue(let days): named("overdue", .init("days", .integer(days)))
    case .late(let days): named("late", .init("days", .integer(days)))
    case .earlierOverdue(let round, let days):
      named("earlierOverdue", .init("round", .integer(round)), .init("days", .integer(days)))
    case .recordedLater: named("recordedLater")
    case .chased(let count): named("chased", .init("count", .integer(count)))
    case .offlineUntil(let day): named("offlineUntil", .init("until", Value(day)))
    case .restorationOverdue(let days): named("restorationOverdue", .init("days", .integer(days)))
    case .recurrence(let count): named("recurrence", .init("quarters", .integer(count)))
    case .repeatFailure(let count): named("repeatFailure", .init("quarters", .integer(count)))
    case .recurred(let count): named("recurred", .init("quarters", .integer(count)))
    case .failedBefore(let count): named("failedBefore", .init("quarters", .integer(count)))
    case .extended(let rows, let until):
      named(
        "extended", .init("rows", .list(rows.map { .integer($0) })), .init("until", .day(until)))
    case .notCovered: named("notCovered")
    case .conflictingReceipts(let count):
      named("conflictingReceipts", .init("count", .integer(count)))
    case .conflicting(let kind, let count):
      named("conflicting", .init("about", .text(kind.rawValue)), .init("count", .integer(count)))
    // How long it has stayed open, in quarters, is its age.
    case .carriedOver(let quarters):
      named("carriedOver", .init("quarters", .integer(quarters)), .init("age", .integer(quarters)))
    }
  }

  /// Whether lists have a column of its own for it.
  package var isTime: Bool {
    switch self {
    case .due, .overdue: true
    case .late, .earlierOverdue, .recordedLater, .chased, .offlineUntil, .restorationOverdue,
      .recurrence, .recurred, .repeatFailure, .failedBefore, .extended,
      .notCovered, .conflictingReceipts, .conflicting, .carriedOver:
      false
    }
  }

  private func named(_ kind: String, _ fields: Value.Field...) -> Value {
    .object([.init("kind", .text(kind))] + fields)
  }
}

extension [Modifier] {
  /// Behind a name on a screen: that it failed before for the same, or was never closed since.
  func past(_ manner: Manner) -> Words {
    guard manner.isBrief else { return .none }
    let words = compactMap { modifier -> Phrase? in
      switch modifier {
      case .recurrence(let count): Phrase("连续\(count)季", "×\(count)")
      case .repeatFailure(let count): Phrase("\(count)季不合格", "failing ×\(count)")
      case .recurred(let count): Phrase("同类先后\(count)季", "\(count) in all")
      case .failedBefore(let count): Phrase("先后\(count)季不合格", "failing \(count) in all")
      case .carriedOver(let quarters): Phrase("遗留\(quarters)季", "carried over \(quarters)")
      default: nil
      }
    }
    guard !words.isEmpty else { return .none }
    let joined = words.map { manner($0) }.joined(separator: manner(Phrase("、", ", ")))
    return Words(manner(Phrase("（\(joined)）", " (\(joined))")), .caution)
  }

  /// The same for a search, in both languages.
  var pastTexts: [String] {
    [Language.chinese, .english].map { past(.brief($0, check: "", cross: "")).text }
      .filter { !$0.isEmpty }
  }

  /// The words for them in one language.
  package func words(_ language: Language) -> String {
    map { Terms.modifier($0)[language] }.joined(separator: Phrase("，", ", ")[language])
  }
}

/// The kinds of what is said beside a state, for whoever chooses rows by them.
private enum ModifierKind: String, CaseIterable {
  case due, overdue, late, earlierOverdue, recordedLater, chased, offlineUntil, restorationOverdue
  case recurrence, recurred, repeatFailure, failedBefore, extended, notCovered, conflictingReceipts,
    conflicting
  case carriedOver

  var term: Phrase {
    switch self {
    case .due: Phrase("未到期", "not yet due")
    case .overdue: Phrase("逾期", "overdue")
    case .late: Phrase("迟报", "late")
    case .earlierOverdue: Phrase("前轮逾期", "earlier round overdue")
    case .recordedLater: Phrase("补录", "entered late")
    case .chased: Phrase("催办", "chased")
    case .offlineUntil: Terms.availability(.offline)
    case .restorationOverdue: Phrase("逾期未恢复", "not restored")
    case .recurrence: Phrase("同类问题连续", "recurrence")
    case .repeatFailure: Phrase("连续不合格", "failing again")
    case .recurred: Phrase("同类问题再犯", "recurred")
    case .failedBefore: Phrase("先后不合格", "failed before")
    case .extended: Phrase("部分延期", "extended in part")
    case .notCovered: Terms.modifier(.notCovered)
    case .conflictingReceipts: Phrase("收件相互矛盾", "conflicting receipts")
    case .conflicting: Phrase("相互矛盾", "conflicting")
    case .carriedOver: Phrase("遗留", "carried over")
    }
  }
}

/// What is said beside the state; people see it once there is something to say.
package func modifierField<Row>(
  _ modifiers: @escaping @Sendable (Row) -> [Modifier]
) -> Field<Row> {
  Field(
    "modifiers", Phrase("说明", "Remarks"),
    when: { modifiers($0).contains { !$0.isTime } },
    choice: .all(ModifierKind.self, \.term).unoffered,
    choices: { modifiers($0).map(\.kind) },
    text: { row, language in modifiers(row).filter { !$0.isTime }.words(language) },
    value: { row in .list(modifiers(row).map(\.value)) })
}
