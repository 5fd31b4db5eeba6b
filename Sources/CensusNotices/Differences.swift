package import CensusCore

/// How facts that were read differ from those that a store has of the same quarter.
package struct Differences: Sendable {
  /// Each difference in a sentence without its end; none where the facts are the same.
  package private(set) var all: [Phrase] = []

  package init(read: Inspection, held: Inspection, changes: [RevisionMatch.Change]) {
    note(Draft.Sought.document, read.notice.document, held.notice.document)
    note(.title, read.notice.title, held.notice.title)
    note(.issued, read.notice.issued?.description, held.notice.issued?.description)
    note(
      .due, read.notice.deadline.map(Differences.text), held.notice.deadline.map(Differences.text))
    note(.sampledTo, read.sampling.to?.description, held.sampling.to?.description)
    if read.totals != held.totals {
      note(.totals, Differences.text(read.totals), Differences.text(held.totals))
    }
    compareRows(read, held)
    compareFindings(read, held, changes)
  }

  /// What the text does not say is no difference from what is known.
  private mutating func note(_ fact: Draft.Sought, _ read: String?, _ held: String?) {
    note(fact, read.map { Phrase($0, $0) }, held.map { Phrase($0, $0) })
  }

  private mutating func note(_ fact: Draft.Sought, _ read: Phrase?, _ held: Phrase?) {
    guard let read, read != held else { return }
    let was = held ?? Phrase("—", "—")
    all.append(
      Phrase(
        "\(fact.words.chinese)：数据目录中为“\(was.chinese)”，读到“\(read.chinese)”",
        "\(fact.words.english): “\(was.english)” in the store, “\(read.english)” here"))
  }

  private static func text(_ deadline: Deadline) -> Phrase {
    let day = deadline.day.description
    return deadline.isInclusive
      ? Phrase(day, day) : Phrase("\(day)（不含当日）", "\(day) (exclusive)")
  }

  private static func text(_ figures: Inspection.Figures) -> String {
    [figures.running.map(String.init), figures.failing.map(String.init), figures.publishedRate]
      .map { $0 ?? "—" }.joined(separator: "/")
  }

  private mutating func compareRows(_ read: Inspection, _ held: Inspection) {
    guard !read.rows.isEmpty else { return }
    let known = Dictionary(
      held.rows.map { ($0.prefecture, $0.figures) }, uniquingKeysWith: { first, _ in first })
    for row in read.rows where known[row.prefecture] != row.figures {
      let was = known[row.prefecture].map(Differences.text) ?? "—"
      let now = Differences.text(row.figures)
      all.append(
        Phrase(
          "附件1 \(row.prefecture)：数据目录中为\(was)，读到\(now)",
          "annex 1, \(row.prefecture): \(was) in the store, \(now) here"))
    }
    let here = Set(read.rows.map(\.prefecture))
    for row in held.rows where !here.contains(row.prefecture) {
      all.append(
        Phrase("附件1没有读到\(row.prefecture)", "annex 1 lacks \(row.prefecture)"))
    }
  }

  private mutating func compareFindings(
    _ read: Inspection, _ held: Inspection, _ changes: [RevisionMatch.Change]
  ) {
    let rows = Dictionary(
      read.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var moved: [String] = []
    for change in changes {
      switch change {
      case .moved(_, let from, let to): moved.append("\(from)→\(to)")
      // Of a site without a code the name is another, which is said of the name.
      case .recoded(_, let from, let to) where from.printed == nil && to.printed == nil: break
      case .recoded(let id, let from, let to):
        tell(
          rows[id],
          Phrase(
            "标识码由“\(from.printed ?? "—")”改为“\(to.printed ?? "—")”",
            "the code is “\(to.printed ?? "—")” and no longer “\(from.printed ?? "—")”"))
      case .reworded(let id, let from, let to):
        tell(
          rows[id], Phrase("由“\(from)”改为“\(to)”", "it reads “\(to)” and no longer “\(from)”"))
      case .new(let id, _): tell(rows[id], Phrase("新增，编号\(id)", "it is new, and called \(id)"))
      case .gone(let id, let row):
        let name = rows[id]?.siteName ?? ""
        all.append(
          Phrase(
            "附件2不再有原第\(row)行：\(name)（\(id)，已登记的内容保留，是否剔除由人决定）",
            "annex 2 has the former row \(row) no more: \(name) (\(id); what was recorded stays, and a "
              + "person decides whether it is struck off)"))
      case .back(let id, _): tell(rows[id], Phrase("又列入，仍为\(id)", "it is back as \(id)"))
      }
    }
    if !moved.isEmpty {
      let shown = moved.prefix(10).map { Phrase($0, $0) }.joined(.listing)
      let rest = moved.count > 10 ? "…" : ""
      all.append(
        Phrase(
          "附件2有\(moved.count)行换了序号（\(shown.chinese)\(rest)），登记内容随网站走",
          "annex 2 has \(counted(moved.count, "row")) under other numbers (\(shown.english)\(rest)); what was recorded "
            + "goes with the site"))
    }
    let known = Dictionary(
      held.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in read.findings where !finding.isGone {
      guard let was = known[finding.id] else { continue }
      if was.siteName != finding.siteName {
        tell(
          finding,
          Phrase("名称原为“\(was.siteName)”", "its name was “\(was.siteName)” before"))
      }
      if was.prefecture != finding.prefecture {
        tell(
          finding,
          Phrase("原列在\(was.prefecture)", "it stood under \(was.prefecture) before"))
      }
      if was.text == finding.text, Set(was.issues) != Set(finding.issues) {
        let (old, new) = (
          was.issues.map(\.text).joined(separator: "+"),
          finding.issues.map(\.text).joined(separator: "+")
        )
        tell(finding, Phrase("类别由\(old)改为\(new)", "its category is \(new) and no longer \(old)"))
      }
    }
  }

  private mutating func tell(_ finding: Finding?, _ what: Phrase) {
    guard let finding else { return }
    all.append(
      Phrase(
        "附件2第\(finding.row)行 \(finding.siteName)：",
        "annex 2, row \(finding.row), \(finding.siteName): ")
        + what)
  }
}
