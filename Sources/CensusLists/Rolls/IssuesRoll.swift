package import CensusCore

extension Projection {
  /// The answer of `census issues`: the categories that occur in annex 2.
  package var issuesRoll: Roll<CategoryState> { issuesRoll(categories) }

  /// Some categories.
  package func issuesRoll(_ categories: [CategoryState]) -> Roll<CategoryState> {
    Roll(
      .issues, fields: issueFields, rows: categories, identity: { .category($0.category.id) },
      naming: "name",
      searched: { row in
        let kind = Terms.kind(row.kind)
        return [
          row.category.id.text, row.name.chinese, row.name.english, row.category.name.chinese,
          kind.chinese, kind.english,
        ] + row.category.aliases
      },
      empty: nothing(Phrase("没有问题类别。", "There is no category.")),
      // One finding may count in several categories, so this is said of all of them only.
      remarks: { [self] rows in
        guard rows.count == self.categories.count else { return [] }
        return [
          Phrase(
            "\(findings.count)条问题共\(tagCount)个类别标记，一条可有两个。",
            "\(findings.count) findings carry \(tagCount) category tags; one may carry two.")
        ]
      })
  }

  private var issueFields: [Field<CategoryState>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field("id", Phrase("类别编号", "Category ID"), shows: .machines) { .text($0.category.id.text) },
      Field("issues", Heading.issues, shows: .filters, choice: issueChoice) {
        .text($0.category.id.text)
      },
      Field(
        "name", Heading.issues, short: Phrase("问题类别", "Issue"), room: .fixed(22, 26),
        name: { $0.name.chinese },
        words: { row, manner in
          guard manner.isBrief else { return Words(manner(row.name)) }
          let isDisputed = !row.findings.allSatisfy(\.conflicts.isEmpty)
          let name = manner(row.name)
          return isDisputed ? Words("! ", .bad, strong: true) + Words(name) : Words("  " + name)
        }, value: { .text($0.name.chinese) }),
      Field("english", Phrase("英文名", "English"), shows: .machines) { .text($0.name.english) },
      Field(
        "kind", Phrase("性质", "Kind"), choice: .all(IssueCategory.Kind.self, Terms.kind),
        rank: { $0.kind.rank }, text: { Terms.kind($0.kind)[$1] },
        value: { .text($0.kind.rawValue) }),
      Field("findings", Heading.findings, .right, short: Phrase("问题", "Rows"), room: .fixed(4)) {
        .integer($0.findings.count)
      },
      Field("sites", Heading.sites, .right, room: .fixed(5)) { .integer($0.sites.count) },
      Field(
        "open", Phrase("未办结", "Open"), .right, room: .fixed(6),
        words: { $1.isBrief ? .count($0.openCount) : Words(String($0.openCount)) },
        value: { .integer($0.openCount) }),
    ]
  }
}
