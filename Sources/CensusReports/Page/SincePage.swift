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
      ? Phrase("\(day)以来没有新的记录，也没有变化。", "Nothing was recorded since \(day), and nothing changed.")
      : Phrase(
        "\(day)以来新增办理记录\(changes.records.count)条，\(changes.units.count)家单位的报送情况、"
          + "\(changes.findings.count)条问题的状态有变化。",
        "Since \(day): \(counted(changes.records.count, "record")), "
          + "and \(counted(changes.units.count, "unit")) and "
          + "\(counted(changes.findings.count, "finding")) that stand otherwise than before.")
    var blocks: [Page.Block] = [.lead([lead])]
    if !changes.isEmpty {
      blocks += [
        .heading(Phrase("数字", "Numbers")),
        .list(
          PrintedList(
            Phrase("与\(day - 1)日终相比", "against the end of \(day - 1)"), changes.countsRoll)),
        .heading(Phrase("单位", "Units")),
        .list(PrintedList(Phrase("报送情况", "reports"), changes.unitsRoll)),
        .heading(Phrase("问题", "Findings")),
        .list(PrintedList(Phrase("状态", "states"), changes.findingsRoll)),
        .heading(Phrase("办理记录", "Records")),
        .list(PrintedList(Phrase("\(day)以来", "since \(day)"), records(changes.records))),
      ]
    }
    if !changes.enteredLater.isEmpty {
      blocks += [
        .heading(Phrase("补录", "Entered later")),
        .note(
          Phrase(
            "以下事项发生在\(day)以前，此后才登记，上面的“此前”已计入。",
            "These happened before \(day) and were recorded since; “before” above counts them.")),
        .list(PrintedList(Phrase("补录的记录", "records entered later"), records(changes.enteredLater))),
      ]
    }
    let name = quarter.name
    return Page(
      title: Phrase(
        "\(name.chinese)督办情况：\(day)以来的变化",
        "The \(name.english) follow-up: what changed since \(day)"),
      date: dated, blocks: blocks, foot: foot)
  }
}
