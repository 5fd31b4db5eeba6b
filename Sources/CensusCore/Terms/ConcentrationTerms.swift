/// What leaders ask of a list: how failures gather in few places, and who has had none for long.
extension Terms {
  /// So many runs of one length are named; of more only how many there are.
  private static let mostNamed = 6

  /// How failing sites gather in few rows of annex 1, as a whole sentence.
  ///
  /// - Parameters:
  ///   - concentration: the counts.
  ///   - period: what they are of, as 2018Q3.
  ///   - name: what a row of annex 1 is called.
  /// - Returns: the sentence; nil where no site fails.
  public static func concentration(
    _ concentration: Concentration, of period: String, _ name: (PrefectureID) -> Phrase
  ) -> Phrase? {
    self.concentration(concentration, of: Phrase(period, period), name)
  }

  /// The same of a period by its name.
  public static func concentration(
    _ concentration: Concentration, of period: Phrase, _ name: (PrefectureID) -> Phrase
  ) -> Phrase? {
    ofSites(concentration, of: period, name).map { $0 + accounts(concentration.accounts) }
  }

  /// That new-media accounts are counted apart, where some fail.
  private static func accounts(_ count: Int) -> Phrase {
    count == 0
      ? .empty
      : Phrase(
        "另有不合格新媒体账号\(count)个，不计在内。",
        " \(counted(count, "failing new-media account")) counted apart.")
  }

  private static func ofSites(
    _ concentration: Concentration, of period: Phrase, _ name: (PrefectureID) -> Phrase
  ) -> Phrase? {
    let (sites, shares) = (concentration.sites, concentration.shares)
    guard let first = shares.first else { return nil }
    let head = Phrase("集中程度（\(period.chinese)）：", "Concentration (\(period.english)): ")
    guard let portion = concentration.portion else {
      return head
        + Phrase(
          "\(sites)个不合格网站分散在\(shares.count)个州市（部门），每处至多\(first.sites)个。",
          "\(counted(sites, "failing site")) spread over \(counted(shares.count, "prefecture")), none "
            + "with more than \(first.sites).")
    }
    let leading = concentration.leading
    let named = leading.map { share in
      let name = name(share.prefecture)
      return Phrase("\(name.chinese)\(share.sites)个", "\(name.english) (\(share.sites))")
    }.joined()
    guard leading.count < shares.count else {
      return head + named
        + (leading.count == 1
          ? Phrase("，全部在此。", ", all of them.")
          : Phrase("，全部在这\(leading.count)处。", ", all of them."))
    }
    let together = leading.count > 1 ? Phrase("，合计占", ", together ") : Phrase("，占", ", ")
    return head + named + together
      + Phrase(
        "全部\(sites)个的\(portion.text())。", "\(portion.text()) of all \(sites) failing sites.")
  }

  /// Who has had no failing site for two periods or more, as a whole sentence.
  ///
  /// - Parameters:
  ///   - streaks: the runs, the longest first.
  ///   - name: what a row of annex 1 is called.
  /// - Returns: the sentence; nil if nobody has.
  public static func streaks(
    _ streaks: [Trends.Streak], _ name: (PrefectureID) -> Phrase
  ) -> Phrase? {
    let long = streaks.filter { $0.count > 1 }
    let groups = distinct(long.map(\.count)).map { count -> Phrase in
      let same = long.filter { $0.count == count }
      let names = same.prefix(mostNamed).map { name($0.prefecture) }.joined()
      let all =
        same.count > mostNamed
        ? names + Phrase("等\(same.count)处", " and \(same.count - mostNamed) more") : names
      return all + Phrase(" ", ": ") + same[0].length
    }
    guard !groups.isEmpty else { return nil }
    return Phrase("连续没有不合格网站：", "Without failing sites, periods running: ")
      + groups.joined(.semicolon) + Phrase("。", ".")
  }
}

extension Trends.Streak {
  /// How long it is and which periods it is of: 4季（2018Q1至2018Q4）, 4 quarters (2018Q1 to 2018Q4).
  public var length: Phrase {
    let counted = Terms.periods(count, last.kind)
    return count == 1
      ? counted + Phrase("（\(last)）", " (\(last))")
      : counted + Phrase("（\(first)至\(last)）", " (\(first) to \(last))")
  }
}

extension Terms {
  /// So many periods of a kind: 4季, 4 quarters.
  static func periods(_ count: Int, _ kind: Quarter.Kind) -> Phrase {
    switch kind {
    case .quarter: Phrase("\(count)个季度", counted(count, "quarter"))
    case .month: Phrase("\(count)个月", counted(count, "month"))
    case .half: Phrase("\(count)个半年", counted(count, "half-year"))
    case .special: Phrase("\(count)次抽查", counted(count, "check"))
    }
  }
}
