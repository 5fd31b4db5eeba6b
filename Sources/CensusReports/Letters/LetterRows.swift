internal import CensusCore

/// The fields that the rows of a letter's lists have.
enum LetterRows {
  /// A finding of a letter.
  struct FindingRow {
    let number: Int
    let state: FindingState
    let facts: LetterFacts
  }

  static var finding: [LetterField<FindingRow>] {
    [
      LetterField("number", Phrase("序号", "its number in the letter")) { .plain("\($0.number)") },
      LetterField("row", Phrase("通报附件中的序号", "its row in the notice")) {
        .plain("\($0.state.finding.row)")
      },
      LetterField("id", Phrase("问题编号", "its ID")) { .plain("\($0.state.finding.id)") },
      LetterField("site", Phrase("网站名称", "the site")) { $0.facts.siteName($0.state) },
      LetterField("code", Phrase("网站标识码", "its code")) { $0.state.site.printed.map { .plain($0) } },
      LetterField("issue", Phrase("存在问题，同通报", "the issue as published")) {
        .plain($0.state.finding.text)
      },
      LetterField("categories", Phrase("问题类别", "its categories")) { row in
        row.state.finding.issues.map { row.facts.projection.directory.category($0).name }.joined()
      },
      LetterField("report", Phrase("报送和整改情况", "how its report stands")) {
        $0.facts.standing(of: $0.state)
      },
      LetterField(
        "verdict",
        Phrase("最近一次复查的结论，或擅自下线", "the verdict of the last re-check, or that the site went dark")
      ) {
        if $0.state.darkOn != nil { return wentDark }
        return $0.state.recheck == .notYet ? nil : Terms.recheck($0.state.recheck)
      },
      LetterField(
        "recheckedOn",
        Phrase(
          "最近一次复查或发现擅自下线的日期", "the day of the last re-check, or on which the site was seen dark")
      ) {
        ($0.state.darkOn ?? $0.state.lastRecheck?.on).map(longDate)
      },
      LetterField("remark", Phrase("最近一次复查的备注", "the remark on the last re-check")) {
        $0.state.darkOn != nil ? nil : $0.state.lastRecheck?.recheck.note.map { .plain($0) }
      },
      LetterField(
        "condition",
        Phrase("网站整合、临时下线或永久下线的情况", "that the site was merged, is offline, or is closed for good")
      ) {
        $0.facts.projection.siteWords($0.state, longDate)
      },
      LetterField("recheckRound", Phrase("本次复查的轮次", "the number of the next re-check")) {
        .plain("\($0.state.nextRecheckRound)")
      },
    ]
  }

  /// One thing to mend.
  struct LineRow {
    let state: FindingState
    let line: Detail.Line
  }

  static var line: [LetterField<(number: Int, row: LineRow)>] {
    [
      LetterField("number", Phrase("序号", "its number")) { .plain("\($0.number)") },
      LetterField("site", Phrase("网站名称", "the site")) { $0.row.state.finding.shownName },
      LetterField("what", Phrase("原文或扣分指标", "the text as found, or the indicator")) {
        ($0.row.line.found ?? $0.row.line.item).map { .plain($0) }
      },
      LetterField("expected", Phrase("应为，或扣分", "what it should be, or the points")) {
        $0.row.line.expected.map { .plain($0) }
          ?? $0.row.line.points.map { Phrase("扣\($0)分", "\($0) points deducted") }
      },
      LetterField("page", Phrase("页面", "the page")) { $0.row.line.page.map { .plain($0) } },
      LetterField("address", Phrase("网址", "its address")) {
        $0.row.line.address.map { .plain($0) }
      },
    ]
  }

  /// Something that was done.
  struct EventRow {
    let number: Int
    let entry: HistoryEntry
    let projection: Projection
    var isNamingSites = false

    /// The rows of a course of events; what reads the same on one day, of several findings of a site, is one.
    static func numbered(_ course: [HistoryEntry], in projection: Projection) -> [EventRow] {
      var rows: [EventRow] = []
      var known: Set<String> = []
      for entry in course {
        let row = EventRow(
          number: rows.count + 1, entry: entry, projection: projection, isNamingSites: true)
        guard known.insert("\(entry.event.on) \(row.what.chinese)").inserted else { continue }
        rows.append(row)
      }
      return rows
    }

    /// What was done.
    var what: Phrase {
      let said = Terms.summary(
        of: entry.event, in: projection, telephones: false, isNamingSites: isNamingSites)
      return Phrase(withLongDates(said.chinese), said.sentence(.english))
    }
  }

  static var event: [LetterField<EventRow>] {
    [
      LetterField("number", Phrase("序号", "its number")) { .plain("\($0.number)") },
      LetterField("on", Phrase("日期", "the day")) { longDate($0.entry.event.on) },
      LetterField("what", Phrase("何事", "what")) { $0.what },
    ]
  }

  static var measure: [LetterField<AccountabilityLedger.Step>] {
    [
      LetterField("on", Phrase("日期", "the day")) { longDate($0.on) },
      LetterField("what", Phrase("措施", "the measure")) { $0.step.measure.map(Terms.measure) },
      LetterField("person", Phrase("对象", "against whom")) { $0.step.person.map { .plain($0) } },
      LetterField("document", Phrase("文件", "its document")) {
        $0.step.document.map { .plain($0) }
      },
    ]
  }
}

extension Phrase {
  /// A text that is the same in both languages.
  static func plain(_ text: String) -> Phrase { Phrase(text, text) }
}
