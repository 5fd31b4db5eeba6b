/// One rule of `check`: a question put to a published quarter.
struct CheckRule: Sendable {
  let code: String
  let severity: Discrepancy.Severity
  let find: @Sendable (Inspection, Directory, CheckRule) -> [Discrepancy]

  /// One answer of this rule.
  func discrepancy(
    _ place: Discrepancy.Place, _ location: Phrase, _ message: Phrase, published: String? = nil,
    computed: String? = nil
  ) -> Discrepancy {
    Discrepancy(
      severity: severity, code: code, place: place, location: location, message: message,
      published: published, computed: computed)
  }

  /// All rules, in the order in which their answers are listed.
  static let all: [CheckRule] =
    CheckRule.figures + CheckRule.findings + CheckRule.notices
}

extension Inspection {
  /// Recomputes every printed figure and looks at codes and rows; the gravest first.
  public func discrepancies(in directory: Directory) -> [Discrepancy] {
    var known: [String: Int] = [:]
    let directory = directory.adding(additions)
    let printed = withoutGone
    let rules = CheckRule.all.flatMap { $0.find(printed, directory, $0) }
    let found = (rules + CheckRule.gone.find(self, directory, CheckRule.gone)).map { row in
      var row = row
      let count = known[row.id, default: 0] + 1
      known[row.id] = count
      if count > 1 { row.id += "/\(count)" }
      return row
    }
    return Discrepancy.gravestFirst(found)
  }

  func name(of prefecture: PrefectureID, in directory: Directory) -> Phrase {
    directory.prefecture(prefecture)?.name ?? Phrase(prefecture)
  }

  func row(_ finding: Finding) -> Phrase {
    // Accounts stand in a table of their own; their numbers follow those of annex 2.
    finding.platform == nil
      ? Phrase("附件2第\(finding.row)行", "annex 2, row \(finding.row)")
      : Phrase("第\(finding.row)行（新媒体账号）", "row \(finding.row) (a new-media account)")
  }
}
