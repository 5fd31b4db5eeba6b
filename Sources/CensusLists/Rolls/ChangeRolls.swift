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
    let counts: [(Phrase, (Overview) -> Int)] = [
      (Phrase("已报齐单位", "Units complete"), { $0.complete }),
      (Phrase("免报单位", "Units excused"), { $0.waived }),
      (Phrase("部分报送单位", "Units partial"), { $0.partial }),
      (Phrase("逾期单位", "Units overdue"), { $0.overdue }),
      (Phrase("延期单位", "Units extended"), { $0.extended }),
      (
        Phrase("已复查问题", "Findings re-checked"), { $0.recheckedFindings - $0.darkFindings }
      ), (Phrase("擅自下线问题", "Findings at sites gone dark"), { $0.darkFindings }),
      (Phrase("整改到位问题", "Findings passed"), { $0.passedFindings }),
      (Phrase("整改不到位问题", "Findings failed"), { $0.failedFindings }),
      (Phrase("已改未报网站", "Sites fixed, report owed"), { $0.fixedReportOwedSites }),
      (Phrase("办结网站", "Sites closed"), { $0.closedSites }),
      (Phrase("剔除问题", "Findings struck off"), { $0.voidFindings }),
      (Phrase("责令再整改单位", "Units ordered anew"), { $0.ordered }),
      (Phrase("待研究问责单位", "Units to be considered"), { $0.toBeConsidered }),
      (Phrase("启动问责单位", "Units with accountability"), { $0.escalated }),
      (Phrase("问责办结单位", "Units whose accountability is concluded"), { $0.concluded }),
      (Phrase("记录矛盾单位", "Units with conflicts"), { $0.conflicts }),
      (Phrase("办理记录", "Records"), { $0.events }),
    ]
    let rows = counts.map {
      CountChange(title: $0, before: $1(before), after: $1(after))
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
