package import CensusCore

/// The answer of `census review`: a year, one row a prefecture.
///
/// - Parameters:
///   - review: the year.
///   - unreadable: the periods of it, and those before it, that cannot be read.
///   - lists: names of prefectures; what the periods bring comes beside them.
/// - Returns: the list, with the sum below and what leaders ask of it.
package func reviewRoll(
  _ review: YearReview, leavingOut unreadable: [Quarter] = [], directory lists: Directory
) -> Roll<YearReview.Row> {
  let directory = lists.adding(review.trends.additions)
  let name = { @Sendable (id: PrefectureID) in
    directory.prefecture(id)?.officialName ?? Phrase(id)
  }
  return Roll(
    .review, fields: placeFields(review, directory) + countFields, rows: review.rows,
    total: review.rows.count > 1 ? YearReview.sum(of: review.rows) : nil,
    identity: { row in row.prefecture.map { .prefecture($0) } ?? .heading("total") },
    naming: "prefecture",
    searched: { row in
      guard let id = row.prefecture else { return [] }
      let names =
        directory.prefecture(id).map { [$0.name, $0.short, Phrase($0.fullName, "")] } ?? []
      return [id.text] + names.flatMap { [$0.chinese, $0.english] }
    },
    leavingOut: unreadable,
    empty: review.periods.isEmpty
      ? Terms.ahead(of: review) ?? Terms.totals(of: review)
      : Phrase("\(review.year)年的通报没有州市。", "The notices of \(review.year) name no prefecture."),
    remarks: { Terms.remarks(on: review, listing: $0, name) })
}

private func placeFields(
  _ review: YearReview, _ directory: Directory
) -> [Field<YearReview.Row>] {
  [
    Field("year", Phrase("年度", "Year"), shows: .machines) { _ in .integer(review.year) },
    Field(
      "prefecture", Heading.prefecture, choice: directory.prefectureChoice,
      name: { row in
        row.prefecture.map { directory.prefecture($0)?.name.chinese ?? $0.text } ?? ""
      },
      rank: { row in row.prefecture.map { directory.position(ofPrefecture: $0) } },
      text: { row, language in
        guard let id = row.prefecture else { return Phrase("合计", "Total")[language] }
        return directory.prefecture(id)?.name[language] ?? id.text
      },
      value: { Value($0.prefecture?.text) }),
    Field("english", Phrase("英文名", "English"), shows: .machines) { row in
      Value(row.prefecture.map { directory.prefecture($0)?.name.english ?? $0.text })
    },
    Field(
      "quarters", Phrase("不合格期数", "Periods failed"), .right,
      text: { row, _ in "\(row.failedIn.count)/\(row.listedIn.count)" },
      value: { .integer($0.failedIn.count) }),
    Field("listed", Phrase("列入期数", "Periods listed"), .right, shows: .machines) {
      .integer($0.listedIn.count)
    },
    Field("failing", Heading.failing, .right) { .integer($0.failing) },
    Field(
      "accounts", Heading.accounts, .right, when: { $0.accounts > 0 },
      value: { .integer($0.accounts) }),
  ]
}

private var countFields: [Field<YearReview.Row>] {
  [
    Field("reports", Phrase("应报份数", "Reports"), .right) { .integer($0.reports) },
    Field("onTime", Phrase("按时", "On time"), .right) { .integer($0.onTime) },
    Field(
      "late", Phrase("逾期报齐", "Late"), .right, tone: { $0.late > 0 ? .caution : .text },
      value: { .integer($0.late) }),
    Field("daysLate", Phrase("迟报天数", "Days late"), .right) { .integer($0.daysLate) },
    Field(
      "behind", Phrase("未报齐", "Not complete"), .right,
      tone: { $0.behind > 0 ? .bad : .text }, value: { .integer($0.behind) }),
    Field(
      "waived", Phrase("免报", "Waived"), .right, when: { $0.waived > 0 },
      value: { .integer($0.waived) }),
    Field(
      "extended", Phrase("延期内", "Extended"), .right, when: { $0.extended > 0 },
      value: { .integer($0.extended) }),
    Field(
      "chases", Phrase("催办", "Chases"), .right, numberTitle: Phrase("催办次数", "Chases"),
      value: { .integer($0.chases) }),
    Field(
      "rechecksFailed", Phrase("复查不到位", "Failed re-checks"), .right,
      value: { .integer($0.rechecksFailed) }),
    Field("recurrences", Phrase("再次不合格", "Failed again"), .right) {
      .integer($0.recurrences)
    },
    Field("accountability", Phrase("启动问责", "Accountability opened"), .right) {
      .integer($0.accountability)
    },
    Field(
      "streak", Heading.streak, .right,
      text: { row, _ in row.streak.map { "\($0.count)" } ?? "" },
      value: { .integer($0.streak?.count ?? 0) }),
  ]
}
