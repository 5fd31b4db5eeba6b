package import CensusCore

extension Projection {
  /// The answer of `census issues`: the categories that occur in annex 2.
  package var issuesRoll: Roll<CategoryState> {
    Roll(
      fields: issueColumns, rows: categories,
      empty: nothing(Phrase("没有问题类别。", "There is no category.")),
      remarks: [
        Phrase(
          "\(findings.count)条问题共\(tagCount)个类别标记，一条可有两个。",
          "\(findings.count) findings carry \(tagCount) category tags; one may carry two.")
      ])
  }

  private var issueColumns: [Field<CategoryState>] {
    [
      Field("quarter", Heading.quarter, shows: .machines) { [self] _ in
        .text(quarter.description)
      },
      Field("id", Phrase("类别", "ID"), shows: .machines) { .text($0.category.id) },
      Field("name", Heading.issues, text: { $0.name[$1] }, value: { .text($0.name.chinese) }),
      Field("english", Phrase("英文名", "English"), shows: .machines) { .text($0.name.english) },
      Field(
        "kind", Phrase("性质", "Kind"), rank: { $0.kind.rank },
        text: { Terms.kind($0.kind)[$1] }, value: { .text($0.kind.rawValue) }),
      Field("findings", Heading.findings, .right) { .integer($0.findings.count) },
      Field("sites", Heading.sites, .right) { .integer($0.sites.count) },
      Field("open", Phrase("未办结", "Open"), .right) { .integer($0.openCount) },
    ]
  }
}
