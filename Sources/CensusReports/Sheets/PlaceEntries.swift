internal import CensusCore
internal import CensusLists

extension Projection {
  func entry(_ state: PrefectureState, _ history: Roll<HistoryEntry>) -> Entry {
    let prefecture = state.prefecture
    let roll = prefecturesRoll([state])
    let figures = state.figures
    let rate = figures.publishedRate ?? "–"
    let computed = figures.computedRate ?? "–"
    let sheet = Sheet(
      Phrase("\(prefecture.fullName)", prefecture.name.english),
      lines: [
        .init(Heading.quarter, quarter.name),
        .init(Heading.running, figures.running.map(String.init)),
        .init(Heading.failing, figures.failing.map(String.init)),
        .init(
          Heading.published, Phrase("\(rate)（核算\(computed)）", "\(rate) (computed \(computed))")),
      ],
      sections: [
        .init(SheetWords.units, list(of: state.obligations)),
        .init(SheetWords.sites, sitesRoll(state.sites)),
        .init(SheetWords.history, history),
      ])
    let value = value(
      "prefecture", roll.rows.first.map(roll.object) ?? .none,
      [
        .init("kind", .text(prefecture.kind.rawValue)),
        .init("fullName", .text(prefecture.fullName)),
        .init("codePrefixes", Value(prefecture.codePrefixes)),
        .init("unitList", list(of: state.obligations).value),
        .init("siteList", sitesRoll(state.sites).value),
        .init("findingList", findingsRoll(state.findings).value),
        .init("history", history.value),
      ])
    return Entry(sheet: sheet, value: value)
  }

  // MARK: - Parts

  /// Some cells of a row as labelled lines.
  func lines<Row>(
    of roll: Roll<Row>, _ row: Row, _ fields: [String]
  ) -> [Sheet.Line] {
    fields.compactMap { roll[$0] }.map { field in
      Sheet.Line(field.title) { field.words(row, .full($0)) }
    }
  }

  /// The units of a prefecture, without the brief of the whole quarter.
  private func list(of obligations: [Obligation]) -> Roll<UnitRow> {
    Roll(
      fields: unitsRoll(obligations).fields, rows: obligations.map { UnitRow($0) },
      empty: Phrase("没有不合格网站，不需要报送。", "No failing site, so no report is owed."))
  }

  func names(ofPrefecture id: String) -> Phrase {
    Phrase(prefectureName(id, .chinese), prefectureName(id, .english))
  }

  func words(_ part: PartState) -> Phrase {
    switch part {
    case .missing: Phrase("–", "–")
    case .toReturn(let day):
      Phrase("\(day) 收到，待退回", "arrived on \(day), to return")
    case .returned(let day, let arrived):
      Phrase("\(arrived) 收到，\(day) 退回", "arrived on \(arrived), returned on \(day)")
    case .valid(let day): Phrase("\(day)", "\(day)")
    }
  }
}
