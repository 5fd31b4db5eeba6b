internal import CensusCore

extension Modifier {
  /// What it says, for machines.
  var value: Value {
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
  var isTime: Bool {
    switch self {
    case .due, .overdue: true
    case .late, .earlierOverdue, .recordedLater, .chased, .offlineUntil, .restorationOverdue,
      .recurrence,
      .notCovered, .conflictingReceipts, .conflicting, .carriedOver:
      false
    }
  }

  private func named(_ kind: String, _ fields: Value.Field...) -> Value {
    .object([.init("kind", .text(kind))] + fields)
  }
}

extension [Modifier] {
  /// The words for them in one language.
  func words(_ language: Language) -> String {
    map { Terms.modifier($0)[language] }.joined(separator: Phrase("，", ", ")[language])
  }
}

/// What is said beside the state; people see it once there is something to say.
func modifierColumn<Row>(
  _ rows: [Row], _ modifiers: @escaping (Row) -> [Modifier]
) -> Column<Row> {
  Column(
    "modifiers", Phrase("说明", "Remarks"),
    isShown: rows.contains { modifiers($0).contains { !$0.isTime } },
    text: { row, language in modifiers(row).filter { !$0.isTime }.words(language) },
    value: { row in .list(modifiers(row).map(\.value)) })
}

/// A count with its noun in English.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
