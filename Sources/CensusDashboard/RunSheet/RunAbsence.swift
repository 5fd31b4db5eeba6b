package import CensusCore
import CensusLists

extension Snapshot {
  /// The findings that wait for their re-check and that the latest census does not list any more, and
  /// the period of that; nil where no later census is known (domain.md 2.10).
  var absence: (census: Quarter, findings: [FindingID])? {
    guard let census, let findings = known.absent(from: census) else { return nil }
    return (census.quarter, findings)
  }

  /// The findings that the latest census does not list, whatever became of them since.
  package var unlisted: Set<FindingID> {
    Set((census.flatMap(known.unlisted) ?? []).map(\.finding.id))
  }
}

extension State {
  /// Puts down a pass on all that the latest census does not list any more, in the place of nobody's
  /// verdict; a person looks at it, and records it or not.
  mutating func putAbsence() {
    if let refusal = runRefusal {
      talk.message = Message(refusal, .problem)
      return
    }
    guard let absence = snapshot.absence else {
      talk.message = Message(
        snapshot.others == nil
          ? Phrase("正在读取其他各期……", "reading the other periods…")
          : Phrase(
            "没有比本期更晚的全面普查，不能以“未再列入”为佐证",
            "no later census of all sites is here, so nothing can rest on what one does not list"),
        .news)
      return
    }
    let open = absence.findings.filter { run[$0] == nil }
    // A verdict that a filter hides would be recorded without anybody having looked at it.
    let shown = Set(rows(pane).map(\.id))
    let ids = open.filter { shown.contains(.finding($0)) }
    let name = absence.census.name
    guard !ids.isEmpty || open.isEmpty else {
      talk.message = Message(
        Phrase(
          "可填的\(open.count)条都被筛选隐藏，未填；先按 Esc 取消筛选",
          "the filter hides all that could be put down (\(open.count)); Esc shows them"), .news)
      return
    }
    guard !ids.isEmpty else {
      talk.message = Message(
        Phrase(
          "没有可填的：待复查的都还列在\(name.chinese)普查中，或其附件2不全、不能作为佐证，或已填写",
          "nothing to put down: all that waits is listed in the census of \(name.english), or its annex "
            + "2 is incomplete there, or it has a verdict"), .news)
      return
    }
    let grounds = snapshot.grounds(of: Set(ids))
    for id in ids {
      run[id] = RunVerdict(
        verdict: .passed, census: absence.census, on: projection.asOf, grounds: grounds[id].number)
    }
    let hidden = open.count - ids.count
    let rest =
      hidden == 0
      ? Phrase.empty
      : Phrase("；筛选隐藏的\(hidden)条未填", "; \(hidden) that the filter hides: nothing put down")
    talk.message = Message(
      Phrase(
        "\(name.chinese)普查未再列入的\(ids.count)条填为“整改到位”：逐条核对，不认可的清除，再按 w 登记",
        "passed: \(counted(ids.count, "finding")) not listed in the census of \(name.english); look "
          + "at them, clear what you doubt, then w") + rest, .news)
  }

  /// Passes that rest on a census which lists the site by now, or which is not there any more or not
  /// the latest: said, and dropped.
  mutating func dropUnfounded() -> Phrase? {
    let resting = pendingRun.filter { $0.value.census != nil }
    guard !resting.isEmpty else { return nil }
    guard snapshot.others != nil, !snapshot.lacksPast else {
      return Phrase("正在读取其他各期，稍后再按 w", "reading the other periods; press w again in a moment")
    }
    let (census, unlisted) = (snapshot.census?.quarter, snapshot.unlisted)
    let lost = resting.filter { $1.census != census || !unlisted.contains($0) }
    guard !lost.isEmpty else { return nil }
    for id in lost.keys { run[id] = nil }
    let rows = lost.keys.map { String(projection.row(of: $0)) }.sorted {
      ($0.count, $0) < ($1.count, $1)
    }
    return Phrase(
      "第\(rows.joined(separator: "、"))行所依据的普查已变动，不能再以“未再列入”为佐证，所填结论已清除",
      "row \(rows.joined(separator: ", ")): the census that the verdict rested on has changed and does "
        + "not bear it any more, so it is dropped") + savingTheRest
  }
}
