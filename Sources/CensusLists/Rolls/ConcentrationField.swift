internal import CensusCore

extension Projection {
  /// Whether a row is of a place in which failing sites gather (集中): one of the few rows of annex 1 that
  /// lead, as the sentence on concentration names them.
  ///
  /// - Parameter prefecture: the row of annex 1 that a row is of, if it is of one.
  /// - Returns: a field by which rows are chosen; empty where no row leads.
  func concentrationField<Row>(
    _ prefecture: @escaping @Sendable (Row) -> PrefectureID?
  ) -> Field<Row> {
    let leading = Set(concentration.leading.map(\.prefecture))
    let isLeading = { @Sendable (row: Row) in prefecture(row).map(leading.contains) == true }
    return Field(
      "concentration", Heading.concentration, short: Phrase("集中", "Leading"), shows: .machines,
      when: isLeading, room: .fixed(4, 7, importance: 1),
      choice: Choice(["leading"], word: { $0 == "leading" ? Phrase("集中", "leading") : nil }),
      rank: { isLeading($0) ? 1 : nil },
      words: { row, manner in
        isLeading(row) ? Words(manner(Phrase("集中", "leading")), .caution) : .none
      },
      value: { isLeading($0) ? .text("leading") : .none })
  }
}
