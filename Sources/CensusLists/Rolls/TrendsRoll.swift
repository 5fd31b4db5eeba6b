package import CensusCore

/// The figures of the province or a prefecture in one quarter.
package struct TrendRow {
  let point: Trends.Point
  let subject: Trends.Subject
  let name: Phrase
  let entry: Trends.Entry
  /// The running sites against the last quarter before that has them.
  let base: Trends.Change<Int>?
}

/// The answer of `census trends`: quarters, newest first, and in each the province and its rows.
///
/// - Parameters:
///   - trends: all quarters up to the last one asked for.
///   - count: how many of them are listed; the change of the base looks further back.
///   - unreadable: the quarters among them that cannot be read.
///   - lists: names of prefectures; what the quarters bring comes beside them.
///   - keeps: whose figures are listed.
/// - Returns: the list; below it what must be known before figures are compared, how the failures of
///   the newest quarter gather, and who has had none for how long.
package func trendsRoll(
  _ trends: Trends, latest count: Int = .max, leavingOut unreadable: [Quarter] = [],
  directory lists: Directory,
  keeping keeps: (Trends.Subject) -> Bool = { _ in true }
) -> Roll<TrendRow> {
  let directory = lists.adding(trends.additions)
  let listed = trends.latest(count)
  let rows = listed.points.reversed().flatMap { point -> [TrendRow] in
    let subjects = [.province] + point.prefectures.map(Trends.Subject.prefecture)
    return subjects.filter(keeps).compactMap { subject in
      guard let entry = point[subject] else { return nil }
      return TrendRow(
        point: point, subject: subject, name: name(of: subject, in: directory), entry: entry,
        base: trends.change(of: .running, for: subject, at: point.quarter))
    }
  }
  return Roll(
    .trends, fields: TrendRow.columns, rows: rows,
    identity: { row in
      row.subject == .province
        ? .quarter(row.point.quarter) : .heading("\(row.point.quarter) \(row.name.chinese)")
    },
    searched: { row in
      row.point.quarter.searchedWords + [row.name.chinese, row.name.english]
    },
    leavingOut: unreadable, empty: empty(listed, directory, keeps),
    remarks: { rows in
      Terms.remarks(on: listed, of: spokenOf(rows))
        + places(rows, trends) { directory.prefecture($0)?.officialName ?? Phrase($0) }
    })
}

/// How the failures of the newest quarter with findings gather, where the province is listed, and
/// which of the prefectures listed, or of all, have had none for how long.
private func places(
  _ rows: [TrendRow], _ trends: Trends, _ name: (PrefectureID) -> Phrase
) -> [Phrase] {
  guard let newest = rows.map(\.point).filter({ $0.coverage == .full }).max(by: isEarlier) else {
    return []
  }
  let listed = Set(rows.map(\.subject))
  let isOfAll = listed == [.province]
  let streaks = trends.streaks(until: newest.quarter).filter {
    isOfAll || listed.contains(.prefecture($0.prefecture))
  }
  let concentration = listed.contains(.province) ? newest.concentration : nil
  return [
    concentration.flatMap { Terms.concentration($0, of: "\(newest.quarter)", name) },
    Terms.streaks(streaks, name),
  ].compactMap(\.self)
}

private func isEarlier(_ left: Trends.Point, _ right: Trends.Point) -> Bool {
  left.quarter < right.quarter
}

/// Whose base the remark is about: the province's where it is listed, else of the only prefecture.
private func spokenOf(_ rows: [TrendRow]) -> Trends.Subject? {
  let subjects = Set(rows.map(\.subject))
  if subjects.contains(.province) { return .province }
  return subjects.count == 1 ? subjects.first : nil
}

private func name(of subject: Trends.Subject, in directory: Directory) -> Phrase {
  switch subject {
  case .province: Terms.wholeProvince
  case .prefecture(let id): directory.prefecture(id)?.name ?? Phrase(id)
  }
}

private func empty(
  _ trends: Trends, _ directory: Directory, _ keeps: (Trends.Subject) -> Bool
) -> Phrase {
  trends.points.isEmpty
    ? Phrase("数据目录中还没有季度。", "The store has no quarter yet.")
    : Phrase("所列季度没有这些州市的数字。", "The quarters listed have no figures of these prefectures.")
}

extension TrendRow {
  fileprivate static var columns: [Field<TrendRow>] {
    [
      Field("quarter", Heading.quarter) { .text($0.point.quarter.description) },
      Field(
        "prefecture", Heading.prefecture, text: { $0.name[$1] },
        value: { row in
          guard case .prefecture(let id) = row.subject else { return .none }
          return .text(id.text)
        }),
      Field("english", Phrase("英文名", "English"), shows: .machines) { .text($0.name.english) },
      Field("running", Heading.running, .right) { Value($0.entry.figures.running) },
      Field(
        "runningChange", Phrase("较前", "Change"), .right,
        text: { row, _ in row.base?.text ?? "" }, value: { Value($0.base?.difference) }),
      Field("changeSince", Phrase("比较季度", "Compared with"), shows: .machines) {
        Value($0.base?.since.description)
      },
      Field("failing", Heading.failing, .right) { Value($0.entry.figures.failing) },
      Field("findings", Heading.findings, .right) { Value($0.entry.findings) },
      Field("sites", Heading.sites, .right) { Value($0.entry.sites) },
      Field(
        "accounts", Heading.accounts, .right, when: { $0.entry.accounts ?? 0 > 0 },
        value: { Value($0.entry.accounts) }),
      Field("rate", Heading.published, .right, form: .any) {
        Value($0.entry.rate?.text(decimals: 1))
      },
      Field("publishedRate", Phrase("公布", "Published"), .right, form: .any) {
        Value($0.entry.figures.publishedRate)
      },
      Field(
        "coverage", Phrase("资料", "Coverage"), text: { Terms.coverage($0.point.coverage)[$1] },
        value: { .text($0.point.coverage.rawValue) }),
      Field(
        "scope", Phrase("范围", "Scope"), shows: .machines,
        text: { row, language in row.point.scope.map { Terms.scope($0)[language] } ?? "" },
        value: { Value($0.point.scope?.rawValue) }),
    ]
  }
}
