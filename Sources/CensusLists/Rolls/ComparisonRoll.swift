package import CensusCore

/// The answer of `census compare`: sites that fail in one of two periods or in both.
///
/// - Parameters:
///   - comparison: the two periods, newly failing sites first.
///   - lists: names of prefectures and categories; what the periods bring comes beside them.
///   - isSwapped: whether they were named the later one first, which is said.
///   - searched: what a search looks at besides names and words, by the code of a site.
/// - Returns: the list; below it what leaders ask of it.
package func comparisonRoll(
  _ comparison: Comparison, directory lists: Directory, isSwapped: Bool = false,
  searched: @escaping @Sendable (Comparison.Site) -> [String] = { _ in [] }
) -> Roll<Comparison.Site> {
  let directory = lists.adding(comparison.trends.additions)
  let name = { @Sendable (id: PrefectureID) in
    directory.prefecture(id)?.officialName ?? Phrase(id)
  }
  let order =
    isSwapped
    ? [
      Phrase(
        "按时间先后对比：先\(comparison.before)，后\(comparison.after)。",
        "Compared in the order of time: \(comparison.before), then \(comparison.after).")
    ] : []
  return Roll(
    .compare, fields: comparisonFields(comparison, directory), rows: comparison.sites,
    identity: { .site($0.code) }, reference: { $0.after.isEmpty ? nil : .site($0.code) },
    naming: "name",
    searched: { site in
      [site.code.text, site.name, site.shownName.english]
        + words(of: site, directory) + searched(site)
    },
    empty: empty(comparison, order),
    remarks: { order + Terms.remarks(on: comparison, listing: $0, name) })
}

private func empty(_ comparison: Comparison, _ order: [Phrase]) -> Phrase {
  guard comparison.isOfTotals else {
    return Phrase("两期都没有不合格网站。", "No site fails in either of the two.").followed(by: order)
  }
  let sentences = Terms.totals(of: comparison) + order
  return sentences.dropFirst().reduce(sentences[0]) { $0.followed(by: [$1]) }
}

/// What a row says in words, in both languages.
private func words(of site: Comparison.Site, _ directory: Directory) -> [String] {
  let named =
    [Terms.change(site.change), directory.prefecture(site.prefecture)?.name].compactMap(\.self)
    + (site.issuesBefore + site.issuesAfter).map { directory.category($0).name }
  return named.flatMap { [$0.chinese, $0.english] } + [site.prefecture.text]
}

private func comparisonFields(
  _ comparison: Comparison, _ directory: Directory
) -> [Field<Comparison.Site>] {
  let issues = { @Sendable (ids: [CategoryID], language: Language) in
    ids.map { directory.category($0).name }.joined()[language]
  }
  let (before, after) = (comparison.before, comparison.after)
  return [
    Field("code", Heading.code) { Value($0.code.printed) },
    Field(
      "name", Heading.name, name: { $0.name }, text: { $0.shownName[$1] },
      value: { .text($0.name) }),
    Field(
      "prefecture", Heading.prefecture, choice: directory.prefectureChoice,
      name: { directory.prefecture($0.prefecture)?.name.chinese ?? $0.prefecture.text },
      rank: { directory.position(ofPrefecture: $0.prefecture) },
      text: { directory.prefecture($0.prefecture)?.name[$1] ?? $0.prefecture.text },
      value: { .text($0.prefecture.text) }),
    Field(
      "change", Phrase("变化", "Change of state"),
      choice: .all(Comparison.Change.self, Terms.change),
      rank: { Comparison.Change.allCases.firstIndex(of: $0.change) },
      words: { site, manner in
        Words(manner(Terms.change(site.change)), tone(of: site.change))
      }, value: { .text($0.change.rawValue) }),
    Field(
      "issuesBefore", Phrase("问题类别（\(before)）", "Issues (\(before))"),
      choice: directory.issueChoice, text: { issues($0.issuesBefore, $1) },
      value: { Value($0.issuesBefore) }),
    Field(
      "issuesAfter", Phrase("问题类别（\(after)）", "Issues (\(after))"),
      choice: directory.issueChoice, text: { issues($0.issuesAfter, $1) },
      value: { Value($0.issuesAfter) }),
    Field(
      "issues", Heading.issues, shows: .filters, choice: directory.issueChoice,
      value: { Value(distinct($0.issuesBefore + $0.issuesAfter)) }),
    Field("findingsBefore", Phrase("此前的问题", "Findings before"), shows: .machines) {
      Value($0.before.map(\.finding.id))
    },
    Field("findingsAfter", Phrase("此后的问题", "Findings after"), shows: .machines) {
      Value($0.after.map(\.finding.id))
    },
    Field("quarterBefore", Phrase("前一期", "Before"), shows: .machines) { _ in
      .text(before.description)
    },
    Field("quarterAfter", Phrase("后一期", "After"), shows: .machines) { _ in
      .text(after.description)
    },
  ]
}

private func tone(of change: Comparison.Change) -> Tone {
  switch change {
  case .newlyFailing: .bad
  case .stillFailing: .caution
  case .noLongerFailing: .good
  }
}
