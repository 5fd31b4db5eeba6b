package import CensusCore

extension Projection {
  /// The answer of `census issues`: the categories that occur in annex 2.
  package var issuesListing: Listing<CategoryState> {
    Listing(
      columns: issueColumns, rows: categories,
      empty: nothing(Phrase("没有问题类别。", "There is no category.")),
      remarks: [
        Phrase(
          "\(findings.count)条问题共\(tagCount)个类别标记，一条可有两个。",
          "\(findings.count) findings carry \(tagCount) category tags; one may carry two.")
      ])
  }

  private var issueColumns: [Column<CategoryState>] {
    [
      Column("quarter", Heading.quarter, isShown: false) { [self] _ in
        .text(quarter.description)
      },
      Column("id", Phrase("类别", "ID"), isShown: false) { .text($0.category.id) },
      Column("name", Heading.issues, text: { $0.name[$1] }, value: { .text($0.name.chinese) }),
      Column("english", Phrase("英文名", "English"), isShown: false) { .text($0.name.english) },
      Column(
        "kind", Phrase("性质", "Kind"), rank: { $0.kind.rank },
        text: { Terms.kind($0.kind)[$1] }, value: { .text($0.kind.rawValue) }),
      Column("findings", Heading.findings, .right) { .integer($0.findings.count) },
      Column("sites", Heading.sites, .right) { .integer($0.sites.count) },
      Column("open", Phrase("未办结", "Open"), .right) { .integer($0.openCount) },
    ]
  }
}
