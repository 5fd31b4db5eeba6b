/// What is said of several periods together: how much of each is not closed.
extension Terms {
  /// Under the worklist: how much is left of which period, the oldest first; nothing where nothing is.
  public static func unfinished(_ entries: [Worklist.Entry]) -> [Phrase] {
    let (tallies, waiting) = tallies(of: entries)
    let said = tallies.map(\.words) + waiting
    guard !said.isEmpty else { return [] }
    return [
      Phrase(
        "未办结：\(said.map(\.chinese).joined(separator: "；"))。",
        "Not closed: \(said.map(\.english).joined(separator: "; ")).")
    ]
  }

  /// What the periods before leave, as the last sentence of a brief; nil where they leave nothing.
  public static func left(by earlier: Worklist) -> Phrase? {
    let (tallies, waiting) = tallies(of: earlier.entries)
    let periods =
      tallies.count <= most ? tallies.map(\.words) : [sum(of: tallies)].compactMap(\.self)
    let said = periods + waiting
    guard !said.isEmpty else { return nil }
    return Phrase(
      "另有往期遗留未办结：\(said.map(\.chinese).joined(separator: "；"))",
      "Left over from earlier periods: \(said.map(\.english).joined(separator: "; "))")
  }

  /// So many periods are named; of more how much it is in all.
  private static let most = 3

  private struct Tally {
    let quarter: Quarter
    let units: Int
    let findings: Int
    let behind: Int

    var words: Phrase {
      Phrase(
        "\(quarter.name.chinese)\(units)家\(findings)条\(behindWords.chinese)",
        "\(quarter.name.english) \(counted(units, "unit", "units")), "
          + "\(counted(findings, "finding", "findings"))\(behindWords.english)")
    }

    var behindWords: Phrase {
      behind == 0
        ? Phrase("", "") : Phrase("（未报齐\(behind)家）", " (\(behind) not reported in full)")
    }
  }

  /// How much is owed of each period, the oldest first; and how many instructions wait, if any do.
  private static func tallies(
    of entries: [Worklist.Entry]
  ) -> (tallies: [Tally], waiting: [Phrase]) {
    let units = Dictionary(grouping: entries.filter { $0.obligation != nil }, by: \.quarter)
    let tallies = units.map { quarter, owed in
      Tally(
        quarter: quarter, units: owed.count, findings: owed.reduce(0) { $0 + $1.open.count },
        // As the notice counts them: rounds that were ordered are told apart from its own.
        behind: owed.count { $0.obligation?.first.submission.isSettled == false })
    }
    let count = entries.count { $0.instruction != nil }
    let waiting = Phrase(
      "待答复批示\(count)件", "\(counted(count, "instruction", "instructions")) to answer")
    return (tallies.sorted { $0.quarter < $1.quarter }, count == 0 ? [] : [waiting])
  }

  private static func sum(of tallies: [Tally]) -> Phrase? {
    guard let first = tallies.first, let last = tallies.last else { return nil }
    let all = Tally(
      quarter: first.quarter, units: tallies.reduce(0) { $0 + $1.units },
      findings: tallies.reduce(0) { $0 + $1.findings },
      behind: tallies.reduce(0) { $0 + $1.behind })
    return Phrase(
      "\(first.quarter.name.chinese)至\(last.quarter.name.chinese)\(tallies.count)期，共\(all.units)家次"
        + "\(all.findings)条\(all.behind == 0 ? "" : "（未报齐\(all.behind)家次）")",
      "\(tallies.count) periods from \(first.quarter.name.english) to \(last.quarter.name.english), "
        + "\(counted(all.findings, "finding", "findings"))\(all.behindWords.english)")
  }
}

extension Projection {
  /// The brief, and as its last sentence what earlier periods leave.
  ///
  /// - Parameters:
  ///   - worklist: what is owed over all periods.
  ///   - unread: the periods that cannot be read: what they leave is not in it, and that is said.
  /// - Returns: one paragraph.
  public func brief(beside worklist: Worklist, leavingOut unread: [Quarter] = []) -> Phrase {
    let unread = unread.filter { $0 < quarter }.sorted().map(\.name)
    let missing =
      unread.isEmpty
      ? nil
      : Phrase(
        "往期遗留情况不全：\(unread.joined().chinese)的数据无法读取",
        "What earlier periods leave is not all here: \(unread.joined().english) cannot be read")
    return [Terms.left(by: worklist.before(quarter)), missing].compactMap(\.self).reduce(brief) {
      Phrase("\($0.chinese)\($1.chinese)。", "\($0.english) \($1.english).")
    }
  }
}
