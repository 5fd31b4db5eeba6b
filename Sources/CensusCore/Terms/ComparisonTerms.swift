/// What is said of two periods side by side.
extension Terms {
  /// What became of a site from one period to the other.
  public static func change(_ change: Comparison.Change) -> Phrase {
    switch change {
    case .newlyFailing: Phrase("新增", "newly failing")
    case .stillFailing: Phrase("仍不合格", "still failing")
    case .noLongerFailing: Phrase("不再列出", "no longer failing")
    }
  }

  /// All that is to be said under a comparison: how many fail, more or fewer than before, what was
  /// published, how they gather, and what must be known before the two are compared.
  ///
  /// - Parameters:
  ///   - comparison: the two periods.
  ///   - sites: those that are listed; others than whole rows of annex 1 are only counted.
  ///   - name: what a row of annex 1 is called.
  /// - Returns: whole sentences.
  public static func remarks(
    on comparison: Comparison, listing sites: [Comparison.Site], _ name: (PrefectureID) -> Phrase
  ) -> [Phrase] {
    let listed = Set(sites.map(\.prefecture))
    let ofListed = comparison.sites.filter { listed.contains($0.prefecture) }
    guard sites.count == ofListed.count else {
      let head = Phrase("所列\(sites.count)个网站：", "\(counted(sites.count, "site")) listed: ")
      return [head + kinds(sites) + Phrase("。", ".")] + short(comparison, listed, name)
        + caveats(comparison, of: nil)
    }
    let isWhole = sites.count == comparison.sites.count
    let subject = isWhole ? Phrase.empty : subject(listed, in: comparison, name)
    let said = [subject + counts(comparison, sites)]
    guard isWhole else {
      let only = listed.count == 1 ? listed.first : nil
      return said + short(comparison, listed, name)
        + caveats(comparison, of: only.map(Trends.Subject.prefecture))
    }
    let more = [
      published(comparison),
      concentration(comparison.concentration, of: "\(comparison.after)", name),
    ]
    return said + more.compactMap(\.self) + struckOff(sites, in: comparison)
      + short(comparison, listed, name)
      + caveats(comparison, of: .province)
  }

  /// That some of those that fail no longer are listed, and were struck off; nothing where none was.
  private static func struckOff(
    _ sites: [Comparison.Site], in comparison: Comparison
  ) -> [Phrase] {
    let count = sites.count { comparison.struckOff.contains($0.code) }
    guard count > 0 else { return [] }
    return [
      Phrase(
        "“不再列出”中有\(count)个网站在\(comparison.after)仍列出，其问题已剔除。",
        "Of those no longer failing, \(comparison.after) lists \(counted(count, "site")) whose findings "
          + "were struck off.")
    ]
  }

  /// That the later notice lists fewer sites of some prefectures than it prints; nothing where it does
  /// not.
  private static func short(
    _ comparison: Comparison, _ listed: Set<PrefectureID>, _ name: (PrefectureID) -> Phrase
  ) -> [Phrase] {
    let short = comparison.incompletelyListed.filter(listed.contains)
    guard !short.isEmpty else { return [] }
    let names = short.map(name).joined()
    return [
      Phrase(
        "\(comparison.after)附件2列出的网站少于公布的不合格网站数（\(names.chinese)），“不再列出”的可能只是漏列。",
        "Annex 2 of \(comparison.after) lists fewer sites than fail by its figures "
          + "(\(names.english)): what it does not list may only be missing.")
    ]
  }

  /// What is said of two periods of which one is known by its totals only.
  public static func totals(of comparison: Comparison) -> [Phrase] {
    let headline = comparison.trends.points.filter { $0.coverage == .headline }.map(\.quarter)
    let names = headline.map { Phrase("\($0)", "\($0)") }.joined()
    let why = Phrase(
      "\(names.chinese)仅有总数，没有逐站结果，只比较总数。",
      "Only the totals of \(names.english) are known, so only totals are compared.")
    let figures = [comparison.before, comparison.after].map {
      comparison.trends[$0]?[.province]?.figures
    }
    guard let old = figures[0]?.failing, let new = figures[1]?.failing else {
      return [
        why,
        Phrase("其中没有不合格网站总数的，无从比较。", "One of them lacks the total of failing sites."),
      ] + caveats(comparison, of: .province)
    }
    return [why, difference(comparison, old, new) + Phrase("。", ".")]
      + [rate(comparison)].compactMap(\.self) + caveats(comparison, of: .province)
  }

