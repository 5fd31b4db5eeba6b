package import CensusCore

extension Projection {
  /// What is known of a row of annex 1.
  ///
  /// - Parameters:
  ///   - state: the row.
  ///   - streak: since when it has had no failing site, if other quarters were read for that.
  /// - Returns: the facts, each once.
  package func facts(of state: PrefectureState, streak: Trends.Streak? = nil) -> Facts {
    let (prefecture, figures) = (state.prefecture, state.figures)
    return Facts(
      "prefecture", Phrase(prefecture.fullName, prefecture.name.english),
      of: prefecturesRoll([state])
    ) { _ in
      [
        .quarter(quarter),
        Fact("running", Heading.running, figures.running.map { Phrase("\($0)", "\($0)") }),
        Fact(
          "failingPublished", Heading.failing, figures.failing.map { Phrase("\($0)", "\($0)") }),
        .rate(figures), Fact("kind", machines: .text(prefecture.kind.rawValue)),
        Fact("fullName", machines: .text(prefecture.fullName)),
        Fact("codePrefixes", machines: Value(prefecture.codePrefixes)),
        Fact(
          "findings", Heading.findings,
          state.findings.isEmpty ? nil : .counts(state.findings.count, state.sites.count)),
        Fact("streak", Heading.streak, streak?.length, .good, value: Value(streak?.count)),
      ]
    }
  }

  /// What is known of a category of issues.
  package func facts(of state: CategoryState) -> Facts {
    let criterion = inspection.criteria.flatMap { year in
      state.category.criterion[year].map { Phrase("\($0)（\(year)年）", "\($0) (\(year))") }
    }
    return Facts("category", state.name, of: issuesRoll([state])) { field in
      field("kind")
        + [
          Fact("criterion", Phrase("检查标准", "Criterion"), criterion),
          Fact("findings", Heading.findings, .counts(state.findings.count, state.sites.count)),
        ] + field("open")
        + [
          Fact(
            "remarks", Phrase("说明", "Remarks"),
            state.kind == .score
              ? Phrase(
                "通报只写扣分超过40，未列明扣分项",
                "the notice says only that more than 40 points were deducted, not for what") : nil)
        ]
    }
  }
}

extension Fact {
  /// The pass rate as printed, with the computed one; on a screen only where that differs.
  static func rate(_ figures: Inspection.Figures) -> Fact {
    let (printed, computed) = (figures.publishedRate ?? "–", figures.computedRate)
    return Fact("publishedRate", Heading.published) { manner in
      let differs = computed != figures.publishedRate
      guard let computed, differs || !manner.isBrief else { return Words(printed) }
      let more = Phrase("（核算\(computed)）", " (computed \(computed))")
      return Words(printed)
        + Words(manner(more), manner.isBrief ? .caution : .text, strong: manner.isBrief)
    }
  }
}
