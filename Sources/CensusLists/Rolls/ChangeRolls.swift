package import CensusCore

/// A count of the overview on two days.
package struct CountChange: Sendable {
  let title: Phrase
  let before: Int
  let after: Int
}

extension ChangesSince {
  /// The counts of the overview then and now; those that stayed the same are left out.
  package var countsRoll: Roll<CountChange> {
    let counts: [(Phrase, KeyPath<Overview, Int>)] = [
      (Phrase("已报齐单位", "Units complete"), \.complete), (Phrase("免报单位", "Units excused"), \.waived),
      (Phrase("部分报送单位", "Units partial"), \.partial),
      (Phrase("逾期单位", "Units overdue"), \.overdue),
      (Phrase("延期单位", "Units extended"), \.extended),
      (Phrase("已复查问题", "Findings re-checked"), \.recheckedFindings),
      (Phrase("整改到位问题", "Findings passed"), \.passedFindings),
      (Phrase("整改不到位网站", "Sites failed"), \.failedSites),
      (Phrase("已改未报网站", "Sites fixed, report owed"), \.fixedReportOwedSites),
      (Phrase("办结网站", "Sites closed"), \.closedSites),
      (Phrase("剔除问题", "Findings struck off"), \.voidFindings),
      (Phrase("责令再整改单位", "Units ordered anew"), \.ordered),
      (Phrase("待研究问责单位", "Units to be considered"), \.toBeConsidered),
      (Phrase("启动问责单位", "Units with accountability"), \.escalated),
      (Phrase("记录矛盾单位", "Units with conflicts"), \.conflicts),
      (Phrase("办理记录", "Records"), \.events),
    ]
    let rows = counts.map {
      CountChange(title: $0, before: before[keyPath: $1], after: after[keyPath: $1])
    }
    let day = day
    return Roll(
      fields: [
        Field("count", Phrase("项目", "Count"), text: { $0.title[$1] }) { .text($0.title.english) },
        Field("before", Phrase("\(day - 1)", "\(day - 1)"), .right) { .integer($0.before) },
        Field("after", Phrase("现在", "Now"), .right) { .integer($0.after) },
        Field(
          "change", Phrase("增减", "Change"), .right,
          text: { row, _ in
            let difference = row.after - row.before
            return (difference > 0 ? "+" : "−") + String(abs(difference))
          }, value: { .integer($0.after - $0.before) }),
      ], rows: rows.filter { $0.before != $0.after }, naming: "count",
      empty: Phrase("各项数字没有变化。", "No number changed."))
  }

  /// The units whose report stands otherwise.
  package var unitsRoll: Roll<UnitChange> {
    Roll(
      fields: [
        Field("unit", Heading.unit, text: { $0.obligation.unit.name[$1] }) {
          .text($0.obligation.unit.id.text)
        },
        Field("before", Phrase("此前", "Before"), text: { Terms.submission($0.before)[$1] }) {
          .text($0.before.rawValue)
        },
        Field(
          "after", Phrase("现在", "Now"),
          text: { row, language in
            let round = row.obligation.round
            let state = Terms.submission(row.after)
            return
              (round > 1
              ? state + Phrase("（", " (") + Terms.round(round) + Phrase("）", ")") : state)[
                language]
          }, value: { .text($0.after.rawValue) }),
      ], rows: units, naming: "unit",
      empty: Phrase("没有单位的报送情况有变化。", "No unit's report stands otherwise."))
  }

  /// The findings that stand otherwise.
  package var findingsRoll: Roll<FindingChange> {
    Roll(
      fields: [
        Field("row", Phrase("序号", "Row"), .right) { .integer($0.state.finding.row) },
        Field("name", Heading.name, text: { $0.state.finding.shownName[$1] }) {
          .text($0.state.finding.siteName)
        },
        Field("text", Phrase("存在问题", "Finding")) { .text($0.state.finding.text) },
        Field("before", Phrase("此前", "Before"), text: { Terms.headline($0.before)[$1] }) {
          .text($0.before.rawValue)
        },
        Field("after", Phrase("现在", "Now"), text: { Terms.headline($0.state.headline)[$1] }) {
          .text($0.state.headline.rawValue)
        },
      ], rows: findings, naming: "name",
      empty: Phrase("没有问题的状态有变化。", "No finding stands otherwise."))
  }
}
