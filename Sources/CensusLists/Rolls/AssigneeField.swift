import CensusCore

extension Field {
  /// Who in the office handles the units of a row (承办人); tables have it where anybody handles any.
  ///
  /// - Parameters:
  ///   - shows: who is shown it.
  ///   - room: how wide it is on screens.
  ///   - known: everybody who handles anything.
  ///   - names: who handles a row.
  /// - Returns: the field, by which rows are chosen too.
  static func assignee(
    shows: Shows = .always, room: Room? = nil,
    known: @escaping @autoclosure @Sendable () -> [String],
    _ names: @escaping @Sendable (Row) -> [String]
  ) -> Field {
    Field(
      "assignee", Heading.assignee, short: Phrase("承办", "By"), shows: shows,
      when: { !names($0).isEmpty },
      room: room, choice: Choice(known(), word: { Phrase($0, $0) }), choices: names,
      words: { row, _ in Words(distinct(names(row)).joined(separator: "、")) },
      value: { row in
        let names = distinct(names(row))
        return names.isEmpty ? .none : .text(names.joined(separator: "、"))
      })
  }
}

extension Projection {
  /// Who handles the units of a row of this quarter.
  func assigneeField<Row>(
    shows: Shows = .always, room: Room? = nil, _ units: @escaping @Sendable (Row) -> [UnitID]
  ) -> Field<Row> {
    .assignee(shows: shows, room: room, known: self.assignees) { [self] row in
      units(row).compactMap { assignee(of: $0) }
    }
  }
}