  // MARK: - Parts

  private static func subject(
    _ listed: Set<PrefectureID>, in comparison: Comparison, _ name: (PrefectureID) -> Phrase
  ) -> Phrase {
    let order = distinct(comparison.prefectures + comparison.sites.map(\.prefecture))
    return order.filter(listed.contains).map(name).joined() + .comma
  }

  /// How many fail, and how many of them newly.
  private static func counts(_ comparison: Comparison, _ sites: [Comparison.Site]) -> Phrase {
    let old = sites.count { $0.change != .newlyFailing }
    let new = sites.count { $0.change != .noLongerFailing }
    return difference(comparison, old, new) + Phrase("：", ": ") + kinds(sites) + Phrase("。", ".")
  }

  private static func kinds(_ sites: [Comparison.Site]) -> Phrase {
    Comparison.Change.allCases.map { change in
      let count = sites.count { $0.change == change }
      let word = Terms.change(change)
      return Phrase("\(word.chinese)\(count)个", "\(count) \(word.english)")
    }.joined(.comma)
  }

  /// More or fewer than before, in number and percent; both numbers alone where that cannot be said.
  private static func difference(_ comparison: Comparison, _ old: Int, _ new: Int) -> Phrase {
    let (before, after) = (comparison.before, comparison.after)
    let head = Phrase("\(after)不合格网站\(new)个，", "\(after): \(counted(new, "failing site")), ")
    guard comparison.isLikeWithLike else {
      return head + Phrase("\(before)为\(old)个", "\(before): \(old)")
    }
    guard old != new else {
      return head + Phrase("与\(before)持平", "as many as in \(before)")
    }
    let change = abs(new - old)
    let percent = Portion(change, of: old).map { $0.text(decimals: 1) }
    return head
      + Phrase(
        "比\(before)的\(old)个\(new < old ? "少" : "多")\(change)个" + (percent.map { "（\($0)）" } ?? ""),
        "\(change) \(new < old ? "fewer" : "more") than the \(old) of \(before)"
          + (percent.map { " (\($0))" } ?? ""))
  }

  /// What the notices print, where that is another number than the sites that are listed.
  private static func published(_ comparison: Comparison) -> Phrase? {
    let sites = comparison.sites
    let printed = [comparison.before, comparison.after].map {
      comparison.trends[$0]?[.province]?.figures.failing
    }
    let counts = [
      sites.count { $0.change != .newlyFailing }, sites.count { $0.change != .noLongerFailing },
    ]
    guard let old = printed[0], let new = printed[1], [old, new] != counts else { return nil }
    return Phrase(
      "通报公布的不合格网站：\(comparison.before)为\(old)个，\(comparison.after)为\(new)个"
        + "（重复列出的网站上面只计一次，已剔除的不计）。",
      "The notices print \(old) failing for \(comparison.before) and \(new) for \(comparison.after) "
        + "(above, a site listed twice counts once, and what was struck off does not).")
  }

  private static func rate(_ comparison: Comparison) -> Phrase? {
    guard comparison.isLikeWithLike,
      let change = comparison.trends.rateChange(at: comparison.after)
    else { return nil }
    let rates = [change.before, change.after].map { $0.text(decimals: 1) }
    return Phrase(
      "合格率（核算）\(rates[0])→\(rates[1])，\(change.text)个百分点。",
      "Pass rate (computed): \(rates[0]) → \(rates[1]), \(change.text) points.")
  }

  /// What must be known before the two are compared.
  private static func caveats(
    _ comparison: Comparison, of subject: Trends.Subject?
  ) -> [Phrase] {
    let (before, after) = (comparison.before, comparison.after)
    let isSample = comparison.trends[after]?.scope == .sample
    let apart = before.kind == .special ? nil : Trends.gaps(between: [before, after]).first
    return [
      apart.map { gap in
        let named = Terms.gap(gap)
        return Phrase(
          "两期不相邻：其间\(named.chinese)的情况不在比较之内。",
          "The two are not neighbours: what was found in \(named.english) is not compared.")
      },
      isSample && !comparison.isOfTotals
        ? Phrase(
          "\(after)是抽查：不再列出的网站可能只是没有抽到。",
          "\(after) is a spot check: a site that is not listed may only not have been looked at.")
        : nil,
    ].compactMap(\.self) + remarks(on: comparison.trends, of: subject, withGaps: false)
  }
}
