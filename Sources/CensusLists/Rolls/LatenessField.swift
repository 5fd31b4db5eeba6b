package import CensusCore

extension Projection {
  /// How grave the lateness of each row is, by the office's scale: its name, and for people its days.
  ///
  /// - Parameter daysBehind: by how many calendar days a row is overdue, or was late.
  /// - Returns: a field by which rows are chosen; empty where nothing is late.
  func latenessField<Row>(_ daysBehind: @escaping @Sendable (Row) -> Int?) -> Field<Row> {
    policy.latenessField(daysBehind)
  }
}

extension Settings.Policy {
  /// The same, for a list that is of no quarter.
  func latenessField<Row>(_ daysBehind: @escaping @Sendable (Row) -> Int?) -> Field<Row> {
    let policy = self
    let grade = { @Sendable (row: Row) in daysBehind(row).flatMap(policy.grade(daysLate:)) }
    return Field(
      "lateness", Heading.lateness, short: Phrase("等级", "Grade"), shows: .machines,
      when: { grade($0) != nil }, room: .fixed(4, 8, importance: 3),
      choice: Choice(
        policy.latenessGrades.map(\.id),
        word: { id in policy.latenessGrades.first { $0.id == id }?.name }),
      rank: { grade($0)?.from },
      words: { row, manner in grade(row).map { .grade($0, of: policy, manner) } ?? .none },
      value: { Value(grade($0)?.id) })
  }
}

extension Words {
  /// A grade of lateness; where there is room with its days.
  package static func grade(
    _ grade: LatenessGrade, of policy: Settings.Policy, _ manner: Manner
  ) -> Words {
    let (tone, isStrong) = policy.tone(of: grade)
    return Words(
      manner(manner.isBrief ? grade.name : Terms.grade(grade, of: policy)), tone, strong: isStrong)
  }
}

extension Settings.Policy {
  /// How lateness of a grade is to be looked at: the slightest of several is a caution, the gravest
  /// stands out.
  package func tone(of grade: LatenessGrade) -> (tone: Tone, isStrong: Bool) {
    guard latenessGrades.count > 1 else { return (.bad, false) }
    if grade == latenessGrades.first { return (.caution, false) }
    return (.bad, grade == latenessGrades.last)
  }

  /// How a number of calendar days late is to be looked at: by its grade, else as a caution.
  package func tone(daysLate days: Int) -> (tone: Tone, isStrong: Bool) {
    grade(daysLate: days).map(tone(of:)) ?? (days > 0 ? .caution : .good, false)
  }
}
