package import CensusCore

/// The answer of `census trends --recurrences`: sites that failed in several quarters.
///
/// - Parameters:
///   - offenders: what failed again.
///   - quarters: how many quarters are known finding by finding.
///   - unreadable: the quarters that cannot be read.
///   - directory: names of prefectures and categories.
///   - keeps: whose sites are listed, by prefecture.
/// - Returns: the list, those with the longest run first.
package func recurrencesRoll(
  _ offenders: RepeatOffenders, over quarters: Int, leavingOut unreadable: [Quarter] = [],
  directory: Directory,
  keeping keeps: (PrefectureID) -> Bool = { _ in true }
) -> Roll<RepeatOffenders.Site> {
  Roll(
    fields: columns(directory), rows: offenders.sites.filter { keeps($0.prefecture) },
    leavingOut: unreadable, empty: empty(quarters))
}

private func empty(_ quarters: Int) -> Phrase {
  quarters > 1
    ? Phrase("没有网站在多个季度不合格。", "No site failed in more than one quarter.")
    : Phrase(
      "有逐条问题的季度不到两个，还看不出哪些网站屡查屡犯。",
      "Fewer than two quarters are known finding by finding: nothing can have recurred yet.")
}

extension Phrase {
  /// A sentence and those after it.
  func followed(by others: [Phrase]) -> Phrase {
    others.reduce(self) { all, next in
      Phrase(all.chinese + next.chinese, "\(all.english) \(next.english)")
    }
  }
}

private func columns(_ directory: Directory) -> [Field<RepeatOffenders.Site>] {
  [
    Field("code", Heading.code) { Value($0.code.printed) },
    Field("name", Heading.name, text: { $0.shownName[$1] }, value: { .text($0.name) }),
    Field(
      "prefecture", Heading.prefecture,
      rank: { directory.position(ofPrefecture: $0.prefecture) },
      text: { directory.prefecture($0.prefecture)?.name[$1] ?? $0.prefecture.text },
      value: { .text($0.prefecture.text) }),
    Field("quarters", Phrase("不合格季度", "Failed in")) { Value($0.quarters.map(\.description)) },
    Field(
      "issues", Phrase("再犯类别", "Recurring"),
      text: { site, language in
        site.issues.map { directory.category($0).name[language] }
          .joined(separator: Phrase("、", ", ")[language])
      }, value: { Value($0.issues) }),
    Field("consecutive", Phrase("同类连续季数", "Same defect running"), .right) {
      .integer($0.consecutive)
    },
    Field("running", Phrase("连续季数", "Running"), .right) { .integer($0.running) },
    Field("open", Phrase("未办结", "Open"), .right, shows: .machines) { Value($0.open) },
  ]
}
