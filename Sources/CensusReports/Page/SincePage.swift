package import CensusCore
internal import CensusLists

extension Projection {
  /// What changed since a day.
  ///
  /// - Parameters:
  ///   - changes: the changes.
  ///   - offset: the province's clock.
  /// - Returns: the page.
  package func sincePage(_ changes: ChangesSince, offset: UTCOffset) -> Page {
    let day = changes.day
    // In English pages write days as the records have them.
    let since = Phrase(longDate(day).chinese, day.description)
    let before = Phrase(longDate(day - 1).chinese, (day - 1).description)
    let records = { (entries: [HistoryEntry]) in
      self.historyRoll(entries, offset: offset, language: .chinese)
        .keeping(["effectiveOn", "recordedBy", "unit"])
        .adding([
          Field(
            "summary", Phrase("内容", "What"),
            text: { Terms.summary(of: $0.event, in: self, telephones: false).sentence($1) },
            value: { .text(Terms.summary(of: $0.event, in: self, telephones: false).chinese) })
        ])
    }
    let lead =
      changes.isEmpty
      ? Phrase(
        "\(since.chinese)以来没有新的记录，也没有变化。",
        "Nothing was recorded since \(since.english), and nothing changed.")
      : Phrase(since.chinese + "以来", "Since \(since.english): ") + told(changes)
    var blocks: [Page.Block] = [.lead([lead])]
    if !changes.isEmpty {
      blocks += [
        .heading(Phrase("数字", "Numbers")),
        .list(
          PrintedList(
            Phrase("与\(before.chinese)日终相比", "against the end of \(before.english)"),
            changes.countsRoll)),
        .heading(Phrase("单位", "Units")),
        .list(PrintedList(Phrase("报送情况", "reports"), changes.unitsRoll)),
        .heading(Phrase("问题", "Findings")),
        .list(PrintedList(Phrase("状态", "states"), changes.findingsRoll)),
        .heading(Phrase("办理记录", "Records")),
        .list(
          PrintedList(
            Phrase("\(since.chinese)以来", "since \(since.english)"), records(changes.records))),
      ]
    }
    if !changes.enteredLater.isEmpty {
      blocks += [
        .heading(Phrase("补录", "Entered later")),
        .note(
          Phrase(
            "以下事项发生在\(since.chinese)以前，此后才登记，上面的“此前”已计入。",
            "These happened before \(since.english) and were recorded since; “before” above counts them."
          )),
        .list(PrintedList(Phrase("补录的记录", "records entered later"), records(changes.enteredLater))),
      ]
    }
    let name = quarter.name
    return Page(
      title: Phrase(
        "\(name.chinese)督办情况：\(since.chinese)以来的变化",
        "The \(name.english) follow-up: what changed since \(since.english)"),
      date: dated, blocks: blocks, foot: foot)
  }

  /// How much was recorded and changed; of what is nothing it says so in words.
  private func told(_ changes: ChangesSince) -> Phrase {
    let (records, units, findings) = (
      changes.records.count, changes.units.count, changes.findings.count
    )
    let recorded =
      records == 0
      ? Phrase("没有新的办理记录", "no new record")
      : Phrase("新增办理记录\(records)条", counted(records, "record"))
    let stand = Phrase("各单位报送情况", "no unit's report")
    let states = Phrase("各问题状态", "no finding")
    let changed: Phrase =
      switch (units, findings) {
      case (0, 0):
        Phrase(
          "\(stand.chinese)和\(states.chinese)均无变化",
          "\(stand.english) and \(states.english) stands otherwise"
        )
      case (0, _):
        Phrase(
          "\(findings)条问题的状态有变化，\(stand.chinese)没有变化",
          "\(counted(findings, "finding")) \(findings == 1 ? "stands" : "stand") otherwise than before, and "
            + stand.english)
      case (_, 0):
        Phrase(
          "\(units)家单位的报送情况有变化，\(states.chinese)没有变化",
          "\(counted(units, "unit")) \(units == 1 ? "stands" : "stand") otherwise than before, and "
            + states.english)
      default:
        Phrase(
          "\(units)家单位的报送情况、\(findings)条问题的状态有变化",
          "\(counted(units, "unit")) and \(counted(findings, "finding")) that stand otherwise than before"
        )
      }
    return recorded + Phrase("，", ", and ") + changed + Phrase("。", ".")
  }
}
